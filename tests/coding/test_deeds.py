"""Deeds: who does and who suffers what a word denotes, by the syntax alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.deeds import antecedent, doers, opponents, sufferers
from dateline.language.document import Document
from tests.parses import SOME, any_document, document

ACTIVE = "Gunmen/NOUN/killed/nsubj killed/VERB/-/root ten/NUM/soldiers/nummod soldiers/NOUN/killed/obj"
PASSIVE = (
    "Soldiers/NOUN/killed/nsubj:pass were/AUX/killed/aux:pass killed/VERB/-/root by/ADP/rebels/case "
    "rebels/NOUN/killed/obl:agent and/CCONJ/bandits/cc bandits/NOUN/rebels/conj"
)
OWNED = "A/DET/attack/det Taliban/PROPN/attack/compound attack/NOUN/killed/nsubj killed/VERB/-/root ten/NUM/killed/obj"
CARRIED = "Rebels/NOUN/launched/nsubj launched/VERB/-/root an/DET/attack/det attack/NOUN/launched/obj"
MEANS = "Russian/ADJ/missiles/amod missiles/NOUN/hit/nsubj hit/VERB/-/root a/DET/market/det market/NOUN/hit/obj"
RELATIVE = (
    "Gunmen/NOUN/fled/nsubj who/PRON/attacked/nsubj attacked/VERB/Gunmen/acl:relcl a/DET/bus/det "
    "bus/NOUN/attacked/obj fled/VERB/-/root"
)
LINKED = (
    "Bandits/NOUN/stormed/nsubj stormed/VERB/-/root a/DET/village/det village/NOUN/stormed/obj ,/PUNCT/killing/punct "
    "killing/VERB/stormed/advcl ten/NUM/killing/obj"
)
DIED = "Ten/NUM/soldiers/nummod soldiers/NOUN/died/nsubj died/VERB/-/root"
LIVES = "Clashes/NOUN/claimed/nsubj claimed/VERB/-/root ten/NUM/lives/nummod lives/NOUN/claimed/obj"
CLASHES = (
    "Clashes/NOUN/erupted/nsubj erupted/VERB/-/root on/ADP/Monday/case Monday/PROPN/erupted/obl "
    "between/ADP/rebels/case rebels/NOUN/erupted/obl and/CCONJ/troops/cc troops/NOUN/rebels/conj"
)


def texts(parsed: Document, indices: list[int]) -> list[str]:
    return [parsed.sentences[0].words[i].text for i in indices]


def at(parsed: Document, form: str) -> int:
    return next(w.index for w in parsed.sentences[0].words if w.text == form)


@pytest.mark.parametrize(
    ("marked", "trigger", "who"),
    [
        (ACTIVE, "killed", ["Gunmen"]),
        (PASSIVE, "killed", ["rebels", "bandits"]),
        (OWNED, "killed", ["Taliban"]),
        (OWNED, "attack", ["Taliban"]),
        (CARRIED, "attack", ["Rebels"]),
        (MEANS, "hit", ["Russian"]),
        (RELATIVE, "attacked", ["Gunmen"]),
        (LINKED, "killing", ["Bandits"]),
        (DIED, "died", []),
        (LIVES, "lives", []),
    ],
)
def test_those_who_do_a_deed_are_found_over_verbs_nouns_and_means(marked: str, trigger: str, who: list[str]) -> None:
    parsed = document(marked)
    assert texts(parsed, doers(parsed.sentences[0], at(parsed, trigger))) == who


@pytest.mark.parametrize(
    ("marked", "trigger", "who"),
    [
        (ACTIVE, "killed", ["soldiers"]),
        (PASSIVE, "killed", ["Soldiers"]),
        (DIED, "died", ["soldiers"]),
        (MEANS, "hit", ["market"]),
        (CARRIED, "attack", []),
    ],
)
def test_those_who_suffer_a_deed_are_found(marked: str, trigger: str, who: list[str]) -> None:
    parsed = document(marked)
    assert texts(parsed, sufferers(parsed.sentences[0], at(parsed, trigger))) == who


def test_both_sides_of_a_clash_are_found_wherever_between_hangs() -> None:
    parsed = document(CLASHES)
    assert texts(parsed, opponents(parsed.sentences[0], at(parsed, "Clashes"))) == ["rebels", "troops"]


def test_a_deed_of_one_side_has_no_opponents() -> None:
    parsed = document(ACTIVE)
    assert opponents(parsed.sentences[0], at(parsed, "killed")) == []


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    parsed = document(RELATIVE)
    assert antecedent(parsed.sentences[0], at(parsed, "who")) == at(parsed, "Gunmen")
    assert antecedent(parsed.sentences[0], at(parsed, "bus")) == at(parsed, "bus")


@SOME
@given(any_document())
def test_whatever_the_tree_doers_and_sufferers_are_words_of_the_sentence(parsed: Document) -> None:
    for sentence in parsed.sentences:
        for word in sentence.words:
            found = doers(sentence, word.index) + sufferers(sentence, word.index) + opponents(sentence, word.index)
            assert all(0 <= i < len(sentence.words) for i in found)
