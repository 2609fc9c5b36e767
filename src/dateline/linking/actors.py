"""Whether two events name the same actors, by the register where it knows them and by their words elsewhere."""

from __future__ import annotations

from functools import lru_cache

from dateline.linking.words import tokens
from dateline.model import Event, Stance
from dateline.register import Register


def compare_actors(a: Event, b: Event) -> str:
    """Return in words whether those who did it, or are said to have, are the same."""
    one, other = known_actors(a), known_actors(b)
    if one & other:
        return "the same actor"
    if one and other:
        return "other actors"
    left, right = _words(a), _words(b)
    if not left or not right:
        return "an actor is not said"
    return (
        "actors in the same words" if len(left & right) * 2 >= min(len(left), len(right)) else "actors in other words"
    )


def known_actors(event: Event) -> frozenset[str]:
    """Return the register's ids of the actors that an event names, with those they are a branch of."""
    country = event.location.country_code if event.location else None
    found = (_register_ids(name, country) for name in _names(event))
    return frozenset().union(*found)


def _names(event: Event) -> tuple[str, ...]:
    held = (one.actor for one in event.responsibility if one.stance is not Stance.DENIED)
    return tuple(dict.fromkeys((*event.perpetrators, *held)))


def _words(event: Event) -> set[str]:
    return {word for name in event.perpetrators for word in tokens(name)}


@lru_cache(maxsize=16384)
def _register_ids(name: str, country: str | None) -> frozenset[str]:
    actor = Register.open().find(name, country)
    if actor is None:
        return frozenset()
    return frozenset({actor.id, actor.parent} - {None}) if actor.parent else frozenset({actor.id})
