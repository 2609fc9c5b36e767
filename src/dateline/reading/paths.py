"""From what was named to what is read: files as they are, folders as the reports inside them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import InputMissing, InputUnreadable

#: Endings of the files that a folder is searched for; a file named outright may have any name.
REPORT_ENDINGS = frozenset({".txt", ".jsonl", ".ndjson", ".html", ".htm"})


def find_files(path: str) -> Iterator[Path]:
    """Yield the file at ``path``, or the files with report endings below it, in the order of their names.

    Hidden files and folders are passed over, and links to folders are not followed. Raises InputMissing for a
    path that does not exist and InputUnreadable for a folder without reports.
    """
    place = Path(path)
    if not place.is_dir():
        if not place.exists():
            raise InputMissing(printable(path))
        yield place
        return
    found = False
    for file in _walk(place):
        found = True
        yield file
    if not found:
        endings = ", ".join(sorted(REPORT_ENDINGS))
        raise InputUnreadable(printable(path), f"the folder holds no reports (files that end in {endings}).")


def printable(path: str | os.PathLike[str]) -> str:
    """Return a path as text that can be written anywhere, also when its bytes are not UTF-8.

    >>> printable("news/\\udcff.txt")
    'news/\\ufffd.txt'
    """
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(parent, name)
            if not name.startswith(".") and file.suffix.lower() in REPORT_ENDINGS and file.is_file():
                yield file
