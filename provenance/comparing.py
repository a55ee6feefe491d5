"""Two articles of a store, compared: what joins their statements, as people decided it, and what joins them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.across import one_agent
from provenance.errors import UsageError
from provenance.iris import attribution_iri_of, claim_iri, snapshot_iri, source_iri
from provenance.linking.copies.conclusion import METHOD as COPIED
from provenance.model import Judgement, LinkKind
from provenance.reviewing import cannot, judged, must
from provenance.standing import shelf, standing
from provenance.trace.comparison import Comparison, Page, Said, paired, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from provenance.across import LinksOf
    from provenance.model import Link, Reading, Statement
    from provenance.rdf.listings import ArticleRow
    from provenance.rdf.store import Store
    from provenance.standing import Standing


def compared(store: Store, left: ArticleRow, right: ArticleRow) -> Comparison:
    """Raises UsageError where both are one article."""
    if left.id == right.id:
        raise UsageError(f"'{left.key}' is one article: give two to compare")
    held = standing(store)
    told = shelf(store, held)
    ours, theirs = list(told(left.run).values()), list(told(right.run).values())
    homes = _homes(store, [*ours, *theirs], held)

    def links_of(iri: str) -> list[Link]:
        return list(judged(store.links_of(iri), held.decisions))

    same = one_agent(links_of, [*ours, *theirs])
    here, there = ([_said(one, homes, same) for one in sorted(side, key=_place)] for side in (ours, theirs))
    quotations = _between(links_of, LinkKind.SHARED_QUOTE, here, there)
    quoted = {(one.left, one.right) for one in quotations if one.judgement is Judgement.SAME}
    pairs = paired(here, there, quoted | {(right, left) for left, right in quoted})
    copies = tuple(one for one in links_of(left.id) if one.kind is LinkKind.COPY and right.id in (one.left, one.right))
    first = "left" if _is_first(left, right, copies) else "right"
    met = {one.id for pair in pairs for one in pair}
    pages = _page(left, held.review(store.reading(left.run))), _page(right, held.review(store.reading(right.run)))
    publishers = pages[0].publisher, pages[1].publisher
    return Comparison(
        left=pages[0],
        right=pages[1],
        earlier=(left if first == "left" else right).key,
        copies=copies,
        shared=tuple(shared(one, other, first, publishers) for one, other in pairs),
        left_only=tuple(one for one in here if one.id not in met),
        right_only=tuple(one for one in there if one.id not in met),
        quotations=quotations,
    )


def _homes(store: Store, statements: Iterable[Statement], held: Standing) -> dict[str, str]:
    """The claim of each statement, by IRIs, as people put them together and apart."""
    home = {}
    for one in statements:
        iri = attribution_iri_of(one)
        read = one.attribution.revises or iri
        home[iri] = (store.claim_of(read) if store.find(read, 1) else None) or claim_iri(one.text)
    apart, together = cannot(held.decisions), must(held.decisions)
    for iri in {iri for pair in (*apart, *together) for iri in pair} - home.keys():
        if store.find(iri, 1):
            home[iri] = store.claim_of(iri) or iri
    for first, other in sorted(apart):
        if home.get(first) and home.get(first) == home.get(other):
            home[other] = other
    for first, other in sorted(together):
        if first in home and other in home:
            into, out = home[first], home[other]
            home |= {iri: into for iri, claim in home.items() if claim == out}
    return home


def _said(statement: Statement, homes: Mapping[str, str], same: Mapping[str, str]) -> Said:
    iri, chain = attribution_iri_of(statement), statement.attribution.chain
    snapshot = snapshot_iri(statement.reading.article)
    agents = [source_iri(snapshot, hop, (before.name for before in chain[:n])) for n, hop in enumerate(chain)]
    return Said(
        id=iri,
        claim=homes[iri],
        text=statement.text,
        content=statement.attribution.content,
        chain=chain,
        agents=tuple(same.get(agent, agent) for agent in agents),
        assertion=statement.attribution.assertion,
    )


def _place(statement: Statement) -> tuple[int, str]:
    return statement.attribution.content[0].start, attribution_iri_of(statement)


def _between(links_of: LinksOf, kind: LinkKind, here: Sequence[Said], there: Sequence[Said]) -> tuple[Link, ...]:
    ours, theirs = {one.id for one in here}, {one.id for one in there}
    found = (link for iri in sorted(ours) for link in links_of(iri) if link.kind is kind)
    return tuple(link for link in found if theirs & {link.left, link.right})


def _is_first(left: ArticleRow, right: ArticleRow, copies: Iterable[Link]) -> bool:
    """Whether `left` is what was taken over, or came out first; where nothing tells, it is."""
    for copy in copies:
        if copy.judgement is Judgement.SAME and copy.method == COPIED:
            return copy.right == left.id
    ours, theirs = left.published or "", right.published or ""
    return not (ours and theirs) or ours <= theirs


def _page(row: ArticleRow, reading: Reading) -> Page:
    return Page(
        row.id,
        row.key,
        row.publisher or "",
        row.published or "",
        row.title or "",
        tuple(dict.fromkeys(one.name for one in reading.derivations if one.is_whole)),
        tuple(dict.fromkeys(one.name for one in reading.derivations if not one.is_whole)),
    )
