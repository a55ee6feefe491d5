"""Which links of a text lead to what its sources said: "according to [the Harbour Ledger](https://…)".

A link that bears the name of a source is that source's. One beside it, as in "the Harbour Ledger [reported]", is the
nearest outlet's or document's, and so is one in the words of its report that leads to the outlet's own site. A link
to a site as a whole leads to no report.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from provenance import gazetteer
from provenance.documents.credits.publisher import squeezed
from provenance.model import OUTLETS, RELAYS
from provenance.text import host

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Attribution, Derivation, Hop, Hyperlink, Reading, Span, Spans

BESIDE = 24
"""Characters between the name of a source and a link beside it, at the most."""
_ENDS = frozenset('.?!;“”"\n')


def linked(reading: Reading) -> Reading:
    """`reading` with the address of each hop and derivation that a link of the article leads to."""
    links = [link for link in reading.article.hyperlinks if is_page(link.url)]
    if not links:
        return reading
    text = reading.article.text
    return replace(
        reading,
        derivations=tuple(_derivation(one, links) for one in reading.derivations),
        attributions=tuple(
            replace(one, chain=tuple(_hop(hop, one, links, text) for hop in one.chain)) for one in reading.attributions
        ),
    )


def is_page(url: str) -> bool:
    """Whether `url` is of a page of a site rather than of the site."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def is_site_of(name: str, url: str) -> bool:
    """Whether whoever is called `name` is at home at `url`: by the list of outlets, else by a label of the host."""
    owner = gazetteer.by_domain(url)
    if owner is not None:
        return owner in gazetteer.by_name(name) or squeezed(owner.name) == squeezed(name)
    labels = host(url).split(".")[:-1]
    return bool(squeezed(name)) and squeezed(name) in map(squeezed, labels)


def _hop(hop: Hop, attribution: Attribution, links: Sequence[Hyperlink], text: str) -> Hop:
    if hop.url or hop.anonymous:
        return hop
    link = next(_of(hop, attribution, links, text), None)
    return replace(hop, url=link.url) if link else hop


def _of(hop: Hop, attribution: Attribution, links: Sequence[Hyperlink], text: str) -> Iterator[Hyperlink]:
    """Its links, the surest first."""
    yield from (link for link in links if _touch(link.words, hop.mention))
    if hop.kind not in RELAYS:
        return
    told = (*attribution.content, *attribution.cue, *attribution.source, *hop.evidence)
    near = [link for link in links if _touch(link.words, told) and not _is_anothers(link, hop, attribution)]
    yield from (link for link in near if is_site_of(hop.name, link.url))
    beside = ((_gap(link.words, hop.mention, text), link) for link in near)
    yield from (link for gap, link in sorted(beside, key=lambda one: one[0] or 0) if gap is not None)


def _derivation(one: Derivation, links: Sequence[Hyperlink]) -> Derivation:
    """A credit's own words bear its link; of several, the one that leads to its own site."""
    if one.url or not one.evidence:
        return one
    near = [link for link in links if _touch(link.words, one.evidence)]
    own = [link for link in near if is_site_of(one.name, link.url)]
    chosen = own[:1] or (near if len(near) == 1 else [])
    return replace(one, url=chosen[0].url) if chosen else one


def _is_anothers(link: Hyperlink, hop: Hop, attribution: Attribution) -> bool:
    """Whether the link bears the name of another hop, or leads to the site of another outlet than this one."""
    if any(_touch(link.words, other.mention) for other in attribution.chain if other is not hop):
        return True
    owner = gazetteer.by_domain(link.url)
    return owner is not None and hop.kind in OUTLETS and not is_site_of(hop.name, link.url)


def _touch(words: Span, spans: Spans) -> bool:
    return any(words.start < end and start < words.end for start, end in spans)


def _gap(words: Span, spans: Spans, text: str) -> int | None:
    """Characters between a link and the nearest of `spans` in its sentence; None where they are too far apart."""
    gaps = [text[end : words.start] if end <= words.start else text[words.end : start] for start, end in spans]
    near = [len(gap) for gap in gaps if len(gap) <= BESIDE and not _ENDS & set(gap)]
    return min(near, default=None)
