"""The table: everything is on it, it fits, and no text can steer the terminal."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.screen import open_console, show_report
from dateline.cli.wording import harmless
from dateline.model import CodedReport
from tests.fakes import full_report


def shown(
    coded: CodedReport, monkeypatch: pytest.MonkeyPatch | None = None, width: int = 100, *, explain: bool = False
) -> str:
    if monkeypatch:
        monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    show_report(open_console(stream), coded, explain=explain)
    return stream.getvalue()


def test_everything_a_reader_needs_is_on_the_screen() -> None:
    screen = " ".join(shown(full_report()).split())
    for words in (
        "QUETTA, 2026-01-31 (AFP) · Dawn · published 2026-01-31 · r-1",
        "Ten officers killed",
        "Battles › Armed clash",
        "when 2026-01-31 (implied) where Quetta, Balochistan, Pakistan (30.18, 66.99, exact); also Nushki",
        "who Baloch Liberation Army → police with suicide bomb",
        "≥10",
        "≥12 (vague)",
        "an official (state",
        "toll killed 10–14 (best 10) security forces injured 3 (1 civilians; ≥2 unspecified)",
        "claimed by Baloch Liberation Army; India blamed by the prime minister",
        "trains suspended",
        "background 2025-01-01 to 2025-12-31 (year)",
    ):
        assert words in screen


def test_asked_why_it_says_so_below_each_event() -> None:
    screen = " ".join(shown(full_report(), explain=True).split())
    for words in (
        "why date = 2026-01-31: No words date it: it is told as the news of the day of the report.",
        "targets = police: The language model takes it for what was hit. (odds 0.88) “QUETTA” [0–6]",
        "why claim 1 count = 10 or more: The words set a lower bound only. “QUETTA",
        "why toll killed total = 10 to 14, best 10: It is the only figure given. (low by claim 1; best by claim 1;",
    ):
        assert words in screen
    assert "why" not in shown(full_report())


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("width", [40, 60, 83, 84, 100, 160])
def test_the_table_keeps_to_the_width(width: int, explain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = shown(full_report(), monkeypatch, width, explain=explain)
    assert max(map(len, screen.splitlines())) <= width
    assert "security" in screen


def test_a_pipe_gets_plain_text_without_blanks_at_line_ends() -> None:
    screen = shown(full_report())
    assert "\x1b" not in screen
    assert all(line == line.rstrip() for line in screen.splitlines())


def test_hostile_text_is_spelled_out_not_obeyed() -> None:
    screen = shown(
        explain=True,
        coded=full_report("\x1b]0;owned\x07 [bold red]x[/] \u202etxet :skull: \x9b31m killed \u2066 and more of it"),
    )
    assert not set(screen) & set("\x1b\x07\x9b\u202e\u2066\r")
    assert "\\x1b]0;owned\\x07" in screen
    assert "[bold" in screen


@given(st.text(min_size=1))
def test_no_text_whatever_reaches_the_terminal_raw_or_breaks_the_table(text: str) -> None:
    screen = shown(full_report(text), explain=True)
    assert not any(character < " " and character != "\n" for character in screen)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_harmless_text_stays_harmless(text: str) -> None:
    once = harmless(text)
    assert harmless(once) == once
    assert "\n" not in once
