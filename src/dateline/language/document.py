"""A parsed text: sentences of words with syntax, and the names in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(slots=True)
class Word:
    """One word: its offsets in the text, lemma, part of speech and place in the tree.

    ``head`` is the index of the word it depends on, within its sentence; -1 for the root.
    """

    index: int
    text: str
    start: int
    end: int
    lower: str = ""
    lemma: str = ""
    upos: str = "X"
    head: int = -1
    deprel: str = "dep"


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: words ``first`` to ``last`` (inclusive) of a sentence; kind PER, ORG or LOC."""

    first: int
    last: int
    kind: str


@dataclass(slots=True)
class Sentence:
    """One sentence of a document.

    ``odds`` holds, for each coding head of the model, one row a word with the odds of each label in
    the order of ``labels``.
    """

    index: int
    start: int
    end: int
    words: list[Word]
    names: list[Name] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    odds: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def tags(self, head: str) -> list[str]:
        """Return the likeliest label of every word by one head of the model ("O" where it has none)."""
        if head not in self.odds:
            return ["O"] * len(self.words)
        names = self.labels[head]
        return [names[best] for best in self.odds[head].argmax(axis=1).tolist()]

    def subtree(self, index: int) -> list[int]:
        """Return the indices of a word and all that depends on it, in order."""
        found, waiting = [], [index]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self.children[current])
        return sorted(found)

    def kids(self, index: int, *deprels: str) -> list[Word]:
        """Return the dependents of a word whose relation is one of ``deprels`` (subtypes counted in)."""
        return [
            self.words[child]
            for child in self.children[index]
            if self.words[child].deprel.partition(":")[0] in deprels or self.words[child].deprel in deprels
        ]

    def ancestors(self, index: int) -> Iterator[Word]:
        """Yield the heads above a word, nearest first."""
        head = self.words[index].head
        while head >= 0:
            yield self.words[head]
            head = self.words[head].head


def steps_between(sentence: Sentence, one: int, other: int) -> int:
    """Return how many arcs of the tree lie between two words of a sentence."""
    above = [one, *(word.index for word in sentence.ancestors(one))]
    over = [other, *(word.index for word in sentence.ancestors(other))]
    return next((i + over.index(node) for i, node in enumerate(above) if node in over), len(sentence.words))


@dataclass(slots=True)
class Document:
    """A text with its sentences."""

    text: str
    sentences: list[Sentence]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds the character at ``offset``, if any."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)
