"""From the tokens that a pattern of the grammar matched to what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.coding.dates.expression import Expression, Kind
from dateline.coding.dates.tokens import Token


def build(name: str, match: re.Match[str], tokens: Sequence[Token]) -> list[Expression]:
    """Return the expressions that a match of the pattern ``name`` says: two for a range, else one."""
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
    day = values.get("d", values.get("o")) if year is None or year != values.get("d") else None
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
    is_vague = any(t.kind == "q" or (t.kind == "U" and t.word.lower.endswith("s")) for t in tokens)
    return None if is_vague else 1


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
    return replace(
        base, kind=Kind.PERIOD, unit="D", move=base.move or 0, is_anaphoric=base.is_anaphoric or is_next or is_bare
    )


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


def _ago(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.AWAY)


def _duration(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.DURATION)


def _shift_next(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.SHIFT)


def _night_of(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, part="NI")


def _edge_unit(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.PERIOD, move=0, is_anaphoric=True)


def _every(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.REFERENCE, value=str(tokens[base.first].value))


def _weekend(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, kind=Kind.PERIOD, move=-1)


def _ordinal(base: Expression, tokens: Sequence[Token]) -> Expression:
    return replace(base, day=_number(tokens[base.last].value))


_MEANINGS: dict[str, Callable[[Expression, Sequence[Token]], Expression]] = {
    "iso": _iso,
    "slashes": _slashes,
    "holiday": _holiday,
    "decade": _decade,
    "century": _century,
    "clock": _clock,
    "before_yesterday": _before_yesterday,
    "night_of": _night_of,
    "today": _day_count,
    "part": _part,
    "ago": _ago,
    "shift": _shift,
    "shift_next": _shift_next,
    "span_of": _duration,
    "period": _period,
    "edge_unit": _edge_unit,
    "every": _every,
    "duration": _duration,
    "weekend": _weekend,
    "ordinal": _ordinal,
    "reference": _reference,
}
