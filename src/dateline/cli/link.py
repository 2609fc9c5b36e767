"""``dateline link``: coded reports in, the same with their incidents out."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from typing import BinaryIO

import click

from dateline.cli.incidents_screen import show_incidents
from dateline.cli.screen import open_console
from dateline.cli.wording import harmless
from dateline.errors import DatelineError
from dateline.model import CodedReport, Issue, Judgement
from dateline.model.contract import issue_to_contract, to_contract
from dateline.pipeline import Linked
from dateline.pipeline import link as link_reports
from dateline.reading.codings import read_codings


@click.command(short_help="Join the events of coded reports into incidents.")
@click.argument("path", default="-", metavar="[CODED.jsonl | -]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "table"]),
    default="jsonl",
    show_default=True,
    help="The coded reports with their incidents, or the incidents with their reports for people.",
)
@click.option("--explain", is_flag=True, help="Say of each pair of events why it was joined, and why not.")
def link(path: str, form: str, explain: bool) -> None:
    """Read coded reports, as dateline code --format jsonl writes them, find out which of their events are one and
    the same happening, and write them back with the "incident" of each event filled in.

    The order of the reports does not matter. Copies of one agency's text are found and count as one source; events
    that one report tells apart are never joined.

    \b
    Examples:
      dateline code --format jsonl archive.jsonl | dateline link > linked.jsonl
      dateline link coded.jsonl --format table --explain

    \b
    Exit codes: 0 all was linked, 1 some lines were no coded reports, 2 the call itself was wrong.
    """
    if path == "-" and (sys.stdin is None or sys.stdin.isatty()):
        raise click.UsageError("Name a file of coded reports, or pipe the output of dateline code into this.")
    try:
        found = list(read_codings(path, sys.stdin.buffer if sys.stdin else None))
    except DatelineError as error:
        raise click.ClickException(harmless(str(error))) from None
    linked = link_reports([one for one in found if isinstance(one, CodedReport)])
    if form == "table":
        show_incidents(open_console(sys.stdout), linked, explain)
    else:
        _write(sys.stdout.buffer, found, linked, explain)
    failures = [one for one in found if isinstance(one, Issue)]
    for issue in failures:
        click.echo(harmless(issue.message), err=True)
    if failures:
        raise SystemExit(1)


def _write(stream: BinaryIO, found: Sequence[CodedReport | Issue], linked: Linked, explain: bool) -> None:
    """Write every line in its place: reports with their incidents, issues as they came."""
    reports = iter(linked.reports)
    reasons = _reasons(linked.judgements) if explain else {}
    for one in found:
        line = issue_to_contract(one) if isinstance(one, Issue) else _explained(to_contract(next(reports)), reasons)
        stream.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
    stream.flush()


def _explained(line: dict[str, object], reasons: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    """Return a line with the judgements on each of its events, where they are asked for."""
    if not reasons or not isinstance(line["events"], list):
        return line
    events = [event | {"judgements": reasons.get(f"{line['id']}/{event['id']}", [])} for event in line["events"]]
    return line | {"events": events}


def _reasons(judgements: Sequence[Judgement]) -> dict[str, list[dict[str, object]]]:
    """Return for each event by key how it was judged against others."""
    reasons: dict[str, list[dict[str, object]]] = defaultdict(list)
    for one in judgements:
        for key, other in ((one.first, one.second), (one.second, one.first)):
            said: dict[str, object] = {
                "event": other,
                "verdict": one.verdict.value,
                "score": one.score,
                "reason": one.reason,
            }
            reasons[key].append(said)
    return reasons
