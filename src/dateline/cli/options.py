"""What several commands share: which ledger, days, and errors as sentences with their exit code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import click

from dateline.cli.wording import harmless
from dateline.errors import (
    DatelineError,
    DayMalformed,
    EventUnknown,
    IdAmbiguous,
    IncidentUnknown,
    JudgementPointless,
    LedgerAddressMalformed,
)
from dateline.model.record import day_from_text

#: Errors of the call itself: exit code 2.
_WRONG_CALLS = (LedgerAddressMalformed, IncidentUnknown, EventUnknown, IdAmbiguous, JudgementPointless)


class _WrongCall(click.ClickException):
    exit_code = 2


ledger_option = click.option(
    "--ledger",
    "address",
    envvar="DATELINE_LEDGER",
    default="dateline.db",
    show_default=True,
    show_envvar=True,
    metavar="FILE|URL",
    help="The ledger: a file, or a postgresql:// address.",
)


def parse_day(context: click.Context, parameter: click.Parameter, given: str | None) -> date | None:
    """Return the day that an option names."""
    try:
        return day_from_text(given) if given is not None else None
    except DayMalformed as error:
        raise click.BadParameter(str(error)) from None


@contextmanager
def errors_said() -> Iterator[None]:
    """Say what goes wrong in a sentence: exit code 2 where the call was wrong, else 1, and 130 when stopped."""
    try:
        yield
    except DatelineError as error:
        kind = _WrongCall if isinstance(error, _WRONG_CALLS) else click.ClickException
        raise kind(harmless(str(error))) from None
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
        raise SystemExit(130) from None
