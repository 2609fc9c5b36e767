"""Errors: sentences with the way out, which survive the way between processes."""

import inspect
import pickle

import pytest

from dateline.errors import DatelineError


def example(kind: type[DatelineError]) -> DatelineError:
    """Make an error of a kind with something in every place."""
    needs = list(inspect.signature(kind).parameters.values())
    return kind(*(7 if "int" in str(need.annotation) else need.name for need in needs))


FAILURES = [example(kind) for kind in DatelineError.__subclasses__()]


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: error.code)
def test_an_error_is_a_sentence_that_crosses_processes_unchanged(error: DatelineError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert " " in str(error)


def test_codes_are_different() -> None:
    assert len({error.code for error in FAILURES}) == len(FAILURES) > 8
