"""The words of an event in its report, weighed by how rare they are in dispatches."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from dateline.model import Event, Report, ReportedEvent, Role

#: Characters of a report that are read: the head of a dispatch says what it is about.
READ = 6000
#: Characters around the words of a background event that tell of it too.
_AROUND = 160
_WORD = re.compile(r"[^\W_]+")
_INSIDE = re.compile(r"[\w,;][ -]")
_DATA = files("dateline.linking") / "data"


def compare_words(a: ReportedEvent, b: ReportedEvent) -> tuple[float, float]:
    """Return how alike the words of two events are (cosine), and how far the names of one are those of the other.

    Both are 0 to 1; a rare word weighs more than a common one.
    """
    one, other = event_words(a), event_words(b)
    return _cosine(one, other), _overlap(one, other)


class Words:
    """The words of an event with their weights, those of them that are names, and how much all of each weigh."""

    __slots__ = ("length", "names", "size", "words")

    def __init__(self, text: str) -> None:
        self.words = {word: rarity(word) for word in sorted(tokens(text))}
        self.names = {word: self.words[word] for word in sorted(set(_names(text))) if word in self.words}
        self.length = math.sqrt(math.fsum(weight**2 for weight in self.words.values()))
        self.size = math.fsum(self.names.values())


def event_words(one: ReportedEvent) -> Words:
    """Return the words that tell of an event: the report's for a main event, those around it for background."""
    return _words(event_text(one))


def event_text(one: ReportedEvent) -> str:
    """Return the text that tells of an event."""
    return _text(one.report, one.event)


@lru_cache(maxsize=8192)
def _words(text: str) -> Words:
    return Words(text)


def tokens(text: str) -> set[str]:
    """Return the words and numbers of a text, folded; common words of one or two letters are left out."""
    return {word for word in _WORD.findall(text.casefold()) if len(word) > 2 or word.isdecimal()}


def rarity(word: str) -> float:
    """Return the weight of a word: how many bits its presence in a dispatch tells.

    >>> rarity("police") < rarity("deputy") < rarity("nushki")
    True
    """
    frequencies, count = _frequencies()
    return math.log((count + 1) / (frequencies.get(word, 0) + 0.5))


def is_common(word: str) -> bool:
    """Tell whether a folded word stands in many dispatches."""
    return word in _frequencies()[0]


def _text(report: Report, event: Event) -> str:
    whole = f"{report.title or ''}\n{report.text[:READ]}"
    if event.role is Role.MAIN:
        return whole
    spans = [event.trigger, *(claim.evidence for claim in event.casualties)]
    places = [event.location.name] if event.location else []
    near = (report.text[max(0, s.start - _AROUND) : s.end + _AROUND] or s.quote for s in spans)
    return "\n".join((*near, *places, *event.perpetrators, *event.targets))


def _names(text: str) -> Iterable[str]:
    """Yield the numbers, and the capitalised words that stand inside a sentence."""
    for match in _WORD.finditer(text):
        word, before = match[0], text[max(0, match.start() - 2) : match.start()]
        if word.isdecimal() or (word[0].isupper() and _INSIDE.fullmatch(before)):
            yield word.casefold()


def _cosine(a: Words, b: Words) -> float:
    shared = math.fsum(a.words[word] ** 2 for word in a.words.keys() & b.words.keys())
    return shared / (a.length * b.length) if shared else 0.0


def _overlap(a: Words, b: Words) -> float:
    shared = math.fsum(a.names[word] for word in a.names.keys() & b.names.keys())
    return shared / min(a.size, b.size) if shared else 0.0


@cache
def _frequencies() -> tuple[dict[str, int], int]:
    """Return in how many of how many dispatches each word stands, read once."""
    lines = (_DATA / "word_frequencies.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    found = {word: int(count) for word, count in rows}
    return found, found.pop("*")
