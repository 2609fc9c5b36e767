"""Mentions: a casualty figure with its people, what befell them, their side and the words that state it."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.mention import Mention
from dateline.coding.mentions import find_mentions
from dateline.language.document import Document
from dateline.model import Group, Status
from tests.parses import SOME, any_document, document


def read(marked: str) -> list[Mention]:
    return find_mentions(document(marked).sentences[0])


def told(marked: str) -> list[tuple[str, str, int, int | None]]:
    return [(str(m.status), str(m.group), m.low, m.high) for m in read(marked)]


def evidence(marked: str) -> list[str]:
    parsed = document(marked)
    words = parsed.sentences[0].words
    return [parsed.text[words[m.first].start : words[m.last].end] for m in find_mentions(parsed.sentences[0])]


ACTIVE = "Gunmen/NOUN/killed/nsubj killed/VERB/-/root ten/NUM/soldiers/nummod/harm=killed soldiers/NOUN/killed/obj"
PASSIVE = (
    "At/ADP/least/case least/ADJ/10/nmod 10/NUM/officers/nummod/harm=killed police/NOUN/officers/compound "
    "officers/NOUN/killed/nsubj:pass were/AUX/killed/aux:pass killed/VERB/-/root in/ADP/Quetta/case "
    "Quetta/PROPN/killed/obl"
)
LEFT_DEAD = (
    "A/DET/bomb/det bomb/NOUN/left/nsubj left/VERB/-/root 12/NUM/left/obj/harm=killed dead/ADJ/left/xcomp "
    "and/CCONJ/wounded/cc 30/NUM/wounded/nsubj/harm=injured wounded/ADJ/dead/conj"
)
KILLING_OF = (
    "the/DET/killing/det killing/NOUN/-/root of/ADP/people/case six/NUM/people/nummod/harm=killed "
    "people/NOUN/killing/nmod"
)
DEATH_TOLL = "a/DET/toll/det death/NOUN/toll/compound toll/NOUN/-/root of/ADP/31/case 31/NUM/toll/nmod/harm=killed"
LIVES = (
    "The/DET/blast/det blast/NOUN/claimed/nsubj claimed/VERB/-/root 20/NUM/lives/nummod/harm=killed "
    "lives/NOUN/claimed/obj"
)
HOSTAGES = (
    "Rebels/NOUN/took/nsubj took/VERB/-/root three/NUM/nurses/nummod/harm=abducted/side=civilians nurses/NOUN/took/obj "
    "hostage/NOUN/took/xcomp"
)
ARRESTED = (
    "Police/NOUN/arrested/nsubj arrested/VERB/-/root two/NUM/suspects/nummod/harm=detained suspects/NOUN/arrested/obj"
)
DOZENS_OF = "Dozens/NOUN/died/nsubj/harm=killed of/ADP/people/case people/NOUN/Dozens/nmod died/VERB/-/root"
OF_THE_DEAD = (
    "Three/NUM/children/nsubj/harm=killed of/ADP/dead/case the/DET/dead/det dead/NOUN/Three/nmod "
    "were/AUX/children/cop children/NOUN/-/root"
)
OTHERS = (
    "Two/NUM/policemen/nummod/harm=killed policemen/NOUN/died/nsubj died/VERB/-/root and/CCONJ/hurt/cc "
    "three/NUM/others/nummod/harm=injured others/NOUN/hurt/nsubj:pass were/AUX/hurt/aux:pass hurt/VERB/died/conj"
)
NAMED = (
    "Mayor/NOUN/Khan/compound Ali/PROPN/Khan/compound Khan/PROPN/shot/nsubj:pass/harm=killed/side=civilians "
    "was/AUX/shot/aux:pass shot/VERB/-/root dead/ADJ/shot/xcomp"
)
MARTYRED = (
    "Ten/NUM/personnel/nummod/harm=killed/side=security_forces personnel/NOUN/martyred/nsubj:pass "
    "were/AUX/martyred/aux:pass martyred/VERB/-/root"
)
MISSING = "Four/NUM/miners/nummod/harm=missing miners/NOUN/missing/nsubj are/AUX/missing/cop missing/ADJ/-/root"
FLED = "Hundreds/NOUN/fled/nsubj/harm=displaced of/ADP/families/case families/NOUN/Hundreds/nmod fled/VERB/-/root"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (ACTIVE, [("killed", "security_forces", 10, 10)]),
        (PASSIVE, [("killed", "security_forces", 10, None)]),
        (LEFT_DEAD, [("killed", "unspecified", 12, 12), ("injured", "unspecified", 30, 30)]),
        (KILLING_OF, [("killed", "unspecified", 6, 6)]),
        (DEATH_TOLL, [("killed", "unspecified", 31, 31)]),
        (LIVES, [("killed", "unspecified", 20, 20)]),
        (HOSTAGES, [("abducted", "civilians", 3, 3)]),
        (ARRESTED, [("detained", "militants", 2, 2)]),
        (DOZENS_OF, [("killed", "unspecified", 12, None)]),
        (OF_THE_DEAD, [("killed", "civilians", 3, 3)]),
        (OTHERS, [("killed", "security_forces", 2, 2), ("injured", "security_forces", 3, 3)]),
        (NAMED, [("killed", "civilians", 1, 1)]),
        (MARTYRED, [("killed", "security_forces", 10, 10)]),
        (MISSING, [("missing", "civilians", 4, 4)]),
        (FLED, [("displaced", "civilians", 100, None)]),
    ],
)
def test_a_figure_has_its_status_group_and_bounds(
    marked: str, expected: list[tuple[str, str, int, int | None]]
) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (ACTIVE, ["killed ten soldiers"]),
        (PASSIVE, ["At least 10 police officers were killed"]),
        (LEFT_DEAD, ["12 dead", "30 wounded"]),
        (KILLING_OF, ["killing of six people"]),
        (DEATH_TOLL, ["death toll of 31"]),
        (LIVES, ["claimed 20 lives"]),
        (DOZENS_OF, ["Dozens of people died"]),
        (OTHERS, ["Two policemen died", "three others were hurt"]),
    ],
)
def test_the_evidence_is_the_figure_its_people_and_what_befell_them(marked: str, expected: list[str]) -> None:
    assert evidence(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        # No model would take these for people harmed.
        "Gunmen/NOUN/burned/nsubj burned/VERB/-/root ten/NUM/vehicles/nummod/harm=killed vehicles/NOUN/burned/obj",
        "Ten/NUM/soldiers/nummod soldiers/NOUN/died/nsubj died/VERB/-/root",
        # Words of harm that are denied or only feared do not make up for weak odds.
        "It/PRON/killed/nsubj could/AUX/killed/aux have/AUX/killed/aux killed/VERB/-/root "
        "ten/NUM/soldiers/nummod/harm=killed:0.3 soldiers/NOUN/killed/obj",
        "It/PRON/killed/nsubj never/ADV/killed/advmod killed/VERB/-/root "
        "ten/NUM/soldiers/nummod/harm=killed:0.3 soldiers/NOUN/killed/obj",
        # The tally of a period is no event's.
        "Deaths/NOUN/rose/nsubj rose/VERB/-/root to/ADP/956/case 956/NUM/rose/obl/harm=killed ,/PUNCT/rose/punct "
        "an/DET/increase/det increase/NOUN/rose/appos of/ADP/fifth/case a/DET/fifth/det fifth/NOUN/increase/nmod",
        "It/PRON/lasted/nsubj lasted/VERB/-/root 10/NUM/years/nummod/harm=killed years/NOUN/lasted/obl",
    ],
)
def test_what_is_no_harm_to_people_is_no_figure(marked: str) -> None:
    assert read(marked) == []


def test_plain_words_of_harm_make_up_for_weak_odds() -> None:
    assert told(ACTIVE.replace("harm=killed", "harm=killed:0.3")) == [("killed", "security_forces", 10, 10)]
    thing = "Gunmen/NOUN/saw/nsubj saw/VERB/-/root ten/NUM/soldiers/nummod/harm=killed:0.3 soldiers/NOUN/saw/obj"
    assert read(thing) == []


def test_a_plain_word_of_harm_overrules_the_model_on_status() -> None:
    assert [m.status for m in read(ACTIVE.replace("harm=killed", "harm=injured"))] == [Status.KILLED]


def test_the_model_decides_the_side_of_people_whose_noun_says_none() -> None:
    people = ACTIVE.replace("soldiers", "askaris").replace("harm=killed", "harm=killed/side=security_forces")
    assert [m.group for m in read(people)] == [Group.SECURITY_FORCES]


def test_a_bare_number_takes_the_side_whose_tally_it_is() -> None:
    assert told(
        "The/DET/number/det number/NOUN/rose/nsubj of/ADP/soldiers/case soldiers/NOUN/number/nmod "
        "killed/VERB/soldiers/acl rose/VERB/-/root to/ADP/20/case 20/NUM/rose/obl/harm=killed/side=civilians"
    ) == [("killed", "security_forces", 20, 20)]


def test_bodies_of_people_are_no_people_but_forces_are() -> None:
    fire = "killed/VERB/-/root two/NUM/groups/nummod/harm=killed groups/NOUN/killed/obj"
    assert told("Bandits/NOUN/killed/nsubj " + fire) == []
    assert told("Bandits/NOUN/killed/nsubj " + fire.replace("groups", "forces")) != []


def test_those_whom_militants_kill_are_no_militants() -> None:
    assert told(
        "Militants/NOUN/killed/nsubj killed/VERB/-/root six/NUM/killed/obj/harm=killed/side=militants of/ADP/them/case "
        "them/PRON/six/nmod"
    ) != [("killed", "militants", 6, 6)]


def test_the_ten_points_back_and_ten_does_not() -> None:
    the_ten = "The/DET/soldiers/det ten/NUM/soldiers/nummod/harm=killed soldiers/NOUN/died/nsubj died/VERB/-/root"
    assert [m.is_definite for m in read(the_ten)] == [True]
    assert [m.is_definite for m in read(ACTIVE)] == [False]


def test_a_parse_without_the_head_for_harm_has_no_figures() -> None:
    sentence = document(ACTIVE).sentences[0]
    sentence.odds = {}
    assert find_mentions(sentence) == []


@SOME
@given(any_document())
def test_whatever_the_parse_a_figure_stays_in_its_sentence_and_its_evidence_holds_its_people(parsed: Document) -> None:
    for sentence in parsed.sentences:
        for m in find_mentions(sentence):
            assert 0 <= m.first <= m.who[0] <= m.who[1] <= m.last < len(sentence.words)
            assert m.first <= m.anchor <= m.last
            assert 0 <= m.predicate < len(sentence.words)
            assert m.high is None or m.low <= m.high
            assert 0.1 <= m.confidence <= 1.0001


@SOME
@given(any_document())
def test_whatever_the_parse_no_word_anchors_two_figures(parsed: Document) -> None:
    for sentence in parsed.sentences:
        anchors = [m.anchor for m in find_mentions(sentence)]
        assert anchors == sorted(set(anchors))
