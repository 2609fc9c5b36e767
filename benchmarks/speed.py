"""How fast, how large: reports a second, the share of the bare encoder's speed, cold start, memory, size.

    python benchmarks/speed.py [--json FILE] [REPORTS.jsonl]

Each run is a process of its own, held to the cores it may use. "Bare encoder" is the same ONNX session alone,
fed the very windows that coding the same reports feeds it.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "examples" / "dispatches" / "dispatches.jsonl"
DISPATCH = ROOT / "examples" / "dispatch.txt"
#: Aims of the project: a figure, and whether more is better.
AIMS = {"share of the bare encoder": (0.7, True), "cold start, s": (2.0, False), "peak memory, MB": (600.0, False)}

Figures = dict[str, float]


def main() -> None:
    """Measure, print a table, and write JSON if asked."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("reports", nargs="?", type=Path, default=REPORTS)
    asked.add_argument("--json", type=Path)
    asked.add_argument("--run", choices=["coder", "encoder"], help=argparse.SUPPRESS)
    asked.add_argument("--cores", type=int, default=1, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.run:
        print(json.dumps((_run_coder if given.run == "coder" else _run_encoder)(given.reports, given.cores)))
        return
    figures = measure(given.reports)
    for name, value in figures.items():
        print(f"{name:32} {value:10,.2f}{_aim(name, value)}")
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def measure(reports: Path) -> Figures:
    """Return all figures by name."""
    one, bare = _child("coder", reports, 1), _child("encoder", reports, 1)
    figures: Figures = {
        "reports a second, 1 core": one["reports"] / one["seconds"],
        "words a second, 1 core": one["words"] / one["seconds"],
        "bare encoder, subwords a second": bare["subwords"] / bare["seconds"],
        "share of the bare encoder": (one["reports"] / one["seconds"]) / (bare["reports"] / bare["seconds"]),
        "peak memory, MB": one["peak"],
    }
    if (os.cpu_count() or 1) > 1:
        two = _child("coder", reports, 2)
        figures["reports a second, 2 cores"] = two["reports"] / two["seconds"]
    figures["cold start, s"] = statistics.median(_cold_start() for _ in range(5))
    figures["install size, MB"] = _install_size() / 1e6
    return figures


def _child(run: str, reports: Path, cores: int) -> Figures:
    arguments = [sys.executable, __file__, str(reports), "--run", run, "--cores", str(cores)]
    found: Figures = json.loads(subprocess.run(arguments, stdout=subprocess.PIPE, check=True).stdout)
    return found


def _run_coder(file: Path, cores: int) -> Figures:
    """Code all reports four times over, the first pass untimed: every worker has loaded by then."""
    _hold_to(cores)
    from dateline import Report, code_many, read_reports

    reports = [one for one in read_reports([str(file)]) if isinstance(one, Report)]
    results = code_many(reports * 4, jobs=cores, load=_with_one_thread)
    for _ in reports:
        next(results)
    start = time.perf_counter()
    coded = sum(1 for _ in results)
    seconds = time.perf_counter() - start
    words = sum(len(report.text.split()) for report in reports) / len(reports)
    return {"reports": coded, "words": coded * words, "seconds": seconds, "peak": _peak()}


def _with_one_thread(threads: int) -> Any:
    from dateline.pipeline import load_coder

    return load_coder(1)


def _run_encoder(file: Path, cores: int) -> Figures:
    """Note what coding feeds the session, then feed it again with nothing else around."""
    _hold_to(cores)
    from dateline import Report, read_reports
    from dateline.language.parser import load_parser

    reports = [one for one in read_reports([str(file)]) if isinstance(one, Report)]
    parser = load_parser(1)
    session, fed = parser._session, []

    class Noting:
        def run(self, outputs: Any, feed: dict[str, Any]) -> Any:
            fed.append(feed)
            return session.run(outputs, feed)

    parser._session = Noting()
    coder = _with_one_thread(1)
    for report in reports:
        coder.code(report)
    start = time.perf_counter()
    for feed in fed:
        session.run(None, feed)
    seconds = time.perf_counter() - start
    return {"reports": len(reports), "subwords": sum(len(feed["subwords"]) for feed in fed), "seconds": seconds}


def _hold_to(cores: int) -> None:
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def _peak() -> float:
    """Return the most memory in MB that this process or one of its workers held."""
    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def _cold_start() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dateline", "code", str(DISPATCH)], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _install_size() -> int:
    """Return the bytes of the package and of all installed packages that it needs."""
    return sum(_size(name) for name in _needed("dateline", set()) - {"dateline"}) + sum(
        file.stat().st_size for file in (ROOT / "src" / "dateline").rglob("*") if file.is_file()
    )


def _size(name: str) -> int:
    places = [Path(str(file.locate())) for file in importlib.metadata.files(name) or ()]
    return sum(place.stat().st_size for place in places if place.is_file())


def _needed(name: str, seen: set[str]) -> set[str]:
    """Return the names of a package and of what it needs here; what is not installed is for other platforms."""
    try:
        needs = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return seen
    seen.add(name)
    for need in needs:
        other = re.split(r"[^\w.-]", need)[0].lower()
        if "extra ==" not in need and other not in seen:
            _needed(other, seen)
    return seen


def _aim(name: str, value: float) -> str:
    if name not in AIMS:
        return ""
    aim, more_is_better = AIMS[name]
    reached = value >= aim if more_is_better else value <= aim
    return f"   aim {aim:g}: {'reached' if reached else 'missed'}"


if __name__ == "__main__":
    main()
