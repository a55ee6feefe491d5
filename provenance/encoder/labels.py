"""What the model tells of each word, in the order in which its output holds it.

Tags count from 0: outside, then begin and inside for each role of a level.
"""

from __future__ import annotations

ROLES = ("source", "cue", "content")
"""Of the two levels of attributions: those of the article, and those inside contents."""
MENTIONS = ("speaker", "publisher", "paper")
"""Of the third level: who or what may have said something, whether or not it is said here."""
TAGS = 2 * len(ROLES) + 1
LEVELS = 3
LINK = 64
LINKS = ("source.cue", "source.start", "source.end", "content.cue", "content.start", "content.end")
NO_SOURCE, NO_CUE = len(LINKS) * LINK, len(LINKS) * LINK + 1
"""Where the links of a word hold how well a cue goes without a source, a content without a cue."""
WIDTH = 384  # of a state
OUTPUTS = {"scores": LEVELS * TAGS, "links": NO_CUE + 1, "states": WIDTH}
"""The names of a model's outputs, in order, with how many numbers each holds for a word piece."""
