"""The head of a dispatch: "QUETTA, Pakistan, Jan 31 (Reuters) –", found before anything is parsed.

A head is no sentence: it names a place, a day and an agency and ends at a dash, a colon or the like.
It stands at the start of one of the first lines, after a headline, a byline or a line with the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_lines, load_table

#: Lines that may stand above the head: headline, second headline, byline, day.
_LINES = 6
#: No head is longer than this.
_REACH = 160
#: A line shorter than this is a headline or byline, unless it ends as a sentence does.
_PROSE = 90
#: A place in small letters with nothing else about it has no more words than this.
_NAME = 3


@dataclass(frozen=True, slots=True)
class DispatchHead:
    """Offsets of a head, the places and the day as written, and the agency by its kept name."""

    start: int
    end: int
    place: str | None
    day: str | None
    agency: str | None


@cache
def agencies() -> dict[str, str]:
    """Return the names agencies go by, each with the name the ledger keeps.

    >>> agencies()["Agence France-Presse"]
    'AFP'
    """
    pairs = (line.partition("=") for line in load_lines("agencies.txt"))
    return {name.strip(): (kept or name).strip() for name, _, kept in pairs}


@cache
def day_pattern() -> str:
    """Return a pattern of a day as heads write it: "Jan 31", "31 January 2026", "Sun, 03 Jul, 2022"."""
    table = load_table("dates.toml")
    months = _either(table["months"])
    weekdays = _either([*table["weekdays"], *table["short_weekdays"]])
    year = r"(?:,?\s*(?:19|20)\d\d\b)?"
    number = r"\(?\d{1,2}(?:st|nd|rd|th)?\)?"
    return (
        rf"(?:(?:{weekdays})\b\.?,?\s*)?(?:\b(?:{months})\b\.?,?\s*{number}(?!\d){year}"
        rf"|{number}\s*(?:of\s+)?(?:{months})\b\.?{year}|\b(?:{months})\b\.?\s+(?:19|20)\d\d\b)"
    )


@cache
def _pattern() -> re.Pattern[str]:
    table = load_table("dates.toml")
    names = _either(agencies(), escape=True)
    calendar = _either([*table["months"], *table["weekdays"]])
    # Capitalised words, joined by blanks, hyphens or the small words of place names.
    word = rf"(?!(?i:{calendar})\b)[^\W\d_a-zß-ÿ][\w'’.]*"
    place = rf"{word}(?:(?:[ \-–]|[ -](?:of|the|and|de|del|la|al|el|es|in|au|sur)[ -]){word}){{0,6}}"
    places = rf"{place}(?:\s?[,/]\s?{place}){{0,3}}"
    day = rf"(?i:{day_pattern()})"
    bracket = r"\((?P<bracket>[^()\n]{2,50})\)"
    mark = r"(?:\.?\s*(?:--+|[—–−_•|:]|//|-(?=\s)|\.-+)\s*)"
    return re.compile(
        rf"(?:(?P<first>{names})(?P<comma>,\s*)?(?(comma)|\s*(?:\||[-–—:]+\s)\s*))?"
        rf"(?:(?P<early>{day})(?:,?\s+|\s*[-–—/]+\s*))?"
        rf"(?P<place>{places})?"
        rf"(?:[,.:]?\s*(?P<day>{day}))?"
        rf"(?:\s*[,|–—-]?\s*(?:{bracket}|(?P<agency>{names})(?=\s*[|–—:_-])))?"
        rf"(?:\s*(?P<late>{day}))?"
        rf"(?P<mark>{mark})?"
    )


def find_head(text: str) -> DispatchHead | None:
    """Return the head of a dispatch, or None when the report begins without one.

    >>> find_head("Four die\\n\\nQUETTA, Jan 31 (Reuters) - Gunmen killed four.").agency
    'Reuters'
    """
    for start, end in _first_lines(text):
        found = _head_at(text, start, end)
        if found:
            return found
    return None


def _first_lines(text: str) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n\r\v\f\u2028\u2029]+", text):
        if match[0].isspace():
            continue
        lines.append((match.end() - len(match[0].lstrip()), match.end()))
        if len(lines) == _LINES:
            break
    return lines


def _head_at(text: str, start: int, end: int) -> DispatchHead | None:
    match = _pattern().match(text[: min(end, start + _REACH)], start)
    if not match or match.end() == start:
        return None
    named = match["first"] or match["agency"]
    agency = agencies()[named] if named else None
    day = match["day"] or match["early"] or match["late"]
    if match["bracket"]:
        agency = agency or _agency_in(match["bracket"])
        inner = re.search(day_pattern(), match["bracket"], re.IGNORECASE)
        day = day or (inner[0] if inner else None)
    if not _is_head(match, text[match.end() : end], agency, day):
        return None
    if match["first"] and not match["mark"]:
        return DispatchHead(start, max(match.end("first"), match.start("place")), None, day, agency)
    return DispatchHead(start, match.end(), match["place"], day, agency)


def _is_head(match: re.Match[str], rest: str, agency: str | None, day: str | None) -> bool:
    """Decide whether the parts found make a head: enough of them, and prose behind."""
    if _is_label(match["place"]):
        return False
    place, mark = match["place"], bool(match["mark"] or (match["first"] and not match["comma"]))
    if not rest.strip():
        return bool(place and day and (agency or mark or place.isupper()))
    is_prose = len(rest) >= _PROSE or rest.rstrip()[-1:] in '.!?"”’)'
    if not mark:
        return bool(match["bracket"] and agency and is_prose and rest[:1].isspace())
    if agency or day:
        return is_prose or bool(place)
    if place is None or (match["bracket"] and not place.isupper()):
        return False
    longest = max(len(part.split()) for part in re.split("[,/]", place))
    if not place.isupper() and (longest > _NAME or (len(rest) < _PROSE and "," not in place)):
        return False
    return is_prose and rest.lstrip()[:1] not in "\"'“‘"


def _is_label(place: str | None) -> bool:
    """Tell whether the words where a place would stand are a label: "UPDATE:", "By A. Khan -"."""
    if place is None:
        return False
    labels = {label.casefold() for label in load_lines("head_labels.txt")}
    words = place.casefold()
    return words in labels or words.startswith("by ") or words.partition(" ")[0] in {"update", "updated"}


def _agency_in(words: str) -> str | None:
    """Return the first agency named among the words of a bracket: "AFP/REUTERS", "UPI, May 3"."""
    known = agencies()
    if words.strip() in known:
        return known[words.strip()]
    upper = {name.upper(): kept for name, kept in known.items()}
    for part in re.split(r"\s*[,/;&|]\s*|\s+and\s+", words):
        if part.strip().upper() in upper:
            return upper[part.strip().upper()]
    return None


def _either(words: Iterable[str], *, escape: bool = False) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) if escape else word for word in ordered)
