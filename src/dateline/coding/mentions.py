"""Find the casualty figures of a sentence: a count, the people counted, what befell them, which side.

The count grammar says where numbers are; the language model says which of them count harmed people,
which harm, and whose; the syntax says who the people are and which words state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.codebook import load_table
from dateline.coding.counted import counts_people, group_by_rule, is_person_noun, people_of
from dateline.coding.counts import Count, find_counts
from dateline.coding.harm import evidence_of, harm_odds, is_denied, predicate_of, status_of, status_word
from dateline.coding.signs import Sign
from dateline.language.document import Sentence, Word
from dateline.model import Group, Status

#: Odds that a number counts harmed people, from which on it is taken for a casualty figure: by the model alone,
#: and where the words say so too (a person noun under a verb of harm).
_ENOUGH = 0.5
_ENOUGH_WITH_WORDS = 0.1
#: Odds enough for the object of a verb of harm: "killed a radio broadcaster".
_HARDLY = 0.03
#: Odds from which on even the doers of a deed are taken to be harmed: "500 rebels began to bomb the post".
_SURE = 0.9
#: How many words before a figure can say that it is part of the one before: "including at least".
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """One casualty figure where it stands: word indices into its sentence.

    ``anchor`` is the numeral (or the noun of an uncounted person), ``predicate`` the word that states
    the harm; ``first`` to ``last`` are the words of the evidence, ``who`` those of the people;
    ``is_definite`` marks "the ten", which points back; ``signs`` say what decided each field.
    """

    sentence: int
    anchor: int
    predicate: int
    first: int
    last: int
    who: tuple[int, int]
    status: Status
    group: Group
    low: int
    high: int | None
    approx: bool
    confidence: float
    is_definite: bool
    signs: tuple[Sign, ...] = ()

    def led(self, field: str, rule: str) -> tuple[Sign, ...]:
        """Return the signs with another one for a field that was taken from the figure before."""
        kept = (sign for sign in self.signs if sign.field != field)
        return (*kept, Sign(field, rule, self.sentence, self.anchor, self.anchor))


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Return the casualty figures of a sentence, in order."""
    if "harm" not in sentence.odds:
        return []
    found = [mention for count in _counts(sentence) if (mention := _read(sentence, count))]
    taken = {i for m in found for i in (m.anchor, *range(m.who[0], m.who[1] + 1))}
    for word in sentence.words:
        if word.index not in taken and _is_single_person(sentence, word):
            mention = _read(sentence, Count(word.index, word.index, word.index, 1, 1, approx=False))
            if mention:
                found.append(mention)
                taken.update(range(mention.who[0], mention.who[1] + 1))
    return _lean_on_earlier(sentence, sorted(found, key=lambda m: m.anchor))


def _counts(sentence: Sentence) -> Iterator[Count]:
    lower = [word.lower for word in sentence.words]
    for count in find_counts(lower):
        if not count.is_article or not _introduces_count(lower, count):
            yield count


def _introduces_count(lower: list[str], count: Count) -> bool:
    """Tell whether an article belongs to a phrase that is no count: "a total of 30", "a further 12"."""
    following = lower[count.last + 1 : count.last + 2]
    return bool(following) and following[0] in load_table("people.toml")["no_head"]["words"]


def _is_single_person(sentence: Sentence, word: Word) -> bool:
    """Tell whether an uncounted noun or name stands for one harmed person."""
    if word.upos not in ("NOUN", "PROPN") or harm_odds(sentence, word.index) < _ENOUGH:
        return False
    return word.upos == "PROPN" or word.lemma == word.lower


def _read(sentence: Sentence, count: Count) -> Mention | None:
    """Make a mention of a count that counts harmed people, by the model or by the words."""
    odds = harm_odds(sentence, count.anchor)
    if odds < _HARDLY:
        return None
    who = people_of(sentence, count)
    predicate = predicate_of(sentence, who, count)
    if not counts_people(sentence, count, who):
        return None
    if odds < (_SURE if _is_doer(sentence, who) else _ENOUGH) and not _is_stated(sentence, who, predicate, odds):
        return None
    first, last = min(count.first, who[0]), max(count.last, who[1])
    if predicate is not None:
        first, last = evidence_of(sentence, first, last, sentence.words[predicate])
    group, group_rule = group_by_rule(sentence, who, count.anchor)
    return Mention(
        sentence=sentence.index,
        anchor=count.anchor,
        predicate=count.anchor if predicate is None else predicate,
        first=first,
        last=last,
        who=who,
        status=status_of(sentence, count.anchor, predicate),
        group=group,
        low=count.low,
        high=count.high,
        approx=count.approx,
        confidence=odds,
        is_definite=count.first > 0 and sentence.words[count.first - 1].lower in ("the", "those", "these"),
        signs=tuple(_signs(sentence, count, who, predicate, odds, group_rule)),
    )


