"""Split a sentence of newswire into words, with exact offsets.

Words follow Universal Dependencies for English (EWT, GUM), because the syntax model was trained
on those: clitics stand alone (``did|n't``, ``army|'s``), hyphenated compounds come apart
(``38|-|year|-|old``), abbreviations and figures stay whole (``Lt.``, ``U.S.``, ``1,200``, ``5.5``).
"""

from __future__ import annotations

import re

from dateline.codebook import load_lines

#: Prefixes that stay on their word in UD English: "anti-government", "co-ordinated".
_PREFIX = r"(?:anti|co|counter|de|e|ex|inter|mid|multi|non|post|pre|pro|re|semi|sub|un|under|x|t)"


def _abbreviations() -> str:
    """Alternatives for abbreviations that keep their full stop, longest first."""
    words = sorted(load_lines("abbreviations.txt"), key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


_WORD = re.compile(
    rf"""
      https?://\S+[^\s.,;:!?)\]"'”’]            # addresses
    | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+
    | (?:[A-Za-z]\.){{2,}}[A-Za-z]?(?!\w)       # U.S., a.m., U.N
    | (?<!\w)[A-Z]\.(?=\s*[A-Z])                # initials
    | (?<!\w)(?:{_abbreviations()})\.(?!\w)     # Lt., Gen., Jan.
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|m|k|bn|am|pm|kg|km|mm)?(?!\w)
    | \d+(?:[.,]\d+)*                           # 5.5, 1,200
    | (?:{_PREFIX})-\w+(?=\W|$)
    | \w+?(?=n['’]t\b)                          # did|n't
    | n['’]t\b
    | ['’](?:s|S|re|ve|ll|d|m|em)\b             # clitics
    | \w+(?:['’](?!s\b|S\b|re\b|ve\b|ll\b|d\b|m\b|t\b|em\b)\w+)*   # O'Brien, Jama'at
    | \.{{2,}} | -{{2,}} | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split_words(sentence: str) -> list[tuple[int, int]]:
    """Return the start and end of each word of ``sentence``, in code points.

    >>> text = "He didn't flee; Lt. Gen. Khan's 38-year-old aide did."
    >>> [text[a:b] for a, b in split_words(text)][:6]
    ['He', 'did', "n't", 'flee', ';', 'Lt.']
    """
    return [match.span() for match in _WORD.finditer(sentence)]
