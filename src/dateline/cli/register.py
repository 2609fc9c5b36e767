"""`dateline register`: add files of armed actors, and list them."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.errors import DatelineError
from dateline.register import Register, add_register, find_registers, read_actors


@click.group()
def register() -> None:
    """Armed actors: the world's groups and forces come with the package, further ones with files of your own."""


@register.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call the file in the data directory; by default its own name.")
def add(file: Path, name: str | None) -> None:
    """Keep FILE, a comma-separated table with the columns id, name and kind.

    Further columns are acronyms, aliases (parted by semicolons), countries (ISO codes), from, to, parent and
    source. An actor takes the place of the package's actor of the same id. An older file of the same name is
    replaced once the new one has been read whole.
    """
    try:
        actors = add_register(file, name)
    except DatelineError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"{name or file.stem}: {len(actors):,} actors")


@register.command("list")
def list_registers() -> None:
    """List the register files in use, with the number of their actors."""
    try:
        shipped = Register.open([])
        click.echo(f"dateline\t{shipped.version}\t{len(shipped):,} actors")
        for path in find_registers():
            click.echo(f"{path.stem}\t{path}\t{len(read_actors(path)):,} actors")
    except DatelineError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
