"""Claims to tolls and their history."""

from dateline.tolls.policies import Policy, policy_named, policy_sentence, rule_sentence
from dateline.tolls.toll import TOTAL, reckon_toll

__all__ = ["TOTAL", "Policy", "policy_named", "policy_sentence", "reckon_toll", "rule_sentence"]
