"""Bytes to reports: files, folders, standard input; plain text and JSON Lines."""

from dateline.reading.inputs import read_reports
from dateline.reading.language import identify_language

__all__ = ["identify_language", "read_reports"]
