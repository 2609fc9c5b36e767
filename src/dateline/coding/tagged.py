"""Join the words that the language model tags as source, cue and content into utterances."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.runs import Run, head_of, tag_runs
from dateline.coding.subjects import span_of
from dateline.coding.utterances import Utterance
from dateline.language.document import Sentence


def tagged_utterances(sentence: Sentence) -> list[Utterance]:
    """Return the utterances of a sentence by the model's tags: each content goes to the cue that governs it."""
    contents = _contents(sentence)
    speech = sentence.tags("speech")
    cues, sources = tag_runs(speech, "CUE"), tag_runs(speech, "SOURCE")
    found: list[Utterance] = []
    anchors = cues or sources
    for anchor in anchors:
        own = [run for run in contents if _nearest(sentence, run, anchors) == anchor]
        content = span_of(sentence, (own[0][0], own[-1][1])) if own else None
        if content is None:
            continue
        cue = anchor if cues else None
        source = anchor if not cues else _nearest(sentence, anchor, sources, is_subject=True) if sources else None
        found.append(Utterance(cue, source, content))
    return found


def tagged_contents(sentence: Sentence) -> Run | None:
    """Return the content of a sentence that names neither source nor cue."""
    speech = sentence.tags("speech")
    contents = _contents(sentence)
    if not contents or any(tag != "O" for tag in speech):
        return None
    return span_of(sentence, (contents[0][0], contents[-1][1]))


def _contents(sentence: Sentence) -> list[Run]:
    """Return the tagged runs, those parted by a single untagged word joined, without bare punctuation."""
    joined: list[Run] = []
    for run in tag_runs(sentence.tags("content"), "CONTENT"):
        if joined and run[0] - joined[-1][1] == 2 and sentence.words[run[0] - 1].upos != "PUNCT":
            joined[-1] = (joined[-1][0], run[1])
        else:
            joined.append(run)
    return [run for run in joined if any(w.upos != "PUNCT" for w in sentence.words[run[0] : run[1] + 1])]


def _nearest(sentence: Sentence, run: Run, others: Sequence[Run], *, is_subject: bool = False) -> Run:
    """Return the run that governs (or is governed by) ``run`` in the tree, else the closest one."""

    def cost(other: Run) -> float:
        gap = max(other[0] - run[1], run[0] - other[1], 0)
        return gap - 30 * (_governs(sentence, other, run) or (is_subject and _governs(sentence, run, other)))

    return min(others, key=cost)


def _governs(sentence: Sentence, upper: Run, lower: Run) -> bool:
    """Tell whether the head of ``lower`` depends on a word of ``upper``."""
    head = head_of(sentence, lower)
    return upper[0] <= sentence.words[head].head <= upper[1]
