"""Relations: what is part of what, what may be, and what revises what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from dateline.coding.claims import code_claims
from dateline.coding.mentions import find_mentions
from dateline.language.document import Document
from dateline.model import Claim, RelationKind
from dateline.tolls import reckon_toll
from tests.parses import SOME, any_document, document

INCLUDING = (
    "The/DET/blast/det blast/NOUN/killed/nsubj killed/VERB/-/root 31/NUM/people/nummod/harm=killed "
    "people/NOUN/killed/obj ,/PUNCT/children/punct including/ADP/children/case 5/NUM/children/nummod/harm=killed "
    "children/NOUN/people/nmod"
)
OF_THEM = (
    "The/DET/blast/det blast/NOUN/killed/nsubj killed/VERB/-/root 25/NUM/people/nummod/harm=killed "
    "people/NOUN/killed/obj ,/PUNCT/children/punct three/NUM/children/nsubj/harm=killed of/ADP/them/case "
    "them/PRON/three/nmod children/NOUN/killed/parataxis"
)
TEN_OFFICIALS = (
    "Ten/NUM/personnel/nummod/harm=killed/side=security_forces personnel/NOUN/killed/nsubj:pass "
    "were/AUX/killed/aux:pass killed/VERB/-/root ./PUNCT/killed/punct"
)
FOUR_POLICEMEN = (
    "Four/NUM/policemen/nummod/harm=killed policemen/NOUN/died/nsubj died/VERB/-/root in/ADP/Quetta/case "
    "Quetta/PROPN/died/obl ,/PUNCT/clear/punct it/PRON/clear/nsubj was/AUX/clear/cop not/ADV/clear/advmod "
    "clear/ADJ/died/parataxis whether/SCONJ/ten/mark they/PRON/ten/nsubj were/AUX/ten/cop among/ADP/ten/case "
    "the/DET/ten/det ten/NUM/clear/ccomp"
)
ROSE_TO_FROM = (
    "The/DET/toll/det death/NOUN/toll/compound toll/NOUN/rose/nsubj rose/VERB/-/root to/ADP/31/case "
    "31/NUM/rose/obl/harm=killed from/ADP/27/case 27/NUM/rose/obl/harm=killed"
)
ROSE_FROM_TO = (
    "The/DET/toll/det death/NOUN/toll/compound toll/NOUN/rose/nsubj rose/VERB/-/root from/ADP/27/case "
    "27/NUM/rose/obl/harm=killed to/ADP/31/case 31/NUM/rose/obl/harm=killed"
)
EARLIER_TOLL = (
    "At/ADP/least/case least/ADJ/31/nmod 31/NUM/people/nummod/harm=killed people/NOUN/died/nsubj died/VERB/-/root "
    ",/PUNCT/up/punct up/ADV/died/advmod from/ADP/toll/case an/DET/toll/det earlier/ADJ/toll/amod "
    "toll/NOUN/up/obl of/ADP/27/case 27/NUM/toll/nmod/harm=killed"
)
LATER_RISE = (
    "The/DET/toll/det toll/NOUN/climbed/nsubj climbed/VERB/-/root to/ADP/14/case 14/NUM/climbed/obl/harm=killed "
    "overnight/ADV/climbed/advmod"
)
FROM_A_VILLAGE = (
    "Bandits/NOUN/took/nsubj took/VERB/-/root 12/NUM/people/nummod/harm=abducted people/NOUN/took/obj "
    "from/ADP/village/case the/DET/village/det village/NOUN/took/obl and/CCONJ/others/cc "
    "five/NUM/others/nummod/harm=abducted others/NOUN/village/conj"
)
BESIDE = (
    "Two/NUM/soldiers/nummod/harm=killed soldiers/NOUN/died/nsubj and/CCONJ/rebels/cc "
    "three/NUM/rebels/nummod/harm=killed rebels/NOUN/soldiers/conj died/VERB/-/root"
)


def claims_of(parsed: Document) -> list[Claim]:
    mentions = [mention for sentence in parsed.sentences for mention in find_mentions(sentence)]
    return code_claims(parsed, mentions, [], [], [])


def related(*sentences: str) -> list[tuple[int, str, int]]:
    """Return who relates to whom, by their figures: the claim, the kind, the other claim."""
    claims = claims_of(document(*sentences))
    return [(c.low, c.relation.kind.value, claims[c.relation.claim].low) for c in claims if c.relation]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([INCLUDING], [(5, "part_of", 31)]),
        ([OF_THEM], [(3, "part_of", 25)]),
        ([TEN_OFFICIALS, FOUR_POLICEMEN], [(4, "maybe_part_of", 10)]),
        ([ROSE_TO_FROM], [(31, "revises", 27)]),
        ([ROSE_FROM_TO], [(31, "revises", 27)]),
        ([EARLIER_TOLL], [(31, "revises", 27)]),
        ([TEN_OFFICIALS.replace("security_forces", "unspecified").replace("personnel", "people"), LATER_RISE],
         [(14, "revises", 10)]),
        ([BESIDE], []),
        ([FROM_A_VILLAGE], []),
    ],
)  # fmt: skip
def test_the_words_between_two_figures_relate_them(sentences: list[str], expected: list[tuple[int, str, int]]) -> None:
    assert related(*sentences) == expected


def test_ten_officials_and_four_policemen_who_may_be_among_them_are_ten_to_fourteen() -> None:
    toll = reckon_toll(claims_of(document(TEN_OFFICIALS, FOUR_POLICEMEN)))
    found = toll["killed"]["security_forces"]
    assert (found.low, found.best, found.high) == (10, 10, 14)


def test_a_revised_toll_is_the_new_one_whichever_is_told_first() -> None:
    for told in (ROSE_TO_FROM, ROSE_FROM_TO):
        assert reckon_toll(claims_of(document(told)))["killed"]["total"].best == 31


@SOME
@given(any_document())
def test_whatever_the_parse_no_claim_relates_to_itself_or_to_one_of_another_status(parsed: Document) -> None:
    claims = claims_of(parsed)
    for index, claim in enumerate(claims):
        if claim.relation:
            assert claim.relation.claim in range(len(claims))
            assert claim.relation.claim != index
            assert claims[claim.relation.claim].status is claim.status


def test_claims_stand_in_the_order_of_their_figures_wherever_their_evidence_begins() -> None:
    parsed = document("There/ADV/died/advmod " + BESIDE)
    first, second = find_mentions(parsed.sentences[0])
    wide = [replace(first, first=first.anchor), replace(second, first=0)]
    assert [claim.low for claim in code_claims(parsed, wide, [], [], [])] == [2, 3]


@SOME
@given(any_document())
def test_whatever_the_parse_a_part_is_told_after_its_whole_and_is_no_larger(parsed: Document) -> None:
    claims = claims_of(parsed)
    parts = [(i, c) for i, c in enumerate(claims) if c.relation and c.relation.kind is RelationKind.PART_OF]
    for index, part in parts:
        assert part.relation
        assert part.relation.claim < index
        assert part.low <= claims[part.relation.claim].low


@SOME
@given(any_document())
def test_whatever_the_parse_revisions_run_in_no_circle(parsed: Document) -> None:
    claims = claims_of(parsed)
    for start in range(len(claims)):
        index, steps = start, 0
        while (relation := claims[index].relation) and relation.kind is RelationKind.REVISES:
            index, steps = relation.claim, steps + 1
            assert steps <= len(claims)
