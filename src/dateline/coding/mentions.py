"""Find the casualty figures of a sentence: a count, the people counted, what befell them, which side.

The count grammar says where numbers are; the language model says which of them count harmed people,
which harm, and whose; the syntax says who the people are and which words state it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.codebook import load_table
from dateline.coding.counts import Count, find_counts
from dateline.language.document import Sentence, Word
from dateline.model import Group, Status

#: Odds that a number counts harmed people, from which on it is taken for a casualty figure: by the model alone,
#: and where the words say so too (a person noun under a verb of harm).
_ENOUGH = 0.5
_ENOUGH_WITH_WORDS = 0.1


@dataclass(frozen=True, slots=True)
class Mention:
    """One casualty figure where it stands: word indices into its sentence.

    ``anchor`` is the numeral (or the noun of an uncounted person), ``predicate`` the word that states
    the harm; ``first`` to ``last`` are the words of the evidence, ``who`` those of the people;
    ``is_definite`` marks "the ten", which points back.
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
    return _share_group(sentence, sorted(found, key=lambda m: m.anchor))


def _share_group(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Give "others" and bare numbers the side of the people counted before them in the sentence."""
    shared: list[Mention] = []
    for mention in mentions:
        head = sentence.words[mention.who[1]]
        names_nobody = head.lemma in load_table("people.toml")["open"]["backward"] or mention.who[1] == mention.anchor
        if names_nobody and shared and mention.group is Group.UNSPECIFIED:
            mention = replace(mention, group=shared[-1].group)
        shared.append(mention)
    return shared


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
    if odds < _ENOUGH_WITH_WORDS:
        return None
    who = _people(sentence, count)
    predicate = _predicate(sentence, who, count)
    if not _counts_people(sentence, who, odds) or (odds < _ENOUGH and not _is_stated(sentence, who, predicate)):
        return None
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
        is_definite=count.first > 0 and sentence.words[count.first - 1].lower in ("the", "those", "these"),
    )


def _counts_people(sentence: Sentence, who: tuple[int, int], odds: float) -> bool:
    """Tell whether the thing counted can be people: no vehicles, sites or attacks."""
    return sentence.words[who[1]].lemma not in load_table("people.toml")["things"]["lemmas"]


def _is_stated(sentence: Sentence, who: tuple[int, int], predicate: int | None) -> bool:
    """Tell whether the words alone state harm to people: a person noun and a plain word of harm."""
    if predicate is None or sentence.words[predicate].lemma not in _plain_status():
        return False
    if any(
        k.lower in ("not", "n't", "no", "never", "could", "would", "might")
        for k in sentence.kids(predicate, "advmod", "aux", "det")
    ):
        return False
    return sentence.words[who[1]].lemma in _people_nouns()


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
    words = sentence.words
    head = _people_head(sentence, count)
    first = head
    while first - 1 > count.last and words[first - 1].upos in _PREMODIFIERS:
        first -= 1
    last = head
    while last + 1 < len(words) and words[last + 1].deprel.startswith("flat") and words[last + 1].head == head:
        last += 1
    return first, last


#: Parts of speech that stand between a number and its noun: "two suspected Islamist militants".
_PREMODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))


def _people_head(sentence: Sentence, count: Count) -> int:
    """Return the noun that a count counts: the noun right after it, or after "of"; else the numeral itself."""
    words = sentence.words
    after = count.last + 1
    if after < len(words) and words[after].lower == "of":
        return _of_whom(sentence, count)
    run = _noun_run(sentence, after)
    if run is not None:
        return run
    anchor = words[count.anchor]
    is_counted = anchor.deprel.partition(":")[0] in ("nummod", "det") and 0 < anchor.head - count.last <= 5
    return anchor.head if is_counted and words[anchor.head].upos in ("NOUN", "PROPN", "ADJ") else count.anchor


def _noun_run(sentence: Sentence, start: int) -> int | None:
    """Return the last noun of the unbroken noun phrase that begins at ``start``, if one begins there."""
    words = sentence.words
    found: int | None = None
    index = start
    while index < len(words) and index - start < 8:
        word = words[index]
        joins = word.lower in ("-", "/", "and") and index > start and found is None
        if word.upos in ("NOUN", "PROPN"):
            if found is not None and not _stay_together(words[found], word):
                break
            found = index
        elif not (
            (word.upos in ("ADJ", "ADV", "DET", "NUM", "VERB") and found is None)
            or joins
            or word.lower in ("-", "“", '"')
        ):
            break
        if word.upos == "VERB" and word.head < index and word.deprel in ("root", "acl", "conj", "ccomp", "parataxis"):
            break
        index += 1
    if (
        found is None
        and start < len(words)
        and words[start].upos in ("ADJ", "VERB")
        and words[start].lemma in _people_nouns()
    ):
        return start
    return found


def _stay_together(first: Word, second: Word) -> bool:
    """Tell whether two nouns in a row are one phrase: the first hangs on the second, or is part of its name."""
    return first.head == second.index or second.deprel.startswith(("flat", "compound")) or first.head == second.head


def _of_whom(sentence: Sentence, count: Count) -> int:
    """Return the people in "dozens of people", "two of them soldiers", "three of the dead were children"."""
    words = sentence.words
    start = count.last + 2
    while (
        start < len(words)
        and words[start].upos in ("DET", "PRON")
        and words[start].deprel.startswith(("det", "nmod:poss"))
    ):
        start += 1
    run = _noun_run(sentence, start)
    if run is not None and words[run].lemma not in load_table("people.toml")["whole"]["lemmas"]:
        return run
    after = (run if run is not None else start) + 1
    while after < len(words) and words[after].upos in ("AUX", "DET", "ADV"):
        after += 1
    part = _noun_run(sentence, after)
    if part is not None and words[part].lemma in _people_nouns():
        return part
    return run if run is not None else count.anchor


@cache
def _people_nouns() -> frozenset[str]:
    heads = load_table("people.toml")["heads"]
    return frozenset(lemma for lemmas in heads.values() for lemma in lemmas) | frozenset(
        load_table("people.toml")["open"]["lemmas"]
    )


#: Relations of a harm word that hangs below the people or below their governor.
_BELOW = frozenset(
    (
        "amod",
        "acl",
        "xcomp",
        "advcl",
        "obl",
        "nmod",
        "conj",
        "ccomp",
        "appos",
        "obj",
        "parataxis",
        "nsubj",
        "compound",
        "dep",
    )
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
            weak = (
                index
                if index not in inside and sentence.words[index].lemma in _predicates()
                else next(iter(kids), None)
            )
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
            w
            for kid in sentence.kids(who[1], "nmod", "amod", "compound")
            for w in (kid, *sentence.kids(kid.index, "compound", "flat", "amod"))
        ]
        for name, lemmas in table["modifiers"].items():
            if any(w.lemma in lemmas or w.lower in lemmas for w in around):
                return Group(name)
    for name, lemmas in table["heads"].items():
        if head.lemma in lemmas:
            return Group(name)
    labels, row = sentence.labels["side"], sentence.odds["side"][anchor]
    return Group(labels[int(row.argmax())])
