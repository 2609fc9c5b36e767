"""Code one report: run the stages of coding over its parse and put the events together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from dateline.codebook import codebook_version, event_type_of
from dateline.coding.actors import code_actors, describe_actor
from dateline.coding.claims import code_claims
from dateline.coding.dateline import day_of_report, find_dateline
from dateline.coding.dates import code_dates
from dateline.coding.disruptions import find_disruptions
from dateline.coding.drafts import (
    Draft,
    give_answers,
    give_disruptions,
    give_mentions,
    keep_standing,
    setting_of,
    settle_roles,
)
from dateline.coding.event_date import EventDate, choose_date
from dateline.coding.event_place import ChosenPlace, weigh_places
from dateline.coding.event_reasons import event_reasons
from dateline.coding.events import find_triggers, group_triggers, load_weights
from dateline.coding.parties import Parties, code_parties
from dateline.coding.people import code_people
from dateline.coding.peoples import name_peoples
from dateline.coding.place_reasons import Telling
from dateline.coding.places import code_places
from dateline.coding.responsibility import find_responsibility
from dateline.coding.statements import code_statements
from dateline.coding.suspects import Case
from dateline.gazetteer import Gazetteer
from dateline.language.document import Document
from dateline.language.parser import Parser, load_parser
from dateline.model import (
    ActorMention,
    CodedReport,
    Coder,
    DateBasis,
    DateMention,
    Event,
    Person,
    PlaceMention,
    Report,
    Role,
    Span,
    Statement,
)
from dateline.register import Register

#: The version of the built-in coder's rules; it rises whenever a coding can change.
VERSION = "0.1.0"


class ReportCoder:
    """The built-in coder: a language model, a gazetteer and a register, and the rules of this package."""

    def __init__(self, parser: Parser, gazetteer: Gazetteer, register: Register) -> None:
        self._parser = parser
        self._gazetteer = gazetteer
        self._register = register
        _, _, own = register.version.partition("+")
        codebook = f"{codebook_version()}+register.{own}" if own else codebook_version()
        self.versions = Coder("dateline", VERSION, codebook, gazetteer.version, parser.version)

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
        people = code_people(document)
        peoples = name_peoples(document, self._gazetteer.atlas, places)
        events = self._code_events(document, statements, places, dates, actors, people, anchor)
        return CodedReport(
            report=report,
            coder=self.versions,
            dateline=dateline,
            statements=tuple(statements),
            places=tuple(sorted((*places, *peoples), key=lambda place: place.span.start)),
            dates=tuple(dates),
            actors=tuple(actors),
            people=tuple(people),
            events=tuple(events),
        )

    def _code_events(
        self,
        document: Document,
        statements: Sequence[Statement],
        places: Sequence[PlaceMention],
        dates: Sequence[DateMention],
        actors: Sequence[ActorMention],
        people: Sequence[Person],
        anchor: date | None,
    ) -> list[Event]:
        triggers = find_triggers(document)
        settings = [setting_of(document, trigger, places, dates, anchor) for trigger in triggers]
        drafts = [Draft(group) for group in group_triggers(triggers, settings, load_weights())]
        if not drafts:
            return []

        def describe(sentence: int, word: int) -> str:
            return describe_actor(document, sentence, word, actors)

        give_mentions(document, drafts)
        drafts = keep_standing(drafts)
        give_answers(drafts, find_responsibility(document, statements, triggers, actors, describe))
        give_disruptions(drafts, find_disruptions(document))
        whens = [
            choose_date(document, dates, draft.triggers, anchor, draft.role is Role.BACKGROUND, _others(draft, drafts))
            for draft in drafts
        ]
        settle_roles(drafts, whens)
        parties = code_parties(document, [_case(document, draft) for draft in drafts], actors, describe)
        taken = [actor.span for actor in actors] + [person.span for person in people]
        wheres = weigh_places(document, places, _tellings(drafts), self._gazetteer, taken)
        return [
            _event(f"e{number}", document, draft, found, when, where, statements)
            for number, (draft, found, when, where) in enumerate(
                zip(drafts, parties, whens, wheres, strict=True), start=1
            )
        ]


def _event(
    id: str,
    document: Document,
    draft: Draft,
    parties: Parties,
    when: EventDate,
    where: ChosenPlace,
    statements: Sequence[Statement],
) -> Event:
    sentence, word = draft.triggers[0]
    trigger = document.sentences[sentence].words[word]
    kind = draft.sub_event_type(document)
    claims = code_claims(document, draft.mentions, statements, parties.perpetrators, parties.targets)
    return Event(
        id=id,
        role=draft.role,
        event_type=event_type_of(kind),
        sub_event_type=kind,
        trigger=Span.of(document.text, trigger.start, trigger.end),
        confidence=round(max(t.odds for t in draft.group.triggers), 3),
        date_start=when.start,
        date_end=when.end,
        date_precision=when.precision,
        date_basis=when.basis,
        date_span=when.mention if when.basis is DateBasis.STATED else None,
        location=where.location,
        other_locations=where.others,
        perpetrators=parties.perpetrators,
        targets=parties.targets,
        weapons=parties.weapons,
        casualties=tuple(claims),
        responsibility=tuple(dict.fromkeys(answer.responsibility for answer in draft.answers)),
        disruptions=tuple(disruption.phrase for disruption in draft.disruptions),
        reasons=event_reasons(document, draft, when, where, parties),
    )


def _case(document: Document, draft: Draft) -> Case:
    """Return what decides about an event's parties."""
    victims = [(mention.sentence, mention.who[1]) for mention in draft.mentions]
    answers = [answer.responsibility for answer in draft.answers]
    harms = [(mention.sentence, mention.predicate) for mention in draft.mentions]
    return Case(draft.sub_event_type(document), draft.group.triggers, victims, answers, harms)


def _others(draft: Draft, drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return the words of the other events of a report."""
    return [trigger for other in drafts if other is not draft for trigger in other.triggers]


def _tellings(drafts: Sequence[Draft]) -> list[Telling]:
    """Return what tells of each event, for the choice of its place."""
    is_alone = sum(draft.role is Role.MAIN for draft in drafts) == 1
    main = "story" if is_alone else "main"
    return [Telling(tuple(d.triggers), "background" if d.role is Role.BACKGROUND else main) for d in drafts]


def _main_country(places: Sequence[PlaceMention]) -> str | None:
    """Return the country that most of a report's places lie in."""
    codes = [p.location.country_code for p in places if p.location.country_code]
    return max(dict.fromkeys(codes), key=codes.count, default=None)


@cache
def load_coder(threads: int = 0) -> ReportCoder:
    """Return the built-in coder with the packs and registers of this installation, loaded once a process."""
    return ReportCoder(load_parser(threads), Gazetteer.open(), Register.open())
