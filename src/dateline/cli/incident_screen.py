"""An incident on the screen: heading, toll and its history, claims, reports by source, judgements, edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.chart import chart_rows
from dateline.cli.incident_words import headline, place_words
from dateline.cli.wording import (
    count_words,
    counted,
    days_words,
    evidence_words,
    group_words,
    harmless,
    named,
    source_words,
)
from dateline.model import Judgement, ReportedEvent, Verdict
from dateline.pipeline.viewing import IncidentView

_MACHINE_SHOWN = 6
_KEY_LETTERS = 8
_CHARTS = ("killed", "injured")
_SIGNS = {Verdict.SAME: "=", Verdict.DIFFERENT: "≠", Verdict.UNSURE: "?"}


def show_incident(console: Console, view: IncidentView, *, everything: bool = False) -> None:
    """Print an incident; ``everything`` prints all judgements of the linker too."""
    _heading(console, view)
    _toll(console, view)
    _claims(console, view)
    _reports(console, view)
    _judgements(console, view, everything)
    _edits(console, view)


def short_key(key: str) -> str:
    """Return so much of an event's key as people need.

    >>> short_key("66bed202c968eb8b/e1")
    '66bed202/e1'
    """
    report, _, event = key.rpartition("/")
    return f"{report[:_KEY_LETTERS]}/{event}"


def _heading(console: Console, view: IncidentView) -> None:
    line = view.line
    title = _text(" · ".join((line.id, days_words(line.first_day, line.last_day), place_words(line))), "bold")
    console.print(title)
    console.print(_text("─" * min(console.width, title.cell_len), "dim"), overflow="crop", no_wrap=True)
    kinds = f"{line.event_type} › {line.sub_event_type}" + ("  background" if line.background else "")
    console.print(_text(kinds, "bold cyan"))
    console.print(_text(f"{counted(view.reports, 'report')}, {counted(len(view.origins), 'independent source')}"))
    if view.whole:
        console.print(_text(f"part of {headline(view.whole)}"))
    for part in view.parts:
        console.print(_text(f"has the part {headline(part)}"))


def _toll(console: Console, view: IncidentView) -> None:
    state = view.states[-1]
    _section(console, "toll")
    for status, groups in state.toll.items():
        console.print(_indented(_text(f"{status} {group_words(groups)}")))
    for status, groups in state.party_toll.items():
        console.print(_indented(_text(f"by parties to the conflict alone: {status} {group_words(groups)}", "dim")))
    if not state.toll:
        console.print(_indented(_text("not said")))
    for status in _CHARTS:
        rows = list(chart_rows(view.states, status))
        if len(rows) > 1:
            _section(console, f"{status}, as it was told")
            console.print(_indented(_grid(rows, styles=("", "red", "bold", "dim"))))


def _claims(console: Console, view: IncidentView) -> None:
    claims = view.states[-1].claims
    if not claims:
        return
    _section(console, "claims that stand: the latest of each source")
    rows = (
        (
            f"{heard.claim.status} {count_words(heard.claim)} {named(heard.claim.group)}",
            source_words(heard.claim),
            f"{heard.published} {heard.report[:_KEY_LETTERS]}",
            evidence_words(heard.claim),
        )
        for heard in claims
    )
    console.print(_indented(_grid(rows, styles=("bold", "", "dim", ""))))


def _reports(console: Console, view: IncidentView) -> None:
    _section(console, "reports, by independent source")
    told: dict[str, list[ReportedEvent]] = {}
    for one in view.events:
        told.setdefault(one.report.id, []).append(one)
    rows = []
    for number, origin in enumerate(view.origins, start=1):
        for place, report in enumerate(origin.reports):
            day = str(report.published) if report.published else f"seen {view.seen[report.id]}"
            events = " ".join(short_key(one.key) for one in told[report.id])
            named_as = view.given_ids.get(report.id)
            what = " · ".join(part for part in (report.publisher, report.title, report.url, named_as) if part)
            rows.append(
                ("" if place else f"{number}.", day, events, f"{'copy: ' if place else ''}{what or 'no title'}")
            )
    console.print(_indented(_grid(rows, styles=("", "", "dim", ""))))


def _judgements(console: Console, view: IncidentView, everything: bool) -> None:
    people = [one for one in view.judgements if one.by_person]
    machine = sorted((one for one in view.judgements if not one.by_person), key=lambda one: -one.score)
    shown = machine if everything else machine[:_MACHINE_SHOWN]
    if people or shown:
        _section(console, "judgements")
        console.print(_indented(_grid(map(_judgement_row, (*people, *shown)), styles=("", "", ""))))
    if len(machine) > len(shown):
        console.print(_indented(_text(f"and {len(machine) - len(shown):,} more of the linker's: --all", "dim")))


def _judgement_row(one: Judgement) -> tuple[str, str, str]:
    day = f", {one.time:%Y-%m-%d}" if one.time else ""
    pair = f"{short_key(one.first)} {_SIGNS[one.verdict]} {short_key(one.second)}"
    sure = "" if one.by_person else f" {one.score:.2f}"
    return pair, f"{one.verdict}{sure}, {one.author}{day}", one.reason


def _edits(console: Console, view: IncidentView) -> None:
    if not view.edits:
        return
    _section(console, "edits by people")
    rows = ((f"{e.subject} {e.field}", str(e.value), f"{e.author}, {e.time:%Y-%m-%d}", e.reason) for e in view.edits)
    console.print(_indented(_grid(rows, styles=("", "bold", "", ""))))


def _section(console: Console, title: str) -> None:
    console.print()
    console.print(_text(title, "dim"))


def _grid(rows: Iterable[Iterable[str]], styles: tuple[str, ...]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for style in styles:
        grid.add_column(style=style, overflow="fold")
    for row in rows:
        grid.add_row(*_texts(row))
    return grid


def _texts(cells: Iterable[str]) -> Iterator[Text]:
    return (Text(harmless(cell)) for cell in cells)


def _indented(what: Table | Text) -> Padding:
    return Padding(what, (0, 0, 0, 2))


def _text(text: str, style: str = "") -> Text:
    return Text(harmless(text), style=style)
