"""Put together why an event is coded as it is, from what each stage says of its own decision."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.clues import Clue
from dateline.coding.drafts import Draft
from dateline.coding.event_date import EventDate
from dateline.coding.event_place import ChosenPlace
from dateline.coding.parties import Parties
from dateline.language.document import Document
from dateline.model import Reason

#: So many of an event's triggers are named.
_NAMED = 3


def event_reasons(
    document: Document, draft: Draft, when: EventDate, where: ChosenPlace, parties: Parties
) -> tuple[Reason, ...]:
    """Return the reasons of an event's fields, in the order of the contract."""
    return (
        *(clue.reason(document) for clue in _of_triggers(draft, draft.sub_event_type(document))),
        when.reason,
        *where.reasons,
        *parties.reasons,
        *(
            Reason("responsibility", answer.rule, answer.responsibility.evidence, answer.responsibility.actor)
            for answer in draft.answers
        ),
        *(Reason("disruptions", "disruption_words", one.span, one.phrase) for one in draft.disruptions),
    )


def _of_triggers(draft: Draft, kind: str) -> Iterator[Clue]:
    """Yield why there is an event at all, which type it has, and whether it is the news."""
    group = draft.group
    surest = sorted(group.triggers, key=lambda t: (-t.odds, t.sentence, t.word))[:_NAMED]
    for trigger in surest:
        yield Clue("trigger", "trigger_head", trigger.sentence, trigger.word, trigger.word, odds=trigger.odds)
    sentence, word = draft.triggers[0]
    yield Clue("sub_event_type", "type_head", sentence, word, word, kind, float(group.kinds.max()))
    if draft.is_old:
        yield Clue("role", "role_older")
    else:
        rule = "role_background_head" if group.background > 0.5 else "role_news_head"
        odds = group.background if group.background > 0.5 else 1 - group.background
        yield Clue("role", rule, sentence, word, word, odds=odds)
