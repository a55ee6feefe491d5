"""What the parser tells apart, in the order in which training and the model number it."""

from __future__ import annotations

from enum import StrEnum

from provenance.model import Assertion, Relation


class Naming(StrEnum):
    """How a mention stands for its source: by name, by a description or a pronoun, or as one that stays unnamed."""

    NAMED = "named"
    DESCRIBED = "described"
    ANONYMOUS = "anonymous"


class Stance(StrEnum):
    """What its source does with a content; ATTITUDE is a feeling, plan or perception that nobody states."""

    ASSERTS = Assertion.ASSERTS
    DENIES = Assertion.DENIES
    DOES_NOT_CONFIRM = Assertion.DOES_NOT_CONFIRM
    ATTITUDE = "attitude"


class ArcKind(StrEnum):
    """What an arc joins: SAID_BY goes from a statement, THROUGH and SAME_AS from a mention, all to a mention.

    SAID_BY leads to the mention of the origin, THROUGH to that of the carrier by which the origin's words, or another
    carrier's, reached the article, SAME_AS to an antecedent.
    """

    SAID_BY = "said by"
    THROUGH = "through"
    SAME_AS = "same as"


RELATIONS = tuple(one for one in Relation if one is not Relation.CONTRIBUTED)
"""Of THROUGH arcs; to have contributed to an article is no way on which a statement came."""
MOST_HOPS = 6
"""In a chain; of the 10,000 that annotators wrote, none has more than five."""
