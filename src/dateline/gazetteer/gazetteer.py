"""The gazetteer: names to places, over the atlas and every pack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path

from dateline.gazetteer.atlas import Atlas, read_atlas
from dateline.gazetteer.folder import find_packs
from dateline.gazetteer.names import fold, skeleton, without_article, without_division_word
from dateline.gazetteer.pack import Pack
from dateline.gazetteer.place import Place, kilometres

_WORLD = files("dateline.gazetteer") / "data" / "world.sqlite"
#: Two packs' points nearer than this under one name in one country are one town.
SAME_TOWN_KM = 15.0
#: A name shorter than this is too short to be told apart by its consonants.
MIN_LIKE, MIN_CONSONANTS, ALIKE = 5, 3, 0.8
#: Countries whose names are never romanised: a name not found there is another name.
WRITTEN_IN_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})


class Gazetteer:
    """Every pack opened, with the atlas before them. Lookups are cached; the same name gives the same places."""

    def __init__(self, packs: Sequence[Pack], atlas: Atlas) -> None:
        self.atlas = atlas
        self._packs = tuple(packs)
        self._known: dict[str, tuple[Place, ...]] = {}

    @classmethod
    def open(cls, paths: Iterable[Path] | None = None) -> Gazetteer:
        """Open the world pack and the packs at ``paths``, by default those in the data directory.

        >>> Gazetteer.open([]).lookup("Quetta")[0].admin1
        'Balochistan'
        """
        extra = find_packs() if paths is None else sorted(paths)
        return cls([Pack(Path(str(_WORLD))), *(Pack(path) for path in extra)], read_atlas())

    @property
    def version(self) -> str:
        """The packs with their versions, as every coded report records them."""
        return " ".join(f"{pack.info.name}@{pack.info.version}" for pack in self._packs)

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The opened packs, the world first."""
        return self._packs

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return every sense of a name: countries and regions first, then by level and population."""
        return self.lookup_all((name,))[name]

    def lookup_all(self, names: Iterable[str]) -> dict[str, tuple[Place, ...]]:
        """Return the senses of many names with one query a pack."""
        keys = {name: fold(name) for name in names}
        unknown = {form for key in keys.values() if key not in self._known for form in _forms(key)}
        if unknown:
            self._learn({key for key in keys.values() if key not in self._known}, unknown)
        return {name: self._known[key] for name, key in keys.items()}

    def lookup_like(self, name: str, country: str) -> Place | None:
        """Return the place of a country that ``name`` may be another romanisation of; None when none or several are.

        >>> Gazetteer.open([]).lookup_like("Jhalakathi", "BD").name
        'Jhalokati'
        """
        key = without_article(without_division_word(fold(name)))
        wanted = skeleton(key)
        if len(key) < MIN_LIKE or len(wanted) < MIN_CONSONANTS or country in WRITTEN_IN_ENGLISH:
            return None
        found: list[Place] = []
        for pack in self._packs:
            for other, place in pack.begin(key[:3], country):
                if place.level < 2 or skeleton(other) != wanted or _is_at(found, place):
                    continue
                if SequenceMatcher(None, key, other).ratio() >= ALIKE:
                    found.append(place)
        return self._in_press(found[0]) if len(found) == 1 else None

    def _learn(self, keys: set[str], forms: set[str]) -> None:
        formal = {fold(d.formal): None for form in forms for d in self.atlas.divisions(form)}
        found = [pack.lookup(forms | set(formal)) for pack in self._packs]
        if len(self._known) > 100_000:
            self._known.clear()
        for key in keys:
            self._known[key] = self._senses(key, found)

    def _senses(self, key: str, found: list[dict[str, list[Place]]]) -> tuple[Place, ...]:
        """Return the senses under the first form of a key that has any."""
        for form in _forms(key):
            senses = list(self.atlas.places(form))
            for pack in found:
                for place in pack.get(form, ()):
                    _add(senses, place)
                for division in self.atlas.divisions(form):
                    for place in pack.get(fold(division.formal), ()):
                        if (place.feature, place.country_code) == ("ADM1", division.country_code):
                            _add(senses, place)
            if senses:
                return tuple(sorted((self._in_press(p) for p in senses), key=_rank))
        return ()

    def _in_press(self, place: Place) -> Place:
        """Return the place with its first division under the name the press gives it."""
        admin1 = self.atlas.division_name(place.country_code, place.admin1)
        if place.feature == "ADM1":
            admin1 = self.atlas.division_name(place.country_code, place.name)
        return place if admin1 == place.admin1 else replace(place, admin1=admin1)


def _forms(key: str) -> tuple[str, ...]:
    """Return the forms under which a folded name may be filed, the nearest first."""
    bare = without_division_word(key)
    forms = (key, key.removeprefix("the "), bare, without_article(key), without_article(bare))
    return tuple(dict.fromkeys(forms))


def _add(senses: list[Place], place: Place) -> None:
    """Add a sense unless it is there, or an earlier pack has it: the same kind, country and spot."""
    if not any(_same(known, place) for known in senses):
        senses.append(place)


def _same(known: Place, place: Place) -> bool:
    if known.country_code != place.country_code:
        return False
    if known.pack == place.pack:
        return (known.id, known.name) == (place.id, place.name)
    if known.level != place.level:
        return False
    return known.level < 2 or kilometres(known, place) < SAME_TOWN_KM


def _is_at(found: list[Place], place: Place) -> bool:
    """Tell whether a place is one of those found, or a division around its namesake town."""
    return any(kilometres(known, place) < 2 * SAME_TOWN_KM for known in found)


def _rank(place: Place) -> tuple[int, int, int]:
    return (place.level, -place.population, place.id)
