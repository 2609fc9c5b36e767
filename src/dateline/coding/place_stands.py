"""Where in the syntax of a report its place mentions stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.place_ties import leads_to, tie
from dateline.gazetteer.names import division_words
from dateline.language.document import Document, Sentence
from dateline.model import Location, PlaceMention

_MARK = re.compile(r"[—–:|]$|^[—–|-]|\.-$|^\d{1,2}\.\d{1,2}\.\d{2,4}$|\)$")
_HEAD_WORDS, _HEAD_LINES = 12, 3


@dataclass(frozen=True, slots=True)
class Stand:
    """A place mention on words ``first`` to ``last`` of a sentence.

    ``free`` is False inside the name of something else, ``dateline`` True at the head of the dispatch, ``area``
    tells that a word beside it makes it a division ("Beni region"), ``locative`` (0 to 1) how much its
    preposition says that something happened there, and ``within`` holds the keys of the places that the
    words after it name as holding it.
    """

    location: Location
    key: str
    sentence: int
    first: int
    last: int
    start: int
    free: bool
    dateline: bool
    locative: float
    area: bool = False
    within: tuple[str, ...] = ()


def stand_of(document: Document, places: Sequence[PlaceMention]) -> list[Stand]:
    """Return the place mentions of a report with the words they stand on."""
    at = {word.start: (s.index, word.index) for s in document.sentences for word in s.words}
    heads = dateline_spans(document.text)
    found: list[Stand] = []
    for index, mention in enumerate(places):
        if mention.span.start not in at:
            continue
        number, first = at[mention.span.start]
        sentence = document.sentences[number]
        last = _last_word(sentence, first, mention.span.end)
        found.append(
            Stand(
                mention.location,
                mention.span.quote.casefold(),
                number,
                first,
                last,
                mention.span.start,
                _is_free(sentence, first, last),
                any(start <= mention.span.start < end for start, end in heads),
                tie(sentence, first, last, -1),
                _is_area(sentence, first, last),
                tuple(_holders(document, sentence, last, places[index + 1 : index + 3])),
            )
        )
    return found


def _last_word(sentence: Sentence, first: int, end: int) -> int:
    last = first
    while last + 1 < len(sentence.words) and sentence.words[last + 1].start < end:
        last += 1
    return last


def _is_free(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words stand by themselves, not inside the name of a person or an organisation."""
    others = [name for name in sentence.names if name.kind != "LOC"]
    if any(name.first <= first and last <= name.last for name in others):
        return False
    return not (
        first >= 2 and sentence.words[first - 1].lower == "of" and any(n.last in {first - 2, first - 1} for n in others)
    )


def _is_area(sentence: Sentence, first: int, last: int) -> bool:
    after = sentence.words[last + 1].lower if last + 1 < len(sentence.words) else ""
    return after in division_words() or (last > first and sentence.words[last].lower in division_words())


def _holders(document: Document, sentence: Sentence, last: int, after: Sequence[PlaceMention]) -> list[str]:
    found: list[str] = []
    for mention in after:
        first = next((w.index for w in sentence.words if w.start == mention.span.start), None)
        if first is None or not leads_to(sentence, last, first):
            break
        found.append(mention.span.quote.casefold())
        last = _last_word(sentence, first, mention.span.end)
    return found


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the datelines at the head of a text: no lower-case word, then a mark.

    >>> dateline_spans("QUETTA, Jan 31 (AFP) — Gunmen killed ten.")
    [(0, 22)]
    >>> dateline_spans("Gunmen killed ten in Quetta.")
    []
    """
    found, start = [], 0
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        end = 0
        for token in list(re.finditer(r"\S+", line))[:_HEAD_WORDS]:
            if token.group()[0].islower():
                break
            if _MARK.search(token.group()):
                end = token.end()
        if end:
            found.append((start, start + end))
        start += len(line) + 1
    return found
