"""Whether a clause looks ahead: "will be buried on Friday" is the coming Friday, not the last."""

from __future__ import annotations

from functools import cache

from dateline.codebook import load_table
from dateline.language.document import Sentence

#: How far up the tree the verb of a date may stand.
_REACH = 6


@cache
def _ahead() -> tuple[frozenset[str], frozenset[str]]:
    words = load_table("tense.toml")
    return frozenset(words["auxiliaries"]), frozenset(words["plans"])


def looks_ahead(sentence: Sentence, index: int) -> bool:
    """Tell whether the nearest verb above a word speaks of what is still to come.

    >>> from dateline.language.parser import load_parser
    >>> sentence = load_parser().parse("The talks will resume on Friday.").sentences[0]
    >>> looks_ahead(sentence, 5)
    True
    """
    auxiliaries, plans = _ahead()
    for steps, word in enumerate(sentence.ancestors(index)):
        if steps == _REACH:
            return False
        if word.lemma in plans and word.upos in {"ADJ", "VERB"}:
            return True
        if word.upos not in {"VERB", "AUX"}:
            continue
        helpers = [kid for kid in sentence.kids(word.index, "aux", "mark") if kid.index < word.index]
        if any(kid.lower in auxiliaries for kid in helpers):
            return True
        is_infinitive = any(kid.lower == "to" for kid in helpers)
        if not is_infinitive:
            return False
    return False
