"""Events while they are put together: triggers, and the findings of a report given out among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.coding.disruptions import Disruption
from dateline.coding.event_date import EventDate, choose_date
from dateline.coding.events import Group, Setting, Trigger
from dateline.coding.mention import Mention
from dateline.coding.mentions import find_mentions
from dateline.coding.responsibility import Answer
from dateline.language.document import Document, Sentence, steps_between
from dateline.model import DateMention, PlaceMention, Role

#: How many steps in the tree a town may stand from the word whose event it places.
_STEPS = 3
#: Odds of a lone trigger from which on its event is coded without any figure.
_SURE = 0.7
#: An event that ended longer than this before the report's last event is no news; at just this, the model decides.
_NEWS_DAYS, _DOUBTFUL = 1, 0.25


@dataclass(slots=True)
class Draft:
    """An event in the making."""

    group: Group
    mentions: list[Mention] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    disruptions: list[Disruption] = field(default_factory=list)
    is_old: bool = False
    is_alone: bool = False

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """Sentence and word of each trigger, the surest first."""
        return [(t.sentence, t.word) for t in sorted(self.group.triggers, key=lambda t: (-t.odds, t.sentence, t.word))]

    @property
    def role(self) -> Role:
        """Whether the event is the news or told for context."""
        is_background = self.is_old or (self.group.background > 0.5 and not self.is_alone)
        return Role.BACKGROUND if is_background else Role.MAIN

    @property
    def stands(self) -> bool:
        """Whether the event is sure enough to be coded: a figure, several triggers or one strong trigger."""
        triggers = self.group.triggers
        return bool(self.mentions) or len(triggers) > 1 or triggers[0].odds >= _SURE

    def sub_event_type(self, document: Document) -> str:
        """Return the likeliest ACLED sub-event type over all triggers."""
        labels = document.sentences[self.group.triggers[0].sentence].labels["event"]
        return labels[int(self.group.kinds.argmax())]


def setting_of(
    document: Document,
    trigger: Trigger,
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    anchor: date | None,
) -> Setting:
    """Return the day and the town that a trigger's own sentence gives it, if it gives any."""
    sentence = document.sentences[trigger.sentence]
    where = (trigger.sentence, trigger.word)
    when = choose_date(document, dates, [where], anchor, trigger.background > 0.5)
    is_said = when.mention is not None and sentence.start <= when.mention.start < sentence.end
    return Setting(when.start if is_said else None, _town_beside(sentence, trigger.word, places))


def _town_beside(sentence: Sentence, trigger: int, places: Sequence[PlaceMention]) -> str | None:
    """Return the town that stands nearest to a trigger in its sentence's tree, if one stands near."""
    starts = {word.start: word.index for word in sentence.words}
    towns = [
        (steps_between(sentence, starts[place.span.start], trigger), place.span.start, place.location.name)
        for place in places
        if place.location.precision == "exact" and place.span.start in starts
    ]
    return min(towns)[2] if towns and min(towns)[0] <= _STEPS else None


def keep_standing(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the events that are sure enough to be coded, at least one; the only event of a report is its news."""
    standing = [draft for draft in drafts if draft.stands] or list(drafts[:1])
    standing[0].is_alone = len(standing) == 1
    return standing


def give_mentions(document: Document, drafts: Sequence[Draft]) -> None:
    """Give each casualty figure to the event whose trigger is nearest: in its clause, sentence, or before."""
    for sentence in document.sentences:
        for mention in find_mentions(sentence):
            owner = min(drafts, key=lambda draft: _gap(draft, mention.sentence, mention.predicate))
            owner.mentions.append(mention)


def _gap(draft: Draft, sentence: int, word: int) -> float:
    """Distance of an event from a word: words in the same sentence, sentences otherwise, those behind farther."""
    far = 0.4 if draft.role is Role.BACKGROUND else 0.0
    return min(
        abs(trigger.word - word) / 100
        if trigger.sentence == sentence
        else abs(trigger.sentence - sentence) + 0.5 * (trigger.sentence > sentence) + far
        for trigger in draft.group.triggers
    )


def give_answers(drafts: Sequence[Draft], answers: Sequence[Answer]) -> None:
    """Give responsibility to an event told in its sentence, else to the news told last before it."""
    for answer in answers:
        here = [d for d in drafts if answer.sentence in d.group.sentences]
        before = [d for d in reversed(drafts) if d.role is Role.MAIN and min(d.group.sentences) <= answer.sentence]
        (here or before or list(drafts))[0].answers.append(answer)


def give_disruptions(drafts: Sequence[Draft], disruptions: Sequence[Disruption]) -> None:
    """Give a disruption to an event told in its sentence, else to the first news; background disrupts nothing now."""
    news = [draft for draft in drafts if draft.role is Role.MAIN]
    for disruption in disruptions:
        here = [draft for draft in drafts if disruption.sentence in draft.group.sentences]
        for owner in (here or news)[:1]:
            owner.disruptions.append(disruption)


def settle_roles(drafts: Sequence[Draft], whens: Sequence[EventDate]) -> None:
    """Make background of what ended days before the news: on the training dispatches 106 of 111 such events are."""
    ends = [when.end or when.start for when in whens]
    dated = [(draft, end) for draft, end in zip(drafts, ends, strict=True) if end and draft.role is Role.MAIN]
    news = max((end for _, end in dated), default=None)
    for draft, end in dated:
        days = (news - end).days if news else 0
        draft.is_old = days > _NEWS_DAYS or (days == _NEWS_DAYS and draft.group.background > _DOUBTFUL)
