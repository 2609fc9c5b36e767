"""The scorer: right on cases worked by hand, and of one mind with the scorer that the dispatches came with."""

import copy
import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from benchmarks.agreement import same_name, same_place, same_source
from benchmarks.scoring import pair, score

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "benchmarks" / "dispatches"


def gold_reports() -> list[dict[str, Any]]:
    texts, golds = (
        [json.loads(line) for line in (ROOT / "examples" / name).read_text(encoding="utf-8").splitlines()]
        for name in ("dispatches/dispatches.jsonl", "gold.jsonl")
    )
    return [text | gold for text, gold in zip(texts, golds, strict=True)]


def spoilt(reports: list[dict[str, Any]], seed: int) -> dict[str, dict[str, Any]]:
    """Return the gold with a good deal of it lost, changed or moved."""
    chance = random.Random(seed)  # noqa: S311
    reports = copy.deepcopy(reports)
    for report in reports:
        for event in report["events"]:
            for name in ("event_type", "sub_event_type", "date_start", "role"):
                event[name] = "other" if chance.random() < 0.2 else event[name]
            event["location"] = None if chance.random() < 0.2 else event["location"]
            event["perpetrators"] = [one[::-1] for one in event["perpetrators"] if chance.random() < 0.8]
            event["casualties"] = [one for one in event["casualties"] if chance.random() < 0.8]
            for claim in event["casualties"]:
                claim["group"] = "unspecified" if chance.random() < 0.3 else claim["group"]
                claim["high"] = None if chance.random() < 0.2 else claim["high"]
                claim["source"] = None if chance.random() < 0.3 else claim["source"]
                claim["evidence"] += "?" if chance.random() < 0.1 else ""
        report["events"] = [event for event in report["events"] if chance.random() < 0.8]
    return {report["id"]: report for report in reports if chance.random() < 0.9}


def test_gold_scores_one_against_itself() -> None:
    gold = gold_reports()
    assert set(score(gold, {report["id"]: report for report in gold}).values()) == {1.0}


def test_nothing_coded_scores_nothing() -> None:
    assert set(score(gold_reports(), {}).values()) == {0.0}


def test_a_lost_claim_costs_recall_alone() -> None:
    gold = [report for report in gold_reports() if report["events"]][:1]
    coded = copy.deepcopy(gold)
    claims = sum(len(event["casualties"]) for event in gold[0]["events"])
    coded[0]["events"][0]["casualties"].pop()
    figures = score(gold, {coded[0]["id"]: coded[0]})
    assert figures["claims"] == round(2 * (claims - 1) / (2 * claims - 1), 4)
    assert figures["evidence"] == 1.0


def test_events_pair_with_the_most_alike() -> None:
    events = max(gold_reports(), key=lambda report: len(report["events"]))["events"]
    assert [one is other for one, other in pair(events, events[::-1])] == [True] * len(events)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Baloch Liberation Army", "BLA", True),
        ("Baloch Liberation Army (BLA)", "the BLA", False),
        ("Baloch Liberation Army (BLA)", "BLA", True),
        ("Ménaka", "Menaka", True),
        ("the Taliban", "Taliban fighters", True),
        ("Taliban", "Islamic State", False),
        (None, None, False),
    ],
)
def test_names_agree_by_words_and_acronyms(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same


def test_no_source_agrees_with_no_source_only() -> None:
    assert same_source(None, None)
    assert not same_source("police", None)


def test_places_agree_within_25_kilometres() -> None:
    quetta = {"name": "Quetta", "lat": 30.18, "lon": 66.99}
    assert same_place(quetta, {"name": "Kuchlak", "lat": 30.33, "lon": 66.93})
    assert not same_place(quetta, {"name": "Mastung", "lat": 29.80, "lon": 66.84})
    assert not same_place(quetta, {"name": "Mastung"})


@pytest.mark.skipif(not SHARED.exists(), reason="the dispatches' own scorer is not here")
@pytest.mark.parametrize("seed", range(5))
def test_figures_are_those_of_the_dispatches_own_scorer(seed: int) -> None:
    spec = importlib.util.spec_from_file_location("dispatches_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = gold_reports()
    coded = spoilt(gold, seed)
    expected = theirs.score(gold, coded)
    for name, figure in score(gold, coded).items():
        assert figure == pytest.approx(expected[name].get("f1", expected[name].get("share")), abs=2e-4), name
