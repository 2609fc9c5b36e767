"""An entry of the register: one armed actor or state force."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """The eight kinds of actors of the ACLED codebook (2024, "Actor types")."""

    STATE_FORCES = "State Forces"
    REBEL_GROUP = "Rebel Group"
    POLITICAL_MILITIA = "Political Militia"
    IDENTITY_MILITIA = "Identity Militia"
    RIOTERS = "Rioters"
    PROTESTERS = "Protesters"
    CIVILIANS = "Civilians"
    EXTERNAL_FORCES = "External/Other Forces"


@dataclass(frozen=True, slots=True)
class Actor:
    """One armed actor or state force, with every name reporters give it.

    ``countries`` holds ISO 3166-1 alpha-2 codes, the home country first; it is empty for actors at
    work worldwide. ``first_year`` and ``last_year`` bound the years it was active, as far as known.
    ``parent`` is the id of the actor that it is a wing or branch of; ``source`` says where the facts
    can be checked.
    """

    id: str
    name: str
    kind: ActorKind
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ucdp_type: str = ""
    countries: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    parent: str | None = None
    source: str = ""

    @property
    def full_name(self) -> str:
        """The name with the first acronym behind it.

        >>> Actor("pk-bla", "Baloch Liberation Army", ActorKind.REBEL_GROUP, ("BLA",)).full_name
        'Baloch Liberation Army (BLA)'
        """
        return f"{self.name} ({self.acronyms[0]})" if self.acronyms else self.name

    def acts_in(self, country: str) -> bool:
        """Tell whether the actor is known to act in a country (alpha-2); worldwide actors act in all."""
        return not self.countries or country in self.countries
