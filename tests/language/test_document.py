"""Documents: walking a sentence's tree and finding the sentence at an offset."""

from __future__ import annotations

from hypothesis import given

from dateline.language.document import Document
from tests.parses import SOME, any_document, document

KILLED = (
    "Gunmen/NOUN/killed/nsubj killed/VERB/-/root ten/NUM/soldiers/nummod/harm=killed soldiers/NOUN/killed/obj "
    "who/PRON/slept/nsubj slept/VERB/soldiers/acl:relcl"
)


def test_kids_are_asked_for_by_relation_subtypes_counted_in() -> None:
    sentence = document(KILLED).sentences[0]
    assert [word.text for word in sentence.kids(3, "acl")] == ["slept"]
    assert [word.text for word in sentence.kids(3, "acl:relcl")] == ["slept"]
    assert [word.text for word in sentence.kids(1, "nsubj", "obj")] == ["Gunmen", "soldiers"]
    assert sentence.kids(1, "obl") == []


def test_tags_are_the_likeliest_labels_and_o_without_a_head() -> None:
    sentence = document(KILLED).sentences[0]
    assert sentence.tags("harm") == ["O", "O", "killed", "O", "O", "O"]
    assert sentence.tags("no such head") == ["O"] * 6


def test_a_blank_between_sentences_belongs_to_none() -> None:
    parsed = document("Ten/NUM/died/nsubj died/VERB/-/root ./PUNCT/died/punct", "He/PRON/fled/nsubj fled/VERB/-/root")
    assert parsed.text == "Ten died. He fled"
    assert [found.index if (found := parsed.sentence_at(at)) else None for at in (0, 8, 9, 10, 99)] == [
        0,
        0,
        None,
        1,
        None,
    ]


@SOME
@given(any_document())
def test_the_subtree_of_the_root_is_the_sentence_and_of_any_word_what_hangs_below(parsed: Document) -> None:
    for sentence in parsed.sentences:
        everything = list(range(len(sentence.words)))
        for word in sentence.words:
            below = sentence.subtree(word.index)
            assert below == [i for i in everything if i == word.index or word in list(sentence.ancestors(i))]
            assert (below == everything) or word.head >= 0


@SOME
@given(any_document())
def test_the_sentence_at_a_word_is_its_own(parsed: Document) -> None:
    for sentence in parsed.sentences:
        for word in sentence.words:
            assert parsed.sentence_at(word.start) is sentence
            assert parsed.text[word.start : word.end] == word.text
