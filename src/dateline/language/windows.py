"""Pack whole sentences into windows, the unit that the encoder reads.

A window holds consecutive sentences, so that a word is seen in its context, and at most
``BUDGET`` subwords, so that attention stays cheap. Cutting depends on the report alone: the same
report gives the same windows, whatever else is coded beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

#: Subwords a window may hold. Longer windows cost attention, shorter ones lose context.
BUDGET = 192
#: Subwords kept of one word; the rest of an endless "word" cannot matter.
_WORD_LIMIT = 12
#: A sentence of more words than this is cut; no sentence of prose is that long.
_SENTENCE_LIMIT = 160

#: Half a surrogate pair, which the tokenizer refuses to read.
_HALF_PAIR = re.compile("[\ud800-\udfff]")

SHAPES = ("lower", "capital", "upper", "mixed", "digit", "punctuation", "initial_capital", "initial_upper")
_SHAPE_ID = {name: index for index, name in enumerate(SHAPES)}


def shape_of(word: str, *, is_initial: bool) -> int:
    """Return the index in ``SHAPES`` of a word's form, which an uncased encoder cannot see.

    >>> SHAPES[shape_of("Quetta", is_initial=False)]
    'capital'
    """
    if word[0].isdigit():
        return _SHAPE_ID["digit"]
    if not word[0].isalnum():
        return _SHAPE_ID["punctuation"]
    if word.islower() or word[0].islower():
        return _SHAPE_ID["lower"]
    if word.isupper() and len(word) > 1:
        return _SHAPE_ID["initial_upper" if is_initial else "upper"]
    if word[1:].islower() or len(word) == 1:
        return _SHAPE_ID["initial_capital" if is_initial else "capital"]
    return _SHAPE_ID["mixed"]


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads: subwords, and for each word its first subword, shape and sentence."""

    subwords: list[int]
    first: list[int]
    shapes: list[int]
    sentence: list[int]


class Windower:
    """Cuts a report's sentences into windows with one tokenizer."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()  # its file asks for 128 subwords, which would silence the rest of a report
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._start, self._end, self._unknown = (
            tokenizer.token_to_id(token) or 0 for token in ("[CLS]", "[SEP]", "[UNK]")
        )

    def cut(self, sentences: Sequence[Sequence[str]], budget: int = BUDGET) -> Iterator[Window]:
        """Yield windows over ``sentences`` (each a list of words), in order, none left out."""
        encoded = self._encode(sentences)
        batch: list[int] = []
        size = 2
        for index, words in enumerate(encoded):
            length = sum(map(len, words))
            if batch and size + length > budget:
                yield self._window(batch, encoded, sentences)
                batch, size = [], 2
            batch.append(index)
            size += length
        if batch:
            yield self._window(batch, encoded, sentences)

    def _encode(self, sentences: Sequence[Sequence[str]]) -> list[list[list[int]]]:
        flat = [_HALF_PAIR.sub("\ufffd", word) for words in sentences for word in words]
        encoding = self._tokenizer.encode(flat, is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in flat]
        for token, word in zip(encoding.ids, encoding.word_ids, strict=True):
            if word is not None and len(pieces[word]) < _WORD_LIMIT:
                pieces[word].append(token)
        every = iter(piece or [self._unknown] for piece in pieces)
        return [[next(every) for _ in words] for words in sentences]

    def _window(
        self,
        batch: Sequence[int],
        encoded: Sequence[Sequence[Sequence[int]]],
        sentences: Sequence[Sequence[str]],
    ) -> Window:
        subwords, first, shapes, sentence = [self._start], [], [], []
        for number, index in enumerate(batch):
            for position, (word, pieces) in enumerate(zip(sentences[index], encoded[index], strict=True)):
                first.append(len(subwords))
                subwords.extend(pieces)
                shapes.append(shape_of(word, is_initial=position == 0))
                sentence.append(number)
        return Window([*subwords, self._end], first, shapes, sentence)


def shorten(words: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Cut one overlong sentence (a table, a list of names) into pieces the encoder can hold."""
    for start in range(0, len(words), _SENTENCE_LIMIT):
        yield words[start : start + _SENTENCE_LIMIT]
