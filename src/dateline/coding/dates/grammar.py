"""The expressions of news time: patterns over the letters of tokens, each with what it means.

See :data:`dateline.coding.dates.tokens.KINDS` for the letters. The first pattern that fits at a place
is taken, so longer expressions stand before their parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dateline.coding.dates.tokens import Token


class Kind(StrEnum):
    """What an expression says."""

    CALENDAR = "calendar"  # a day, month, season or year, perhaps in part: "31 January", "Friday night"
    DECADE = "decade"  # "the 1990s"
    CENTURY = "century"  # "the 19th century"
    AWAY = "away"  # so many days from the day of the report: "yesterday", "two weeks ago"
    SHIFT = "shift"  # so much before or after the date told before: "a day earlier"
    PERIOD = "period"  # the last, this or the next week, month, year: "last year"
    DURATION = "duration"  # "two weeks"
    CLOCK = "clock"  # "5.30 p.m."
    REFERENCE = "reference"  # "now", "former", "daily"


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression over tokens ``first`` to ``last``, not yet resolved to days.

    ``move`` is -1 for last, earlier and ago, 1 for next and later. ``is_anaphoric`` says that the
    expression counts from the date told before, not from the day of the report; ``is_since`` that an event follows: "a day after the attack".
    """

    kind: Kind
    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    clock: str | None = None
    unit: str | None = None
    count: int | None = None
    move: int | None = None
    is_anaphoric: bool = False
    is_since: bool = False
    edge: str | None = None
    value: str | None = None


#: Of last year, of that year: what may stand in a year's place.
_OF_YEAR = "(?:,?f?t?[rx]U)"
_EDGE = "(?:E[i-]?t?|t?O?Dft?)?"
_PART = "(?:t?(?:E?R|EU)[fi]t?)?"
_WEEKDAY = "(?:t?[rx]?[WV][,(]?t?)?"
_NUMBER = "(?:w-w|a?[qw]f?|[dnw]|a)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"y-d-d"),
    ("slashes", r"s"),
    ("day_range", rf"{_PART}{_WEEKDAY}(?P<d1>[do])[-j]t?[do]f?M(?:,?y|{_OF_YEAR})?"),
    ("month_day_range", rf"{_PART}{_WEEKDAY}M(?P<d2>[do])[-j](?P<d3>[do])(?![MUn-])(?:,?y|{_OF_YEAR})?"),
    ("calendar", rf"{_PART}{_EDGE}{_WEEKDAY}(?:t?[do]f?M|tOfM)(?:,?yB?|B?[ny]B|{_OF_YEAR})?\)?R?"),
    ("month_day", rf"{_PART}{_EDGE}{_WEEKDAY}M[do](?:,?yB?|{_OF_YEAR})?R?"),
    ("month_range", rf"M[-j]M(?:f?,?y|{_OF_YEAR})"),
    ("calendar_month", rf"{_EDGE}(?:t?[rx])?M(?:f?,?yB?|f?[nd]B|{_OF_YEAR})?"),
    ("holiday", r"(?:t?R[fi])?t?H(?:,?f?y)?R?"),
    ("season", rf"{_EDGE}(?:t?[rx]|t)?S(?:f?yB?|f?[ndy]B|{_OF_YEAR})?"),
    ("weekday_week", rf"{_PART}{_EDGE}W'?R?f?[rx]U"),
    ("weekday", rf"{_PART}{_EDGE}(?:t?[rx])?W'?R?"),
    ("decade", rf"t?(?:E-?)?t?'?k"),
    ("century", r"t?[oO]-?U"),
    ("clock", r"cz?z?|[dnv]z(?!\w)z?"),
    ("before_yesterday", r"tU[bl]T"),
    ("night_of", rf"Gi?W(?!R)"),
    ("today", rf"{_PART}{_EDGE}[TG]R?"),
    ("part", r"(?:E[fi]?)?t?[rx]r?R|tR|hR"),
    ("ago", rf"~*{_NUMBER}-?Ug"),
    ("shift", rf"~*(?:{_NUMBER}-?|t)?U[bl](?!T)"),
    ("shift_next", r"tUx"),
    ("span_of", rf"(?:t|f)?(?:[rx]~*{_NUMBER}|~*{_NUMBER}[rx])U"),
    ("period", rf"{_EDGE}t?[rx]{{1,2}}U"),
    ("edge_unit", r"(?:Ei|t?O?Df)tU"),
    ("every", r"[eX]U?"),
    ("duration", rf"~*(?:{_NUMBER}|u)-?U"),
    ("year_range", r"(?P<y1>y)[-j](?P<y2>[yndk])(?!U)"),
    ("year", rf"{_EDGE}y|[ndy]B|B[ndy]"),
    ("weekend", r"tU"),
    ("ordinal", r"to(?!U)"),
    ("reference", r"ti?p|[PpQF]"),
)
_MASTER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS))


