"""The peoples that a report speaks of: "Malian soldiers", "two Sri Lankans"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.gazetteer.atlas import Atlas
from dateline.language.document import Document, Sentence
from dateline.model import Location, PlaceMention, Span


def name_peoples(document: Document, atlas: Atlas, places: Sequence[PlaceMention] = ()) -> list[PlaceMention]:
    """Return every adjective or name of a people as a mention of its country, in text order.

    They say of what country a report speaks, and no event happens at them. Those within ``places`` are left out.
    """
    taken = {offset for place in places for offset in range(place.span.start, place.span.end)}
    found = []
    for sentence in document.sentences:
        for first, last, code in _find(sentence, atlas):
            start, end = sentence.words[first].start, sentence.words[last].end
            if taken.isdisjoint(range(start, end)) and code in atlas.countries:
                found.append(PlaceMention(Span.of(document.text, start, end), _country(code, atlas)))
    return found


def _country(code: str, atlas: Atlas) -> Location:
    place = atlas.countries[code].place
    return Location(place.name, place.id, "PCLI", None, place.name, code, place.lat, place.lon, "country")


def peoples_of(sentence: Sentence, atlas: Atlas) -> Iterator[str]:
    """Yield the country of every adjective or name of a people in a sentence, of one word or two."""
    return (code for _, _, code in _find(sentence, atlas))


def _find(sentence: Sentence, atlas: Atlas) -> Iterator[tuple[int, int, str]]:
    """Yield the first and last word of every people named in a sentence, with its country."""
    people = {i for n in sentence.names if n.kind == "PER" for i in range(n.first, n.last + 1)}
    index = 0
    while index < len(sentence.words):
        if index in people:
            index += 1
            continue
        step, code = _people_at(sentence, index, atlas)
        if code:
            yield index, index + step - 1, code
        index += step


def _people_at(sentence: Sentence, index: int, atlas: Atlas) -> tuple[int, str | None]:
    """Return how many words from ``index`` on name a people, and its country."""
    word = sentence.words[index]
    if not word.text[0].isupper():
        return 1, None
    if index + 1 < len(sentence.words) and (code := atlas.people(f"{word.text} {sentence.words[index + 1].text}")):
        return 2, code
    return 1, atlas.people(word.text)
