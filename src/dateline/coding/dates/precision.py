"""How exact a date is, as ACLED (time_precision 1-3) and UCDP (date_prec 1-5) write it."""

from __future__ import annotations

from datetime import date

from dateline.model import DatePrecision


def acled_precision(precision: DatePrecision, start: date | None, end: date | None) -> int | None:
    """Return ACLED's time_precision: 1 the day, 2 the week, 3 the month; None for what ACLED leaves out.

    Days that span more than one are 2 up to a week, and 3 up to a month.

    >>> acled_precision(DatePrecision.DAY, date(2026, 1, 31), date(2026, 1, 31))
    1
    """
    length = _length(precision, start, end)
    if length is None or length > 31:
        return None
    return 1 if length == 1 else 2 if length <= 7 else 3


def ucdp_precision(precision: DatePrecision, start: date | None, end: date | None) -> int | None:
    """Return UCDP's date_prec: 1 the day, 2 two to six days, 3 the week, 4 the month, 5 the year.

    >>> ucdp_precision(DatePrecision.DAY, date(2026, 1, 30), date(2026, 1, 31))
    2
    """
    length = _length(precision, start, end)
    if length is None or length > 366:
        return None
    bounds = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
    return next(code for limit, code in bounds if length <= limit)


def _length(precision: DatePrecision, start: date | None, end: date | None) -> int | None:
    if precision is DatePrecision.UNKNOWN or start is None or end is None:
        return None
    return (end - start).days + 1
