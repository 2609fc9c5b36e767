"""Fit the weights by which the coder chooses the place of an event, and write them into the codebook.

    python -m training.fit_event_place [--shared ../shared] [--cache DIR] [--dry]

Every event of the training dispatches is a choice among all mentions of places in its report (coding/place_reasons.py):
a log-linear model learns what each reason counts. It starts from the events as their annotated triggers tell them and
learns from those that the coder finds: examples of both kinds together, and the invented dispatches, made it no better
on reports held out (.68 each way). The strength of the prior is chosen by cross-validation over reports.
Needs only numpy; repeats exactly for one language model and one gazetteer. With the parses cached it takes under a minute.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.agreement import same_place
from benchmarks.scoring import pair
from dateline.coding.coder import ReportCoder
from dateline.coding.event_place import ChosenPlace
from dateline.coding.place_candidates import Candidates, find_candidates
from dateline.coding.place_reasons import Telling, reasons, set_scenes
from dateline.coding.place_stands import Stand
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.language.parser import Parser, load_parser
from dateline.model import PlaceMention, Report, Span
from dateline.model.contract import to_contract
from dateline.register import Register

Json = dict[str, Any]
Floats = NDArray[np.float64]
Weights = dict[str, float]

CODEBOOK = Path("src/dateline/codebook/data/event_place.toml")
ANNOTATIONS = Path("training/annotations/dispatches.jsonl")
#: Priors tried (the inverse variance of a weight), and how the fit descends.
PRIORS, FOLDS, STEPS, RATE = (0.5, 1.0, 1.5, 2.5, 6.0), 5, 800, 0.05
#: Weights smaller than this say nothing and are left out.
LEAST = 0.02


@dataclass(frozen=True)
class Choice:
    """An event before the mentions of its report: the reasons of each, and which of them are at its place."""

    report: str
    reasons: list[dict[str, float]]
    right: list[bool]


class CachedParser(Parser):
    """A parser that keeps each parse in a folder, under the hash of its text and the version of the model."""

    def __init__(self, parser: Parser, folder: Path) -> None:
        self._parser, self._folder, self.version = parser, folder / parser.version, parser.version
        self._folder.mkdir(parents=True, exist_ok=True)

    def parse(self, text: str) -> Document:
        """Return the parse of a text, from the folder where it is there."""
        file = self._folder / hashlib.sha256(text.encode()).hexdigest()
        if file.exists():
            return pickle.loads(file.read_bytes())  # type: ignore[no-any-return]  # noqa: S301
        document = self._parser.parse(text)
        file.write_bytes(pickle.dumps(document))
        return document


@dataclass(frozen=True)
class Asked:
    """One call of weigh_places by the coder: all that decides about the places of a report's events."""

    document: Document
    candidates: Candidates
    tellings: Sequence[Telling]

    def alternatives(self) -> list[tuple[int, Stand | None]]:
        """Return every mention that may be the place of an event, with the number of its candidate."""
        return [(n, stand) for n, place in enumerate(self.candidates.places) for stand in place.stands or (None,)]

    def said(self) -> Iterator[list[dict[str, float]]]:
        """Yield for each event the reasons of every alternative."""
        for scene in set_scenes(self.document, self.candidates, self.tellings):
            yield [reasons(self.document, self.candidates, n, stand, scene) for n, stand in self.alternatives()]

    def choose(self, weights: Weights) -> list[ChosenPlace]:
        """Return the place of each event by some weights."""
        places = [self.candidates.places[n].location for n, _ in self.alternatives()]
        if not places:
            return [ChosenPlace() for _ in self.tellings]
        return [ChosenPlace(places[int(np.argmax([score(said, weights) for said in event]))]) for event in self.said()]

    def choice(self, report: Json, event: Json, said: list[dict[str, float]]) -> Choice | None:
        """Return an event as an example, None where the gold names no place or none of the mentions is it."""
        gold = event["location"] or {}
        places = [self.candidates.places[n].location for n, _ in self.alternatives()]
        right = [
            bool(gold.get("name"))
            and gold.get("country_code") == place.country_code
            and same_place(gold, {"name": place.name, "lat": place.lat, "lon": place.lon})
            for place in places
        ]
        return Choice(report["id"], said, right) if gold.get("name") else None


def score(said: dict[str, float], weights: Weights) -> float:
    """Return the log odds that reasons add up to."""
    return sum(weights.get(reason, 0.0) * value for reason, value in said.items())


def code(coder: ReportCoder, gazetteer: Gazetteer, report: Json, weights: Weights) -> tuple[Json, Asked | None]:
    """Code a report with some weights; return what was coded and what decided about its events' places."""
    asked: list[Asked] = []

    def record(
        document: Document,
        places: Sequence[PlaceMention],
        tellings: Sequence[Telling],
        _: Gazetteer,
        taken: Sequence[Span] = (),
    ) -> list[ChosenPlace]:
        asked.append(Asked(document, find_candidates(document, places, gazetteer, taken), tellings))
        return asked[0].choose(weights)

    published = date.fromisoformat(report["published"]) if report["published"] else None
    with patch("dateline.coding.coder.weigh_places", record):
        coded = coder.code(Report(report["text"], id=report["id"], title=report["title"], published=published))
    return to_contract(coded), asked[0] if asked else None


