"""From scores to spans to links, as pure functions: the best tags, the spans they make, whose cue each belongs to.

Ranges count words of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from provenance.encoder.labels import MENTIONS, ROLES, TAGS
from provenance.encoder.pairs import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from provenance.encoder.links import Links

    Scores = NDArray[np.float32]

MOST_BETWEEN = 2  # cues and paragraphs, at once, that no content of PolNeAR's training part lies from its cue
NEVER = np.float32(-1e9)
REACH = 128
"""How many cues on each side of a content, and sources of a cue, are scored.

On 391 development articles none is linked to a cue beyond the 6th, or a cue to a source beyond the 86th.
"""
BLOCK = 256  # spans that are scored together, and words that are traced back together


@dataclass(frozen=True, slots=True)
class Range:
    """The words from `start` to before `end`, and how sure the tags are of them (a mean log probability)."""

    start: int
    end: int
    sure: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """A cue with its contents and its source, each link with its probability; a content may stand without a cue."""

    cue: Range | None
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
    total = _totals(scores, transitions)
    tags = total[-1].argmax(axis=1).tolist()
    found = [tags]
    for end in range(len(total) - 1, 0, -BLOCK):
        onward = total[max(end - BLOCK, 0) : end, :, None] + transitions.transpose(0, 2, 1)
        for came in onward.argmax(axis=-1)[::-1].tolist():
            tags = [own[tag] for own, tag in zip(came, tags, strict=True)]
            found.append(tags)
    return np.array(found[::-1], dtype=np.int64)


def _totals(scores: Scores, transitions: Scores) -> Scores:
    """The score of the best tags up to each word that end in each tag, of the form of `scores`."""
    total = scores.copy()
    total[0, :, 2::2] = NEVER
    steps = transitions.transpose(1, 0, 2).copy()
    onward = np.empty_like(steps)
    by_tag, add, most = onward.reshape(TAGS, -1), np.add, np.maximum.reduce
    befores = total[:-1].transpose(0, 2, 1)[..., None]
    for before, after in zip(befores, total.reshape(len(total), -1)[1:], strict=True):
        add(before, steps, onward)
        add(after, most(by_tag, 0), after)
    return total


def ranges(tags: NDArray[np.int64], scores: Scores) -> dict[str, list[Range]]:
    """The spans of each role that the tags of one level make, in order."""
    return _spans(ROLES, tags, scores)


def mentions(tags: NDArray[np.int64], scores: Scores) -> dict[str, list[Range]]:
    """The spans of each of MENTIONS that the tags of the third level make, in order."""
    return _spans(MENTIONS, tags, scores)


def _spans(roles: tuple[str, ...], tags: NDArray[np.int64], scores: Scores) -> dict[str, list[Range]]:
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    sure = logs[np.arange(len(tags)), tags]
    found: dict[str, list[Range]] = {role: [] for role in roles}
    for number, role in enumerate(roles):
        begin, inside = 2 * number + 1, 2 * number + 2
        for start in np.flatnonzero(tags == begin).tolist():
            end = start + 1
            while end < len(tags) and tags[end] == inside:
                end += 1
            found[role].append(Range(start, end, float(sure[start:end].mean())))
    return found


def linked(found: dict[str, list[Range]], links: Links, paragraph: NDArray[np.int64]) -> list[Tagged]:
    """Each cue that has a content, with the source that fits it best, which may be none, and contents without a cue."""
    cues, contents, sources = found["cue"], found["content"], found["source"]
    owned: dict[int, list[tuple[Range, float]]] = {}
    for content, (owner, sure) in zip(contents, _owners(contents, cues, links, paragraph), strict=True):
        owned.setdefault(owner, []).append((content, sure))
    made = [Tagged(None, (content,), None, 1.0, sure) for content, sure in owned.get(-1, ())]
    for number, (cue, (who, sure)) in enumerate(zip(cues, _speakers(sources, cues, links, paragraph), strict=True)):
        if own := owned.get(number):
            source = sources[who] if who < len(sources) else None
            made.append(Tagged(cue, tuple(part for part, _ in own), source, sure, min(sure for _, sure in own)))
    return made


def _owners(
    contents: list[Range], cues: list[Range], links: Links, paragraph: NDArray[np.int64]
) -> Iterator[tuple[int, float]]:
    """For each content the number of the cue that fits it best, -1 for none, and its probability."""
    spans, places = _places(contents), _places(cues)
    if not len(places):
        yield from ((-1, 1.0) for _ in contents)
        return
    for block, band, beyond in _bands(spans, places):
        near = pairs(spans[block], places[band], paragraph, places[:, 0])
        far = beyond | ((near[..., 1] >= MOST_BETWEEN) & (near[..., 2] >= MOST_BETWEEN))
        scores = links.content(spans[block], places[band], near)
        scores[:, :-1][far] = NEVER
        best, sure = _best(scores)
        numbers = np.where(best == scores.shape[1] - 1, -1, best + band.start)
        yield from zip(numbers.tolist(), sure.tolist(), strict=True)


def _speakers(
    sources: list[Range], cues: list[Range], links: Links, paragraph: NDArray[np.int64]
) -> Iterator[tuple[int, float]]:
    """For each cue the number of the source that fits it best, that of all sources for none, and its probability."""
    spans, places = _places(sources), _places(cues)
    for block, band, beyond in _bands(places, spans):
        near = pairs(spans[band], places[block], paragraph, places[:, 0])
        scores = links.source(spans[band], places[block], near)
        scores[:, :-1][beyond] = NEVER
        best, sure = _best(scores)
        numbers = np.where(best == scores.shape[1] - 1, len(sources), best + band.start)
        yield from zip(numbers.tolist(), sure.tolist(), strict=True)


def _bands(spans: NDArray[np.int64], others: NDArray[np.int64]) -> Iterator[tuple[slice, slice, NDArray[np.bool_]]]:
    """Blocks of `spans`, each with a range of `others` and which of these are beyond REACH of which span.

    Both are word ranges in order. What is scored together is bounded, whatever the length of the page.
    """
    at = np.searchsorted(others[:, 0], spans[:, 0])
    for start in range(0, len(spans), BLOCK):
        place = at[start : start + BLOCK, None]
        low, high = max(0, int(place[0, 0]) - REACH), min(len(others), int(place[-1, 0]) + REACH)
        number = np.arange(low, high)
        yield slice(start, start + BLOCK), slice(low, high), (number < place - REACH) | (number >= place + REACH)


def _best(scores: Scores) -> tuple[NDArray[np.int64], Scores]:
    """The best of each row, and its probability by the softmax of the row."""
    shares: Scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    best = shares.argmax(axis=1)
    return best, shares[np.arange(len(best)), best]


def _places(found: list[Range]) -> NDArray[np.int64]:
    return np.array([(r.start, r.end) for r in found], dtype=np.int64).reshape(-1, 2)
