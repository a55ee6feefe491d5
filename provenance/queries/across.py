"""What was concluded across articles, as far as it bears on some statements: reports, copies, people who are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.iris import article_iri, attribution_iri_of, passage_iri_of, snapshot_iri, source_iri
from provenance.linking.matching import reports
from provenance.linking.matching.claims import SURE
from provenance.linking.matching.copies import UNDIRECTED
from provenance.model import Judgement, LinkKind, Resolution
from provenance.queries.identities import alike, different
from provenance.text import words
from provenance.trace import Concluded
from provenance.trace.result import OneText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from provenance.corpus import Corpus
    from provenance.model import Link, Statement

COPIED = 0.75
"""Content words that a statement must share with one of the article that its own was copied from (Dice)."""


@dataclass(frozen=True, slots=True)
class Across:
    """What joins some statements: reports that are articles, copies; agents that are one with another.

    `one_text` says which articles share their text while nothing tells which of them took it.
    """

    resolutions: tuple[Resolution, ...]
    concluded: Concluded
    one_text: tuple[OneText, ...]


def across(corpus: Corpus, statements: Sequence[Statement]) -> Across:
    """A report may also be met where only the words say that two statements are one claim.

    A copy that people decided upon speaks for itself.
    """
    corpus.ahead_of_links(lambda: _ends(statements))
    known = {(one.citing, one.position): one for one in (*reports.resolve(statements), *reported(corpus, statements))}
    found = corpus.resolved(known.values(), map(attribution_iri_of, statements))
    copies = (one for one in copied(corpus, statements) if one.citing not in corpus.decided)
    same = one_agent(corpus, statements)
    return Across(
        resolutions=(*found, *copies),
        concluded=Concluded(
            same,
            doubtful(corpus, statements),
            alike=alike(corpus, _agents(statements), same),
            different=different(corpus, same),
        ),
        one_text=one_text(corpus, statements),
    )


def reported(corpus: Corpus, statements: Sequence[Statement]) -> Iterator[Resolution]:
    """The cited reports that are articles among `statements`."""
    names = {attribution_iri_of(one) for one in statements}
    for name in sorted(names):
        for link in _held(corpus, name, LinkKind.REPORT):
            resolution = reports.resolution(link)
            if link.right == name and resolution.citing in names:
                yield resolution


def copied(corpus: Corpus, statements: Sequence[Statement]) -> Iterator[Resolution]:
    """Which of `statements` stand in the copy of an article in which another of them stands."""
    by_article = _by_article(statements)
    for link in _copies(corpus, by_article):
        if link.method != UNDIRECTED:
            for one in by_article[link.left]:
                yield from _taken(one, by_article[link.right], link)


def one_text(corpus: Corpus, statements: Sequence[Statement]) -> tuple[OneText, ...]:
    """Which articles of `statements` share their text while nothing tells which of them took it."""
    by_article = _by_article(statements)
    found = (link for link in _copies(corpus, by_article) if link.method == UNDIRECTED)
    keys = {article: told[0].reading.article.key for article, told in by_article.items()}
    return tuple(OneText((keys[one.left], keys[one.right]), one.evidence) for one in found)


def _by_article(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in statements:
        found.setdefault(article_iri(one.reading.article), []).append(one)
    return found


def _copies(corpus: Corpus, articles: Iterable[str]) -> Iterator[Link]:
    """Those between two of `articles`, each once."""
    among = sorted(articles)
    for article in among:
        for link in _held(corpus, article, LinkKind.COPY):
            if link.left == article and link.right in among:
                yield link


def doubtful(corpus: Corpus, statements: Sequence[Statement]) -> frozenset[str]:
    """The passages, by IRI, that are less likely than not to make the claim of the others.

    Of `statements` those, never the first of a claim, whose likelihood is so low on average over all that make the
    claim; not those that people put together.
    """
    names = {attribution_iri_of(one): passage_iri_of(one) for one in statements}
    links = (link for name in sorted(names) for link in _held(corpus, name, LinkKind.SAME_CLAIM))
    unlikely = {link.right for link in links if {link.left, link.right} <= names.keys() and link.score < SURE}
    unlikely -= corpus.put_together
    return frozenset(names[iri] for iri in unlikely) - {names[iri] for iri in names.keys() - unlikely}


def one_agent(corpus: Corpus, statements: Sequence[Statement]) -> dict[str, str]:
    """For the agents that `statements` name and that are one with another: the first of all these, by IRI."""
    return known_as(corpus, _agents(statements))


def known_as(corpus: Corpus, agents: Iterable[str]) -> dict[str, str]:
    """For those of `agents` that are one with another, and for these others: the first of all that are one, by IRI."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    waiting = sorted(agents)
    met = set(waiting)
    while waiting:
        corpus.ahead_of_links(waiting.copy)
        links = [link for agent in waiting for link in _held(corpus, agent, LinkKind.SAME_AGENT)]
        graph.add_edges_from((link.left, link.right) for link in links)
        waiting = sorted({end for link in links for end in (link.left, link.right)} - met)
        met.update(waiting)
    return {agent: min(group) for group in nx.connected_components(graph) for agent in group}


def _held(corpus: Corpus, iri: str, kind: LinkKind) -> Iterator[Link]:
    return (link for link in corpus.links_of(iri) if link.kind is kind and link.judgement is Judgement.SAME)


def _taken(statement: Statement, originals: Sequence[Statement], link: Link) -> Iterator[Resolution]:
    ours = frozenset(words(statement.text))
    shares = [(_share(ours, frozenset(words(one.text))), attribution_iri_of(one)) for one in originals]
    share, cited = max(shares)
    if share >= COPIED:
        yield Resolution(attribution_iri_of(statement), None, cited, link.evidence, link.confidence)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _ends(statements: Iterable[Statement]) -> set[str]:
    """All of which links are asked."""
    articles = {article_iri(one.reading.article) for one in statements}
    return articles | {attribution_iri_of(one) for one in statements} | _agents(statements)


def _agents(statements: Iterable[Statement]) -> set[str]:
    found = set()
    for one in statements:
        snapshot, chain = snapshot_iri(one.reading.article), one.attribution.chain
        for index, hop in enumerate(chain):
            found.add(source_iri(snapshot, hop, (before.name for before in chain[:index])))
    return found
