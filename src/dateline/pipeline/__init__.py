"""The only place that knows all stages: reports in, coded reports out."""

from dateline.pipeline.coders import ReportCoder, code
from dateline.pipeline.executors import code_many

__all__ = ["ReportCoder", "code", "code_many"]
