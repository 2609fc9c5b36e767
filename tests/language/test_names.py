"""Names: where the model sees one, with one kind throughout a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.document import Document
from dateline.language.names import read_runs
from tests.parses import SOME, any_document, document


def names(*sentences: str) -> list[tuple[str, str]]:
    parsed = document(*sentences)
    return [
        (" ".join(word.text for word in s.words[name.first : name.last + 1]), name.kind)
        for s in parsed.sentences
        for name in s.names
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Ali/PROPN/Khan/compound/name=B-PER Khan/PROPN/fled/nsubj/name=I-PER fled/VERB/-/root", [("Ali Khan", "PER")]),
        ("Djibo/PROPN/-/root/name=B-LOC Mali/PROPN/Djibo/appos/name=B-LOC", [("Djibo", "LOC"), ("Mali", "LOC")]),
        ("the/DET/BLA/det/name=B-ORG BLA/PROPN/-/root/name=I-ORG", [("BLA", "ORG")]),
        ("BLA/PROPN/-/root/name=B-ORG of/ADP/BLA/case/name=I-ORG", [("BLA", "ORG")]),
        ("(/PUNCT/-/root/name=B-ORG", []),
        ("fled/VERB/-/root", []),
        ("Mali/PROPN/-/root/name=B-LOC:0.4", []),
    ],
)
def test_a_name_has_a_letter_at_both_ends_and_a_kind(marked: str, expected: list[tuple[str, str]]) -> None:
    assert names(marked) == expected


def test_a_town_that_looks_like_a_person_once_is_still_a_town() -> None:
    town, doubt = "Djibo/PROPN/-/root/name=B-LOC", "Djibo/PROPN/-/root/name=B-PER:0.6"
    assert names(town, doubt) == [("Djibo", "LOC"), ("Djibo", "LOC")]
    assert names(doubt) == [("Djibo", "PER")]


def test_a_headline_in_capitals_names_the_same_town() -> None:
    headline, town = "DJIBO/PROPN/-/root/name=B-PER:0.6", "Djibo/PROPN/-/root/name=B-LOC"
    assert names(headline, town) == [("DJIBO", "LOC"), ("Djibo", "LOC")]


ODDS = st.lists(st.tuples(st.floats(0, 0.5), st.floats(0, 0.5)), max_size=12)


@given(ODDS)
def test_runs_stand_in_order_without_overlap_and_hold_every_likely_word(odds: list[tuple[float, float]]) -> None:
    runs = read_runs([begin for begin, _ in odds], [inside for _, inside in odds])
    covered = [index for first, last in runs for index in range(first, last + 1)]
    assert covered == [index for index, (begin, inside) in enumerate(odds) if begin + inside >= 0.5]


@SOME
@given(any_document())
def test_whatever_the_odds_names_lie_apart_within_their_sentence(parsed: Document) -> None:
    for sentence in parsed.sentences:
        words = [index for name in sentence.names for index in range(name.first, name.last + 1)]
        assert words == sorted(set(words))
        assert all(index in range(len(sentence.words)) for index in words)
