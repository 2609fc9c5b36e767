"""Incidents on the screen: what happened, then each report of it with its own figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli import wording
from dateline.cli.wording import harmless
from dateline.model import Incident, Judgement, ReportedEvent, Verdict
from dateline.pipeline import Linked

_INDENT = 4
_SIGNS = {Verdict.SAME: "=", Verdict.DIFFERENT: "≠", Verdict.UNSURE: "?"}


def show_incidents(console: Console, linked: Linked, explain: bool = False) -> None:
    """Print each incident with its reports, the parts of a wave named as such; ``explain`` adds the judgements."""
    events = {
        one.key: one for coded in linked.reports for one in (ReportedEvent(coded.report, e) for e in coded.events)
    }
    judgements = _by_event(linked.judgements)
    for incident in linked.incidents:
        told = [events[key] for key in incident.events]
        console.print(_line(_heading(told[0], incident), "bold"))
        console.print(Padding(_line(_count(told, linked.origins), "dim"), (0, 0, 0, _INDENT)))
        console.print(Padding(_reports(told, linked.origins), (0, 0, 0, _INDENT)))
        for one in _judged(incident, judgements) if explain else ():
            console.print(Padding(_line(_judgement(one), "dim"), (0, 0, 0, _INDENT)))
        console.print()


def _heading(first: ReportedEvent, incident: Incident) -> str:
    event = first.event
    place = event.location
    where = ", ".join(dict.fromkeys(n for n in (place.name, place.admin1, place.country) if n)) if place else ""
    parts = (incident.id, event.sub_event_type, wording.when_words(event), where or "place not said")
    whole = f" · part of {incident.part_of}" if incident.part_of else ""
    return " · ".join(parts) + whole


def _count(told: list[ReportedEvent], origins: Mapping[str, str]) -> str:
    """Return how many reports tell of it, and how many are no copies of another."""
    reports = {one.report.id for one in told}
    independent = {origins[report] for report in reports}
    return f"{_many(len(reports), 'report')}, {_many(len(independent), 'independent source')}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _reports(told: list[ReportedEvent], origins: Mapping[str, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    for _ in range(2):
        table.add_column(no_wrap=True, style="dim")
    table.add_column(overflow="fold")
    for one in told:
        day = str(one.report.published or "day unknown")
        origin = origins[one.report.id]
        copy = f"copy of {origin}" if origin != one.report.id else ""
        words = (one.report.publisher, one.event.role.value, *wording.toll_words(one.event), copy)
        table.add_row(_line(day), _line(one.key), _line(" · ".join(word for word in words if word)))
    return table


def _by_event(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        found[one.first].append(one)
        found[one.second].append(one)
    return found


def _judged(incident: Incident, judgements: Mapping[str, list[Judgement]]) -> list[Judgement]:
    """Return the judgements on an incident's events, each once, the surest *yes* first."""
    found = {(one.first, one.second): one for key in incident.events for one in judgements.get(key, [])}
    return sorted(found.values(), key=lambda one: (-one.score, one.first, one.second))


def _judgement(one: Judgement) -> str:
    return f"{one.first} {_SIGNS[one.verdict]} {one.second} ({one.score:.2f}): {one.reason}"


def _line(text: str, style: str = "") -> Text:
    return Text(harmless(text), style=style)
