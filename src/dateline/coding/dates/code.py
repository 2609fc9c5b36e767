"""From a document to the dates it names."""

from __future__ import annotations

from datetime import date

from dateline.coding.dates.grammar import read_expressions
from dateline.coding.dates.resolve import resolve
from dateline.coding.dates.tokens import read_tokens
from dateline.language.document import Document
from dateline.model import DateMention, Span


def code_dates(document: Document, anchor: date | None) -> list[DateMention]:
    """Return the time expressions of a document in text order, resolved against ``anchor``.

    ``anchor`` is the day of the report: the day in its dateline, or else of its publication. Without
    one, relative words ("yesterday", "on Friday") stay unresolved: start and end are None.

    >>> from dateline.language.parser import load_parser
    >>> document = load_parser().parse("Ten soldiers were killed on Friday.")
    >>> code_dates(document, date(2026, 2, 1))[0].value
    '2026-01-30'
    """
    tokens = read_tokens(document)
    expressions = read_expressions(tokens)
    mentions = []
    for expression, moment in zip(expressions, resolve(expressions, tokens, anchor), strict=True):
        first, last = tokens[expression.first].word, tokens[expression.last].word
        span = Span.of(document.text, first.start, last.end)
        mentions.append(DateMention(span, moment.value, moment.start, moment.end, moment.precision))
    return mentions
