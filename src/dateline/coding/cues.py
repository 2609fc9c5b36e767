"""The words that attribute: which verbs and nouns take a clause, an infinitive, a thing or somebody addressed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.coding.runs import Run
from dateline.language.document import Sentence, Word


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon of cues: lemmas by the shape of what they take; ``about`` holds verbs with their prepositions."""

    clause: frozenset[str]
    infinitive: frozenset[str]
    thing: frozenset[str]
    addressed: frozenset[str]
    hearing: frozenset[str]
    about: frozenset[tuple[str, str]]
    noun_clause: frozenset[str]
    noun_infinitive: frozenset[str]
    noun_thing: frozenset[str]
    settings: frozenset[str]
    carriers: frozenset[str]
    weekdays: frozenset[str]


@cache
def load_cues() -> Cues:
    """Return the lexicon of cues, read once.

    >>> "deny" in load_cues().thing, ("call", "for") in load_cues().about
    (True, True)
    """
    table = load_table("cues.toml")
    nouns = table["nouns"]
    return Cues(
        clause=frozenset(table["clause"]),
        infinitive=frozenset(table["infinitive"]),
        thing=frozenset(table["thing"]),
        addressed=frozenset(table["addressed"]),
        hearing=frozenset(table["hearing"]),
        about=frozenset((verb, word) for verb, words in table["about"].items() for word in words),
        noun_clause=frozenset(nouns["clause"]),
        noun_infinitive=frozenset(nouns["infinitive"]),
        noun_thing=frozenset(nouns["thing"]),
        settings=frozenset(nouns["settings"]),
        carriers=frozenset(nouns["carriers"]),
        weekdays=frozenset(nouns["weekdays"]),
    )


def cue_run(sentence: Sentence, verb: Word) -> Run:
    """Return the words of a verb's cue: auxiliaries, negation and adverbs before it, particle, day or setting after it.

    "has also said", "pointed out", "said in a statement", "said on Tuesday:".
    """
    first = last = verb.index
    while first > 0 and _leads(sentence.words[first - 1], verb):
        first -= 1
    words = sentence.words
    while last + 1 < len(words) and words[last + 1].deprel == "compound:prt" and words[last + 1].head == verb.index:
        last += 1
    last = _past_setting(sentence, verb, last)
    if last + 1 < len(words) and words[last + 1].text == ":":
        last += 1
    return first, last


def _leads(word: Word, verb: Word) -> bool:
    return word.head == verb.index and (
        word.deprel in ("aux", "aux:pass") or (word.deprel == "advmod" and word.upos in ("ADV", "PART"))
    )


def _past_setting(sentence: Sentence, verb: Word, last: int) -> int:
    """Take in the day, or the place where the words were set down, when it follows the verb at once."""
    cues, words = load_cues(), sentence.words
    for kid in sentence.kids(verb.index, "obl"):
        tree = sentence.subtree(kid.index)
        is_known = kid.lemma in cues.settings or kid.lower in cues.weekdays
        if is_known and tree[0] == last + 1 and len(tree) <= 5 and tree[-1] - tree[0] + 1 == len(tree):
            last = tree[-1]
            if words[last].upos == "PUNCT":
                last -= 1
    return last
