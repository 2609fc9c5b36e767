"""The date of an event: which of the dates a report names is the day it happened.

Syntax comes first: the date that hangs on the words for the event, or on their clause. The day of the
announcement counts only when nothing better is told, and what nothing tells is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
_CLAUSE, _ABOVE, _SENTENCE, _ANNOUNCED, _NEIGHBOUR = 0.0, 1.0, 3.0, 5.0, 5.5
_COARSE = {DatePrecision.DAY: 0.0, DatePrecision.WEEK: 1.0, DatePrecision.MONTH: 2.0, DatePrecision.YEAR: 5.0,
           DatePrecision.UNKNOWN: 5.0}  # fmt: skip
_APART = 3.0
_LATER_TRIGGER = 0.5
_NEWS = 7.0
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
        for cost in [_cost(document, candidate, sentence, word, is_background)]
        if cost is not None
    ]
    news_day = None if is_background else _news_day(document, triggers, anchor)
    if news_day and (not ranked or min(cost for cost, *_ in ranked) > _NEWS):
        return news_day
    if not ranked:
        return EventDate()
    best = min(ranked, key=lambda entry: entry[:3])[-1]
    return _dated(document, best, candidates)


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
    document: Document, candidate: _Candidate, sentence_index: int, word: int, is_background: bool
) -> float | None:
    """Return what it costs to take a date for the date of an event's word; None when it cannot be."""
    sentence = document.sentences[sentence_index]
    cost = _COARSE[candidate.mention.precision] + _APART * _is_apart(candidate)
    if candidate.sentence is sentence:
        tie = _tie(sentence, candidate, word)
        return None if tie is None else cost + tie
    gap = sentence_index - candidate.sentence.index
    if is_background and not 0 < gap <= 1:
        return None
    if cost >= 2 or _follows_after(candidate):
        return None
    is_said = _is_said(candidate.sentence, candidate.word, _clause(candidate.sentence, candidate.word))
    is_lead = candidate.sentence.index <= _LEAD and gap > 0
    return cost + _NEIGHBOUR + is_said + (1.0 if is_lead else min(abs(gap), 6) + (gap < 0))


def _is_apart(candidate: _Candidate) -> bool:
    """Tell whether a preposition sets a date apart from the deed: "since Monday", "elections of June 2"."""
    words = candidate.sentence.words
    return candidate.first > 0 and words[candidate.first - 1].lower in load_lines("apart_prepositions.txt")


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
    if candidate.word in _path(sentence, word) or (word in above and date_verb in {None, word, verb}):
        return _CLAUSE
    if _is_said(sentence, candidate.word, date_verb):
        return _ANNOUNCED
    if date_verb == verb:
        return _CLAUSE + 0.1 * _tree_distance(sentence, candidate.word, word)
    between = _path(sentence, word)
    if date_verb in between:
        chain = between[: between.index(date_verb)]
        if not any(_is_saying(sentence, index) for index in chain):
            return _ABOVE
    return _SENTENCE


def _is_said(sentence: Sentence, word: int, verb: int | None) -> bool:
    """Tell whether a date is that of words: it hangs on "said" or on "statement"."""
    head = sentence.words[word].head
    return (verb is not None and _is_saying(sentence, verb)) or (head >= 0 and _is_saying(sentence, head))


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
        if other.sentence is best.sentence and other.mention is not mention and _are_joined(document, mention, other.mention):
            start = min(filter(None, (start, other.mention.start)), default=start)
            end = max(filter(None, (end, other.mention.end)), default=end)
    return EventDate(start, end, mention.precision, mention.span)


def _are_joined(document: Document, one: DateMention, other: DateMention) -> bool:
    """Tell whether two days stand together: "Thursday and Friday", "20 to 21 April"."""
    first, second = sorted((one.span, other.span))
    between = document.text[first.end : second.start]
    return one.precision is other.precision is DatePrecision.DAY and bool(re.fullmatch(r"\s*(?:and|to|[-–—]|into)\s*(?:on )?", between))
