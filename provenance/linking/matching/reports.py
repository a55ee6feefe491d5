"""Which cited report is an article that was read.

Held to be so only where one article can be meant: it is by the outlet cited, no other among the statements of the
claim is, it did not come out after the article that cites it, and what it states shares at least a third of the
words and is not laid to somebody else. Where the words link to an article, it is that one, whoever else may be meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.iris import agent_iri, article_iri, attribution_iri_of, cited_iri, cited_parts
from provenance.model import OUTLETS, RELAYS, Judgement, Kind, Link, LinkKind, Resolution
from provenance.text import plain_name, plain_url, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from provenance.model import Article, Hop, Statement

    Pairs = Mapping[tuple[str, str], float]
    """Two attributions by their IRIs, in order → the probability that they make one claim."""

METHOD = "outlet, date and claim"
LEAST_SHARE = 1 / 3
_NONE: Pairs = MappingProxyType({})
ANSWERABLE = frozenset({Kind.PERSON, Kind.ORGANIZATION})


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement with what resolving asks of it."""

    iri: str
    article_iri: str
    statement: Statement
    words: frozenset[str]
    pairs: Pairs

    @property
    def article(self) -> Article:
        return self.statement.reading.article


@dataclass(frozen=True, slots=True)
class _Report:
    """A report that an article points to, and who is said to stand behind it.

    `url` is where the article's metadata or its words of origin have it, `linked` where a link beside its name leads.
    """

    position: int
    name: str
    kind: Kind
    url: str
    linked: str
    beyond: tuple[Hop, ...]


_Shelf = dict[str, dict[str, list[_Told]]]
"""What tells an outlet or a page → article → its statements."""


def resolve(statements: Sequence[Statement], pairs: Pairs = _NONE) -> tuple[Resolution, ...]:
    """The cited reports that are articles among `statements`, which match one claim; whatever their order.

    Half the confidence rests on there being only one article that can be meant, half on the share of content words
    that the two statements have in common (Dice's coefficient, with one word of doubt added, so that it is never 1) or,
    where that is more, on the probability in `pairs` that they make one claim.
    """
    if not any(map(cites, statements)):
        return ()
    told = sorted((_told(one, pairs) for one in statements), key=lambda one: one.iri)
    shelf: _Shelf = {}
    for one in told:
        for sign in _signs(one.article):
            shelf.setdefault(sign, {}).setdefault(one.article_iri, []).append(one)
    found = (_resolution(citing, report, shelf) for citing in told for report in _reports(citing.statement))
    return tuple(sorted({one for one in found if one}, key=lambda one: (one.citing, one.position or 0)))


def cites(statement: Statement) -> bool:
    """Whether it, or its article, points to a report that may be an article."""
    return any(True for _ in _reports(statement))


def link(resolution: Resolution) -> Link:
    left = cited_iri(resolution.citing, resolution.position or 0)
    score, sure, why = round(2 * resolution.confidence - 1, 4), round(resolution.confidence, 4), resolution.evidence
    return Link(LinkKind.REPORT, left, resolution.cited, Judgement.SAME, METHOD, score, sure, why)


def resolution(link: Link) -> Resolution:
    """What `link` was made of."""
    citing, position = cited_parts(link.left)
    return Resolution(citing, position, link.right, link.evidence, link.confidence)


def _told(statement: Statement, pairs: Pairs) -> _Told:
    iri = attribution_iri_of(statement)
    return _Told(iri, article_iri(statement.reading.article), statement, frozenset(words(statement.text)), pairs)


def _reports(statement: Statement) -> Iterator[_Report]:
    """The derivations and hops by an outlet, or linked to, counted as `Resolution.position` counts them."""
    derivations, chain = statement.reading.derivations, statement.attribution.chain
    for position, derivation in enumerate(derivations):
        if not derivation.is_whole:
            continue
        yield _Report(position, derivation.name, derivation.kind, derivation.url or "", "", chain)
    for index, hop in enumerate(chain):
        if not hop.anonymous and (hop.kind in OUTLETS or (hop.kind in RELAYS and hop.url)):
            yield _Report(len(derivations) + index, hop.name, hop.kind, "", hop.url, chain[index + 1 :])


