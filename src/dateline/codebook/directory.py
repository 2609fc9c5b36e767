"""The data directory, where a user's own data lies: packs of places, registers of actors."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_directory() -> Path:
    """Return the directory of the user's data: DATELINE_DATA if it is set, else the platform's own."""
    if given := os.environ.get("DATELINE_DATA"):
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "dateline"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "dateline"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "dateline"
