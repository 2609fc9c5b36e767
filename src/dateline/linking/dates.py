"""How the days of two events stand to each other, with what is known of each."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.model import DatePrecision, ReportedEvent, Role

#: An event whose day is not said lies in the days before its report, as news goes.
NEWS_DAYS = 3
_UNSAID = "a day is not said"


def compare_dates(a: ReportedEvent, b: ReportedEvent) -> str:
    """Return in words how the days of two events stand to each other.

    >>> from dateline.model import Event, Report, Span
    >>> def on(day): return ReportedEvent(Report(""), Event("e1", Role.MAIN, "", "", Span(0, 0, ""), 1.0,
    ...     date_start=day, date_end=day, date_precision=DatePrecision.DAY))
    >>> compare_dates(on(date(2026, 1, 31)), on(date(2026, 2, 1)))
    'one day apart'
    """
    one, other = period(a), period(b)
    if one is None or other is None:
        return _UNSAID
    gap = max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)
    if a.event.date_start is None or b.event.date_start is None:
        return f"{_UNSAID}, but the reports are near" if gap <= 1 else f"{_UNSAID}, and the reports are apart"
    if not (_is_day(a) and _is_day(b)):
        return _vague(a, b, gap)
    if gap == 0:
        return "the same day" if one[0] == other[0] else "days that overlap"
    if gap == 1:
        return "one day apart"
    if gap <= 3:
        return "two or three days apart"
    return "within a week" if gap <= 7 else "further apart"


def period(one: ReportedEvent) -> tuple[date, date] | None:
    """Return the first and last day on which an event may have been; None when nothing is known.

    The days before publication stand in for a main event without a day: to compare with, never to record.
    """
    event, published = one.event, one.report.published
    if event.date_start is not None:
        return event.date_start, max(event.date_end or event.date_start, event.date_start)
    if published is None or event.role is Role.BACKGROUND:
        return None
    return published - timedelta(days=min(NEWS_DAYS, published.toordinal() - 1)), published


def _vague(a: ReportedEvent, b: ReportedEvent, gap: int) -> str:
    if gap == 0:
        wide = max((DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR).index(p) for p in _vaguenesses(a, b))
        return ("one day is in the other's week", "one day is in the other's month", "one day is in the other's year")[
            wide
        ]
    return "the periods are near" if gap <= 3 else "further apart"


def _vaguenesses(a: ReportedEvent, b: ReportedEvent) -> list[DatePrecision]:
    wide = (DatePrecision.WEEK, DatePrecision.MONTH, DatePrecision.YEAR)
    return [one.event.date_precision for one in (a, b) if one.event.date_precision in wide] or [DatePrecision.WEEK]


def _is_day(one: ReportedEvent) -> bool:
    return one.event.date_precision is DatePrecision.DAY
