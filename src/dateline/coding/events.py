"""Tell the events of a report apart: find the words that denote them, and group those that denote one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dateline.codebook import load_table
from dateline.language.document import Document, Sentence

Floats = NDArray[np.float32]

#: Odds that a word denotes an event, from which on it is a trigger.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that denotes an event; ``kinds`` are the odds of ACLED's sub-event types."""

    sentence: int
    word: int
    odds: float
    background: float
    kinds: Floats


class Group:
    """Triggers that denote one event, with their sums kept, so that a long report costs no more a word."""

    def __init__(self, trigger: Trigger) -> None:
        self.triggers: list[Trigger] = []
        self.sentences: set[int] = set()
        self.last_sentence = 0
        self._odds = self._background = 0.0
        self._kinds: Floats = np.zeros_like(trigger.kinds)
        self.add(trigger)

    def add(self, trigger: Trigger) -> None:
        """Take in one more trigger."""
        self.triggers.append(trigger)
        self.sentences.add(trigger.sentence)
        self.last_sentence = max(self.last_sentence, trigger.sentence)
        self._odds += trigger.odds
        self._background += trigger.background * trigger.odds
        self._kinds = self._kinds + trigger.kinds * trigger.odds

    @property
    def background(self) -> float:
        """The share of background in the triggers, weighed by their odds."""
        return self._background / self._odds

    @property
    def kinds(self) -> Floats:
        """The odds of the sub-event types over all triggers."""
        scaled: Floats = self._kinds / self._odds
        return scaled


def find_triggers(document: Document) -> list[Trigger]:
    """Return the words of a document that denote events of political violence or unrest."""
    return [trigger for sentence in document.sentences for trigger in _of_sentence(sentence)]


def _of_sentence(sentence: Sentence) -> list[Trigger]:
    if "trigger" not in sentence.odds:
        return []
    main, background = _columns(tuple(sentence.labels["trigger"]))
    odds = sentence.odds["trigger"]
    enough = odds[:, main] + odds[:, background] >= _ENOUGH
    return [
        Trigger(
            sentence.index,
            int(i),
            float(odds[i, main] + odds[i, background]),
            float(odds[i, background] / (odds[i, main] + odds[i, background])),
            sentence.odds["event"][i],
        )
        for i in np.flatnonzero(enough)
    ]


@cache
def _columns(labels: tuple[str, ...]) -> tuple[int, int]:
    return labels.index("main"), labels.index("background")


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for two triggers denoting one event. Chosen on the training dispatches."""

    kind: float
    role: float
    same_sentence: float
    next_sentence: float
    just_told: float
    dates_differ: float
    places_differ: float
    enough: float


def load_weights() -> Weights:
    """Return the weights of the codebook's ``grouping.toml``."""
    return Weights(**load_table("grouping.toml"))


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the place that a trigger's own clause gives, if it gives any."""

    day: object | None = None
    place: str | None = None


def group_triggers(triggers: list[Trigger], settings: list[Setting], weights: Weights) -> list[Group]:
    """Return the events that the triggers denote, each as a group of triggers, in text order."""
    groups: list[Group] = []
    frames: list[list[Setting]] = []
    told = 0
    for trigger, setting in zip(triggers, settings, strict=True):
        scores = [
            _affinity(group, frame, trigger, setting, weights) + weights.just_told * (number == told)
            for number, (group, frame) in enumerate(zip(groups, frames, strict=True))
        ]
        best = max(range(len(groups)), key=lambda i: scores[i], default=None)
        if best is not None and scores[best] >= weights.enough:
            groups[best].add(trigger)
            frames[best].append(setting)
            told = best
        else:
            groups.append(Group(trigger))
            frames.append([setting])
            told = len(groups) - 1
    return groups


def _affinity(group: Group, frame: list[Setting], trigger: Trigger, setting: Setting, weights: Weights) -> float:
    kind = float(np.dot(group.kinds, trigger.kinds)) / float(
        np.linalg.norm(group.kinds) * np.linalg.norm(trigger.kinds) + 1e-9
    )
    gap = trigger.sentence - group.last_sentence
    days = {s.day for s in frame if s.day}
    places = {s.place for s in frame if s.place}
    return (
        weights.kind * kind
        + weights.role * (1 - abs(group.background - trigger.background))
        + weights.same_sentence * (gap == 0)
        + weights.next_sentence * (gap == 1)
        - weights.dates_differ * bool(setting.day and days and setting.day not in days)
        - weights.places_differ * bool(setting.place and places and setting.place not in places)
    )
