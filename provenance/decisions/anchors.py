"""Where a statement is now that was decided upon in an earlier reading of its article.

Its IRI is made from spans and names, which another extractor may read otherwise. Then that attribution of the same
article is meant whose content overlaps most with the passage decided upon.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.decisions.values import Anchor
from provenance.iris import attribution_iri, cited_iri, cited_parts, snapshot_article, snapshot_iri, snapshot_of
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.decisions.values import Target
    from provenance.model import Attribution, Reading, Spans, Statement

LEAST_OVERLAP = 0.5
"""Of two passages that are held to be one: characters in both over characters in either."""


def anchor(statement: Statement) -> Anchor:
    text, content = statement.reading.article.text, statement.attribution.content
    return Anchor(snapshot_iri(statement.reading.article), content, tuple(text[start:end] for start, end in content))


def sources(attribution: Attribution) -> str:
    """The names on its chain, from the hop nearest the article to the origin."""
    return " > ".join(hop.name for hop in attribution.chain)


def found(target: Target, reading: Reading) -> str | None:
    """The IRI of the attribution in `reading` that `target` is about, or None.

    Of several that overlap enough, the one with the same sources is meant, then the one that overlaps most.
    """
    snapshot = snapshot_iri(reading.article)
    named = {attribution_iri(snapshot, attribution): attribution for attribution in reading.attributions}
    iri, _ = cited_parts(target.iri)
    if iri in named:
        return iri
    if target.anchor is None or snapshot_article(target.anchor.snapshot) != snapshot_article(snapshot):
        return None
    places = [target.anchor.content] if target.anchor.snapshot == snapshot else list(_places(target.anchor, reading))
    near = [
        (sources(attribution) == target.name, share, name)
        for name, attribution in sorted(named.items())
        for share in (overlap(attribution.content, place) for place in places)
        if share >= LEAST_OVERLAP
    ]
    return max(near, key=lambda one: one[:2])[2] if near else None


def readdressed(target: Target, article: str) -> Target:
    """`target`, which has an anchor, at the same place of the same text, where that is of the `article` of this IRI."""
    if target.anchor is None:
        return target
    return replace(target, anchor=replace(target.anchor, snapshot=snapshot_of(article, target.anchor.snapshot)))


def reattached(target: Target, iri: str) -> Target:
    """`target`, or what it cites, at the attribution `iri`."""
    _, position = cited_parts(target.iri)
    return replace(target, iri=iri if position is None else cited_iri(iri, position))


def overlap(one: Spans, other: Spans) -> float:
    """Characters in both over characters in either, from 0 to 1."""
    ours, theirs = ({place for start, end in spans for place in range(start, end)} for spans in (one, other))
    return len(ours & theirs) / max(1, len(ours | theirs))


def _places(anchor: Anchor, reading: Reading) -> Iterator[Spans]:
    """Wherever the exact words stand in another text, part after part."""
    text = reading.article.text
    first, *others = anchor.exact
    start = text.find(first)
    while start >= 0:
        place = [Span(start, start + len(first))]
        for words in others:
            begin = text.find(words, place[-1].end)
            if begin < 0:
                return
            place.append(Span(begin, begin + len(words)))
        yield tuple(place)
        start = text.find(first, start + 1)
