"""The codebook: files that can be read, say nothing twice and cover the closed vocabularies."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from dateline.codebook import codebook_version, event_type_of, load_lines, load_table
from dateline.model import Group, SourceKind, Status

DATA = sorted(path.name for path in (files("dateline.codebook") / "data").iterdir())
LISTS = [name for name in DATA if name.endswith(".txt")]
TABLES = [name for name in DATA if name.endswith(".toml")]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_entries_without_comments_or_blanks_and_none_twice(name: str) -> None:
    entries = load_lines(name)
    assert entries
    assert not any("#" in entry or entry != entry.strip() or not entry for entry in entries)
    assert [entry for entry, times in Counter(entries).items() if times > 1] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_table_can_be_read_and_is_not_empty(name: str) -> None:
    assert load_table(name)


def test_harm_and_people_speak_of_every_status_and_group() -> None:
    assert set(load_table("harm.toml")["status"]) == set(Status)
    assert set(load_table("people.toml")["heads"]) == set(Group)
    assert set(load_table("sources.toml")["strong"]) <= set(SourceKind)


def test_no_word_of_harm_says_two_statuses() -> None:
    status = load_table("harm.toml")["status"]
    pairs = Counter(lemma for lemmas in status.values() for lemma in set(lemmas))
    assert [lemma for lemma, times in pairs.items() if times > 1] == []


def test_the_25_sub_event_types_of_acled_belong_to_its_six_types() -> None:
    types = load_table("event_types.toml")
    subs = [sub for listed in types.values() for sub in listed]
    assert (len(types), len(subs), len(set(subs))) == (6, 25, 25)
    assert all(sub in types[event_type_of(sub)] for sub in subs)


def test_the_version_is_a_fingerprint_of_twelve_digits() -> None:
    assert len(codebook_version()) == 12
    assert int(codebook_version(), 16) >= 0
    assert codebook_version() == codebook_version.__wrapped__()
