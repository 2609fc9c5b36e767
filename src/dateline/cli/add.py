"""``dateline add``: reports into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date

import click
from rich.console import Console

from dateline.cli.options import errors_said, ledger_option, parse_day
from dateline.cli.progress import show_progress
from dateline.cli.wording import counted, harmless
from dateline.ledger import open_ledger
from dateline.model import Issue
from dateline.pipeline import LoadCoder, load_coder
from dateline.pipeline.adding import add_reports
from dateline.reading import read_reports


@click.command(short_help="Read reports into a ledger: code them, link them, keep them.")
@click.argument("paths", nargs=-1, metavar="[PATH ... | -]")
@ledger_option
@click.option(
    "--published",
    callback=parse_day,
    metavar="DAY",
    help="The day (YYYY-MM-DD) of the reports that do not carry their own.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to code with.")
@click.pass_obj
def add(load: LoadCoder | None, paths: tuple[str, ...], address: str, published: date | None, jobs: int) -> None:
    """Read reports, code them, link what they tell to the incidents of a ledger, and keep all of it.

    A PATH is what `dateline code` reads: a text file, a file of JSON Lines, a folder of both, or - for standard
    input. Adding a report again changes nothing, so a run that was stopped is completed by the same command.

    \b
    Examples:
      dateline add dispatch.txt --published 2026-01-31
      dateline add --jobs 2 archive.jsonl --ledger sahel.db
      dateline add archive.jsonl --ledger postgresql://desk@localhost/dateline

    What cannot be coded is named on standard error, kept among the ledger's issues, and never stops the rest.

    \b
    Exit codes: 0 all was added, 1 some input failed or the ledger cannot be written, 2 the call itself was wrong.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise click.UsageError("Name a file or a folder, or use - to read what you paste (end it with Ctrl-D).")
    errors = Console(stderr=True)
    standard_input = sys.stdin.buffer if sys.stdin else None
    tally: Counter[str] = Counter()
    incidents: set[str] = set()
    with errors_said(), open_ledger(address, writing=True, begin=True) as ledger:
        reports = read_reports(paths or ("-",), standard_input, published)
        try:
            with show_progress(errors if errors.is_terminal else None) as advance:
                for outcome in add_reports(ledger, reports, jobs, load or load_coder):
                    advance()
                    if isinstance(outcome, Issue):
                        tally["failed"] += 1
                        click.echo(harmless(outcome.message), err=True)
                        continue
                    tally["new" if outcome.is_new else "known"] += 1
                    incidents |= {line.id for line in outcome.incidents}
        finally:
            click.echo(f"{harmless(ledger.address)}: {_words(tally, len(incidents))}")
    if tally["failed"]:
        raise SystemExit(1)


def _words(tally: Counter[str], incidents: int) -> str:
    said = [f"{counted(tally['new'], 'report')} added, telling of {counted(incidents, 'incident')}"]
    said += [f"{tally['known']:,} already there"] * bool(tally["known"])
    said += [f"{tally['failed']:,} failed"] * bool(tally["failed"])
    return ", ".join(said)
