"""Actors: named or described, each mention at its words, each actor under one name."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.actors import code_actors, describe_actor, unidentified_name
from dateline.language.parser import load_parser
from dateline.model import ActorMention
from dateline.register import ActorKind, Register
from tests.parses import document

REGISTER = Register.open()


def actors(text: str, country: str | None = None, register: Register = REGISTER) -> list[ActorMention]:
    return code_actors(load_parser().parse(text), register, country)


def described(text: str, word: str, country: str | None = None) -> str:
    document = load_parser().parse(text)
    found = code_actors(document, REGISTER, country)
    sentence, index = next((s.index, w.index) for s in document.sentences for w in s.words if w.text == word)
    return describe_actor(document, sentence, index, found)


def test_one_actor_has_one_name_in_a_report() -> None:
    found = actors("The Baloch Liberation Army (BLA) hit a base. The group said so. BLA fighters fled.", "PK")
    assert {actor.name for actor in found} == {"Baloch Liberation Army (BLA)"}
    assert {actor.register_id for actor in found} == {"pk-bla"}
    assert [actor.span.quote for actor in found][-2:] == ["The group", "BLA fighters"]


@pytest.mark.parametrize(
    ("text", "country", "actor_id"),
    [
        ("The ADF killed ten villagers near Beni.", "CD", "cd-adf"),
        ("Soldiers fought the ADF near Bamenda.", "CM", "cm-adf"),
        ("Ten died in Cameroon. The ADF was blamed.", None, "cm-adf"),
        ("The Ambazonia Defence Forces attacked. Police in Congo blamed the ADF.", "CD", "cm-adf"),
    ],
)
def test_an_acronym_of_many_groups_is_decided_by_the_report(text: str, country: str | None, actor_id: str) -> None:
    assert actor_id in [actor.register_id for actor in actors(text, country) if actor.kind == ActorKind.REBEL_GROUP]


def test_an_acronym_of_a_far_country_is_not_guessed() -> None:
    assert not [actor for actor in actors("The JNIM of Oslo held a concert in Norway.", "NO") if actor.register_id]


def test_a_name_that_only_the_report_explains_is_an_actor() -> None:
    found = actors("The Movement for the Dawn of Zor (MDZ), a rebel group, hit Sarh. MDZ fighters fled.", "TD")
    assert {actor.name for actor in found if actor.span.quote.startswith(("Movement", "MDZ"))} == {
        "Movement for the Dawn of Zor (MDZ)"
    }
    assert all(actor.register_id is None for actor in found)


def test_a_group_of_a_users_register_is_found_without_touching_code(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("id,name,kind,countries\ntd-zor,Zor Lancers,Identity Militia,TD\n", encoding="utf-8")
    found = actors("The Zor Lancers raided a village.", "TD", Register.open([file]))
    assert [(actor.register_id, actor.kind) for actor in found] == [("td-zor", "Identity Militia")]


def test_the_end_of_a_longer_name_means_the_same_group() -> None:
    first = "West/PROPN/Army/compound Papua/PROPN/Army/compound Liberation/PROPN/Army/compound Army/PROPN/fled/nsubj"
    text = document(
        f"{first} fled/VERB/-/root",
        "The/DET/Army/det Liberation/PROPN/Army/compound Army/PROPN/fled/nsubj fled/VERB/-/root",
    )
    assert {actor.name for actor in code_actors(text, REGISTER, "ID")} == {"West Papua Liberation Army"}


def test_state_forces_bear_their_nationality_and_are_external_abroad() -> None:
    found = actors("French soldiers and Malian troops clashed with the rebels near Menaka.", "ML")
    kinds = {actor.span.quote: (actor.register_id, actor.kind, actor.country_code) for actor in found}
    assert kinds["French soldiers"] == ("fr-military", "External/Other Forces", "FR")
    assert kinds["Malian troops"] == ("ml-military", "State Forces", "ML")


def test_the_army_is_the_countrys_and_nobodys_where_the_country_is_unknown() -> None:
    text = "The army said the gunmen fled."
    assert [actor.register_id for actor in actors(text, "NG") if "army" in actor.span.quote] == ["ng-military"]
    army = next(actor for actor in actors(text) if "army" in actor.span.quote)
    assert (army.register_id, army.country_code) == (None, None)


def test_generic_actors_keep_the_words_of_the_report() -> None:
    found = actors("Five masked gunmen on motorcycles who fled shot at protesters, and unknown assailants ran.", "NG")
    assert [(actor.name, actor.kind) for actor in found] == [
        ("masked gunmen on motorcycles", "Political Militia"),
        ("protesters", "Protesters"),
        ("unknown assailants", "Political Militia"),
    ]


def test_a_country_acts_when_it_or_its_weapons_strike() -> None:
    found = actors("Russian drones hit Kharkiv. Ukraine shot down 40 of them.", "UA")
    assert [(actor.span.quote, actor.name, actor.register_id) for actor in found] == [
        ("Russian", "Russia", "ru-government"),
        ("Ukraine", "Ukraine", "ua-government"),
    ]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("BLA fighters attacked a base in Pakistan.", "fighters", "Baloch Liberation Army (BLA)"),
        ("Hezbollah struck Haifa. The group then claimed the attack.", "group", "Hezbollah"),
        ("Suspected Islamist militants killed ten people.", "militants", "Suspected Islamist militants"),
        ("Supporters of the mayor stormed the hall.", "Supporters", "Supporters of the mayor"),
        ("Five armed men who wore masks shot him.", "men", "armed men"),
    ],
)
def test_an_actor_is_described_by_its_name_or_the_reports_own_words(text: str, word: str, name: str) -> None:
    assert described(text, word) == name


@pytest.mark.parametrize(
    ("phrase", "country", "name"),
    [
        ("gunmen", "Pakistan", "Unidentified Armed Group (Pakistan)"),
        ("suspected Islamist militants", None, "Unidentified Armed Group"),
        ("gang members", "Haiti", "Unidentified Gang (Haiti)"),
        ("an angry mob", "India", "Rioters (India)"),
        ("Fulani herdsmen", "Nigeria", "Unidentified Communal Militia (Nigeria)"),
    ],
)
def test_an_unidentified_actor_has_acleds_name(phrase: str, country: str | None, name: str) -> None:
    assert unidentified_name(phrase, country) == name


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "the",
                "The",
                "BLA",
                "Army",
                "army",
                "(",
                ")",
                ",",
                "gunmen",
                "killed",
                "of",
                "by",
                "Taliban",
                "group",
                "rebels",
                "-",
                "“",
                "ten",
                "in",
                "Mali",
                "French",
                ".",
                "'s",
                "fighters",
            ]
        ),
        max_size=20,
    )
)
def test_every_mention_quotes_the_text_and_coding_is_deterministic(words: list[str]) -> None:
    text = " ".join(words)
    found = actors(text, "ML")
    assert found == actors(text, "ML")
    for actor in found:
        assert text[actor.span.start : actor.span.end] == actor.span.quote
        assert actor.name.strip()
