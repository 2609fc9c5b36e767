"""Weigh who may have done it: what the syntax, the model and responsibility say for and against each actor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_table
from dateline.coding.actor_words import load_actor_words
from dateline.coding.answerable import is_named
from dateline.coding.deeds import by_word, doers, opponents, sufferers
from dateline.coding.events import Trigger
from dateline.coding.signs import Sign
from dateline.language.document import Document, Sentence, Word
from dateline.model import ActorMention, Responsibility, Stance

Describe = Callable[[int, int], str]
#: The sides of :attr:`Suspect.side` by ACLED's kinds of actors.
_SIDES = {"State Forces": "state", "External/Other Forces": "state", "Rioters": "crowd", "Protesters": "crowd"}


@dataclass(frozen=True, slots=True)
class Case:
    """What decides about an event's parties: its kind, its triggers, the people counted, and who answers for it.

    ``victims`` holds sentence and word of the people that casualty figures count.
    """

    kind: str
    triggers: Sequence[Trigger]
    victims: Sequence[tuple[int, int]] = ()
    answers: Sequence[Responsibility] = ()


@dataclass(slots=True)
class Suspect:
    """An actor that may be the perpetrator: what speaks for and against it over the whole report."""

    name: str
    side: str
    is_named: bool
    first: tuple[int, int]
    for_it: float = 0.0
    against_it: float = 0.0
    partners: set[str] = field(default_factory=set)
    signs: list[Sign] = field(default_factory=list)

    @property
    def score(self) -> float:
        return self.for_it - self.against_it

    def show(self, rule: str, sentence: int | None = None, word: int = 0, odds: float | None = None) -> None:
        """Keep what speaks for it, once a rule."""
        if all(sign.rule != rule for sign in self.signs):
            self.signs.append(Sign("perpetrators", rule, sentence, word, word, self.name, odds))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each sign counts; see ``parties.toml``."""

    doer: float
    people: float
    odds: float
    sufferer: float
    claimant: float
    blamed: float
    enough: float
    hint: float
    likely: float
    telling: float
    share: float
    named_share: float
    presence: float


@dataclass(frozen=True, slots=True)
class Inquiry:
    """The report in which perpetrators are looked for, with its actors by the words that name them."""

    document: Document
    actors: Mapping[tuple[int, int], ActorMention]
    describe: Describe
    weights: Weights

    @classmethod
    def of(cls, document: Document, actors: Sequence[ActorMention], describe: Describe) -> Inquiry:
        """Return the inquiry into a report; ``describe`` names the actor at a sentence's word."""
        return cls(document, by_word(document, actors), describe, Weights(**load_table("parties.toml")["weights"]))


def weigh(inquiry: Inquiry, case: Case) -> dict[str, Suspect]:
    """Return the suspects of an event by their folded names, weighed."""
    found = _suspects(inquiry, case)
    _hear_answers(inquiry, case, found)
    return found


def weigh_together(inquiry: Inquiry, trials: Sequence[dict[str, Suspect]]) -> list[Suspect]:
    """Return the suspects of all events of a report, and the actors that are only there."""
    found: dict[str, Suspect] = {}
    for suspects in trials:
        for key, one in suspects.items():
            whole = found.setdefault(key, Suspect(one.name, one.side, one.is_named, one.first))
            whole.for_it += one.for_it
            whole.against_it += one.against_it
            whole.signs += [sign for sign in one.signs if sign not in whole.signs]
    for (number, word), actor in inquiry.actors.items():
        new = Suspect(actor.name, _side(actor), is_named(actor), (number, 0))
        present = found.setdefault(actor.name.casefold(), new)
        present.for_it += inquiry.weights.presence
        present.show("perpetrator_present", number, word)
    return list(found.values())


def _suspects(inquiry: Inquiry, case: Case) -> dict[str, Suspect]:
    """Weigh every actor that does or suffers what the triggers denote."""
    found: dict[str, Suspect] = {}
    for trigger in case.triggers:
        sentence = inquiry.document.sentences[trigger.sentence]
        sides = opponents(sentence, trigger.word)
        acting = dict.fromkeys((*doers(sentence, trigger.word), *sides))
        suspects = {i: s for i in acting if (s := _suspect(inquiry, found, sentence, i))}
        for index, suspect in suspects.items():
            suspect.for_it += inquiry.weights.people if suspect.side == "people" else inquiry.weights.doer
            suspect.show("perpetrator_doer", sentence.index, index)
            for other, partner in suspects.items():
                if len(sides) > 1 or _are_joined(sentence, index, other):
                    suspect.partners.add(partner.name)
        _hear_victims(
            inquiry, found, [(trigger.sentence, i) for i in sufferers(sentence, trigger.word) if i not in sides]
        )
    for number in {t.sentence for t in case.triggers}:
        _hear_model(inquiry, inquiry.document.sentences[number], found)
    _hear_victims(inquiry, found, case.victims)
    return found


