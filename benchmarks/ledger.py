"""How a ledger grows: reports a second, `incidents` and `show`, memory.

    python benchmarks/ledger.py [--reports 10000] [--ledger FILE|URL]

The reports are made by varying the examples: each is coded once, and a variant of it takes place on another day of
forty years, in another town (a number after its name, its point moved), with its counts changed, and with every
fifth word of its text changed (but for the words that the coding quotes), so that a variant is neither a copy nor
in the block of most others; one report in four retells the variant before it a day later, and should join its
incident. Coding is not timed: a ledger is.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from dateline.ledger import Filters, Ledger, open_ledger
from dateline.model import Claim, CodedReport, Event, Issue, Report
from dateline.pipeline import code_many
from dateline.pipeline.adding import add_coded
from dateline.pipeline.linkage import load_linker
from dateline.pipeline.viewing import view_incident
from dateline.reading import read_reports

ROOT = Path(__file__).resolve().parent.parent
_DAYS = 40 * 365
_FIRST = date(1985, 1, 1)


def main() -> None:
    """Measure and print a line a step."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--reports", type=int, default=10_000)
    asked.add_argument("--ledger")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.ledger or str(Path(folder) / "ledger.db")
        with open_ledger(address, writing=True, begin=True) as ledger:
            measure(ledger, given.reports)
        if not given.ledger:
            size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
            print(f"size, MB {size:.0f}")


def measure(ledger: Ledger, number: int) -> None:
    """Add reports; say after each tenth of them how it goes."""
    linker, step = load_linker(), max(number // 10, 1)
    started = time.perf_counter()
    for count, coded in enumerate(variants(number), start=1):
        with ledger.writing() as writer:
            add_coded(writer, coded, linker, datetime.now(UTC))
        if count % step == 0:
            seconds = time.perf_counter() - started
            print(
                f"{count:>7} reports: {step / seconds:5.0f} reports/s  {_reading(ledger)}  {_peak():4.0f} MB",
                flush=True,
            )
            started = time.perf_counter()


def variants(number: int) -> Iterator[CodedReport]:
    """Yield coded reports made of the examples."""
    coded = [one for one in _examples() if one.events]
    chance = random.Random(20260131)  # noqa: S311 - it is to be the same each time
    days, place = timedelta(), 0
    for count in range(number):
        if count % 4:
            days, place = timedelta(chance.randrange(_DAYS)), count
        yield _variant(coded[(count - (count % 4 == 0)) % len(coded)], days, place, count)


def _examples() -> Iterator[CodedReport]:
    for found in code_many(read_reports([str(ROOT / "examples" / "dispatches")])):
        if isinstance(found, Issue):
            raise SystemExit(found.message)
        yield found


def _variant(coded: CodedReport, days: timedelta, place: int, count: int) -> CodedReport:
    text = _reworded(coded, count)
    published = _FIRST + days + timedelta(days=2 + (count % 4 == 0))
    report = Report(
        text, title=f"{count}", published=published, publisher=f"Paper {count % 97}", url=f"https://example.org/{count}"
    )
    return replace(
        coded, report=report, statements=(), places=(), dates=(), actors=(), people=(), dateline=None,
        events=tuple(_moved(event, days, place, count) for event in coded.events),
    )  # fmt: skip


def _reworded(coded: CodedReport, count: int) -> str:
    """Return the text with every fifth word ending otherwise, but for the words that a claim or event rests on."""
    spans = [event.trigger for event in coded.events]
    spans += [one.evidence for event in coded.events for one in event.responsibility if one.evidence]
    spans += [span for event in coded.events for claim in event.casualties for span in (claim.evidence, claim.who)]
    kept = {place for span in spans for place in range(span.start, span.end)}
    text = list(coded.report.text)
    ends = [n - 1 for n, letter in enumerate(text) if letter == " " and n - 1 not in kept]
    for end in ends[count % 5 :: 5]:
        text[end] = str(count % 10)
    return "".join(text)


def _moved(event: Event, days: timedelta, place: int, count: int) -> Event:
    location = event.location
    if location and location.lat is not None and location.lon is not None:
        lat, lon = (location.lat + place * 0.37) % 80, (location.lon + place * 0.61) % 180
        location = replace(location, name=f"{location.name} {place}", lat=lat, lon=lon, geonameid=None)
    length = (event.date_end - event.date_start) if event.date_start and event.date_end else timedelta()
    start = _FIRST + days if event.date_start else None
    return replace(
        event, location=location, date_start=start, date_end=start + length if start else None, other_locations=(),
        casualties=tuple(_counted(claim, count) for claim in event.casualties),
    )  # fmt: skip


def _counted(claim: Claim, count: int) -> Claim:
    more = count % 3
    return replace(claim, low=claim.low + more, high=None if claim.high is None else claim.high + more)


def _reading(ledger: Ledger) -> str:
    """Return how long a screen of `incidents` and `show` take, and how many incidents there are."""
    with ledger.reading() as reader:
        start = time.perf_counter()
        listed = [line for line, _ in zip(reader.incidents(Filters(killed=10)), range(100), strict=False)]
        listing = time.perf_counter() - start
        incidents = reader.counts()["incident"]
    chosen = max(listed, key=lambda line: line.reports)
    start = time.perf_counter()
    view = view_incident(ledger, chosen.id)
    showing = time.perf_counter() - start
    times = f"incidents {listing * 1000:3.0f} ms  show {showing * 1000:3.0f} ms ({view.reports} reports)"
    return f"{times}  {incidents} incidents"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
