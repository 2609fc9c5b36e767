"""Measure the coding of places alone: toponyms, event places of sentences, and places of the dispatches' events.

    python benchmarks/places.py geo|event_location|dispatches [--part train|dev] [--errors N] [--packs DIR]

SHARED (default ../shared) names the folder with the corpora; triggers of the dispatches' events are read from TRIGGERS.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import pickle
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline.coding.event_place import choose_place
from dateline.coding.peoples import name_peoples
from dateline.coding.places import code_places
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.language.parser import load_parser
from dateline.model import Location, PlaceMention

SHARED = Path(os.environ.get("SHARED", "../shared")).resolve()
TRIGGERS = Path(os.environ.get("TRIGGERS", "annotations")).resolve()
Json = dict[str, Any]


def load(name: str, path: Path) -> ModuleType:
    """Import a script of the shared benchmarks."""
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no script")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def parse(key: str, texts: dict[str, str]) -> dict[str, Document]:
    """Return the parsed texts, from the cache of an earlier run with the same model where there is one."""
    parser = load_parser(1)
    cache = Path(tempfile.gettempdir()) / f"places-{key}-{parser.version}-{len(texts)}.pickle"
    if cache.exists():
        return pickle.loads(cache.read_bytes())  # type: ignore[no-any-return]  # noqa: S301
    parsed = {id_: parser.parse(text) for id_, text in texts.items()}
    cache.write_bytes(pickle.dumps(parsed))
    return parsed


def as_json(mention: PlaceMention) -> Json:
    """Return a mention as the contract writes it, as far as the scorers read it."""
    span, place = mention.span, mention.location
    return {"start": span.start, "end": span.end, "name": span.quote, "lat": place.lat, "lon": place.lon}


def all_places(document: Document, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Return every mention of a place or a people, as a coded report has them."""
    places = code_places(document, gazetteer)
    return sorted((*places, *name_peoples(document, gazetteer.atlas, places)), key=lambda mention: mention.span.start)


def geo(gazetteer: Gazetteer, part: str, errors: int) -> None:
    """Score toponyms with score_corpora.py's geo."""
    corpora = load("corpora", SHARED / "benchmarks/corpora.py")
    scorer = load("score_corpora", SHARED / "benchmarks/score_corpora.py")
    cases = [
        case
        for file in ("lgl.xml.gz", "GeoVirus.xml.gz")
        for case in corpora.geo(SHARED / "corpora/geo" / file)
        if corpora.in_part(case[1]["id"], part)
    ]
    documents = parse(f"geo-{part}", {report["id"]: report["text"] for report, _ in cases})
    start = time.perf_counter()
    coded = {id_: {"places": [as_json(m) for m in all_places(d, gazetteer)]} for id_, d in documents.items()}
    words = sum(len(s.words) for d in documents.values() for s in d.sentences)
    print(f"{1e3 * (time.perf_counter() - start) / words * 300:.2f} ms a 300 words")
    print(scorer.geo([gold for _, gold in cases], coded))
    missed, spurious, wrong = Counter[str](), Counter[str](), Counter[str]()
    for report, gold in cases:
        got = [p for p in coded[report["id"]]["places"] if p["lat"] is not None]
        hit = set()
        for want in gold["places"]:
            quote = report["text"][want["start"] : want["end"]]
            found = next((p for p in got if p["start"] < want["end"] and want["start"] < p["end"]), None)
            if found is None:
                missed[quote] += 1
            else:
                hit.add(found["start"])
                if scorer.base.km(want, found) > 161:
                    wrong[f"{quote} {report['id']}"] += 1
        spurious.update(p["name"] for p in got if p["start"] not in hit)
    if errors:
        for title, counter in (("missed", missed), ("spurious", spurious), ("wrong", wrong)):
            print(title, sum(counter.values()), counter.most_common(errors))


