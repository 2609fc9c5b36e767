"""Parties: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.events import Setting, find_triggers, group_triggers, load_weights
from dateline.coding.parties import Parties, code_parties
from dateline.coding.perpetrators import Case
from dateline.language.document import Document
from tests.parses import SOME, any_document, document

ACTIVE = (
    "Gunmen/NOUN/killed/nsubj/party=B-PERP killed/VERB/-/root/trigger=main/event=Attack "
    "ten/NUM/soldiers/nummod soldiers/NOUN/killed/obj/party=B-TARGET "
    "with/ADP/rifles/case rifles/NOUN/killed/obl/party=B-WEAPON"
)
BY_PHRASE = (
    "Soldiers/NOUN/killed/nsubj:pass/party=B-TARGET were/AUX/killed/aux:pass killed/VERB/-/root/trigger=main "
    "by/ADP/rebels/case rebels/NOUN/killed/obl:agent/party=B-PERP"
)
CARRIED = (
    "Rebels/NOUN/launched/nsubj/party=B-PERP launched/VERB/-/root an/DET/attack/det "
    "attack/NOUN/launched/obj/trigger=main on/ADP/base/case the/DET/base/det/party=B-TARGET "
    "base/NOUN/attack/nmod/party=I-TARGET"
)
TWO_EVENTS = (
    "Rebels/NOUN/shot/nsubj/party=B-PERP shot/VERB/-/root/trigger=main/event=Attack "
    "nurses/NOUN/shot/obj/party=B-TARGET and/CCONJ/bombed/cc troops/NOUN/bombed/nsubj/party=B-PERP "
    "bombed/VERB/shot/conj/trigger=main/event=Suicide+bomb villages/NOUN/bombed/obj/party=B-TARGET"
)


def read(*sentences: str, apart: bool = False) -> list[Parties]:
    parsed = document(*sentences)
    triggers = find_triggers(parsed)
    cases = [Case("Attack", [trigger]) for trigger in triggers] if apart else [Case("Attack", triggers)]
    return code_parties(parsed, cases, [], lambda s, w: parsed.sentences[s].words[w].text)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (ACTIVE, Parties(("Gunmen",), ("soldiers",), ("rifles",))),
        (BY_PHRASE, Parties(("rebels",), ("Soldiers",))),
        (CARRIED, Parties(("Rebels",), ("base",))),
    ],
)
def test_the_doer_the_target_and_the_weapon_are_told_apart(marked: str, expected: Parties) -> None:
    assert read(marked) == [expected]


def test_each_target_goes_to_the_event_of_its_own_verb() -> None:
    assert [party.targets for party in read(TWO_EVENTS, apart=True)] == [("nurses",), ("villages",)]


def test_a_shorter_wording_gives_way_to_a_longer_one() -> None:
    longer = ACTIVE.replace(
        "soldiers/NOUN/killed/obj/", "army/NOUN/soldiers/compound/party=B-TARGET soldiers/NOUN/killed/obj/"
    )
    longer = longer.replace("soldiers/NOUN/killed/obj/party=B-TARGET", "soldiers/NOUN/killed/obj/party=I-TARGET")
    assert read(ACTIVE, longer)[0].targets == ("army soldiers",)


@SOME
@given(any_document())
def test_whatever_the_parse_each_party_is_named_once_and_never_empty(parsed: Document) -> None:
    triggers = find_triggers(parsed)
    cases = [Case("Attack", g.triggers) for g in group_triggers(triggers, [Setting()] * len(triggers), load_weights())]
    found = code_parties(parsed, cases, [], lambda s, w: parsed.sentences[s].words[w].text)
    assert len(found) == len(cases)
    for party in found:
        for phrases in (party.perpetrators, party.targets, party.weapons):
            assert all(phrases)
            assert len({phrase.casefold() for phrase in phrases}) == len(phrases)
        assert all(phrase in parsed.text for phrase in (*party.targets, *party.weapons))