def coded_choices(coder: ReportCoder, gazetteer: Gazetteer, reports: list[Json], weights: Weights) -> list[Choice]:
    """Return the events that the coder finds, paired with the gold events, as examples."""
    found: list[Choice | None] = []
    for report in reports:
        coded, asked = code(coder, gazetteer, report, weights)
        if asked is None or not asked.candidates.places:
            continue
        said = list(asked.said())
        events = coded["events"]
        found += [asked.choice(report, one, said[events.index(other)]) for one, other in pair(report["events"], events)]
    return [choice for choice in found if choice]


def annotated_choices(coder: ReportCoder, gazetteer: Gazetteer, reports: list[Json]) -> list[Choice]:
    """Return the gold events with their annotated triggers as examples."""
    notes = {note["id"]: note for note in map(json.loads, ANNOTATIONS.read_text(encoding="utf-8").splitlines())}
    found: list[Choice | None] = []
    for report in reports:
        _, asked = code(coder, gazetteer, report, {})
        if asked is None or not asked.candidates.places or report["id"] not in notes:
            continue
        told = triggers_of(asked.document, notes[report["id"]])
        events = [event for event in report["events"] if event["id"] in told]
        mains = sum(event["role"] == "main" for event in report["events"])
        main = "story" if mains == 1 else "main"
        tellings = [Telling(tuple(told[e["id"]]), main if e["role"] == "main" else "background") for e in events]
        said = Asked(asked.document, asked.candidates, tellings).said()
        found += [asked.choice(report, event, its) for event, its in zip(events, said, strict=True)]
    return [choice for choice in found if choice]


def triggers_of(document: Document, note: Json) -> dict[str, list[tuple[int, int]]]:
    """Return the annotated triggers of each event, as sentence and word."""
    at = {word.start: (sentence.index, word.index) for sentence in document.sentences for word in sentence.words}
    told: dict[str, list[tuple[int, int]]] = {}
    for event, start, _ in note["triggers"]:
        if start in at:
            told.setdefault(event, []).append(at[start])
    return told


def fit(choices: Sequence[Choice], prior: float) -> Weights:
    """Return the weights under which the right mentions are likeliest: Adam from zero, with a normal prior."""
    choices = [choice for choice in choices if any(choice.right)]
    names = sorted({name for choice in choices for said in choice.reasons for name in said})
    column = {name: i for i, name in enumerate(names)}
    table = np.zeros((sum(len(choice.right) for choice in choices), len(names)))
    for row, said in enumerate(said for choice in choices for said in choice.reasons):
        table[row, [column[name] for name in said]] = list(said.values())
    right = np.array([ok for choice in choices for ok in choice.right], dtype=float)
    sizes = [len(choice.right) for choice in choices]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(choices)), sizes)

    def slope(weights: Floats) -> Floats:
        logits = table @ weights
        raw = np.exp(logits - np.maximum.reduceat(logits, starts)[of])
        good = raw * right
        expected = raw / np.add.reduceat(raw, starts)[of] - good / np.add.reduceat(good, starts)[of]
        return np.asarray(table.T @ expected + prior * weights)

    return dict(zip(names, map(float, descend(slope, len(names))), strict=True))


def descend(slope: Callable[[Floats], Floats], size: int) -> Floats:
    """Return where Adam comes to rest from zero."""
    weights, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        here = slope(weights)
        first, second = 0.9 * first + 0.1 * here, 0.99 * second + 0.01 * here**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def accuracy(choices: Sequence[Choice], weights: Weights) -> float:
    """Return the share of events whose likeliest mention is at their place."""
    hits = [choice.right[int(np.argmax([score(s, weights) for s in choice.reasons]))] for choice in choices]
    return float(np.mean(hits))


def cross_validate(choices: Sequence[Choice], prior: float) -> float:
    """Return the accuracy of weights fitted on other reports."""
    fold = {id_: i % FOLDS for i, id_ in enumerate(sorted({choice.report for choice in choices}))}
    hits = 0.0
    for k in range(FOLDS):
        held = [choice for choice in choices if fold[choice.report] == k]
        hits += accuracy(held, fit([choice for choice in choices if fold[choice.report] != k], prior)) * len(held)
    return hits / len(choices)


def write(weights: Weights, file: Path = CODEBOOK) -> None:
    """Put the weights into the last table of the codebook's file."""
    mark = "[weights]\n"
    head = file.read_text(encoding="utf-8").partition(mark)[0]
    lines = [f"{name} = {value:.2f}\n" for name, value in sorted(weights.items()) if abs(value) >= LEAST]
    file.write_text(head + mark + "".join(lines), encoding="utf-8")


def main() -> None:
    """Fit on the training dispatches, print how well it does on reports held out of the fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "dateline-parses")
    parser.add_argument("--dry", action="store_true", help="print the figures, write nothing")
    given = parser.parse_args()
    file = given.shared / "benchmarks/dispatches/train.jsonl"
    reports = [r for r in map(json.loads, file.read_text(encoding="utf-8").splitlines()) if r["events"]]
    gazetteer = Gazetteer.open([])
    coder = ReportCoder(CachedParser(load_parser(1), given.cache), gazetteer, Register.open())
    annotated = annotated_choices(coder, gazetteer, reports)
    coded = coded_choices(coder, gazetteer, reports, fit(annotated, PRIORS[1]))
    reached = {prior: cross_validate(coded, prior) for prior in PRIORS}
    best = max(PRIORS, key=lambda prior: reached[prior])
    print({prior: round(value, 4) for prior, value in reached.items()}, f"of {len(coded)} events, prior {best}")
    if not given.dry:
        write(fit(coded, best))


if __name__ == "__main__":
    main()
