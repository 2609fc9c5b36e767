"""Responsibility: who claims an event, who denies it, and who blames whom."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.events import find_triggers
from dateline.coding.responsibility import find_responsibility
from dateline.coding.statements import code_statements
from dateline.language.document import Document
from dateline.model import ActorMention, Span, Stance
from dateline.register import Register
from tests.parses import SOME, any_document, document

REGISTER = Register.open()


def read(marked: str) -> list[tuple[str, str, str | None]]:
    """Return who claimed, denied or was blamed by whom; BLA, M23 and Rwanda are the actors that are known."""
    parsed = document(marked)
    kinds = {"BLA": "Rebel Group", "M23": "Rebel Group", "Rwanda": "State Forces"}
    mentions = [
        ActorMention(Span.of(parsed.text, at := parsed.text.index(name), at + len(name)), name, name.lower(), kind)
        for name, kind in kinds.items()
        if name in parsed.text
    ]
    found = find_responsibility(
        parsed,
        code_statements(parsed, REGISTER),
        find_triggers(parsed),
        mentions,
        lambda s, w: parsed.sentences[s].words[w].text,
    )
    return [(a.responsibility.actor, a.responsibility.stance.value, a.responsibility.by) for a in found]


CLAIMED = "The/DET/BLA/det BLA/PROPN/claimed/nsubj claimed/VERB/-/root responsibility/NOUN/claimed/obj"
CLAIMED_PASSIVE = (
    "Responsibility/NOUN/claimed/nsubj:pass was/AUX/claimed/aux:pass claimed/VERB/-/root by/ADP/BLA/case "
    "BLA/PROPN/claimed/obl:agent"
)
CLAIMED_ATTACK = "BLA/PROPN/claimed/nsubj claimed/VERB/-/root the/DET/attack/det attack/NOUN/claimed/obj"
NOBODY = (
    "No/DET/group/det group/NOUN/claimed/nsubj has/AUX/claimed/aux claimed/VERB/-/root responsibility/NOUN/claimed/obj"
)
NO_ONE = "Nobody/PRON/claimed/nsubj claimed/VERB/-/root responsibility/NOUN/claimed/obj"
DENIED = "Rwanda/PROPN/denied/nsubj denied/VERB/-/root any/DET/involvement/det involvement/NOUN/denied/obj"
BLAMED = "Officials/NOUN/blamed/nsubj blamed/VERB/-/root BLA/PROPN/blamed/obj"
BLAMED_ON = (
    "The/DET/attack/det attack/NOUN/blamed/nsubj:pass was/AUX/blamed/aux:pass blamed/VERB/-/root on/ADP/BLA/case "
    "BLA/PROPN/blamed/obl"
)
BLAMED_PASSIVE = "BLA/PROPN/blamed/nsubj:pass was/AUX/blamed/aux:pass blamed/VERB/-/root"
ACCUSED = (
    "Congo/PROPN/accuses/nsubj accuses/VERB/-/root Rwanda/PROPN/accuses/obj of/SCONJ/backing/mark "
    "backing/VERB/accuses/advcl M23/PROPN/backing/obj"
)
BEHIND = (
    "Officials/NOUN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE BLA/PROPN/behind/nsubj/content=B-CONTENT "
    "was/AUX/behind/cop/content=I-CONTENT behind/ADP/said/ccomp/content=I-CONTENT it/PRON/behind/obj/content=I-CONTENT"
)
WORK_OF = (
    "Officials/NOUN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE it/PRON/work/nsubj/content=B-CONTENT "
    "was/AUX/work/cop/content=I-CONTENT the/DET/work/det/content=I-CONTENT work/NOUN/said/ccomp/content=I-CONTENT "
    "of/ADP/BLA/case/content=I-CONTENT BLA/PROPN/work/nmod/content=I-CONTENT"
)
ITSELF = (
    "BLA/PROPN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE it/PRON/responsible/nsubj/content=B-CONTENT "
    "was/AUX/responsible/cop/content=I-CONTENT responsible/ADJ/said/ccomp/content=I-CONTENT"
)
NOT_ITSELF = ITSELF.replace("responsible/ADJ", "not/PART/responsible/advmod/content=I-CONTENT responsible/ADJ")
TOLD = (
    "Police/NOUN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE BLA/PROPN/killed/nsubj/content=B-CONTENT "
    "killed/VERB/said/ccomp/content=I-CONTENT/trigger=main ten/NUM/killed/obj/content=I-CONTENT"
)
OWN_DEED = (
    "BLA/PROPN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE it/PRON/killed/nsubj/content=B-CONTENT "
    "killed/VERB/said/ccomp/content=I-CONTENT/trigger=main ten/NUM/killed/obj/content=I-CONTENT"
)
SUSPECT = "Police/NOUN/suspect/nsubj suspect/VERB/-/root foul/ADJ/play/amod play/NOUN/suspect/obj"
CLAIMED_LIVES = (
    "The/DET/blast/det blast/NOUN/claimed/nsubj claimed/VERB/-/root 20/NUM/lives/nummod lives/NOUN/claimed/obj"
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (CLAIMED, [("BLA", "claimed", None)]),
        (CLAIMED_PASSIVE, [("BLA", "claimed", None)]),
        (CLAIMED_ATTACK, [("BLA", "claimed", None)]),
        (NOBODY, []),
        (NO_ONE, []),
        (DENIED, [("Rwanda", "denied", None)]),
        (BLAMED, [("BLA", "blamed", "Officials")]),
        (BLAMED_ON, [("BLA", "blamed", None)]),
        (BLAMED_PASSIVE, [("BLA", "blamed", None)]),
        (ACCUSED, [("Rwanda", "blamed", "Congo")]),
        (BEHIND, [("BLA", "blamed", "Officials")]),
        (WORK_OF, [("BLA", "blamed", "Officials")]),
        (ITSELF, [("BLA", "claimed", None)]),
        (NOT_ITSELF, [("BLA", "denied", None)]),
        (SUSPECT, []),
        (CLAIMED_LIVES, []),
    ],
)
def test_the_wording_tells_who_answers_for_it(marked: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(marked) == expected


def test_a_speaker_who_says_that_a_named_group_did_it_blames_that_group() -> None:
    assert read(TOLD) == [("BLA", "blamed", "Police")]
    assert read(TOLD.replace("BLA", "Gunmen")) == []


def test_a_group_that_tells_of_its_own_deed_claims_it() -> None:
    assert read(OWN_DEED) == [("BLA", "claimed", None)]
    assert read(OWN_DEED.replace("BLA", "Residents")) == []


@SOME
@given(any_document())
def test_whatever_the_parse_an_answer_names_an_actor_and_its_evidence_is_exact(parsed: Document) -> None:
    found = find_responsibility(
        parsed,
        code_statements(parsed, REGISTER),
        find_triggers(parsed),
        [],
        lambda s, w: parsed.sentences[s].words[w].text,
    )
    assert [(a.sentence, a.word) for a in found] == sorted((a.sentence, a.word) for a in found)
    for answer in found:
        one = answer.responsibility
        assert one.actor
        assert one.evidence
        assert parsed.text[one.evidence.start : one.evidence.end] == one.evidence.quote
        assert one.by is None or one.stance is Stance.BLAMED
        assert one.by != one.actor or one.by is None
