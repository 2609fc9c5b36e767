"""Statements: who said what, with pronouns and "the official" followed back to their first mention."""

from __future__ import annotations

import pytest
from hypothesis import given

from dateline.coding.runs import head_of, tag_runs
from dateline.coding.statements import code_statements
from dateline.language.document import Document
from dateline.model import SourceKind
from dateline.register import Register
from tests.parses import SOME, any_document, document

REGISTER = Register.open()


def said(source: str, cue: str = "said", what: str = "ten died") -> str:
    """Return a sentence "what, source cue": every word marked as the language model would mark it."""
    content = [f"{word}/NOUN/{cue}/ccomp/content={'I' if n else 'B'}-CONTENT" for n, word in enumerate(what.split())]
    words = source.split()
    head = words[-1]
    speaker = [
        f"{word}/{_upos(word)}/{cue if word == head else head}/{'nsubj' if word == head else 'det'}"
        f"/speech={'I' if n else 'B'}-SOURCE{'/name=B-PER' if _upos(word) == 'PROPN' else ''}"
        for n, word in enumerate(words)
    ]
    return " ".join([*content, f",/PUNCT/{cue}/punct", *speaker, f"{cue}/VERB/-/root/speech=B-CUE"])


def _upos(word: str) -> str:
    if word in ("he", "she", "they", "it"):
        return "PRON"
    if word in ("the", "a"):
        return "DET"
    return "PROPN" if word[0].isupper() else "NOUN"


def speakers(*sentences: str) -> list[str | None]:
    return [statement.speaker for statement in code_statements(document(*sentences), REGISTER)]


def parts(marked: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (s.source.quote if s.source else None, s.cue.quote if s.cue else None, s.content.quote)
        for s in code_statements(document(marked), REGISTER)
    ]


BEFORE = (
    "Police/NOUN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE ten/NUM/died/nsubj/content=B-CONTENT "
    "died/VERB/said/ccomp/content=I-CONTENT ./PUNCT/said/punct/content=I-CONTENT"
)
ACCORDING = (
    "According/VERB/police/case/speech=B-CUE to/ADP/According/fixed/speech=I-CUE police/NOUN/died/obl/speech=B-SOURCE "
    ",/PUNCT/died/punct ten/NUM/died/nsubj/content=B-CONTENT died/VERB/-/root/content=I-CONTENT"
)
NO_SOURCE = (
    "It/PRON/reported/nsubj was/AUX/reported/aux:pass reported/VERB/-/root/speech=B-CUE "
    "ten/NUM/died/nsubj/content=B-CONTENT died/VERB/reported/ccomp/content=I-CONTENT"
)
INSIDE = (
    "Ten/NUM/died/nsubj/content=B-CONTENT ,/PUNCT/said/punct police/NOUN/said/nsubj/speech=B-SOURCE "
    "said/VERB/died/parataxis/speech=B-CUE ,/PUNCT/said/punct died/VERB/-/root/content=B-CONTENT"
)
TWO_SPEAKERS = (
    "Police/NOUN/said/nsubj/speech=B-SOURCE said/VERB/-/root/speech=B-CUE ten/NUM/said/ccomp/content=B-CONTENT "
    "but/CCONJ/said#2/cc medics/NOUN/said#2/nsubj/speech=B-SOURCE said/VERB/said/conj/speech=B-CUE "
    "twelve/NUM/said#2/ccomp/content=B-CONTENT"
)
APPOSITION = (
    "A/DET/leader/det/speech=B-SOURCE leader/NOUN/said/nsubj/speech=I-SOURCE ,/PUNCT/Parpiyev/punct "
    "Kabuljon/PROPN/Parpiyev/compound Parpiyev/PROPN/leader/appos said/VERB/-/root/speech=B-CUE "
    "ten/NUM/died/nsubj/content=B-CONTENT died/VERB/said/ccomp/content=I-CONTENT"
)
GOES_ON = (
    "The/DET/bodies/det/content=B-CONTENT bodies/NOUN/lay/nsubj/content=I-CONTENT lay/VERB/-/root/content=I-CONTENT "
    "outside/ADV/lay/advmod/content=I-CONTENT"
)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (said("the army"), [("the army", "said", "ten died")]),
        (BEFORE, [("Police", "said", "ten died")]),
        (ACCORDING, [("police", "According to", "ten died")]),
        (NO_SOURCE, [(None, "was reported", "ten died")]),
        (INSIDE, [("police", "said", "Ten, police said, died")]),
        (TWO_SPEAKERS, [("Police", "said", "ten"), ("medics", "said", "twelve")]),
        ("Ten/NUM/died/nsubj died/VERB/-/root", []),
    ],
)
def test_a_statement_has_its_source_cue_and_content(
    marked: str, expected: list[tuple[str | None, str | None, str]]
) -> None:
    assert parts(marked) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["the official", "he"], ["the official", "the official"]),
        (["Khan", "Karimov", "he"], ["Khan", "Karimov", "Karimov"]),
        (["police", "Khan", "they"], ["police", "Khan", "police"]),
        (["Khan", "they"], ["Khan", "Khan"]),
        (["the army", "it"], ["the army", "the army"]),
        (["Khan", "it"], ["Khan", "it"]),
        (["a doctor", "Khan", "the doctor"], ["a doctor", "Khan", "a doctor"]),
        (["Khan", "the source"], ["Khan", "Khan"]),
        (["Ali Khan", "Khan"], ["Ali Khan", "Ali Khan"]),
        (["he"], ["he"]),
    ],
)
def test_a_source_is_followed_back_to_its_first_mention(sources: list[str], expected: list[str]) -> None:
    assert speakers(*map(said, sources)) == expected


def test_a_name_in_apposition_belongs_to_the_speaker() -> None:
    assert speakers(APPOSITION) == ["A leader, Kabuljon Parpiyev"]


def test_content_without_a_source_goes_on_with_the_previous_speaker() -> None:
    assert speakers(said("the army"), GOES_ON) == ["the army", "the army"]
    assert speakers(GOES_ON) == []


def test_the_kind_of_the_source_comes_with_the_speaker_it_stands_for() -> None:
    kinds = [s.source_kind for s in code_statements(document(said("the army"), said("it", "added")), REGISTER)]
    assert kinds == [SourceKind.STATE_SECURITY, SourceKind.STATE_SECURITY]


def test_runs_are_read_from_tags_even_where_the_beginning_is_missing() -> None:
    assert tag_runs(["I-CUE", "I-CUE", "O", "B-CUE", "B-CUE", "I-SOURCE"], "CUE") == [(0, 1), (3, 3), (4, 4)]
    assert tag_runs([], "CUE") == []


@SOME
@given(any_document())
def test_whatever_the_parse_the_spans_of_a_statement_are_exact(parsed: Document) -> None:
    for statement in code_statements(parsed, REGISTER):
        for span in filter(None, (statement.source, statement.cue, statement.content)):
            assert parsed.text[span.start : span.end] == span.quote != ""
        assert statement.speaker or statement.source is None


@SOME
@given(any_document())
def test_whatever_the_parse_statements_come_in_the_order_of_their_contents(parsed: Document) -> None:
    starts = [statement.content.start for statement in code_statements(parsed, REGISTER)]
    assert starts == sorted(starts)


@SOME
@given(any_document())
def test_whatever_the_run_its_head_lies_inside(parsed: Document) -> None:
    for sentence in parsed.sentences:
        for last in range(len(sentence.words)):
            assert last // 2 <= head_of(sentence, (last // 2, last)) <= last
