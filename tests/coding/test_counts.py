"""Counts: numbers as reporters write them, with the bounds that the coding guide gives them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.codebook import load_table
from dateline.coding.counts import Count, find_counts
from dateline.language.tokens import split_words

UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    """Return a number from 1 to 999,999 in British words: "two hundred and five"."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    below = number % 1000
    joint = " and " if 0 < below < 100 else " "
    return f"{spell(number // 1000)} thousand{joint + spell(below) if below else ''}"


def read(text: str) -> list[Count]:
    """Return the counts of a text, articles left out."""
    words = [text[start:end].lower() for start, end in split_words(text)]
    return [count for count in find_counts(words) if not count.is_article]


def bounds(text: str) -> list[tuple[int, int | None, bool]]:
    return [(count.low, count.high, count.approx) for count in read(text)]


def _lexicon() -> list[str]:
    table = load_table("numbers.toml")
    phrases = [key for name in ("units", "scales", "vague", "exact", "before", "after") for key in table[name]]
    return sorted({word for phrase in phrases for word in phrase.split()})


_OTHERS = [
    "-", "–", "to", "or", "and", "between", "half", "of", "from", "people", ",", "year", "no", "route",
    "7", "1,200", "2.5", "0", "²", "٣",
]  # fmt: skip
NUMBERISH = st.sampled_from(_lexicon() + _OTHERS) | st.text(min_size=1, max_size=4)


@given(st.lists(NUMBERISH, max_size=12))
@example(["9" * 5000])
@example(["999.99", "million"])
@example(["0.01", "dozen"])
@example(["a", "minimum", "of", "10"])
@example(["12", ",", "at", "least", "5"])
@example(["million"] * 400)
def test_counts_lie_in_order_within_the_sentence_and_low_is_never_above_high(words: list[str]) -> None:
    counts = find_counts(words)
    assert all(0 <= c.first <= c.anchor <= c.last < len(words) for c in counts)
    assert all(left.last < right.first for left, right in pairwise(counts))
    assert all(0 <= c.low <= 50_000_001 and (c.high is None or c.low <= c.high) for c in counts)
    assert all(c.high != 0 for c in counts if c.low == 0)


@given(st.integers(1, 999_999))
@example(100_000)
@example(999_999)
@example(40_020)
def test_a_number_spelled_out_reads_back_as_that_number(number: int) -> None:
    assert bounds(f"{spell(number)} people were killed") == [(number, number, False)]
    assert bounds(f"{spell(number).replace('-', ' ').replace(' and ', ' ')} people") == [(number, number, False)]


@given(st.integers(1, 50_000_000))
def test_digits_read_back_with_and_without_separators(number: int) -> None:
    assert bounds(f"{number} people") == bounds(f"{number:,} people") == [(number, number, False)]


NUMBERS = st.integers(2, 2000).flatmap(lambda n: st.sampled_from([(n, str(n)), (n, f"{n:,}"), (n, spell(n))]))


@given(NUMBERS, st.sampled_from(["at least", "no fewer than", "no less than", "a minimum of", "upwards of"]))
def test_at_least_n_is_n_and_open(number: tuple[int, str], hedge: str) -> None:
    assert bounds(f"{hedge} {number[1]} people") == [(number[0], None, False)]


@given(NUMBERS, st.sampled_from(["more than", "over", "well over", "in excess of"]))
def test_more_than_n_is_one_more_and_open(number: tuple[int, str], hedge: str) -> None:
    assert bounds(f"{hedge} {number[1]} people") == [(number[0] + 1, None, False)]


@given(NUMBERS, st.sampled_from(["up to", "as many as", "no more than", "not more than", "a maximum of"]))
def test_up_to_n_is_nought_to_n(number: tuple[int, str], hedge: str) -> None:
    assert bounds(f"{hedge} {number[1]} people") == [(0, number[0], False)]


@given(NUMBERS, st.sampled_from(["fewer than", "less than"]))
def test_fewer_than_n_is_nought_to_one_less(number: tuple[int, str], hedge: str) -> None:
    assert bounds(f"{hedge} {number[1]} people") == [(0, number[0] - 1, False)]


@given(NUMBERS, st.sampled_from(["about", "around", "nearly", "some", "almost", "close to", "an estimated"]))
def test_about_n_is_n_and_approximate(number: tuple[int, str], hedge: str) -> None:
    assert bounds(f"{hedge} {number[1]} people") == [(number[0], number[0], True)]


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_between_a_and_b_is_a_range(a: int, b: int) -> None:
    low, high = sorted((a, a + b))
    assert bounds(f"between {low} and {high} people") == [(low, high, False)]


