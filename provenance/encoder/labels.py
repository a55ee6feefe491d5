"""What the model tells of each word, in the order in which its output holds it.

Tags count from 0: outside, then begin and inside for each of ROLES.
"""

from __future__ import annotations

ROLES = ("source", "cue", "content")
TAGS = 2 * len(ROLES) + 1
ENTITIES, LINK = 5, 64
LINKS = ("source.cue", "source.start", "source.end", "content.cue", "content.start", "content.end",
         "mention.start", "mention.end", "antecedent.start", "antecedent.end")  # fmt: skip
