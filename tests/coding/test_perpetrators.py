"""Perpetrators: one name an actor, of the side that did it, sufferers left out."""

from __future__ import annotations

import pytest

from dateline.coding.actors import code_actors, describe_actor
from dateline.coding.events import find_triggers
from dateline.coding.perpetrators import choose, find_perpetrators, rank
from dateline.coding.suspects import Case, Inquiry, Suspect
from dateline.model import Responsibility, Stance
from dateline.register import Register
from tests.parses import document

REGISTER = Register.open()

GUNMEN = (
    "Gunmen/NOUN/killed/nsubj killed/VERB/-/root/trigger=main ten/NUM/soldiers/nummod soldiers/NOUN/killed/obj "
    "near/ADP/Djibo/case Djibo/PROPN/killed/obl"
)
CLASH = (
    "Troops/NOUN/clashed/nsubj clashed/VERB/-/root/trigger=main with/ADP/rebels/case rebels/NOUN/clashed/obl "
    "on/ADP/Monday/case Monday/PROPN/clashed/obl"
)
CROWD = (
    "Police/NOUN/fired/nsubj fired/VERB/-/root/trigger=main at/ADP/protesters/case protesters/NOUN/fired/obl "
    "who/PRON/threw/nsubj threw/VERB/protesters/acl:relcl/trigger=main stones/NOUN/threw/obj"
)
KILLED = "Ten/NUM/rebels/nummod rebels/NOUN/killed/nsubj:pass were/AUX/killed/aux:pass killed/VERB/-/root/trigger=main"
BOMB = "A/DET/bomb/det bomb/NOUN/exploded/nsubj exploded/VERB/-/root/trigger=main"


def who(kind: str, *sentences: str, answers: tuple[Responsibility, ...] = ()) -> tuple[str, ...]:
    parsed = document(*sentences)
    actors = code_actors(parsed, REGISTER, None)
    inquiry = Inquiry.of(parsed, actors, lambda s, w: describe_actor(parsed, s, w, actors))
    return find_perpetrators(inquiry, [Case(kind, find_triggers(parsed), answers=answers)])[0]


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        ("Attack", GUNMEN, ("Gunmen",)),
        ("Armed clash", CLASH, ("rebels", "Troops")),
        ("Excessive force against protesters", CROWD, ("Police",)),
        ("Violent demonstration", CROWD, ("protesters",)),
        ("Attack", KILLED, ()),
        ("Remote explosive/landmine/IED", BOMB, ()),
    ],
)
def test_the_perpetrators_are_those_who_act_and_fit_the_kind_of_event(
    kind: str, sentence: str, expected: tuple[str, ...]
) -> None:
    assert who(kind, sentence) == expected


def test_the_claimant_is_the_perpetrator_and_stands_for_the_gunmen() -> None:
    claim = Responsibility("Baloch Liberation Army", Stance.CLAIMED)
    assert who("Attack", GUNMEN, answers=(claim,)) == ("Baloch Liberation Army",)


def test_who_denies_it_is_no_perpetrator() -> None:
    denial = Responsibility("Baloch Liberation Army", Stance.DENIED)
    assert who("Attack", GUNMEN, answers=(denial,)) == ("Gunmen",)


def test_the_odds_of_all_suspects_and_of_nobody_make_one() -> None:
    suspects = [Suspect(name, "armed", True, (0, 0), {"doer": 1.0}) for name in ("BLA", "TTP")]
    ranked = rank(suspects, "Attack", {"doer": 1.0, "nobody": 1.0})
    assert sum(odds for odds, _ in ranked) == pytest.approx(1.0)
    assert [s.name if s else None for _, s in ranked] == ["BLA", "TTP", None]


def test_nobody_did_it_where_nobody_is_likeliest() -> None:
    suspect = Suspect("BLA", "armed", True, (0, 0), {"doer": 1.0})
    least = {"partner": 0.2, "further": 0.7}
    assert choose(rank([suspect], "Attack", {"doer": -1.0}), least) == []
    assert choose(rank([suspect], "Attack", {"doer": 1.0}), least) == [suspect]
