"""Utterances by syntax alone: where the source stands, what the cue takes in, and what it governs."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.statements import code_statements
from dateline.coding.utterances import find_utterances
from dateline.language.document import Document
from dateline.register import Register
from tests.parses import SOME, any_document, document

REGISTER = Register.open()

BEFORE = (
    "Police/NOUN/said/nsubj have/AUX/said/aux also/ADV/said/advmod said/VERB/-/root that/SCONJ/died/mark "
    "ten/NUM/died/nsubj died/VERB/said/ccomp ./PUNCT/said/punct"
)
INVERTED = (
    "Ten/NUM/died/nsubj died/VERB/said/ccomp ,/PUNCT/died/punct said/VERB/-/root the/DET/army/det "
    "army/NOUN/died/nsubj ./PUNCT/said/punct"
)
WITHIN = (
    "Police/NOUN/fired/nsubj ,/PUNCT/said/punct he/PRON/said/nsubj said/VERB/fired/parataxis ,/PUNCT/said/punct "
    "had/AUX/fired/aux fired/VERB/-/root ./PUNCT/fired/punct"
)
ACCORDING = (
    "According/VERB/police/case to/ADP/According/fixed police/NOUN/died/obl ,/PUNCT/died/punct ten/NUM/died/nsubj "
    "died/VERB/-/root ./PUNCT/died/punct"
)
WISH = (
    "Rebels/NOUN/vowed/nsubj vowed/VERB/-/root to/PART/fight/mark fight/VERB/vowed/xcomp on/ADV/fight/advmod "
    "./PUNCT/vowed/punct"
)
BLAME = (
    "He/PRON/accused/nsubj accused/VERB/-/root rebels/NOUN/accused/obj of/SCONJ/lying/mark "
    "lying/VERB/accused/advcl ./PUNCT/accused/punct"
)
ABOUT = "She/PRON/called/nsubj called/VERB/-/root for/ADP/calm/case calm/NOUN/called/obl ./PUNCT/called/punct"
JOINED = (
    "He/PRON/left/nsubj left/VERB/-/root and/CCONJ/denied/cc denied/VERB/left/conj the/DET/raid/det "
    "raid/NOUN/denied/obj ./PUNCT/left/punct"
)
NOUN = (
    "The/DET/army/det army/NOUN/claim/nmod:poss 's/PART/army/case claim/NOUN/spread/nsubj that/SCONJ/fled/mark "
    "rebels/NOUN/fled/nsubj fled/VERB/claim/acl spread/VERB/-/root"
)
LIVES = "Fighting/NOUN/claimed/nsubj claimed/VERB/-/root ten/NUM/lives/nummod lives/NOUN/claimed/obj"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (BEFORE, ("Police", "have also said", "that ten died")),
        (INVERTED, ("the army", "said", "Ten died")),
        (WITHIN, ("he", "said", "Police, he said, had fired")),
        (ACCORDING, ("police", "According to", "ten died")),
        (WISH, ("Rebels", "vowed", "to fight on")),
        (BLAME, ("He", "accused", "rebels of lying")),
        (ABOUT, ("She", "called for", "calm")),
        (JOINED, ("He", "denied", "the raid")),
        (NOUN, ("The army", "claim", "that rebels fled")),
    ],
)
def test_syntax_alone_finds_source_cue_and_content(marked: str, expected: tuple[str, str, str]) -> None:
    found = code_statements(document(marked), REGISTER)
    assert [(s.source and s.source.quote, s.cue and s.cue.quote, s.content.quote) for s in found] == [expected]


def test_fighting_that_claims_lives_says_nothing() -> None:
    assert code_statements(document(LIVES), REGISTER) == []


def test_a_quotation_is_taken_whole_and_goes_on_behind_the_speaker() -> None:
    first = (
        "“/PUNCT/left/punct We/PRON/left/nsubj left/VERB/said/ccomp ,/PUNCT/left/punct ”/PUNCT/left/punct "
        "he/PRON/said/nsubj said/VERB/-/root ./PUNCT/said/punct"
    )
    second = "“/PUNCT/fled/punct All/PRON/fled/nsubj fled/VERB/-/root ./PUNCT/fled/punct ”/PUNCT/fled/punct"
    found = code_statements(document(first, second), REGISTER)
    assert len(found) == 1
    assert found[0].content.quote.startswith("“")
    assert found[0].content.quote.endswith("”")


@SOME
@given(any_document())
def test_whatever_the_parse_the_runs_of_an_utterance_lie_in_its_sentence(parsed: Document) -> None:
    for sentence in parsed.sentences:
        for utterance in find_utterances(sentence):
            for run in filter(None, (utterance.cue, utterance.source, utterance.content)):
                assert 0 <= run[0] <= run[1] < len(sentence.words)
