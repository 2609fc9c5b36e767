"""Dispatches: annotations and mark-up become one tag a word and a head."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from training.corpora import OPEN, Document, Sentence
from training.dispatches import read_dispatches, read_invented, vary

ANNOTATIONS = Path(__file__).parents[2] / "training" / "annotations"
TEXT = "Gunmen killed at least ten soldiers in Djibo, the army said."


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture
def coded(tmp_path: Path) -> Document:
    """One dispatch with all that can be annotated on it."""
    event = {
        "id": "e1", "role": "main", "sub_event_type": "Attack", "perpetrators": ["gunmen"], "targets": ["soldiers"],
        "weapons": [], "location": {"name": "Djibo"}, "casualties": [{"status": "killed", "group": "security_forces"}],
    }  # fmt: skip
    marks = {
        "id": "d1", "names": {"Djibo": "LOC"}, "triggers": [["e1", *at("killed")]],
        "statements": [{"source": at("the army"), "cue": at("said"), "content": [at("Gunmen killed")]}],
        "mentions": [{"event": "e1", "claim": 0, "count": at("at least ten"), "who": at("soldiers")}],
    }  # fmt: skip
    (tmp_path / "r.jsonl").write_text(json.dumps({"id": "d1", "text": TEXT, "events": [event]}) + "\n")
    (tmp_path / "a.jsonl").write_text(json.dumps(marks) + "\n" + json.dumps({**marks, "id": "gone"}) + "\n")
    (document,) = read_dispatches(tmp_path / "r.jsonl", tmp_path / "a.jsonl")
    return document


def tags(document: Document, head: str) -> dict[str, str]:
    """Return the words that a head tags, with their tags."""
    sentence = document.sentences[0]
    pairs = zip(sentence.words, sentence.layers[head], strict=True)
    return {word: tag for word, tag in pairs if tag not in ("O", OPEN)}


def test_each_head_tags_its_own_words(coded: Document) -> None:
    assert tags(coded, "name") == {"Djibo": "B-LOC"}
    assert tags(coded, "trigger") == {"killed": "main"}
    assert tags(coded, "event") == {"killed": "Attack"}
    assert tags(coded, "speech") == {"the": "B-SOURCE", "army": "I-SOURCE", "said": "B-CUE"}
    assert tags(coded, "content") == {"Gunmen": "B-CONTENT", "killed": "I-CONTENT"}
    assert tags(coded, "party") == {"Gunmen": "B-PERP", "soldiers": "B-TARGET"}


def test_the_hedge_of_a_number_is_not_what_counts(coded: Document) -> None:
    assert tags(coded, "harm") == {"ten": "killed"}
    assert tags(coded, "side") == {"ten": "security_forces"}


def test_what_belongs_to_an_event_is_tied_to_it_at_its_last_word(coded: Document) -> None:
    assert tags(coded, "tie") == {"killed": "1", "ten": "1", "Djibo": "1"}


def test_marks_in_line_are_taken_out_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "invented.txt"
    path.write_text(
        '{"id":"s1","published":null,"events":{"1":["main","Attack"]}}\n'
        "<p e=1 r=PERP>Gunmen</p> <t e=1>killed</t> <x e=1 s=killed g=civilians>at least two</x> "
        "in <w e=1><n k=LOC>Kano</n></w> <d e=1>on Friday</d>.\n",
        encoding="utf-8",
    )
    (document,) = read_invented(path)
    assert document.sentences[0].words == ["Gunmen", "killed", "at", "least", "two", "in", "Kano", "on", "Friday", "."]
    assert tags(document, "harm") == {"two": "killed"}
    assert tags(document, "trigger") == {"killed": "main"}
    assert tags(document, "party") == {"Gunmen": "B-PERP"}
    assert tags(document, "name") == {"Kano": "B-LOC"}
    assert tags(document, "tie") == dict.fromkeys(("Gunmen", "killed", "two", "Kano", "Friday"), "1")


def test_every_invented_dispatch_reads_with_one_tag_a_word_in_every_head() -> None:
    documents = list(read_invented(ANNOTATIONS / "invented.txt"))
    assert len({document.id for document in documents}) == len(documents) > 100
    for sentence in (sentence for document in documents for sentence in document.sentences):
        assert not any("<" in word or ">" in word for word in sentence.words)
        assert {len(layer) for layer in sentence.layers.values()} == {len(sentence.words)}
    assert all(any("B-" in tag for s in d.sentences for tag in s.layers["name"]) for d in documents)


def test_varied_copies_keep_their_shape_and_their_tags() -> None:
    sentence = Sentence(
        ["Ten", "died", "in", "Djibo", "on", "12", "May", "."], layers={"name": ["O"] * 3 + ["B-LOC"] + ["O"] * 4}
    )
    towns = [f"Town{letter}" for letter in "ab"] * 1500
    chance = random.Random(7)  # noqa: S311 - nothing is secret
    copies = [vary([Document("d", [sentence])], towns, chance)[0].sentences[0] for _ in range(20)]
    assert all(len(copy.words) == 8 and copy.layers == sentence.layers for copy in copies)
    assert all(copy.words[1] == "died" and copy.words[5].isdigit() for copy in copies)
    assert len({copy.words[3] for copy in copies}) > 1
    assert len({copy.words[0] for copy in copies}) > 1
    assert sentence.words[0] == "Ten"


def test_varied_copies_misspell_a_few_long_words_and_capitalise_some_headlines() -> None:
    headline = Sentence(["Gunmen", "abducted", "villagers"], layers={"name": ["O"] * 3})
    chance = random.Random(7)  # noqa: S311 - nothing is secret
    towns = ["Townone", "Towntwo"] * 1500
    copies = [vary([Document("d", [headline])], towns, chance)[0].sentences[0].words for _ in range(300)]
    second = {copy[1] for copy in copies}
    assert {"abducted", "Abducted"} < second
    assert 3 < len(second) < 20
    assert all(abs(len(word) - len("abducted")) <= 1 for word in second)
