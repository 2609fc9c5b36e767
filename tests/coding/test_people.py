"""People: who is named, and how public each is."""

import pytest

from dateline.coding.people import code_people
from dateline.language.document import Document, Name, Sentence, Word
from dateline.language.tokens import split_words
from dateline.model import PersonRole


def document(*sentences: tuple[str, str]) -> Document:
    """Return a document of sentences, each with the name of one person in it."""
    text, made = "", []
    for index, (line, person) in enumerate(sentences):
        offset = len(text)
        words = [
            Word(i, line[a:b], offset + a, offset + b, line[a:b].lower(), upos=_pos(line[a:b]))
            for i, (a, b) in enumerate(split_words(line))
        ]
        first = next(w.index for w in words if w.start - offset == line.index(person))
        last = next(w.index for w in words if w.end - offset == line.index(person) + len(person))
        made.append(Sentence(index, offset, offset + len(line), words, [Name(first, last, "PER")], [[] for _ in words]))
        text += line + " "
    return Document(text, made)


def _pos(word: str) -> str:
    return {"said": "VERB", "was": "AUX", "of": "ADP", "the": "DET", "a": "DET"}.get(
        word, "PUNCT" if not word[0].isalnum() else "NOUN"
    )


@pytest.mark.parametrize(
    ("sentence", "person", "role"),
    [
        ("Interior Minister Mohsin Naqvi said so.", "Mohsin Naqvi", PersonRole.PUBLIC_FIGURE),
        ("Vladimir Putin said so.", "Vladimir Putin", PersonRole.PUBLIC_FIGURE),
        ("Army spokesman Col. Adama Diop said so.", "Adama Diop", PersonRole.OFFICIAL),
        ("Police chief Tariq Jamil said so.", "Tariq Jamil", PersonRole.OFFICIAL),
        ("Aisha Yusuf, a doctor at Djibo hospital, said so.", "Aisha Yusuf", PersonRole.OFFICIAL),
        ("Olena Bondar, a resident of Kharkiv, said so.", "Olena Bondar", PersonRole.PRIVATE),
        ("Musa Bello said so.", "Musa Bello", PersonRole.PRIVATE),
        ("Fatima Ali, the wife of a minister, said so.", "Fatima Ali", PersonRole.PRIVATE),
        ("Dr. Musa Bello said so.", "Musa Bello", PersonRole.PRIVATE),
    ],
)
def test_titles_and_appositions_say_how_public_a_person_is(sentence: str, person: str, role: PersonRole) -> None:
    [found] = code_people(document((sentence, person)))
    assert (found.name, found.role) == (person, role)


def test_a_later_surname_is_the_same_person_and_a_later_title_counts() -> None:
    people = code_people(
        document(("Joko Santoso said so.", "Joko Santoso"), ("Governor Santoso was there.", "Santoso"))
    )
    assert [(person.name, person.role, person.span.quote) for person in people] == [
        ("Joko Santoso", PersonRole.OFFICIAL, "Joko Santoso")
    ]


def test_a_surname_first_and_a_full_name_later_are_one_person_at_the_first_mention() -> None:
    people = code_people(document(("President Widodo said so.", "Widodo"), ("Joko Widodo was there.", "Joko Widodo")))
    assert [(person.name, person.span.quote) for person in people] == [("Joko Widodo", "Widodo")]


def test_titles_are_no_part_of_a_name() -> None:
    [found] = code_people(document(("Prime Minister Abe Tanaka said so.", "Prime Minister Abe Tanaka")))
    assert (found.name, found.role) == ("Abe Tanaka", PersonRole.PUBLIC_FIGURE)
