"""``dateline show``: one incident, with all that was said of it."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from dateline.cli.incident_screen import show_incident
from dateline.cli.options import errors_said, ledger_option
from dateline.cli.screen import open_console
from dateline.ledger import open_ledger
from dateline.pipeline.viewing import view_incident


def _moment(context: click.Context, parameter: click.Parameter, given: str | None) -> date | datetime | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given) if len(given.strip()) <= 10 else datetime.fromisoformat(given.strip())
    except ValueError:
        raise click.BadParameter(
            f"{given!r} is no day and no time. Write it as 2026-01-31 or 2026-01-31T18:00."
        ) from None


@click.command(short_help="Show an incident: its toll over time, claims, reports.")
@click.argument("incident")
@click.option("--as-of", "as_of", callback=_moment, metavar="TIME", help="As the reports published until then told it.")
@click.option("--all", "everything", is_flag=True, help="Every judgement of the linker, not only the surest.")
@ledger_option
def show(incident: str, as_of: date | datetime | None, everything: bool, address: str) -> None:
    """Show an INCIDENT, named by its id or the beginning of it: the toll and how it moved, who said what, the reports
    grouped by independent source, and what was judged and corrected.

    \b
    Examples:
      dateline show 57b8
      dateline show 57b8 --as-of 2026-02-01

    \b
    Exit codes: 0 done, 1 the ledger cannot be read, 2 the call itself was wrong (no such incident, say).
    """
    with errors_said(), open_ledger(address) as ledger:
        view = view_incident(ledger, incident, as_of)
    if not view.events:
        click.echo(f"No report on {view.line.id} had been published by {as_of}.", err=True)
        return
    show_incident(open_console(sys.stdout), view, everything=everything)
