"""What the model tells of each word, in the order in which its output holds it.

Tags count from 0: outside, then begin and inside for each of ROLES.
"""

from __future__ import annotations

ROLES = ("source", "cue", "content")
TAGS = 2 * len(ROLES) + 1
LEVELS = 2
ENTITIES, LINK = 5, 64
LINKS = ("source.cue", "source.start", "source.end", "content.cue", "content.start", "content.end",
         "mention.start", "mention.end", "antecedent.start", "antecedent.end")  # fmt: skip
NO_SOURCE, NO_ANTECEDENT = len(LINKS) * LINK, len(LINKS) * LINK + 1
"""Where the links of a word hold how well a cue goes without a source, a mention without an antecedent."""
WIDTH = 384  # of the embedding
OUTPUTS = {"scores": LEVELS * TAGS + ENTITIES, "links": NO_ANTECEDENT + 1, "embedding": WIDTH}
"""The names of a model's outputs, in order, with how many numbers each holds for a word piece."""