def _resolution(citing: _Told, report: _Report, shelf: _Shelf) -> Resolution | None:
    told = _meant(citing, report, shelf)
    alike = [one for one in told if _share(one, citing) >= LEAST_SHARE and _agrees(one, report, citing)]
    if not alike:
        return None
    cited = min(alike, key=lambda one: (-_share(one, citing), one.iri))
    confidence = (1 + _share(cited, citing)) / 2
    return Resolution(citing.iri, report.position, cited.iri, _reason(cited, citing, report), confidence)


def _meant(citing: _Told, report: _Report, shelf: _Shelf) -> Sequence[_Told]:
    """The statements of the one article that can be meant: the one linked to, else the only one; none if two can."""
    meant: dict[str, Sequence[_Told]] = {}
    for told in shelf.get(plain_url(report.linked), {}).values() if _is_page(report.linked) else ():
        if _may_be(told[0], report, citing):
            return told
    for sign in _report_signs(report):
        for article, told in shelf.get(sign, {}).items():
            if _may_be(told[0], report, citing):
                meant[article] = told
                if len(meant) > 1:
                    return ()
    return next(iter(meant.values()), ())


def _may_be(cited: _Told, report: _Report, citing: _Told) -> bool:
    """Whether an article is another than the citing one, not later (where dated) and not at another address."""
    published, asked = cited.article.published or "", citing.article.published or ""
    shorter = min(len(published), len(asked))
    if cited.article_iri == citing.article_iri or published[:shorter] > asked[:shorter]:
        return False
    url = cited.article.url
    return not url or not _is_page(report.url) or plain_url(url) == plain_url(report.url)


def _is_page(url: str) -> bool:
    """Whether `url` is a page of a site rather than the site."""
    return "/" in plain_url(url).removeprefix("//")


def _share(one: _Told, other: _Told) -> float:
    words = 2 * len(one.words & other.words) / (len(one.words) + len(other.words) + 1)
    return max(words, one.pairs.get((min(one.iri, other.iri), max(one.iri, other.iri)), 0.0))


def _agrees(cited: _Told, report: _Report, citing: _Told) -> bool:
    """Whether both assert, or deny, the same of the same: a source named here must not be another there."""
    retold, told = report.beyond[-1:], cited.statement.attribution.chain[-1:]
    if retold and cited.statement.attribution.assertion != citing.statement.attribution.assertion:
        return False
    if not retold or not told or not (_answers(retold[0]) and _answers(told[0])):
        return True
    ours, theirs = set(plain_name(retold[0].name).split()), set(plain_name(told[0].name).split())
    return ours <= theirs or theirs <= ours


def _answers(hop: Hop) -> bool:
    return hop.kind in ANSWERABLE and not hop.anonymous


def _reason(cited: _Told, citing: _Told, report: _Report) -> str:
    """In words, for whoever checks it."""
    publisher = cited.article.publisher.name if cited.article.publisher else cited.article.key
    dated = f" ({cited.article.published})" if cited.article.published else ""
    shared, distinct = len(cited.words & citing.words), len(cited.words | citing.words)
    if report.linked and plain_url(report.linked) == plain_url(cited.article.url or ""):
        return f"linked to: the article by {publisher}{dated}; {shared} of {distinct} content words shared"
    return f"the only article by {publisher}{dated} that makes the claim; {shared} of {distinct} content words shared"


def _signs(article: Article) -> set[str]:
    """What tells whose an article is, and which."""
    signs: set[str] = set()
    if article.publisher:
        signs |= _outlet_signs(article.publisher.name, article.publisher.kind)
    if article.url:
        owner = gazetteer.by_domain(article.url)
        signs |= {plain_url(article.url)} | ({agent_iri(owner.name, owner.kind)} if owner else set())
    return signs


def _report_signs(report: _Report) -> set[str]:
    return _outlet_signs(report.name, report.kind) | ({plain_url(report.url)} if _is_page(report.url) else set())


def _outlet_signs(name: str, kind: Kind) -> set[str]:
    """An outlet by the name it is given and, where only one bears that name, by its own."""
    bearers = gazetteer.by_name(name)
    return {agent_iri(name, kind)} | ({agent_iri(bearers[0].name, bearers[0].kind)} if len(bearers) == 1 else set())
