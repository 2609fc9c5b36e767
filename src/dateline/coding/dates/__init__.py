"""The dates a report names, in TIMEX3 terms: a small grammar of news time.

``tokens`` knows the words, ``grammar`` the expressions they form, ``resolve`` the days those stand
for, and ``precision`` how ACLED and UCDP write how exact a date is.
"""

from dateline.coding.dates.code import code_dates
from dateline.coding.dates.precision import acled_precision, ucdp_precision

__all__ = ["acled_precision", "code_dates", "ucdp_precision"]
