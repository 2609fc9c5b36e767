"""Find the single people who are harmed without a number word: "the mayor", "his driver", "Ali Khan", "him"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.coding.deeds import sufferers
from dateline.coding.harm import is_denied, status_word
from dateline.language.document import Sentence, Word

#: What may stand between the first word of a description and its noun: "the deputy district police chief".
_PREMODIFIERS = frozenset(("ADJ", "NOUN", "PROPN"))
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Single:
    """One person harmed: the words for them, their head among these, and the word that states the harm."""

    head: int
    who: tuple[int, int]
    predicate: int


def find_singles(sentence: Sentence) -> list[Single]:
    """Return the single people that a word of harm has for its sufferers, in the order of the text.

    The words alone decide: a name, a singular noun for a person or a pronoun, under a word that says its
    harm by itself and is neither denied nor only possible.
    """
    found: dict[int, Single] = {}
    for word in sentence.words:
        if status_word(sentence, word.index) is None or is_denied(sentence, word.index):
            continue
        for head in _sufferers(sentence, word):
            who = _person(sentence, head)
            if who is not None and not who[0] <= word.index <= who[1]:
                found.setdefault(who[0], Single(head, who, word.index))
    return [found[first] for first in sorted(found)]


def _sufferers(sentence: Sentence, word: Word) -> Iterator[int]:
    """Yield the heads of those whom a word of harm befalls; "dead" befalls those of its verb: "was pronounced dead"."""
    yield from sufferers(sentence, word.index)
    if word.upos == "ADJ":
        yield from (kid.index for kid in sentence.kids(word.index, "nsubj"))
    if word.head < 0 or is_denied(sentence, word.head):
        return
    if word.upos == "ADJ" and word.deprel.partition(":")[0] in ("xcomp", "advcl", "advmod"):
        yield from sufferers(sentence, word.head)


def _person(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return the words for one person headed at a word; None where it names none, or several."""
    word = sentence.words[head]
    name = next((n for n in sentence.names if n.kind == "PER" and n.first <= head <= n.last), None)
    if name is not None:
        return name.first, name.last
    if word.upos == "PRON":
        is_among = [w.lower for w in sentence.words[head + 1 : head + 2]] == ["among"]
        return (head, head) if word.lower in load_table("people.toml")["single"]["pronouns"] and not is_among else None
    if word.upos != "NOUN" or word.lemma != word.lower or not _is_single_noun(word.lemma):
        return None
    if any(kid.lower in load_table("people.toml")["single"]["not_one"] for kid in sentence.kids(head, "det", "advmod")):
        return None
    if any(kid.lemma != "one" and kid.lower not in ("a", "an") for kid in sentence.kids(head, "nummod")):
        return None
    first = head
    while first and head - first < _LONGEST and sentence.words[first - 1].upos in _PREMODIFIERS:
        first -= 1
    return first, head


def _is_single_noun(lemma: str) -> bool:
    """Tell whether a noun means one person: by the codebook, or by an ending of those who do something."""
    table = load_table("people.toml")
    if lemma in single_nouns():
        return True
    is_known = (
        any(lemma in table[kind]["lemmas"] for kind in ("things", "collective")) or lemma in table["single"]["never"]
    )
    return not is_known and lemma.endswith(tuple(table["single"]["suffixes"])) and not lemma.endswith("ment")


@cache
def single_nouns() -> frozenset[str]:
    """Return the nouns that in the singular mean one person: those of the sides and of public and private roles."""
    people, roles = load_table("people.toml"), load_table("public_roles.toml")
    sided = (lemma for lemmas in people["heads"].values() for lemma in lemmas)
    titles = (title for kind in ("public_figure", "official", "private") for title in roles[kind] if " " not in title)
    return frozenset((*sided, *people["open"]["lemmas"], *titles)) - frozenset(people["single"]["never"])
