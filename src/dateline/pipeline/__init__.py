"""The only place that knows all stages: reports in, coded reports out."""

from dateline.pipeline.coders import LoadCoder, ReportCoder, add_tolls, code, load_coder
from dateline.pipeline.executors import code_many

__all__ = ["LoadCoder", "ReportCoder", "add_tolls", "code", "code_many", "load_coder"]
