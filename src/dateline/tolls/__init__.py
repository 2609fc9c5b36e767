"""Claims to tolls and their history."""

from dateline.tolls.history import State, toll_as_of, toll_history
from dateline.tolls.latest import Heard, ReportedClaims
from dateline.tolls.policies import Policy, policy_named, policy_sentence, rule_sentence
from dateline.tolls.toll import TOTAL, reckon_toll

__all__ = [
    "TOTAL",
    "Heard",
    "Policy",
    "ReportedClaims",
    "State",
    "policy_named",
    "policy_sentence",
    "reckon_toll",
    "rule_sentence",
    "toll_as_of",
    "toll_history",
]
