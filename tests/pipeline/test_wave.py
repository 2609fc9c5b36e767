"""The wave of January 2026 in Balochistan, fifteen reports of six days: one incident whose toll can be replayed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.ledger import Ledger, open_ledger
from dateline.model import Stance
from dateline.pipeline.adding import add_reports
from dateline.pipeline.viewing import IncidentView, view_incident
from dateline.reading import read_reports

WAVE = Path(__file__).resolve().parents[2] / "examples" / "wave"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    file = tmp_path_factory.mktemp("wave") / "wave.db"
    with open_ledger(str(file), writing=True, begin=True) as opened:
        list(add_reports(opened, read_reports([str(WAVE)])))
        yield opened


@pytest.fixture(scope="module")
def wave(ledger: Ledger) -> IncidentView:
    with ledger.reading() as reader:
        largest = max(reader.incidents(), key=lambda line: line.reports)
    return view_incident(ledger, largest.id)


def test_most_reports_tell_of_one_incident_and_its_parts_stay_apart(wave: IncidentView) -> None:
    assert wave.reports >= 10
    assert wave.parts
    assert len({one.report.id for one in wave.events}) == len(wave.events), "each report tells of it once"


def test_the_toll_rises_from_day_to_day_each_figure_with_its_speaker(wave: IncidentView) -> None:
    best = [state.toll["killed"]["total"].best for state in wave.states if "killed" in state.toll]
    assert len(best) >= 3
    assert best[0] < best[-1]
    assert all(heard.speaker for state in wave.states for heard in state.claims)


def test_no_bound_rests_on_more_than_was_said(wave: IncidentView) -> None:
    for state in wave.states:
        for groups in state.toll.values():
            for group, bounds in groups.items():
                carried = [state.claims[index].claim for index in bounds.best_claims]
                assert bounds.best <= sum(claim.low or claim.high or 0 for claim in carried)
                assert group == "total" or len({heard.group for heard in carried}) == 1


def test_what_the_group_claims_for_itself_is_kept_as_a_partys_claim(wave: IncidentView) -> None:
    assert any(heard.claim.partisan for heard in wave.states[-1].by_parties)
    assert any(
        one.stance is Stance.CLAIMED and "Baloch" in one.actor
        for told in wave.events
        for one in told.event.responsibility
    )


def test_as_of_the_first_day_only_its_reports_count(ledger: Ledger, wave: IncidentView) -> None:
    first = view_incident(ledger, wave.line.id, as_of=date(2026, 1, 31))
    assert 0 < first.reports < wave.reports
    assert all(one.report.published == date(2026, 1, 31) for one in first.events)
