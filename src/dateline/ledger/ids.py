"""Content-hash ids: the same thing has the same id, so that adding it again changes nothing."""

from __future__ import annotations

import json
from hashlib import sha256

from dateline.model import Coder, Issue, Judgement, Report, content_id


def report_id(report: Report) -> str:
    """Return the id of a report in a ledger, whatever id it came with.

    The same words from two outlets are two reports: publisher and url count where they are known.

    >>> report_id(Report("Ten died.")) == content_id("Ten died.", None, None)
    True
    >>> report_id(Report("Ten died.", publisher="Dawn")) == report_id(Report("Ten died.", publisher="AFP"))
    False
    """
    told = content_id(report.text, report.title, report.published)
    return content_hash(told, report.publisher, report.url) if report.publisher or report.url else told


def given_id(report: Report) -> str | None:
    """Return the id that a report came with, None if it was made from its content."""
    made = content_id(report.text, report.title, report.published)
    return None if report.id in (made, report_id(report)) else report.id


def coder_id(coder: Coder) -> str:
    """Return the id of the versions that made a coding."""
    return content_hash(coder.name, coder.version, coder.codebook, coder.gazetteer, coder.model)


def judgement_id(judgement: Judgement) -> str:
    """Return the id of a judgement: a machine says a thing once, a person may say it again later."""
    time = judgement.time.isoformat() if judgement.by_person and judgement.time else None
    said = (judgement.verdict.value, judgement.score, judgement.reason)
    return content_hash(judgement.first, judgement.second, judgement.author, judgement.by_person, *said, time)


def issue_id(issue: Issue) -> str:
    """Return the id of an input that could not be coded."""
    return content_hash(issue.id, issue.code, issue.message)


def content_hash(*parts: object) -> str:
    """Return sixteen hexadecimal digits made of values that JSON can hold."""
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]
