"""Find the casualty figures of a sentence: a count, the people counted, what befell them, which side.

The count grammar says where numbers are; the language model says which of them count harmed people,
which harm, and whose; the syntax says who the people are and which words state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.coding.counts import Count, find_counts
from dateline.language.document import Sentence, Word
from dateline.model import Group, Status

#: Odds that a number counts harmed people, from which on it is taken for a casualty figure.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    """One casualty figure where it stands: word indices into its sentence.

    ``anchor`` is the numeral (or the noun of an uncounted person), ``predicate`` the word that states
    the harm; ``first`` to ``last`` are the words of the evidence, ``who`` those of the people.
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


def find_mentions(sentence: Sentence) -> list[Mention]:
    """Return the casualty figures of a sentence, in order."""
    if "harm" not in sentence.odds:
        return []
    found = [mention for count in _counts(sentence) if (mention := _read(sentence, count))]
    taken = {
        i for m in found for i in (m.anchor, *range(m.who[0], m.who[1] + 1))
    }
    for word in sentence.words:
        if word.index not in taken and _is_single_person(sentence, word):
            count = Count(word.index, word.index, word.index, 1, 1, approx=False)
            mention = _read(sentence, count)
            if mention:
                found.append(mention)
                taken.update(range(mention.who[0], mention.who[1] + 1))
    return sorted(found, key=lambda m: m.anchor)


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
    if word.upos not in ("NOUN", "PROPN") or _harm_odds(sentence, word.index) < _ENOUGH:
        return False
    return word.upos == "PROPN" or word.lemma == word.lower


def _harm_odds(sentence: Sentence, index: int) -> float:
    return 1.0 - float(sentence.odds["harm"][index][_none_label(tuple(sentence.labels["harm"]))])


@cache
def _none_label(labels: tuple[str, ...]) -> int:
    return labels.index("O")


def _read(sentence: Sentence, count: Count) -> Mention | None:
    """Make a mention of a count that the model takes for harmed people."""
    odds = _harm_odds(sentence, count.anchor)
    if odds < _ENOUGH:
        return None
    who = _people(sentence, count)
    predicate = _predicate(sentence, who, count)
    first, last = min(count.first, who[0]), max(count.last, who[1])
    if predicate is not None:
        first, last = _evidence(sentence, first, last, predicate)
    return Mention(
        sentence=sentence.index,
        anchor=count.anchor,
        predicate=predicate if predicate is not None else count.anchor,
        first=first,
        last=last,
        who=who,
        status=_status(sentence, count, predicate),
        group=group_of(sentence, who, count.anchor),
        low=count.low,
        high=count.high,
        approx=count.approx,
        confidence=odds,
    )


def _status(sentence: Sentence, count: Count, predicate: int | None) -> Status:
    """Return what befell the people: what the predicate says alone, else the model's label."""
    if predicate is not None:
        plain = _plain_status().get(sentence.words[predicate].lemma)
        if plain:
            return plain
    labels, row = sentence.labels["harm"], sentence.odds["harm"][count.anchor]
    best = max((i for i in range(len(labels)) if labels[i] != "O"), key=lambda i: float(row[i]))
    return Status(labels[best])


@cache
def _plain_status() -> dict[str, Status]:
    table = load_table("harm.toml")["status"]
    return {lemma: Status(name) for name, lemmas in table.items() for lemma in lemmas}


@cache
def _predicates() -> frozenset[str]:
    return frozenset(load_table("harm.toml")["predicates"]["lemmas"]) | frozenset(_plain_status())


def _people(sentence: Sentence, count: Count) -> tuple[int, int]:
    """Return the words for the people counted, without the count itself."""
    head = _people_head(sentence, count)
    words = sentence.words
    before = {"compound", "amod", "flat", "nmod:poss", "punct", "nmod:unmarked", "nmod"}
    first = head
    while first - 1 > count.last and words[first - 1].deprel in before and _below(sentence, first - 1, head):
        first -= 1
    last = head
    while last + 1 < len(words) and words[last + 1].deprel.startswith("flat") and words[last + 1].head == head:
        last += 1
    return first, last


