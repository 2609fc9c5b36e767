"""Read numbers as reporters write them: digits, words, vague words, hedges and ranges.

The grammar works on the words of one sentence and knows nothing of who is counted. Conventions are
those of the coding guide: "at least ten" is low 10, high open; "more than 12" low 13; "up to 20" low 0,
high 20; "several" low 3, open, approximate; "dozens" low 12; "a couple" 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table

_DIGITS = re.compile(r"\d{1,3}(?:[,.\u202f]\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
#: Numbers above this are no casualty counts but years of birth, telephone numbers or money.
_LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a sentence: words ``first`` to ``last`` with the hedge, ``anchor`` the last numeral.

    ``is_article`` marks "a", "an", "another": a count of one only if a person is harmed.
    """

    first: int
    last: int
    anchor: int
    low: int
    high: int | None
    approx: bool
    is_article: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[tuple[str, ...], int]
    exact: dict[str, int]
    before: dict[tuple[str, ...], str]
    after: dict[tuple[str, ...], str]
    measures: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    table = load_table("numbers.toml")
    return _Lexicon(
        units=table["units"],
        scales=table["scales"],
        vague={tuple(key.split()): low for key, low in table["vague"].items()},
        exact=table["exact"],
        before={tuple(key.split()): kind for key, kind in table["before"].items()},
        after={tuple(key.split()): kind for key, kind in table["after"].items()},
        measures=frozenset(table["units_of_measure"]["words"]),
    )


@dataclass(frozen=True, slots=True)
class _Value:
    """A bare number before its hedges are read."""

    first: int
    last: int
    low: int
    high: int | None
    approx: bool
    is_article: bool = False


def find_counts(words: Sequence[str]) -> list[Count]:
    """Return the counts in a sentence, in order; ``words`` are in lower case.

    >>> find_counts("at least thirty - seven militants".split())
    [Count(first=0, last=4, anchor=4, low=37, high=None, approx=False, is_article=False)]
    """
    counts: list[Count] = []
    index = 0
    while index < len(words):
        value = _read_value(words, index)
        if value is None:
            index += 1
            continue
        value = _read_range(words, value)
        if not _is_measure(words, value):
            counts.append(_hedge(words, value))
        index = value.last + 1
    return counts


def _read_value(words: Sequence[str], at: int) -> _Value | None:
    """Read the longest number that begins at a word: vague phrase, cardinal or article."""
    lexicon = _lexicon()
    for length in (3, 2, 1):
        phrase = tuple(words[at : at + length])
        if len(phrase) == length and phrase in lexicon.vague and not _is_hedging(words, at, phrase):
            return _stretch_vague(words, at, at + length - 1, lexicon.vague[phrase])
    cardinal = _read_cardinal(words, at)
    if cardinal:
        return cardinal
    word = words[at]
    if word == "half" and words[at + 1 : at + 3] == ["a", "dozen"]:
        return _Value(at, at + 2, 6, 6, approx=False)
    if word == "half" and words[at + 1 : at + 3] == ["-", "dozen"]:
        return _Value(at, at + 2, 6, 6, approx=False)
    if word in ("a", "an"):
        return _read_after_article(words, at)
    if word == "another" and _read_cardinal(words, at + 1):
        return None  # "another 24": the article adds nothing to the number
    if word in lexicon.exact:
        number = lexicon.exact[word]
        return _Value(at, at, number, number, approx=False, is_article=number == 1)
    return None


