"""Adding to a ledger: in any order, again and again, by several at once, and stopped in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ledger import Filters, IncidentLine, open_ledger
from dateline.model import Issue, Report
from dateline.pipeline.adding import Added, add_reports
from dateline.pipeline.linkage import load_linker
from dateline.pipeline.regrouping import regroup_all
from tests.ledger.made import BY_PLACE, load_made, report

REPORTS = [
    report("Quetta", 12),
    report("Quetta", 15, published="2026-02-02"),
    report("Quetta", 20, published="2026-02-03", speaker="the army"),
    report("Nushki", 3),
    report("Nushki", 3, publisher="Dawn"),
    report("Zhob", 1, more="On 2026-01-31 gunmen killed 2 people in Quetta."),
]


def add(file: Path, reports: Sequence[Report | Issue]) -> list[Added | Issue]:
    with open_ledger(str(file), writing=True, begin=True) as ledger:
        return list(add_reports(ledger, reports, load=load_made, linker=BY_PLACE))


def state(file: Path) -> tuple[list[IncidentLine], dict[str, int]]:
    with open_ledger(str(file)) as ledger, ledger.reading() as reader:
        return list(reader.incidents(Filters())), reader.counts()


def test_reports_of_one_happening_become_one_incident(tmp_path: Path) -> None:
    add(tmp_path / "l.db", REPORTS)
    lines = {line.place: line for line in state(tmp_path / "l.db")[0]}
    assert {place: line.reports for place, line in lines.items()} == {"Quetta": 4, "Nushki": 2, "Zhob": 1}
    assert lines["Quetta"].killed is not None
    assert lines["Quetta"].killed.best == 20, "the latest of each source, and nothing added up"


@settings(max_examples=8)
@given(order=st.permutations(REPORTS), again=st.lists(st.sampled_from(REPORTS), max_size=4))
def test_any_order_and_any_repeats_come_to_the_same_ledger(order: list[Report], again: list[Report]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        add(folder / "one.db", REPORTS)
        add(folder / "other.db", [*order, *again])
        assert state(folder / "one.db") == state(folder / "other.db")


def test_adding_again_is_told_and_changes_nothing(tmp_path: Path) -> None:
    first = add(tmp_path / "l.db", REPORTS)
    before = state(tmp_path / "l.db")
    again = add(tmp_path / "l.db", REPORTS)
    assert [one.is_new for one in first if isinstance(one, Added)] == [True] * len(REPORTS)
    assert [one.is_new for one in again if isinstance(one, Added)] == [False] * len(REPORTS)
    assert state(tmp_path / "l.db") == before


def test_what_is_kept_at_hand_follows_from_the_records(tmp_path: Path) -> None:
    add(tmp_path / "l.db", REPORTS)
    before = state(tmp_path / "l.db")
    with open_ledger(str(tmp_path / "l.db"), writing=True) as ledger, ledger.writing() as writer:
        regroup_all(writer, BY_PLACE)
    assert state(tmp_path / "l.db") == before


def test_the_real_linker_joins_what_is_one_and_keeps_copies_one_source(tmp_path: Path) -> None:
    more = (
        "The attackers came on motorcycles before dawn and fled towards the hills, and no group has said it did it. "
        * 3
    )
    copies = [report("Quetta", 12, publisher=name, more=more) for name in ("Dawn", "Geo", "AFP")]
    with open_ledger(str(tmp_path / "l.db"), writing=True, begin=True) as ledger:
        list(add_reports(ledger, copies, load=load_made, linker=load_linker()))
    [line] = state(tmp_path / "l.db")[0]
    assert (line.reports, line.sources) == (3, 1)


def test_issues_are_kept_in_their_place_and_once(tmp_path: Path) -> None:
    issue = Issue("bad.txt", "report-empty", "bad.txt: the report has no text.")
    for _ in range(2):
        outcomes = add(tmp_path / "l.db", [REPORTS[0], issue, REPORTS[3]])
        assert outcomes[1] == issue or issue in outcomes
    assert state(tmp_path / "l.db")[1]["issue"] == 1


PROGRAM = """
import sys
from dateline.ledger import open_ledger
from dateline.pipeline.adding import add_reports
from tests.ledger.made import BY_PLACE, load_made, report
with open_ledger(sys.argv[1], writing=True, begin=True) as ledger:
    reports = [report(f"Town{n % 7}", n + 1) for n in range(int(sys.argv[2]))]
    for outcome in add_reports(ledger, reports, load=load_made, linker=BY_PLACE):
        print(outcome.report, flush=True)
"""


def start(file: Path, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(file), str(number)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def test_a_run_that_is_killed_loses_nothing_and_the_next_completes_it(tmp_path: Path) -> None:
    with start(tmp_path / "l.db", 60) as process:
        assert process.stdout is not None
        done = [process.stdout.readline().strip() for _ in range(9)]
        process.send_signal(signal.SIGKILL)
    incidents, counts = state(tmp_path / "l.db")
    assert process.returncode == -signal.SIGKILL
    assert 9 <= counts["report"] == counts["event"] == counts["member"] == sum(line.reports for line in incidents)
    with open_ledger(str(tmp_path / "l.db")) as ledger, ledger.reading() as reader:
        assert all(map(reader.has_report, done))
    with start(tmp_path / "l.db", 60) as process:
        assert process.communicate()[1] == ""
    with start(tmp_path / "whole.db", 60) as process:
        assert process.communicate()[1] == ""
    assert state(tmp_path / "l.db") == state(tmp_path / "whole.db")


def test_several_programs_add_at_once_and_none_finds_it_locked(tmp_path: Path) -> None:
    running = [start(tmp_path / "l.db", 30) for _ in range(3)]
    assert [process.communicate()[1] for process in running] == ["", "", ""]
    assert state(tmp_path / "l.db")[1]["report"] == 30


def test_jobs_change_nothing(tmp_path: Path) -> None:
    add(tmp_path / "one.db", REPORTS)
    with open_ledger(str(tmp_path / "two.db"), writing=True, begin=True) as ledger:
        list(add_reports(ledger, REPORTS, jobs=2, load=load_made, linker=BY_PLACE))
    assert state(tmp_path / "one.db") == state(tmp_path / "two.db")
