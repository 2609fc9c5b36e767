"""Read responsibility from plain telling: who a speaker says did it, itself or another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.actor_words import load_actor_words, singular
from dateline.coding.answerable import Answerable, Voice, is_named
from dateline.coding.deeds import doers
from dateline.coding.events import Trigger
from dateline.language.document import Sentence, Word
from dateline.model import ActorMention, Stance


@dataclass(frozen=True, slots=True)
class Told:
    """Who is said to answer for something, and by whom when it is blame."""

    actor: str
    stance: Stance
    by: str | None = None


def told(report: Answerable, trigger: Trigger) -> Iterator[Told]:
    """Yield who a speaker says did what a trigger denotes.

    A party that tells of its own deed claims it; an official who tells that a named armed group did
    it blames that group. What witnesses and the media tell is no blame.
    """
    sentence = report.document.sentences[trigger.sentence]
    voice = report.voice(sentence, sentence.words[trigger.word])
    for index in doers(sentence, trigger.word):
        doer = sentence.words[index]
        actor = report.actor(sentence, doer)
        if voice.party is not None and is_own(sentence, doer, actor, voice.party):
            if is_named(voice.party) or _is_state_deed(sentence, trigger):
                yield Told(voice.party.name, Stance.CLAIMED)
        elif actor is not None and is_named(actor) and _can_blame(voice):
            yield Told(actor.name, Stance.BLAMED, voice.speaker)


def owned_up(report: Answerable, sentence: Sentence, verb: Word) -> Iterator[Told]:
    """Yield the armed group that says of itself what the codebook knows for a deed: "it had bombed the town"."""
    if verb.upos != "VERB" or verb.lemma not in load_table("responsibility.toml")["told"]["deeds"]:
        return
    voice = report.voice(sentence, verb)
    if voice.party is None or not (is_named(voice.party) or _admits(voice.party, verb)):
        return
    for index in doers(sentence, verb.index):
        if is_own(sentence, sentence.words[index], report.actor(sentence, sentence.words[index]), voice.party):
            yield Told(voice.party.name, Stance.CLAIMED)


def _admits(party: ActorMention, verb: Word) -> bool:
    """Tell whether an army says that it struck: a strike that a state tells of itself is its own claim."""
    last = party.span.quote.lower().split()[-1].rstrip("s")
    is_army = load_actor_words().forces.get(last) == "military" or last == "coalition"
    return is_army and verb.lemma in load_table("responsibility.toml")["told"]["strikes"]


def _is_state_deed(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a trigger denotes what a state answers for when it speaks of it: a strike, shots at a crowd."""
    kind = sentence.labels["event"][int(trigger.kinds.argmax())]
    return kind in load_table("responsibility.toml")["told"]["state_deeds"]


def is_own(sentence: Sentence, doer: Word, actor: ActorMention | None, party: ActorMention) -> bool:
    """Tell whether a doer is the speaker itself: "it", "its fighters", or the speaker's own name."""
    table = load_table("responsibility.toml")["told"]
    if doer.lower in table["selves"]:
        return is_named(party) or doer.lower == "it"
    if actor is not None and actor.name == party.name:
        return True
    return _acts_for(doer) and any(kid.lower in table["own"] for kid in sentence.kids(doer.index, "nmod", "det"))


def _acts_for(doer: Word) -> bool:
    """Tell whether a noun is of those who act for a speaker that calls it its own: "its fighters", "our jets"."""
    words = load_actor_words()
    noun = singular(doer)
    return any(noun in known for known in (words.members, words.forces, words.kinds, words.attacks, words.persons))


def _can_blame(voice: Voice) -> bool:
    return (
        voice.speaker is not None and voice.kind.value in load_table("responsibility.toml")["told"]["blaming_sources"]
    )
