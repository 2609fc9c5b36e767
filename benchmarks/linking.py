"""How long one new report takes to link against a hundred thousand known events.

    python benchmarks/linking.py [--events 100000] [--times 200]

The known events are the coded examples varied: another day of ten years, another town of the same country (a hundred
each, by name and point), another count, words of the text put in another order. They are filed under their block keys,
as a ledger files them; a new report, varied the same way, looks its keys up and is judged against what it finds.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from dateline.linking import block_keys, lookup_keys, propose_judgements
from dateline.model import Event, Report, ReportedEvent
from dateline.model.coding_record import from_contract

EXAMPLES = Path(__file__).resolve().parent.parent / "examples" / "coded.jsonl"
FIRST, DAYS, TOWNS = date(2016, 1, 1), 3650, 100


def load_examples() -> list[ReportedEvent]:
    """Return the events of the coded examples."""
    coded = [from_contract(json.loads(line)) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    return [ReportedEvent(one.report, event) for one in coded for event in one.events]


def vary(one: ReportedEvent, number: int, chance: random.Random) -> ReportedEvent:
    """Return an event like another, on another day in another town."""
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    words = one.report.text.split(" ")
    chance.shuffle(words)
    report = Report(" ".join(words), id=f"r{number}", published=day + timedelta(days=chance.randrange(3)))
    return ReportedEvent(report, _moved(one.event, day, chance.randrange(TOWNS)))


def _moved(event: Event, day: date, town: int) -> Event:
    place = event.location
    if place is not None and place.precision == "exact":
        lat, lon = (place.lat or 0.0) + town / 20, (place.lon or 0.0) + town / 30
        place = replace(place, name=f"{place.name} {town}", geonameid=None, lat=lat, lon=lon)
    length = (event.date_end - event.date_start).days if event.date_start and event.date_end else 0
    end = day + timedelta(days=length)
    return replace(event, date_start=event.date_start and day, date_end=event.date_end and end, location=place)


def main() -> None:
    """Print what linking one report takes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=200)
    given = parser.parse_args()
    chance = random.Random(7)  # noqa: S311
    examples = load_examples()
    filed: dict[str, list[ReportedEvent]] = defaultdict(list)
    for number in range(given.events):
        one = vary(chance.choice(examples), number, chance)
        for key in block_keys(one):
            filed[key].append(one)
    took, found = [], []
    for number in range(given.times):
        new = vary(chance.choice(examples), given.events + number, chance)
        start = time.perf_counter()
        known = {one.key: one for key in lookup_keys(new) for one in filed.get(key, ())}
        propose_judgements([new], list(known.values()))
        took.append(1000 * (time.perf_counter() - start))
        found.append(len(known))
    took.sort()
    print(f"known events            {given.events:,} under {len(filed):,} keys")
    print(f"candidates of an event  median {median(found):.0f}, most {max(found)}")
    print(
        f"linking one event       median {median(took):.1f} ms, nine of ten below {took[int(0.9 * len(took))]:.1f} ms"
    )


if __name__ == "__main__":
    main()
