"""Sentences: exact, in order, nothing lost, and ended by the habits of newswire."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.language.sentences import split_sentences

NEWSWIRE = st.lists(
    st.sampled_from(
        [
            "QUETTA", ", Jan 31", " (AFP)", " — ", "Lt.", " ", "No.", "5", "He left.", "“Go!”", "?", "...",
            "\n", "\r\n", "\v", "\f", "\u2028", "\u2029", "\x85", "\x1c", "\u00a0", "a.m.", "U.S.", "said",
            "KANO", " - ", ": ", "Reuters", "🙂", "\u202b",
        ]
    )
    | st.text(max_size=3)
).map("".join)  # fmt: skip


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@given(NEWSWIRE | st.text())
@example("QUETTA, Jan 31\u2028(AFP) — Ten died.")
@example("QUETTA, Jan 31\f(AFP) — Ten died.")
def test_sentences_stand_in_order_without_overlap_and_trimmed(text: str) -> None:
    spans = split_sentences(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(sentence == sentence.strip() for sentence in cut(text))


@given(NEWSWIRE | st.text())
@example("Four die\vQUETTA, Jan 31 (AFP) — Ten died.")
def test_no_visible_character_is_lost(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["Ten died", "He left.", "Police said so", "A bomb went off."]), max_size=8))
def test_a_line_break_always_ends_a_sentence(lines: list[str]) -> None:
    assert cut("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ten died. Four fled.", ["Ten died.", "Four fled."]),
        ("Lt. Gen. Khan came at 5 a.m. on Monday. He left.", ["Lt. Gen. Khan came at 5 a.m. on Monday.", "He left."]),
        ("A. Khan spoke. So did B. Ali.", ["A. Khan spoke.", "So did B. Ali."]),
        ("He was in the U.S. Army. She was not.", ["He was in the U.S. Army.", "She was not."]),
        ("“We fled. They fired.” He wept.", ["“We fled.", "They fired.”", "He wept."]),
        ("“Who fired?” he asked.", ["“Who fired?” he asked."]),
        ("Camp No. 5 was hit. Ten died.", ["Camp No. 5 was hit.", "Ten died."]),
        ("It rose to 5.5 million. Then it fell.", ["It rose to 5.5 million.", "Then it fell."]),
        ("QUETTA, Jan 31 (AFP) — Ten died.", ["QUETTA, Jan 31 (AFP) —", "Ten died."]),
        ("No full stop at the end", ["No full stop at the end"]),
        (" \n\t ", []),
    ],
)
def test_a_full_stop_ends_a_sentence_unless_it_is_a_rank_an_initial_or_a_figure(
    text: str, sentences: list[str]
) -> None:
    assert cut(text) == sentences


def test_hostile_runs_of_marks_are_cut_and_kept() -> None:
    text = "x" + "." * 3000 + " " + "!?" * 3000 + " End."
    assert "".join(cut(text)).replace(" ", "") == text.replace(" ", "")
