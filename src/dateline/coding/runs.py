"""Runs of words in a sentence: read from tags, and the word of each that the rest hangs on."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.document import Sentence

#: First and last word of a run, both inside it.
Run = tuple[int, int]


def tag_runs(tags: Sequence[str], kind: str) -> list[Run]:
    """Return the runs of words tagged ``B-kind`` and ``I-kind``, as first and last index.

    >>> tag_runs(["B-CUE", "O", "B-CUE", "I-CUE"], "CUE")
    [(0, 0), (2, 3)]
    """
    runs: list[Run] = []
    for index, tag in enumerate(tags):
        if tag[2:] != kind:
            continue
        if tag[0] == "I" and runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def head_of(sentence: Sentence, run: Run) -> int:
    """Return the word of a run whose own head lies outside of it (the first such word)."""
    inside = range(run[0], run[1] + 1)
    outer = [i for i in inside if sentence.words[i].head not in inside and sentence.words[i].upos != "PUNCT"]
    return outer[0] if outer else run[0]
