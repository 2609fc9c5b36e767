"""The date of an event: which of the dates a report names is the day it happened.

Syntax comes first: the date that hangs on the words for the event, or on their clause. The day of the
announcement counts only when nothing better is told, and what nothing tells is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.codebook import load_lines
from dateline.coding.date_ties import (
    LEAD,
    Candidate,
    clause_of,
    cost_of,
    follows_after,
    heads_above,
    is_said,
    read_candidates,
)
from dateline.language.document import Document
from dateline.model import DateBasis, DateMention, DatePrecision, Reason, Span


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, how exactly that is known, the words that say so, and the rule that chose them.

    ``mention`` is None where no words do; ``rule`` is a code of ``reasons.toml``.
    """

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    mention: Span | None = None
    rule: str = "date_unknown"

    @property
    def basis(self) -> DateBasis | None:
        """Whether the day is stated of this event, or only implied; None where it is unknown."""
        if self.start is None:
            return None
        return DateBasis.IMPLIED if self.rule in ("date_of_report", "date_of_lead") else DateBasis.STATED

    @property
    def reason(self) -> Reason:
        """Why this day."""
        return Reason("date", self.rule, self.mention)


#: How many sentences on a coarse date may be told again by its day.
_NEARBY = 2
#: How many days one event may last.
_LASTING = 10
_LATER_TRIGGER = 0.1
_NEWS = 9.0


def choose_date(
    document: Document,
    dates: Sequence[DateMention],
    triggers: Sequence[tuple[int, int]],
    anchor: date | None,
    is_background: bool,
) -> EventDate:
    """Return the date of the event whose words are ``triggers`` (sentence, word), most important first.

    ``anchor`` is the day of the report, for what it tells as today's news without naming a day.
    """
    candidates = read_candidates(document, dates)
    ranked = [
        (cost + _LATER_TRIGGER * min(order, 6), order, candidate.mention.span.start, candidate)
        for order, (sentence, word) in enumerate(triggers)
        for candidate in candidates
        for cost in [cost_of(document, candidate, sentence, word, anchor, is_background)]
        if cost is not None
    ]
    news_day = None if is_background else _news_day(document, triggers, anchor)
    if news_day and (not ranked or min(cost for cost, *_ in ranked) > _NEWS):
        return news_day
    if not ranked:
        return _lead_day(document, candidates, triggers) if is_background else EventDate()
    _, order, _, cheapest = min(ranked, key=lambda entry: entry[:3])
    best = _refined(cheapest, candidates)
    is_here = best.sentence.index == triggers[order][0]
    rule = "date_refined" if best is not cheapest else "date_in_sentence" if is_here else "date_near"
    chosen = replace(_dated(document, best, candidates), rule=rule)
    return chosen if is_background else _from_beginning(document, chosen, candidates, triggers)


def _refined(best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """Return the day told near a coarser date that holds it: "last month ... That was on 4 April"."""
    start, end = best.mention.start, best.mention.end
    if best.mention.precision is DatePrecision.DAY or start is None or end is None:
        return best
    for other in candidates:
        day = other.mention.start
        is_near = 0 <= other.sentence.index - best.sentence.index <= _NEARBY
        is_told = not is_said(other, clause_of(other.sentence, other.word)) and not follows_after(other)
        if is_near and is_told and other.mention.precision is DatePrecision.DAY and day and start <= day <= end:
            return other
    return best


def _from_beginning(
    document: Document,
    chosen: EventDate,
    candidates: Sequence[Candidate],
    triggers: Sequence[tuple[int, int]],
) -> EventDate:
    """Let what goes on for days begin when it began: "81 have died since Friday"."""
    if chosen.start is None or chosen.precision is not DatePrecision.DAY:
        return chosen
    starts = [chosen.start]
    for index, word in triggers:
        sentence = document.sentences[index]
        verb = clause_of(sentence, word)
        for candidate in candidates:
            if candidate.sentence is not sentence or candidate.mention.start is None or verb is None:
                continue
            is_since = candidate.first > 0 and sentence.words[candidate.first - 1].lower == "since"
            if is_since and clause_of(sentence, candidate.word) in {verb, *heads_above(sentence, verb)}:
                starts.append(candidate.mention.start)
    start = min((day for day in starts if (chosen.start - day).days <= _LASTING), default=chosen.start)
    return replace(chosen, start=start)


def _news_day(document: Document, triggers: Sequence[tuple[int, int]], anchor: date | None) -> EventDate | None:
    """Return the day of the report for what it tells as news, and not as past when other things happened."""
    if anchor is None:
        return None
    for index, word in triggers:
        sentence = document.sentences[index]
        verb = clause_of(sentence, word)
        is_past = verb is not None and any(kid.lower in {"had", "'d"} for kid in sentence.kids(verb, "aux"))
        if not is_past:
            return EventDate(anchor, anchor, DatePrecision.DAY, rule="date_of_report")
    return None


def _lead_day(document: Document, candidates: Sequence[Candidate], triggers: Sequence[tuple[int, int]]) -> EventDate:
    """Return the day of the lead for what else the report tells of that day, unless it looks back."""
    for index, _ in triggers:
        told = {word.lower for word in document.sentences[index].words}
        if told.intersection(load_lines("looking_back.txt")) or any(c.sentence.index == index for c in candidates):
            return EventDate()
    lead = next((c for c in candidates if c.sentence.index <= LEAD and c.mention.precision is DatePrecision.DAY), None)
    return replace(_dated(document, lead, candidates), rule="date_of_lead") if lead else EventDate()


def _dated(document: Document, best: Candidate, candidates: Sequence[Candidate]) -> EventDate:
    """Return the event date of a candidate, with the other end when it opens or closes a range."""
    mention = best.mention
    start, end = mention.start, mention.end
    for other in candidates:
        if (
            other.sentence is best.sentence
            and other.mention is not mention
            and _are_joined(document, mention, other.mention)
        ):
            start = min(filter(None, (start, other.mention.start)), default=start)
            end = max(filter(None, (end, other.mention.end)), default=end)
    return EventDate(start, end, mention.precision, mention.span)


def _are_joined(document: Document, one: DateMention, other: DateMention) -> bool:
    """Tell whether two days stand together: "Thursday and Friday", "20 to 21 April"."""
    first, second = sorted((one.span, other.span))
    between = document.text[first.end : second.start]
    return one.precision is other.precision is DatePrecision.DAY and bool(
        re.fullmatch(r"\s*(?:and|to|[-–—]|into)\s*(?:on )?", between)
    )
