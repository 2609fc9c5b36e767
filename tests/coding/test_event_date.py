"""Each event gets the day it happened, not the day someone spoke of it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import code_dates
from dateline.coding.event_date import EventDate, choose_date
from dateline.language.parser import load_parser
from dateline.model import DateBasis, DatePrecision

#: A Saturday.
_DAY = date(2026, 1, 31)


def _choose(text: str, *words: str, anchor: date | None = _DAY, is_background: bool = False) -> EventDate:
    document = load_parser().parse(text)
    triggers = [(s.index, w.index) for word in words for s in document.sentences for w in s.words if w.text == word]
    return choose_date(document, code_dates(document, anchor), triggers, anchor, is_background)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Gunmen killed ten soldiers in the north on Friday.", "killed", 30),
        ("Officials said on Friday that ten soldiers were killed on Thursday.", "killed", 29),
        ("Ten soldiers were killed in an ambush on Thursday, police said on Friday.", "killed", 29),
        ("Thursday's ambush killed ten soldiers, an official said on Friday.", "ambush", 29),
        ("Ten soldiers were killed in an ambush. The attack took place on Thursday.", "ambush", 29),
        ("Crowds gathered on Friday, a day after ten soldiers were killed.", "killed", 29),
    ],
)
def test_the_day_is_that_of_the_deed(text: str, word: str, day: int) -> None:
    chosen = _choose(text, word)
    assert (chosen.start, chosen.end, chosen.precision) == (date(2026, 1, day), date(2026, 1, day), DatePrecision.DAY)


def test_the_day_of_the_announcement_counts_when_no_other_is_told() -> None:
    chosen = _choose("Ten soldiers were killed in the north, the army said on Friday.", "killed")
    assert chosen.start == date(2026, 1, 30)
    assert chosen.mention is not None
    assert chosen.mention.quote == "Friday"


def test_two_days_joined_are_a_range() -> None:
    chosen = _choose("The clashes of Thursday and Friday killed ten soldiers.", "clashes")
    assert (chosen.start, chosen.end) == (date(2026, 1, 29), date(2026, 1, 30))


def test_background_has_its_own_date() -> None:
    text = "Gunmen killed ten soldiers on Friday. In October a bomb killed four."
    chosen = _choose(text, "bomb", is_background=True)
    assert (chosen.start, chosen.precision) == (date(2025, 10, 1), DatePrecision.MONTH)


def test_a_day_told_soon_after_refines_a_coarser_date() -> None:
    text = "A village was attacked last month by youths. That was on 4 December, in the north."
    assert _choose(text, "attacked").start == date(2025, 12, 4)


def test_what_nothing_dates_is_unknown() -> None:
    assert _choose("Gunmen killed ten soldiers on Friday.", "killed", anchor=None) == EventDate()
    assert _choose("Years before, soldiers had shot a man.", "shot", is_background=True) == EventDate()


def test_no_trigger_means_no_date() -> None:
    assert _choose("Gunmen killed ten soldiers on Friday.") == EventDate()


def test_a_day_that_no_words_tell_is_only_implied_and_says_so() -> None:
    chosen = _choose("Gunmen killed ten soldiers in the north.", "killed")
    assert (chosen.start, chosen.basis, chosen.mention) == (_DAY, DateBasis.IMPLIED, None)
    assert chosen.reason.rule == "date_of_report"


def test_a_day_that_words_tell_is_stated_in_them() -> None:
    chosen = _choose("Gunmen killed ten soldiers in the north on Friday.", "killed")
    assert chosen.basis is DateBasis.STATED
    assert chosen.mention is not None
    assert chosen.mention.quote == "Friday"
    assert EventDate().basis is None
