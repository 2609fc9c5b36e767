"""The language model at work: text in, a parsed document out, in one pass of the encoder."""

from __future__ import annotations

import json
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.errors import ModelMissing
from dateline.language.document import Document, Sentence, Word
from dateline.language.lemmas import load_lemmas
from dateline.language.names import find_names
from dateline.language.sentences import split_sentences
from dateline.language.tokens import split_words
from dateline.language.tree import best_tree, is_tree
from dateline.language.windows import Window, Windower, shorten

Floats = NDArray[np.float32]


class Parser:
    """A loaded language model. Make one a process with :func:`load_parser`; it is safe to share."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        if not (folder / "model.onnx").exists():
            raise ModelMissing(str(folder))
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.version: str = labels.pop("version")
        self._labels: dict[str, list[str]] = labels
        self._taggers = sorted(name for name in labels if name != "deprel")
        self._windower = Windower(Tokenizer.from_file(str(folder / "tokenizer.json")))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or min(2, os.cpu_count() or 1)
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def parse(self, text: str) -> Document:
        """Return ``text`` as sentences of words with syntax, lemmas, names and tags."""
        sentences = [sentence for start, end in split_sentences(text) for sentence in _cut(text, start, end)]
        for index, sentence in enumerate(sentences):
            sentence.index = index
        self.annotate(sentences)
        return Document(text, sentences)

    def annotate(self, sentences: list[Sentence]) -> None:
        """Fill in syntax, lemmas, names and odds of sentences whose words are already split."""
        waiting = iter(sentences)
        for window in self._windower.cut([[word.text for word in s.words] for s in sentences]):
            count = window.sentence[-1] + 1
            self._fill([next(waiting) for _ in range(count)], window)
        find_names(sentences)

    def _fill(self, sentences: list[Sentence], window: Window) -> None:
        """Run the model over one window and write what it says into the words."""
        feed = {
            "subwords": np.array(window.subwords[:512], dtype=np.int64),
            "first": np.minimum(np.array(window.first, dtype=np.int64), 511),
            "shapes": np.array(window.shapes, dtype=np.int64),
            "sentence": np.array(window.sentence, dtype=np.int64),
        }
        heads, relations, arcs, *scores = self._session.run(None, feed)
        tagged = dict(zip(self._taggers, scores, strict=True))
        start = 0
        for sentence in sentences:
            end = start + len(sentence.words)
            self._read_syntax(sentence, heads[start:end], relations[start:end], arcs[start:end], start)
            self._read_tags(sentence, {name: values[start:end] for name, values in tagged.items()})
            start = end

    def _read_syntax(self, sentence: Sentence, heads: Any, relations: Any, arcs: Floats, offset: int) -> None:
        count = len(sentence.words)
        local = [int(head) - offset if head else 0 for head in heads]
        if not is_tree(local):
            columns = np.concatenate(([0], np.arange(offset + 1, offset + count + 1)))
            local = best_tree(arcs[:, columns])
        names = self._labels["deprel"]
        for word, head, relation in zip(sentence.words, local, relations, strict=True):
            word.head = head - 1
            label = names[relation]
            if (head == 0) != (label == "root"):
                label = "root" if head == 0 else "parataxis"
            word.deprel = label
        sentence.children = [[] for _ in range(count)]
        for word in sentence.words:
            if word.head >= 0:
                sentence.children[word.head].append(word.index)

    def _read_tags(self, sentence: Sentence, tagged: dict[str, Any]) -> None:
        upos, lemmas = self._labels["upos"], load_lemmas()
        for word, tag in zip(sentence.words, tagged["upos"].tolist(), strict=True):
            word.upos = upos[tag]
            word.lemma = lemmas.lemma(word.lower, word.upos)
        sentence.labels = self._labels
        sentence.odds = {name: odds for name, odds in tagged.items() if name not in ("upos", "lemma")}


def _cut(text: str, start: int, end: int) -> list[Sentence]:
    spans = [(start + first, start + last) for first, last in split_words(text[start:end])]
    return [
        Sentence(
            index=0,
            start=piece[0][0],
            end=piece[-1][1],
            words=[Word(i, text[a:b], a, b, text[a:b].lower()) for i, (a, b) in enumerate(piece)],
        )
        for piece in shorten(spans)
    ]


@cache
def load_parser(threads: int = 0) -> Parser:
    """Return the parser that ships with the package, loaded once a process.

    >>> document = load_parser().parse("Gunmen killed ten soldiers near Djibo on Monday.")
    >>> [word.lemma for word in document.sentences[0].words][:3]
    ['gunman', 'kill', 'ten']
    """
    return Parser(Path(str(files("dateline.language") / "data")), threads)
