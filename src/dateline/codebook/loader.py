"""Read the codebook's data files; each is read once and cached."""

from __future__ import annotations

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

_DATA = files("dateline.codebook") / "data"


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """Return the entries of a plain list, one a line; ``#`` starts a comment.

    >>> "Gen" in load_lines("titles.txt")
    True
    """
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    entries = (line.split("#", 1)[0].strip() for line in lines)
    return tuple(entry for entry in entries if entry)


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return a TOML data file as nested dictionaries. Callers give it types at once."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def codebook_version() -> str:
    """Return a fingerprint of all data files of the codebook, so that every coding names its rules."""
    digest = sha256()
    for path in sorted(_DATA.iterdir(), key=lambda p: p.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def event_type_of(sub_event_type: str) -> str:
    """Return the ACLED event type that a sub-event type belongs to.

    >>> event_type_of("Suicide bomb")
    'Explosions/Remote violence'
    """
    return next(kind for kind, subs in load_table("event_types.toml").items() if sub_event_type in subs)
