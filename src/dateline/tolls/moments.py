"""Moments that may be known to the day only: which of two is later, where that can be told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

#: When a report appeared: a time, or only the day.
Moment = date | datetime


def begin(moment: Moment) -> datetime:
    """Return the first instant that a moment can stand for; times without a zone are taken as UTC.

    >>> begin(date(2026, 1, 31)).isoformat()
    '2026-01-31T00:00:00+00:00'
    """
    if isinstance(moment, datetime):
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return datetime.combine(moment, time.min, UTC)


def end(moment: Moment) -> datetime:
    """Return the last instant that a moment can stand for.

    >>> end(date(2026, 1, 31)).isoformat()
    '2026-01-31T23:59:59.999999+00:00'
    """
    return begin(moment) if isinstance(moment, datetime) else datetime.combine(moment, time.max, UTC)


def is_later(one: Moment, other: Moment) -> bool:
    """Tell whether a moment surely comes after another; of two reports of one day neither does.

    >>> is_later(date(2026, 2, 1), date(2026, 1, 31)), is_later(date(2026, 1, 31), datetime(2026, 1, 31, 9))
    (True, False)
    """
    return begin(one) > end(other)
