"""Split a report's text into sentences, with exact offsets, by the habits of newswire.

A line break always ends a sentence. A full stop ends one when what follows can begin one, and when
what stands before it is no rank (``Lt.``), initial (``A. Khan``) or abbreviation in mid-sentence.
Closing quotes stay with the sentence they close; sentences inside a long quote come apart.
The head of a dispatch ("QUETTA, Jan 31 —") is a sentence of its own.
"""

from __future__ import annotations

import re

from dateline.codebook import load_lines
from dateline.language.dispatch_head import find_head

_PARAGRAPH = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
#: Anchored at the start of a word, and no run of marks without bound: the time stays linear in hostile text.
_CANDIDATE = re.compile(
    r"(?<!\S)(?P<before>\S*?)(?P<mark>[.!?…]{1,20})(?P<closing>[\"'”’»)\]]{0,20})\s+(?=(?P<next>\S{1,100}))"
)
_OPENING = "\"'“‘«([—–-"
_TITLES = frozenset(word.casefold() for word in load_lines("titles.txt"))
_ABBREVIATIONS = frozenset(word.casefold() for word in load_lines("abbreviations.txt"))
_STARTERS = frozenset(load_lines("sentence_starters.txt"))


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence of ``text``, in code points, blanks trimmed.

    >>> text = "QUETTA, Jan 31 — Lt. Gen. Khan came at 5 a.m. on Monday. He left."
    >>> [text[a:b][-8:] for a, b in split_sentences(text)]
    ['Jan 31 —', ' Monday.', 'He left.']
    """
    head = find_head(text)
    spans: list[tuple[int, int]] = []
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if head and start <= head.start < end:
            spans.append((head.start, head.end))
            start = head.end
        for match in _CANDIDATE.finditer(text, start, end):
            if _ends_sentence(match):
                spans.append((start, match.end("closing")))
                start = match.end()
        spans.append((start, end))
    trimmed = (_trim(text, *span) for span in spans)
    return [(first, last) for first, last in trimmed if first < last]


def _ends_sentence(match: re.Match[str]) -> bool:
    """Decide whether a full stop, question or exclamation mark ends its sentence."""
    following = match["next"].lstrip(_OPENING)
    first = following[:1] or match["next"][:1]
    if first.islower() or match["next"][:1] in ",;:)":
        return False
    if match["mark"] != "." or match["closing"]:
        return True
    before = match["before"].lstrip(_OPENING)
    if before.casefold() == "no":
        return not first.isdigit()
    if _TITLES.intersection((before.casefold(), before.rpartition("-")[2].casefold())):
        return False
    if len(before) == 1 and before.isupper() and before != "I":
        return False
    if before.casefold() in _ABBREVIATIONS or re.fullmatch(r"(?:\w\.)+\w", before):
        return following.rstrip(",.") in _STARTERS
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    chunk = text[start:end]
    return start + len(chunk) - len(chunk.lstrip()), start + len(chunk.rstrip())
