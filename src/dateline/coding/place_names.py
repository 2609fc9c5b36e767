"""Find the names of places in a parsed report, before any of them is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook import load_lines
from dateline.gazetteer import Gazetteer, Place
from dateline.language.document import Document, Sentence, Word

#: How many words beyond a name, on either side, the gazetteer is asked for, and the longest name asked.
REACH, LONGEST = 3, 4
#: A name that the model missed must be a country, a first division or a town of at least so many people;
#: inside the name of an organisation, of more.
KNOWN_TOWN, KNOWN_CITY = 20_000, 100_000

Senses = dict[str, tuple[Place, ...]]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Words ``first`` to ``last`` (inclusive) of a sentence that name a place.

    ``asked`` is the name as the gazetteer knows it, without the "city" or "northern" of the report.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    asked: str


def find_place_names(document: Document, gazetteer: Gazetteer) -> tuple[list[PlaceName], Senses]:
    """Return the place names of a report in text order, and the senses of each name asked for."""
    tagged = [list(_tagged(sentence)) for sentence in document.sentences]
    windows = [[_windows(s, *span) for span in spans] for s, spans in zip(document.sentences, tagged, strict=True)]
    loose = [list(_loose(sentence)) for sentence in document.sentences]
    asked: set[str] = set()
    for sentence, several, runs in zip(document.sentences, windows, loose, strict=True):
        asked.update(_quote(document, sentence, *span) for spans in several for span in spans)
        asked.update(form for spans in several for form in _shorter(_quote(document, sentence, *spans[-1])))
        asked.update(_quote(document, sentence, *run) for run in runs)
    senses = gazetteer.lookup_all(asked)
    found: list[PlaceName] = []
    taken: set[tuple[int, int]] = set()
    for sentence, several in zip(document.sentences, windows, strict=True):
        for spans in several:
            name = _settle(document, sentence, spans, senses)
            if not _is_people(name.text, senses, gazetteer):
                _take(name, found, taken)
    sure = {name.asked.casefold() for name in found}
    for sentence, runs in zip(document.sentences, loose, strict=True):
        for run in sorted(runs, key=lambda r: (r[0], -r[1])):
            name = _name(document, sentence, *run)
            if _is_safe(name, sentence, senses, sure, gazetteer):
                _take(name, found, taken)
    return sorted(found, key=lambda name: name.start), senses


def _is_people(text: str, senses: Senses, gazetteer: Gazetteer) -> bool:
    """Tell whether a name is only a nation's adjective: "Chadian", but not "U.S." or "Georgia"."""
    places = senses.get(text, ())
    return gazetteer.atlas.people(text) is not None and not (places and places[0].feature == "PCLI")


def _take(name: PlaceName, found: list[PlaceName], taken: set[tuple[int, int]]) -> None:
    words = {(name.sentence, index) for index in range(name.first, name.last + 1)}
    if not words & taken:
        found.append(name)
        taken |= words


def _quote(document: Document, sentence: Sentence, first: int, last: int) -> str:
    return document.text[sentence.words[first].start : sentence.words[last].end]


def _name(document: Document, sentence: Sentence, first: int, last: int, asked: str = "") -> PlaceName:
    start, end = sentence.words[first].start, sentence.words[last].end
    quote = document.text[start:end]
    return PlaceName(sentence.index, first, last, start, end, quote, asked or quote)


def _tagged(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the model's LOC names, cut at commas and possessives, without article or direction before them."""
    for begin, end in _runs(sentence):
        first = begin
        for index in range(begin, end + 2):
            if index <= end and sentence.words[index].lower not in {",", ";", "(", "'s", "’s"}:
                continue
            start, stop = _trim(sentence.words, first, index - 1)
            if start <= stop:
                yield start, stop
            first = index + 1


def _runs(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the model's LOC names, those that touch joined: "Let Yet" and "Kone" are one."""
    runs: list[tuple[int, int]] = []
    for name in sorted((n for n in sentence.names if n.kind == "LOC"), key=lambda n: n.first):
        if runs and name.first == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], name.last)
        else:
            runs.append((name.first, name.last))
    return runs


def _trim(words: list[Word], first: int, last: int) -> tuple[int, int]:
    while first <= last and not words[first].text[0].isupper() and not _begins_arabic(words, first, last):
        first += 1
    while first <= last and not words[last].text[-1].isalnum() and words[last].text[-1] != ".":
        last -= 1
    return first, last


def _begins_arabic(words: list[Word], first: int, last: int) -> bool:
    """Tell whether a lower-case word is the article of the name: "al-Bab"."""
    return first + 2 <= last and words[first + 1].text == "-" and words[first].lower in load_lines("name_joiners.txt")


