"""Responsibility: who claims or denies an event, and who is blamed for it by whom."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.actors import code_actors, describe_actor
from dateline.coding.events import find_triggers
from dateline.coding.responsibility import find_responsibility
from dateline.coding.statements import code_statements
from dateline.language.document import Document
from dateline.model import Responsibility, Stance
from dateline.register import Register
from tests.parses import SOME, any_document, document

REGISTER = Register.open()

CLAIMED = "Boko/PROPN/claimed/nsubj Haram/PROPN/Boko/flat claimed/VERB/-/root responsibility/NOUN/claimed/obj"
TAKEN = (
    "Responsibility/NOUN/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/-/root by/ADP/group/case "
    "a/DET/group/det militant/ADJ/group/amod group/NOUN/claimed/obl:agent ,/PUNCT/Boko/punct "
    "Boko/PROPN/group/appos Haram/PROPN/Boko/flat"
)
NOBODY = (
    "No/DET/group/det group/NOUN/claimed/nsubj has/AUX/claimed/aux claimed/VERB/-/root responsibility/NOUN/claimed/obj"
)
DENIED = "Damascus/PROPN/denied/nsubj/name=B-LOC denied/VERB/-/root this/PRON/denied/obj"
BLAMED = (
    "Police/NOUN/blamed/nsubj blamed/VERB/-/root the/DET/attack/det attack/NOUN/blamed/obj on/ADP/Boko/case "
    "Boko/PROPN/attack/nmod Haram/PROPN/Boko/flat"
)
HABIT = (
    "Boko/PROPN/blamed/nsubj:pass Haram/PROPN/Boko/flat is/AUX/blamed/aux:pass usually/ADV/blamed/advmod "
    "blamed/VERB/-/root"
)
WORK = (
    "It/PRON/work/nsubj was/AUX/work/cop the/DET/work/det work/NOUN/said/ccomp of/ADP/Boko/case Boko/PROPN/work/nmod "
    "Haram/PROPN/Boko/flat ,/PUNCT/said/punct police/NOUN/said/nsubj said/VERB/-/root"
)
OWN = (
    "Boko/PROPN/said/nsubj Haram/PROPN/Boko/flat said/VERB/-/root its/PRON/fighters/nmod:poss "
    "fighters/NOUN/bombed/nsubj bombed/VERB/said/ccomp/trigger=main a/DET/market/det market/NOUN/bombed/obj"
)
PERSON = "A/DET/man/det man/NOUN/blamed/nsubj blamed/VERB/-/root the/DET/weather/det weather/NOUN/blamed/obj"


def said(*sentences: str) -> list[tuple[str, Stance, str | None]]:
    return [(r.actor, r.stance, r.by) for r in responsibilities(document(*sentences))]


def responsibilities(parsed: Document) -> list[Responsibility]:
    actors = code_actors(parsed, REGISTER, None)
    answers = find_responsibility(
        parsed,
        code_statements(parsed, REGISTER),
        find_triggers(parsed),
        actors,
        lambda s, w: describe_actor(parsed, s, w, actors),
    )
    return [answer.responsibility for answer in answers]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (CLAIMED, [("Boko Haram", Stance.CLAIMED, None)]),
        (TAKEN, [("Boko Haram", Stance.CLAIMED, None)]),
        (DENIED, [("Syria", Stance.DENIED, None)]),
        (BLAMED, [("Boko Haram", Stance.BLAMED, "Police")]),
        (OWN, [("Boko Haram", Stance.CLAIMED, None)]),
        (NOBODY, []),
        (HABIT, []),
        (PERSON, []),
    ],
)
def test_responsibility_is_read_by_verb_noun_and_telling(
    sentence: str, expected: list[tuple[str, Stance, str | None]]
) -> None:
    assert said(sentence) == expected


OTHER = (
    "Boko/PROPN/accused/nsubj Haram/PROPN/Boko/flat and/CCONJ/Hamas/cc Hamas/PROPN/Boko/conj accused/VERB/-/root "
    "each/DET/other/det other/ADJ/accused/obj"
)
DISOWNED = (
    "Boko/PROPN/had/nsubj Haram/PROPN/Boko/flat had/VERB/-/root no/DET/part/det part/NOUN/had/obj in/ADP/it/case "
    "it/PRON/part/nmod"
)
ATTACKS = (
    "The/DET/attacks/det attacks/NOUN/went/nsubj claimed/VERB/attacks/acl by/ADP/Boko/case "
    "Boko/PROPN/claimed/obl:agent Haram/PROPN/Boko/flat went/VERB/-/root on/ADV/went/advmod"
)


def test_two_who_accuse_each_other_blame_one_another() -> None:
    assert set(said(OTHER)) == {("Boko Haram", Stance.BLAMED, "Hamas"), ("Hamas", Stance.BLAMED, "Boko Haram")}


def test_who_had_no_part_in_it_denies_it() -> None:
    assert said(DISOWNED) == [("Boko Haram", Stance.DENIED, None)]


def test_attacks_claimed_by_a_group_are_claimed() -> None:
    assert said(ATTACKS) == [("Boko Haram", Stance.CLAIMED, None)]


def test_whose_work_it_was_is_blamed() -> None:
    assert [(actor, stance) for actor, stance, _ in said(WORK)] == [("Boko Haram", Stance.BLAMED)]


def test_one_stance_of_one_actor_is_told_once() -> None:
    assert said(CLAIMED, CLAIMED) == [("Boko Haram", Stance.CLAIMED, None)]


@SOME
@given(any_document())
def test_every_responsibility_stands_on_words_of_the_text(parsed: Document) -> None:
    for one in responsibilities(parsed):
        assert one.actor
        assert one.evidence is not None
        assert parsed.text[one.evidence.start : one.evidence.end] == one.evidence.quote
