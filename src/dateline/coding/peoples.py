"""The peoples that a report speaks of: "Malian soldiers", "two Sri Lankans"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.gazetteer.atlas import Atlas
from dateline.language.document import Sentence


def peoples_of(sentence: Sentence, atlas: Atlas) -> Iterator[str]:
    """Yield the country of every adjective or name of a people in a sentence, of one word or two."""
    people = {i for n in sentence.names if n.kind == "PER" for i in range(n.first, n.last + 1)}
    index = 0
    while index < len(sentence.words):
        if index in people:
            index += 1
            continue
        step, code = _people_at(sentence, index, atlas)
        if code:
            yield code
        index += step


def _people_at(sentence: Sentence, index: int, atlas: Atlas) -> tuple[int, str | None]:
    """Return how many words from ``index`` on name a people, and its country."""
    word = sentence.words[index]
    if not word.text[0].isupper():
        return 1, None
    if index + 1 < len(sentence.words) and (code := atlas.people(f"{word.text} {sentence.words[index + 1].text}")):
        return 2, code
    return 1, atlas.people(word.text)
