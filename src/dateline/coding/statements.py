"""Find who said what: the source, the cue and the content of every statement.

Syntax and quotation marks find most statements; the language model tags sources, cues and contents
word by word and finds what syntax leaves. Pronouns and "the official" are followed back to the
speaker's first mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.contents import content_extent
from dateline.coding.quotations import Quotation, find_quotations, touching
from dateline.coding.runs import Run
from dateline.coding.sources import classify_source
from dateline.coding.speakers import Speakers
from dateline.coding.tagged import tagged_contents, tagged_utterances
from dateline.coding.utterances import Utterance, find_utterances
from dateline.language.document import Document, Sentence
from dateline.model import Span, Statement
from dateline.register import Register

Extent = tuple[int, int]
#: Shapes whose content the tags may widen: the tree can lose the end of a long clause.
_WIDENED = frozenset(("aside", "clause", "thing"))


def code_statements(document: Document, register: Register) -> list[Statement]:
    """Return the statements of a document in the order of their contents; ``register`` tells armed groups."""
    statements: list[Statement] = []
    speakers = Speakers()
    quotations = find_quotations(document.text)
    for sentence in document.sentences:
        found = _in_sentence(document.text, sentence, register, speakers, quotations)
        if statements and not any(statement.speaker for statement in found):
            found = found + _continue(document.text, sentence, statements[-1])
        statements.extend(found)
    return sorted(statements, key=lambda statement: statement.content.start)


def _in_sentence(
    text: str, sentence: Sentence, register: Register, speakers: Speakers, quotations: Sequence[Quotation]
) -> list[Statement]:
    tagged = tagged_utterances(sentence)
    settled: list[tuple[Utterance, Extent]] = []
    for utterance in find_utterances(sentence):
        extent = content_extent(text, sentence, utterance, quotations)
        if extent is not None and not _is_quoted(sentence, utterance, quotations):
            settled.append(_agreed(sentence, utterance, extent, tagged))
    for other in tagged:
        if other.source is None or other.content is None:
            continue
        span = _offsets(sentence, other.content)
        if not any(_is_told(other, span, *one) for one in settled):
            settled.append((other, span))
    return [_statement(text, sentence, register, speakers, *one) for one in settled]


def _is_quoted(sentence: Sentence, utterance: Utterance, quotations: Sequence[Quotation]) -> bool:
    """Tell whether a cue is itself among the words that somebody is quoted with: "I think ...", he said."""
    return utterance.cue is not None and bool(touching(quotations, sentence.words[utterance.cue[0]].start))


def _agreed(
    sentence: Sentence, utterance: Utterance, extent: Extent, tagged: Sequence[Utterance]
) -> tuple[Utterance, Extent]:
    """Let the tags of the same cue name a source that syntax misses, and widen a content that they hold whole."""
    other = next((one for one in tagged if _same_cue(one, utterance)), None)
    if other is None or other.content is None:
        return utterance, extent
    if utterance.source is None:
        utterance = replace(utterance, source=other.source)
    start, end = _offsets(sentence, other.content)
    is_wider = utterance.shape in _WIDENED and start <= extent[0] and extent[1] < end
    return utterance, (start, end) if is_wider else extent


def _is_told(tagged: Utterance, span: Extent, utterance: Utterance, extent: Extent) -> bool:
    """Tell whether tags tell again what syntax found: the same cue, or without a cue words of the same content."""
    if tagged.cue:
        return _same_cue(tagged, utterance)
    return span[0] < extent[1] and extent[0] < span[1]


def _same_cue(one: Utterance, other: Utterance) -> bool:
    return bool(one.cue and other.cue and one.cue[0] <= other.cue[1] and other.cue[0] <= one.cue[1])


def _offsets(sentence: Sentence, run: Run) -> Extent:
    return sentence.words[run[0]].start, sentence.words[run[1]].end


def _statement(
    text: str, sentence: Sentence, register: Register, speakers: Speakers, utterance: Utterance, extent: Extent
) -> Statement:
    name = speakers.name(sentence, utterance.source) if utterance.source else None
    kind, anonymous = classify_source(name or "", register)
    return Statement(
        source=_span(text, sentence, utterance.source),
        cue=_span(text, sentence, utterance.cue),
        content=Span.of(text, *extent),
        speaker=name,
        source_kind=kind,
        anonymous=anonymous,
    )


def _span(text: str, sentence: Sentence, run: Run | None) -> Span | None:
    return Span.of(text, *_offsets(sentence, run)) if run else None


def _continue(text: str, sentence: Sentence, previous: Statement) -> list[Statement]:
    """A sentence of content without source or cue goes on with what the previous speaker said."""
    content = tagged_contents(sentence)
    if content is None or text.count("\n", previous.content.end, sentence.start) > 1:
        return []
    span = Span.of(text, *_offsets(sentence, content))
    return [Statement(None, None, span, previous.speaker, previous.source_kind, previous.anonymous)]
