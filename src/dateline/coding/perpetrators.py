"""Choose the perpetrators of an event: one name an actor, the sufferers and mere speakers left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.codebook import load_table
from dateline.coding.answerable import is_named
from dateline.coding.deeds import by_word, doers, opponents, sufferers
from dateline.coding.events import Trigger
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

    @property
    def score(self) -> float:
        return self.for_it - self.against_it


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
    share: float


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


def find_perpetrators(inquiry: Inquiry, case: Case) -> tuple[str, ...]:
    """Return the perpetrators of an event, surest first, each actor once."""
    suspects = _suspects(inquiry, case)
    _hear_answers(inquiry, case, suspects)
    return tuple(s.name for s in _choose(list(suspects.values()), case.kind, inquiry.weights))


def _suspects(inquiry: Inquiry, case: Case) -> dict[str, Suspect]:
    """Weigh every actor that does or suffers what the triggers denote."""
    found: dict[str, Suspect] = {}
    weights = inquiry.weights
    for trigger in case.triggers:
        sentence = inquiry.document.sentences[trigger.sentence]
        sides = opponents(sentence, trigger.word)
        acting = doers(sentence, trigger.word)
        names = [s.name for i in dict.fromkeys((*acting, *sides)) if (s := _suspect(inquiry, found, sentence, i))]
        for index in dict.fromkeys((*acting, *sides)):
            suspect = _suspect(inquiry, found, sentence, index)
            if suspect is None:
                continue
            suspect.for_it += weights.people if suspect.side == "people" else weights.doer
            suspect.partners |= set(names) if len(sides) > 1 else set()
        for index in set(sufferers(sentence, trigger.word)) - set(sides):
            suspect = _suspect(inquiry, found, sentence, index)
            if suspect is not None:
                suspect.against_it += weights.sufferer
    for number in {t.sentence for t in case.triggers}:
        _hear_model(inquiry, inquiry.document.sentences[number], found)
    for number, index in case.victims:
        suspect = _suspect(inquiry, found, inquiry.document.sentences[number], index)
        if suspect is not None:
            suspect.against_it += weights.sufferer
    return found


def _hear_model(inquiry: Inquiry, sentence: Sentence, found: dict[str, Suspect]) -> None:
    """Add the language model's odds that an actor of a sentence is a perpetrator."""
    heard: dict[str, float] = {}
    for index, odds in enumerate(_odds(sentence)):
        if odds >= _WORTH_HEARING and (suspect := _suspect(inquiry, found, sentence, index, least=odds)):
            heard[suspect.name] = max(odds, heard.get(suspect.name, 0.0))
    for suspect in found.values():
        suspect.for_it += inquiry.weights.odds * heard.get(suspect.name, 0.0)


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
    if actor is None and not (_is_person(sentence, word) or least >= _ALONE):
        return None
    name = actor.name if actor else inquiry.describe(sentence.index, index)
    if not name:
        return None
    side = _SIDES.get(actor.kind or "", "armed") if actor else "people"
    named = actor is not None and is_named(actor)
    return found.setdefault(name.casefold(), Suspect(name, side, named, (sentence.index, index)))


def _is_person(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word is a noun for people, so that it can act without being an armed actor."""
    heads = load_table("people.toml")["heads"]
    known = any(word.lemma in heads[side] for side in ("security_forces", "militants", "civilians"))
    return word.upos in ("NOUN", "PROPN") and (known or word.lemma in load_table("parties.toml")["acting"]["nouns"])


def _hear_answers(inquiry: Inquiry, case: Case, suspects: dict[str, Suspect]) -> None:
    """Count a claim of responsibility for the claimant, and blame for a named armed group."""
    for answer in case.answers:
        known = next((a for a in inquiry.actors.values() if a.name == answer.actor), None)
        if answer.stance is Stance.DENIED or (answer.stance is Stance.BLAMED and known is None):
            continue
        side = _SIDES.get(known.kind or "", "armed") if known else "armed"
        if answer.stance is Stance.BLAMED and side != "armed":
            continue
        suspect = suspects.setdefault(
            answer.actor.casefold(), Suspect(answer.actor, side, known is None or is_named(known), (1 << 30, 0))
        )
        weights = inquiry.weights
        suspect.for_it += weights.claimant if answer.stance is Stance.CLAIMED else weights.blamed


def _choose(suspects: Sequence[Suspect], kind: str, weights: Weights) -> list[Suspect]:
    """Return the suspects that did it: of the likeliest side, named ones before described ones."""
    fit = sorted(
        (s for s in suspects if s.side in _allowed(kind) and s.score >= weights.hint),
        key=lambda s: (-s.score - weights.likely * _is_likely(kind, s), s.first),
    )
    if not fit:
        return []
    best = fit[0]
    same = [s for s in fit if s.side == best.side]
    named = [s for s in same if s.is_named]
    if named and best.side == "armed":
        best, same = named[0], named
    chosen = [s for s in same if s is best or s.name in best.partners or _joins(s, best, weights)]
    return chosen + [s for s in fit if s.name in best.partners and s not in chosen]


def _is_likely(kind: str, suspect: Suspect) -> bool:
    """Tell whether a suspect is of the side that is named first for a kind of event."""
    return suspect.side == next(iter(_allowed(kind)))


def _joins(suspect: Suspect, best: Suspect, weights: Weights) -> bool:
    """Tell whether a suspect is a further actor beside the best, not the same one in other words."""
    return (
        suspect.is_named
        and best.is_named
        and suspect.score >= weights.enough
        and suspect.score >= weights.share * best.score
    )


def _allowed(kind: str) -> Iterable[str]:
    table = load_table("parties.toml")["sides"]
    sides: list[str] = table.get(kind, table["other types"])
    return sides