def _are_joined(sentence: Sentence, index: int, other: int) -> bool:
    """Tell whether two nouns are joined by "and", so that they are two actors and not one in two wordings."""
    words = sentence.words
    pairs = ((words[index], other), (words[other], index))
    return any(word.deprel == "conj" and word.head == head for word, head in pairs)


def _hear_victims(inquiry: Inquiry, found: dict[str, Suspect], places: Iterable[tuple[int, int]]) -> None:
    """Count it against actors that they suffer."""
    for number, index in places:
        suspect = _suspect(inquiry, found, inquiry.document.sentences[number], index)
        if suspect is not None:
            suspect.against_it += inquiry.weights.sufferer


def _hear_model(inquiry: Inquiry, sentence: Sentence, found: dict[str, Suspect]) -> None:
    """Add the language model's odds that an actor of a sentence is a perpetrator."""
    heard: dict[str, tuple[float, int]] = {}
    for index, odds in enumerate(_odds(sentence)):
        if odds >= _WORTH_HEARING and (suspect := _suspect(inquiry, found, sentence, index, least=odds)):
            heard[suspect.name] = max((odds, index), heard.get(suspect.name, (0.0, 0)))
    for suspect in found.values():
        if suspect.name in heard:
            odds, index = heard[suspect.name]
            suspect.for_it += inquiry.weights.odds * odds
            suspect.show("perpetrator_head", sentence.index, index, odds)


#: Odds below this say nothing; from the other on, the model alone makes a phrase a suspect.
_WORTH_HEARING = 0.1
_ALONE = 0.5


def _odds(sentence: Sentence) -> list[float]:
    """Return, for each word, the model's odds that it belongs to a perpetrator."""
    if "party" not in sentence.odds:
        return []
    columns = [i for i, label in enumerate(sentence.labels["party"]) if label.endswith("PERP")]
    values: list[float] = sentence.odds["party"][:, columns].sum(axis=1).tolist()
    return values


def _suspect(
    inquiry: Inquiry, found: dict[str, Suspect], sentence: Sentence, index: int, least: float = 0.0
) -> Suspect | None:
    """Return the suspect at a word, made when new; None where the word is nobody who can act."""
    word = sentence.words[index]
    actor = inquiry.actors.get((sentence.index, index))
    is_part = word.deprel in ("compound", "amod")
    if actor is None and (is_part or not _is_person(sentence, word)) and least < _ALONE:
        return None
    name = actor.name if actor else inquiry.describe(sentence.index, index)
    if not name:
        return None
    side = _side(actor) if actor else _side_of_noun(word)
    named = actor is not None and is_named(actor)
    return found.setdefault(name.casefold(), Suspect(name, side, named, (sentence.index, index)))


def _side(actor: ActorMention) -> str:
    return _SIDES.get(actor.kind, "armed") if actor.kind else "people"


def _side_of_noun(word: Word) -> str:
    return "state" if word.lemma in load_actor_words().forces else "people"


def _is_person(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is a noun for people, so that it can act without being an armed actor."""
    heads = load_table("people.toml")["heads"]
    if word.lemma in load_table("parties.toml")["acting"]["never"]:
        return False
    known = any(word.lemma in heads[side] for side in ("security_forces", "militants", "civilians"))
    return word.upos in ("NOUN", "PROPN") and (known or word.lemma in load_table("parties.toml")["acting"]["nouns"])


def _hear_answers(inquiry: Inquiry, case: Case, suspects: dict[str, Suspect]) -> None:
    """Count a claim of responsibility for the claimant; where nobody claims it, blame for a named armed group."""
    claimed = [answer for answer in case.answers if answer.stance is Stance.CLAIMED]
    weight = inquiry.weights.claimant if claimed else inquiry.weights.blamed
    for answer in claimed or [answer for answer in case.answers if answer.stance is Stance.BLAMED]:
        known = next((a for a in inquiry.actors.values() if a.name == answer.actor), None)
        side = _side(known) if known else "armed"
        if claimed or (known is not None and side == "armed"):
            named = known is None or is_named(known)
            new = Suspect(answer.actor, side, named, (len(inquiry.document.sentences), 0))
            answering = suspects.setdefault(answer.actor.casefold(), new)
            answering.for_it += weight
            answering.show("perpetrator_claimed" if claimed else "perpetrator_blamed")
