"""Corpora: each layout is read into the same shape, and what may not be trained on is left out."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from training.build_lemmas import read_forms
from training.corpora import read_re3d, read_ud, read_uner, split_text, tag_text, tag_words


def conllu(*rows: str, newdoc: str = "") -> str:
    """Return one sentence of CoNLL-U from rows of form, lemma, UPOS, XPOS, head, relation and MISC."""
    lines = [f"# newdoc id = {newdoc}"] if newdoc else []
    for number, row in enumerate(rows, start=1):
        form, lemma, upos, xpos, head, deprel, misc = row.split()
        lines.append("\t".join([str(number), form, lemma, upos, xpos, "_", head, deprel, "_", misc]))
    return "\n".join(lines) + "\n\n"


GUNMEN = conllu("Gunmen gunman NOUN NNS 2 nsubj _", "fled flee VERB VBD 0 root _", newdoc="GUM_news_one")


def test_a_treebank_gives_words_syntax_and_lemmas_by_document(tmp_path: Path) -> None:
    path = tmp_path / "ewt-train.conllu.gz"
    path.write_bytes(gzip.compress((GUNMEN + GUNMEN.replace("news_one", "news_two")).encode()))
    documents = list(read_ud(path))
    assert [document.id for document in documents] == ["GUM_news_one", "GUM_news_two"]
    (sentence,) = documents[0].sentences
    assert (sentence.words, sentence.heads, sentence.lemmas) == (["Gunmen", "fled"], [2, 0], ["gunman", "flee"])
    assert sentence.layers == {"upos": ["NOUN", "VERB"], "deprel": ["nsubj", "root"]}


def test_genres_that_may_not_be_used_for_profit_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "gum-train.conllu"
    banned = GUNMEN.replace("GUM_news_one", "GUM_fiction_one"), GUNMEN.replace("GUM_news_one", "GUM_whow_one")
    path.write_text(banned[0] + GUNMEN + banned[1], encoding="utf-8")
    assert [document.id for document in read_ud(path)] == ["GUM_news_one"]


def test_lemmas_are_not_learnt_from_them_either(tmp_path: Path) -> None:
    path = tmp_path / "gum-train.conllu"
    path.write_text(GUNMEN.replace("GUM_news_one", "GUM_fiction_one") + GUNMEN.replace("Gunmen", "Gunwomen"))
    assert ("NOUN", "gunwomen") in read_forms([path])
    assert ("NOUN", "gunmen") not in read_forms([path])


def test_peaceful_genres_teach_what_is_no_event(tmp_path: Path) -> None:
    path = tmp_path / "gum-train.conllu"
    path.write_text(GUNMEN.replace("GUM_news_one", "GUM_voyage_one"), encoding="utf-8")
    (document,) = read_ud(path)
    assert document.sentences[0].layers["trigger"] == document.sentences[0].layers["harm"] == ["O", "O"]


def test_the_name_within_a_mention_is_its_proper_head_without_titles(tmp_path: Path) -> None:
    path = tmp_path / "gum-train.conllu"
    path.write_text(
        conllu(
            "President president PROPN NNP 3 compound Entity=(1-person-new",
            "Ali Ali PROPN NNP 3 compound _",
            "Khan Khan PROPN NNP 4 nsubj Entity=1)",
            "left leave VERB VBD 0 root _",
            "Mali Mali PROPN NNP 4 obj Entity=(2-place-new)",
            newdoc="GUM_news_one",
        ),
        encoding="utf-8",
    )
    (document,) = read_ud(path)
    assert document.sentences[0].layers["name"] == ["O", "B-PER", "I-PER", "O", "B-LOC"]


def test_re3d_is_read_without_its_non_commercial_part(tmp_path: Path) -> None:
    for source in ("BBC Online", "Wikipedia"):
        folder = tmp_path / source
        folder.mkdir()
        (folder / "documents.json").write_text(json.dumps({"_id": source, "text": "Rebels left Mosul."}) + "\n")
        entity = {"documentId": source, "type": "Location", "value": "Mosul", "begin": 12, "end": 17}
        (folder / "entities.json").write_text(json.dumps(entity) + "\n")
    (document,) = read_re3d(tmp_path)
    assert document.id == "Wikipedia"
    assert document.sentences[0].layers["name"] == ["O", "O", "B-LOC", "O"]


def test_universal_ner_keeps_three_kinds(tmp_path: Path) -> None:
    path = tmp_path / "test.iob2"
    path.write_text("# id\n1\tMali\tB-LOC\n2\tBible\tB-OTH\n\n1\tHe\tO\n", encoding="utf-8")
    assert [document.sentences[0].layers["name"] for document in read_uner(path)] == [["B-LOC", "O"], ["O"]]


def test_of_nested_names_the_longest_wins_and_titles_are_trimmed() -> None:
    document = tag_text("d", "President Ali Khan left.", [(0, 18, "PER"), (14, 18, "PER")])
    assert document.sentences[0].layers["name"] == ["O", "B-PER", "I-PER", "O", "O"]


@given(st.text(alphabet="ab. \n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_only_words_wholly_inside_a_span_are_tagged(text: str, a: int, b: int) -> None:
    first, last = sorted((a, b))
    for _, offsets in split_text("d", text):
        tags = tag_words(offsets, [(first, last, "LOC")])
        assert [tag != "O" for tag in tags] == [first <= start and end <= last for start, end in offsets]
        assert tags.count("B-LOC") <= 1
