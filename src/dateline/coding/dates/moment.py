"""Moments: a point or stretch of the calendar with its TIMEX3 value and the days that bound it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from dateline.model import DatePrecision

#: The first month of each season; its three months are those of the northern half of the world.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Moment:
    """A TIMEX3 value and what it bounds; ``year``, ``month`` and ``day`` are as exact as is known.

    A year before Christ is negative: BC 480 is -480, which has no days in the calendar of Python.
    """

    value: str | None
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    year: int | None = None
    month: int | None = None
    day: int | None = None


#: A time that nothing anchors.
UNRESOLVED = Moment(None)


def of_day(day: date, suffix: str = "") -> Moment:
    """Return the moment of a day; ``suffix`` is a part of the day ("TNI") or a clock time.

    >>> of_day(date(2026, 1, 31), "TMO").value
    '2026-01-31TMO'
    """
    return Moment(day.isoformat() + suffix, day, day, DatePrecision.DAY, day.year, day.month, day.day)


def of_parts(year: int, month: int | None = None, day: int | None = None, suffix: str = "") -> Moment:
    """Return the moment of a year, month or day; a day that no calendar has keeps its month unresolved.

    >>> of_parts(2026, 2).end
    datetime.date(2026, 2, 28)
    >>> of_parts(2026, 2, 30)
    Moment(value=None, start=None, end=None, precision=<DatePrecision.UNKNOWN: 'unknown'>, year=2026, month=2, day=None)
    """
    if year <= 0 or year > MAXYEAR:
        parts = [f"BC{-year:04d}" if year < 0 else f"{year:04d}"]
        parts += [f"{part:02d}" for part in (month, day) if part is not None]
        return Moment("-".join(parts) + suffix, year=year, month=month, day=day)
    if month is None:
        return Moment(f"{year:04d}", date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR, year)
    last = monthrange(year, month)[1]
    if day is None:
        start, end = date(year, month, 1), date(year, month, last)
        return Moment(f"{year:04d}-{month:02d}", start, end, DatePrecision.MONTH, year, month)
    if not 1 <= day <= last:
        return Moment(None, year=year, month=month)
    return of_day(date(year, month, day), suffix)


def of_season(year: int, season: str) -> Moment:
    """Return the moment of a season; the winter of a year is the one that ends in it.

    >>> of_season(1915, "WI").start
    datetime.date(1914, 12, 1)
    """
    value = f"{year:04d}-{season}" if year > 0 else f"BC{-year:04d}-{season}"
    first = _SEASONS[season]
    opening = year - 1 if season == "WI" else year
    if opening < 1 or year >= MAXYEAR:
        return Moment(value, year=year)
    start = date(opening, first, 1)
    end = of_parts(year, 2 if season == "WI" else first + 2).end
    return Moment(value, start, end, DatePrecision.UNKNOWN, year, first)


def of_week(day: date) -> Moment:
    """Return the moment of the week that holds a day, Monday to Sunday.

    >>> of_week(date(2026, 1, 31)).value
    '2026-W05'
    """
    year, week, weekday = day.isocalendar()
    start = day - timedelta(days=weekday - 1)
    return Moment(f"{year:04d}-W{week:02d}", start, start + timedelta(days=6), DatePrecision.WEEK, year)


def of_weekend(day: date) -> Moment:
    """Return the moment of the Saturday and Sunday of the week that holds a day.

    >>> of_weekend(date(2026, 1, 28)).start
    datetime.date(2026, 1, 31)
    """
    week = of_week(day)
    if week.start is None or week.end is None:
        return UNRESOLVED
    return Moment(f"{week.value}-WE", week.start + timedelta(days=5), week.end, DatePrecision.WEEK, week.year)


def of_decade(digits: str) -> Moment:
    """Return the moment of a decade ("199") or century ("18"), by the leading figures of its years.

    >>> of_decade("199").end
    datetime.date(1999, 12, 31)
    """
    width = 4 - len(digits)
    first = int(digits) * 10**width
    if not 1 <= first <= MAXYEAR - 99:
        return Moment(digits)
    return Moment(digits, date(first, 1, 1), date(first + 10**width - 1, 12, 31), DatePrecision.UNKNOWN, first)


def days_away(day: date, count: int) -> date | None:
    """Return the day ``count`` days after a day, None where the calendar ends.

    >>> days_away(date(2026, 1, 31), -31)
    datetime.date(2025, 12, 31)
    """
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def months_away(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the year and month ``count`` months after a month.

    >>> months_away(2026, 1, -2)
    (2025, 11)
    """
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1
