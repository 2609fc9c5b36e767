"""Hard-wrapped text, as mail and old wires have it: lines broken at a width, in the middle of sentences."""

from __future__ import annotations

from itertools import pairwise

#: No one wraps text wider than this many characters, nor narrower than that.
_WIDEST, _NARROWEST = 120, 40


def unwrap(text: str) -> str:
    """Return ``text`` with the line breaks that only wrap it turned into spaces; its length stays the same.

    A break wraps if the word after it would not have fitted on its line. Text is taken for wrapped if most of
    its breaks inside paragraphs are of that kind, so lists, verse and short lines stay as they are.

    >>> unwrap("Gunmen opened fire on a convoy of soldiers near\\nDjibo on Monday.")
    'Gunmen opened fire on a convoy of soldiers near Djibo on Monday.'
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    inside = [n for n, (line, after) in enumerate(pairwise(lines)) if line.strip() and after.strip()]
    wraps = {n for n in inside if len(lines[n].rstrip()) + 1 + len(lines[n + 1].split(maxsplit=1)[0]) > width}
    if not _NARROWEST <= width <= _WIDEST or 2 * len(wraps) <= len(inside):
        return text
    ends = (" " if number in wraps else "\n" for number in range(len(lines)))
    return "".join(line + end for line, end in zip(lines, ends, strict=True))[: len(text)]
