"""Claims: one figure of one speaker is one claim, however often it is told."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.claims import acronym_of, code_claims
from dateline.coding.mentions import find_mentions
from dateline.coding.statements import code_statements
from dateline.language.document import Document
from dateline.model import Claim, Group, SourceKind
from dateline.register import Register
from tests.parses import SOME, any_document, document

HEADLINE = (
    "Gunmen/NOUN/kill/nsubj kill/VERB/-/root ten/NUM/soldiers/nummod/harm=killed soldiers/NOUN/kill/obj "
    "in/ADP/Djibo/case Djibo/PROPN/kill/obl"
)
SAID = (
    "Gunmen/NOUN/killed/nsubj/content=B-CONTENT killed/VERB/-/root/content=I-CONTENT "
    "ten/NUM/soldiers/nummod/harm=killed/content=I-CONTENT soldiers/NOUN/killed/obj/content=I-CONTENT "
    ",/PUNCT/said/punct the/DET/army/det/speech=B-SOURCE army/NOUN/said/nsubj/speech=I-SOURCE "
    "said/VERB/killed/parataxis/speech=B-CUE"
)
BY_A_DOCTOR = SAID.replace("the/DET/army/det", "a/DET/doctor/det").replace("army/NOUN", "doctor/NOUN")
NUMBER_OF_DOCTOR = BY_A_DOCTOR.replace("ten/NUM", "twelve/NUM")
THE_TEN = "The/DET/ten/det ten/NUM/died/nsubj/harm=killed died/VERB/-/root at/ADP/dawn/case dawn/NOUN/died/obl"
ONE_FARMER = "One/NUM/farmer/nummod/harm=killed farmer/NOUN/died/nsubj died/VERB/-/root"
ONE_TEACHER = "One/NUM/teacher/nummod/harm=killed teacher/NOUN/died/nsubj died/VERB/-/root"


def code(parsed: Document, perpetrators: tuple[str, ...] = (), targets: tuple[str, ...] = ()) -> list[Claim]:
    mentions = [mention for sentence in parsed.sentences for mention in find_mentions(sentence)]
    return code_claims(parsed, mentions, code_statements(parsed, Register.open()), perpetrators, targets)


def told(*sentences: str) -> list[tuple[int, str | None]]:
    return [(claim.low, claim.source) for claim in code(document(*sentences))]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([HEADLINE], [(10, None)]),
        ([SAID], [(10, "the army")]),
        ([HEADLINE, SAID], [(10, "the army")]),
        ([SAID, HEADLINE], [(10, "the army")]),
        ([SAID, BY_A_DOCTOR], [(10, "the army"), (10, "a doctor")]),
        ([SAID, NUMBER_OF_DOCTOR], [(10, "the army"), (12, "a doctor")]),
        ([SAID, THE_TEN], [(10, "the army")]),
        ([ONE_FARMER, ONE_TEACHER], [(1, None), (1, None)]),
        ([ONE_FARMER, ONE_FARMER], [(1, None)]),
    ],
)
def test_the_same_figure_of_the_same_speaker_is_one_claim(
    sentences: list[str], expected: list[tuple[int, str | None]]
) -> None:
    assert told(*sentences) == expected


def test_a_claim_knows_what_kind_of_source_speaks_and_whether_it_is_a_party() -> None:
    rebels = document(SAID.replace("soldiers", "rebels"))
    (claim,) = code(rebels, perpetrators=("army",), targets=("rebels",))
    assert (claim.group, claim.source_kind, claim.partisan) == (Group.MILITANTS, SourceKind.STATE_SECURITY, True)
    (neutral,) = code(document(BY_A_DOCTOR.replace("soldiers", "rebels")), perpetrators=("army",))
    assert (neutral.source_kind, neutral.anonymous, neutral.partisan) == (SourceKind.MEDICAL, True, False)


@pytest.mark.parametrize(
    ("name", "acronym"), [("the Baloch Liberation Army", "BLA"), ("police", ""), ("", ""), ("Ansar al-Sharia", "A")]
)
def test_an_acronym_is_the_initials_of_the_words_in_capitals(name: str, acronym: str) -> None:
    assert acronym_of(name) == acronym


@SOME
@given(any_document())
def test_whatever_the_parse_the_spans_of_a_claim_are_exact_and_its_evidence_holds_its_people(parsed: Document) -> None:
    for claim in code(parsed):
        for span in (claim.evidence, claim.who):
            assert parsed.text[span.start : span.end] == span.quote != ""
        assert claim.evidence.covers(claim.who)


@SOME
@given(any_document())
def test_whatever_the_parse_claims_come_in_text_order_and_the_same_twice(parsed: Document) -> None:
    claims = code(parsed)
    starts = [claim.evidence.start for claim in claims]
    assert starts == sorted(starts)
    assert code(parsed) == claims


def test_passengers_a_train_carries_are_not_said_to_be_harmed() -> None:
    marked = (
        "Rebels/NOUN/attacked/nsubj attacked/VERB/-/root a/DET/train/det train/NOUN/attacked/obj "
        "with/ADP/passengers/case 450/NUM/passengers/nummod/harm=killed passengers/NOUN/train/nmod"
    )
    assert told(marked) == []