def _is_hedging(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether "some" or "many" hedges a number that follows: "some 30", "as many as 50"."""
    following = words[at + 1 : at + 2]
    if phrase == ("some",) and following and (_read_cardinal(words, at + 1) or following[0] in ("dozen", "of")):
        return following[0] != "of"
    return phrase == ("many",) and list(words[at - 1 : at]) in (["as"], ["how"], ["so"], ["too"]) and at > 0


def _stretch_vague(words: Sequence[str], first: int, last: int, low: int) -> _Value:
    """Take in a scale after a vague word: "several dozen", "a few hundred"."""
    scale = _lexicon().scales.get(words[last + 1]) if last + 1 < len(words) else None
    if scale:
        return _Value(first, last + 1, scale if low == 3 else low * scale, None, approx=True)
    return _Value(first, last, low, None, approx=True)


def _read_after_article(words: Sequence[str], at: int) -> _Value:
    lexicon = _lexicon()
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in lexicon.scales:
        low, last = lexicon.scales[following], at + 1
        if last + 1 < len(words) and words[last + 1] in lexicon.scales and lexicon.scales[words[last + 1]] > low:
            low, last = low * lexicon.scales[words[last + 1]], last + 1
        return _Value(at, last, low, low, approx=False)
    if following in ("couple", "pair", "trio", "single"):
        number = lexicon.exact[following]
        return _Value(at, at + 1, number, number, approx=False)
    if following == "few":
        return _stretch_vague(words, at, at + 1, 3)
    return _Value(at, at, 1, 1, approx=False, is_article=True)


def _read_cardinal(words: Sequence[str], at: int) -> _Value | None:
    """Read digits or number words: "1,200", "thirty - seven", "two hundred and five", "2.5 million"."""
    lexicon = _lexicon()
    if at >= len(words):
        return None
    if _DECIMAL.fullmatch(words[at]) and at + 1 < len(words) and words[at + 1] in lexicon.scales:
        value = round(float(words[at]) * lexicon.scales[words[at + 1]])
        return _Value(at, at + 1, value, value, approx=False)
    total = group = 0
    index, last = at, -1
    while index < len(words):
        word = words[index]
        number = _number(word, is_first=index == at)
        if number is not None:
            if last >= 0 and not (group % 100 == 0 or (group % 10 == 0 and 0 < number < 10)):
                break
            if last >= 0 and (word[0].isdigit() or words[last][0].isdigit()):
                break
            group += number
            last = index
        elif word in lexicon.scales and last >= 0:
            group = int(group * lexicon.scales[word])
            if lexicon.scales[word] >= 1000:
                total, group = total + group, 0
            last = index
        elif not (word in ("-", "and") and last >= 0 and _goes_on(words, index)):
            break
        index += 1
    value = total + group
    return _Value(at, last, value, value, approx=False) if last >= 0 and 0 < value <= _LARGEST else None


def _goes_on(words: Sequence[str], joint: int) -> bool:
    """Tell whether "-" or "and" joins two parts of one number: "thirty - seven", "hundred and five"."""
    lexicon = _lexicon()
    before, after = words[joint - 1], words[joint + 1] if joint + 1 < len(words) else ""
    if words[joint] == "-":
        return lexicon.units.get(before, 0) >= 20 and 0 < lexicon.units.get(after, 0) < 10
    return before in ("hundred", "thousand") and after in lexicon.units


def _number(word: str, *, is_first: bool) -> int | None:
    if word in _lexicon().units:
        return _lexicon().units[word]
    if is_first and _DIGITS.fullmatch(word):
        return int(re.sub(r"\D", "", word))
    return None


def _read_range(words: Sequence[str], value: _Value) -> _Value:
    """Join "5 to 7", "5 - 7", "five or six", "between 10 and 15" into one range."""
    joint = words[value.last + 1] if value.last + 1 < len(words) else ""
    between = value.first > 0 and words[value.first - 1] == "between"
    joins = ("-", "–", "—", "to", "or", "and") if between else ("-", "–", "to", "or")
    if value.high is None or value.is_article or joint not in joins:
        return value
    other = _read_cardinal(words, value.last + 2) if value.last + 2 < len(words) else None
    if other is None or other.low <= value.low or other.low > 20 * value.low:
        return value
    return _Value(value.first - between, other.last, value.low, other.low, approx=False)


def _is_measure(words: Sequence[str], value: _Value) -> bool:
    """Tell whether a number counts years, kilometres, money or a name's number rather than people."""
    following = words[value.last + 1] if value.last + 1 < len(words) else ""
    if following == "-" and value.last + 2 < len(words):
        following = words[value.last + 2]
    preceding = words[value.first - 1] if value.first else ""
    return following in _lexicon().measures or preceding in (
        "$",
        "£",
        "€",
        "aged",
        "no.",
        "route",
        "article",
        "section",
    )


def _hedge(words: Sequence[str], value: _Value) -> Count:
    """Widen a number by the hedge before and after it, and set its bounds."""
    lexicon = _lexicon()
    first, last, kind = value.first, value.last, ""
    if not value.is_article:
        for length in (4, 3, 2, 1):
            start = value.first - length
            if start >= 0 and tuple(words[start : value.first]) in lexicon.before:
                first, kind = start, lexicon.before[tuple(words[start : value.first])]
                break
        for length in (3, 2, 1):
            for start in (value.last + 1, value.last + 2):  # "12 or more", "12 people or more"
                phrase = tuple(words[start : start + length])
                if not kind and len(phrase) == length and phrase in lexicon.after:
                    last, kind = start + length - 1, lexicon.after[phrase]
    low, high, approx = _bounds(value, kind)
    return Count(first, last, value.last, low, high, approx, value.is_article)


def _bounds(value: _Value, kind: str) -> tuple[int, int | None, bool]:
    low, high = value.low, value.high
    if kind == "least":
        return low, None if high == low else high, value.approx
    if kind == "above":
        return low + (not value.approx), None, value.approx
    if kind == "most":
        return 0, high or low, False
    if kind == "below":
        return 0, (high or low) - 1, False
    return low, high, value.approx or (kind == "about")
