"""Lemmas: the dictionary form of the words that reports of violence are written in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import load_table
from dateline.language.lemmas import Lemmas, load_lemmas

CLASSES = st.sampled_from(["NOUN", "VERB", "AUX", "ADJ", "ADV", "PROPN", "PRON", "DET", "X"])


@given(
    st.text(min_size=1).map(str.lower) | st.from_regex(r"[a-z]{1,6}(ed|ing|ies|es|s|men|ied)", fullmatch=True), CLASSES
)
def test_every_word_has_a_lemma_that_is_not_empty(word: str, upos: str) -> None:
    assert load_lemmas().lemma(word, upos)


@given(st.from_regex(r"[a-z]{4,9}(ed|ing|ies|es|s|men|ied)?", fullmatch=True), CLASSES)
def test_a_lemma_by_rule_shares_the_beginning_of_its_word(word: str, upos: str) -> None:
    lemma = Lemmas({}, {}).lemma(word, upos)
    assert lemma[:1] == word[:1]
    assert len(lemma) <= len(word)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("killed", "kill"), ("killing", "kill"), ("dies", "die"), ("died", "die"), ("dying", "die"), ("slain", "slay"),
        ("shot", "shoot"), ("struck", "strike"), ("fled", "flee"), ("fleeing", "flee"), ("beaten", "beat"),
        ("overran", "overrun"), ("retaken", "retake"), ("rose", "rise"), ("risen", "rise"), ("freed", "free"),
        ("blamed", "blame"), ("bombed", "bomb"), ("blew", "blow"), ("denied", "deny"), ("buried", "bury"),
        ("kidnapped", "kidnap"), ("shelled", "shell"), ("gunned", "gun"), ("targeting", "target"), ("seized", "seize"),
        ("evacuated", "evacuate"), ("suspended", "suspend"), ("massacred", "massacre"), ("swore", "swear"),
    ],
)  # fmt: skip
def test_verbs_come_back_to_their_dictionary_form(form: str, lemma: str) -> None:
    assert load_lemmas().lemma(form, "VERB") == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("soldiers", "soldier"), ("gunmen", "gunman"), ("policewomen", "policewoman"), ("children", "child"),
        ("bodies", "body"), ("lives", "life"), ("injuries", "injury"), ("hostages", "hostage"), ("corpses", "corpse"),
        ("churches", "church"), ("witnesses", "witness"), ("crises", "crisis"), ("mercenaries", "mercenary"),
        ("barracks", "barracks"), ("police", "police"), ("passersby", "passerby"),
    ],
)  # fmt: skip
def test_nouns_come_back_to_their_dictionary_form(form: str, lemma: str) -> None:
    assert load_lemmas().lemma(form, "NOUN") == lemma


@pytest.mark.parametrize("word", ["bus", "his", "gas", "9mm", "o'brien", "un", "is"])
def test_short_and_odd_words_are_left_alone(word: str) -> None:
    assert load_lemmas().lemma(word, "NOUN") == word


def test_a_regular_past_of_each_verb_of_harm_comes_back_to_it() -> None:
    lemmas = load_lemmas()
    listed = {verb for verbs in load_table("harm.toml")["status"].values() for verb in verbs}
    regular = sorted(verb for verb in listed if verb.endswith(("ate", "ise", "ize", "ain", "ure")))
    assert len(regular) > 5
    assert [lemmas.lemma(verb.removesuffix("e") + "ed", "VERB") for verb in regular] == regular
