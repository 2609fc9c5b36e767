"""Find the casualty figures of a sentence: a count, the people counted, what befell them, which side.

The count grammar says where numbers are; the language model says which of them count harmed people,
which harm, and whose; the syntax says who the people are and which words state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook import load_table
from dateline.coding.clues import Clue
from dateline.coding.counted import counts_people, group_by_rule, is_person_noun, people_of
from dateline.coding.counts import Count, find_counts
from dateline.coding.harm import (
    evidence_of,
    harm_odds,
    is_denied,
    is_remains,
    is_spared,
    predicate_of,
    status_of,
    status_word,
)
from dateline.coding.leaning import lean_on_earlier
from dateline.coding.mention import Mention
from dateline.coding.singles import Single, find_singles
from dateline.language.document import Sentence, Word
from dateline.model import Group

#: Odds that a number counts harmed people, from which on it is taken for a casualty figure: by the model alone,
#: and where the words say so too (a person noun under a verb of harm).
_ENOUGH = 0.5
_ENOUGH_WITH_WORDS = 0.1
#: Odds enough for the object of a verb of harm: "killed a radio broadcaster".
_HARDLY = 0.03
#: Odds from which on even the doers of a deed are taken to be harmed: "500 rebels began to bomb the post".
_SURE = 0.9


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Return the casualty figures of a sentence, in order."""
    if "harm" not in sentence.odds:
        return []
    found = [mention for count in _counts(sentence) if (mention := _read(sentence, count))]
    taken = {i for m in found for i in (m.anchor, *range(m.who[0], m.who[1] + 1))}
    for single in find_singles(sentence):
        if taken.isdisjoint(range(single.who[0], single.who[1] + 1)) and not _is_told(found, single):
            found.append(_of_single(sentence, single))
            taken.update(range(single.who[0], single.who[1] + 1))
    for word in sentence.words:
        if word.index not in taken and _is_single_person(sentence, word):
            mention = _read(sentence, Count(word.index, word.index, word.index, 1, 1, approx=False))
            if mention:
                found.append(replace(mention, is_single=True, is_named=_names(sentence, mention.who)))
                taken.update(range(mention.who[0], mention.who[1] + 1))
    return lean_on_earlier(sentence, sorted(found, key=lambda m: m.anchor))


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


def _of_single(sentence: Sentence, single: Single) -> Mention:
    """Make a mention of a single person under a word of harm."""
    anchor = max(range(single.who[0], single.who[1] + 1), key=lambda i: (harm_odds(sentence, i), i))
    first, last = evidence_of(sentence, *single.who, sentence.words[single.predicate])
    group, group_rule = group_by_rule(sentence, (single.who[0], single.head), anchor)
    is_named = _names(sentence, single.who)
    return Mention(
        sentence=sentence.index,
        anchor=anchor,
        predicate=single.predicate,
        first=first,
        last=last,
        who=single.who,
        status=status_of(sentence, anchor, single.predicate),
        group=Group.CIVILIANS if is_named and group is Group.UNSPECIFIED else group,
        low=1,
        high=1,
        approx=False,
        confidence=harm_odds(sentence, anchor),
        is_definite=False,
        is_single=True,
        is_named=is_named,
        clues=(
            Clue("claim", "claim_single", sentence.index, single.predicate, single.predicate),
            Clue("count", "count_person", sentence.index, *single.who),
            _status_clue(sentence, anchor, single.predicate),
            Clue("group", group_rule, sentence.index, *single.who),
        ),
    )


def _names(sentence: Sentence, who: tuple[int, int]) -> bool:
    """Tell whether the words for a person hold a name."""
    return any(name.kind == "PER" and name.first <= who[1] and who[0] <= name.last for name in sentence.names)


def _is_told(found: list[Mention], single: Single) -> bool:
    """Tell whether a person stands inside the words of a figure already read: "a teacher, Ali Khan, was killed"."""
    return any(
        m.low == 1 and m.high == 1 and m.predicate == single.predicate and m.who[1] < single.head <= m.last
        for m in found
    )


def _read(sentence: Sentence, count: Count) -> Mention | None:
    """Make a mention of a count that counts harmed people, by the model or by the words."""
    odds = harm_odds(sentence, count.anchor)
    if odds < _HARDLY:
        return None
    who = people_of(sentence, count)
    predicate = predicate_of(sentence, who, count)
    if not counts_people(sentence, count, who):
        return None
    if is_spared(sentence, who, predicate) or _harms(sentence, who):
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
        is_definite=count.first > 0
        and sentence.words[count.first - 1].lower in ("the", "those", "these", "its", "their"),
        is_named=_names(sentence, who),
        clues=tuple(_clues(sentence, count, who, predicate, odds, group_rule)),
    )


def _clues(
    sentence: Sentence, count: Count, who: tuple[int, int], predicate: int | None, odds: float, group_rule: str
) -> Iterator[Clue]:
    """Yield what decided each field of a figure."""
    here = sentence.index
    by_model = odds >= _ENOUGH
    yield Clue("claim", "claim_head" if by_model else "claim_words", here, count.anchor, count.anchor, odds=odds)
    yield Clue("count", _count_rule(sentence, count, who), here, count.first, count.last)
    yield _status_clue(sentence, count.anchor, predicate)
    yield Clue("group", group_rule, here, *who)


def _status_clue(sentence: Sentence, anchor: int, predicate: int | None) -> Clue:
    if predicate is not None and status_word(sentence, predicate):
        return Clue("status", "status_word", sentence.index, predicate, predicate)
    return Clue("status", "status_head", sentence.index, anchor, anchor)


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
    if predicate is None or is_denied(sentence, predicate):
        return False
    left = is_remains(sentence.words[predicate])
    if not left and not status_word(sentence, predicate):
        return False
    if _is_doer(sentence, who):
        return False
    head = sentence.words[who[1]]
    is_object = head.head == predicate and (left or head.deprel in ("obj", "nsubj:pass"))
    if odds < _ENOUGH_WITH_WORDS and not is_object:
        return False
    return is_person_noun(sentence.words[who[1]]) or 0 < predicate - who[1] <= 2


def _is_doer(sentence: Sentence, who: tuple[int, int]) -> bool:
    """Tell whether the people do what is told: subject of an active deed."""
    head = sentence.words[who[1]]
    if head.deprel != "nsubj" or head.head < 0:
        return False
    verb = sentence.words[head.head]
    if verb.index < head.index or (status_word(sentence, verb.index) and not sentence.kids(verb.index, "obj")):
        return False  # "shot dead ten men" badly parsed, or the passive of headlines: "14 people killed"
    does = verb.lemma in load_table("harm.toml")["doing"]["verbs"]
    return verb.upos == "VERB" and does and not sentence.kids(verb.index, "aux:pass")


def _harms(sentence: Sentence, who: tuple[int, int]) -> bool:
    """Tell whether the people do the harm that is told: "shot by three men", "one of them detained a guard"."""
    head = sentence.words[who[1]]
    if head.deprel == "obl:agent" or any(kid.lower == "by" for kid in sentence.kids(head.index, "case")):
        return True
    if head.deprel != "nsubj" or head.head < 0:
        return False
    verb = sentence.words[head.head]
    return verb.upos == "VERB" and status_word(sentence, verb.index) is not None and _has_sufferer(sentence, verb)


def _has_sufferer(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a word of harm has an object behind it that suffers: "one of them detained a guard"."""
    lost = load_table("harm.toml")["life"]["objects"]
    objects = sentence.kids(verb.index, "obj")
    return any(kid.index > verb.index and is_person_noun(kid) and kid.lemma not in lost for kid in objects)