def _below(sentence: Sentence, index: int, top: int) -> bool:
    return any(word.index == top for word in sentence.ancestors(index))


def _people_head(sentence: Sentence, count: Count) -> int:
    """Return the noun that a count counts: its head, the noun after "of", or the numeral itself."""
    words = sentence.words
    inside = range(count.first, count.last + 1)
    top = next((i for i in reversed(inside) if words[i].head not in inside and words[i].upos != "ADV"), count.anchor)
    anchor = words[count.anchor]
    for word in (anchor, words[top]):
        nouns = [w for w in sentence.kids(word.index, "nmod") if any(k.lower == "of" for k in sentence.kids(w.index, "case"))]
        if nouns and nouns[0].index > count.last and word.upos in ("NOUN", "NUM", "PRON", "DET", "ADJ"):
            return nouns[0].index
    for word in (anchor, words[top]):
        parent = word.head
        if parent > count.last and word.deprel.partition(":")[0] in ("nummod", "det", "amod", "compound", "nmod", "advmod", "advcl"):
            if words[parent].upos in ("NOUN", "PROPN", "ADJ", "PRON") and parent - count.last <= 8:
                return parent
    return count.anchor


#: Relations of a harm word that hangs below the people or below their governor.
_BELOW = frozenset(
    ("amod", "acl", "xcomp", "advcl", "obl", "nmod", "conj", "ccomp", "appos", "obj", "parataxis", "nsubj", "compound", "dep")
)


def _predicate(sentence: Sentence, who: tuple[int, int], count: Count) -> int | None:
    """Return the word that states the harm: the nearest above (or beside) the people in the tree."""
    inside = range(count.first, who[1] + 1)
    head = who[1]
    while sentence.words[head].head in inside and sentence.words[head].head >= 0:
        head = sentence.words[head].head
    if sentence.words[head].lemma in _plain_status():
        return head
    weak: int | None = None
    for index in [head, *(word.index for word in sentence.ancestors(head))][:5]:
        if index not in inside and sentence.words[index].lemma in _plain_status():
            return index
        kids = [k for k in _harm_kids(sentence, index) if k not in inside]
        strong = [k for k in kids if sentence.words[k].lemma in _plain_status()]
        if strong:
            return min(strong, key=lambda k: abs(k - who[1]))
        if weak is None:
            weak = index if index not in inside and sentence.words[index].lemma in _predicates() else next(iter(kids), None)
        if weak is not None and sentence.words[index].upos == "VERB":
            break
    return weak


def _harm_kids(sentence: Sentence, index: int) -> list[int]:
    """Return the words of harm that hang below a word."""
    return [
        kid
        for kid in sentence.children[index]
        if sentence.words[kid].lemma in _predicates() and sentence.words[kid].deprel.partition(":")[0] in _BELOW
    ]


def _evidence(sentence: Sentence, first: int, last: int, predicate: int) -> tuple[int, int]:
    """Widen the count and its people to the predicate and its auxiliaries."""
    parts = [predicate, *(w.index for w in sentence.kids(predicate, "aux", "cop", "compound", "xcomp"))]
    parts = [i for i in parts if abs(i - predicate) <= 4]
    return min(first, *parts), max(last, *parts)


def group_of(sentence: Sentence, who: tuple[int, int], anchor: int) -> Group:
    """Return the side of the people: by their noun or its modifiers where these are plain, else by the model."""
    table = load_table("people.toml")
    head = sentence.words[who[1]]
    is_open = head.lemma in table["open"]["lemmas"] or head.upos in ("NUM", "PRON")
    if is_open:
        around = [sentence.words[i] for i in range(who[0], who[1])]
        around += [
            w for kid in sentence.kids(who[1], "nmod", "amod", "compound") for w in (kid, *sentence.kids(kid.index, "compound", "flat", "amod"))
        ]
        for name, lemmas in table["modifiers"].items():
            if any(w.lemma in lemmas or w.lower in lemmas for w in around):
                return Group(name)
    for name, lemmas in table["heads"].items():
        if head.lemma in lemmas and (not is_open or name == "security_forces"):
            return Group(name)
    labels, row = sentence.labels["side"], sentence.odds["side"][anchor]
    return Group(labels[int(row.argmax())])
