"""A coded report on the screen: a heading, then each event with its claims and toll."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable
from typing import TextIO, cast

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli import wording
from dateline.cli.wording import harmless, named
from dateline.model import Claim, CodedReport, Event, Role
from dateline.pipeline import EventExplanation
from dateline.pipeline import explain as explain_coding

#: Columns of output that goes to a file or a pipe, where there is no screen to fit (COLUMNS overrides it).
_PIPE_WIDTH = 100
#: Narrower than this, a table of claims would break its words; each claim is a line of its own then.
_TABLE_WIDTH = 84
_LABELS = 14
_INDENT = 4


class _Trimmed(io.TextIOBase):
    """A stream for plain text: rich fills every cell with blanks, which have no place at the end of a line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        return self._stream.write(re.sub(r"[ ]+(?=\n)", "", text))

    def flush(self) -> None:
        self._stream.flush()


def open_console(stream: TextIO) -> Console:
    """Return a console on ``stream``: colours and the width of the screen on a terminal, plain text elsewhere."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    if stream.isatty():
        return Console(file=stream, highlight=False, markup=False, emoji=False)
    asked = os.environ.get("COLUMNS", "")
    width = max(int(asked), 40) if asked.isdecimal() else _PIPE_WIDTH
    plain = cast(TextIO, _Trimmed(stream))
    return Console(
        file=plain, width=width, force_terminal=False, color_system=None, highlight=False, markup=False, emoji=False
    )


def show_report(console: Console, coded: CodedReport, *, explain: bool = False) -> None:
    """Print one coded report; with ``explain``, what decided each field below each event."""
    explained = explain_coding(coded).events if explain else ()
    heading = _line(_heading(coded), "bold")
    console.print(heading)
    console.print(_line("─" * min(console.width, heading.cell_len), "dim"), overflow="crop", no_wrap=True)
    if coded.report.title:
        console.print(_line(coded.report.title, "italic"))
    if not coded.relevant:
        console.print(_line("No political violence found.", "dim"))
    for number, event in enumerate(coded.events, start=1):
        _show_event(console, number, event)
        if explain:
            console.print(_indented(_why(explained[number - 1])), end="")
    console.print()


def _heading(coded: CodedReport) -> str:
    report = coded.report
    day = f"published {report.published}" if report.published else "publication day unknown"
    parts = (wording.dateline_words(coded.dateline), report.publisher, day, report.id)
    return " · ".join(part for part in parts if part)


def _show_event(console: Console, number: int, event: Event) -> None:
    title = _line(f"{number:>2}  ") + _line(f"{event.event_type} › {event.sub_event_type}", "bold cyan")
    console.print()
    if event.role is Role.BACKGROUND:
        console.print(title + _line("  background", "dim"))
        console.print(Padding(_line(" · ".join(_background(event))), (0, 0, 0, _INDENT)))
        return
    console.print(title + _line(f"  confidence {event.confidence:.2f}", "dim"))
    console.print(_indented(_facts(event)))
    if event.casualties and console.width >= _TABLE_WIDTH:
        console.print(_claims(event.casualties))
    elif event.casualties:
        console.print(_indented((str(n), _claim_words(claim)) for n, claim in enumerate(event.casualties, start=1)))
    console.print(_indented(_conclusions(event)), end="")


def _facts(event: Event) -> Iterable[tuple[str, str]]:
    yield "when", wording.when_words(event)
    yield "where", wording.where_words(event.location, event.other_locations)
    yield "who", wording.who_words(event)
    if event.weapons:
        yield "with", "; ".join(event.weapons)


def _conclusions(event: Event) -> Iterable[tuple[str, str]]:
    for number, phrase in enumerate(wording.toll_words(event)):
        yield "" if number else "toll", phrase
    if event.responsibility:
        yield "responsibility", "; ".join(map(wording.responsibility_words, event.responsibility))
    if event.disruptions:
        yield "disruption", "; ".join(event.disruptions)


def _why(event: EventExplanation) -> Iterable[tuple[str, str]]:
    """Yield what decided each field of an event and of its claims."""
    yield from (("why" if not number else "", str(because)) for number, because in enumerate(event.fields))
    for number, claim in enumerate(event.claims, start=1):
        yield from ((f"why claim {number}" if not first else "", str(one)) for first, one in enumerate(claim))
    yield from (("" if number else "why toll", str(because)) for number, because in enumerate(event.toll))


def _background(event: Event) -> Iterable[str]:
    yield wording.when_words(event)
    yield wording.where_words(event.location)
    if event.perpetrators or event.targets:
        yield wording.who_words(event)
    yield from map(_claim_words, event.casualties)


def _claim_words(claim: Claim) -> str:
    count = f"{claim.status} {wording.count_words(claim)} {named(claim.group)}"
    return f"{count}, {wording.source_words(claim)}: {wording.evidence_words(claim)}"


def _indented(rows: Iterable[tuple[str, str]]) -> Table:
    """Return labelled lines that wrap under themselves."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=_INDENT - 2)
    grid.add_column(style="dim", no_wrap=True, width=_LABELS)
    grid.add_column(overflow="fold")
    for label, words in rows:
        grid.add_row("", label, _line(words))
    return grid


def _claims(claims: tuple[Claim, ...]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("", width=_INDENT, justify="right", style="dim", no_wrap=True)
    for name in ("status", "group", "count"):
        table.add_column(name, no_wrap=True)
    table.add_column("source", ratio=2, overflow="fold")
    table.add_column("evidence", ratio=3, overflow="fold")
    for number, claim in enumerate(claims, start=1):
        table.add_row(
            str(number),
            claim.status.value,
            named(claim.group),
            _line(wording.count_words(claim), "bold"),
            _line(wording.source_words(claim)),
            _line(wording.evidence_words(claim)),
        )
    return table


def _line(text: str, style: str = "") -> Text:
    return Text(harmless(text), style=style)
