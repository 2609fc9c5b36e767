"""Events: words that denote one happening make one event, others make another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.events import Group, Setting, Trigger, find_triggers, group_triggers, load_weights
from dateline.language.document import Document
from tests.parses import LABELS, SOME, any_document, document

KINDS = LABELS["event"]
WEIGHTS = load_weights()


def trigger(sentence: int, kind: str, word: int = 0, *, odds: float = 1.0, background: float = 0.0) -> Trigger:
    kinds = np.zeros(len(KINDS), dtype=np.float32)
    kinds[KINDS.index(kind)] = 1.0
    return Trigger(sentence, word, odds, background, kinds)


def sizes(triggers: Sequence[Trigger], settings: Sequence[Setting] | None = None) -> list[int]:
    found = group_triggers(list(triggers), list(settings or [Setting()] * len(triggers)), WEIGHTS)
    return [len(group.triggers) for group in found]


def test_a_word_is_a_trigger_from_even_odds_on() -> None:
    parsed = document(
        "Gunmen/NOUN/killed/nsubj killed/VERB/-/root/trigger=main:0.6/event=Attack ten/NUM/killed/obj "
        "after/ADP/raid/case a/DET/raid/det raid/NOUN/killed/obl/trigger=background:0.4/event=Armed+clash"
    )
    (found,) = find_triggers(parsed)
    assert (found.sentence, found.word, found.background) == (0, 1, 0.0)
    assert KINDS[int(found.kinds.argmax())] == "Attack"


def test_main_and_background_odds_count_together() -> None:
    parsed = document("The/DET/raid/det raid/NOUN/-/root")
    parsed.sentences[0].odds["trigger"][1] = [0.4, 0.3, 0.3]
    (found,) = find_triggers(parsed)
    assert found.odds == pytest.approx(0.6)
    assert found.background == pytest.approx(0.5)


def test_a_parse_without_the_head_for_triggers_has_none() -> None:
    parsed = document("The/DET/raid/det raid/NOUN/-/root/trigger=main")
    parsed.sentences[0].odds = {}
    assert find_triggers(parsed) == []


def test_the_same_kind_in_the_next_sentence_is_the_same_event() -> None:
    assert sizes([trigger(0, "Attack"), trigger(1, "Attack")]) == [2]


def test_another_kind_of_another_day_and_place_is_another_event() -> None:
    settings = [Setting("Monday", "Djibo"), Setting("Friday", "Gao")]
    assert sizes([trigger(0, "Attack"), trigger(3, "Suicide bomb")], settings) == [1, 1]


def test_background_is_no_part_of_the_news() -> None:
    settings = [Setting("Monday"), Setting("last year")]
    assert sizes([trigger(0, "Attack"), trigger(4, "Attack", background=1.0)], settings) == [1, 1]


def test_a_group_weighs_its_triggers_by_their_odds() -> None:
    group = Group(trigger(0, "Attack", odds=0.9))
    group.add(trigger(2, "Grenade", odds=0.3, background=1.0))
    assert group.background == pytest.approx(0.25)
    assert group.kinds[KINDS.index("Attack")] == pytest.approx(0.75)
    assert (group.sentences, group.last_sentence) == ({0, 2}, 2)


TRIGGERS = st.lists(
    st.builds(
        trigger,
        st.integers(0, 9),
        st.sampled_from(KINDS),
        st.integers(0, 20),
        odds=st.floats(0.5, 1),
        background=st.floats(0, 1),
    ),
    max_size=8,
).map(lambda triggers: sorted(triggers, key=lambda t: (t.sentence, t.word)))


@given(TRIGGERS)
def test_every_trigger_belongs_to_one_event_and_events_come_in_text_order(triggers: list[Trigger]) -> None:
    groups = group_triggers(triggers, [Setting()] * len(triggers), WEIGHTS)
    assert sorted(id(t) for group in groups for t in group.triggers) == sorted(map(id, triggers))
    firsts = [(group.triggers[0].sentence, group.triggers[0].word) for group in groups]
    assert firsts == sorted(firsts)


@SOME
@given(any_document())
def test_whatever_the_parse_a_trigger_is_a_word_with_even_odds(parsed: Document) -> None:
    for found in find_triggers(parsed):
        assert found.word < len(parsed.sentences[found.sentence].words)
        assert 0.5 <= found.odds <= 1.0001
        assert 0 <= found.background <= 1
