"""Measure the packaged (quantised) model on gold words of the development sets.

python -m training.evaluate [--shared ../shared] [--model FOLDER]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from dateline.language.document import Sentence as Parsed
from dateline.language.document import Word
from dateline.language.parser import Parser
from training.corpora import Document, read_ud, read_uner
from training.dispatches import read_dispatches


def parse_words(parser: Parser, document: Document) -> list[Parsed]:
    """Annotate a document's gold words with the model."""
    sentences = [
        Parsed(i, 0, 0, [Word(j, w, 0, 0, w.lower()) for j, w in enumerate(s.words)])
        for i, s in enumerate(document.sentences)
    ]
    parser.annotate(sentences)
    return sentences


def score_syntax(parser: Parser, documents: Iterable[Document]) -> dict[str, float]:
    """Return UPOS, UAS, LAS (with subtypes) and lemma accuracy in per cent, all words counted."""
    count = upos = uas = las = lemma = 0
    for document in documents:
        for gold, found in zip(document.sentences, parse_words(parser, document), strict=True):
            layers, heads = gold.layers, gold.heads or []
            for i, word in enumerate(found.words):
                count += 1
                upos += word.upos == layers["upos"][i]
                uas += word.head + 1 == heads[i]
                las += word.head + 1 == heads[i] and word.deprel == layers["deprel"][i]
                lemma += word.lemma == (gold.lemmas or [])[i]
    return {k: round(100 * v / count, 2) for k, v in {"UPOS": upos, "UAS": uas, "LAS": las, "lemma": lemma}.items()} | {
        "words": count
    }


def read_tags(tags: list[str]) -> list[tuple[int, int, str]]:
    """Turn BIO tags into names: first word, last word, kind."""
    names: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag[0] == "I" and names and names[-1][1] == index - 1 and names[-1][2] == tag[2:]:
            names[-1] = (names[-1][0], index, tag[2:])
        elif tag != "O":
            names.append((index, index, tag[2:]))
    return names


def score_names(parser: Parser, documents: Iterable[Document]) -> dict[str, dict[str, float]]:
    """Return precision, recall and F1 of exact names, by kind and over all."""
    right, found_all, gold_all = {}, {}, {}  # type: dict[str, int], dict[str, int], dict[str, int]
    for document in documents:
        for gold, found in zip(document.sentences, parse_words(parser, document), strict=True):
            want = set(read_tags(gold.layers["name"]))
            got = {(n.first, n.last, n.kind) for n in found.names}
            for table, names in ((right, want & got), (found_all, got), (gold_all, want)):
                for name in names:
                    for kind in (name[2], "all"):
                        table[kind] = table.get(kind, 0) + 1
    out = {}
    for kind in gold_all:
        p, r = right.get(kind, 0) / max(1, found_all.get(kind, 0)), right.get(kind, 0) / gold_all[kind]
        out[kind] = {
            "p": round(100 * p, 1),
            "r": round(100 * r, 1),
            "f1": round(200 * p * r / (p + r), 1) if p + r else 0.0,
            "n": gold_all[kind],
        }
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--model", type=Path, default=Path("src/dateline/language/data"))
    given = parser.parse_args()
    model = Parser(given.model)
    ud = given.shared / "corpora" / "ud"
    for name in ("ewt-dev", "gum-dev"):
        print(name, score_syntax(model, read_ud(ud / f"{name}.conllu.gz")))
    print("uner", score_names(model, read_uner(given.shared / "corpora" / "uner" / "en_ewt-ud-dev.iob2")))
    annotations = Path(__file__).parent / "annotations" / "dispatches.jsonl"
    if annotations.exists():
        dev = read_dispatches(given.shared / "benchmarks" / "dispatches" / "dev.jsonl", annotations)
        print("dispatches dev", score_names(model, dev))


if __name__ == "__main__":
    main()
