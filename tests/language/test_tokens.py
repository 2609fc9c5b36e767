"""Words: exact, in order, and as the treebanks cut them."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.language.tokens import split_words

#: What newswire is made of, so that chance meets the rules, and any other character.
NEWSWIRE = st.lists(
    st.sampled_from(
        [
            "Lt.", "U.S.", "a.m.", "n't", "did", "'s", "’s", "38", "-", "year", "1,200", "5.5", "O'Brien",
            "anti", "co-", "…", "https://t.co/x", "a@b.org", "--", "“", "”", "(", ")", ".", ",", " ", "\t", "é", "لا",
            "👩‍👩‍👧", "\u202e", "\u0301",
        ]
    )
    | st.text(max_size=3)
).map("".join)  # fmt: skip


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@given(NEWSWIRE | st.text())
@example("x" * 5000 + "'" * 5000)
def test_words_stand_in_order_without_overlap_and_hold_no_blank(text: str) -> None:
    spans = split_words(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert not any(character.isspace() for word in cut(text) for character in word)


@given(NEWSWIRE | st.text())
def test_no_visible_character_is_lost(text: str) -> None:
    assert "".join(cut(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They didn't flee.", "They did n't flee ."),
        ("the army's 38-year-old aide", "the army 's 38 - year - old aide"),
        ("the army’s men", "the army ’s men"),
        ("Lt. Gen. Khan", "Lt. Gen. Khan"),
        ("in the U.S. at 5 a.m.", "in the U.S. at 5 a.m."),
        ("A. Khan spoke", "A. Khan spoke"),
        ("1,200 people, 5.5 km", "1,200 people , 5.5 km"),
        ("10-15 dead", "10 - 15 dead"),
        ("an anti-government co-ordinator", "an anti-government co-ordinator"),
        ("O'Brien of Jama'at", "O'Brien of Jama'at"),
        ("(AFP) “killed”", "( AFP ) “ killed ”"),
        ("see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."),
        ("write to desk@example.org", "write to desk@example.org"),
        ("wait... -- no", "wait ... -- no"),
        ("", ""),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(text: str, words: str) -> None:
    assert cut(text) == words.split()
