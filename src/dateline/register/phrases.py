"""Find many phrases in a text at once, whatever their spelling: a dictionary by first word, the longest match wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

_NOT_ALNUM = re.compile(r"[\W_]+")
_CLITIC = re.compile(r"['’](s)\b", re.IGNORECASE)
_PARTS = re.compile(r"[\s\-‐‑–—/,()]+")


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Return a word without case, accents, dots and apostrophes; empty for punctuation.

    >>> [fold(word) for word in ("Séléka", "U.S.", "Jama’at", "-")]
    ['seleka', 'us', 'jamaat', '']
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).lower())
    plain = "".join(c for c in flat if not unicodedata.combining(c))
    return _NOT_ALNUM.sub("", plain)


class Phrases(Generic[Value]):
    """Phrases with what each stands for; one phrase may stand for many values."""

    def __init__(self, spellings: Mapping[str, str] | None = None) -> None:
        self._spellings = dict(spellings or {})
        self._values: dict[tuple[str, ...], list[Value]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def keys(self, phrase: str) -> tuple[str, ...]:
        """Return the folded words of a phrase, each in its standard spelling."""
        if phrase.isascii() and phrase.isalnum():
            word = phrase.lower()
            return (self._spellings.get(word, word),)
        words = map(fold, _PARTS.split(_CLITIC.sub(r" \1", phrase)))
        return tuple(self._spellings.get(word, word) for word in words if word)

    def add(self, phrase: str, value: Value) -> None:
        """Let ``phrase`` stand for ``value`` too."""
        keys = self.keys(phrase)
        if not keys:
            return
        held = self._values.setdefault(keys, [])
        if value not in held:
            held.append(value)
        lengths = self._lengths.get(keys[0], ())
        if len(keys) not in lengths:
            self._lengths[keys[0]] = tuple(sorted({*lengths, len(keys)}, reverse=True))

    def get(self, phrase: str) -> Sequence[Value]:
        """Return what a phrase stands for.

        >>> places = Phrases[str]()
        >>> places.add("Tehreek-e-Taliban", "TTP")
        >>> places.get("tehreek e taliban")
        ['TTP']
        """
        return self._values.get(self.keys(phrase), [])

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, Sequence[Value]]]:
        """Yield first word, last word (inclusive) and values of each phrase, leftmost longest first.

        Hyphens and other marks that stand alone are passed over inside a phrase.
        """
        kept = [(key, place) for place, word in enumerate(words) if (key := fold(word)) or word not in "-–'’/"]
        keys = [self._spellings.get(key, key) for key, _ in kept]
        position = 0
        while position < len(keys):
            size = self._longest(keys, position)
            if size:
                last = position + size - 1
                yield kept[position][1], kept[last][1], self._values[tuple(keys[position : last + 1])]
            position += size or 1

    def _longest(self, keys: list[str], position: int) -> int:
        """Return the number of words of the longest phrase that begins at a position; 0 when none does."""
        for size in self._lengths.get(keys[position], ()):
            if position + size <= len(keys) and tuple(keys[position : position + size]) in self._values:
                return size
        return 0
