"""Wrapped lines are joined, and nothing else is touched."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.wrapping import unwrap

PARAGRAPHS = [
    "KANO, Nigeria — Gunmen on motorcycles killed at least ten people in a market on Friday, police said, the third "
    "such attack in the north of the country this month.",
    "No group said that it was behind the attack, which left a further twenty people in hospital, among them several "
    "children, a doctor told reporters.",
]


@pytest.mark.parametrize("width", [50, 72, 80, 100])
def test_wrapped_paragraphs_become_whole_again(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    assert unwrap(wrapped) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Killed:\n- two soldiers of the Third Battalion, which is based here\n- a policeman\n- a nurse\n- a child",
        "Ten killed in Kano blast\nBy Musa Abdullahi\nKANO — Ten people were killed in a market on Friday.",
        "one\ntwo\nthree",
        "",
        "\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert unwrap(text) == text


@given(st.text(alphabet="ab .\n", max_size=400))
def test_no_offset_ever_moves(text: str) -> None:
    found = unwrap(text)
    assert len(found) == len(text)
    assert found.replace("\n", " ") == text.replace("\n", " ")
