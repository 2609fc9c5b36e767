"""The register: every armed actor and state force that is known, found by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from dateline.register.actor import Actor
from dateline.register.countries import load_countries
from dateline.register.files import parse_actors, read_actors
from dateline.register.folder import find_registers
from dateline.register.phrases import Phrases

_DATA = files("dateline.register") / "data"
_REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` to ``last`` (inclusive) that name an actor, and the actors they may mean.

    ``is_acronym`` tells whether the words are an acronym, which many actors may share.
    """

    first: int
    last: int
    candidates: tuple[Actor, ...]
    is_acronym: bool


class Register:
    """Armed actors by every name they go by. Make one with :meth:`open`; it never changes afterwards."""

    def __init__(self, actors: Iterable[Actor], version: str) -> None:
        self.version = version
        self._actors: dict[str, Actor] = {actor.id: actor for actor in actors}
        self._phrases = Phrases[tuple[str, bool]](_spellings())
        for actor in self._actors.values():
            for name in (actor.name, *actor.aliases):
                self._phrases.add(name.removeprefix("The ").removeprefix("the "), (actor.id, False))
            for acronym in actor.acronyms:
                self._phrases.add(acronym, (actor.id, True))

    @classmethod
    def open(cls, extra_paths: Sequence[Path] | None = None) -> Register:
        """Return the register of the package, and of the user's own files or folders of ``*.csv``.

        Without ``extra_paths`` the user's files are those in the data directory. A user's actor takes
        the place of a package's actor of the same id. Raises RegisterMalformed.

        >>> Register.open().find("Baloch Liberation Army").id
        'pk-bla'
        """
        given = find_registers() if extra_paths is None else extra_paths
        paths = [file for path in given for file in (sorted(path.glob("*.csv")) if path.is_dir() else [path])]
        if not paths:
            return _shipped()
        extra = [actor for path in paths for actor in read_actors(path)]
        digest = sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:8]
        return cls((*_shipped(), *extra), f"{_shipped().version}+{digest}")

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def get(self, actor_id: str) -> Actor | None:
        """Return the actor with an id, if there is one."""
        return self._actors.get(actor_id)

    def candidates(self, name: str) -> tuple[Actor, ...]:
        """Return every actor that goes by a name or acronym, in any spelling."""
        plain = name.removeprefix("The ").removeprefix("the ")
        return tuple(self._actors[actor_id] for actor_id, _ in self._phrases.get(plain))

    def find(self, name: str, country: str | None = None) -> Actor | None:
        """Return the one actor that a name means in a country (alpha-2), or None when that is open.

        >>> register = Register.open()
        >>> register.find("BLA", "PK").name
        'Baloch Liberation Army'
        >>> register.find("ADF") is None, register.find("ADF", "CM").name
        (True, 'Ambazonia Defence Forces')
        """
        return choose(self.candidates(name), (country,) if country else ())

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield the names of actors among the words of a sentence, leftmost and longest first.

        Acronyms count only in capitals, names only with a capital in them.
        """
        for first, last, values in self._phrases.matches(words):
            surface = "".join(words[first : last + 1]).replace(".", "")
            found = [(actor_id, short) for actor_id, short in values if self._is_worded(actor_id, short, surface)]
            if found:
                actors = tuple(self._actors[actor_id] for actor_id, _ in found)
                yield Match(first, last, actors, all(short for _, short in found))

    def _is_worded(self, actor_id: str, is_acronym: bool, surface: str) -> bool:
        if is_acronym:
            return surface in self._actors[actor_id].acronyms
        return surface != surface.lower()


def choose(candidates: Sequence[Actor], countries: Sequence[str]) -> Actor | None:
    """Return the one actor that fits the countries at hand, the likeliest first; None when it stays open.

    An actor whose home is the country goes before one that also acts there.
    """
    if len(candidates) == 1:
        return candidates[0]
    for country in countries:
        for fits in (_is_home, Actor.acts_in):
            fitting = [actor for actor in candidates if fits(actor, country)]
            if len(fitting) == 1:
                return fitting[0]
    worldwide = [actor for actor in candidates if not actor.countries]
    return worldwide[0] if len(worldwide) == 1 else None


def _is_home(actor: Actor, country: str) -> bool:
    return actor.countries[:1] == (country,)


@cache
def _shipped() -> Register:
    """Return the register that the package carries, read once."""
    tables = sorted((entry for entry in (_DATA / _REGIONS).iterdir()), key=lambda entry: entry.name)
    texts = [(table.name, table.read_text(encoding="utf-8")) for table in tables if table.name.endswith(".csv")]
    forces = [force for country in load_countries() for force in country.forces()]
    derived = {force.id: force for force in forces}
    listed = [actor for name, text in texts for actor in parse_actors(text.splitlines(), name)]
    digest = sha256("".join(text for _, text in texts).encode()).hexdigest()[:8]
    return Register((*forces, *(_with_forces(actor, derived) for actor in listed)), digest)


def _with_forces(actor: Actor, forces: Mapping[str, Actor]) -> Actor:
    """Return a listed actor that is a country's own military or police with the plain names of that force too."""
    force = forces.get(actor.id)
    return replace(actor, aliases=(*actor.aliases, force.name, *force.aliases)) if force else actor


@cache
def _spellings() -> dict[str, str]:
    """Return the standard spelling of each variant in names."""
    text = (_DATA / "spellings.csv").read_text(encoding="utf-8")
    return {row[0]: row[1] for row in csv.reader(text.splitlines()[1:])}
