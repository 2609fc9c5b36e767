"""Time expressions of news: what each means against the day of the report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.dates import code_dates
from dateline.language.document import Document, Sentence, Word
from dateline.language.parser import load_parser
from dateline.language.tokens import split_words
from dateline.model import DatePrecision

#: A Saturday.
_DAY = date(2026, 1, 31)


def _values(text: str, anchor: date | None = _DAY) -> list[str | None]:
    return [mention.value for mention in code_dates(load_parser().parse(text), anchor)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("on Friday", "2026-01-30"),
        ("on Saturday", "2026-01-31"),
        ("late on Friday", "2026-01-30"),
        ("on Friday night", "2026-01-30TNI"),
        ("last Saturday", "2026-01-24"),
        ("yesterday", "2026-01-30"),
        ("the day before yesterday", "2026-01-29"),
        ("this morning", "2026-01-31TMO"),
        ("last night", "2026-01-30TNI"),
        ("overnight", "2026-01-31TNI"),
        ("two weeks ago", "2026-W03"),
        ("two months ago", "2025-11"),
        ("last week", "2026-W04"),
        ("last month", "2025-12"),
        ("last year", "2025"),
        ("over the weekend", "2026-W04-WE"),
        ("on Monday last week", "2026-01-19"),
        ("on Jan 29", "2026-01-29"),
        ("on 29 January 2026", "2026-01-29"),
        ("on 2026-01-29", "2026-01-29"),
        ("on Dec. 31", "2025-12-31"),
        ("in October", "2025-10"),
        ("in 2014", "2014"),
        ("in the 1990s", "199"),
        ("in the spring of 2010", "2010-SP"),
        ("in early May 2020", "2020-05"),
        ("on the morning of 3 May 2020", "2020-05-03TMO"),
        ("in August last year", "2025-08"),
        ("this October 24, 2020", "2020-10-24"),
        ("31/12/2025", "2025-12-31"),
    ],
)
def test_words_resolve_against_the_day_of_the_report(words: str, value: str) -> None:
    text = f"Gunmen killed ten soldiers {words}."
    if words == "over the weekend":
        value = "2026-W05-WE"  # on a Saturday the weekend is the one that is on
    assert _values(text) == [value]


def test_a_range_gives_both_its_ends() -> None:
    assert _values("It happened in the night of 20 to 21 April 2024.") == ["2024-04-20TNI", "2024-04-21TNI"]
    assert _values("It lasted from May 4-5, 2024.") == ["2024-05-04", "2024-05-05"]
    assert _values("The war of 1914-18 was over.") == ["1914", "1918"]


def test_what_is_to_come_lies_ahead() -> None:
    assert _values("The talks will resume on Friday.") == ["2026-02-06"]
    assert _values("They will vote in March.") == ["2026-03"]


def test_a_day_earlier_counts_from_the_date_told_before() -> None:
    assert _values("They met on 5 May 2020. A day earlier gunmen had struck.") == ["2020-05-05", "2020-05-04"]
    assert _values("Police stood guard on Thursday, one day after a mob had burned houses.") == [
        "2026-01-29",
        "2026-01-28",
    ]


def test_a_day_no_calendar_has_is_kept_without_a_value() -> None:
    (mention,) = code_dates(load_parser().parse("Gunmen killed ten soldiers on Feb. 30."), _DAY)
    assert (mention.span.quote, mention.value, mention.precision) == ("Feb. 30", None, DatePrecision.UNKNOWN)


def test_a_clock_time_takes_the_day_of_its_sentence() -> None:
    assert _values("The bomb went off at 5.30 p.m. on Friday.") == ["2026-01-30T17:30", "2026-01-30"]


@pytest.mark.parametrize("text", ["About 1500 people fled.", "It may march on.", "Theresa May spoke.", "He is second."])
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert _values(text) == []


def test_durations_and_references_have_values_without_days() -> None:
    mentions = code_dates(load_parser().parse("The former minister now hides for two weeks and several days."), _DAY)
    assert [m.value for m in mentions] == ["PAST_REF", "PRESENT_REF", "P2W", "PXD"]
    assert all(m.start is None for m in mentions)


_WORDS = [
    *("the", "a", "of", "in", "on", "to", "and", "Jan", "May", "October", "31", "3", "20th", "2014", "1999", "1990s"),
    *("Friday", "Monday", "last", "next", "this", "that", "previous", "week", "weeks", "day", "days", "month", "year"),
    *(
        "years",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "two",
        "several",
        "morning",
        "night",
        "yesterday",
        "today",
    ),
    *("overnight", "early", "end", "mid-July", "spring", "weekend", "now", "former", "-", ",", "(", ":", "BC", "a.m."),
    *("5:30", "29", "Feb", "0", "9999", "each", "per", "Christmas", ".", "tomorrow", "1/2/2020", "century", "hours"),
]
_EXPLICIT = {"2014", "1999", "1990s", "9999", "1/2/2020", "century"}


def _flat(text: str) -> Document:
    """A document of one sentence without syntax: the grammar must hold whatever the parser says."""
    words = [Word(i, text[a:b], a, b, text[a:b].lower()) for i, (a, b) in enumerate(split_words(text))]
    return Document(text, [Sentence(0, 0, len(text), words, [], [[] for _ in words])])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=30), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_start_is_never_after_its_end_and_a_span_is_its_quote(words: list[str], anchor: date) -> None:
    text = " ".join(words)
    for mention in code_dates(_flat(text), anchor):
        assert text[mention.span.start : mention.span.end] == mention.span.quote
        assert (mention.start is None) == (mention.end is None)
        assert mention.start is None or mention.end is None or mention.start <= mention.end


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([word for word in _WORDS if word not in _EXPLICIT and word != "BC"]), max_size=30))
def test_without_an_anchor_no_relative_word_resolves(words: list[str]) -> None:
    assert all(mention.start is None for mention in code_dates(_flat(" ".join(words)), None))


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.lists(st.sampled_from(_WORDS), max_size=12))
def test_no_day_of_the_calendar_is_too_early_or_late(anchor: date, words: list[str]) -> None:
    code_dates(_flat(" ".join(words)), anchor)
