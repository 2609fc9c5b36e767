"""Names to armed actors."""

from dateline.register.actor import Actor, ActorKind
from dateline.register.countries import Country, load_countries, nationalities
from dateline.register.files import read_actors
from dateline.register.folder import add_register, find_registers
from dateline.register.phrases import Phrases, fold
from dateline.register.register import Match, Register, choose

__all__ = [
    "Actor",
    "ActorKind",
    "Country",
    "Match",
    "Phrases",
    "Register",
    "add_register",
    "choose",
    "find_registers",
    "fold",
    "load_countries",
    "nationalities",
    "read_actors",
]
