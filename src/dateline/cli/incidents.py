"""``dateline incidents``: the incidents of a ledger, as a table, JSON Lines or CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice

import click
from rich.table import Table
from rich.text import Text

from dateline.cli.incident_words import COLUMNS, fields_of, place_words
from dateline.cli.options import errors_said, ledger_option, parse_day
from dateline.cli.screen import open_console
from dateline.cli.wording import bounds_words, days_words, harmless
from dateline.codebook import load_table
from dateline.ledger import Filters, IncidentLine, open_ledger

#: Incidents of a table unless more are asked for: some screens full.
_TABLE = 100
#: A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _kind(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    """Return the type or sub-type in the codebook's spelling, whatever capitals it was given in."""
    if given is None:
        return None
    types = load_table("event_types.toml")
    names = [*types, *(name for several in types.values() for name in several)]
    spelled: dict[str, str] = {name.casefold(): name for name in names}
    if given.casefold().strip() not in spelled:
        raise click.BadParameter(f"{given!r} is no event type. The types are: {'; '.join(types)}.")
    return spelled[given.casefold().strip()]


def _country(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:
    if given is not None and not (len(given) == 2 and given.isascii() and given.isalpha()):
        raise click.BadParameter(f"{given!r} is no country code. Use two letters, such as PK.")
    return given.upper() if given else None


@click.command(short_help="List the incidents of a ledger.")
@ledger_option
@click.option("--country", callback=_country, metavar="CODE", help="Only those in a country, by its two-letter code.")
@click.option("--from", "first", callback=parse_day, metavar="DAY", help="Only those on this day or later.")
@click.option("--to", "last", callback=parse_day, metavar="DAY", help="Only those on this day or earlier.")
@click.option(
    "--type", "kind", callback=_kind, metavar="TYPE", help="Only one event type or sub-event type of ACLED's."
)
@click.option(
    "--min-killed",
    "killed",
    type=click.IntRange(min=0),
    metavar="N",
    help="Only with N or more killed by the best figure.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help=f"At most N; a table has {_TABLE} unless you say."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    default="table",
    show_default=True,
    help="A table for people; an object a line or CSV for programs.",
)
def incidents(
    address: str,
    country: str | None,
    first: date | None,
    last: date | None,
    kind: str | None,
    killed: int | None,
    limit: int | None,
    form: str,
) -> None:
    """List the incidents of a ledger, the latest first: when, where, what, how many killed, how many sources.

    \b
    Examples:
      dateline incidents --country PK --from 2026-01-01 --min-killed 10
      dateline incidents --type "Suicide bomb" --format csv > bombs.csv

    The figure is the best one; show an incident to see who says what, and how it changed.

    \b
    Exit codes: 0 done, 1 the ledger cannot be read, 2 the call itself was wrong.
    """
    filters = Filters(country, first, last, kind, killed)
    most = limit or (_TABLE if form == "table" else None)
    with errors_said(), open_ledger(address) as ledger, ledger.reading() as reader:
        lines = reader.incidents(filters)
        _PRINTERS[form](islice(lines, most))
        if limit is None and next(lines, None):
            click.echo(
                f"These are the latest {_TABLE}. See more with --limit, or fewer with --from or --country.", err=True
            )


def _print_table(lines: Iterable[IncidentLine]) -> None:
    console = open_console(sys.stdout)
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column("incident", no_wrap=True, style="bold")
    table.add_column("when", no_wrap=True)
    table.add_column("where", ratio=3)
    table.add_column("what", ratio=3)
    for name in ("killed", "injured"):
        table.add_column(name, overflow="fold", min_width=9)
    for name in ("reports", "sources"):
        table.add_column(name, justify="right", no_wrap=True)
    for line in lines:
        table.add_row(*(Text(harmless(cell)) for cell in _cells(line)), style="dim" if line.background else "")
    if table.row_count:
        console.print(table)
    else:
        click.echo("No incident.", err=True)


def _cells(line: IncidentLine) -> Iterator[str]:
    yield line.id
    yield days_words(line.first_day, line.last_day)
    yield place_words(line)
    yield f"{line.sub_event_type} (part of {line.part_of})" if line.part_of else line.sub_event_type
    yield bounds_words(line.killed) if line.killed else "–"
    yield bounds_words(line.injured) if line.injured else "–"
    yield f"{line.reports:,}"
    yield f"{line.sources:,}"


def _print_jsonl(lines: Iterable[IncidentLine]) -> None:
    for line in lines:
        click.echo(json.dumps(fields_of(line), ensure_ascii=False).encode())


def _print_csv(lines: Iterable[IncidentLine]) -> None:
    click.echo(_csv_row(COLUMNS), nl=False)
    for line in lines:
        click.echo(_csv_row(map(_safe, fields_of(line).values())), nl=False)


def _csv_row(cells: Iterable[object]) -> bytes:
    row = io.StringIO(newline="")
    csv.writer(row).writerow(cells)
    return row.getvalue().encode()


def _safe(value: object) -> object:
    """Return a cell that a spreadsheet takes for text, never for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


_PRINTERS: dict[str, Callable[[Iterable[IncidentLine]], None]] = {
    "table": _print_table,
    "jsonl": _print_jsonl,
    "csv": _print_csv,
}
