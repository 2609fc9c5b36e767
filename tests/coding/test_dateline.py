"""The head of a dispatch gives place, day and agency, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dateline import day_of_report, find_dateline, nice_case, resolve_day
from dateline.language.sentences import split_sentences
from dateline.model import Dateline

_PUBLISHED = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("QUETTA, Pakistan, Jan 31 (Reuters) – ", Dateline("Quetta", date(2026, 1, 31), "Reuters")),
        ("JUBA // ", Dateline("Juba", None, None)),
        ("(Reuters) - ", Dateline(None, None, "Reuters")),
        ("NAIROBI (AP) _ ", Dateline("Nairobi", None, "AP")),
        ("Sydney (AFP): ", Dateline("Sydney", None, "AFP")),
        ("Islamabad, Oct 15 (EFE).- ", Dateline("Islamabad", date(2025, 10, 15), "EFE")),
        ("N'DJAMENA, Chad | AFP | ", Dateline("N'Djamena", None, "AFP")),
        ("Reuters, Sanaa: ", Dateline("Sanaa", None, "Reuters")),
        ("August 27, El Fasher - ", Dateline("El Fasher", date(2025, 8, 27), None)),
        ("MURIDKE/ISLAMABAD: ", Dateline("Muridke", None, None)),
        ("AFP - ", Dateline(None, None, "AFP")),
        ("CAMP SIONGCO, Maguindanao (MindaNews / 18 Feb) – ", Dateline("Camp Siongco", date(2026, 2, 18), "MindaNews")),
    ],
)
def test_a_head_gives_place_day_and_agency(head: str, expected: Dateline) -> None:
    text = head + "Gunmen killed ten soldiers at a checkpoint in the north, officials said."
    assert find_dateline(text, _PUBLISHED) == (expected, len(head))


def test_a_head_is_found_below_a_headline_and_a_byline() -> None:
    text = "Ten soldiers die in the north\nBy A. Khan\n\nQUETTA, Jan 31 (Reuters) - Gunmen killed ten soldiers."
    dateline, end = find_dateline(text, _PUBLISHED)
    assert dateline == Dateline("Quetta", date(2026, 1, 31), "Reuters")
    assert text[end:] == "Gunmen killed ten soldiers."


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed ten soldiers, a witness told AFP.",
        "Over 100 arrested and 20 injured: with that result ended the clashes that broke out on Wednesday.",
        "On Thursday, January 9, insurgents raided an army base, setting off clashes that went on for hours.",
        "Song of a River: A Life in Exile",
        "UPDATE: The suspect in the shooting of ten soldiers has been arrested in the north, police said on Monday.",
        "Khan: No talks before the army leaves",
        "",
        "\n\n",
    ],
)
def test_prose_and_titles_have_no_head(text: str) -> None:
    assert find_dateline(text, _PUBLISHED) == (None, 0)


def test_an_agency_may_sign_off_at_the_end() -> None:
    dateline, end = find_dateline("Gunmen killed ten soldiers on Monday. — AFP", _PUBLISHED)
    assert dateline == Dateline(None, None, "AFP")
    assert end == 0


def test_a_year_is_chosen_nearest_to_publication_and_not_without_it() -> None:
    assert resolve_day("Dec. 31", date(2026, 1, 1)) == date(2025, 12, 31)
    assert resolve_day("Dec. 31", None) is None
    assert resolve_day("Feb. 30", date(2026, 3, 1)) is None
    assert resolve_day("3 May 1998", None) == date(1998, 5, 3)


def test_small_words_of_a_place_keep_their_small_letters() -> None:
    assert nice_case("DEIR AL-BALAH") == "Deir al-Balah"
    assert nice_case("PORT-AU-PRINCE") == "Port-au-Prince"


def test_a_sentence_ends_with_the_head() -> None:
    text = "Ten die\nQUETTA, Jan 31 (Reuters) – Gunmen killed ten. They fled."
    sentences = [text[start:end] for start, end in split_sentences(text)]
    assert sentences == ["Ten die", "QUETTA, Jan 31 (Reuters) –", "Gunmen killed ten.", "They fled."]


def test_a_hostile_head_is_read_in_bounded_time() -> None:
    for text in ("A" * 50_000, "A, " * 20_000, "(" * 50_000, "Aa " * 20_000, "A.-" * 20_000, "A/A" * 20_000):
        find_dateline(text, _PUBLISHED)


def test_a_report_counts_from_its_dateline_unless_that_is_far_from_publication() -> None:
    assert day_of_report(Dateline("Quetta", date(2026, 1, 31), None), _PUBLISHED) == date(2026, 1, 31)
    assert day_of_report(Dateline("Quetta", date(2025, 6, 1), None), _PUBLISHED) == _PUBLISHED
    assert day_of_report(None, _PUBLISHED) == _PUBLISHED
    assert day_of_report(Dateline("Quetta", None, None), None) is None
