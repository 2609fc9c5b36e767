"""Errors: sentences with the way out, which survive the way between processes."""

import pickle

import pytest

from dateline import errors

FAILURES = [
    errors.InputMissing("a.txt"),
    errors.InputUnreadable("a.txt", "it is a folder."),
    errors.RecordMalformed("a.jsonl line 1", "it is not JSON"),
    errors.ReportEmpty("a.txt"),
    errors.ReportTooLong("a.txt", 1_000_000),
    errors.LanguageUnsupported("a.txt", "Urdu"),
    errors.CodingFailed("a.txt", "KeyError"),
    errors.DayMalformed("tomorrow"),
    errors.ModelMissing("/nowhere"),
]


def test_every_failure_is_shown_here() -> None:
    assert {type(error) for error in FAILURES} == set(errors.DatelineError.__subclasses__())


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: error.code)
def test_an_error_is_a_sentence_that_crosses_processes_unchanged(error: errors.DatelineError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert str(error).endswith((".", '"text"'))


def test_codes_are_different() -> None:
    assert len({error.code for error in FAILURES}) == len(FAILURES)
