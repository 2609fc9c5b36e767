"""Make a tree of the parser's arc scores: one root, no cycle."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def is_tree(heads: list[int]) -> bool:
    """Tell whether ``heads`` (0 is the root, words count from 1) form a tree with a single root.

    >>> is_tree([2, 0, 2]), is_tree([2, 1, 0])
    (True, False)
    """
    if heads.count(0) != 1:
        return False
    state = [0] * (len(heads) + 1)  # 0 unseen, 1 on this path, 2 safe
    state[0] = 2
    for word in range(1, len(heads) + 1):
        path = []
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = heads[word - 1]
        if state[word] == 1:
            return False
        for seen in path:
            state[seen] = 2
    return True


def best_tree(scores: Scores) -> list[int]:
    """Return the heads of the best single-rooted tree over ``scores[word, head]``, head 0 the root.

    The root is the word that loses least by being it; the rest is the best tree under that root, by Chu-Liu
    and Edmonds' algorithm.

    >>> best_tree(np.array([[0.0, -9, 5], [6, 1, -9]], dtype=np.float32))
    [2, 0]
    """
    count = scores.shape[0]
    root = int(np.argmax(scores[:, 0] - scores[:, 1:].max(axis=1, initial=-1e9)))
    full = np.full((count + 1, count + 1), -1e9, dtype=np.float64)
    full[1:, 1:] = scores[:, 1:]
    full[root + 1, 0] = 0.0
    full[root + 1, 1:] = -1e9
    np.fill_diagonal(full, -1e9)
    return [int(head) for head in _edmonds(full)[1:]]


def _edmonds(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """Chu-Liu and Edmonds: greedy heads, then contract a cycle and solve the smaller graph."""
    heads: NDArray[np.intp] = scores.argmax(axis=1)
    heads[0] = 0
    cycle = np.array(_find_cycle(heads), dtype=np.intp)
    if not len(cycle):
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    loss = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    into = loss[:, outside]
    small = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[:-1, -1] = scores[np.ix_(outside, cycle)].max(axis=1)
    small[-1, :-1] = into.max(axis=0)
    solved = _edmonds(small)
    result: NDArray[np.intp] = heads.copy()
    for position, word in enumerate(outside[1:], start=1):
        head = solved[position]
        result[word] = cycle[int(scores[word, cycle].argmax())] if head == len(outside) else outside[head]
    entry = int(solved[-1])
    broken = cycle[int(into[:, entry].argmax())]
    result[broken] = outside[entry]
    return result


def _find_cycle(heads: NDArray[np.intp]) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []
