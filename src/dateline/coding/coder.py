"""Code one report: run the stages of coding over its parse and put the events together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dateline.codebook import codebook_version, event_type_of
from dateline.coding.actors import code_actors, describe_actor
from dateline.coding.claims import code_claims
from dateline.coding.dateline import day_of_report, find_dateline
from dateline.coding.dates import code_dates
from dateline.coding.disruptions import Disruption, find_disruptions
from dateline.coding.event_date import EventDate, choose_date
from dateline.coding.event_place import choose_place
from dateline.coding.events import Group, Setting, Trigger, find_triggers, group_triggers, load_weights
from dateline.coding.mentions import Mention, find_mentions
from dateline.coding.parties import Parties, code_parties
from dateline.coding.people import code_people
from dateline.coding.places import code_places
from dateline.coding.responsibility import Answer, find_responsibility
from dateline.coding.statements import code_statements
from dateline.coding.suspects import Case
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document, Sentence, steps_between
from dateline.language.parser import Parser, load_parser
from dateline.model import (
    ActorMention,
    CodedReport,
    Coder,
    DateMention,
    Event,
    Location,
    PlaceMention,
    Report,
    Role,
    Span,
    Statement,
)
from dateline.register import Register

#: The version of the built-in coder's rules; it rises whenever a coding can change.
VERSION = "0.1.0"


@dataclass(slots=True)
class _Draft:
    """An event while it is put together."""

    group: Group
    mentions: list[Mention] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    disruptions: list[Disruption] = field(default_factory=list)
    is_old: bool = False

    @property
    def triggers(self) -> list[tuple[int, int]]:
        """Sentence and word of each trigger, the surest first."""
        return [(t.sentence, t.word) for t in sorted(self.group.triggers, key=lambda t: (-t.odds, t.sentence, t.word))]

    @property
    def is_background(self) -> bool:
        return self.is_old or self.group.background > 0.5


class ReportCoder:
    """The built-in coder: a language model, a gazetteer and a register, and the rules of this package."""

    def __init__(self, parser: Parser, gazetteer: Gazetteer, register: Register) -> None:
        self._parser = parser
        self._gazetteer = gazetteer
        self._register = register
        self.versions = Coder("dateline", VERSION, codebook_version(), gazetteer.version, parser.version)

    def code(self, report: Report) -> CodedReport:
        """Return everything found in a report. The same report always gives the same result."""
        dateline, _ = find_dateline(report.text, report.published)
        document = self._parser.parse(report.text)
        anchor = day_of_report(dateline, report.published)
        places = code_places(document, self._gazetteer, dateline.place if dateline else None)
        dates = code_dates(document, anchor)
        country = _main_country(places)
        actors = code_actors(document, self._register, country)
        statements = code_statements(document, self._register)
        events = self._code_events(document, statements, places, dates, actors, anchor)
        return CodedReport(
            report=report,
            coder=self.versions,
            dateline=dateline,
            statements=tuple(statements),
            places=tuple(places),
            dates=tuple(dates),
            actors=tuple(actors),
            people=tuple(code_people(document)),
            events=tuple(events),
        )

    def _code_events(
        self,
        document: Document,
        statements: Sequence[Statement],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        actors: Sequence[ActorMention],
        anchor: date | None,
    ) -> list[Event]:
        triggers = find_triggers(document)
        settings = [_setting(document, trigger, places, dates, anchor) for trigger in triggers]
        drafts = [_Draft(group) for group in group_triggers(triggers, settings, load_weights())]
        if not drafts:
            return []

        def describe(sentence: int, word: int) -> str:
            return describe_actor(document, sentence, word, actors)

        _give_mentions(document, drafts)
        _give_answers(drafts, find_responsibility(document, statements, triggers, actors, describe))
        _give_disruptions(drafts, find_disruptions(document))
        drafts = [draft for draft in drafts if _stands(draft)]
        parties = code_parties(document, [_case(document, draft) for draft in drafts], actors, describe)
        whens = [choose_date(document, dates, draft.triggers, anchor, draft.is_background) for draft in drafts]
        _settle_roles(drafts, whens)
        events = []
        for number, (draft, party, when) in enumerate(zip(drafts, parties, whens, strict=True), start=1):
            where, others = choose_place(document, places, draft.triggers, self._gazetteer)
            events.append(_event(f"e{number}", document, draft, party, when, where, others, statements))
        return events


def _event(
    id: str,
    document: Document,
    draft: _Draft,
    party: Parties,
    when: EventDate,
    where: Location | None,
    others: tuple[str, ...],
    statements: Sequence[Statement],
) -> Event:
    sentence, word = draft.triggers[0]
    trigger = document.sentences[sentence].words[word]
    kind = _sub_event_type(document, draft.group)
    return Event(
        id=id,
        role=Role.BACKGROUND if draft.is_background else Role.MAIN,
        event_type=event_type_of(kind),
        sub_event_type=kind,
        trigger=Span.of(document.text, trigger.start, trigger.end),
        confidence=round(max(t.odds for t in draft.group.triggers), 3),
        date_start=when.start,
        date_end=when.end,
        date_precision=when.precision,
        location=where,
        other_locations=others,
        perpetrators=party.perpetrators,
        targets=party.targets,
        weapons=party.weapons,
        casualties=tuple(code_claims(document, draft.mentions, statements, party.perpetrators, party.targets)),
        responsibility=tuple(dict.fromkeys(a.responsibility for a in draft.answers)),
        disruptions=tuple(d.phrase for d in draft.disruptions),
    )


def _case(document: Document, draft: _Draft) -> Case:
    """Return what decides about an event's parties."""
    victims = [(mention.sentence, mention.who[1]) for mention in draft.mentions]
    answers = [answer.responsibility for answer in draft.answers]
    return Case(_sub_event_type(document, draft.group), draft.group.triggers, victims, answers)


def _settle_roles(drafts: Sequence[_Draft], whens: Sequence[EventDate]) -> None:
    """Make background of what ended days before the news: on the training dispatches 106 of 111 such events are."""
    ends = [when.end or when.start for when in whens]
    news = max((end for draft, end in zip(drafts, ends, strict=True) if end and not draft.is_background), default=None)
    for draft, end in zip(drafts, ends, strict=True):
        if news and end and not draft.is_background:
            days = (news - end).days
            draft.is_old = days > _NEWS_DAYS or (days == _NEWS_DAYS and draft.group.background > _DOUBTFUL)


#: An event that ended longer than this before the report's last event is no news; at just this, the model decides.
_NEWS_DAYS = 1
_DOUBTFUL = 0.25


def _sub_event_type(document: Document, group: Group) -> str:
    """Return the likeliest ACLED sub-event type over all triggers of an event."""
    labels = document.sentences[group.triggers[0].sentence].labels["event"]
    return labels[int(group.kinds.argmax())]


def _main_country(places: Sequence[PlaceMention]) -> str | None:
    """Return the country that most of a report's places lie in."""
    codes = [p.location.country_code for p in places if p.location.country_code]
    return max(dict.fromkeys(codes), key=codes.count, default=None)


def _setting(
    document: Document,
    trigger: Trigger,
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    anchor: date | None,
) -> Setting:
    """Return the day and the place that a trigger's own sentence gives it, if it gives any."""
    sentence = document.sentences[trigger.sentence]
    where = (trigger.sentence, trigger.word)
    when = choose_date(document, dates, [where], anchor, trigger.background > 0.5)
    said = when.mention is not None and sentence.start <= when.mention.start < sentence.end
    return Setting(when.start if said else None, _town_beside(sentence, trigger.word, places))


def _town_beside(sentence: Sentence, trigger: int, places: Sequence[PlaceMention]) -> str | None:
    """Return the town that stands nearest to a trigger in its sentence's tree, if one stands near."""
    towns = [
        (steps_between(sentence, word.index, trigger), word.index, place.location.name)
        for place in places
        if place.location.precision == "exact" and sentence.start <= place.span.start < sentence.end
        for word in sentence.words
        if word.start == place.span.start
    ]
    return min(towns)[2] if towns and min(towns)[0] <= _STEPS else None


#: How many steps in the tree a town may stand from the word whose event it places.
_STEPS = 3


def _give_mentions(document: Document, drafts: Sequence[_Draft]) -> None:
    """Give each casualty figure to the event whose trigger is nearest: in its clause, sentence, or before."""
    for sentence in document.sentences:
        for mention in find_mentions(sentence):
            min(drafts, key=lambda draft: _gap(document, draft, mention.sentence, mention.predicate)).mentions.append(
                mention
            )


def _gap(document: Document, draft: _Draft, sentence: int, word: int) -> float:
    """Distance of an event from a word: words in the same sentence, sentences otherwise."""
    gaps = []
    for trigger in draft.group.triggers:
        if trigger.sentence == sentence:
            gaps.append(abs(trigger.word - word) / 100)
        else:
            behind = trigger.sentence > sentence
            gaps.append(abs(trigger.sentence - sentence) + 0.5 * behind + 0.4 * draft.is_background)
    return min(gaps)


def _give_answers(drafts: Sequence[_Draft], answers: Sequence[Answer]) -> None:
    """Give responsibility to the nearest event of the news; to the background only in its own sentences."""
    for answer in answers:
        here = [d for d in drafts if answer.sentence in d.group.sentences]
        news = [d for d in drafts if not d.is_background]
        owner = (here or [d for d in reversed(news) if min(d.group.sentences) <= answer.sentence] or list(drafts))[0]
        owner.answers.append(answer)


def _give_disruptions(drafts: Sequence[_Draft], disruptions: Sequence[Disruption]) -> None:
    for disruption in disruptions:
        here = [d for d in drafts if disruption.sentence in d.group.sentences]
        news = [d for d in drafts if not d.is_background]
        if here or news:
            (here or news)[0].disruptions.append(disruption)


def _stands(draft: _Draft) -> bool:
    """Tell whether an event is sure enough to be coded: a figure, several triggers or one strong trigger."""
    strongest = max(trigger.odds for trigger in draft.group.triggers)
    return bool(draft.mentions) or strongest >= 0.7 or len(draft.group.triggers) > 1


@cache
def load_coder(threads: int = 0) -> ReportCoder:
    """Return the built-in coder with the packs and registers of this installation, loaded once a process."""
    return ReportCoder(load_parser(threads), Gazetteer.open(), Register.open())
