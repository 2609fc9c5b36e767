"""What speaks for and against each suspect: deeds, the model's odds, victims, answers, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from dateline.codebook import load_lines, load_table
from dateline.coding.answerable import is_named
from dateline.coding.deeds import doers, opponents, sufferers
from dateline.coding.suspects import Case, Inquiry, Suspect, Suspects, side_of
from dateline.language.document import Sentence
from dateline.model import Responsibility, Stance
from dateline.register import nationalities

#: Odds below this say nothing; from the other on, the model alone makes a phrase a suspect.
_WORTH_HEARING, _ALONE = 0.1, 0.5
#: How many sentences are the lead of a report.
_LEAD = 2
#: Kinds of events that are often raids of a state on armed men, who suffer.
_RAIDS = ("Armed clash", "Attack", "Air/drone strike", "Shelling/artillery/missile attack")
_STANCES = {Stance.CLAIMED: "claims", Stance.DENIED: "denies", Stance.BLAMED: "blamed"}


def gather(inquiry: Inquiry, cases: Sequence[Case]) -> list[Suspects]:
    """Return the suspects of each event with their signs; every actor of the report is a suspect of each."""
    gathered = [_of_case(inquiry, case) for case in cases]
    others = [answer for case in cases for answer in case.answers]
    for case, suspects in zip(cases, gathered, strict=True):
        _hear_answers(inquiry, suspects, case.answers, "")
        _hear_answers(inquiry, suspects, others, " another")
        _compare(case.kind, list(suspects))
    return gathered


def _of_case(inquiry: Inquiry, case: Case) -> Suspects:
    suspects = Suspects(inquiry)
    for trigger in case.triggers:
        _see_deed(inquiry, suspects, inquiry.document.sentences[trigger.sentence], trigger.word)
    triggers = {(t.sentence, t.word) for t in case.triggers}
    for number, index in case.harms:
        if (number, index) not in triggers:
            _see_harm(suspects, inquiry.document.sentences[number], index)
    for number in {t.sentence for t in case.triggers}:
        _hear_model(suspects, inquiry.document.sentences[number])
    _see_victims(inquiry, suspects, case.victims, "victim")
    _see_standing(inquiry, suspects, {t.sentence for t in case.triggers})
    return suspects


def _see_deed(inquiry: Inquiry, suspects: Suspects, sentence: Sentence, index: int) -> None:
    """See who does and who suffers what a trigger denotes."""
    sides = opponents(sentence, index)
    acting = dict.fromkeys((*doers(sentence, index), *sides))
    seen = {i: s for i in acting if (s := suspects.at(sentence, i))}
    for place, suspect in seen.items():
        suspect.show("opponent" if place in sides else "doer again" if suspect.shows("doer") else "doer")
        for other, partner in seen.items():
            if partner is not suspect and (len(sides) > 1 or _are_joined(sentence, place, other)):
                suspect.partners.add(partner.name)
    suffering = [(sentence.index, i) for i in sufferers(sentence, index) if i not in sides]
    _see_victims(inquiry, suspects, suffering, "sufferer")


def _see_harm(suspects: Suspects, sentence: Sentence, index: int) -> None:
    """See who does the harm that a casualty figure states."""
    for place in doers(sentence, index):
        suspect = suspects.at(sentence, place)
        if suspect is not None:
            suspect.show("harms")


def _are_joined(sentence: Sentence, index: int, other: int) -> bool:
    """Tell whether two nouns are joined by "and", so that they are two actors and not one in two wordings."""
    words = sentence.words
    pairs = ((words[index], other), (words[other], index))
    return any(word.deprel == "conj" and word.head == head for word, head in pairs)


def _see_victims(inquiry: Inquiry, suspects: Suspects, places: Iterable[tuple[int, int]], sign: str) -> None:
    """See which suspects suffer."""
    for number, index in places:
        suspect = suspects.at(inquiry.document.sentences[number], index)
        if suspect is not None:
            suspect.show(sign)


def _hear_model(suspects: Suspects, sentence: Sentence) -> None:
    """Hear the language model's odds that a word of a trigger's sentence belongs to a perpetrator."""
    for index, odds in enumerate(_odds(sentence)):
        if odds >= _WORTH_HEARING and (suspect := suspects.at(sentence, index, odds >= _ALONE)):
            suspect.show("odds", odds)


def _odds(sentence: Sentence) -> list[float]:
    if "party" not in sentence.odds:
        return []
    columns = [i for i, label in enumerate(sentence.labels["party"]) if label.endswith("PERP")]
    values: list[float] = sentence.odds["party"][:, columns].sum(axis=1).tolist()
    return values


def _see_standing(inquiry: Inquiry, suspects: Suspects, sentences: set[int]) -> None:
    """See where the report's actors stand: beside a trigger, in the lead, as speakers, how often."""
    often: Counter[str] = Counter()
    for number, index, actor in inquiry.mentions():
        suspect = suspects.of_actor(actor, (number, index))
        often[suspect.name] += 1
        if number in sentences:
            suspect.show("beside")
        elif number + 1 in sentences or number - 1 in sentences:
            suspect.show("near")
        if number < _LEAD:
            suspect.show("lead")
        if _speaks(inquiry.document.sentences[number], index, actor.span.end):
            suspect.show("speaker")
    for suspect in suspects:
        suspect.show("often", log(1 + often[suspect.name]))


