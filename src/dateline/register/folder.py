"""Where a user's own register files lie in the data directory."""

from __future__ import annotations

from pathlib import Path

from dateline.codebook import data_directory
from dateline.errors import RegisterMalformed
from dateline.register.actor import Actor
from dateline.register.files import read_actors

SUFFIX = ".csv"


def register_path(name: str) -> Path:
    """Return where the register file called ``name`` lies in the data directory."""
    return data_directory() / "register" / f"{name}{SUFFIX}"


def find_registers() -> list[Path]:
    """Return the register files in the data directory, sorted by name; none when there is no such directory."""
    return sorted((data_directory() / "register").glob(f"*{SUFFIX}"))


def add_register(file: Path, name: str | None = None) -> list[Actor]:
    """Keep a register file in the data directory, under its own name by default, and return its actors.

    An older file of the same name is replaced once the new one has been read whole. Raises RegisterMalformed.
    """
    actors = read_actors(file)
    if not actors:
        raise RegisterMalformed(str(file), "the file holds no actor; nothing was changed")
    kept = register_path(Path(name or file.stem).name)
    new = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(file.read_bytes())
        new.replace(kept)
    except OSError as error:
        raise RegisterMalformed(str(kept), str(error)) from error
    return actors
