"""The headline of a plain-text report."""

from __future__ import annotations

#: No headline is longer, in characters: the longest of 218 in the dispatches of the benchmarks has 90.
LONGEST = 120
#: And none has fewer words: what is shorter is a place, a section or a byline.
FEWEST_WORDS = 3
_ENDS_OF_PROSE = (".", "!", ":", ";", ",", "—", "-")


def find_headline(text: str) -> str | None:
    """Return the first line of ``text`` if it stands there as a headline: short, alone, and no sentence.

    The text itself stays whole, so that every offset counts from the start of the file.

    >>> find_headline("Bomb kills ten in Quetta\\n\\nQUETTA, Jan 31 — Ten people died.")
    'Bomb kills ten in Quetta'
    >>> find_headline("QUETTA, Jan 31 — Ten people died.\\n\\nNo one claimed it.") is None
    True
    """
    line, _, rest = text.lstrip("\n").partition("\n")
    line = line.strip()
    after, _, body = rest.partition("\n")
    alone = not after.strip() and body.strip()
    is_headline = (
        len(line) <= LONGEST
        and len(line.split()) >= FEWEST_WORDS
        and not line.rstrip("\"'”’").endswith(_ENDS_OF_PROSE)
        and not line.casefold().startswith("by ")
    )
    return line if alone and is_headline else None
