"""How closely a date is tied to an event's words: by syntax, by distance, by the words about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook import load_lines
from dateline.language.document import Document, Sentence, steps_between
from dateline.model import DateMention, DatePrecision

#: What each way a date can be tied to an event costs; the cheapest date wins. Swept on dispatches train.
_CLAUSE, _ABOVE, _SENTENCE, _ANNOUNCED, _NEIGHBOUR = 0.0, 2.0, 3.0, 8.0, 5.0
_COARSE = {DatePrecision.DAY: 0.0, DatePrecision.WEEK: 2.0, DatePrecision.MONTH: 2.0, DatePrecision.YEAR: 5.0,
           DatePrecision.UNKNOWN: 5.0}  # fmt: skip
_LABEL = 4.5
_WEEKEND = 0.5
_APART = 3.0
_SAID = 2.0
_INDIRECT = 0.5
#: Each word between an event's word and a date.
_FAR_WORD = 0.01
_HAPPENS = 2.0
_STALE = 3.0
_FUTURE = 4.0
_FRESH = 1.0
#: A main event is seldom told more than this many days late.
_OLD_NEWS = 60
#: The sentences that tell the news, a headline or two among them.
LEAD = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A usable date with its sentence and the word of it that stands highest in the tree."""

    mention: DateMention
    sentence: Sentence
    word: int
    first: int
    last: int


def read_candidates(document: Document, dates: Sequence[DateMention]) -> list[Candidate]:
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
        found.append(Candidate(mention, sentence, top.index, words[0].index, words[-1].index))
    return found


