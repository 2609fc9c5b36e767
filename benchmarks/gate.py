"""The accuracy gate: every figure has a floor in floors.json, which may rise and never sinks.

    python benchmarks/gate.py             codes, scores, and fails where a figure is below its floor
    python benchmarks/gate.py --update    raises the floors to what is measured now; refuses to lower one

The examples are always measured; the dispatches' dev set, and the language model on the development sets of UD
English and Universal NER, where they lie beside the project. DATELINE_BENCHMARKS names another place for them.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.scoring import score  # noqa: E402  the project is no package on the path when this runs as a script
from dateline import code_many, read_reports, report_from_record, to_contract  # noqa: E402
from dateline.language.parser import load_parser  # noqa: E402
from dateline.model import CodedReport  # noqa: E402
from training.corpora import read_ud, read_uner  # noqa: E402
from training.evaluate import score_names, score_syntax  # noqa: E402

FLOORS = Path(__file__).parent / "floors.json"
#: The int8 model rounds a little differently on other processors: a floor stands so far below what was measured.
SLACK = 0.01

Figures = dict[str, float]
Floors = dict[str, Figures]


@dataclass(frozen=True, slots=True)
class Gold:
    """A set to measure on: reports to code and how people coded them."""

    reports: Path
    gold: Path


def beside() -> Path:
    """Return where the benchmarks lie that are not part of the project."""
    return Path(os.environ.get("DATELINE_BENCHMARKS", ROOT.parent / "shared" / "benchmarks"))


def sets() -> dict[str, Gold]:
    """Return the sets that are here, by name."""
    dev = beside() / "dispatches" / "dev.jsonl"
    examples = ROOT / "examples"
    found = {"examples": Gold(examples / "dispatches" / "dispatches.jsonl", examples / "gold.jsonl")}
    return found | {"dispatches dev": Gold(dev, dev)} if dev.exists() else found


def measure(gold: Gold) -> Figures:
    """Code a set and return its figures."""
    results = code_many(read_reports([str(gold.reports)]))
    coded = {one.report.id: to_contract(one) for one in results if isinstance(one, CodedReport)}
    texts = {report.id: report.text for report in map(report_from_record, _rows(gold.reports))}
    return score([row | {"text": texts[row["id"]]} for row in _rows(gold.gold)], coded)


def measure_language() -> dict[str, Figures]:
    """Return the language model's figures on gold words, as shares, by set; empty where the sets are not here."""
    corpora = beside().parent / "corpora"
    if not corpora.exists():
        return {}
    parser = load_parser()
    figures: dict[str, Figures] = {}
    for name in ("ewt-dev", "gum-dev"):
        found = score_syntax(parser, read_ud(corpora / "ud" / f"{name}.conllu.gz"))
        figures[name] = {key: round(value / 100, 4) for key, value in found.items() if key != "words"}
    names = score_names(parser, read_uner(corpora / "uner" / "en_ewt-ud-dev.iob2"))
    figures["uner dev"] = {f"{kind} F1": round(row["f1"] / 100, 4) for kind, row in names.items()}
    return figures


def sunken(floors: Mapping[str, float], figures: Figures) -> list[str]:
    """Return a sentence for each figure that is below its floor or gone."""
    return [
        f"{name} is {figures.get(name, 0.0):.4f}, below its floor {floor:.4f}"
        for name, floor in sorted(floors.items())
        if figures.get(name, 0.0) < floor
    ]


def raised(floors: Mapping[str, float], figures: Figures) -> Figures:
    """Return floors raised to what is measured, less the slack; none is ever lowered.

    >>> raised({"events": 0.7, "claims": 0.6}, {"events": 0.8, "claims": 0.5})
    {'claims': 0.6, 'events': 0.79}
    """
    names = sorted(floors.keys() | figures.keys())
    return {name: max(floors.get(name, 0.0), round(figures.get(name, 0.0) - SLACK, 4)) for name in names}


def main() -> int:
    """Measure every set that is here; return 0 if no figure sank."""
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failures = 0
    measured = {name: measure(gold) for name, gold in sets().items()} | measure_language()
    for name, figures in measured.items():
        below = sunken(floors.get(name, {}), figures)
        failures += len(below)
        _show(name, figures, floors.get(name, {}))
        for sentence in below:
            print(f"  SUNK: {sentence}")
        floors[name] = raised(floors.get(name, {}), figures)
    if "--update" in sys.argv:
        if failures:
            print("No floor was changed: a figure sank, and floors are never lowered.")
        else:
            FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return int(failures > 0)


def _show(name: str, figures: Figures, floors: Mapping[str, float]) -> None:
    print(name)
    for figure, value in figures.items():
        print(f"  {figure:15} {value:.3f}  floor {floors.get(figure, 0.0):.3f}")


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    raise SystemExit(main())
