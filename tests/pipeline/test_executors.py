"""Coding inline and in processes: the same results in the same order, whatever a report does to the coder."""

from collections.abc import Iterator

import pytest

from dateline.errors import ModelMissing
from dateline.model import CodedReport, Issue, Report
from dateline.pipeline import code_many
from tests.fakes import load_fake, load_missing

REPORTS = [Report(f"{n} people were killed.", id=f"r{n}") for n in range(40)]
ISSUE = Issue("a.txt", "report-empty", "a.txt: the report has no text.")


def outcomes(items: list[Report | Issue], jobs: int) -> list[str]:
    return [
        one.code if isinstance(one, Issue) else one.report.id for one in code_many(items, jobs=jobs, load=load_fake)
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_reports_with_issues_in_their_places(jobs: int) -> None:
    items: list[Report | Issue] = [*REPORTS[:20], ISSUE, *REPORTS[20:]]
    assert outcomes(items, jobs) == [*(f"r{n}" for n in range(20)), "report-empty", *(f"r{n}" for n in range(20, 40))]


def test_one_process_or_two_give_the_same_values() -> None:
    assert list(code_many(REPORTS, 1, load_fake)) == list(code_many(REPORTS, 2, load_fake))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_report_that_fails_becomes_an_issue_without_a_traceback_and_the_rest_is_coded(jobs: int) -> None:
    bad = Report("please fail", id="bad")
    found = list(code_many([REPORTS[0], bad, REPORTS[1]], jobs, load_fake))
    assert isinstance(found[0], CodedReport)
    assert isinstance(found[2], CodedReport)
    assert found[1] == Issue("bad", "coding-failed", found[1].message if isinstance(found[1], Issue) else "")
    assert "Traceback" not in str(found[1])


def test_a_report_that_kills_its_worker_costs_itself_alone() -> None:
    items: list[Report | Issue] = [*REPORTS[:3], Report("please die", id="bad"), ISSUE, *REPORTS[3:6]]
    assert outcomes(items, 2) == ["r0", "r1", "r2", "coding-failed", "report-empty", "r3", "r4", "r5"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_coder_that_cannot_be_loaded_is_an_error_of_the_run(jobs: int) -> None:
    with pytest.raises(ModelMissing):
        list(code_many(REPORTS, jobs, load_missing))


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_endless_input_is_read_no_further_than_needed(jobs: int) -> None:
    drawn = 0

    def endless() -> Iterator[Report]:
        nonlocal drawn
        while True:
            drawn += 1
            yield REPORTS[drawn % 40]

    results = code_many(endless(), jobs, load_fake)
    assert isinstance(next(results), CodedReport)
    results.close()  # type: ignore[attr-defined]
    assert drawn <= 20


def test_no_coder_is_loaded_where_there_is_nothing_to_code() -> None:
    assert list(code_many([ISSUE], 1, load_missing)) == [ISSUE]
