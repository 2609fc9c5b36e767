"""Where in the syntax of a report its place mentions stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.codebook import load_lines
from dateline.coding.place_ties import leads_to, tie
from dateline.coding.place_uses import uses_of
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
    words after it name as holding it. ``uses`` are what place_uses.py says of the mention,
    and ``row`` is how many places are named in one row with it: "Quetta, Nushki and Mastung", of which it may be the
    first; the two of "between Djibo and Bourzanga" are no row, but one place.
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
    uses: frozenset[str] = frozenset()
    row: int = 1
    heads_row: bool = False


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
                uses_of(sentence, first, last) | _adjective(sentence, first, last, mention.location),
            )
        )
    return _count_rows(document, _mark_holders(found))


def _adjective(sentence: Sentence, first: int, last: int, location: Location) -> frozenset[str]:
    """Return the use of a country that only says whose something is: "US drones", "Pakistan's army"."""
    head = next((i for i in range(first, last + 1) if not first <= sentence.words[i].head <= last), first)
    word = sentence.words[head]
    bound = word.deprel in {"compound", "amod", "nmod:poss"} and word.head >= 0
    before_place = bound and sentence.words[word.head].upos == "PROPN"
    is_adjective = location.precision == "country" and bound and not before_place
    return frozenset({"adjective"}) if is_adjective else frozenset()


def _mark_holders(stands: Sequence[Stand]) -> list[Stand]:
    """Mark the mentions that only say where the place before them lies: Mali in "Djibo, a town near Mali" no, in
    "Gao in Mali" yes."""
    found = list(stands)
    for index, stand in enumerate(stands):
        if index and stand.sentence == stands[index - 1].sentence and stand.key in stands[index - 1].within:
            found[index] = replace(stand, uses=stand.uses | {"holder"})
    return found


def _count_rows(document: Document, stands: Sequence[Stand]) -> list[Stand]:
    """Return the mentions with the length of the row that each stands in."""
    rows: list[list[Stand]] = []
    for stand in stands:
        if rows and _continues_row(document, rows[-1][-1], stand):
            rows[-1].append(stand)
        else:
            rows.append([stand])
    return [stand for row in rows for stand in _as_row(document, row)]


def _as_row(document: Document, row: Sequence[Stand]) -> list[Stand]:
    length = len({stand.key for stand in row if not _leads_on(stand, row)})
    if length < 2 or _is_between(document, row[0]):
        return list(row)
    return [replace(stand, row=length, heads_row=stand.key == row[0].key) for stand in row]


def _is_between(document: Document, stand: Stand) -> bool:
    """Tell whether a place is the first of two that an event lies between: "between Djibo and Bourzanga"."""
    before = document.sentences[stand.sentence].words[max(0, stand.first - 2) : stand.first]
    return any(word.lower in load_lines("between_words.txt") for word in before)


def _continues_row(document: Document, before: Stand, stand: Stand) -> bool:
    if before.sentence != stand.sentence or before.dateline != stand.dateline:
        return False
    between = document.sentences[stand.sentence].words[before.last + 1 : stand.first]
    return 0 < len(between) <= 3 and all(w.lower in {",", "and", "or", "the", "&", ";"} for w in between)


def _leads_on(stand: Stand, row: Sequence[Stand]) -> bool:
    """Tell whether a mention only says where another of its row lies."""
    return any(stand.key in other.within for other in row)


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
