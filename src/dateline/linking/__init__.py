"""Events to incidents: block, compare, score, cluster; and the reports that are copies of one another."""

from dateline.linking.blocks import block_keys, lookup_keys
from dateline.linking.cluster import cluster_events, incident_id
from dateline.linking.judge import propose_judgements
from dateline.linking.origins import find_origins
from dateline.linking.parts import find_parts

__all__ = [
    "block_keys",
    "cluster_events",
    "find_origins",
    "find_parts",
    "incident_id",
    "lookup_keys",
    "propose_judgements",
]
