"""Actors that may have done it: who they are, and the signs for and against each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_table
from dateline.coding.actor_words import load_actor_words
from dateline.coding.answerable import is_named
from dateline.coding.clues import Clue
from dateline.coding.deeds import by_word
from dateline.coding.events import Trigger
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, Responsibility

Describe = Callable[[int, int], str]
#: The sides of :attr:`Suspect.side` by ACLED's kinds of actors.
_SIDES = {"State Forces": "state", "External/Other Forces": "state", "Rioters": "crowd", "Protesters": "crowd"}


@dataclass(frozen=True, slots=True)
class Case:
    """What decides about an event's parties: its kind, its triggers, the people counted, and who answers for it.

    ``victims`` holds sentence and word of the people that casualty figures count, ``harms`` those of the words
    that state the harm.
    """

    kind: str
    triggers: Sequence[Trigger]
    victims: Sequence[tuple[int, int]] = ()
    answers: Sequence[Responsibility] = ()
    harms: Sequence[tuple[int, int]] = ()


@dataclass(slots=True)
class Suspect:
    """An actor that may be the perpetrator of an event, with the signs for and against it by name."""

    name: str
    side: str
    is_named: bool
    first: tuple[int, int]
    signs: dict[str, float] = field(default_factory=dict)
    partners: set[str] = field(default_factory=set)
    clues: list[Clue] = field(default_factory=list)

    def show(self, sign: str, strength: float = 1.0) -> None:
        """Let a sign count, at its strongest."""
        self.signs[sign] = max(strength, self.signs.get(sign, 0.0))

    def shows(self, *signs: str) -> bool:
        """Tell whether any of some signs was seen."""
        return any(self.signs.get(sign) for sign in signs)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The report in which perpetrators are looked for, with its actors by the words that name them."""

    document: Document
    actors: Mapping[tuple[int, int], ActorMention]
    describe: Describe

    @classmethod
    def of(cls, document: Document, actors: Sequence[ActorMention], describe: Describe) -> Inquiry:
        """Return the inquiry into a report; ``describe`` names the actor at a sentence's word."""
        return cls(document, by_word(document, actors), describe)

    def mentions(self) -> Iterator[tuple[int, int, ActorMention]]:
        """Yield sentence, word and actor where each mention of an actor begins, in the order of the text."""
        last: ActorMention | None = None
        for (number, word), actor in sorted(self.actors.items(), key=lambda item: item[0]):
            if actor is not last:
                yield number, word, actor
            last = actor


class Suspects:
    """The suspects of one event by their folded names."""

    def __init__(self, inquiry: Inquiry) -> None:
        self._inquiry = inquiry
        self._found: dict[str, Suspect] = {}

    def __iter__(self) -> Iterator[Suspect]:
        return iter(self._found.values())

    def named(self, name: str, side: str, is_named: bool, first: tuple[int, int]) -> Suspect:
        """Return the suspect of a name, made when new."""
        return self._found.setdefault(name.casefold(), Suspect(name, side, is_named, first))

    def of_actor(self, actor: ActorMention, first: tuple[int, int]) -> Suspect:
        """Return the suspect that an actor is, made when new."""
        return self.named(actor.name, side_of(actor), is_named(actor), first)

    def at(self, sentence: Sentence, index: int, is_sure: bool = False) -> Suspect | None:
        """Return the suspect at a word, made when new; None where the word is nobody who can act.

        ``is_sure`` takes even a noun that the lexicons do not know for people.
        """
        word, place = sentence.words[index], (sentence.index, index)
        actor = self._inquiry.actors.get(place)
        if actor is not None:
            return self.of_actor(actor, place)
        if not is_sure and (word.deprel in ("compound", "amod") or not _is_person(word)):
            return None
        name = self._inquiry.describe(sentence.index, index)
        return self.named(name, _side_of_noun(word), False, place) if name else None


def side_of(actor: ActorMention) -> str:
    """Return the side of an actor: state, armed, crowd, or people where its kind is open."""
    return _SIDES.get(actor.kind, "armed") if actor.kind else "people"


def _side_of_noun(word: Word) -> str:
    return "state" if word.lemma in load_actor_words().forces else "people"


def _is_person(word: Word) -> bool:
    """Tell whether a word is a noun for people, so that it can act without being an armed actor."""
    heads = load_table("people.toml")["heads"]
    if word.lemma in load_table("parties.toml")["acting"]["never"]:
        return False
    known = any(word.lemma in heads[side] for side in ("security_forces", "militants", "civilians"))
    return word.upos in ("NOUN", "PROPN") and (known or word.lemma in load_table("parties.toml")["acting"]["nouns"])
