"""What an expression means in its context: which Friday, which August, a day earlier than what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dateline.coding.dates.expression import Expression, Kind
from dateline.coding.dates.moment import (
    UNRESOLVED,
    Moment,
    days_away,
    months_away,
    of_day,
    of_decade,
    of_parts,
    of_season,
    of_week,
    of_weekend,
)
from dateline.model import DatePrecision

#: A year-less day up to this many days ahead of the report is ahead, unless its clause is past.
_SOON = 45
#: How TIMEX3 writes a count of each unit.
_DURATIONS = {
    "D": "P{}D", "W": "P{}W", "F": "P{}W", "K": "P{}WE", "M": "P{}M", "Y": "P{}Y", "E": "P{}DE", "C": "P{}CE",
    "H": "PT{}H", "m": "PT{}M", "S": "PT{}S",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """What relative words count from: the day of the report, and the date told before.

    ``is_history`` says that year-less dates follow the story, not the day of the report.
    """

    anchor: date | None
    focus: Moment | None
    focus_day: Moment | None
    is_history: bool

    def near(self, unit: str | None) -> Moment | None:
        """The date told before that a count of ``unit`` goes from: days count from days only."""
        if unit in {"Y", "M", "E", "C"}:
            return self.base
        return self.focus_day or self.day

    @property
    def base(self) -> Moment | None:
        """The date told before, or else the day of the report."""
        return self.focus or self.day

    @property
    def day(self) -> Moment | None:
        """The day of the report, or of the story in a history."""
        if self.is_history and self.focus:
            return self.focus
        return of_day(self.anchor) if self.anchor else None


def _calendar(e: Expression, context: Context, ahead: bool) -> Moment:
    suffix = f"T{e.part}" if e.part else ""
    if e.unit and e.move is not None and e.year is None:
        base = context.base if e.is_anaphoric else context.day
        if e.unit == "W" and e.weekday is not None:
            return _weekday_of_week(e, base, suffix)
        if base and base.year is not None and e.unit == "Y":
            e = replace(e, year=base.year + e.move, move=None)
    if e.season:
        return _season(e, context)
    if e.month is None and e.day is None and e.weekday is not None:
        return _weekday(e, context, ahead, suffix)
    if e.month is None and e.day is not None:
        return _day_of_month(e, context, suffix)
    year = e.year if e.year is not None else _year_for(e, context, ahead)
    return of_parts(year, e.month, e.day, suffix) if year is not None else _yearless(e, suffix)


def _yearless(e: Expression, suffix: str) -> Moment:
    """Return what is known of a date whose year nothing tells: XXXX-01-31."""
    parts = ["XXXX", *(f"{part:02d}" for part in (e.month, e.day) if part is not None)]
    return Moment("-".join(parts) + suffix)


def _year_for(e: Expression, context: Context, ahead: bool) -> int | None:
    """Choose the year of a month or day that is told without one."""
    if e.month is None:
        return None
    if context.is_history and context.focus and context.focus.year is not None:
        return _year_in_story(e.month, context.focus, e.move)
    if context.anchor is None:
        return context.focus.year if context.focus else None
    anchor = context.anchor
    if e.move is not None and e.move != 0 and e.day is None:
        return _year_moved(e.month, e.move, anchor)
    months_ahead = e.month - anchor.month
    if e.day is None:
        if months_ahead > 0:
            return anchor.year if ahead else anchor.year - 1
        return anchor.year + 1 if ahead and months_ahead < 0 else anchor.year
    days = [(year, of_parts(year, e.month, e.day).start) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    limit = 330 if ahead else _SOON
    fitting = [(abs((day - anchor).days), year) for year, day in days if day and (day - anchor).days <= limit]
    return min(fitting)[1] if fitting else anchor.year


def _year_in_story(month: int, focus: Moment, move: int | None) -> int | None:
    """Return the year that a month falls in when a story told in order reaches it."""
    if focus.year is None or focus.month is None:
        return focus.year
    if move == -1:
        return focus.year if month < focus.month else focus.year - 1
    if focus.month - month >= 7:
        return focus.year + 1
    return focus.year - 1 if month - focus.month >= 10 else focus.year


def _year_moved(month: int, move: int, anchor: date) -> int:
    """Return the year of "last March" or "next March"."""
    if move < 0:
        return anchor.year if month < anchor.month else anchor.year - 1
    return anchor.year if month > anchor.month else anchor.year + 1


def _weekday(e: Expression, context: Context, ahead: bool, suffix: str) -> Moment:
    base = context.base if e.is_anaphoric or (context.is_history and context.focus) else context.day
    if base is None or base.start is None or base.precision is not DatePrecision.DAY or e.weekday is None:
        return Moment(f"XXXX-WXX-{e.weekday}{suffix}") if context.anchor is None else UNRESOLVED
    back = (base.start.isoweekday() - e.weekday) % 7
    if (e.move == 1 or ahead) and e.move != -1:
        step = (7 - back) if back or e.move == 1 else 0
    else:
        step = -(back or (7 if e.move == -1 else 0))
    day = days_away(base.start, step)
    return of_day(day, suffix) if day else UNRESOLVED


def _weekday_of_week(e: Expression, base: Moment | None, suffix: str) -> Moment:
    if base is None or base.start is None or e.weekday is None or e.move is None:
        return UNRESOLVED
    day = days_away(base.start, e.weekday - base.start.isoweekday() + 7 * e.move)
    return of_day(day, suffix) if day else UNRESOLVED


def _day_of_month(e: Expression, context: Context, suffix: str) -> Moment:
    base = context.base
    if base is None or base.year is None or base.month is None or e.day is None:
        return UNRESOLVED
    year, month = base.year, base.month
    if context.anchor and not context.is_history and base.start and e.day > base.start.day and not context.focus:
        year, month = months_away(year, month, -1)
    return of_parts(year, month, e.day, suffix)


def _season(e: Expression, context: Context) -> Moment:
    if e.season is None:
        return UNRESOLVED
    if e.year is not None:
        return of_season(e.year, e.season)
    base = context.base if e.is_anaphoric or context.is_history else context.day
    if base is None or base.year is None:
        return Moment(f"XXXX-{e.season}")
    year = base.year + (e.move or 0)
    if e.season == "WI" and base.month is not None and base.month >= 9 and not e.move:
        year += 1
    return of_season(year, e.season)


def _away(e: Expression, context: Context, ahead: bool) -> Moment:
    """Resolve what counts from the day of the report: "yesterday", "two weeks ago"."""
    return _moved(e, context.day)


def _shift(e: Expression, context: Context, ahead: bool) -> Moment:
    """Resolve what counts from the date told before: "a day earlier".

    In news "a day after the attack" tells when the attack was: a day before the date told.
    """
    if e.is_since and not context.is_history:
        e = replace(e, move=-1)
    return _moved(e, context.near(e.unit))


def _moved(e: Expression, base: Moment | None) -> Moment:
    if base is None or base.year is None or e.move is None:
        return UNRESOLVED
    if e.count is None:
        return Moment("PAST_REF" if e.move < 0 else "FUTURE_REF")
    count = e.count * e.move
    suffix = f"T{e.part}" if e.part else ""
    if e.unit == "D" or e.unit is None:
        day = days_away(base.start, count) if base.start and base.precision is DatePrecision.DAY else None
        return of_day(day, suffix) if day else UNRESOLVED
    if e.unit in {"W", "F", "K"}:
        day = days_away(base.start, count * (14 if e.unit == "F" else 7)) if base.start else None
        return of_week(day) if day else UNRESOLVED
    if e.unit == "M":
        return of_parts(*months_away(base.year, base.month, count)) if base.month else UNRESOLVED
    if e.unit in {"Y", "E", "C"}:
        year = base.year + count * {"Y": 1, "E": 10, "C": 100}[e.unit]
        return of_parts(year) if e.unit == "Y" and year else Moment(f"{year:04d}"[:3]) if year > 0 else UNRESOLVED
    return replace(base, value=f"{base.value}TXX") if base.precision is DatePrecision.DAY else UNRESOLVED


def _period(e: Expression, context: Context, ahead: bool) -> Moment:
    """Resolve "last week", "this year", "that night", "the following month"."""
    base = context.near(e.unit) if e.is_anaphoric else context.day
    if base is None or base.year is None or e.move is None:
        return UNRESOLVED
    suffix = f"T{e.part}" if e.part else ""
    if e.unit == "Y":
        return of_parts(base.year + e.move) if base.year + e.move else UNRESOLVED
    if e.unit == "M":
        return of_parts(*months_away(base.year, base.month, e.move)) if base.month else UNRESOLVED
    if e.unit == "E":
        return Moment("PXDE")
    if base.start is None or base.precision is not DatePrecision.DAY:
        return UNRESOLVED
    if e.unit == "D":
        move = -1 if e.part == "NI" and e.move == -1 else e.move
        day = days_away(base.start, move)
        return of_day(day, suffix) if day else UNRESOLVED
    if e.unit == "K":
        return _weekend(base.start, e.move)
    day = days_away(base.start, 7 * e.move)
    return of_week(day) if day and e.unit == "W" else UNRESOLVED


def _weekend(day: date, move: int) -> Moment:
    """Return the weekend before, of or after a day; on a Saturday or Sunday the one that is on."""
    is_on = day.isoweekday() >= 6
    moved = days_away(day, 7 * move if not is_on or move > 0 else 0)
    return of_weekend(moved) if moved else UNRESOLVED


def _duration(e: Expression, context: Context, ahead: bool) -> Moment:
    pattern = _DURATIONS.get(e.unit or "")
    if pattern is None:
        return UNRESOLVED
    count = None if e.count is None else e.count * (2 if e.unit == "F" else 1)
    return Moment(pattern.format("X" if count is None else count))


def _named(e: Expression, context: Context, ahead: bool) -> Moment:
    return Moment(e.value)


def _decade(e: Expression, context: Context, ahead: bool) -> Moment:
    return replace(of_decade(e.value), year=None) if e.value else UNRESOLVED


def _clock(e: Expression, context: Context, ahead: bool) -> Moment:
    return UNRESOLVED


#: What each kind of expression means in its context; the flag says that its clause looks ahead.
MEANINGS: dict[Kind, Callable[[Expression, Context, bool], Moment]] = {
    Kind.CALENDAR: _calendar,
    Kind.DECADE: _decade,
    Kind.CENTURY: _decade,
    Kind.AWAY: _away,
    Kind.SHIFT: _shift,
    Kind.PERIOD: _period,
    Kind.DURATION: _duration,
    Kind.CLOCK: _clock,
    Kind.REFERENCE: _named,
}
