"""Judgements by people: incidents merge and split by them, and no machine undoes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import EventUnknown, JudgementPointless
from dateline.ledger import Ledger, open_ledger
from dateline.model import Verdict
from dateline.pipeline.adding import add_reports
from dateline.pipeline.judging import judge
from tests.ledger.made import BY_PLACE, load_made, report

QUETTA, LATER, NUSHKI = report("Quetta", 12), report("Quetta", 15, published="2026-02-02"), report("Nushki", 3)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(str(tmp_path / "l.db"), writing=True, begin=True) as opened:
        list(add_reports(opened, [QUETTA, LATER, NUSHKI], load=load_made, linker=BY_PLACE))
        yield opened


def incidents(ledger: Ledger) -> list[int]:
    with ledger.reading() as reader:
        return sorted(line.reports for line in reader.incidents())


def judged(ledger: Ledger, one: str, other: str, verdict: Verdict) -> int:
    return len(judge(ledger, f"{one}/e1", f"{other[:9]}/e1", verdict, "R. Okafor", "I was there", BY_PLACE))


def test_same_merges_and_different_splits_again(ledger: Ledger) -> None:
    assert incidents(ledger) == [1, 2]
    assert judged(ledger, QUETTA.id, NUSHKI.id, Verdict.SAME) == 1
    assert incidents(ledger) == [3]
    assert judged(ledger, NUSHKI.id, QUETTA.id, Verdict.DIFFERENT) == 2
    assert incidents(ledger) == [1, 2]


def test_later_reports_do_not_undo_what_a_person_judged(ledger: Ledger) -> None:
    judged(ledger, QUETTA.id, LATER.id, Verdict.DIFFERENT)
    assert incidents(ledger) == [1, 1, 1]
    list(add_reports(ledger, [report("Quetta", 16, published="2026-02-04")], load=load_made, linker=BY_PLACE))
    with ledger.reading() as reader:
        held = reader.incidents_of([f"{QUETTA.id}/e1", f"{LATER.id}/e1"])
    assert len(set(held.values())) == 2


def test_every_judgement_is_kept_with_who_and_why(ledger: Ledger) -> None:
    judged(ledger, QUETTA.id, NUSHKI.id, Verdict.SAME)
    judged(ledger, QUETTA.id, NUSHKI.id, Verdict.DIFFERENT)
    with ledger.reading() as reader:
        said = [one for one in reader.judgements([f"{QUETTA.id}/e1", f"{NUSHKI.id}/e1"]) if one.by_person]
    assert [one.verdict for one in said] == [Verdict.SAME, Verdict.DIFFERENT]
    assert {(one.author, one.reason) for one in said} == {("R. Okafor", "I was there")}


def test_what_cannot_be_judged_changes_nothing(ledger: Ledger) -> None:
    with pytest.raises(JudgementPointless):
        judged(ledger, QUETTA.id, QUETTA.id, Verdict.SAME)
    with pytest.raises(EventUnknown):
        judged(ledger, QUETTA.id, "ffffffffff", Verdict.SAME)
    assert incidents(ledger) == [1, 2]
