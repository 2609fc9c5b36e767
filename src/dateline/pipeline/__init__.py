"""The only place that knows all stages: reports in, coded reports out."""

from dateline.pipeline.coders import LoadCoder, ReportCoder, code, load_coder
from dateline.pipeline.executors import code_many

__all__ = ["LoadCoder", "ReportCoder", "code", "code_many", "load_coder"]
