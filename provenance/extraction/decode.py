"""From scores to spans to links, as pure functions: the best tags, the spans they make, whose cue each belongs to.

Ranges count words of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import ROLES, TAGS
from provenance.encoder.pairs import pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from provenance.encoder.tagger import Links

    Scores = NDArray[np.float32]

MOST_BETWEEN = 2  # cues and paragraphs, at once, that no content of PolNeAR's training part lies from its cue
NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Range:
    """The words from `start` to before `end`, and how sure the tags are of them (a mean log probability)."""

    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A cue with its contents and its source, each link with its probability."""

    cue: Range
    contents: tuple[Range, ...]
    source: Range | None
    source_link: float
    content_link: float


def allowed(transitions: Scores) -> Scores:
    """`transitions` [levels, from, to], an inside that follows neither its begin nor itself made impossible."""
    made = transitions.copy()
    for inside in range(2, TAGS, 2):
        made[:, [tag for tag in range(TAGS) if tag not in {inside - 1, inside}], inside] = NEVER
    return made


def best_tags(scores: Scores, transitions: Scores) -> NDArray[np.int64]:
    """The best tag of each word (Viterbi 1967) for several levels at once: `scores` [words, levels, tags]."""
    count, levels, _ = scores.shape
    came = np.zeros((count, levels, TAGS), dtype=np.int64)
    total = scores[0].copy()
    total[:, 2::2] = NEVER
    for at in range(1, count):
        onward = total[:, :, None] + transitions
        came[at] = onward.argmax(axis=1)
        total = onward.max(axis=1) + scores[at]
    tags = np.zeros((count, levels), dtype=np.int64)
    tags[-1] = total.argmax(axis=1)
    for at in range(count - 1, 0, -1):
        tags[at - 1] = came[at, np.arange(levels), tags[at]]
    return tags


def ranges(tags: NDArray[np.int64], scores: Scores) -> dict[str, list[Range]]:
    """The spans of each role that the tags of one level make, in order."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    sure = logs[np.arange(len(tags)), tags]
    found: dict[str, list[Range]] = {role: [] for role in ROLES}
    for number, role in enumerate(ROLES):
        begin, inside = 2 * number + 1, 2 * number + 2
        for start in np.flatnonzero(tags == begin).tolist():
            end = start + 1
            while end < len(tags) and tags[end] == inside:
                end += 1
            found[role].append(Range(start, end, float(sure[start:end].mean())))
    return found


def linked(found: dict[str, list[Range]], links: Links, paragraph: NDArray[np.int64]) -> list[Tagged]:
    """Each cue that has a content, with the source that fits it best, which may be none."""
    cues, contents, sources = found["cue"], found["content"], found["source"]
    if not cues or not contents:
        return []
    places = _places(cues)
    near = pairs(_places(contents), places, paragraph)
    scores = links.content(_places(contents), places, near)
    far = (near[..., 1] >= MOST_BETWEEN) & (near[..., 2] >= MOST_BETWEEN)
    chosen = _probabilities(np.where(far, NEVER, scores))
    owner = np.where(far.all(axis=1), -1, chosen.argmax(axis=1))
    said = pairs(_places(sources), places, paragraph)
    speaker = _probabilities(links.source(_places(sources), places, said))
    made = []
    for number, cue in enumerate(cues):
        own = np.flatnonzero(owner == number)
        if len(own):
            who = int(speaker[number].argmax())
            source = sources[who] if who < len(sources) else None
            parts = tuple(contents[i] for i in own)
            made.append(Tagged(cue, parts, source, float(speaker[number, who]), float(chosen[own, number].min())))
    return made


def _places(found: list[Range]) -> NDArray[np.int64]:
    return np.array([(r.start, r.end) for r in found], dtype=np.int64).reshape(-1, 2)


def _probabilities(scores: Scores) -> Scores:
    """Softmax along the rows."""
    made: Scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    made /= made.sum(axis=1, keepdims=True)
    return made
