"""Origins: copies, cut copies and rewritten heads are one source; other reports are not."""

from __future__ import annotations

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linking import find_origins
from dateline.linking.origins import agency
from dateline.model import Report

WORDS = [
    "the",
    "police",
    "said",
    "gunmen",
    "on",
    "motorcycles",
    "opened",
    "fire",
    "near",
    "market",
    "in",
    "town",
    "fled",
]


def prose(seed: int, length: int) -> str:
    chance = random.Random(seed)  # noqa: S311
    return " ".join(f"{chance.choice(WORDS)} {chance.randrange(99)}" for _ in range(length))


WIRE = prose(1, 200)


def test_a_copy_a_cut_copy_and_one_with_a_new_head_have_one_origin() -> None:
    reports = [
        Report(WIRE, id="wire", published=date(2026, 1, 31)),
        Report(WIRE[: len(WIRE) // 4], id="cut", published=date(2026, 2, 1)),
        Report(f"A head of our own. {WIRE[40:]} And a foot.", id="framed", published=date(2026, 2, 1)),
        Report(prose(2, 200), id="other", published=date(2026, 1, 30)),
    ]
    assert find_origins(reports) == {"wire": "wire", "cut": "wire", "framed": "wire", "other": "other"}


def test_a_rewritten_copy_needs_the_agencys_name() -> None:
    half = f"{WIRE[: len(WIRE) // 2]} {prose(3, 95)}"
    plain = [Report(WIRE, id="a"), Report(half, id="b")]
    signed = [Report(f"KANO (Reuters) - {WIRE}", id="a"), Report(half, id="b", publisher="Daily (Reuters)")]
    assert find_origins(plain)["b"] == "b"
    assert find_origins(signed)["b"] == "a"


def test_an_agency_is_read_at_the_head_the_foot_and_in_the_publishers_name() -> None:
    assert agency(Report("QUETTA (Agence France-Presse) — Ten died.")) == "AFP"
    assert agency(Report("Ten died. " * 30 + "— AP")) == "AP"
    assert agency(Report("Ten died.", publisher="Malay Mail (AFP)")) == "AFP"
    assert agency(Report("Ten died, he told the ap teacher.")) is None


def test_short_texts_are_copies_only_when_they_are_equal() -> None:
    found = find_origins([Report("Ten died.", id="a"), Report("Ten died!", id="b"), Report("Ten hurt.", id="c")])
    assert found == {"a": "a", "b": "a", "c": "c"}


def test_reports_without_a_text_are_their_own_origin() -> None:
    assert find_origins([Report("", id="a"), Report("", id="b")]) == {"a": "a", "b": "b"}


@settings(max_examples=20)
@given(st.permutations(range(6)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    reports = [Report(WIRE[n * 30 :] if n < 4 else prose(n, 60), id=f"r{n}") for n in range(6)]
    assert find_origins([reports[n] for n in order]) == find_origins(reports)


def test_a_thousand_equal_texts_and_a_megabyte_of_one_word_are_no_trouble() -> None:
    found = find_origins([Report("shot " * 200_000, id="long"), *(Report(WIRE, id=f"{n:04}") for n in range(300))])
    assert set(found.values()) == {"0000", "long"}
