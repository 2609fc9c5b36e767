"""Read proper names out of the model's odds, with one kind a name throughout a report."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.language.document import Name, Sentence

KINDS = ("LOC", "ORG", "PER")


def find_names(sentences: Sequence[Sentence]) -> None:
    """Fill in the names of sentences from the odds of the model's ``name`` head.

    Where a name begins and ends is decided word by word; what kind it is, by all its words and all its
    occurrences in the report together: a town that looks like a person once is still a town.
    """
    found: list[tuple[Sentence, int, int, str]] = []
    weights: dict[str, NDArray[np.float32]] = {}
    for sentence in sentences:
        if "name" not in sentence.odds:
            continue
        begin, inside = _by_part(sentence)
        for first, last in read_runs(begin.sum(axis=1).tolist(), inside.sum(axis=1).tolist()):
            first, last = _trim(sentence, first, last)
            if first > last:
                continue
            key = " ".join(word.lower for word in sentence.words[first : last + 1])
            weight = (begin + inside)[first : last + 1].mean(axis=0)
            weights[key] = weights.get(key, 0) + weight
            found.append((sentence, first, last, key))
    for sentence, first, last, key in found:
        sentence.names.append(Name(first, last, KINDS[int(weights[key].argmax())]))


def _by_part(sentence: Sentence) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the odds that each word begins, and that it goes on with, a name of each kind."""
    labels = list(sentence.labels["name"])
    odds = sentence.odds["name"]
    columns = [[labels.index(f"{part}-{kind}") for kind in KINDS] for part in "BI"]
    return odds[:, columns[0]], odds[:, columns[1]]


def read_runs(begin: Sequence[float], inside: Sequence[float]) -> list[tuple[int, int]]:
    """Return the first and last word of each name, given the odds that a word begins or goes on with one.

    >>> read_runs([0.9, 0.1, 0.0, 0.6], [0.0, 0.8, 0.1, 0.1])
    [(0, 1), (3, 3)]
    """
    runs: list[tuple[int, int]] = []
    for index, (starts, goes_on) in enumerate(zip(begin, inside, strict=True)):
        if starts + goes_on < 0.5:
            continue
        if goes_on > starts and runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _trim(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Drop marks and function words at the edges of a name; a name has a letter or digit at both ends."""
    words = sentence.words
    while first <= last and (not words[first].text[0].isalnum() or words[first].upos in ("DET", "ADP", "CCONJ")):
        first += 1
    while last >= first and (not words[last].text[0].isalnum() or words[last].upos in ("ADP", "CCONJ")):
        last -= 1
    return first, last
