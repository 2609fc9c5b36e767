"""Singles: one person harmed without a number word, by a word of harm that has the person for its sufferer."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.mentions import find_mentions
from dateline.coding.singles import find_singles
from dateline.language.document import Document
from tests.parses import SOME, any_document, document

OFFICIAL = "killing/VERB/-/root the/DET/mayor/det mayor/NOUN/killing/obj"
DRIVER = (
    "The/DET/prefect/det prefect/NOUN/killed/nsubj:pass and/CCONJ/driver/cc his/PRON/driver/nmod:poss "
    "driver/NOUN/prefect/conj were/AUX/killed/aux:pass killed/VERB/-/root"
)
HIM = "Gunmen/NOUN/killed/nsubj killed/VERB/-/root him/PRON/killed/obj"
DEATH_OF = "the/DET/death/det death/NOUN/-/root of/ADP/pupil/case the/DET/pupil/det pupil/NOUN/death/nmod"
SHOT_DEAD = "The/DET/judge/det judge/NOUN/shot/nsubj:pass was/AUX/shot/aux:pass shot/VERB/-/root dead/ADJ/shot/xcomp"


def told(marked: str) -> list[str]:
    sentence = document(marked).sentences[0]
    return [sentence.words[single.head].text for single in find_singles(sentence)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (OFFICIAL, ["mayor"]),
        (DRIVER, ["prefect", "driver"]),
        (HIM, ["him"]),
        (DEATH_OF, ["pupil"]),
        (SHOT_DEAD, ["judge"]),
    ],
)
def test_a_person_without_a_number_word_is_one_harmed(marked: str, expected: list[str]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        OFFICIAL.replace("the/DET/mayor/det mayor", "the/DET/dream/det dream").replace("/mayor/", "/dream/"),
        OFFICIAL.replace("the/DET", "no/DET"),
        SHOT_DEAD.replace("was/AUX", "could/AUX"),
        "killing/VERB/-/root the/DET/police/det police/NOUN/killing/obj",
        "the/DET/mayor/det mayor/NOUN/spoke/nsubj spoke/VERB/-/root",
    ],
)
def test_things_crowds_the_denied_and_the_unharmed_are_no_singles(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        (
            "Two/NUM/men/nummod/harm=injured men/NOUN/shot/nsubj:pass were/AUX/shot/aux:pass shot/VERB/-/root "
            "dead/ADJ/shot/xcomp",
            "killed",
        ),
        (
            "Two/NUM/men/nummod/harm=injured men/NOUN/beaten/nsubj:pass were/AUX/beaten/aux:pass beaten/VERB/-/root "
            "to/ADP/death/case death/NOUN/beaten/obl",
            "killed",
        ),
        ("Two/NUM/men/nummod/harm=killed men/NOUN/shot/nsubj:pass were/AUX/shot/aux:pass shot/VERB/-/root", "injured"),
        (
            "Rebels/NOUN/killed/nsubj killed/VERB/-/root two/NUM/hostages/nummod/harm=abducted "
            "hostages/NOUN/killed/obj",
            "killed",
        ),
        (
            "the/DET/bodies/det bodies/NOUN/found/nsubj:pass of/ADP/men/case two/NUM/men/nummod/harm=abducted "
            "men/NOUN/bodies/nmod abducted/VERB/men/acl in/ADP/May/case May/PROPN/abducted/obl were/AUX/found/aux:pass "
            "found/VERB/-/root",
            "killed",
        ),
    ],
)
def test_what_governs_the_people_says_what_befell_them(marked: str, status: str) -> None:
    assert [str(m.status) for m in find_mentions(document(marked).sentences[0])] == [status]


@pytest.mark.parametrize(
    "marked",
    [
        "Troops/NOUN/rescued/nsubj rescued/VERB/-/root 45/NUM/people/nummod/harm=killed people/NOUN/rescued/obj",
        "shot/VERB/-/root by/ADP/men/case three/NUM/men/nummod/harm=killed men/NOUN/shot/obl:agent",
        "killing/VERB/-/root one/NUM/family/nummod/harm=killed family/NOUN/killing/obj",
    ],
)
def test_the_rescued_those_who_harm_and_a_family_are_no_figures(marked: str) -> None:
    assert find_mentions(document(marked).sentences[0]) == []


@SOME
@given(any_document())
def test_whatever_the_parse_singles_are_apart_and_never_the_word_of_harm(parsed: Document) -> None:
    for sentence in parsed.sentences:
        singles = find_singles(sentence)
        assert [s.who[0] for s in singles] == sorted({s.who[0] for s in singles})
        for single in singles:
            assert 0 <= single.who[0] <= single.head <= single.who[1] < len(sentence.words)
            assert not single.who[0] <= single.predicate <= single.who[1]
