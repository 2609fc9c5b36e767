"""The only place that knows all stages: reports in, coded and linked reports out."""

from dateline.pipeline.coders import LoadCoder, ReportCoder, add_tolls, code, load_coder
from dateline.pipeline.executors import code_many
from dateline.pipeline.explanation import Because, EventExplanation, Explanation, explain
from dateline.pipeline.linkers import Linked, link

__all__ = [
    "Because",
    "EventExplanation",
    "Explanation",
    "Linked",
    "LoadCoder",
    "ReportCoder",
    "add_tolls",
    "code",
    "code_many",
    "explain",
    "link",
    "load_coder",
]
