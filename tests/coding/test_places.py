"""Coding places: each name at its span, with the sense it has in the report."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.event_place import choose_place
from dateline.coding.places import code_places
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document, Name, Sentence, Word
from dateline.model import Location


def parsed(*sentences: list[tuple[str, str, int, str]], names: dict[str, str]) -> Document:
    """A document from words with part of speech, head and relation; ``names`` gives the kind of each name."""
    text, built = "", []
    for number, rows in enumerate(sentences):
        words = []
        for index, (form, upos, head, deprel) in enumerate(rows):
            text += " " if text else ""
            words.append(
                Word(index, form, len(text), len(text) + len(form), form.lower(), form.lower(), upos, head, deprel)
            )
            text += form
        children: list[list[int]] = [[] for _ in words]
        for word in words:
            if word.head >= 0:
                children[word.head].append(word.index)
        found = [Name(w.index, w.index, names[w.text]) for w in words if w.text in names]
        built.append(Sentence(number, words[0].start, words[-1].end, words, found, children))
    return Document(text, built)


IN_QUETTA = [
    ("Gunmen", "NOUN", 1, "nsubj"),
    ("killed", "VERB", -1, "root"),
    ("ten", "NUM", 1, "obj"),
    ("in", "ADP", 4, "case"),
    ("Nushki", "PROPN", 1, "obl"),
    (",", "PUNCT", 6, "punct"),
    ("Balochistan", "PROPN", 4, "appos"),
]
ISLAMABAD_SAID = [("Islamabad", "PROPN", 1, "nsubj"), ("condemned", "VERB", -1, "root"), ("it", "PRON", 1, "obj")]
BOTH = {"Nushki": "LOC", "Balochistan": "LOC", "Islamabad": "LOC"}


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open([])


def where(document: Document, gazetteer: Gazetteer, *triggers: tuple[int, int]) -> Location | None:
    return choose_place(document, code_places(document, gazetteer), triggers, gazetteer)[0]


def test_the_most_specific_place_tied_to_the_trigger_is_where_it_happened(gazetteer: Gazetteer) -> None:
    place = where(parsed(IN_QUETTA, ISLAMABAD_SAID, names=BOTH), gazetteer, (0, 1))
    assert place is not None
    assert (place.name, place.admin1, place.country, place.country_code) == ("Nushki", "Balochistan", "Pakistan", "PK")


def test_a_capital_that_only_speaks_is_not_the_place(gazetteer: Gazetteer) -> None:
    place = where(parsed(ISLAMABAD_SAID, IN_QUETTA, names=BOTH), gazetteer, (1, 1))
    assert place is not None
    assert place.name == "Nushki"


def test_a_place_no_pack_knows_is_kept_under_the_division_said_to_hold_it(gazetteer: Gazetteer) -> None:
    rows = [(("Zzyxgarh" if form == "Nushki" else form), *rest) for form, *rest in IN_QUETTA]
    mention = code_places(parsed(rows, names=BOTH | {"Zzyxgarh": "LOC"}), gazetteer)[0]  # type: ignore[arg-type]
    assert (mention.location.name, mention.location.admin1, mention.location.country_code) == (
        "Zzyxgarh",
        "Balochistan",
        "PK",
    )
    assert mention.location.precision == "unknown"
    assert mention.location.lat is None


def test_a_report_without_a_place_falls_back_to_the_country_of_the_people(gazetteer: Gazetteer) -> None:
    rows = [("Malian", "ADJ", 1, "amod"), ("troops", "NOUN", 2, "nsubj"), ("fired", "VERB", -1, "root")]
    place = where(parsed(rows, names={}), gazetteer, (0, 2))
    assert place is not None
    assert (place.country_code, place.precision) == ("ML", "country")


def test_a_report_that_names_nothing_has_no_place(gazetteer: Gazetteer) -> None:
    rows = [("They", "PRON", 1, "nsubj"), ("fired", "VERB", -1, "root")]
    assert where(parsed(rows, names={}), gazetteer, (0, 1)) is None


words = st.sampled_from(
    ["Quetta", "in", "Paris", ",", "near", "Mali", "police", "Ségou", "of", "-", "Zzyx", "province", "'s", "U.S."]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(words, min_size=1, max_size=14),
    st.sets(st.sampled_from(["Quetta", "Paris", "Mali", "Ségou", "Zzyx", "U.S.", "-"])),
)
def test_any_words_give_mentions_whose_spans_equal_their_quotes_and_the_same_ones_again(
    gazetteer: Gazetteer, forms: list[str], tagged: set[str]
) -> None:
    rows = [(form, "PROPN" if form[0].isupper() else "NOUN", index - 1, "nmod") for index, form in enumerate(forms)]
    document = parsed(rows, names=dict.fromkeys(tagged, "LOC"))
    mentions = code_places(document, gazetteer)
    assert all(document.text[m.span.start : m.span.end] == m.span.quote for m in mentions)
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    assert code_places(document, gazetteer) == mentions
    choose_place(document, mentions, [(0, len(forms) - 1)], gazetteer)


@pytest.mark.skipif(
    not (files("dateline.language") / "data" / "model.onnx").is_file(), reason="the language model is not installed"
)
def test_a_dispatch_is_coded_at_its_town(gazetteer: Gazetteer) -> None:
    from dateline.language.parser import load_parser

    document = load_parser(1).parse(
        "QUETTA, Jan 31 — Gunmen killed ten police officers in Mastung on Friday, officials in Islamabad said."
    )
    killed = next((s.index, w.index) for s in document.sentences for w in s.words if w.text == "killed")
    place = where(document, gazetteer, killed)
    assert place is not None
    assert (place.name, place.admin1) == ("Mastung", "Balochistan")
