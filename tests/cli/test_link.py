"""``dateline link``: incidents filled in, failures named and kept in their place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.model.contract import to_contract
from tests.fakes import full_report

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "coded.jsonl"
BROKEN = '{"id": "a.txt", "error": {"code": "report-empty", "message": "a.txt: the report has no text."}}'


def run(given: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["link", *arguments], input=given)


def rows(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def two() -> str:
    row = to_contract(full_report())
    return f"{json.dumps(row)}\n{json.dumps(row | {'id': 'r-2', 'publisher': 'Times'})}\n"


def test_every_event_gets_its_incident_and_the_rest_stays(two: str) -> None:
    result = run(two)
    assert result.exit_code == 0
    first, second = rows(result)
    assert first["events"][0]["incident"] == second["events"][0]["incident"]
    assert first["events"][0]["incident"] != first["events"][1]["incident"]
    del first["events"][0]["incident"], first["events"][1]["incident"]
    assert first == json.loads(two.splitlines()[0])


def test_linking_what_is_linked_changes_nothing(two: str) -> None:
    once = run(two).stdout
    assert run(once).stdout == once


def test_the_order_of_the_lines_does_not_matter() -> None:
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines(keepends=True)
    assert sorted(run("".join(lines)).stdout.splitlines()) == sorted(run("".join(reversed(lines))).stdout.splitlines())


def test_a_line_that_is_no_coding_is_named_and_kept_and_the_rest_is_linked(two: str) -> None:
    result = run(f'{BROKEN}\n{two}{{"text": "Ten died."}}\nnonsense\n')
    assert result.exit_code == 1
    found = rows(result)
    assert found[0] == json.loads(BROKEN)
    assert found[1]["events"][0]["incident"] == found[2]["events"][0]["incident"]
    assert [row["error"]["code"] for row in found[3:]] == ["coding-malformed", "coding-malformed"]
    assert 'standard input line 4: "id" is not a string' in result.stderr


def test_a_file_of_prose_or_none_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ten died.")
    result = run("", str(tmp_path / "a.txt"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Make them with dateline code --format jsonl" in result.stderr
    assert "no such file" in run("", str(tmp_path / "none.jsonl")).stderr


def test_no_reports_give_no_lines() -> None:
    assert (run("").exit_code, run("").stdout) == (0, "")


def test_the_table_shows_an_incident_with_its_reports_and_sources(two: str) -> None:
    shown = run(two, "--format", "table").stdout
    assert "Armed clash · 2026-01-31 (implied) · Quetta, Balochistan, Pakistan" in shown
    assert "2 reports, 1 independent source" in shown
    assert "copy of r-1" in shown


def test_explain_says_why(two: str) -> None:
    assert "r-1/e1 = r-2/e1 (" in run(two, "--format", "table", "--explain").stdout
    [first, _] = rows(run(two, "--explain"))
    [judgement] = [one for one in first["events"][0]["judgements"] if one["verdict"] == "same"]
    assert judgement["event"] == "r-2/e1"
    assert "place: the same place" in judgement["reason"]