def _signs(
    sentence: Sentence, count: Count, who: tuple[int, int], predicate: int | None, odds: float, group_rule: str
) -> Iterator[Sign]:
    """Yield what decided each field of a figure."""
    here = sentence.index
    by_model = odds >= _ENOUGH
    yield Sign("claim", "claim_head" if by_model else "claim_words", here, count.anchor, count.anchor, odds=odds)
    yield Sign("count", _count_rule(sentence, count, who), here, count.first, count.last)
    if predicate is not None and status_word(sentence, predicate):
        yield Sign("status", "status_word", here, predicate, predicate)
    else:
        yield Sign("status", "status_head", here, count.anchor, count.anchor)
    yield Sign("group", group_rule, here, *who)


def _count_rule(sentence: Sentence, count: Count, who: tuple[int, int]) -> str:
    """Return how a count was read, by its bounds and by what it stands on."""
    if count.is_article:
        return "count_article"
    if count.anchor == who[1] and sentence.words[count.anchor].upos in ("NOUN", "PROPN") and count.high == 1:
        return "count_person"
    if count.high is None:
        return "count_vague" if count.approx else "count_at_least"
    if count.low < count.high:
        return "count_range" if count.low else "count_up_to"
    return "count_about" if count.approx else "count_exact"


def _is_stated(sentence: Sentence, who: tuple[int, int], predicate: int | None, odds: float) -> bool:
    """Tell whether the words alone state harm to people: a person noun, or a bare number, beside a word of harm."""
    if predicate is None or not status_word(sentence, predicate) or is_denied(sentence, predicate):
        return False
    if _is_doer(sentence, who):
        return False
    head = sentence.words[who[1]]
    is_object = head.head == predicate and head.deprel in ("obj", "nsubj:pass")
    if odds < _ENOUGH_WITH_WORDS and not is_object:
        return False
    return is_person_noun(sentence.words[who[1]]) or 0 < predicate - who[1] <= 2


def _is_doer(sentence: Sentence, who: tuple[int, int]) -> bool:
    """Tell whether the people do what is told: subject of an active deed, or behind "by"."""
    head = sentence.words[who[1]]
    if head.deprel == "obl:agent" or any(kid.lower == "by" for kid in sentence.kids(head.index, "case")):
        return True
    if head.deprel != "nsubj" or head.head < 0:
        return False
    verb = sentence.words[head.head]
    if verb.index < head.index or (status_word(sentence, verb.index) and not sentence.kids(verb.index, "obj")):
        return False  # "shot dead ten men" badly parsed, or the passive of headlines: "14 people killed"
    does = verb.lemma in load_table("harm.toml")["doing"]["verbs"]
    return verb.upos == "VERB" and does and not sentence.kids(verb.index, "aux:pass")


def _lean_on_earlier(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Let figures that name nobody, and parts of a total, take side or harm from the figure before them.

    "Two policemen died and three others were hurt": the others are policemen. "25 dead, three of them
    children, and 73 injured": the children are dead.
    """
    out: list[Mention] = []
    for mention in mentions:
        if out:
            head = sentence.words[mention.who[1]]
            names_nobody = (
                head.lemma in load_table("people.toml")["open"]["backward"] or mention.who[1] == mention.anchor
            )
            if names_nobody and not _counts_toll(sentence, mention):
                mention = replace(mention, group=out[-1].group, signs=mention.led("group", "group_as_before"))
            if _is_part(sentence, mention) and not _has_own_harm(sentence, mention):
                mention = replace(
                    mention,
                    status=out[-1].status,
                    last=max(mention.anchor, mention.who[1]),
                    signs=mention.led("status", "status_as_before"),
                )
        out.append(mention)
    return out


def _is_part(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the words around a figure make it part of the one before: "including", "of them"."""
    cues = load_table("relations.toml")["part_of"]
    before = " ".join(w.lower for w in sentence.words[max(0, mention.anchor - _NEAR) : mention.anchor])
    after = " ".join(w.lower for w in sentence.words[mention.anchor + 1 : mention.anchor + 4])
    return any(f" {cue} " in f" {before} " for cue in cues["before"]) or after.startswith(("of them", "of whom"))


def _has_own_harm(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a part says its own harm: "14 of them still missing", "six of whom died later"."""
    if status_word(sentence, mention.predicate) and 0 < mention.predicate - mention.anchor <= 6:
        between = sentence.words[mention.anchor + 1 : mention.predicate]
        return not any(word.lower in (",", "and", "while") for word in between)
    return False


def _counts_toll(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a bare number is a toll of its own: "the death toll climbed to 58"."""
    tolls = load_table("harm.toml")["toll"]["nouns"]
    return any(word.lemma in tolls for word in sentence.words[max(0, mention.anchor - 8) : mention.anchor])
