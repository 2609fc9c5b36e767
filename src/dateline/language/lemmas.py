"""Lemmas by rule and by list: the dictionary form of a word, given its part of speech.

The lists come from UD English (see ``training/build_lemmas.py``): lemmas known to exist, which tell
"blamed" (blame) from "bombed" (bomb), and the forms that no rule explains ("men", "shot"); a second
list holds what newswire has and the treebanks lack or misspell ("slain", "fled").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CLASSES = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "ADJ": "ADJ", "ADV": "ADJ", "PRON": "PRON", "DET": "PRON"}
_VOWELS = "aeiouy"


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Irregular forms by class and form, and the known lemmas of a class."""

    irregular: Mapping[tuple[str, str], str]
    known: Mapping[str, frozenset[str]]

    def lemma(self, word: str, upos: str) -> str:
        """Return the lemma of a word in lower case.

        >>> Lemmas({}, {"VERB": frozenset(["blame", "bomb"])}).lemma("blamed", "VERB")
        'blame'
        """
        kind = _CLASSES.get(upos, "")
        found = self.irregular.get((kind, word))
        if found or not word.isalpha() or len(word) < 4:
            return found or word
        known = self.known.get(kind, frozenset())
        if kind == "VERB":
            return _choose(_verb_candidates(word), known, word)
        if kind == "NOUN" and not (word in known and word.endswith("s")):
            return _choose(_noun_candidates(word), known, word)
        return word


def _choose(candidates: Iterator[str], known: frozenset[str], word: str) -> str:
    """Return the first known candidate, else the first one, else the word."""
    listed = list(candidates)
    return next((c for c in listed if c in known), listed[0] if listed else word)


def _verb_candidates(word: str) -> Iterator[str]:
    """Yield what a verb form may come from, the likeliest first if none is known."""
    for ending in ("ed", "ing"):
        if word.endswith(ending) and any(letter in _VOWELS for letter in word[: -len(ending)]):
            stem = word[: -len(ending)]
            if ending == "ed" and word.endswith("ied"):
                yield word[:-3] + "y"
            is_doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
            wants_e = (
                stem[-1] in "cvu"
                or (stem[-1] in "gszr" and stem[-2] not in "sznre")
                or stem.endswith(("at", "iz", "ys"))
            )
            order = (
                [stem[:-1], stem, stem + "e"] if is_doubled else [stem + "e", stem] if wants_e else [stem, stem + "e"]
            )
            yield from order
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]
            return
    if word.endswith("s") and not word.endswith("ss"):
        yield from _without_s(word)


def _noun_candidates(word: str) -> Iterator[str]:
    if word.endswith("men") and word != "men":
        yield word[:-2] + "an"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield from _without_s(word)


def _without_s(word: str) -> Iterator[str]:
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]


@cache
def load_lemmas() -> Lemmas:
    """Return the lemma tables of the package.

    >>> load_lemmas().lemma("policemen", "NOUN")
    'policeman'
    """
    irregular: dict[tuple[str, str], str] = {}
    known: dict[str, frozenset[str]] = {}
    data = files("dateline.language") / "data"
    for name in ("lemmas.txt", "irregular.txt"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            parts = line.split(" ")
            if parts[0] == "=":
                known[parts[1]] = frozenset(parts[2:])
            elif parts[0] != "#":
                irregular[parts[0], parts[1]] = parts[2]
    return Lemmas(irregular, known)
