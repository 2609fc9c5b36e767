"""Closed vocabularies, lexicons and their mappings, as data files with a loader."""

from dateline.codebook.loader import load_lines, load_table

__all__ = ["load_lines", "load_table"]