def read_expressions(tokens: Sequence[Token]) -> list[Expression]:
    """Return the time expressions of a document's tokens, in order and apart from one another."""
    letters = "".join(token.kind for token in tokens)
    found: list[Expression] = []
    position = 0
    while match := _MASTER.search(letters, position):
        name = next(name for name, _ in _PATTERNS if match[name] is not None)
        built = [e for e in _build(name, match, tokens) if _is_time(e, name, tokens)]
        found.extend(built)
        position = built[-1].last + 1 if built else match.start() + 1
    return found


def _build(name: str, match: re.Match[str], tokens: Sequence[Token]) -> list[Expression]:
    first, last = match.start(), match.end() - 1
    if tokens[last].kind in ",(":
        last -= 1
    if name in {"day_range", "month_day_range", "month_range", "year_range"}:
        return _build_range(name, match, tokens)
    base = _read_fields(first, last, tokens)
    return [_MEANINGS[name](base, tokens) if name in _MEANINGS else base]


def _read_fields(first: int, last: int, tokens: Sequence[Token]) -> Expression:
    """Read an expression's fields off the kinds of its tokens, whatever their order."""
    values: dict[str, int | str] = {}
    for token in tokens[first : last + 1]:
        values.setdefault(token.kind, token.value)
    era = values.get("B")
    year = values.get("y", values.get("n", values.get("d")) if era is not None else None)
    day = values.get("d", values.get("o")) if year != values.get("d") else None
    if "M" in values and day is None and "O" in values:
        day = values["O"]
    move = values.get("r", values.get("x", values.get("g", values.get("b", values.get("l")))))
    return Expression(
        Kind.CALENDAR,
        first,
        last,
        year=_number(year, -1 if era == -1 else 1),
        month=_number(values.get("M")),
        day=_number(day) if "M" in values else None,
        weekday=_number(values.get("W", values.get("V"))),
        season=_text(values.get("S")),
        part=_text(values.get("R")),
        unit=_text(values.get("U")),
        count=_count(tokens[first : last + 1]),
        move=_number(move),
        is_anaphoric="x" in values,
        edge=_text(values.get("E", values.get("D"))),
    )


def _number(value: int | str | None, sign: int = 1) -> int | None:
    return value * sign if isinstance(value, int) else None


def _text(value: int | str | None) -> str | None:
    return value if isinstance(value, str) else None


def _count(tokens: Sequence[Token]) -> int | None:
    """Return the number that the tokens say; None for vague ones ("several"), 1 for "a"."""
    numbers = [t.value for t in tokens if t.kind in "dnwq" and isinstance(t.value, int)]
    if numbers:
        return sum(numbers) or None
    return None if any(t.kind == "q" for t in tokens) else 1


def _build_range(name: str, match: re.Match[str], tokens: Sequence[Token]) -> list[Expression]:
    """Return two expressions that share what is said once: "20 to 21 April", "1914–18"."""
    whole = _read_fields(match.start(), match.end() - 1, tokens)
    if name == "year_range":
        first, second = tokens[match.start()].value, tokens[match.end() - 1].value
        start, end = int(first), int(str(second)[:4])
        if end < 100:
            end += start // 100 * 100
        pair = (replace(whole, last=whole.first, year=start), replace(whole, first=whole.last, year=end))
        return list(pair) if end > start else [pair[0]]
    if name == "month_range":
        second_month = next(i for i in range(match.start() + 1, match.end()) if tokens[i].kind == "M")
        return [
            replace(whole, last=match.start()),
            replace(whole, first=second_month, month=_number(tokens[second_month].value)),
        ]
    days = [i for i in range(match.start(), match.end()) if tokens[i].kind in "do"][:2]
    start_day, end_day = (_number(tokens[i].value) for i in days)
    start_end, end_start = (days[0], days[1])
    return [
        replace(whole, last=start_end, day=start_day, weekday=None),
        replace(whole, first=end_start, day=end_day, weekday=None),
    ]


def _period(base: Expression, tokens: Sequence[Token]) -> Expression:
    if tokens[base.last].word.lower.endswith("s"):
        return replace(base, kind=Kind.DURATION, count=None)
    is_day = base.unit == "D"
    return replace(base, kind=Kind.PERIOD, is_anaphoric=base.is_anaphoric or (is_day and (base.move or 0) > 0))


def _part(base: Expression, tokens: Sequence[Token]) -> Expression:
    """Read "this morning", "that night", "last night", "the next morning", "the morning"."""
    is_bare = base.move is None
    is_next = base.move == 1
    return replace(base, kind=Kind.PERIOD, unit="D", move=base.move or 0, is_anaphoric=base.is_anaphoric or is_next or is_bare)


def _shift(base: Expression, tokens: Sequence[Token]) -> Expression:
    """Read "a day later", "two weeks earlier", and "a day after" with what it followed."""
    last, following = tokens[base.last], tokens[base.last + 1]
    is_since = last.word.lower == "after" and following.kind not in ",|" and following.word.upos != "PUNCT"
    return replace(base, kind=Kind.SHIFT, is_since=is_since)