def _is_head(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence is the head of the dispatch or a line with its day: no verb in it."""
    return sentence.index < 4 and not any(w.upos in {"VERB", "AUX"} for w in sentence.words)


def cost_of(
    document: Document, candidate: Candidate, sentence_index: int, word: int, anchor: date | None, is_background: bool
) -> float | None:
    """Return what it costs to take a date for the date of an event's word; None when it cannot be."""
    sentence = document.sentences[sentence_index]
    is_weekend = (candidate.mention.value or "").endswith("-WE")
    cost = _WEEKEND if is_weekend else _COARSE[candidate.mention.precision]
    cost += _unlikely(candidate.mention, anchor, is_background) + _FUTURE * _is_future(candidate)
    if candidate.sentence is sentence:
        tie = _tie(sentence, candidate, word)
        near = _FAR_WORD * abs(word - candidate.word)
        return None if tie is None else cost + near + tie + _APART * _is_apart(candidate, word)
    gap = sentence_index - candidate.sentence.index
    if is_background and not 0 < gap <= 1:
        return None
    if _COARSE[candidate.mention.precision] >= 2 or follows_after(candidate) or _is_apart(candidate, -1):
        return None
    of_words = is_said(candidate, clause_of(candidate.sentence, candidate.word))
    is_lead = candidate.sentence.index <= LEAD and gap > 0
    near = 1.0 + 0.05 * gap if is_lead else min(abs(gap), 6) + (gap < 0)
    return cost + _NEIGHBOUR + _SAID * of_words - _HAPPENS * _happens(candidate) + near


def _happens(candidate: Candidate) -> bool:
    """Tell whether a date hangs on a verb that only says when: "it happened on Sunday"."""
    verb = clause_of(candidate.sentence, candidate.word)
    return verb is not None and candidate.sentence.words[verb].lemma in load_lines("happening_verbs.txt")


def _unlikely(mention: DateMention, anchor: date | None, is_background: bool) -> float:
    """Return what a date costs for its distance from the news: main events are new, background is old."""
    if anchor is None or mention.start is None:
        return 0.0
    age = (anchor - mention.start).days
    if is_background:
        return _FRESH * (-1 <= age <= 0)
    return _STALE * (age > _OLD_NEWS or age < -1) + _STALE * (age > 5 * _OLD_NEWS)


def _is_future(candidate: Candidate) -> bool:
    """Tell whether a date is that of what is still to come: "will appear in court on Thursday"."""
    verb = clause_of(candidate.sentence, candidate.word)
    return verb is not None and any(
        kid.lemma in load_lines("future_words.txt") for kid in candidate.sentence.kids(verb, "aux")
    )


def tie_of(candidate: Candidate, sentence_index: int, word: int) -> float | None:
    """Return how loosely a date hangs on a word of its own sentence; None elsewhere or where it cannot."""
    return _tie(candidate.sentence, candidate, word) if candidate.sentence.index == sentence_index else None


def _is_apart(candidate: Candidate, word: int) -> bool:
    """Tell whether a preposition sets a date apart from the deed: "since Monday", "elections of June 2".

    It does not when the deed is what the date is of: "the bombings of June 2", "since May, when ...".
    """
    words = candidate.sentence.words
    if word == words[candidate.word].head or candidate.word in heads_above(candidate.sentence, word):
        return False
    if word > candidate.last and _is_followed_by_when(candidate):
        return False
    return candidate.first > 0 and words[candidate.first - 1].lower in load_lines("apart_prepositions.txt")


def _is_followed_by_when(candidate: Candidate) -> bool:
    """Tell whether what happened then is told right after a date: "since April 7, when a bomb killed ten"."""
    following = [word.lower for word in candidate.sentence.words[candidate.last + 1 : candidate.last + 3]]
    return following[:1] == ["when"] or following == [",", "when"]


def _is_label(candidate: Candidate, word: int) -> bool:
    """Tell whether a date only names another thing: "the Feb 1 coup", "Tuesday's funeral"."""
    words = candidate.sentence.words
    head = words[candidate.word].head
    if head < candidate.last or head == word or words[head].upos != "NOUN":
        return False
    return words[candidate.word].deprel.partition(":")[0] in {"compound", "nmod", "amod", "nummod"}


def follows_after(candidate: Candidate) -> bool:
    """Tell whether a date is that of what comes next: "a day after the attack"."""
    return candidate.sentence.words[candidate.last].lower == "after"


def _tie(sentence: Sentence, candidate: Candidate, word: int) -> float | None:
    """Return how loosely a date hangs on a word of the same sentence."""
    if follows_after(candidate):
        root = next(w.index for w in sentence.words if w.head < 0)
        ends = root if candidate.first <= 1 and root > candidate.last else len(sentence.words)
        return _CLAUSE + _INDIRECT if candidate.last < word < ends else None
    date_verb, verb = clause_of(sentence, candidate.word), clause_of(sentence, word)
    above = heads_above(sentence, candidate.word)
    if candidate.word in heads_above(sentence, word) or (candidate.last < word and _is_followed_by_when(candidate)):
        return _CLAUSE
    if sentence.words[candidate.word].head == word and 0 < word - candidate.last <= 2:
        return _CLAUSE
    if is_said(candidate, date_verb):
        return _ANNOUNCED
    if _is_label(candidate, word):
        return _LABEL
    if word in above and date_verb in {None, word, verb}:
        return _CLAUSE
    if date_verb is not None and sentence.words[date_verb].head == word and sentence.words[date_verb].deprel == "acl":
        return _CLAUSE
    if date_verb == verb:
        return _CLAUSE + 0.1 * steps_between(sentence, candidate.word, word)
    between = heads_above(sentence, word)
    if date_verb in between:
        chain = between[: between.index(date_verb)]
        if not any(_is_saying(sentence, index) for index in chain):
            return _ABOVE
    return _SENTENCE


def is_said(candidate: Candidate, verb: int | None) -> bool:
    """Tell whether a date is that of words: it hangs on "said" or "statement", or follows "said" at once.

    The parser takes "gunmen killed ten, police said on Monday" for a killing on Monday too often.
    """
    sentence = candidate.sentence
    words = sentence.words
    head = words[candidate.word].head
    if _precedes_aside(candidate, verb):
        return False
    if (verb is not None and _is_saying(sentence, verb)) or (head >= 0 and _is_saying(sentence, head)):
        return True
    left = candidate.first - 1
    while left >= 0 and words[left].upos in {"ADP", "ADV"}:
        left -= 1
    if left > 0 and words[left].upos in {"NOUN", "PROPN"} and words[left - 1].upos == "VERB":
        left -= 1
    is_owner = candidate.mention.span.quote.endswith(("'s", "’s"))
    return left >= 0 and words[left].upos == "VERB" and _is_saying(sentence, left) and not is_owner


def _precedes_aside(candidate: Candidate, verb: int | None) -> bool:
    """Tell whether a date stands before an aside and so belongs to what follows: "on Monday, police said, gunmen"."""
    words = candidate.sentence.words
    if verb is None or verb <= candidate.last or verb + 1 >= len(words):
        return False
    return words[verb + 1].text == "," and any(w.text == "," for w in words[candidate.last + 1 : verb])


def heads_above(sentence: Sentence, word: int) -> list[int]:
    return [w.index for w in sentence.ancestors(word)]


def clause_of(sentence: Sentence, word: int) -> int | None:
    """Return the nearest verb that a word is or hangs on."""
    for index in (word, *heads_above(sentence, word)):
        if sentence.words[index].upos == "VERB":
            return index
    return None


def _is_saying(sentence: Sentence, word: int) -> bool:
    return sentence.words[word].lemma in _saying()


def _saying() -> frozenset[str]:
    return frozenset(load_lines("saying_verbs.txt"))