def event_location(gazetteer: Gazetteer, part: str, errors: int) -> None:
    """Score choose_place with the annotated verb as trigger: is the place it names the annotated one?"""
    corpora = load("corpora", SHARED / "benchmarks/corpora.py")
    with gzip.open(SHARED / "corpora/event_location/train.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows = [r for r in rows if r["answer"] != "reject" and corpora.in_part(r["text"], part)]
    rows = [r for i, r in enumerate(rows) if part == "dev" or i % 4 == 0]
    documents = parse(f"events-{part}", {str(i): r["text"] for i, r in enumerate(rows)})
    right = named = none = none_right = 0
    wrong = []
    for i, row in enumerate(rows):
        verb = [s for s in row["spans"] if s["label"] == "VERB"]
        gold = [s for s in row["spans"] if s["label"] == "LOCATION"]
        if not verb:
            continue
        document = documents[str(i)]
        trigger = word_at(document, quote_of(row["text"], verb[0])[0])
        place, _ = choose_place(document, code_places(document, gazetteer), [trigger] if trigger else [], gazetteer)
        if not gold:
            none += 1
            none_right += place is None
            continue
        named += 1
        quotes = [quote_of(row["text"], s)[1] for s in gold]
        ok = place is not None and any(same(place.name, quote) for quote in quotes)
        right += ok
        if not ok:
            wrong.append((row["text"], quote_of(row["text"], verb[0])[1], quotes, place and place.name))
    print(f"right place {right / named:.4f} of {named}; none where none {none_right / max(1, none):.4f} of {none}")
    for line in wrong[:errors]:
        print(line)


def quote_of(text: str, span: Json) -> tuple[int, str]:
    """Return offset and quote of an annotated span; some of the corpus counts words instead of characters."""
    quote = text[span["start"] : span["end"]]
    if span.get("text") and quote != span["text"]:
        return text.find(span["text"]), span["text"]
    return span["start"], quote


def same(a: str, b: str) -> bool:
    """Tell whether two quotes name the same words, one perhaps with an article or a direction more."""
    a, b = (re.sub(r"[^a-z0-9 ]", "", x.lower()).strip() for x in (a, b))
    return a == b or f" {a} " in f" {b} " or f" {b} " in f" {a} "


def word_at(document: Document, offset: int) -> tuple[int, int] | None:
    """Return sentence and word index of the word at a character."""
    for sentence in document.sentences:
        for word in sentence.words:
            if word.start <= offset < word.end:
                return sentence.index, word.index
    return None


def annotated(part: str) -> Iterator[Json]:
    """Yield the annotations of the dispatches: triggers by event and sentence."""
    for path in sorted(TRIGGERS.glob("out_*.jsonl")):
        if (path.stem == "out_6") == (part == "dev"):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield json.loads(line)


def triggers_of(
    report: Json, note: Json, offsets: list[list[int]], document: Document
) -> dict[str, list[tuple[int, int]]]:
    """Return the trigger words of each event, as sentence and word index."""
    found: dict[str, list[tuple[int, int]]] = {}
    for event, number, quote in note["triggers"]:
        begin, end = offsets[number]
        at = report["text"].find(quote, begin, end)
        if at >= 0 and (word := word_at(document, at)):
            found.setdefault(event, []).append(word)
    return found


def dispatches(gazetteer: Gazetteer, part: str, errors: int) -> None:
    """Score country, first division and place of every annotated event of the dispatches."""
    score = load("score", SHARED / "benchmarks/dispatches/score.py")
    reports = {r["id"]: r for r in score.read(SHARED / f"benchmarks/dispatches/{part}.jsonl")}
    offsets = json.loads((TRIGGERS / "sentences.json").read_text(encoding="utf-8"))
    notes = {note["id"]: note for note in annotated(part)}
    documents = parse(f"dispatches-{part}", {id_: reports[id_]["text"] for id_ in notes})
    shares = {key: score.Share() for key in ("country", "admin1", "place")}
    wrong: list[str] = []
    spent = 0.0
    for id_, note in notes.items():
        report, document = reports[id_], documents[id_]
        start = time.perf_counter()
        places = code_places(document, gazetteer, head_place(report["text"]))
        spent += time.perf_counter() - start
        triggers = triggers_of(report, note, offsets[id_], document)
        for event in report["events"]:
            gold = event["location"] or {}
            location, _ = choose_place(document, places, triggers.get(event["id"], []), gazetteer)
            judge(score, shares, gold, location, f"{id_} {event['id']}", wrong)
    print(f"{1e3 * spent / len(notes):.2f} ms a report")
    print({key: share.out() for key, share in shares.items()})
    print("\n".join(wrong[:errors]))


def judge(score: ModuleType, shares: Json, gold: Json, location: Location | None, where: str, wrong: list[str]) -> None:
    """Add one event to the shares, as score.py does."""
    got = {k: getattr(location, k) for k in ("name", "admin1", "country_code", "lat", "lon")} if location else {}
    results = {}
    if gold.get("country_code"):
        results["country"] = gold["country_code"] == got.get("country_code")
    if gold.get("admin1"):
        results["admin1"] = score.same_name(gold["admin1"], got.get("admin1"))
    if gold.get("name"):
        results["place"] = score.same_place(gold, got)
    for key, ok in results.items():
        shares[key].add(ok)
    if not all(results.values()):
        bad = ",".join(key for key, ok in results.items() if not ok)
        want = [gold.get(k) for k in ("name", "admin1", "country_code")]
        wrong.append(f"{where} {bad}: want {want} got {[got.get(k) for k in ('name', 'admin1', 'country_code')]}")


def head_place(text: str) -> str | None:
    """Return the place at the head of a dispatch: "QUETTA, Jan 31 —"."""
    match = re.match(r"\s*([A-Z][A-Za-z'’. -]{2,40}?)\s*(?:,|\(|[-–—])[^.\n]{0,60}?[-–—]", text)
    return match.group(1) if match and match.group(1).isupper() else None


def main() -> None:
    """Run one of the measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=["geo", "event_location", "dispatches"])
    parser.add_argument("--part", default="dev", choices=["train", "dev"])
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--packs", type=Path)
    given = parser.parse_args()
    packs = sorted(given.packs.glob("*.sqlite")) if given.packs else []
    {"geo": geo, "event_location": event_location, "dispatches": dispatches}[given.set](
        Gazetteer.open(packs), given.part, given.errors
    )


if __name__ == "__main__":
    main()
