"""Two articles of a store, compared: what joins their statements, as people decided it, and what joins them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.errors import UsageError
from provenance.iris import attribution_iri_of, snapshot_iri, source_iri
from provenance.linking.matching.copies.conclusion import METHOD as COPIED
from provenance.model import Judgement, LinkKind
from provenance.queries.across import one_agent
from provenance.trace.comparison import Comparison, Page, Said, paired, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Link, Reading, Statement
    from provenance.rdf.listings import ArticleRow


def compared(corpus: Corpus, left: ArticleRow, right: ArticleRow) -> Comparison:
    """Raises UsageError where both are one article."""
    if left.id == right.id:
        raise UsageError(f"'{left.key}' is one article: give two to compare")
    ours, theirs = corpus.statements_in(left.run), corpus.statements_in(right.run)
    same = one_agent(corpus, [*ours, *theirs])
    here, there = ([_said(corpus, one, same) for one in sorted(side, key=_place)] for side in (ours, theirs))
    quotations = _between(corpus, LinkKind.SHARED_QUOTE, here, there)
    quoted = {(one.left, one.right) for one in quotations if one.judgement is Judgement.SAME}
    pairs = paired(here, there, quoted | {(right, left) for left, right in quoted})
    links = corpus.links_of(left.id)
    copies = tuple(one for one in links if one.kind is LinkKind.COPY and right.id in (one.left, one.right))
    first = "left" if _is_first(left, right, copies) else "right"
    met = {one.id for pair in pairs for one in pair}
    pages = _page(left, corpus.reading(left.run)), _page(right, corpus.reading(right.run))
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


def _said(corpus: Corpus, statement: Statement, same: Mapping[str, str]) -> Said:
    iri, chain = attribution_iri_of(statement), statement.attribution.chain
    snapshot = snapshot_iri(statement.reading.article)
    agents = [source_iri(snapshot, hop, (before.name for before in chain[:n])) for n, hop in enumerate(chain)]
    return Said(
        id=iri,
        claim=corpus.claim_of(iri) or "",
        text=statement.text,
        content=statement.attribution.content,
        chain=chain,
        agents=tuple(same.get(agent, agent) for agent in agents),
        assertion=statement.attribution.assertion,
        confidence=statement.attribution.confidence,
    )


def _place(statement: Statement) -> tuple[int, str]:
    return statement.attribution.content[0].start, attribution_iri_of(statement)


def _between(corpus: Corpus, kind: LinkKind, here: Sequence[Said], there: Sequence[Said]) -> tuple[Link, ...]:
    ours, theirs = {one.id for one in here}, {one.id for one in there}
    found = (link for iri in sorted(ours) for link in corpus.links_of(iri) if link.kind is kind)
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
