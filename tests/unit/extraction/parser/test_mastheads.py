"""An outlet relays nothing to itself."""

from __future__ import annotations

import pytest

from provenance.documents.segmentation import segment
from provenance.extraction.parser.graph import Arc, AttributionGraph, Mention, StatementNode
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.extraction.parser.mastheads import is_masthead
from provenance.extraction.parser.told import told
from provenance.model import Article, Kind, Publisher, Relation, Span

TEXT = "The bridge is safe, Ada Brunt told the Fenwick Argus."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


GRAPH = AttributionGraph(
    TEXT,
    (StatementNode((at("The bridge is safe"),), (at("told the Fenwick Argus"),), Stance.ASSERTS, 0.9),),
    (
        Mention(at("Ada Brunt"), Kind.PERSON, Naming.NAMED, 0.9),
        Mention(at("the Fenwick Argus"), Kind.OUTLET, Naming.NAMED, 0.9),
    ),
    (
        Arc(ArcKind.SAID_BY, 0, 0, p=0.9, evidence=(at("told the Fenwick Argus"),)),
        Arc(ArcKind.THROUGH, 0, 1, 0, Relation.SAID, 0.8, (at("the Fenwick Argus"),)),
        Arc(ArcKind.THROUGH, 1, None, 0, Relation.REPORTED, 0.7),
    ),
)


@pytest.mark.parametrize(
    ("name", "publisher"),
    [("Fenwick Argus", "The Fenwick Argus"), ("Orlast", "Orlast News"), ("KTV", "ktv.com")],
)
def test_a_masthead_is_known_without_the_words_that_any_may_have(name: str, publisher: str) -> None:
    assert is_masthead(name, publisher)


@pytest.mark.parametrize(
    ("name", "publisher"),
    [("Argus", "The Fenwick Argus"), ("Fenwick Sunday Argus", "Fenwick Argus"), ("News", "Orlast News")],
)
def test_another_paper_is_another(name: str, publisher: str) -> None:
    assert not is_masthead(name, publisher)


@pytest.mark.parametrize(
    ("publisher", "chain"),
    [
        ("The Fenwick Argus", ["Ada Brunt"]),
        ("Orlast News", ["Fenwick Argus", "Ada Brunt"]),
        (None, ["Fenwick Argus", "Ada Brunt"]),
    ],
)
def test_what_an_article_was_told_itself_comes_through_nobody(publisher: str | None, chain: list[str]) -> None:
    article = Article("one", TEXT, publisher=Publisher(publisher) if publisher else None)
    [one] = told(segment(TEXT), GRAPH, article)
    assert [hop.name.removeprefix("The ") for hop in one.chain] == chain
    assert len(one.arcs) == len(one.hops) == len(chain)
    assert [arc.head for arc in one.onward] == ([1] if len(chain) == 1 else [None])
