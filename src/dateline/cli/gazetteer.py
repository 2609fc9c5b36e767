"""`dateline gazetteer`: add packs of places, and list them."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.errors import DatelineError
from dateline.gazetteer import Gazetteer, compile_pack


@click.group()
def gazetteer() -> None:
    """Packs of places: the world's towns come with the package, villages with packs of your own."""


@gazetteer.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--country", metavar="CODE", help="Keep only the places of one country, by its ISO code.")
@click.option("--name", help="What to call the pack; by default the file's name.")
def add(file: Path, country: str | None, name: str | None) -> None:
    """Compile FILE, a GeoNames dump (text, .gz or .zip), into a pack.

    An older pack of the same name is replaced once the new one is whole.
    """
    try:
        info = compile_pack(file, country, name)
    except DatelineError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"{info.name}: {info.places:,} places, {info.licence}")


@gazetteer.command("list")
def list_packs() -> None:
    """List the packs in use, with version, number of places, licence and source."""
    try:
        packs = Gazetteer.open().packs
    except DatelineError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    for pack in packs:
        said = pack.info
        click.echo(f"{said.name}\t{said.version}\t{said.places:,} places\t{said.licence}\t{said.source}")
