"""The gate: floors rise and never sink."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import gate

FIGURES = st.dictionaries(st.sampled_from(["events", "claims", "killed"]), st.floats(0, 1))


def test_a_figure_below_its_floor_is_named() -> None:
    assert gate.sunken({"events": 0.7, "claims": 0.6}, {"events": 0.69, "claims": 0.6}) == [
        "events is 0.6900, below its floor 0.7000"
    ]


def test_a_figure_that_is_gone_has_sunk() -> None:
    assert gate.sunken({"events": 0.7}, {}) == ["events is 0.0000, below its floor 0.7000"]


@given(FIGURES, FIGURES)
def test_raised_floors_never_sink(floors: gate.Figures, figures: gate.Figures) -> None:
    risen = gate.raised(floors, figures)
    assert all(risen[name] >= floor for name, floor in floors.items())
    assert gate.sunken(floors, figures) or not gate.sunken(risen, figures)


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"examples": {"events": 0.5}}))
    monkeypatch.setattr(gate, "FLOORS", file)
    monkeypatch.setattr(gate, "sets", lambda: {"examples": gate.Gold(file, file)})
    monkeypatch.setattr(gate, "measure_language", dict)
    monkeypatch.setattr("sys.argv", ["gate.py", "--update"])
    return file


def test_update_refuses_to_lower_a_floor(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "measure", lambda gold: {"events": 0.4, "claims": 0.9})
    assert gate.main() == 1
    assert json.loads(floors.read_text()) == {"examples": {"events": 0.5}}


def test_update_raises_a_floor_to_what_is_measured_less_the_slack(
    floors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "measure", lambda gold: {"events": 0.8})
    assert gate.main() == 0
    assert json.loads(floors.read_text()) == {"examples": {"events": pytest.approx(0.79)}}


def test_the_examples_are_always_measured() -> None:
    examples = gate.sets()["examples"]
    assert examples.reports.exists()
    assert examples.gold.exists()
