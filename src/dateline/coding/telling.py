"""Read responsibility from plain telling: who a speaker says did it, itself or another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook import load_table
from dateline.coding.answerable import Answerable, is_named
from dateline.coding.deeds import doers
from dateline.coding.events import Trigger
from dateline.language.document import Sentence, Word
from dateline.model import ActorMention, Stance, Statement


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
    word = sentence.words[trigger.word]
    speaker = report.speaker(word.start)
    if speaker is None or speaker.speaker is None:
        return
    party = report.party(speaker.speaker)
    for index in doers(sentence, trigger.word):
        doer = sentence.words[index]
        actor = report.actor(sentence, doer)
        if party is not None and _is_own(sentence, doer, actor, party):
            if is_named(party):
                yield Told(party.name, Stance.CLAIMED)
        elif actor is not None and is_named(actor) and _can_blame(speaker):
            yield Told(actor.name, Stance.BLAMED, speaker.speaker)


def _is_own(sentence: Sentence, doer: Word, actor: ActorMention | None, party: ActorMention) -> bool:
    """Tell whether a doer is the speaker itself: "it", "its fighters", or the speaker's own name."""
    table = load_table("responsibility.toml")["told"]
    if doer.lower in table["selves"]:
        return True
    if actor is not None and actor.name == party.name:
        return True
    return any(kid.lower in table["own"] for kid in sentence.kids(doer.index, "nmod", "det"))


def _can_blame(speaker: Statement) -> bool:
    return speaker.source_kind.value in load_table("responsibility.toml")["told"]["blaming_sources"]
