"""``dateline judge``: a person's word on whether two events are one happening."""

from __future__ import annotations

import click

from dateline.cli.incident_words import headline
from dateline.cli.options import errors_said, ledger_option
from dateline.cli.wording import harmless
from dateline.ledger import open_ledger
from dateline.model import Verdict
from dateline.pipeline.judging import judge as judge_events


@click.command(short_help="Say that two events are one happening, or two.")
@click.argument("event")
@click.argument("other")
@click.argument("verdict", type=click.Choice([Verdict.SAME.value, Verdict.DIFFERENT.value]))
@click.option("--by", required=True, metavar="NAME", help="Who judges.")
@click.option("--why", required=True, metavar="TEXT", help="The reason, for those who come after.")
@ledger_option
def judge(event: str, other: str, verdict: str, by: str, why: str, address: str) -> None:
    """Record that two events of a ledger are the same happening, or different ones.

    Events are named as `dateline show` prints them: the report's id, or the beginning of it, a slash and the event.
    Incidents merge and split accordingly. A judgement is never overwritten: to change your mind, judge again; the
    last one of a person counts, and no machine undoes it.

    \b
    Example:
      dateline judge 66bed202/e1 1f40c3aa/e2 same --by "R. Okafor" --why "both name the Naciria police station"
    """
    for name, text in (("--by", by), ("--why", why)):
        if not text.strip():
            raise click.BadParameter("it says nothing.", param_hint=name)
    with errors_said(), open_ledger(address, writing=True) as ledger:
        lines = judge_events(ledger, event, other, Verdict(verdict), by.strip(), why.strip())
    if len(lines) == 1:
        click.echo(harmless(f"One incident now: {headline(lines[0])}"))
        return
    click.echo("Two incidents now:")
    for line in lines:
        click.echo(harmless(f"  {headline(line)}"))
