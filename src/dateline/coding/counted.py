"""Find who is counted: the noun of a number, and the side its people are on."""

from __future__ import annotations

from functools import cache

from dateline.codebook import load_table
from dateline.coding.counts import Count
from dateline.coding.deeds import doers
from dateline.coding.harm import status_word
from dateline.language.document import Sentence, Word
from dateline.model import Group

#: Parts of speech that stand between a number and its noun: "two suspected Islamist militants".
_PREMODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "VERB"))
_CLAUSE = frozenset(("root", "acl", "conj", "ccomp", "parataxis"))
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
#: No noun phrase is longer than this between a number and its noun.
_REACH = 8


def people_of(sentence: Sentence, count: Count) -> tuple[int, int]:
    """Return the first and last word for the people counted, without the count itself.

    The numeral itself stands for them where no noun does ("34 wounded").
    """
    words = sentence.words
    head = _people_head(sentence, count)
    first = head
    while first - 1 > count.last and words[first - 1].upos in _PREMODIFIERS:
        first -= 1
    last = head
    while last + 1 < len(words) and words[last + 1].deprel.startswith("flat") and words[last + 1].head == head:
        last += 1
    return first, last


def _people_head(sentence: Sentence, count: Count) -> int:
    """Return the noun that a count counts: the noun right after it, or after "of"; else the numeral itself."""
    words = sentence.words
    after = count.last + 1
    if after < len(words) and words[after].lower == "of":
        return _of_whom(sentence, count)
    if (
        after < len(words)
        and words[after].upos in ("VERB", "ADJ")
        and status_word(sentence, after)
        and _ends(sentence, after)
    ):
        return count.anchor  # "25 killed, three children among them": no noun is left out to be looked for
    run = _noun_run(sentence, after)
    if run is not None:
        return run
    anchor = words[count.anchor]
    is_counted = anchor.deprel.partition(":")[0] in ("nummod", "det") and 0 < anchor.head - count.last <= 5
    return anchor.head if is_counted and words[anchor.head].upos in ("NOUN", "PROPN", "ADJ") else count.anchor


