"""Let figures that name nobody, and parts of a total, take side or harm from the figure before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook import load_table
from dateline.coding.harm import status_word
from dateline.coding.mention import Mention
from dateline.language.document import Sentence

#: How many words before a figure can say that it is part of the one before: "including at least".
_NEAR = 4
#: How many words lie between "two soldiers were killed and" and "four wounded".
_CLOSE = 8
#: What may stand between two figures of one list: "18 civilians, five women and at least three children".
_JOINTS = frozenset((",", "and", "or", "&", "at", "least", "as", "well", "plus", "a", "about", "some", "another"))


def lean_on_earlier(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the figures of a sentence, those that lean on an earlier one with its side or harm.

    "Two policemen died and three others were hurt": the others are policemen. "25 dead, three of them
    children, and 73 injured": the children are dead. "Two soldiers died and four wounded": soldiers too.
    """
    out: list[Mention] = []
    in_parts, whole = False, 0
    for mention in mentions:
        if out:
            goes_on = in_parts and _lists_on(sentence, out[-1], mention) and not _has_own_harm(sentence, mention)
            in_parts = _is_part(sentence, mention) or goes_on
            before = out[-1 if in_parts else whole]
            if _names_nobody(sentence, mention, before) and not _counts_toll(sentence, mention):
                mention = replace(mention, group=before.group, clues=mention.led("group", "group_as_before"))
            if in_parts and not _has_own_harm(sentence, mention):
                mention = replace(
                    mention,
                    status=before.status,
                    last=max(mention.anchor, mention.who[1]),
                    clues=mention.led("status", "status_as_before"),
                )
        out.append(mention)
        whole = whole if in_parts else len(out) - 1
    return out


def _names_nobody(sentence: Sentence, mention: Mention, before: Mention) -> bool:
    """Tell whether the people counted are only "others", "more", a bare number, or "four wounded"."""
    head = sentence.words[mention.who[1]]
    if mention.is_single:
        return False
    if head.lemma in load_table("people.toml")["open"]["backward"]:
        return True
    if mention.who[1] not in (mention.anchor, mention.predicate):
        return False
    if 0 < mention.predicate - mention.anchor <= 2:
        is_told_on = mention.anchor - before.who[1] <= _CLOSE
        return is_told_on and before.who[1] not in (before.anchor, before.predicate)
    return mention.who[1] == mention.anchor


def _lists_on(sentence: Sentence, before: Mention, mention: Mention) -> bool:
    """Tell whether nothing but commas and joints stands between two figures."""
    between = sentence.words[max(before.who[1], before.anchor) + 1 : mention.anchor]
    return all(word.lower in _JOINTS for word in between)


def _is_part(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether the words around a figure make it part of the one before: "including", "of them"."""
    cues = load_table("relations.toml")["part_of"]
    before = " ".join(w.lower for w in sentence.words[max(0, mention.anchor - _NEAR) : mention.anchor])
    after = " ".join(w.lower for w in sentence.words[mention.anchor + 1 : mention.anchor + 4])
    behind = " ".join(w.lower for w in sentence.words[mention.who[1] + 1 : mention.who[1] + 3])
    if any(f" {cue} " in f" {before} " for cue in cues["before"]) or after.startswith(("of them", "of whom")):
        return True
    return any(behind.startswith(cue) for cue in cues["behind"])


def _has_own_harm(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a part says its own harm: "14 of them still missing", "six of whom died later"."""
    if status_word(sentence, mention.predicate) and 0 < mention.predicate - mention.anchor <= 6:
        between = sentence.words[mention.anchor + 1 : mention.predicate]
        return not any(word.lower in (",", "and", "while") for word in between)
    return False


def _counts_toll(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a bare number is a toll of its own: "the death toll climbed to 58"."""
    tolls = load_table("harm.toml")["toll"]["nouns"]
    return any(word.lemma in tolls for word in sentence.words[max(0, mention.anchor - 8) : mention.anchor])
