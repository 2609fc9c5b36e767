"""Fold place names, so that one spelling finds another."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_MARKS = re.compile(r"['’‘`´ʿʾʼ.]")
_GAPS = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "ð": "d", "þ": "th", "ə": "a"})
#: Arabic articles as they are romanised before "sun letters" and moon letters alike.
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|ed|er|es|esh|et|ez|en) (?=\w{3})")

_NEAR = str.maketrans("qczvdg", "kkswtj")
_VOWELS = re.compile(r"(?<!^)[aeiouhwy ]")
_TWICE = re.compile(r"(.)\1+")
_ADJECTIVE = re.compile(
    r"(?:North|South|East|West|Central|Capital|Free)(?:ern)?|National|Federal|Blue|White", re.IGNORECASE
)


def fold(name: str) -> str:
    """Return the key of a name: lower case, no accents or apostrophes, single spaces between words.

    >>> fold("Cox's Bazar"), fold("al-Ḥasakah"), fold("Ségou")
    ('coxs bazar', 'al hasakah', 'segou')
    """
    if name.isascii():
        plain = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _GAPS.sub(" ", _MARKS.sub("", plain)).strip()


def without_article(key: str) -> str:
    """Return a folded name without a leading Arabic article.

    >>> without_article("al hasakah"), without_article("quetta")
    ('hasakah', 'quetta')
    """
    return _ARTICLE.sub("", key)


def is_latin(name: str) -> bool:
    """Tell whether every letter of a name is Latin.

    >>> is_latin("Ségou"), is_latin("Сольдеу")
    (True, False)
    """
    return all(not c.isalpha() or ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name)


def skeleton(key: str) -> str:
    """Return what the romanisations of one name share: its consonants, near ones made one, none twice in a row.

    >>> skeleton("jhalakathi"), skeleton("jhalokati")
    ('jlkt', 'jlkt')
    """
    bare = _VOWELS.sub("", key[:1] + key[1:].translate(_NEAR))
    return _TWICE.sub(r"\1", bare)


@cache
def division_words() -> frozenset[str]:
    """Return the words that mark a division ("province", "oblast"), in lower case."""
    lines = (files("dateline.gazetteer") / "data" / "division_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def without_division_word(name: str) -> str:
    """Return a division's name without "Province of" before it or "Province" after it.

    A bare adjective keeps its word, because it is no name alone.

    >>> without_division_word("Cortés Department"), without_division_word("Province of Cebu")
    ('Cortés', 'Cebu')
    >>> without_division_word("Eastern Province")
    'Eastern Province'
    """
    words = name.split()
    if len(words) > 2 and words[0].lower() in division_words() and words[1] in {"of", "de", "del"}:
        return " ".join(words[2:])
    if len(words) > 1 and words[-1].lower().rstrip("’'") in division_words():
        rest = words[:-1]
        return name if len(rest) == 1 and _ADJECTIVE.fullmatch(rest[0]) else " ".join(rest)
    return name
