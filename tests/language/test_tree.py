"""Trees: whatever the scores, one root and no cycle."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.language.tree import Scores, best_tree, is_tree


def scores_of(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Scores]:
    return st.integers(1, 9).flatmap(lambda words: arrays(np.float32, (words, words + 1), elements=values))


LARGE = st.floats(-1000, 1000, width=32)
#: Few values, so that ties and cycles abound.
TIED = st.sampled_from([np.float32(-1), np.float32(0), np.float32(1)])


@given(scores_of(LARGE) | scores_of(TIED))
def test_the_best_tree_is_a_tree_with_one_root(scores: Scores) -> None:
    heads = best_tree(scores)
    assert len(heads) == len(scores)
    assert is_tree(heads)


def _score(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-8, 8).map(np.float32))))
def test_no_tree_with_the_same_root_scores_better(scores: Scores) -> None:
    found = best_tree(scores)
    words = len(scores)
    rivals = (heads for heads in product(range(words + 1), repeat=words) if is_tree(list(heads)))
    same_root = [heads for heads in rivals if heads.index(0) == found.index(0)]
    assert _score(scores, tuple(found)) == max(_score(scores, heads) for heads in same_root)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6).filter(lambda heads: max(heads) <= len(heads)))
def test_a_tree_is_what_leads_from_every_word_to_its_only_root(heads: list[int]) -> None:
    def reaches_root(word: int) -> bool:
        for _ in heads:
            word = heads[word - 1]
            if word == 0:
                return True
        return False

    assert is_tree(heads) is (heads.count(0) == 1 and all(reaches_root(word) for word in range(1, len(heads) + 1)))


@pytest.mark.parametrize("heads", [[1], [2, 1], [0, 0], [2, 3, 2, 0]])
def test_cycles_and_second_roots_are_no_trees(heads: list[int]) -> None:
    assert not is_tree(heads)


def test_a_long_chain_of_ties_is_a_tree_too() -> None:
    assert is_tree(best_tree(np.zeros((160, 161), dtype=np.float32)))
