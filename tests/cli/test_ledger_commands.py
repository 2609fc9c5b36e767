"""``dateline add``, ``incidents``, ``show`` and ``judge`` as they are typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main
from dateline.cli.incidents import _safe
from dateline.ledger import report_id
from tests.ledger.made import load_made, report

EARLY = report("Quetta", 12, publisher="Dawn", title="=HYPERLINK(1)")
LATE = report("Quetta", 31, published="2026-02-02", publisher="Geo", speaker="a hospital")
_SAID = ("same", "--by", "x", "--why", "y")
OTHER = report("Nushki", 3, day="2026-01-10", published="2026-01-11", publisher="Dawn")


def run(*arguments: str | Path, stdin: str = "") -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)), input=stdin, obj=load_made)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three reports; the ledger is dateline.db in it."""
    rows = (
        {"text": one.text, "title": one.title, "published": str(one.published), "publisher": one.publisher}
        for one in (EARLY, LATE, OTHER)
    )
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_LEDGER", raising=False)
    return tmp_path


def listed(*arguments: str) -> list[dict[str, object]]:
    result = run("incidents", "--format", "jsonl", *arguments)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_says_what_was_added_and_adding_again_that_it_was_there(here: Path) -> None:
    first, again = run("add", "reports.jsonl"), run("add", "reports.jsonl")
    assert first.exit_code == again.exit_code == 0
    assert first.stdout.startswith("dateline.db: 3 reports added")
    assert again.stdout == "dateline.db: 0 reports added, telling of 0 incidents, 3 already there\n"


def test_what_cannot_be_coded_is_named_and_the_rest_is_added(here: Path) -> None:
    (here / "empty.txt").write_text("")
    result = run("add", "empty.txt", "no-such.txt", "reports.jsonl")
    assert result.exit_code == 1
    assert "empty.txt: the report has no text." in result.stderr
    assert "no-such.txt: no such file" in result.stderr
    assert "3 reports added" in result.stdout
    assert "2 failed" in result.stdout


def test_the_ledger_is_named_by_the_environment_and_the_option_outranks_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LEDGER", "desk.db")
    run("add", "reports.jsonl")
    run("add", "reports.jsonl", "--ledger", "other.db")
    assert {file.name for file in here.glob("*.db")} == {"desk.db", "other.db"}


def test_incidents_can_be_narrowed() -> None:
    run("add", "reports.jsonl")
    assert [row["place"] for row in listed("--min-killed", "10")] == ["Quetta"]
    assert len(listed("--country", "pk", "--from", "2026-01-10", "--type", "attack")) == 2
    assert listed("--to", "2026-01-09") == []
    assert len(listed("--limit", "1")) == 1


def test_a_table_has_a_line_an_incident_and_csv_is_no_formula() -> None:
    run("add", "reports.jsonl")
    assert "12–31 (best 31)" in " ".join(run("incidents").stdout.split())
    rows = list(csv.DictReader(io.StringIO(run("incidents", "--format", "csv").stdout)))
    assert {row["killed_best"] for row in rows} == {"31", "3"}
    assert [_safe(cell) for cell in ("=cmd()", "a=b", -1)] == ["'=cmd()", "a=b", -1]


def incident_at(place: str) -> str:
    return str(next(row["id"] for row in listed() if row["place"] == place))


def test_an_incident_is_shown_with_its_toll_over_time_and_who_says_what() -> None:
    run("add", "reports.jsonl")
    shown = run("show", incident_at("Quetta")[:6]).stdout
    assert "2 reports, 2 independent sources" in shown
    assert "killed, as it was told" in shown
    assert shown.index("2026-02-01  ██") < shown.index("2026-02-02  ██")
    assert "a hospital (state security)" in " ".join(shown.split())
    assert "Dawn · =HYPERLINK(1)" in shown
    assert "dateline-linking" in shown


def test_as_of_a_day_only_what_had_been_published_counts() -> None:
    run("add", "reports.jsonl")
    shown = run("show", incident_at("Quetta"), "--as-of", "2026-02-01").stdout
    assert "1 report, 1 independent source" in shown
    assert "killed 12 civilians" in shown
    assert "a hospital" not in shown
    assert "had been published" in run("show", incident_at("Quetta"), "--as-of", "2020-01-01").stderr


def test_a_persons_judgement_splits_and_merges() -> None:
    run("add", "reports.jsonl")
    first, second = (f"{key}/e1" for key in _keys())
    split = run("judge", first, second, "different", "--by", "R. Okafor", "--why", "two towns")
    assert split.exit_code == 0, split.output
    assert split.stdout.startswith("Two incidents now:")
    assert len(listed()) == 3
    assert run("judge", first, second, "same", "--by", "R. Okafor", "--why", "one town").stdout.startswith(
        "One incident"
    )
    assert "R. Okafor" in run("show", incident_at("Quetta")).stdout


def _keys() -> tuple[str, str]:
    return report_id(EARLY)[:10], report_id(LATE)[:10]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["incidents"], 1, "there is no ledger here"),
        (["incidents", "--ledger", "mysql://x/y"], 2, "not the address of a ledger"),
        (["incidents", "--country", "Pakistan"], 2, "no country code"),
        (["incidents", "--type", "Burglary"], 2, "The types are"),
        (["incidents", "--from", "soon"], 2, "not a day"),
        (["add", "reports.jsonl", "--ledger", "reports.jsonl"], 1, "not a ledger of Dateline's"),
        (["show", "abc", "--as-of", "soon"], 2, "no day and no time"),
        (["judge", "a/e1", "b/e1", "unsure", "--by", "x", "--why", "y"], 2, "unsure"),
        (["judge", "a/e1", "b/e1", "same", "--by", "x"], 2, "--why"),
        (["judge", "a/e1", "b/e1", "same", "--by", " ", "--why", "y"], 2, "says nothing"),
    ],
)
def test_what_is_wrong_is_a_sentence_with_its_exit_code(arguments: list[str], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.output


def test_an_incident_that_is_not_there_is_a_wrong_call() -> None:
    run("add", "reports.jsonl")
    for arguments, words in ((["show", "zzz"], "begins so"), (["judge", "zz/e1", "zy/e1", *_SAID], "has this key")):
        result = run(*arguments)
        assert result.exit_code == 2
        assert words in result.stderr
