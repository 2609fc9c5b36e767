"""Read the training corpora into one shape: documents of annotated sentences.

Only corpora whose licence lets the weights ship are read (see the model card): UD English EWT,
UD English GUM without fiction and whow (non-commercial), re3d without its BBC part, and the
dispatches written for this project.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.language.sentences import split_sentences
from dateline.language.tokens import split_words

NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
#: Genres of GUM that tell of no political violence: all of their words teach what is no trigger.
_PEACEFUL = ("GUM_academic", "GUM_voyage", "GUM_textbook", "GUM_podcast", "GUM_vlog", "GUM_conversation")
_NON_COMMERCIAL = ("GUM_fiction", "GUM_whow")
_ENTITY_KIND = {"person": "PER", "organization": "ORG", "place": "LOC"}
_TITLES = {
    "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "prof.", "professor", "president", "sir", "lady", "lord",
    "king", "queen", "senator", "sen.", "rep.", "gov.", "governor", "minister", "chairman", "judge", "captain", "general",
    "gen.", "lt.", "col.", "sgt.", "secretary", "the", "justice", "chief", "emperor", "major", "command", "officer", "deputy",
    "attorney", "speaker", "prime", "vice", "premier", "chancellor", "prince", "princess", "duke", "earl", "of", "miss", "fellow",
}  # fmt: skip


#: Begins the line that names a document in CoNLL-U.
_NEW = "# newdoc id = "
#: A word that a layer leaves open: the loss skips it.
OPEN = ""


@dataclass
class Sentence:
    """Words, their syntax where a corpus has it, and one layer of tags a head, where annotated."""

    words: list[str]
    heads: list[int] | None = None
    layers: dict[str, list[str]] = field(default_factory=dict)
    lemmas: list[str] | None = None


@dataclass
class Document:
    id: str
    sentences: list[Sentence] = field(default_factory=list)


def open_text(path: Path) -> str:
    """Return the text of a file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as handle:
        return handle.read()


def read_ud(path: Path) -> Iterator[Document]:
    """Read a CoNLL-U file, document by document; GUM's entities become name tags."""
    document: Document | None = None
    for id, rows in ud_rows(path):
        if document is None or document.id != id:
            if document:
                yield document
            document = Document(id)
        sentence = _ud_sentence(rows, with_names="gum" in path.name)
        if id.startswith(_PEACEFUL):
            sentence.layers |= {name: ["O"] * len(rows) for name in ("trigger", "harm", "party")}
        document.sentences.append(sentence)
    if document:
        yield document


