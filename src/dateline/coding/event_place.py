"""Choose the place of an event among the places of its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.place_ties import tie
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document, Sentence
from dateline.model import Location, PlaceMention

#: What one more trigger counts against the one before it.
DECAY = 0.85
#: What a place in a sentence before or after the trigger's counts, and what each sentence further takes away.
BEFORE, AFTER, APART = 1.6, 0.9, 0.25
#: Other places of the event: tied to a trigger at least so firmly.
FIRM = 2.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place mention with the words it stands on; ``usable`` is False inside the name of something else."""

    mention: PlaceMention
    sentence: int
    first: int
    last: int
    usable: bool

    @property
    def key(self) -> str:
        """What makes two mentions one place."""
        return self.mention.span.quote.casefold()


def choose_place(
    document: Document,
    places: Sequence[PlaceMention],
    triggers: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
) -> tuple[Location | None, tuple[str, ...]]:
    """Return where an event happened and the names of its further places.

    ``triggers`` are (sentence index, word index) of the words that tell of the event, the most important first.
    The most specific place tied to them by syntax wins, then the nearest named before, then the country of the
    people spoken of; None when the report gives none.
    """
    candidates = [c for c in _stand(document, places) if c.usable]
    scores: dict[str, float] = {}
    ties: dict[str, float] = {}
    for candidate in candidates:
        score, firmest = _score(document, candidate, triggers)
        if score > scores.get(candidate.key, -9.0):
            scores[candidate.key] = score
        ties[candidate.key] = max(ties.get(candidate.key, 0.0), firmest)
    if not scores:
        return _country_of_people(document, triggers, gazetteer), ()
    first = {candidate.key: candidate for candidate in reversed(candidates)}
    best = max(scores, key=lambda key: (scores[key], -first[key].mention.span.start))
    chosen = first[best].mention.location
    others = tuple(
        first[key].mention.location.name
        for key in sorted(ties, key=lambda key: first[key].mention.span.start)
        if key != best and ties[key] >= FIRM and not _holds(first[key].mention.location, chosen)
    )
    return chosen, others


def _stand(document: Document, places: Sequence[PlaceMention]) -> list[Candidate]:
    """Find the words of each mention."""
    by_start = {word.start: (s.index, word.index) for s in document.sentences for word in s.words}
    found = []
    for mention in places:
        if mention.span.start not in by_start:
            continue
        sentence, first = by_start[mention.span.start]
        words = document.sentences[sentence].words
        last = first
        while last + 1 < len(words) and words[last + 1].start < mention.span.end:
            last += 1
        found.append(Candidate(mention, sentence, first, last, _is_free(document.sentences[sentence], first, last)))
    return found


def _is_free(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether words stand by themselves, not inside the name of a person or an organisation."""
    return not any(name.kind != "LOC" and name.first <= first and last <= name.last for name in sentence.names)


def _score(document: Document, candidate: Candidate, triggers: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return how well a mention fits the triggers, and how firmly syntax ties it to one of them."""
    levels = load_table("event_place.toml")["levels"]
    level = levels[candidate.mention.location.precision]
    total, firmest, weight = 0.0, 0.0, 1.0
    best = 0.0
    for sentence, word in triggers or [(0, -1)]:
        if sentence == candidate.sentence:
            strength = tie(document.sentences[sentence], candidate.first, candidate.last, word)
            firmest = max(firmest, strength)
        else:
            apart = sentence - candidate.sentence
            strength = (BEFORE - APART * (apart - 1)) if apart > 0 else (AFTER + APART * (apart + 1))
            strength = max(0.1, strength) * tie(document.sentences[candidate.sentence], candidate.first, candidate.last, -1)
        best = max(best, strength * weight)
        total += 0.15 * strength * weight
        weight *= DECAY
    return best + total + level, firmest


def _holds(outer: Location, inner: Location) -> bool:
    """Tell whether a country or first division is the one an inner place lies in."""
    if outer.precision == "country":
        return outer.country_code == inner.country_code
    return outer.precision == "admin1" and outer.admin1 == inner.admin1


def _country_of_people(
    document: Document, triggers: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> Location | None:
    """Return the country whose people the triggers' sentences, or else the report, speak of most."""
    near = {sentence for sentence, _ in triggers}
    weight: dict[str, float] = defaultdict(float)
    for sentence in document.sentences:
        for word in sentence.words:
            if word.text[0].isupper() and (code := gazetteer.atlas.people(word.text)):
                weight[code] += 3.0 if sentence.index in near else 1.0
    if not weight:
        return None
    code = max(sorted(weight), key=lambda c: weight[c])
    place = gazetteer.atlas.countries[code].place
    return Location(place.name, place.id, "PCLI", None, place.name, code, place.lat, place.lon, "country")
