"""Targets and weapons: what was hit and with what, in short phrases."""

from __future__ import annotations

from hypothesis import given

from dateline.coding.events import find_triggers
from dateline.coding.targets import Hit, find_hits
from dateline.language.document import Document
from tests.parses import SOME, any_document, document

STATION = (
    "Gunmen/NOUN/attacked/nsubj attacked/VERB/-/root/trigger=main a/DET/station/det police/NOUN/station/compound "
    "station/NOUN/attacked/obj with/ADP/grenades/case grenades/NOUN/attacked/obl on/ADP/Monday/case "
    "Monday/PROPN/attacked/obl"
)
CAR_BOMB = (
    "A/DET/bomb/det car/NOUN/bomb/compound bomb/NOUN/hit/nsubj hit/VERB/-/root/trigger=main Kabul/PROPN/hit/obj"
    "/name=B-LOC and/CCONJ/hit/cc a/DET/convoy/det convoy/NOUN/hit/obj"
)


def hit(*sentences: str) -> Hit:
    parsed = document(*sentences)
    return find_hits(parsed, [find_triggers(parsed)])[0]


def test_an_object_of_an_attack_is_its_target_with_the_words_that_describe_it() -> None:
    assert hit(STATION) == Hit(("police station",), ("grenades",))


def test_a_place_on_the_map_is_no_target_and_a_weapon_keeps_its_kind() -> None:
    assert hit(CAR_BOMB) == Hit(("convoy",), ("car bomb",))


def test_a_shorter_phrase_gives_way_to_a_longer_one() -> None:
    again = "They/PRON/stormed/nsubj stormed/VERB/-/root/trigger=main the/DET/station/det station/NOUN/stormed/obj"
    assert hit(STATION, again).targets == ("police station",)


@SOME
@given(any_document())
def test_every_target_and_weapon_is_in_the_text(parsed: Document) -> None:
    text = " ".join(parsed.text.split())
    for found in find_hits(parsed, [find_triggers(parsed)]):
        assert all(phrase in text for phrase in found.targets + found.weapons)
