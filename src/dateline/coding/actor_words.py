"""The lexicon of actors without a name, in the shape that coding needs it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.codebook import load_table
from dateline.language.document import Sentence, Word


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words of codebook/data/actors.toml, by use; its comments say what each list is for."""

    kinds: dict[str, str]
    forces: dict[str, str]
    groups: frozenset[str]
    persons: frozenset[str]
    armed: frozenset[str]
    names: frozenset[str]
    members: frozenset[str]
    pointing: frozenset[str]
    attached: frozenset[str]
    mounts: frozenset[str]
    followers: frozenset[str]
    back: frozenset[str]
    attacks: frozenset[str]


@cache
def load_actor_words() -> ActorWords:
    """Return the lexicon.

    >>> load_actor_words().kinds["gunman"]
    'Political Militia'
    """
    table = load_table("actors.toml")
    return ActorWords(
        kinds={noun: kind for kind, nouns in table["kinds"].items() for noun in nouns},
        forces={noun: branch for branch, nouns in table["forces"].items() for noun in nouns},
        **{name: frozenset(words) for name, words in table["words"].items()},
    )


def singular(word: Word) -> str:
    """Return the singular of a noun; the lemma where the language model knows it, else by its ending."""
    lower = word.lower
    if lower.endswith("men") and len(lower) > 4:
        return lower[:-2] + "an"
    lemma = word.lemma.lower()
    if lemma != lower:
        return lemma
    if lower.endswith("ies"):
        return lower[:-3] + "y"
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower


def noun_of(sentence: Sentence, head: int, nouns: dict[str, str]) -> str | None:
    """Return the entry of ``nouns`` that a word is, alone or with the word before it ("air force")."""
    word = sentence.words[head]
    forms = (word.lower, singular(word))
    if head and sentence.words[head - 1].end + 1 >= word.start:
        before = sentence.words[head - 1].lower
        for form in forms:
            if f"{before} {form}" in nouns:
                return f"{before} {form}"
    return next((form for form in forms if form in nouns), None)


def is_generic(phrase: str) -> bool:
    """Tell whether a phrase ends in a word for actors without a name: "Gunmen", "Maoist rebels".

    >>> is_generic("Gunmen"), is_generic("Tamil Tigers")
    (True, False)
    """
    lexicon, last = load_actor_words(), phrase.lower().split()[-1]
    forms = (last, last.removesuffix("s"), last.replace("men", "man"))
    return any(form in lexicon.kinds or form in lexicon.forces or form in lexicon.persons for form in forms)
