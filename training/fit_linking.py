"""Learn the weights of linking from coded reports whose incidents are known, and write them where a person can read them.

    python -m training.fit_linking CODED.jsonl GOLD.jsonl [CODED.jsonl GOLD.jsonl ...] [--check CODED.jsonl GOLD.jsonl]

CODED is what ``dateline code --format jsonl`` writes; GOLD has "id" and, for a report of one incident, "incident", or
else "events" with an "incident" each (the guide's coding), which are paired with the coded events by the dispatches'
scorer. Writes src/dateline/linking/data/weights.toml: a logistic regression over the levels of the comparisons, drawn to
what linking_prior.toml expects, each set of reports with the same say. Thresholds are the prior's.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.linking.blocks import block_keys, lookup_keys
from dateline.linking.cluster import cluster_events
from dateline.linking.compare import Comparison, compare_facts, compare_texts
from dateline.linking.weights import Weights, load_weights, read_weights
from dateline.model import Judgement, ReportedEvent, Verdict
from dateline.model.coding_record import from_contract, issue_from_contract

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/dateline/linking/data/weights.toml"
SHARED = ROOT.parent / "shared"
PRIOR = Path(__file__).with_name("linking_prior.toml")
#: How strongly the weights are drawn to the prior, in pairs that would have to say otherwise.
RIDGE = 1.0


@dataclass(frozen=True)
class Pair:
    """Two events, what the comparisons say, and whether they are one (None where that is not known)."""

    first: str
    second: str
    comparisons: tuple[Comparison, ...]
    is_same: bool | None


@dataclass(frozen=True)
class Known:
    """A set of events with the incidents of those that are known, and its pairs."""

    keys: tuple[str, ...]
    incidents: Mapping[str, str]
    pairs: tuple[Pair, ...]


def read(coded: Path, gold: Path) -> Known:
    """Return the events of coded reports with their incidents by hand."""
    rows = {row["id"]: row for row in map(json.loads, coded.open(encoding="utf-8"))}
    events: list[ReportedEvent] = []
    incidents: dict[str, str] = {}
    for truth in map(json.loads, gold.open(encoding="utf-8")):
        row = rows.get(truth["id"])
        if row is None or issue_from_contract(row):
            continue
        report = from_contract(row)
        events += (ReportedEvent(report.report, event) for event in report.events)
        incidents |= {f"{truth['id']}/{event}": incident for event, incident in _truth(truth, row)}
    return Known(tuple(one.key for one in events), incidents, tuple(_pairs(events, incidents)))


def _truth(gold: dict[str, Any], row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the ids of coded events with their incidents."""
    if "incident" in gold:
        main = [event for event in row["events"] if event["role"] == "main"] or row["events"]
        yield from ((event["id"], gold["incident"]) for event in main[:1])
        return
    for truth, event in _scorer().pair(gold["events"], row["events"]):
        yield event["id"], truth["incident"]


def _pairs(events: Sequence[ReportedEvent], incidents: Mapping[str, str]) -> Iterator[Pair]:
    blocks: dict[str, list[ReportedEvent]] = defaultdict(list)
    for one in events:
        for key in block_keys(one):
            blocks[key].append(one)
    done: set[tuple[str, str]] = set()
    for one in events:
        others = {other.key: other for key in lookup_keys(one) for other in blocks[key]}
        for other in others.values():
            pair = (min(one.key, other.key), max(one.key, other.key))
            if other.report.id != one.report.id and pair not in done:
                done.add(pair)
                ours, theirs = incidents.get(one.key), incidents.get(other.key)
                same = ours == theirs if ours and theirs else None
                yield Pair(*pair, (*compare_facts(one, other), *compare_texts(one, other)), same)


def fit(sets: Sequence[Known], prior: Weights, ridge: float = RIDGE) -> Weights:
    """Return the weights that best tell pairs that are one from pairs that are not, each set with the same say."""
    levels = [(name, level) for name, table in prior.levels.items() for level in table]
    place = {level: number + 1 for number, level in enumerate(levels)}
    expected = np.array([prior.start, *(prior.weight(level) for level in levels)])
    rows, truth, say = [], [], []
    for known in sets:
        taught = [pair for pair in known.pairs if pair.is_same is not None]
        for pair in taught:
            row = np.zeros(len(expected))
            row[[0, *(place[level] for level in pair.comparisons if level in place)]] = 1
            rows.append(row)
            truth.append(float(bool(pair.is_same)))
            say.append(1 / len(taught))
    weights = _regress(np.array(rows), np.array(truth), np.array(say) * len(say) / len(sets), expected, ridge)
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, level), number in place.items():
        table[name][level] = round(float(weights[number]), 2)
    return replace(prior, start=round(float(weights[0]), 2), levels=dict(table))


def _regress(x: Any, y: Any, say: Any, expected: Any, ridge: float, steps: int = 60) -> Any:
    """Return the weights of a logistic regression drawn to what is expected, by Newton's method with damped steps."""
    weights = expected.copy()
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (say * (y - p)) - ridge * (weights - expected)
        bend = (x * (say * p * (1 - p))[:, None]).T @ x + ridge * np.eye(x.shape[1])
        step = np.linalg.solve(bend, slope)
        weights = weights + step * min(1.0, 0.5 / np.abs(step).max())
    return weights


def b_cubed(known: Known, weights: Weights) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 over the events whose incident is known."""
    judged = (
        Judgement(pair.first, pair.second, _verdict(score, weights), score, "", None, "")
        for pair in known.pairs
        for score in [weights.probability(pair.comparisons)]
    )
    found = {key: one.id for one in cluster_events(known.keys, judged) for key in one.events}
    score: dict[str, float] = _scorer().b_cubed([(known.incidents[key], found[key]) for key in sorted(known.incidents)])
    return score


def _verdict(score: float, weights: Weights) -> Verdict:
    if score >= weights.same:
        return Verdict.SAME
    return Verdict.DIFFERENT if score <= weights.different else Verdict.UNSURE


def as_toml(weights: Weights) -> str:
    """Return the weights as the file that the package reads."""
    lines = [
        "# Made by training/fit_linking.py. Log-odds (base e) that two events are one happening: a start, and what each",
        "# comparison's level adds. Events are the same from the probability `same` on, different up to `different`.",
        "[verdict]",
        f"start = {weights.start}",
        f"same = {weights.same}",
        f"different = {weights.different}",
    ]
    for name, levels in weights.levels.items():
        lines += ["", f"[{name}]", *(f"{json.dumps(level)} = {weight}" for level, weight in levels.items())]
    return "\n".join(lines) + "\n"


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "benchmarks/dispatches/score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("the dispatches' scorer is not in ../shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="CODED GOLD")
    parser.add_argument("--check", nargs=2, action="append", type=Path, default=[], metavar=("CODED", "GOLD"))
    given = parser.parse_args()
    sets = [read(coded, gold) for coded, gold in _twos(given.files)]
    weights = load_weights()
    if sets:
        weights = fit(sets, read_weights(PRIOR.read_text(encoding="utf-8")))
        OUT.write_text(as_toml(weights), encoding="utf-8")
    for name, known in [*zip(given.files[::2], sets, strict=True), *((c, read(c, g)) for c, g in given.check)]:
        print(name, len(known.keys), "events", len(known.pairs), "pairs", b_cubed(known, weights))


def _twos(files: Sequence[Path]) -> Iterable[tuple[Path, Path]]:
    return zip(files[::2], files[1::2], strict=True)


if __name__ == "__main__":
    main()