def _windows(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """Return the spans that a tagged name may really have, the longest first, the tagged one last."""
    words = sentence.words
    people = {i for name in sentence.names if name.kind == "PER" for i in range(name.first, name.last + 1)}
    first, last = _over_hyphens(words, first, last)
    left, right = first, last
    while left > 0 and first - left < REACH and _continues(words[left - 1]) and left - 1 not in people:
        left -= 1
    while right + 1 < len(words) and right - last < REACH and _continues(words[right + 1]) and right + 1 not in people:
        right += 1
    spans = [
        (a, b)
        for a in range(left, first + 1)
        for b in range(last, right + 1)
        if (a == first or words[a].text[0].isupper()) and (b == last or words[b].text[0].isupper())
    ]
    return sorted(spans, key=lambda span: (span == (first, last), span[0] - span[1], span))


def _continues(word: Word) -> bool:
    return word.text[0].isupper() or word.lower in {"'s", "’s"} or word.lower in load_lines("name_joiners.txt")


def _over_hyphens(words: list[Word], first: int, last: int) -> tuple[int, int]:
    """Widen a span over what hyphens join to it: "Shar-e-Safa", "al-Bab"; not "Iran-backed"."""
    while (
        last + 2 < len(words)
        and _joined(words, last)
        and (
            words[last + 2].text[0].isupper()
            or (last + 4 < len(words) and _joined(words, last + 2) and words[last + 4].text[0].isupper())
        )
    ):
        last += 2
    while first >= 2 and _joined(words, first - 2) and words[first - 2].lower in load_lines("name_joiners.txt"):
        first -= 2
    return first, last


def _joined(words: list[Word], index: int) -> bool:
    """Tell whether a word is followed by a hyphen and another word without a space."""
    return (
        words[index + 1].text in {"-", "‑"}
        and words[index].end == words[index + 1].start
        and words[index + 1].end == words[index + 2].start
    )


def _shorter(text: str) -> list[str]:
    """Return a name and the names within it, should nobody know it whole: without a direction or "city"."""
    words = text.split()
    forms = [text]
    if len(words) > 1 and words[0].lower() in load_lines("directions.txt"):
        forms.append(" ".join(words[1:]))
    if len(words) > 1 and words[-1].lower() in load_lines("site_words.txt"):
        forms.append(" ".join(words[:-1]))
    return forms


def _settle(document: Document, sentence: Sentence, spans: Sequence[tuple[int, int]], senses: Senses) -> PlaceName:
    """Return the longest span that the gazetteer knows, else the tagged one."""
    for span in spans[:-1]:
        places = senses[_quote(document, sentence, *span)]
        joins = any(sentence.words[i].lower == "and" for i in range(span[0], span[1] + 1))
        if places and (places[0].level < 2 or not joins):
            return _name(document, sentence, *span)
    text = _quote(document, sentence, *spans[-1])
    known = next((form for form in _shorter(text) if senses[form]), text)
    return _name(document, sentence, *spans[-1], known)


def _loose(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield runs of capitalised words outside the names of people and places, for the gazetteer to judge."""
    words = sentence.words
    kinds = {i: n.kind for n in sentence.names for i in range(n.first, n.last + 1)}
    for first in range(len(words)):
        if not _can_name(words[first], kinds.get(first)):
            continue
        for last in range(first, min(first + LONGEST, len(words))):
            if kinds.get(last) in {"LOC", "PER"} or not _continues(words[last]):
                break
            if words[last].text[0].isupper():
                yield first, last


def _can_name(word: Word, kind: str | None) -> bool:
    return kind not in {"LOC", "PER"} and word.text[0].isupper() and word.upos in {"PROPN", "NOUN", "ADJ", "X"}


def _is_safe(name: PlaceName, sentence: Sentence, senses: Senses, sure: set[str], gazetteer: Gazetteer) -> bool:
    """Tell whether a name that the model did not call a place is one nonetheless."""
    lower = name.text.lower()
    places = senses[name.asked]
    if lower in load_lines("not_places.txt") or lower in load_lines("directions.txt"):
        return False
    if name.asked.casefold() in sure:
        return True
    if not places:
        return _is_called_a_place(name, sentence, gazetteer)
    is_country = places[0].feature == "PCLI"
    if _is_people(name.asked, senses, gazetteer):
        return False
    if is_country and (name.first > 0 or len(lower) > 3):
        return True
    largest = max(place.population for place in places)
    if any(n.kind == "ORG" and n.first <= name.first and name.last <= n.last for n in sentence.names):
        return len(lower) > 3 and (places[0].level < 2 or largest >= KNOWN_CITY)
    before = sentence.words[name.first - 1].lower if name.first else ""
    known = places[0].level < 2 or largest >= KNOWN_TOWN
    return len(lower) > 2 and before in load_lines("place_prepositions.txt") and (known or before in {"in", "near"})


def _is_called_a_place(name: PlaceName, sentence: Sentence, gazetteer: Gazetteer) -> bool:
    """Tell whether the words around an unknown name call it a place: "the village of Nadimarg", "near Togoga"."""
    words = sentence.words
    inside = [name_.kind for name_ in sentence.names if name_.first <= name.last and name.first <= name_.last]
    if inside or any(words[i].upos != "PROPN" for i in (name.first, name.last)) or gazetteer.atlas.people(name.text):
        return False
    if (name.first > 0 and words[name.first - 1].upos == "PROPN") or _continues_after(words, name.last):
        return False
    before = [word.lower for word in words[max(0, name.first - 2) : name.first]]
    after = words[name.last + 1].lower if name.last + 1 < len(words) else ""
    kinds = load_lines("place_kinds.txt")
    return after in kinds or before[-1:] == ["near"] or (len(before) == 2 and before[0] in kinds and before[1] == "of")


def _continues_after(words: list[Word], last: int) -> bool:
    return last + 1 < len(words) and words[last + 1].upos == "PROPN"
