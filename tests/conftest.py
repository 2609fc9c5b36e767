"""What every test starts from."""

import pytest
from hypothesis import settings

# No test asserts speed: a slow machine is no fault.
settings.register_profile("dateline", deadline=None)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Output as in a pipe, whatever terminal the tests run in."""
    monkeypatch.delenv("COLUMNS", raising=False)
