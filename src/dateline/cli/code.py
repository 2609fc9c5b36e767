"""``dateline code``: reports in, coded reports out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import BinaryIO

import click
from rich.console import Console

from dateline.cli.progress import show_progress
from dateline.cli.screen import open_console, show_report
from dateline.cli.wording import harmless
from dateline.errors import DatelineError, DayMalformed
from dateline.model import CodedReport, Issue
from dateline.model.contract import issue_to_contract, to_contract
from dateline.model.record import day_from_text
from dateline.pipeline import LoadCoder, add_tolls, code_many, load_coder
from dateline.reading import read_reports
from dateline.tolls import Policy

Result = CodedReport | Issue
Write = Callable[[Result], None]


def _day(context: click.Context, parameter: click.Parameter, given: str | None) -> date | None:
    try:
        return day_from_text(given) if given is not None else None
    except DayMalformed as error:
        raise click.BadParameter(str(error)) from None


@click.command(short_help="Read reports, print what they say happened.")
@click.argument("paths", nargs=-1, metavar="[PATH ... | -]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="A table for people, or an object a line for programs.",
)
@click.option(
    "--published",
    callback=_day,
    metavar="DAY",
    help="The day (YYYY-MM-DD) of the reports that do not carry their own; it gives words like 'Friday' their date.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes to code with.")
@click.option(
    "--toll",
    "policy",
    type=click.Choice([policy.value for policy in Policy]),
    default=Policy.DATELINE.value,
    show_default=True,
    help="How claims come to low, best and high; docs/tolls.md says what each policy does.",
)
@click.option("--explain", is_flag=True, help="Say for every field which words and which rule or head decided it.")
@click.pass_obj
def code(
    load: LoadCoder | None,
    paths: tuple[str, ...],
    form: str,
    published: date | None,
    jobs: int,
    policy: str,
    explain: bool,
) -> None:
    """Read reports and print what each says happened: where, when, who did it to whom, and how many were
    harmed according to whom, each with the words it was found in.

    A PATH is a text file (one report), a file of JSON Lines (an object with at least a "text" a line), or a
    folder of both; - is standard input. Reports must be in English.

    \b
    Examples:
      dateline code dispatch.txt --published 2026-01-31
      dateline code examples/dispatches
      dateline code --format jsonl --jobs 2 archive.jsonl > coded.jsonl
      cat dispatch.txt | dateline code --format jsonl -
      dateline code --toll acled --explain dispatch.txt

    What cannot be coded is named on standard error and never stops the rest.

    \b
    Exit codes: 0 all was coded, 1 some input failed, 2 the call itself was wrong.
    """
    if not paths and (sys.stdin is None or sys.stdin.isatty()):
        raise click.UsageError("Name a file or a folder, or use - to read what you paste (end it with Ctrl-D).")
    standard_input = sys.stdin.buffer if sys.stdin else None
    results = _with_tolls(
        code_many(read_reports(paths or ("-",), standard_input, published), jobs, load or load_coder), Policy(policy)
    )
    console = open_console(sys.stdout)
    write: Write = _table_writer(console, explain)
    if form == "jsonl":
        write = _jsonl_writer(sys.stdout.buffer, explain)
    failures = 0
    try:
        with show_progress(_progress_screen(console, form)) as advance:
            for result in results:
                advance()
                write(result)
                failures += _named(result)
    except DatelineError as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        raise SystemExit(130) from None
    if failures:
        raise SystemExit(1)


def _with_tolls(results: Iterable[Result], policy: Policy) -> Iterator[Result]:
    """Yield the results with their tolls by a policy; the coder reckons by the default one."""
    for result in results:
        if isinstance(result, CodedReport) and policy is not Policy.DATELINE:
            yield add_tolls(result, policy)
        else:
            yield result


def _table_writer(console: Console, explain: bool) -> Write:
    def write(result: Result) -> None:
        if isinstance(result, CodedReport):
            show_report(console, result, explain=explain)

    return write


def _jsonl_writer(stream: BinaryIO, explain: bool) -> Write:
    def write(result: Result) -> None:
        found = issue_to_contract(result) if isinstance(result, Issue) else to_contract(result, reasons=explain)
        stream.write(json.dumps(found, ensure_ascii=False).encode() + b"\n")
        stream.flush()

    return write


def _named(result: Result) -> bool:
    """Name a failed input on standard error; tell whether it was one."""
    if isinstance(result, Issue):
        click.echo(harmless(result.message), err=True)
        return True
    return False


def _progress_screen(console: Console, form: str) -> Console | None:
    """Return where progress is shown: wherever a person looks and the output does not go."""
    errors = Console(stderr=True)
    screen = console if console.is_terminal and form == "table" else errors
    return screen if screen.is_terminal and not (console.is_terminal and form == "jsonl") else None
