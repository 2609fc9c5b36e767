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
from dateline.language.document import Document, Sentence
from dateline.model import DateMention, DatePrecision, Span


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, how exactly that is known, and the words that say so."""

    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.UNKNOWN
    mention: Span | None = None


#: What each way a date can be tied to an event costs; the cheapest date wins. Swept on dispatches train.
_CLAUSE, _ABOVE, _SENTENCE, _ANNOUNCED, _NEIGHBOUR = 0.0, 2.0, 3.0, 8.0, 5.0
_COARSE = {DatePrecision.DAY: 0.0, DatePrecision.WEEK: 2.0, DatePrecision.MONTH: 2.0, DatePrecision.YEAR: 5.0,
           DatePrecision.UNKNOWN: 5.0}  # fmt: skip
_APART = 3.0
_SAID = 2.0
_HAPPENS = 2.0
_STALE = 3.0
_FRESH = 1.0
#: A main event is seldom told more than this many days late.
_OLD_NEWS = 60
#: How many sentences on a coarse date may be told again by its day.
_NEARBY = 2
#: How many days one event may last.
_LASTING = 10
_LATER_TRIGGER = 0.1
_NEWS = 9.0
#: The sentences that tell the news, a headline or two among them.
_LEAD = 3


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A usable date with its sentence and the word of it that stands highest in the tree."""

    mention: DateMention
    sentence: Sentence
    word: int
    first: int
    last: int


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
    candidates = _candidates(document, dates)
    ranked = [
        (cost + _LATER_TRIGGER * min(order, 6), order, candidate.mention.span.start, candidate)
        for order, (sentence, word) in enumerate(triggers)
        for candidate in candidates
        for cost in [_cost(document, candidate, sentence, word, anchor, is_background)]
        if cost is not None
    ]
    news_day = None if is_background else _news_day(document, triggers, anchor)
    if news_day and (not ranked or min(cost for cost, *_ in ranked) > _NEWS):
        return news_day
    if not ranked:
        return _lead_day(document, candidates, triggers) if is_background else EventDate()
    best = _refined(min(ranked, key=lambda entry: entry[:3])[-1], candidates)
    chosen = _dated(document, best, candidates)
    return chosen if is_background else _from_beginning(document, chosen, candidates, triggers)


