"""Quotations: from the opening mark to the closing one, over sentences, inside a paragraph."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.quotations import Quotation, find_quotations, first_behind, last_before, touching


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left. All of us.” Nobody else did.", ["“We left. All of us.”"]),
        ("''We left,'' he said. ''All of us.''", ["''We left,''", "''All of us.''"]),
        ('A 12" pipe and a "bomb".', ['"bomb"']),
        ('"It never ends\nNobody said that.', ['"It never ends']),
        ("«Nous partons», he said.", ["«Nous partons»"]),
        ("Nobody's children", []),
    ],
)
def test_a_quotation_runs_from_mark_to_mark_within_its_paragraph(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


def test_neighbours_of_an_offset_are_found() -> None:
    quotations = [Quotation(2, 5), Quotation(8, 11)]
    assert touching(quotations, 4) == Quotation(2, 5)
    assert touching(quotations, 5) is None
    assert first_behind(quotations, 5) == last_before(quotations, 12) == Quotation(8, 11)
    assert first_behind(quotations, 9) is last_before(quotations, 3) is None


@given(st.text(alphabet="ab \n\"“”'`«»1"))
def test_quotations_never_overlap_and_stay_in_one_paragraph(text: str) -> None:
    found = find_quotations(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all("\n" not in text[q.start : q.end] for q in found)