def ud_rows(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the rows of each sentence of a CoNLL-U file with its document's id, non-commercial genres left out."""
    id = path.name
    for block in open_text(path).split("\n\n"):
        lines = block.split("\n")
        id = next((line.removeprefix(_NEW) for line in lines if line.startswith(_NEW)), id)
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if rows and not id.startswith(_NON_COMMERCIAL):
            yield id, rows


def _ud_sentence(rows: list[list[str]], *, with_names: bool) -> Sentence:
    words = [row[1].replace("\xa0", " ").replace(" ", "") or "_" for row in rows]
    layers = {
        "upos": [row[3] for row in rows],
        "deprel": [row[7] for row in rows],
    }
    if with_names:
        layers["name"] = _gum_names(rows)
    return Sentence(words, [int(row[6]) for row in rows], layers, [row[2].lower() for row in rows])


def _gum_names(rows: list[list[str]]) -> list[str]:
    """Tag the proper names among GUM's entity mentions, the longest of nested ones."""
    open_mentions: list[tuple[str, str, int]] = []
    spans: list[tuple[int, int, str]] = []
    for index, row in enumerate(rows):
        entity = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for mark in re.findall(r"\(([^()]+)(\)?)|([^()]+)\)", entity):
            opened, closed, ended = mark
            if opened:
                parts = opened.split("-")
                key, kind = parts[0], parts[1] if len(parts) > 1 else ""
                if closed:
                    spans.append((index, index, kind))
                else:
                    open_mentions.append((key, kind, index))
            else:
                key = ended.split("-")[0]
                position = next((i for i in range(len(open_mentions) - 1, -1, -1) if open_mentions[i][0] == key), None)
                if position is not None:
                    _, kind, start = open_mentions.pop(position)
                    spans.append((start, index, kind))
    tags = ["O"] * len(rows)
    for start, end, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        if kind in _ENTITY_KIND:
            name = _name_within(rows, start, end)
            if name:
                for i in range(name[0], name[1] + 1):
                    tags[i] = ("B-" if i == name[0] else "I-") + _ENTITY_KIND[kind]
    return tags


def _name_within(rows: list[list[str]], start: int, end: int) -> tuple[int, int] | None:
    """Return the proper-name part of a mention: its head, if a proper noun, and what belongs to it."""
    inside = range(start, end + 1)
    heads = [i for i in inside if not start <= int(rows[i][6]) - 1 <= end]
    head = heads[0] if heads else None
    if head is None or rows[head][3] != "PROPN":
        return None

    def belongs(i: int) -> bool:
        word, tag = rows[i][1], rows[i][3]
        return (
            tag == "PROPN"
            or word[:1].isupper()
            or word in {"of", "the", "and", "for", "-", "de", "al", "'s", "&"}
            or tag == "NUM"
        )

    first = last = head
    while first > start and belongs(first - 1):
        first -= 1
    while last < end and belongs(last + 1):
        last += 1
    while first < head and (not rows[first][1][:1].isupper() or rows[first][1].lower() in _TITLES):
        first += 1
    while last > head and not rows[last][1][:1].isupper() and not rows[last][1].isdigit():
        last -= 1
    if all(rows[i][1].lower() in _TITLES for i in range(first, last + 1)) or (
        rows[head][4] == "NNPS" and first == last
    ):
        return None  # a bare title ("the Secretary") or a people ("Americans") is no name
    return first, last


_RE3D_KIND = {"Organisation": "ORG", "Person": "PER", "Location": "LOC"}


def read_re3d(folder: Path) -> Iterator[Document]:
    """Read the Defence Science and Technology Laboratory's re3d, without its BBC part (non-commercial)."""
    for source in sorted(folder.iterdir()):
        if source.name.startswith("BBC") or not (source / "documents.json").exists():
            continue
        entities: dict[str, list[tuple[int, int, str]]] = {}
        for line in (source / "entities.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            kind = _RE3D_KIND.get(row["type"])
            if kind and _is_proper(row["value"]):
                entities.setdefault(row["documentId"], []).append((row["begin"], row["end"], kind))
        for line in (source / "documents.json").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield tag_text(row["_id"], row["text"], entities.get(row["_id"], []))


def _is_proper(value: str) -> bool:
    words = [w for w in value.split() if w.lower() not in {"the", "of", "and", "for", "in", "a"}]
    return bool(words) and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def tag_text(id: str, text: str, spans: list[tuple[int, int, str]]) -> Document:
    """Split a text as the package does and tag its names, the longest of nested ones."""
    document = split_text(id, text)
    for sentence, offsets in document:
        sentence.layers["name"] = tag_words(offsets, spans, trim=lambda a, b: text[a:b].lower() in _TITLES)
    return Document(id, [sentence for sentence, _ in document])


def split_text(id: str, text: str) -> list[tuple[Sentence, list[tuple[int, int]]]]:
    """Return the sentences of a text with the offsets of their words."""
    out = []
    for start, end in split_sentences(text):
        offsets = [(start + a, start + b) for a, b in split_words(text[start:end])]
        if offsets:
            out.append((Sentence([text[a:b] for a, b in offsets]), offsets))
    return out


def tag_words(
    offsets: list[tuple[int, int]],
    spans: Iterable[tuple[int, int, str]],
    *,
    trim: Callable[[int, int], bool] = lambda a, b: False,
) -> list[str]:
    """Return BIO tags of words inside ``spans``; of overlapping spans the longest wins."""
    tags = ["O"] * len(offsets)
    for first, last, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        inside = [i for i, (a, b) in enumerate(offsets) if first <= a and b <= last]
        while inside and trim(*offsets[inside[0]]):
            inside = inside[1:]
        for number, i in enumerate(inside):
            tags[i] = ("I-" if number else "B-") + kind
    return tags


def read_uner(path: Path) -> Iterator[Document]:
    """Read Universal NER's EWT part, which is for measuring only."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        if rows:
            tags = [row[2] if row[2][2:] in ("PER", "ORG", "LOC") else "O" for row in rows]
            yield Document(path.name, [Sentence([row[1] for row in rows], layers={"name": tags})])