def _speaks(sentence: Sentence, first: int, end: int) -> bool:
    """Tell whether a mention is the subject of a verb of saying."""
    for word in sentence.words[first:]:
        if word.start >= end:
            return False
        if word.deprel == "nsubj" and sentence.words[word.head].lemma in load_lines("saying_verbs.txt"):
            return True
    return False


def _hear_answers(inquiry: Inquiry, suspects: Suspects, answers: Sequence[Responsibility], where: str) -> None:
    """Hear who claims, denies or is blamed for the event, or for ``another`` one of the report."""
    known = {actor.name: actor for actor in inquiry.actors.values()}
    for answer in answers:
        actor = known.get(answer.actor)
        unknown = "state" if nationalities().get(answer.actor) else "armed"
        side, named = (side_of(actor), is_named(actor)) if actor else (unknown, unknown == "armed")
        end = (len(inquiry.document.sentences), 0)
        suspects.named(answer.actor, side, named, end).show(_STANCES[answer.stance] + where)


def _compare(kind: str, suspects: Sequence[Suspect]) -> None:
    """See how each suspect stands beside the others and to the kind of event."""
    sides = load_table("parties.toml")["sides"]
    fit = {side: place for place, side in enumerate(sides.get(kind, sides["other types"]))}
    acting = [s for s in suspects if s.shows("doer", "harms") or s.signs.get("odds", 0) > _ALONE]
    armed = [s for s in suspects if s.side == "armed" and s.is_named]
    hit = {s.side for s in suspects if s.shows("sufferer", "victim")}
    doing = {s.side for s in suspects if s.shows("doer", "harms", "opponent") and not s.shows("sufferer", "victim")}
    claimed = any(s.shows("claims") for s in suspects)
    for suspect in suspects:
        suspect.show(f"fit {min(fit.get(suspect.side, 9), 2)}" if suspect.side in fit else "unfit")
        suspect.show(f"is {suspect.side}")
        is_doer = suspect.shows("doer", "harms")
        if is_doer:
            suspect.show(f"{suspect.side} doer")
            if suspect.shows("lead"):
                suspect.show("lead doer")
            suspect.show("doer, no sufferer" if not suspect.shows("sufferer", "victim") else "doer and sufferer")
        if kind in _RAIDS and "armed" in hit and "state" in doing and "armed" not in doing:
            suspect.show("state raid" if suspect.side == "state" and is_doer else f"{suspect.side} in raid")
        if not suspect.shows("beside", "near", "doer", "harms", "odds"):
            suspect.show("far")
        if suspect.is_named:
            suspect.show("named")
        if is_vague(suspect.name):
            suspect.show("vague")
        if kind == "Armed clash":
            suspect.show(f"clash {suspect.side}")
        rivals = [s for s in acting if s is not suspect and s.side == suspect.side]
        if rivals and not suspect.shows("doer", "harms"):
            suspect.show("stood for" if suspect.is_named and not any(s.is_named for s in rivals) else "beaten")
        if armed == [suspect]:
            suspect.show("only armed name")
        if claimed and not suspect.shows("claims"):
            suspect.show("unclaimed")


def is_vague(name: str) -> bool:
    """Tell whether a name says no more than that someone did it: "attackers", "the gunmen"."""
    words = name.lower().split()
    return len(words) == 1 and words[0] in load_table("parties.toml")["acting"]["vague"]
