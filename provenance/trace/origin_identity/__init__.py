"""Which origins of a claim are one, may be one or are two: pair by pair, with the reason.

Of two origins that are not one source already,

- a name may be another one that holds all its words ("Maren", "Ilse Maren"), or whoever speaks for it by role;
- an unnamed source, and a body that is only described ("her lawyer", "the town's largest union"), may be any other, any
  organisation, and a person whose name or role its description fits, unless what is said of the two excludes each other
  ("officials in Seoul", a Ukrainian president);
- a document without a name of its own may be any other, an organisation's, and that of any who is only described;
- where the trail ends, and an outlet that names no source, may rest on anything;
- what people decided stands against all of this.
"""

from provenance.trace.origin_identity.grouping import fewest
from provenance.trace.origin_identity.judging import Judge
from provenance.trace.origin_identity.naming import UNNAMED, is_named
from provenance.trace.origin_identity.pair import OriginPair, Settle, Settling, Shown, Why
from provenance.trace.origin_identity.pairs import closest, origin_pairs

__all__ = [
    "UNNAMED",
    "Judge",
    "OriginPair",
    "Settle",
    "Settling",
    "Shown",
    "Why",
    "closest",
    "fewest",
    "is_named",
    "origin_pairs",
]
