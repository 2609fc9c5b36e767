"""The words of news time: every word of a document becomes a token of one kind, written as one letter.

The grammar is then a set of patterns over the string of these letters. Which word is of which kind
is data: codebook/data/dates.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence, Word

#: The letter of each table of dates.toml.
KINDS = {
    "months": "M", "weekdays": "W", "short_weekdays": "V", "numbers": "w", "ordinals": "O", "vague": "q",
    "units": "U", "parts": "R", "seasons": "S", "days": "T", "nights": "G", "present": "P",
    "present_adjectives": "p", "past": "Q", "future": "F", "holidays": "H", "early": "E", "edges": "D", "relative": "r",
    "anaphoric": "x", "every": "e", "per": "u", "rates": "X", "ago": "g", "earlier": "b", "later": "l", "era": "B",
    "meridiem": "z", "approximate": "~",
}  # fmt: skip
#: Letters of figures: d a day's number, n another, y a year, o "7th", k "1980s", c a clock, v "8.45", s "31/1/2026".
_FIGURES = re.compile(
    r"(?P<o>\d{1,2})(?:st|nd|rd|th)|(?P<k>\d{3}0|\d0)s|(?P<c>\d{1,2}[.:]\d\d(?::\d\d)?(?:am|pm|hrs)|\d{1,2}:\d\d"
    r"|\d{1,2}(?:am|pm))|(?P<v>\d{1,2}\.\d\d)|(?P<s>\d{1,2}/\d{1,2}/(?:19|20)\d\d)|(?P<d>0?[1-9]|[12]\d|3[01])"
    r"|(?P<y>1\d{3}|20\d\d)|(?P<n>\d{1,3})"
)
#: Kinds that are names in English and begin with a capital.
_CAPITAL = frozenset("MWVH")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its kind, what it stands for, and its sentence."""

    kind: str
    value: int | str
    word: Word
    sentence: Sentence


@cache
def _lexicon() -> dict[str, tuple[str, int | str]]:
    table = load_table("dates.toml")
    words: dict[str, tuple[str, int | str]] = {}
    for name, kind in KINDS.items():
        for word, value in table[name].items():
            words.setdefault(word, (kind, value if isinstance(value, int | str) else 0))
    for word, kind in table["glue"].items():
        words.setdefault(word, (kind, word))
    return words


def read_tokens(document: Document) -> list[Token]:
    """Return the tokens of a document in order; a token of kind ``|`` ends each sentence.

    >>> from dateline.language.parser import load_parser
    >>> "".join(token.kind for token in read_tokens(load_parser().parse("He died on 3 May 1998.")))
    '..idMy.|'
    """
    tokens: list[Token] = []
    for sentence in document.sentences:
        people = {i for name in sentence.names if name.kind == "PER" for i in range(name.first, name.last + 1)}
        for word in sentence.words:
            tokens.extend(Token(kind, value, word, sentence) for kind, value in _kinds(word, word.index in people))
        if sentence.words:
            tokens.append(Token("|", "", sentence.words[-1], sentence))
    return tokens


def _kinds(word: Word, is_person: bool) -> Iterator[tuple[str, int | str]]:
    """Yield the kind and value of a word; two for "mid-July"."""
    lower = word.lower.rstrip(".") if len(word.lower) > 1 else word.lower
    if lower.startswith("mid-"):
        yield "E", "MID"
        lower = lower[4:]
    if lower[:1].isdigit():
        yield _figure(lower)
        return
    found = _lexicon().get(lower)
    if found is None or (found[0] in _CAPITAL and (is_person or not _is_capital(word))):
        yield ".", ""
    else:
        yield found


def _is_capital(word: Word) -> bool:
    """Tell whether a word is written as a name: "May", not "may", nor "May" that asks or allows."""
    return word.text.removeprefix("mid-").removeprefix("Mid-")[:1].isupper() and word.upos not in {"AUX", "VERB"}


def _figure(text: str) -> tuple[str, int | str]:
    match = _FIGURES.fullmatch(text)
    if not match or not match.lastgroup:
        return ".", text
    kind = match.lastgroup
    digits = match[kind]
    return kind, digits if kind in "cvsk" else int(digits)
