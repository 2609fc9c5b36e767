"""Closed vocabularies, lexicons and their mappings, as data files with a loader."""

from dateline.codebook.directory import data_directory
from dateline.codebook.loader import codebook_version, event_type_of, load_lines, load_table

__all__ = ["codebook_version", "data_directory", "event_type_of", "load_lines", "load_table"]
