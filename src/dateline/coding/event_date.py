"""The date of an event: which of the dates a report names is the day it happened.

Syntax comes first: the date that hangs on the words for the event, or on their clause. The day of the
announcement counts only when nothing better is told, and what nothing tells is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
    tie_of,
)
from dateline.coding.event_duration import days_going_on
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
#: What a date costs that hangs on another event's word: by a tie below the first, looser by as much here.
_OTHERS, _CLOSE, _FAR = 3.0, 1.0, 9.0
_NEWS = 9.0


def choose_date(
    document: Document,
    dates: Sequence[DateMention],
    triggers: Sequence[tuple[int, int]],
    anchor: date | None,
    is_background: bool,
    others: Sequence[tuple[int, int]] = (),
) -> EventDate:
    """Return the date of the event whose words are ``triggers`` (sentence, word), most important first.

    ``anchor`` is the day of the report, for what it tells as today's news without naming a day. ``others`` are the
    words of the report's other events: a date that hangs closer on one of them is theirs.
    """
    candidates = read_candidates(document, dates)
    taken = [_OTHERS * _is_anothers(candidate, triggers, others) for candidate in candidates]
    ranked = [
        (cost + claim + _LATER_TRIGGER * min(order, 6), order, candidate.mention.span.start, candidate)
        for order, (sentence, word) in enumerate(triggers)
        for candidate, claim in zip(candidates, taken, strict=True)
        for cost in [cost_of(document, candidate, sentence, word, anchor, is_background)]
        if cost is not None
    ]
    news_day = None if is_background else _news_day(document, triggers, anchor)
    if news_day and (not ranked or min(cost for cost, *_ in ranked) > _NEWS):
        return news_day
    if not ranked:
        return _lead_day(document, candidates, triggers)
    _, order, _, cheapest = min(ranked, key=lambda entry: entry[:3])
    best = _refined(cheapest, candidates)
    is_here = best.sentence.index == triggers[order][0]
    rule = "date_refined" if best is not cheapest else "date_in_sentence" if is_here else "date_near"
    chosen = replace(_dated(document, best, candidates), rule=rule)
    return chosen if is_background else _from_beginning(document, chosen, candidates, triggers)


def _is_anothers(candidate: Candidate, triggers: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a date hangs closer on another event's word in its sentence than on any of this event's."""
    own = [tie for trigger in triggers if (tie := tie_of(candidate, *trigger)) is not None]
    theirs = [tie for trigger in others if (tie := tie_of(candidate, *trigger)) is not None]
    return bool(theirs) and min(theirs) < _CLOSE and min(theirs) + _CLOSE <= min(own, default=_FAR)


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
    """Let what goes on for days begin when it began."""
    if chosen.start is None or chosen.precision is not DatePrecision.DAY:
        return chosen
    began = [c.mention.start for c in candidates if _is_beginning(document, c, triggers)]
    began.append(chosen.start - timedelta(days_going_on(document, triggers) - 1))
    start = min(
        (day for day in began if day and 0 < (chosen.start - day).days <= _LASTING),
        default=chosen.start,
    )
    return replace(chosen, start=start)


def _is_beginning(document: Document, candidate: Candidate, triggers: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a date is when an event began: "81 have died since Friday"."""
    sentence, verb = candidate.sentence, clause_of(candidate.sentence, candidate.word)
    if candidate.first == 0 or sentence.words[candidate.first - 1].lower != "since":
        return False
    verbs = [clause_of(sentence, word) for index, word in triggers if index == sentence.index]
    return any(own is not None and verb in {own, *heads_above(sentence, own)} for own in verbs)


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
    if not triggers:
        return EventDate()
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
