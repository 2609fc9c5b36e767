"""How exact a date is, in the codes of ACLED and UCDP."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import acled_precision, ucdp_precision
from dateline.model import DatePrecision

_DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("precision", "end", "acled", "ucdp"),
    [
        (DatePrecision.DAY, _DAY, 1, 1),
        (DatePrecision.DAY, date(2026, 1, 7), 2, 2),
        (DatePrecision.WEEK, date(2026, 1, 11), 2, 3),
        (DatePrecision.MONTH, date(2026, 1, 31), 3, 4),
        (DatePrecision.YEAR, date(2026, 12, 31), None, 5),
        (DatePrecision.UNKNOWN, _DAY, None, None),
    ],
)
def test_codes_follow_the_length_of_time(
    precision: DatePrecision, end: date, acled: int | None, ucdp: int | None
) -> None:
    assert acled_precision(precision, _DAY, end) == acled
    assert ucdp_precision(precision, _DAY, end) == ucdp
