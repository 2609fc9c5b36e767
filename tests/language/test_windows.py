"""Windows: every word of a report is read once, in order, and within bounds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dateline.language.windows import BUDGET, SHAPES, Window, Windower, shape_of, shorten
from tests.parses import SOME

WORDS = st.sampled_from(["Gunmen", "killed", "ten", "internationalisation", "Ouagadougou", "🙂", "38", "x" * 400, "…"])
SENTENCES = st.lists(st.lists(WORDS | st.text(min_size=1, max_size=9), min_size=1, max_size=30), max_size=12)


@cache
def windower() -> Windower:
    return Windower(Tokenizer.from_file(str(files("dateline.language") / "data" / "tokenizer.json")))


def cut(sentences: Sequence[Sequence[str]], budget: int = BUDGET) -> list[Window]:
    return list(windower().cut(sentences, budget))


@SOME
@given(SENTENCES)
def test_every_sentence_is_in_one_window_in_order_and_none_is_left_out(sentences: list[list[str]]) -> None:
    windows = cut(sentences)
    assert sum(window.sentence[-1] + 1 for window in windows) == len(sentences)
    assert sum(len(window.first) for window in windows) == sum(map(len, sentences))


@SOME
@given(SENTENCES, st.integers(20, 200))
def test_a_window_keeps_to_its_budget_unless_one_sentence_alone_breaks_it(
    sentences: list[list[str]], budget: int
) -> None:
    for window in cut(sentences, budget):
        assert len(window.subwords) <= budget or window.sentence[-1] == 0


@SOME
@given(SENTENCES)
def test_each_word_points_at_its_own_subword_between_the_marks_of_the_window(sentences: list[list[str]]) -> None:
    for window in cut(sentences):
        assert window.first == sorted(set(window.first))
        assert 0 < window.first[0] <= window.first[-1] < len(window.subwords) - 1
        assert len(window.first) == len(window.shapes) == len(window.sentence)


@SOME
@given(SENTENCES, SENTENCES)
def test_cutting_depends_on_the_report_alone(sentences: list[list[str]], other: list[list[str]]) -> None:
    alone = cut(sentences)
    cut(other)
    assert cut(sentences) == alone


@given(st.lists(st.tuples(st.integers(), st.integers()), max_size=500))
def test_an_overlong_sentence_is_cut_into_pieces_that_are_the_sentence(words: list[tuple[int, int]]) -> None:
    pieces = list(shorten(words))
    assert [word for piece in pieces for word in piece] == words
    assert all(0 < len(piece) <= 160 for piece in pieces)


@pytest.mark.parametrize(
    ("word", "is_initial", "shape"),
    [
        ("soldiers", False, "lower"),
        ("eBay", False, "lower"),
        ("Quetta", False, "capital"),
        ("Quetta", True, "initial_capital"),
        ("AFP", False, "upper"),
        ("QUETTA", True, "initial_upper"),
        ("McDonald", False, "mixed"),
        ("A", False, "capital"),
        ("38th", False, "digit"),
        ("“", False, "punctuation"),
    ],
)
def test_the_shape_of_a_word_is_what_an_uncased_encoder_cannot_see(word: str, is_initial: bool, shape: str) -> None:
    assert SHAPES[shape_of(word, is_initial=is_initial)] == shape


@given(st.text(min_size=1), st.booleans())
def test_every_word_has_a_shape(word: str, is_initial: bool) -> None:
    assert 0 <= shape_of(word, is_initial=is_initial) < len(SHAPES)
