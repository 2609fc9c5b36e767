"""Find the names of places in a parsed report, before any of them is resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.codebook import load_lines
from dateline.gazetteer import Gazetteer, Place
from dateline.language.document import Document, Name, Sentence, Word

#: The most words of a name that the gazetteer is asked for.
LONGEST = 4
#: A name that the model missed must be a country, a first division or a town of at least this many people.
KNOWN_TOWN = 20_000


@dataclass(frozen=True, slots=True)
class PlaceName:
    """Words ``first`` to ``last`` (inclusive) of a sentence that name a place.

    ``asked`` is the name as the gazetteer knows it (without "northern" or the article); ``part`` tells
    that it stands inside the name of something else ("Quetta Gladiators").
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    asked: str
    part: bool = False


def find_place_names(document: Document, gazetteer: Gazetteer) -> tuple[list[PlaceName], dict[str, tuple[Place, ...]]]:
    """Return the place names of a report in text order, and the senses of each name asked for."""
    tagged = [name for sentence in document.sentences for name in _tagged(document.text, sentence)]
    loose = [name for sentence in document.sentences for name in _loose(document.text, sentence, tagged)]
    asked = {form for name in tagged for form in _shorter(name)} | {name.asked for name in loose}
    senses = gazetteer.lookup_all(asked)
    found = [_settle(name, senses) for name in tagged]
    taken = {(name.sentence, i) for name in found for i in range(name.first, name.last + 1)}
    sure = {name.asked.lower() for name in found}
    for name in sorted(loose, key=lambda n: (n.sentence, n.first, n.first - n.last)):
        words = {(name.sentence, i) for i in range(name.first, name.last + 1)}
        if not words & taken and _is_safe(name, document.sentences[name.sentence], senses, sure, gazetteer):
            found.append(name)
            taken |= words
    found.sort(key=lambda name: name.start)
    return found, senses


def _tagged(text: str, sentence: Sentence) -> Iterator[PlaceName]:
    """Yield the model's LOC names, cut at commas and without a direction or article before them."""
    for name in sentence.names:
        if name.kind == "LOC":
            yield from _cut(text, sentence, name)


def _cut(text: str, sentence: Sentence, name: Name) -> Iterator[PlaceName]:
    first = name.first
    for index in range(name.first, name.last + 2):
        if index <= name.last and sentence.words[index].text not in {",", ";", "("}:
            continue
        start, stop = _trim(sentence.words, first, index - 1)
        if start <= stop:
            yield _name(text, sentence, start, stop)
        first = index + 1


def _trim(words: list[Word], first: int, last: int) -> tuple[int, int]:
    directions = load_lines("directions.txt")
    while first < last and (words[first].lower in directions or words[first].lower == "the") and words[first].text.islower():
        first += 1
    while first <= last and not words[last].text[-1].isalnum() and words[last].text[-1] not in ".'’":
        last -= 1
    while first <= last and words[last].lower in {"'s", "’s"}:
        last -= 1
    return first, last


def _name(text: str, sentence: Sentence, first: int, last: int, part: bool = False) -> PlaceName:
    start, end = sentence.words[first].start, sentence.words[last].end
    quote = text[start:end]
    return PlaceName(sentence.index, first, last, start, end, quote, quote, part)


def _shorter(name: PlaceName) -> list[str]:
    """Return a tagged name and, should nobody know it, the name without its first or last word."""
    words = name.text.split()
    forms = [name.text]
    if len(words) > 1 and words[0].lower() in load_lines("directions.txt"):
        forms.append(" ".join(words[1:]))
    if len(words) > 1 and words[-1].lower() in load_lines("site_words.txt"):
        forms.append(" ".join(words[:-1]))
    return forms


def _settle(name: PlaceName, senses: dict[str, tuple[Place, ...]]) -> PlaceName:
    known = next((form for form in _shorter(name) if senses[form]), name.text)
    return replace(name, asked=known)


def _loose(text: str, sentence: Sentence, tagged: list[PlaceName]) -> Iterator[PlaceName]:
    """Yield runs of capitalised words outside people's names, for the gazetteer to judge."""
    words = sentence.words
    kinds = {i: n.kind for n in sentence.names for i in range(n.first, n.last + 1)}
    for first in range(len(words)):
        if not _can_name(words[first], kinds.get(first)):
            continue
        for last in range(first, min(first + LONGEST, len(words))):
            if last > first and not (_can_name(words[last], kinds.get(last)) or words[last].text in {"-", "of", "and"}):
                break
            if kinds.get(last) != kinds.get(first):
                break
            if words[last].text[0].isupper():
                yield _name(text, sentence, first, last, kinds.get(first) == "ORG")


def _can_name(word: Word, kind: str | None) -> bool:
    return kind not in {"LOC", "PER"} and word.text[0].isupper() and word.upos in {"PROPN", "NOUN", "ADJ", "X"}


def _is_safe(
    name: PlaceName,
    sentence: Sentence,
    senses: dict[str, tuple[Place, ...]],
    sure: set[str],
    gazetteer: Gazetteer,
) -> bool:
    """Tell whether a name that the model did not call a place is one nonetheless."""
    places = senses[name.asked]
    if not places or gazetteer.atlas.people(name.asked):
        return False
    if name.asked.lower() in sure:
        return True
    if name.text.lower() in load_lines("not_places.txt"):
        return False
    known = places[0].level < 2 or max(place.population for place in places) >= KNOWN_TOWN
    before = sentence.words[name.first - 1].lower if name.first else ""
    if name.part:
        return known and len(name.text) > 3
    after_preposition = before in load_lines("place_prepositions.txt")
    return known and len(name.text) > 2 and (after_preposition or places[0].level == 0 and name.first > 0)
