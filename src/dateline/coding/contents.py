"""Settle where the words said begin and end: a clause gives way to the quotation it is part of."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.quotations import Quotation, first_behind, last_before, touching
from dateline.coding.runs import Run
from dateline.coding.utterances import Utterance
from dateline.language.document import Sentence

Extent = tuple[int, int]
_STOPS = (".", "!", "?", "…")
_BREAKS = frozenset(",.?!…—–'")
_MARKS = "“”«»„\"'`’‘"


def content_extent(
    text: str, sentence: Sentence, utterance: Utterance, quotations: Sequence[Quotation]
) -> Extent | None:
    """Return start and end offset of what an utterance attributes, or None when it attributes nothing.

    A quotation is taken whole, over several sentences; one that goes on at once behind "he said." is
    part of the same words.
    """
    cue = _offsets(sentence, utterance.cue) if utterance.cue else (sentence.start, sentence.start)
    speaker = _offsets(sentence, utterance.source) if utterance.source else cue
    if utterance.content:
        extent: Extent | None = _offsets(sentence, utterance.content)
    else:
        extent = _beside(text, sentence, cue, speaker, quotations)
    if extent is None:
        return None
    start, end = _quoted_whole(extent, cue, quotations)
    return start, _going_on(text, sentence, (start, end), cue, speaker[1], quotations)


def _offsets(sentence: Sentence, run: Run) -> Extent:
    return sentence.words[run[0]].start, sentence.words[run[1]].end


def _quoted_whole(extent: Extent, cue: Extent, quotations: Sequence[Quotation]) -> Extent:
    """Widen both ends to the marks of the quotations they lie in, unless the cue lies in the quotation too."""
    start, end = extent
    first, last = touching(quotations, start), touching(quotations, end - 1)
    if first and not first.start <= cue[0] < first.end:
        start = first.start
    if last and not last.start <= cue[0] < last.end:
        end = last.end
    return start, end


def _beside(
    text: str, sentence: Sentence, cue: Extent, speaker: Extent, quotations: Sequence[Quotation]
) -> Extent | None:
    """Return the quotation that stands right before the speaker's clause, or right behind its cue or its sentence."""
    inside = touching(quotations, cue[0])
    if inside:
        return None
    first, last = min(cue[0], speaker[0]), max(cue[1], speaker[1])
    after = first_behind(quotations, last)
    if after and after.start < sentence.end and _is_link(text[cue[1] : after.start]):
        return after.start, after.end
    before = last_before(quotations, first)
    if before and not text[before.end : first].strip() and text[before.end - 2 : before.end - 1] in _BREAKS:
        return before.start, before.end
    if after and text[sentence.end - 1] == ":" and not text[sentence.end : after.start].strip():
        return after.start, after.end
    return None


def _going_on(
    text: str, sentence: Sentence, extent: Extent, cue: Extent, speaker: int, quotations: Sequence[Quotation]
) -> int:
    """Return the end of the words, with the quotation that follows the speaker's sentence in the same paragraph."""
    _start, end = extent
    if touching(quotations, cue[0]):
        return end
    reach = max(end, cue[1])
    after = first_behind(quotations, reach)
    if after is None or "\n" in text[reach : after.start]:
        return end
    in_sentence = after.start < sentence.end and cue[0] >= end and _is_link(text[max(cue[1], speaker) : after.start])
    follows = sentence.end <= after.start and not text[sentence.end : after.start].strip()
    if (in_sentence or follows) and touching(quotations, end - 1) and _is_closed(text, after):
        return after.end
    return end


def _is_link(gap: str) -> bool:
    """Tell whether nothing but a comma and a small word parts the speaker's clause from what follows."""
    return gap.strip(" ,;:—–-").casefold() in ("", "but", "and", "that", "then", "because", "so")


def _is_closed(text: str, quotation: Quotation) -> bool:
    """Tell whether a quotation ends as a sentence does, so that no other speaker's clause follows it."""
    return text[quotation.start : quotation.end].rstrip(_MARKS).endswith(_STOPS) or text[
        quotation.end : quotation.end + 1
    ] in (*_STOPS, "", "\n")
