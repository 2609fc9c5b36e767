"""What every test starts from."""

import pytest
from hypothesis import settings

from tests.postgres import find_programs

# No test asserts speed: a slow machine is no fault.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output as in a pipe, whatever terminal the tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say it aloud when the ledger was not tested on PostgreSQL."""
    if find_programs() is None:
        terminalreporter.write_line("NOT TESTED: ledgers in PostgreSQL. Install its server: apt-get install postgresql")
