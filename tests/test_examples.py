"""The examples: coded as when a person last read them, within the contract, the same with any number of jobs."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dateline.cli import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def rows(file: Path) -> dict[str, dict[str, Any]]:
    found = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row for row in found}


def run(jobs: int) -> bytes:
    arguments = ["code", "--format", "jsonl", "--jobs", str(jobs), str(EXAMPLES / "dispatches")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.stdout_bytes


@pytest.fixture(scope="module")
def output() -> bytes:
    return run(jobs=1)


@pytest.fixture(scope="module")
def coded(output: bytes) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in map(json.loads, output.splitlines())}


def without_versions(row: dict[str, Any]) -> dict[str, Any]:
    """Leave out what another processor rounds differently, or a new version changes alone."""
    events = [{name: value for name, value in event.items() if name != "confidence"} for event in row["events"]]
    return {name: value for name, value in row.items() if name != "coder"} | {"events": events}


def test_two_dozen_dispatches_have_their_coding_by_hand() -> None:
    dispatches, gold = rows(EXAMPLES / "dispatches" / "dispatches.jsonl"), rows(EXAMPLES / "gold.jsonl")
    assert dispatches.keys() == gold.keys()
    assert len(gold) == 24
    assert sum(not row["relevant"] for row in gold.values()) == 4
    assert all(
        claim["evidence"] in dispatches[id]["text"]
        for id, row in gold.items()
        for event in row["events"]
        for claim in event["casualties"]
    )


def test_examples_are_coded_as_they_were_when_last_read(coded: dict[str, dict[str, Any]]) -> None:
    if not (EXAMPLES / "coded.jsonl").exists():
        pytest.skip("no coded results yet: run python examples/update.py")
    golden = rows(EXAMPLES / "coded.jsonl")
    changed = [id for id in golden if without_versions(golden[id]) != without_versions(coded[id])]
    assert changed == [], "if these changes are good, run: python examples/update.py"


def test_every_span_quotes_its_text(coded: dict[str, dict[str, Any]]) -> None:
    texts = {id: row["text"] for id, row in rows(EXAMPLES / "dispatches" / "dispatches.jsonl").items()}
    count = 0
    for id, row in coded.items():
        waiting: list[Any] = [row]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                waiting += value.values()
                if value.keys() >= {"start", "end", "quote"}:
                    assert texts[id][value["start"] : value["end"]] == value["quote"]
                    count += 1
            elif isinstance(value, list):
                waiting += value
    assert count > 500


def test_tolls_are_in_order(coded: dict[str, dict[str, Any]]) -> None:
    for row in coded.values():
        for event in row["events"]:
            for groups in event["toll"].values():
                for bounds in groups.values():
                    assert bounds["low"] <= bounds["best"]
                    assert bounds["high"] is None or bounds["best"] <= bounds["high"]


def test_the_same_bytes_come_out_again_and_with_two_jobs(output: bytes) -> None:
    assert run(jobs=2) == output
