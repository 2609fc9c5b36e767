"""Places that an event is only near to: "20 km south of Quetta", "close to Djibo"."""

from __future__ import annotations

from dataclasses import replace

from dateline.codebook import load_lines
from dateline.coding.place_stands import Stand
from dateline.coding.place_uses import bearing_start
from dateline.language.document import Document, Sentence
from dateline.model import Location


def as_told(document: Document, location: Location, stand: Stand) -> Location:
    """Return a place as its mention tells it: near it, with the words that say so, or the place itself.

    The pin stays on the named place; ``precision`` "near" says that it is only close. Areas are never near.
    """
    sentence = document.sentences[stand.sentence]
    first = _near_from(sentence, stand.first)
    if first is None or location.precision not in {"exact", "unknown"}:
        return location
    phrase = document.text[sentence.words[first].start : sentence.words[stand.last].end]
    precision = "near" if location.precision == "exact" else location.precision
    return replace(location, precision=precision, phrase=phrase)


def _near_from(sentence: Sentence, first: int) -> int | None:
    """Return the word at which the words that put something near a place begin, None if none do."""
    bearing = bearing_start(sentence, first)
    if bearing is not None:
        return bearing
    words = [word.lower for word in sentence.words[max(0, first - 4) : first]]
    for phrase in load_lines("near_phrases.txt"):
        parts = phrase.split()
        for article in ([], ["the"], ["the", "town", "of"], ["the", "village", "of"], ["the", "city", "of"]):
            wanted = parts + article
            if words[-len(wanted) :] == wanted:
                return first - len(wanted)
    return None
