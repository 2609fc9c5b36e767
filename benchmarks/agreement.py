"""When two codings of a value agree: names, sources, places, claims."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Any

Coded = dict[str, Any]

#: Words that do not tell one actor from another.
_IDLE_WORDS = """the a an of in on at to and by from with for its their his her group forces force suspected
alleged armed members militants fighters gunmen"""
_IDLE = frozenset(_IDLE_WORDS.split())
_SMALL = frozenset({"of", "the", "and", "al", "for", "in"})
_NEAR_KM = 25


def normal(text: str | None) -> str:
    """Return text in small letters without accents and marks."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text or "") if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", bare.lower()).strip()


def same_name(one: str | None, other: str | None) -> bool:
    """Tell whether two names mean one actor or place: equal, an acronym, or half of their words shared."""
    if not one or not other:
        return False
    if normal(one).replace(" ", "") == normal(other).replace(" ", ""):
        return True
    if _stands_for(one, other) or _stands_for(other, one):
        return True
    left, right = _words(one), _words(other)
    return len(left & right) / len(left | right) >= 0.5


def same_source(one: str | None, other: str | None) -> bool:
    """Tell whether two speakers are one; no speaker agrees only with no speaker."""
    if not one or not other:
        return not one and not other
    left, right = _words(one), _words(other)
    shared = len(left & right) / max(1, min(len(left), len(right)))
    return normal(one) in normal(other) or normal(other) in normal(one) or shared >= 0.5


def same_place(gold: Coded | None, coded: Coded | None) -> bool:
    """Tell whether two locations share their name or lie within 25 km."""
    if not gold or not coded:
        return False
    if same_name(gold.get("name"), coded.get("name")):
        return True
    here, there = ((one.get("lat"), one.get("lon")) for one in (gold, coded))
    return None not in (*here, *there) and _kilometres(here, there) <= _NEAR_KM


def claim_key(claim: Coded, *, grouped: bool = True) -> tuple[str, str, int]:
    """Return what must agree for two claims to be the same figure."""
    return claim["status"], claim["group"] if grouped else "", claim["low"]


def _stands_for(name: str, short: str) -> bool:
    inner = re.search(r"\(([^)]+)\)", name)
    if inner and normal(inner[1]) == normal(short):
        return True
    letters = normal(short).replace(" ", "")
    return 2 <= len(letters) <= 6 and letters == _acronym(re.sub(r"\([^)]*\)", "", name))


def _acronym(name: str) -> str:
    words = [word for word in re.split(r"[^A-Za-z0-9]+", name) if word]
    return "".join(word[0] for word in words if word.lower() not in _SMALL).lower()


def _words(text: str) -> set[str]:
    every = normal(text).split()
    return {word.rstrip("s") for word in every if word not in _IDLE} or {word.rstrip("s") for word in every}


def _kilometres(here: tuple[Any, Any], there: tuple[Any, Any]) -> float:
    (p, x), (q, y) = (tuple(map(math.radians, point)) for point in (here, there))
    half = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((y - x) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))
