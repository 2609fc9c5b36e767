"""The only place that knows all stages: reports in, coded reports out."""

from dateline.pipeline.coders import LoadCoder, ReportCoder, add_tolls, code, load_coder
from dateline.pipeline.executors import code_many
from dateline.pipeline.explanation import Because, EventExplanation, Explanation, explain

__all__ = [
    "Because",
    "EventExplanation",
    "Explanation",
    "LoadCoder",
    "ReportCoder",
    "add_tolls",
    "code",
    "code_many",
    "explain",
    "load_coder",
]