@given(st.integers(1, 98), st.integers(1, 3000))
def test_between_a_and_b_is_a_range_in_words_too(low: int, more: int) -> None:
    assert bounds(f"between {spell(low)} and {spell(low + more)} people") == [(low, low + more, False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Exact numbers
        ("ten soldiers", [(10, 10, False)]),
        ("thirty-seven militants", [(37, 37, False)]),
        ("1,200 people", [(1200, 1200, False)]),
        ("2.5 million people", [(2_500_000, 2_500_000, False)]),
        ("two dozen people", [(24, 24, False)]),
        ("a dozen people", [(12, 12, False)]),
        ("half a dozen people", [(6, 6, False)]),
        ("a half-dozen people", [(6, 6, False)]),
        ("a couple of soldiers", [(2, 2, False)]),
        ("a pair of gunmen", [(2, 2, False)]),
        ("both brothers died", [(2, 2, False)]),
        ("the eight were freed", [(8, 8, False)]),
        ("a hundred people", [(100, 100, False)]),
        ("a hundred and twenty people", [(120, 120, False)]),
        ("a thousand five hundred people", [(1500, 1500, False)]),
        ("a hundred thousand people", [(100_000, 100_000, False)]),
        # Vague words
        ("several people", [(3, None, True)]),
        ("a few people", [(3, None, True)]),
        ("many people", [(3, None, True)]),
        ("multiple people", [(3, None, True)]),
        ("some of the soldiers", [(3, None, True)]),
        ("a number of people", [(3, None, True)]),
        ("a large number of people", [(3, None, True)]),
        ("dozens of people", [(12, None, True)]),
        ("several dozen people", [(12, None, True)]),
        ("scores of people", [(40, None, True)]),
        ("hundreds of people", [(100, None, True)]),
        ("a few hundred people", [(100, None, True)]),
        ("thousands of people", [(1000, None, True)]),
        ("tens of thousands of people", [(10_000, None, True)]),
        # Hedges
        ("at least a dozen people", [(12, None, False)]),
        ("at least one person", [(1, None, False)]),
        ("at least half a dozen people", [(6, None, False)]),
        ("at least a half-dozen people", [(6, None, False)]),
        ("at least another 24 people", [(24, None, False)]),
        ("at least a further 24 people", [(24, None, False)]),
        ("nearly two dozen people", [(24, 24, True)]),
        ("as many as 50 people", [(0, 50, False)]),
        ("some 30 people", [(30, 30, True)]),
        ("12 or more people", [(12, None, False)]),
        ("12 people or more", [(12, None, False)]),
        ("30 or so people", [(30, 30, True)]),
        ("more than a dozen people", [(13, None, False)]),
        ("dozens of people, at least five of them children", [(12, None, True), (5, None, False)]),
        ("killed 12, at least five of them children", [(12, 12, False), (5, None, False)]),
        ("killed 12 people at least five of whom were children", [(12, 12, False), (5, None, False)]),
        # Ranges
        ("5 to 7 people", [(5, 7, False)]),
        ("5-7 people", [(5, 7, False)]),
        ("five or six people", [(5, 6, False)]),
        ("between one and 30 people", [(1, 30, False)]),
        ("between 10 and 15 people", [(10, 15, False)]),
        ("between two hundred and three hundred people", [(200, 300, False)]),
        ("ten and 15 people", [(10, 10, False), (15, 15, False)]),
        ("estimates range from 10 to 15", [(10, 15, False)]),
        ("the toll rose from 27 to 31", [(27, 27, False), (31, 31, False)]),
        ("the toll rose to 31 from 27", [(31, 31, False), (27, 27, False)]),
        # Lists
        ("10 officers and 37 militants", [(10, 10, False), (37, 37, False)]),
        ("two soldiers, a policeman and four rebels", [(2, 2, False), (4, 4, False)]),
        # No counts of people
        ("a 10-year-old girl", []),
        ("she was 10 years old", []),
        ("aged 10", []),
        ("on Route 10", []),
        ("camp No. 4", []),
        ("15 kilometres away", []),
        ("ten to 15 miles away", []),
        ("a 20-minute gun battle", []),
        ("$5 million", []),
        ("30 percent", []),
        ("no one was hurt", []),
        ("5.5", []),
        ("2,024,202,420,242,024", []),
    ],
)
def test_every_way_of_writing_a_number_has_its_bounds(text: str, expected: list[tuple[int, int | None, bool]]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("killed at least 10 officers", "at least 10"),
        ("killed at least another 24 people", "at least another 24"),
        ("killed between 10 and 15 people", "between 10 and 15"),
        ("killed tens of thousands of people", "tens of thousands"),
        ("killed a hundred and twenty people", "a hundred and twenty"),
        ("killed 12 or more people", "12 or more"),
        ("killed 12 at least", "12 at least"),
    ],
)
def test_a_count_covers_the_number_with_its_hedge(text: str, quote: str) -> None:
    (count,) = read(text)
    spans = split_words(text)
    assert text[spans[count.first][0] : spans[count.last][1]] == quote


@pytest.mark.parametrize("text", ["a soldier", "an officer", "another man", "the sole survivor"])
def test_an_article_is_a_count_of_one_that_says_so(text: str) -> None:
    (count,) = find_counts(text.split())
    assert (count.low, count.high, count.is_article) == (1, 1, True)
