"""Names to armed actors."""

from dateline.register.actor import Actor, ActorKind
from dateline.register.countries import Country, load_countries, nationalities
from dateline.register.phrases import Phrases, fold
from dateline.register.register import Match, Register, choose

__all__ = [
    "Actor",
    "ActorKind",
    "Country",
    "Match",
    "Phrases",
    "Register",
    "choose",
    "fold",
    "load_countries",
    "nationalities",
]
