"""Name the parties of an event: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dateline.coding.perpetrators import judge
from dateline.coding.suspects import Case, Inquiry, Suspect
from dateline.coding.targets import Hit, find_hits
from dateline.language.document import Document
from dateline.model import ActorMention, Reason

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one event, as names or the report's own phrases, each once, and what speaks for them."""

    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = field(default=(), compare=False)


def code_parties(
    document: Document, cases: Sequence[Case], actors: Sequence[ActorMention], describe: Describe
) -> list[Parties]:
    """Return the parties of each event; ``describe`` names the actor headed at a sentence's word."""
    who = judge(Inquiry.of(document, actors, describe), cases)
    hits = find_hits(document, [case.triggers for case in cases])
    return [_parties(document, suspects, hit) for suspects, hit in zip(who, hits, strict=True)]


def _parties(document: Document, suspects: Sequence[Suspect], hit: Hit) -> Parties:
    perpetrators = tuple(suspect.name for suspect in suspects)
    targets = tuple(target for target in hit.targets if target not in perpetrators)
    shown = [clue for clue in hit.clues if clue.value in targets or clue.field == "weapons"]
    clues = [*(clue for suspect in suspects for clue in suspect.clues), *shown]
    return Parties(perpetrators, targets, hit.weapons, tuple(clue.reason(document) for clue in clues))
