"""Find the passages in quotation marks: direct speech runs from the opening mark to the closing one, over sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: Every mark of double quotation, paired or straight; two single ones are typed for a double one.
_MARK = re.compile("[“”«»„\"]|''|``|’’|‘‘")
_OPENING = frozenset(("“", "«", "„", "``", "‘‘"))
_CLOSING = frozenset(("”", "»", "’’"))


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """A passage with its marks: offsets in the text, the end exclusive."""

    start: int
    end: int


def find_quotations(text: str) -> list[Quotation]:
    """Return the quotations of a text in order. A mark that is never closed holds until its paragraph ends.

    >>> text = 'He said: "We left. All of us." Nobody else did.'
    >>> [text[q.start : q.end] for q in find_quotations(text)]
    ['"We left. All of us."']
    """
    found: list[Quotation] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found.extend(_in_paragraph(text, start, end))
        start = end + 1
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if mark.group() not in _CLOSING and not _is_inch(text, mark.start()):
                opened = mark.start()
        elif mark.group() not in _OPENING:
            yield Quotation(opened, mark.end())
            opened = None
    if opened is not None and text[opened:end].strip():
        yield Quotation(opened, opened + len(text[opened:end].rstrip()))


def _is_inch(text: str, at: int) -> bool:
    """Tell whether a straight mark stands after a figure with no blank: a measure, not an opening."""
    return text[at] == '"' and text[max(0, at - 1) : at].isdigit()


def touching(quotations: Sequence[Quotation], at: int) -> Quotation | None:
    """Return the quotation that holds the character at an offset, if any."""
    index = bisect_right(quotations, at, key=lambda quotation: quotation.start) - 1
    return quotations[index] if index >= 0 and at < quotations[index].end else None


def first_behind(quotations: Sequence[Quotation], at: int) -> Quotation | None:
    """Return the first quotation that begins at an offset or later, if any."""
    index = bisect_left(quotations, at, key=lambda quotation: quotation.start)
    return quotations[index] if index < len(quotations) else None


def last_before(quotations: Sequence[Quotation], at: int) -> Quotation | None:
    """Return the last quotation that ends at an offset or earlier, if any."""
    index = bisect_right(quotations, at, key=lambda quotation: quotation.end) - 1
    return quotations[index] if index >= 0 else None
