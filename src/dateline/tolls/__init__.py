"""Claims to tolls and their history."""

from dateline.tolls.toll import reckon_toll

__all__ = ["reckon_toll"]
