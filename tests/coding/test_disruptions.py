"""Disruptions: what stopped working, in the report's own words."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.codebook import load_table
from dateline.coding.disruptions import find_disruptions
from dateline.language.document import Document
from tests.parses import SOME, any_document, document


def found(*sentences: str) -> list[tuple[str, str]]:
    return [(d.kind, d.phrase) for d in find_disruptions(document(*sentences))]


TRAINS = (
    "Train/NOUN/services/compound services/NOUN/suspended/nsubj:pass were/AUX/suspended/aux:pass suspended/VERB/-/root"
)
MOBILE = "Mobile/ADJ/networks/amod networks/NOUN/jammed/nsubj:pass were/AUX/jammed/aux:pass jammed/VERB/-/root"
ROADS = "Police/NOUN/closed/nsubj closed/VERB/-/root main/ADJ/roads/amod roads/NOUN/closed/obj"
CURFEW = "A/DET/curfew/det curfew/NOUN/is/nsubj is/AUX/-/root in/ADP/force/case force/NOUN/is/obl"
BORDER = "the/DET/border/det closed/VERB/border/amod border/NOUN/-/root"
FAMILIES = "Hundreds/NOUN/fled/nsubj of/ADP/families/case families/NOUN/Hundreds/nmod fled/VERB/-/root"
SCHOOLS = "Schools/NOUN/shut/nsubj:pass were/AUX/shut/aux:pass shut/VERB/-/root"
NOT_CLOSED = "Roads/NOUN/closed/nsubj:pass were/AUX/closed/aux:pass not/PART/closed/advmod closed/VERB/-/root"
OPEN_ROADS = "Gunmen/NOUN/fled/nsubj fled/VERB/-/root along/ADP/roads/case roads/NOUN/fled/obl"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (TRAINS, [("communications", "Train services were suspended")]),
        (MOBILE, [("communications", "Mobile networks were jammed")]),
        (ROADS, [("transport", "closed main roads")]),
        (CURFEW, [("curfew_and_movement", "curfew")]),
        (BORDER, [("border", "closed border")]),
        (FAMILIES, [("displacement", "Hundreds of families fled")]),
        (SCHOOLS, [("school_and_health", "Schools were shut")]),
        (NOT_CLOSED, []),
        (OPEN_ROADS, []),
    ],
)  # fmt: skip
def test_what_stopped_working_is_told_by_kind_and_words(marked: str, expected: list[tuple[str, str]]) -> None:
    assert found(marked) == expected


def test_a_phrase_told_twice_is_one_disruption() -> None:
    assert found(ROADS, ROADS) == found(ROADS)


@SOME
@given(any_document())
def test_whatever_the_parse_a_disruption_has_a_kind_of_the_codebook_and_words_of_the_text(parsed: Document) -> None:
    kinds = load_table("disruptions.toml").keys()
    phrases = []
    for disruption in find_disruptions(parsed):
        assert disruption.kind in kinds
        assert disruption.phrase in parsed.text
        phrases.append(disruption.phrase.casefold())
    assert len(phrases) == len(set(phrases))
