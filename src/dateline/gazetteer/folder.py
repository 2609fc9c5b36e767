"""Where a user's packs lie in the data directory."""

from __future__ import annotations

from pathlib import Path

from dateline.codebook import data_directory

SUFFIX = ".places.sqlite"


def pack_path(name: str) -> Path:
    """Return where the pack called ``name`` lies in the data directory."""
    return data_directory() / "gazetteer" / f"{name}{SUFFIX}"


def find_packs() -> list[Path]:
    """Return the packs in the data directory, sorted by name; none when there is no such directory."""
    return sorted((data_directory() / "gazetteer").glob(f"*{SUFFIX}"))
