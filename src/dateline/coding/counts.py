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

#: Bounded, because Python refuses to read a number of thousands of digits.
_DIGITS = re.compile(r"\d{1,3}(?:[,.\u202f]\d{3}){1,4}|\d{1,12}")
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
    padding: frozenset[tuple[str, ...]]
    ranging: frozenset[str]
    measures: frozenset[str]
    naming: frozenset[str]


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
        padding=frozenset(tuple(phrase.split()) for phrase in table["padding"]["phrases"]),
        ranging=frozenset(table["ranging"]["words"]),
        measures=frozenset(table["units_of_measure"]["words"]),
        naming=frozenset(table["no_count_after"]["phrases"]),
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
    """Return the counts in a sentence, in order and without overlap; ``words`` are in lower case.

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
            _append(counts, words, value)
        index = value.last + 1
    return counts


def _append(counts: list[Count], words: Sequence[str], value: _Value) -> None:
    """Add a number with its hedge to the counts before it, whose words it leaves alone."""
    count = _hedge(words, value)
    while counts and counts[-1].is_article and counts[-1].last >= count.first:
        counts.pop()  # "a minimum of 10": the article belongs to the hedge
    if counts and counts[-1].last >= count.first:
        count = _hedge(words, value, is_free=False)
    if count.high != 0:
        counts.append(count)


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
    if word == "half" and list(words[at + 1 : at + 3]) in (["a", "dozen"], ["-", "dozen"]):
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
    """Read "a couple" and "a few"; any other article is a count of one that says so."""
    lexicon = _lexicon()
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in ("couple", "pair", "trio", "single"):
        number = lexicon.exact[following]
        return _Value(at, at + 1, number, number, approx=False)
    if following == "few":
        return _stretch_vague(words, at, at + 1, 3)
    return _Value(at, at, 1, 1, approx=False, is_article=True)


def _read_cardinal(words: Sequence[str], at: int) -> _Value | None:
    """Read digits or number words: "1,200", "thirty - seven", "a hundred and five", "2.5 million"."""
    lexicon = _lexicon()
    if at >= len(words):
        return None
    is_scaled = at + 1 < len(words) and words[at + 1] in lexicon.scales
    if is_scaled and _DECIMAL.fullmatch(words[at]):
        return _exactly(at, at + 1, round(float(words[at]) * lexicon.scales[words[at + 1]]))
    total = group = 0
    index, last = at, -1
    while index < len(words):
        word = words[index]
        is_one = is_scaled and index == at and word in ("a", "an")
        number = 1 if is_one else _number(word, is_first=index == at)
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
    return _exactly(at, last, total + group) if last >= 0 else None


def _exactly(first: int, last: int, number: int) -> _Value | None:
    """Return an exact number of people; None for nought and for what is too large to count people."""
    return _Value(first, last, number, number, approx=False) if 0 < number <= _LARGEST else None


def _goes_on(words: Sequence[str], joint: int) -> bool:
    """Tell whether "-" or "and" joins two parts of one number: "thirty - seven", "hundred and five"."""
    lexicon = _lexicon()
    before, after = words[joint - 1], words[joint + 1] if joint + 1 < len(words) else ""
    if words[joint] == "-":
        return lexicon.units.get(before, 0) >= 20 and 0 < lexicon.units.get(after, 0) < 10
    is_next_number = before in words[joint + 2 : joint + 3]  # "between two hundred and three hundred"
    return before in ("hundred", "thousand") and after in lexicon.units and not is_next_number


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
    if value.high is None or value.is_article or joint not in joins or _is_change(words, value):
        return value
    other = _read_cardinal(words, value.last + 2)
    if other is None or other.low <= value.low or (other.low > 20 * value.low and not between):
        return value
    return _Value(value.first - between, other.last, value.low, other.low, approx=False)


def _is_change(words: Sequence[str], value: _Value) -> bool:
    """Tell "rose from 27 to 31", two figures, from "ranging from 10 to 15", one."""
    at = value.first - 1
    return at > 0 and words[at] == "from" and words[at - 1] not in _lexicon().ranging


def _is_measure(words: Sequence[str], value: _Value) -> bool:
    """Tell whether a number counts years, kilometres, money or a name's number rather than people."""
    following = words[value.last + 1] if value.last + 1 < len(words) else ""
    if following == "-" and value.last + 2 < len(words):
        following = words[value.last + 2]
    preceding = " ".join(words[max(0, value.first - 2) : value.first])
    return following in _lexicon().measures or not {preceding, preceding.rpartition(" ")[2]}.isdisjoint(
        _lexicon().naming
    )


def _hedge(words: Sequence[str], value: _Value, *, is_free: bool = True) -> Count:
    """Widen a number by the hedge before it (if those words are free) or after it, and set its bounds."""
    first, last, kind = value.first, value.last, ""
    if is_free and not value.is_article:
        first, kind = _hedge_before(words, value)
    if not kind and not value.is_article:
        last, kind = _hedge_after(words, value)
    low, high, approx = _bounds(value, kind)
    return Count(first, last, value.last, low, high, approx, value.is_article)


def _hedge_before(words: Sequence[str], value: _Value) -> tuple[int, str]:
    """Return where the hedge before a number begins and its kind; "at least another 24" is hedged too."""
    lexicon = _lexicon()
    for end in range(value.first, max(-1, value.first - 4), -1):
        if end < value.first and tuple(words[end : value.first]) not in lexicon.padding:
            continue
        for start in range(max(0, end - 4), end):
            kind = lexicon.before.get(tuple(words[start:end]))
            if kind:
                return start, kind
    return value.first, ""


def _hedge_after(words: Sequence[str], value: _Value) -> tuple[int, str]:
    """Return where the hedge after a number ends and its kind: "12 or more", "12 people or more".

    "12 people, at least five of them children" hedges the five, not the twelve.
    """
    lexicon = _lexicon()
    thing = words[value.last + 1 : value.last + 2]
    reach = 2 if thing and thing[0].isalpha() and _read_value(words, value.last + 1) is None else 1
    for length in (3, 2, 1):
        for start in range(value.last + 1, value.last + 1 + reach):
            end = start + length
            kind = lexicon.after.get(tuple(words[start:end])) if end <= len(words) else None
            if kind and not (end < len(words) and _read_value(words, end)):
                return end - 1, kind
    return value.last, ""


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
