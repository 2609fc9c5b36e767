"""Sources: what kind of speaker, named or not, party or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.sources import classify_source, is_partisan
from dateline.model import Group, SourceKind
from dateline.register import Register

REGISTER = Register.open()
SECURITY, GOVERNMENT, ARMED = SourceKind.STATE_SECURITY, SourceKind.GOVERNMENT, SourceKind.ARMED_GROUP


@pytest.mark.parametrize(
    ("phrase", "kind", "anonymous"),
    [
        ("a senior security official", SECURITY, True),
        ("Interior Minister Mohsin Naqvi", GOVERNMENT, False),
        ("Doctors Without Borders", SourceKind.AID_ORGANISATION, False),
        ("a hospital official", SourceKind.MEDICAL, True),
        ("residents", SourceKind.WITNESS, True),
        ("BLA", ARMED, False),
        ("Al-Shabaab", ARMED, False),
        ("Taliban spokesman Zabihullah Mujahid", ARMED, False),
        ("police", SECURITY, False),
        ("local officials", GOVERNMENT, True),
        ("military spokesman Colonel Ali Khan", SECURITY, False),
        ("a doctor at Quetta's Civil Hospital", SourceKind.MEDICAL, True),
        ("an army officer", SECURITY, True),
        ("a government official who declined to be named", GOVERNMENT, True),
        ("witnesses", SourceKind.WITNESS, True),
        ("villager Ibrahim Musa", SourceKind.WITNESS, False),
        ("a resident reached by Reuters", SourceKind.WITNESS, True),
        ("state television", SourceKind.MEDIA, False),
        ("Mohammed Ali", SourceKind.UNKNOWN, False),
        ("", SourceKind.UNKNOWN, True),
    ],
)
def test_words_tell_the_kind_of_a_source_and_whether_it_is_anonymous(
    phrase: str, kind: SourceKind, anonymous: bool
) -> None:
    assert classify_source(phrase, REGISTER) == (kind, anonymous)


@pytest.mark.parametrize(
    ("phrase", "kind", "perpetrators", "targets", "group", "partisan"),
    [
        ("the army", SECURITY, ["army"], ["militants"], Group.MILITANTS, True),
        ("the army", SECURITY, ["army"], ["militants"], Group.CIVILIANS, False),
        ("the army", SECURITY, ["militants"], ["police post"], Group.SECURITY_FORCES, False),
        ("police", SECURITY, ["gunmen"], ["rival gang"], Group.MILITANTS, False),
        ("BLA", ARMED, ["BLA"], ["troops"], Group.SECURITY_FORCES, True),
        ("BLA", ARMED, ["BLA"], ["troops"], Group.MILITANTS, False),
        ("Russia's defence ministry", SECURITY, ["Russian forces"], ["Ukrainian army"], Group.SECURITY_FORCES, True),
        ("Ukraine's army", SECURITY, ["Russian forces"], ["Ukrainian army"], Group.SECURITY_FORCES, False),
        ("hospital officials", SourceKind.MEDICAL, ["army"], ["militants"], Group.MILITANTS, False),
    ],
)
def test_a_party_is_partisan_on_its_enemys_losses_only(
    phrase: str, kind: SourceKind, perpetrators: list[str], targets: list[str], group: Group, partisan: bool
) -> None:
    assert is_partisan(phrase, kind, perpetrators, targets, group) is partisan


@given(st.text(max_size=200))
def test_any_phrase_gets_a_kind(phrase: str) -> None:
    kind, _ = classify_source(phrase, REGISTER)
    assert kind in SourceKind


@given(st.sampled_from(["police", "residents", "a rebel commander", "doctors"]))
def test_a_withheld_name_is_anonymous_whoever_speaks(speaker: str) -> None:
    assert classify_source(f"{speaker} who spoke on condition of anonymity") == (classify_source(speaker)[0], True)
