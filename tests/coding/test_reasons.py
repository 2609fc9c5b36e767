"""Reasons: every code that a rule can give has its sentence, and clues find their words in the text."""

from dateline.codebook import load_table
from dateline.coding.clues import Clue
from dateline.model import Reason, Span
from dateline.pipeline.explanation import reason_sentence
from tests.parses import document

ROLES = ("_background", "_story", "_main")


def test_every_weight_that_can_speak_for_a_place_has_a_sentence() -> None:
    speaking = {name for name, weight in load_table("event_place.toml")["weights"].items() if weight > 0}
    for role in ROLES:
        speaking = {name.removesuffix(role) for name in speaking}
    assert {f"place_{name}" for name in speaking} <= load_table("reasons.toml").keys()


def test_every_sentence_is_one() -> None:
    assert all(text[0].isupper() and text.endswith(".") for text in load_table("reasons.toml").values())


def test_a_code_without_a_sentence_never_stops_an_explanation() -> None:
    assert reason_sentence("place_new_reason") == reason_sentence("place_other")


def test_a_clue_is_a_reason_with_the_words_of_the_text() -> None:
    text = document("Gunmen/NOUN/fled/nsubj fled/VERB/-/root ./PUNCT/fled/punct")
    clue = Clue("status", "status_word", 0, 0, 1, odds=0.5)
    assert clue.reason(text) == Reason("status", "status_word", Span(0, 11, "Gunmen fled"), None, 0.5)
    assert Clue("role", "role_older").reason(text).words is None