def _refined(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """Return the day told near a coarser date that holds it: "last month ... That was on 4 April"."""
    start, end = best.mention.start, best.mention.end
    if best.mention.precision is DatePrecision.DAY or start is None or end is None:
        return best
    for other in candidates:
        day = other.mention.start
        is_near = 0 <= other.sentence.index - best.sentence.index <= _NEARBY
        is_told = not _is_said(other, _clause(other.sentence, other.word)) and not _follows_after(other)
        if is_near and is_told and other.mention.precision is DatePrecision.DAY and day and start <= day <= end:
            return other
    return best


def _from_beginning(
    document: Document,
    chosen: EventDate,
    candidates: Sequence[_Candidate],
    triggers: Sequence[tuple[int, int]],
) -> EventDate:
    """Let what goes on for days begin when it began: "81 have died since Friday"."""
    if chosen.start is None or chosen.precision is not DatePrecision.DAY:
        return chosen
    starts = [chosen.start]
    for index, word in triggers:
        sentence = document.sentences[index]
        verb = _clause(sentence, word)
        for candidate in candidates:
            if candidate.sentence is not sentence or candidate.mention.start is None or verb is None:
                continue
            is_since = candidate.first > 0 and sentence.words[candidate.first - 1].lower == "since"
            if is_since and _clause(sentence, candidate.word) in {verb, *_path(sentence, verb)}:
                starts.append(candidate.mention.start)
    start = min((day for day in starts if (chosen.start - day).days <= _LASTING), default=chosen.start)
    return replace(chosen, start=start)


def _news_day(document: Document, triggers: Sequence[tuple[int, int]], anchor: date | None) -> EventDate | None:
    """Return the day of the report for what its lead tells as news: "gunmen have killed ten"."""
    if anchor is None:
        return None
    for index, word in triggers:
        sentence = document.sentences[index]
        verb = _clause(sentence, word)
        is_past = verb is not None and any(kid.lower in {"had", "'d"} for kid in sentence.kids(verb, "aux"))
        if index <= _LEAD and not is_past:
            return EventDate(anchor, anchor, DatePrecision.DAY)
    return None


def _lead_day(document: Document, candidates: Sequence[_Candidate], triggers: Sequence[tuple[int, int]]) -> EventDate:
    """Return the day of the lead for what else the report tells of that day, unless it looks back."""
    for index, _ in triggers:
        told = {word.lower for word in document.sentences[index].words}
        if told.intersection(load_lines("looking_back.txt")) or any(c.sentence.index == index for c in candidates):
            return EventDate()
    lead = next((c for c in candidates if c.sentence.index <= _LEAD and c.mention.precision is DatePrecision.DAY), None)
    return _dated(document, lead, candidates) if lead else EventDate()


def _candidates(document: Document, dates: Sequence[DateMention]) -> list[_Candidate]:
    """Return the dates with days to them, outside the head of the dispatch; clock times say no day."""
    found = []
    for mention in dates:
        if mention.start is None or re.search(r"T\d\d:", mention.value or ""):
            continue
        sentence = document.sentence_at(mention.span.start)
        if sentence is None or _is_head(document, sentence):
            continue
        words = [w for w in sentence.words if w.start < mention.span.end and mention.span.start < w.end]
        if len(words) == 2 and words[0].lower == "the" and "T" in (mention.value or ""):
            continue
        inside = {w.index for w in words}
        top = next((w for w in words if w.head not in inside), words[-1])
        found.append(_Candidate(mention, sentence, top.index, words[0].index, words[-1].index))
    return found


def _is_head(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence is the head of the dispatch or a line with its day: no verb in it."""
    return sentence.index < 4 and not any(w.upos in {"VERB", "AUX"} for w in sentence.words)


def _cost(
    document: Document, candidate: _Candidate, sentence_index: int, word: int, anchor: date | None, is_background: bool
) -> float | None:
    """Return what it costs to take a date for the date of an event's word; None when it cannot be."""
    sentence = document.sentences[sentence_index]
    cost = _COARSE[candidate.mention.precision] + _unlikely(candidate.mention, anchor, is_background)
    if candidate.sentence is sentence:
        tie = _tie(sentence, candidate, word)
        return None if tie is None else cost + tie + _APART * _is_apart(candidate, word)
    gap = sentence_index - candidate.sentence.index
    if is_background and not 0 < gap <= 1:
        return None
    if _COARSE[candidate.mention.precision] >= 2 or _follows_after(candidate) or _is_apart(candidate, -1):
        return None
    is_said = _is_said(candidate, _clause(candidate.sentence, candidate.word))
    is_lead = candidate.sentence.index <= _LEAD and gap > 0
    near = 1.0 + 0.05 * gap if is_lead else min(abs(gap), 6) + (gap < 0)
    return cost + _NEIGHBOUR + _SAID * is_said - _HAPPENS * _happens(candidate) + near


def _happens(candidate: _Candidate) -> bool:
    """Tell whether a date hangs on a verb that only says when: "it happened on Sunday"."""
    verb = _clause(candidate.sentence, candidate.word)
    return verb is not None and candidate.sentence.words[verb].lemma in load_lines("happening_verbs.txt")


def _unlikely(mention: DateMention, anchor: date | None, is_background: bool) -> float:
    """Return what a date costs for its distance from the news: main events are new, background is old."""
    if anchor is None or mention.start is None:
        return 0.0
    age = (anchor - mention.start).days
    return _FRESH * (-1 <= age <= 0) if is_background else _STALE * (age > _OLD_NEWS or age < -1)


def _is_apart(candidate: _Candidate, word: int) -> bool:
    """Tell whether a preposition sets a date apart from the deed: "since Monday", "elections of June 2".

    It does not when the deed is what the date is of: "the bombings of June 2", "since May, when ...".
    """
    words = candidate.sentence.words
    if word == words[candidate.word].head or candidate.word in _path(candidate.sentence, word):
        return False
    return candidate.first > 0 and words[candidate.first - 1].lower in load_lines("apart_prepositions.txt")


def _is_label(candidate: _Candidate, word: int) -> bool:
    """Tell whether a date only names another thing: "the Feb 1 coup", "Tuesday's funeral"."""
    words = candidate.sentence.words
    head = words[candidate.word].head
    if head < candidate.last or head == word or words[head].upos != "NOUN":
        return False
    return words[candidate.word].deprel.partition(":")[0] in {"compound", "nmod", "amod", "nummod"}


def _follows_after(candidate: _Candidate) -> bool:
    """Tell whether a date is that of what comes next: "a day after the attack"."""
    return candidate.sentence.words[candidate.last].lower == "after"


def _tie(sentence: Sentence, candidate: _Candidate, word: int) -> float | None:
    """Return how loosely a date hangs on a word of the same sentence."""
    if _follows_after(candidate):
        root = next(w.index for w in sentence.words if w.head < 0)
        ends = root if candidate.first <= 1 and root > candidate.last else len(sentence.words)
        return _CLAUSE if candidate.last < word < ends else None
    date_verb, verb = _clause(sentence, candidate.word), _clause(sentence, word)
    above = _path(sentence, candidate.word)
    if candidate.word in _path(sentence, word):
        return _CLAUSE
    if _is_said(candidate, date_verb):
        return _ANNOUNCED
    if _is_label(candidate, word):
        return _SENTENCE
    if word in above and date_verb in {None, word, verb}:
        return _CLAUSE
    if date_verb == verb:
        return _CLAUSE + 0.1 * _tree_distance(sentence, candidate.word, word)
    between = _path(sentence, word)
    if date_verb in between:
        chain = between[: between.index(date_verb)]
        if not any(_is_saying(sentence, index) for index in chain):
            return _ABOVE
    return _SENTENCE


def _is_said(candidate: _Candidate, verb: int | None) -> bool:
    """Tell whether a date is that of words: it hangs on "said" or "statement", or follows "said" at once.

    The parser takes "gunmen killed ten, police said on Monday" for a killing on Monday too often.
    """
    sentence = candidate.sentence
    words = sentence.words
    head = words[candidate.word].head
    if (verb is not None and _is_saying(sentence, verb)) or (head >= 0 and _is_saying(sentence, head)):
        return True
    left = candidate.first - 1
    while left >= 0 and words[left].upos in {"ADP", "ADV"}:
        left -= 1
    if left > 0 and words[left].upos in {"NOUN", "PROPN"} and words[left - 1].upos == "VERB":
        left -= 1
    is_owner = candidate.mention.span.quote.endswith(("'s", "’s"))
    return left >= 0 and words[left].upos == "VERB" and _is_saying(sentence, left) and not is_owner


def _path(sentence: Sentence, word: int) -> list[int]:
    return [w.index for w in sentence.ancestors(word)]


def _clause(sentence: Sentence, word: int) -> int | None:
    """Return the nearest verb that a word is or hangs on."""
    for index in (word, *_path(sentence, word)):
        if sentence.words[index].upos == "VERB":
            return index
    return None


def _tree_distance(sentence: Sentence, one: int, other: int) -> int:
    up = [one, *_path(sentence, one)]
    for steps, index in enumerate([other, *_path(sentence, other)]):
        if index in up:
            return steps + up.index(index)
    return 99


def _is_saying(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].lemma in _saying()


def _saying() -> frozenset[str]:
    return frozenset(load_lines("saying_verbs.txt"))


def _dated(document: Document, best: _Candidate, candidates: Sequence[_Candidate]) -> EventDate:
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
