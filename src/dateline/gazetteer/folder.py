"""The data directory, where a user's packs lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

SUFFIX = ".places.sqlite"


def data_directory() -> Path:
    """Return the directory of the user's data: DATELINE_DATA if it is set, else the platform's own."""
    if given := os.environ.get("DATELINE_DATA"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "dateline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "dateline"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "dateline"


def pack_path(name: str) -> Path:
    """Return where the pack called ``name`` lies in the data directory."""
    return data_directory() / "gazetteer" / f"{name}{SUFFIX}"


def find_packs() -> list[Path]:
    """Return the packs in the data directory, sorted by name; none when there is no such directory."""
    return sorted((data_directory() / "gazetteer").glob(f"*{SUFFIX}"))
