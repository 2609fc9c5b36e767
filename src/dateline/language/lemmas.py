"""Lemmas as edit scripts: how many letters to strip from a word's end, and what to add."""

from __future__ import annotations


def edit_script(word: str, lemma: str) -> str:
    """Return the script that turns ``word`` into ``lemma``, both in lower case.

    >>> edit_script("killed", "kill"), edit_script("men", "man"), edit_script("was", "be")
    ('2', '2an', '3be')
    """
    word, lemma = word.lower(), lemma.lower()
    shared = 0
    while shared < min(len(word), len(lemma)) and word[shared] == lemma[shared]:
        shared += 1
    return f"{len(word) - shared}{lemma[shared:]}" if word != lemma else "0"


def apply_script(word: str, script: str) -> str:
    """Return the lemma that ``script`` makes of ``word``; a script that does not fit changes nothing.

    >>> apply_script("Wounded", "2")
    'wound'
    """
    word = word.lower()
    digits = len(script) - len(script.lstrip("0123456789"))
    strip = int(script[:digits])
    if strip > len(word) or (strip == len(word) and digits == len(script)):
        return word
    return word[: len(word) - strip] + script[digits:]
