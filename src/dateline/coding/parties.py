"""Name the parties of an event: who did it, who or what was hit, with which weapons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.coding.perpetrators import Case, Inquiry, find_perpetrators
from dateline.coding.targets import find_hits
from dateline.language.document import Document
from dateline.model import ActorMention

Describe = Callable[[int, int], str]


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one event, as names or the report's own phrases, each once."""

    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


def code_parties(
    document: Document, cases: Sequence[Case], actors: Sequence[ActorMention], describe: Describe
) -> list[Parties]:
    """Return the parties of each event; ``describe`` names the actor headed at a sentence's word."""
    who = find_perpetrators(Inquiry.of(document, actors, describe), cases)
    hits = find_hits(document, [case.triggers for case in cases])
    return [
        Parties(perpetrators, tuple(t for t in hit.targets if t not in perpetrators), hit.weapons)
        for perpetrators, hit in zip(who, hits, strict=True)
    ]