def _day_count(base: Expression, tokens: Sequence[Token]) -> Expression:
    token = next(t for t in tokens[base.first : base.last + 1] if t.kind in "TG")
    part = base.part or ("NI" if token.kind == "G" else None)
    return replace(base, kind=Kind.AWAY, unit="D", count=1, move=_number(token.value), part=part)


def _before_yesterday(base: Expression, tokens: Sequence[Token]) -> Expression:
    move = int(tokens[base.last].value) * 2
    return replace(base, kind=Kind.AWAY, unit="D", count=1, move=move)


def _slashes(base: Expression, tokens: Sequence[Token]) -> Expression:
    """Read 31/01/2026; where day and month could be either, only the year is known."""
    one, two, year = (int(n) for n in str(tokens[base.first].value).split("/"))
    if one > 12 or one == two:
        return replace(base, year=year, month=two, day=one)
    return replace(base, year=year, month=one, day=two) if two > 12 else replace(base, year=year)


def _clock(base: Expression, tokens: Sequence[Token]) -> Expression:
    first = tokens[base.first]
    digits = re.findall(r"\d+", str(first.value))
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    suffix = str(first.value).lstrip("0123456789:.") or next(
        (t.word.lower for t in tokens[base.first + 1 : base.last + 1] if t.kind == "z"), ""
    )
    if suffix.startswith("p") and hour < 12:
        hour += 12
    elif suffix.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return replace(base, kind=Kind.REFERENCE)
    return replace(base, kind=Kind.CLOCK, clock=f"{hour:02d}:{minute:02d}")


def _decade(base: Expression, tokens: Sequence[Token]) -> Expression:
    digits = str(tokens[base.last].value)
    return replace(base, kind=Kind.DECADE, value=digits[:-1] if len(digits) == 4 else f"19{digits[0]}")


def _century(base: Expression, tokens: Sequence[Token]) -> Expression:
    number = next(t.value for t in tokens[base.first : base.last + 1] if t.kind in "oO")
    return replace(base, kind=Kind.CENTURY, value=f"{int(number) - 1:02d}")


def _reference(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.REFERENCE, value=str(tokens[base.last].value))


def _iso(base: Expression, tokens: Sequence[Token]) -> Expression:
    month, day = tokens[base.first + 2].value, tokens[base.last].value
    return replace(base, month=_number(month), day=_number(day))


def _holiday(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, month=12, day=25)


def _kind(kind: Kind, **fields: object):  # type: ignore[no-untyped-def]
    return lambda base, tokens: replace(base, kind=kind, **fields)


_MEANINGS = {
    "iso": _iso,
    "slashes": _slashes,
    "holiday": _holiday,
    "decade": _decade,
    "century": _century,
    "clock": _clock,
    "before_yesterday": _before_yesterday,
    "night_of": lambda base, tokens: replace(base, part="NI"),
    "today": _day_count,
    "part": _part,
    "ago": _kind(Kind.AWAY),
    "shift": _shift,
    "shift_next": lambda base, tokens: replace(base, kind=Kind.SHIFT),
    "span_of": _kind(Kind.DURATION),
    "period": _period,
    "edge_unit": lambda base, tokens: replace(base, kind=Kind.PERIOD, move=0, is_anaphoric=True),
    "every": lambda base, tokens: replace(base, kind=Kind.REFERENCE, value=str(tokens[base.first].value)),
    "duration": _kind(Kind.DURATION),
    "weekend": lambda base, tokens: replace(base, kind=Kind.PERIOD, move=-1 if base.unit == "K" else 0),
    "ordinal": lambda base, tokens: replace(base, day=_number(tokens[base.last].value)),
    "reference": _reference,
}


def _is_time(expression: Expression, name: str, tokens: Sequence[Token]) -> bool:
    """Tell a time from what only looks like one: "1500 people", "the first day", "in March 20 people died"."""
    after = tokens[expression.last + 1] if expression.last + 1 < len(tokens) else None
    before = tokens[expression.first - 1] if expression.first else None
    if name == "year" and tokens[expression.first].kind == "y":
        return _is_year(tokens[expression.first], before, after)
    if name == "century":
        return expression.unit == "C"
    if name == "weekend":
        return expression.unit == "K"
    if name == "part" and expression.first < expression.last and tokens[expression.first].kind == "t":
        return expression.part is not None and expression.part != "NI"
    if name == "ordinal":
        return after is None or after.word.upos not in {"NOUN", "PROPN", "ADJ", "NUM"}
    if name == "duration" and tokens[expression.first].kind in "dnwa" and expression.unit in {"m", "S"}:
        return True
    return expression.kind is not Kind.REFERENCE or expression.value is not None


def _is_year(token: Token, before: Token | None, after: Token | None) -> bool:
    """Tell a year from a number of four figures, by what stands about it."""
    if after and after.kind == "." and after.word.upos in {"NOUN", "ADJ"} and after.word.end - token.word.end > 1:
        return before is not None and before.word.lower == "the"
    return before is None or before.word.upos != "SYM"