def _ends(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun phrase ends with a word: a comma, a joint or the end of the sentence follows."""
    following = sentence.words[index + 1 : index + 2]
    return not following or following[0].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "AUX")


def _noun_run(sentence: Sentence, start: int) -> int | None:
    """Return the last noun of the unbroken noun phrase that begins at ``start``, if one begins there."""
    words = sentence.words
    found: int | None = None
    owner: int | None = None
    for word in words[start : start + _REACH]:
        if word.upos in ("NOUN", "PROPN"):
            if found is not None and not _stay_together(words[found], word):
                break
            found = word.index
        elif word.lower in _POSSESSIVE and found == word.index - 1:
            owner, found = found, None
        elif not _may_precede_noun(word, is_first=word.index == start, has_noun=found is not None):
            break
    if found is None and start < len(words) and words[start].upos in ("ADJ", "VERB"):
        return start if words[start].lemma in _people_nouns() else None
    if owner is not None and (found is None or words[found].lemma not in _owned_nouns()):
        return owner  # "ten soldiers' lives", but "a girls' school teacher"
    return found


@cache
def _owned_nouns() -> frozenset[str]:
    """Return the nouns of people who may have an owner: no "lives" and no "bodies"."""
    return _people_nouns() - frozenset(load_table("people.toml")["heads"]["unspecified"])


def _may_precede_noun(word: Word, *, is_first: bool, has_noun: bool) -> bool:
    """Tell whether a word can stand inside a noun phrase before its noun."""
    if word.upos == "VERB" and word.head < word.index and word.deprel in _CLAUSE:
        return False
    if word.lower in ("-", "“", '"'):
        return True
    if word.lower in ("/", "and"):
        return not is_first and not has_noun
    return word.upos in ("ADJ", "ADV", "DET", "NUM", "VERB") and not has_noun


def _stay_together(first: Word, second: Word) -> bool:
    """Tell whether two nouns in a row are one phrase: the first hangs on the second, or is part of its name."""
    return first.head == second.index or second.deprel.startswith(("flat", "compound")) or first.head == second.head


def _of_whom(sentence: Sentence, count: Count) -> int:
    """Return the people in "dozens of people", "two of them soldiers", "three of the dead were children"."""
    words = sentence.words
    start = count.last + 2
    while start < len(words) and words[start].deprel.startswith(("det", "nmod:poss")):
        start += 1
    whole = _noun_run(sentence, start)
    if whole is not None and words[whole].lemma not in load_table("people.toml")["whole"]["lemmas"]:
        return whole
    after = (start if whole is None else whole) + 1
    while after < len(words) and words[after].upos in ("AUX", "DET", "ADV"):
        after += 1
    part = _noun_run(sentence, after)
    if part is not None and words[part].lemma in _people_nouns():
        return part
    return count.anchor if whole is None else whole


@cache
def _people_nouns() -> frozenset[str]:
    table = load_table("people.toml")
    sided = (lemma for lemmas in table["heads"].values() for lemma in lemmas)
    return frozenset((*sided, *table["open"]["lemmas"]))


def is_person_noun(word: Word) -> bool:
    """Tell whether a word names people, by the codebook."""
    return word.lemma in _people_nouns()


def counts_people(sentence: Sentence, count: Count, who: tuple[int, int]) -> bool:
    """Tell whether what is counted can be people: no vehicles, no "three of which", no ages, no "one in ten"."""
    words = sentence.words
    things = load_table("people.toml")["things"]["lemmas"]
    if words[who[1]].lemma in things or _is_age(sentence, count) or _is_ratio(sentence, count):
        return False
    if (
        _is_one_of_many(sentence, count, who)
        or _is_name(sentence, count, who)
        or _is_whole_war(sentence, count)
        or _is_aboard(sentence, who)
    ):
        return False
    after = [word.lower for word in words[count.last + 1 : count.last + 3]]
    if after[:1] == ["of"] and after[1:] in (["them"], ["which"], ["these"], ["those"]):
        before = next((w for w in reversed(words[: count.first]) if w.upos in ("NOUN", "PROPN")), None)
        return before is None or before.lemma not in things
    return True


def _is_one_of_many(sentence: Sentence, count: Count, who: tuple[int, int]) -> bool:
    """Tell whether a count counts no single people: "one family", "two tribal groups", "one against a convoy"."""
    collective, head = load_table("people.toml")["collective"], sentence.words[who[1]]
    if head.lemma in collective["plural"] and head.lower != head.lemma:
        return True
    if (count.low, count.high) != (1, 1):
        return False
    if head.lemma in collective["lemmas"]:
        return True
    following = sentence.words[count.last + 1 : count.last + 2]
    is_bare = who[1] == count.anchor and sentence.words[count.anchor].lower == "one"
    return is_bare and bool(following) and following[0].upos == "ADP" and following[0].lower != "of"


def _is_aboard(sentence: Sentence, who: tuple[int, int]) -> bool:
    """Tell whether the people are only said to be on board of a thing: "a train with 450 passengers"."""
    words = sentence.words
    head = words[who[1]]
    if head.head < 0:
        return False
    above = words[head.head]
    if head.deprel == "obj":
        return above.lemma in ("carry", "transport", "ferry") and above.deprel.startswith("acl")
    things = load_table("people.toml")["things"]["lemmas"]
    joints = [kid.index for kid in sentence.kids(head.index, "case") if kid.lower == "with" and kid.index]
    return any(words[joint - 1].lemma in things for joint in joints)


def _is_name(sentence: Sentence, count: Count, who: tuple[int, int]) -> bool:
    """Tell whether a number is part of a name: "an AK-47", "28 Rashtriya Rifles"."""
    words = sentence.words
    if count.first > 1 and words[count.first - 1].text == "-" and words[count.first - 2].text[:1].isupper():
        return words[count.first - 2].end == words[count.first - 1].start
    return words[who[1]].lemma in load_table("people.toml")["units"]["lemmas"] and words[who[1]].text[:1].isupper()


def _is_whole_war(sentence: Sentence, count: Count) -> bool:
    """Tell whether a number is the toll of a war or of years, which no event has: "in the conflict", "in 35 years"."""
    table = load_table("people.toml")["whole_war"]
    words = [word.lower for word in sentence.words]
    text = f" {' '.join(words[max(0, count.first - 12) : count.last + 25])} "
    if any(f" {phrase} " in text for phrase in table["phrases"]):
        return True
    later = words[count.last : count.last + 25]
    return any(_is_span_of_years(later, index) for index in range(2, len(later)))


def _is_span_of_years(words: list[str], at: int) -> bool:
    """Tell whether a word ends a span of years: "in 35 years", "in the last three decades"."""
    table = load_table("people.toml")["whole_war"]
    is_counted = words[at - 1].isdigit() or words[at - 1] in table["numbers"]
    return words[at] in table["spans"] and is_counted and "in" in words[max(0, at - 4) : at]


def _is_age(sentence: Sentence, count: Count) -> bool:
    """Tell whether a bare number is an age: "Maryam Usman, 11, said", "a child of 11"."""
    words = sentence.words
    if count.first < 2 or count.first != count.last or not words[count.first].text.isdigit():
        return False
    before, following = words[count.first - 1], words[count.last + 1 : count.last + 2]
    is_aside = before.text == "," and words[count.first - 2].upos == "PROPN"
    if is_aside and (not following or following[0].upos == "PUNCT"):
        return True
    is_child = words[count.first - 2].lemma in ("child", "boy", "girl", "son", "daughter", "man", "woman", "youth")
    return before.lower == "of" and is_child and (not following or following[0].upos != "NOUN")


def _is_ratio(sentence: Sentence, count: Count) -> bool:
    """Tell whether a number is half of a share: "one in ten people"."""
    words = sentence.words
    later = [word.lower for word in words[count.last + 1 : count.last + 2]]
    beyond = words[count.last + 2 : count.last + 3]
    earlier = [word.lower for word in words[max(0, count.first - 1) : count.first]]
    return (later == ["in"] and bool(beyond) and beyond[0].upos == "NUM" and count.low == 1) or (
        earlier == ["in"] and count.first > 1 and words[count.first - 2].lower in ("one", "1")
    )


def group_of(sentence: Sentence, who: tuple[int, int], anchor: int) -> Group:
    """Return the side of the people: by their noun or its modifiers where these are plain, else by the model."""
    return group_by_rule(sentence, who, anchor)[0]


def group_by_rule(sentence: Sentence, who: tuple[int, int], anchor: int) -> tuple[Group, str]:
    """Return the side of the people, and the rule of ``reasons.toml`` that told it."""
    table = load_table("people.toml")
    head = sentence.words[who[1]]
    if head.lemma in table["open"]["lemmas"] or head.upos in ("NUM", "PRON"):
        around = _modifiers(sentence, who)
        for name, lemmas in table["modifiers"].items():
            if any(word.lemma in lemmas or word.lower in lemmas for word in around):
                return Group(name), "group_modifier"
    if head.upos == "NUM" and (tallied := _tallied(sentence, head)):
        return tallied, "group_tally"
    for name, lemmas in table["heads"].items():
        if head.lemma in lemmas:
            return Group(name), "group_open" if name == Group.UNSPECIFIED else "group_noun"
    labels, row = sentence.labels["side"], sentence.odds["side"][anchor]
    own = _side_of_doers(sentence, head)
    best = max((i for i, label in enumerate(labels) if label != own), key=lambda i: float(row[i]))
    return Group(labels[best]), "group_head"


def _side_of_doers(sentence: Sentence, head: Word) -> str | None:
    """Return the side of those who harm the people: "militants killed six" tells that the six are no militants."""
    if head.deprel != "obj" or head.upos == "PROPN" or not status_word(sentence, head.head):
        return None
    heads = load_table("people.toml")["heads"]
    lemmas = [sentence.words[i].lemma for i in doers(sentence, head.head)]
    sides = (name for name in (Group.MILITANTS, Group.SECURITY_FORCES) for lemma in lemmas if lemma in heads[name])
    return next(sides, None)


def _tallied(sentence: Sentence, number: Word) -> Group | None:
    """Return the side whose tally a bare number is: "the number of soldiers killed rose to 20"."""
    table = load_table("people.toml")
    tallies = [w for w in sentence.words[: number.index] if w.lemma in table["tallies"]["lemmas"]]
    for person in sentence.kids(tallies[-1].index, "nmod") if tallies else ():
        for name, lemmas in table["heads"].items():
            if person.lemma in lemmas and name != Group.UNSPECIFIED:
                return Group(name)
    return None


def _modifiers(sentence: Sentence, who: tuple[int, int]) -> list[Word]:
    """Return the words that say more of the people: before their noun, and below it."""
    around = sentence.words[who[0] : who[1]]
    for kid in sentence.kids(who[1], "nmod", "amod", "compound"):
        around += [kid, *sentence.kids(kid.index, "compound", "flat", "amod")]
    return around
