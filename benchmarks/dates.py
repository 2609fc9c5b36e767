"""How well dates are read: TIMEX3 values on WikiWars, and the day of each event on the dispatches.

    python benchmarks/dates.py [--shared DIR] [--part dev] [--triggers FILE ... --sentences FILE]

WikiWars is scored by the corpora's own scorer. The dispatches need annotated triggers, one JSON line a
report (``{"id", "triggers": [[event, sentence, word], ...]}``) and the sentences that they count in
(``{id: [[start, end], ...]}``): the figure is the share of events with a day in gold whose first day
agrees, given those triggers, and so the ceiling of the coder's own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.coding.dateline import day_of_report, find_dateline
from dateline.coding.dates import code_dates
from dateline.coding.event_date import choose_date
from dateline.language.document import Document
from dateline.language.parser import load_parser


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def day_of(words: str | None) -> date | None:
    """Return the day of an ISO string."""
    return date.fromisoformat(words) if words else None


def score_wikiwars(shared: Path, part: str) -> dict[str, Any]:
    """Return strict, relaxed and value F1 of the time expressions of WikiWars."""
    tools = shared / "benchmarks"
    with tempfile.TemporaryDirectory() as folder:
        call = [sys.executable, str(tools / "corpora.py"), "wikiwars", folder, "--part", part]
        subprocess.run(call, check=True, capture_output=True)
        with (Path(folder) / "coded.jsonl").open("w", encoding="utf-8") as out:
            for report in read_lines(Path(folder) / "reports.jsonl"):
                mentions = code_dates(load_parser().parse(report["text"]), day_of(report["published"]))
                dates = [{"start": m.span.start, "end": m.span.end, "value": m.value} for m in mentions]
                out.write(json.dumps({"id": report["id"], "dates": dates}) + "\n")
        files = [str(Path(folder) / name) for name in ("gold.jsonl", "coded.jsonl")]
        call = [sys.executable, str(tools / "score_corpora.py"), "wikiwars", *files, "--json"]
        scored = subprocess.run(call, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures


def locate(document: Document, start: int, end: int, words: str) -> tuple[int, int] | None:
    """Return sentence and word of the first occurrence of ``words`` between two offsets."""
    offset = document.text.find(words, start, end)
    sentence = document.sentence_at(offset) if offset >= 0 else None
    if sentence is None:
        return None
    return next(((sentence.index, word.index) for word in sentence.words if word.end > offset), None)


def score_dispatches(shared: Path, part: str, triggers: list[Path], sentences: Path) -> dict[str, Any]:
    """Return the share of events with a day whose first day agrees, given their triggers."""
    marked = {line["id"]: line["triggers"] for path in triggers for line in read_lines(path)}
    bounds = json.loads(sentences.read_text(encoding="utf-8"))
    right = total = 0
    for report in read_lines(shared / "benchmarks" / "dispatches" / f"{part}.jsonl"):
        if report["id"] not in marked:
            continue
        document, published = load_parser().parse(report["text"]), day_of(report["published"])
        dateline, _ = find_dateline(report["text"], published)
        anchor = day_of_report(dateline, published)
        dates = code_dates(document, anchor)
        for event in report["events"]:
            if event["date_precision"] != "day" or not event["date_start"]:
                continue
            spans = bounds[report["id"]]
            found = [
                locate(document, spans[index][0], spans[index][1], words)
                for name, index, words in marked[report["id"]]
                if name == event["id"] and index < len(spans)
            ]
            places = [place for place in found if place]
            chosen = choose_date(document, dates, places, anchor, event["role"] == "background")
            total += 1
            right += chosen.start == day_of(event["date_start"])
    return {"date": round(right / total, 4) if total else None, "n": total}


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", default="dev", choices=["train", "dev"])
    parser.add_argument("--triggers", type=Path, nargs="*", default=[])
    parser.add_argument("--sentences", type=Path)
    args = parser.parse_args()
    figures = {"wikiwars": score_wikiwars(args.shared, args.part)}
    if args.triggers and args.sentences:
        figures["dispatches"] = score_dispatches(args.shared, args.part, args.triggers, args.sentences)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
