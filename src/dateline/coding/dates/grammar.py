"""The expressions of news time: patterns over the letters of tokens, each with what it means.

See :data:`dateline.coding.dates.tokens.KINDS` for the letters. The first pattern that fits at a place
is taken, so longer expressions stand before their parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coding.dates.expression import Expression, Kind
from dateline.coding.dates.readings import build
from dateline.coding.dates.tokens import Token

#: A bare number below this is a year only after "in", "early" or the like.
_OLD = 1500
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
    ("month_day", rf"{_PART}{_EDGE}{_WEEKDAY}(?:t?[rx])?M[do](?:,?yB?|{_OF_YEAR})?R?"),
    ("month_range", rf"M[-j]M(?:f?,?y|{_OF_YEAR})"),
    ("calendar_month", rf"{_EDGE}(?:t?[rx])?M(?:f?,?yB?|f?[nd]B|{_OF_YEAR})?"),
    ("holiday", r"(?:t?R[fi])?t?H(?:,?f?y)?R?"),
    ("season", rf"{_EDGE}(?:t?[rx]|t)?S(?:f?yB?|f?[ndy]B|{_OF_YEAR})?"),
    ("weekday_week", rf"{_PART}{_EDGE}W'?R?f?[rx]U"),
    ("weekday", rf"{_PART}{_EDGE}(?:t?[rx])?W'?R?"),
    ("decade", r"t?(?:E-?)?t?'?k"),
    ("century", r"t?[oO]-?U"),
    ("clock", r"cz{0,2}|[dnv]z{1,2}"),
    ("before_yesterday", r"tU[bl]T"),
    ("night_of", r"Gi?W(?!R)"),
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
        built = [e for e in build(name, match, tokens) if _is_time(e, name, tokens)]
        found.extend(built)
        position = built[-1].last + 1 if built else match.start() + 1
    return found


def _is_time(expression: Expression, name: str, tokens: Sequence[Token]) -> bool:
    """Tell a time from what only looks like one: "1500 people", "the first day", "in March 20 people died"."""
    after = tokens[expression.last + 1] if expression.last + 1 < len(tokens) else None
    before = tokens[expression.first - 1] if expression.first else None
    if name == "year" and tokens[expression.first].kind == "y":
        return _is_year(tokens[expression.first], before, after)
    if name == "shift" and before is not None and before.word.lower == "to":
        return tokens[expression.first].kind != "t"
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
    if int(token.value) < _OLD:
        return before is not None and before.kind in "iEf"
    return before is None or before.word.upos != "SYM"
