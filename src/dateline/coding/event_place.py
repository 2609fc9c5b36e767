"""Choose the place of each event among the places of its report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.coding.place_candidates import Candidate, Candidates, find_candidates
from dateline.coding.place_nearness import as_told
from dateline.coding.place_reasons import FIRM, Scene, Telling, reasons, set_scenes
from dateline.coding.place_stands import Stand
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.model import Location, PlaceMention, Reason, Span

#: Where an event happened, and the names of its further places.
EventPlace = tuple[Location | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ChosenPlace:
    """Where an event happened, the names of its further places, and what spoke for the place."""

    location: Location | None = None
    others: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


def choose_places(
    document: Document,
    places: Sequence[PlaceMention],
    tellings: Sequence[Telling],
    gazetteer: Gazetteer,
    taken: Sequence[Span] = (),
) -> list[EventPlace]:
    """Return the place of each event of a report: the most specific named one that the report gives it.

    Every mention is weighed by its reasons (place_reasons.py) with the weights of the codebook's
    ``event_place.toml``. A wave over many towns gets the area that holds them, an event of which the report says
    only the country the country, and None where nothing tells even that. Streets and buildings are no event's place,
    nor is a name that no pack knows inside ``taken``, the spans of actors and people.
    """
    return [(one.location, one.others) for one in weigh_places(document, places, tellings, gazetteer, taken)]


def weigh_places(
    document: Document,
    places: Sequence[PlaceMention],
    tellings: Sequence[Telling],
    gazetteer: Gazetteer,
    taken: Sequence[Span] = (),
) -> list[ChosenPlace]:
    """Return what :func:`choose_places` does, with the reasons that weighed most for each place."""
    candidates = find_candidates(document, places, gazetteer, taken)
    if not candidates.places:
        return [ChosenPlace(reasons=(Reason("location", "place_none"),)) for _ in tellings]
    return [_choose(document, candidates, scene) for scene in set_scenes(document, candidates, tellings)]


def choose_place(
    document: Document,
    places: Sequence[PlaceMention],
    triggers: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
) -> EventPlace:
    """Return the place of the only event of a report, told by ``triggers``, (sentence index, word index)."""
    return choose_places(document, places, [Telling(tuple(triggers), "story")], gazetteer)[0]


def _choose(document: Document, candidates: Candidates, scene: Scene) -> ChosenPlace:
    def weighed(number: int, stand: Stand | None) -> dict[str, float]:
        said = reasons(document, candidates, number, stand, scene)
        return {reason: _weights().get(reason, 0.0) * value for reason, value in said.items()}

    def score(number: int, stand: Stand | None) -> float:
        return sum(weighed(number, stand).values())

    mentions = [(number, stand) for number, place in enumerate(candidates.places) for stand in place.stands or (None,)]
    best, stand = max(mentions, key=lambda mention: score(*mention))
    location = candidates.places[best].location
    told = as_told(document, location, stand) if stand else location
    return ChosenPlace(told, _others(candidates, best, scene), _strongest(document, weighed(best, stand), stand))


#: So many of the reasons for a place are named.
_NAMED = 3


def _strongest(document: Document, weighed: dict[str, float], stand: Stand | None) -> tuple[Reason, ...]:
    """Return the reasons that spoke most for a mention, each by the role-free name of the codebook."""
    words = None
    if stand is not None:
        sentence = document.sentences[stand.sentence].words
        words = Span.of(document.text, sentence[stand.first].start, sentence[stand.last].end)
    speaking = sorted((name for name, value in weighed.items() if value > 0), key=lambda name: (-weighed[name], name))
    return tuple(Reason("location", f"place_{_plain(name)}", words) for name in speaking[:_NAMED])


def _plain(name: str) -> str:
    """Return a reason's name without the role of the event."""
    for role in ("_background", "_story", "_main"):
        name = name.removesuffix(role)
    return name


@cache
def _weights() -> dict[str, float]:
    return dict(load_table("event_place.toml")["weights"])


def _others(candidates: Candidates, best: int, scene: Scene) -> tuple[str, ...]:
    """Return the names of the further places tied to an event, without what holds its place."""
    held_by = {outer for outer, inside in candidates.inside.items() if best in inside}
    further = [
        place.location.name
        for number, place in enumerate(candidates.places)
        if number != best and number not in held_by and scene.ties[number] >= FIRM and _is_named(place)
    ]
    return tuple(dict.fromkeys(further))


def _is_named(place: Candidate) -> bool:
    """Tell whether a report names a place in its text, and not a whole country."""
    return place.level != "country" and any(not stand.dateline for stand in place.stands)
