"""The nodes of an example, as reading will find them, and for each query which mentions are right answers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np

from provenance.extraction.parser.features import Nodes, around
from provenance.extraction.parser.heads import ASKED, KINDS, LABELS, NAMINGS, STANCES
from provenance.extraction.parser.labels import ArcKind, Stance
from provenance.extraction.parser.mentions import Listing, candidates
from provenance.extraction.parser.page import capitals
from provenance.extraction.parser.places import Places
from provenance.model import Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.documents.segmentation import Page
    from provenance.encoder.tokens import Tokens
    from training.data.examples import Example, GoldStatement
    from training.oracle.graphs import GoldGraph

    Words = tuple[int, int]

SAME = 0.5
"""From which share of common words on a candidate is the mention that an annotator marked."""
NAMED = frozenset({Listing.NAME, Listing.OUTLET, Listing.WIRE})


def graph_of(
    example: Example, gold: GoldGraph | None, page: Page, cut: Tokens, sources: Iterable[Words]
) -> dict[str, Any]:
    """Nodes, and queries with their right answers; of spans alone, only whom the tagger links."""
    in_words = (one for one in example.statements if all(a < b for a, b in map(cut.words, (*one.content, *one.cue))))
    statements = sorted((one for one in in_words if one.content), key=lambda one: (one.cue or one.content)[0])
    text = example.article.text
    marked = {cut.words(one.span): one for one in gold.graph.mentions} if gold else {}
    tagged = [*marked, *sources, *(cut.words(span) for one in statements for span in (*one.source[:1], *one.cue[:1]))]
    found = candidates(text, cut, [span for span in tagged if span[0] < span[1]])
    mentions = np.array(list(found), dtype=np.int64).reshape(-1, 2)
    number = {words: place for place, words in enumerate(found)}
    nodes = _nodes(statements, mentions, list(found.values()), number, cut)
    spans = [text[slice(*cut.span(a, b))] for a, b in found]
    queries = _Queries(mentions)
    if gold:
        _chains(queries, gold, statements, cut)
        _antecedents(queries, gold, spans, list(found.values()), cut)
    else:
        for at, source in enumerate(nodes.sources.tolist()):
            queries.ask(ArcKind.SAID_BY, at, None, [source] if source >= 0 else [])
    places = Places.of(page, cut)
    return {
        "nodes": nodes,
        "places": (places.sentence, places.paragraph, places.quote),
        "words": spans,
        "capitals": np.array([capitals(words) for words in spans], dtype=np.int64),
        "kind": np.array([KINDS.index(marked[w].type) if w in marked else -1 for w in found], dtype=np.int64),
        "naming": np.array([NAMINGS.index(marked[w].naming) if w in marked else -1 for w in found], dtype=np.int64),
        "stance": np.array([_stance(one) if gold else -1 for one in statements], dtype=np.int64),
        **queries.arrays(),
    }


def _stance(one: GoldStatement) -> int:
    return STANCES.index(Stance(one.stance) if one.stance else Stance.ATTITUDE if one.is_attitude else None)


def _nodes(statements: Sequence[GoldStatement], mentions: np.ndarray, listings: list[Listing],
           number: dict[Words, int], cut: Tokens) -> Nodes:  # fmt: skip
    cues, contents, parts, bare, sources = [], [], [], [], []
    for one in statements:
        spans = [cut.words(span) for span in one.content]
        first = min(start for start, _ in spans)
        contents.append((first, max(end for _, end in spans)))
        cues.append(cut.words(one.cue[0]) if one.cue else (first, first + 1))
        bare.append(not one.cue)
        parts.append(len(spans))
        sources.append(number.get(cut.words(one.source[0]), -1) if one.source else -1)
    cues_, contents_ = (np.array(held, dtype=np.int64).reshape(-1, 2) for held in (cues, contents))
    return Nodes(
        mentions, np.array(listings, dtype=np.int64), cues_, contents_, np.array(parts, dtype=np.int64),
        np.array(bare, dtype=bool), np.array(sources, dtype=np.int64), around(contents_, cues_),
    )  # fmt: skip


class _Queries:
    """Collects what is asked, with the mentions that are right, by number; none is right where there are none."""

    def __init__(self, mentions: np.ndarray) -> None:
        self.mentions = mentions
        self._rows: list[tuple[int, int, int, int]] = []
        self._right: list[np.ndarray] = []
        self._able: list[np.ndarray] = []

    def ask(self, kind: ArcKind, statement: int | None, mention: int | None, right: Iterable[int], relation: int = -1
            ) -> None:  # fmt: skip
        count = len(self.mentions)
        able = np.ones(count + 1, dtype=bool)
        if mention is not None:
            able[mention] = False
            if kind is ArcKind.SAME_AS:
                able[:-1] &= self.mentions[:, 0] < self.mentions[mention, 0]
        answer = np.zeros(count + 1, dtype=bool)
        answer[list(right)] = True
        answer &= able
        answer[-1] = not answer.any()
        self._rows.append((ASKED.index(kind), -1 if statement is None else statement,
                           -1 if mention is None else mention, relation))  # fmt: skip
        self._right.append(answer)
        self._able.append(able)

    def like(self, words: Words) -> list[int]:
        """The mentions that share most of their words with `words`."""
        start, end = words
        common = np.minimum(self.mentions[:, 1], end) - np.maximum(self.mentions[:, 0], start)
        both = np.maximum(self.mentions[:, 1], end) - np.minimum(self.mentions[:, 0], start)
        return np.flatnonzero(common >= SAME * both).tolist()

    def arrays(self) -> dict[str, np.ndarray]:
        rows = np.array(self._rows, dtype=np.int64).reshape(-1, 4)
        width = len(self.mentions) + 1
        return {
            "asked": rows[:, 0], "statement": rows[:, 1], "mention": rows[:, 2], "relation": rows[:, 3],
            "right": np.array(self._right, dtype=bool).reshape(-1, width),
            "able": np.array(self._able, dtype=bool).reshape(-1, width),
        }  # fmt: skip


def _chains(queries: _Queries, gold: GoldGraph, statements: Sequence[GoldStatement], cut: Tokens) -> None:
    """SAID_BY of each statement that annotators lay to somebody or to nobody, and THROUGH of each hop of its chain."""
    graph, order = gold.graph, {id(one): number for number, one in enumerate(gold.statements)}
    place = {words: at for at, words in enumerate(map(tuple, queries.mentions.tolist()))}
    at_mention = [place.get(cut.words(one.span), -1) for one in graph.mentions]
    for at, one in enumerate(statements):
        number = order.get(id(one))
        if number is None:
            continue
        said_by = graph.arc(ArcKind.SAID_BY, number)
        if said_by is None:
            continue
        if said_by.head is None:
            queries.ask(ArcKind.SAID_BY, at, None, [])
            continue
        queries.ask(ArcKind.SAID_BY, at, None, queries.like(cut.words(graph.mentions[said_by.head].span)))
        for mention in graph.path(ArcKind.THROUGH, said_by.head, number):
            through = graph.arc(ArcKind.THROUGH, mention, number)
            if through is None or at_mention[mention] < 0:
                break
            right = [] if through.head is None else queries.like(cut.words(graph.mentions[through.head].span))
            relation = LABELS.index(through.label) if through.label and not one.is_attitude else -1
            queries.ask(ArcKind.THROUGH, at, at_mention[mention], right, relation)


def _antecedents(queries: _Queries, gold: GoldGraph, spans: Sequence[str], listings: Sequence[Listing], cut: Tokens
                 ) -> None:  # fmt: skip
    """The right ones are all earlier mentions of a cluster, and whatever else bears its name."""
    clusters: defaultdict[str, set[int]] = defaultdict(set)
    names = {plain_name(name) for name in gold.names.values()}
    kinds = {plain_name(gold.names[one.span]): one.type for one in gold.graph.mentions}
    for one in gold.graph.mentions:
        clusters[plain_name(gold.names[one.span])].update(queries.like(cut.words(one.span)))
    bearing: defaultdict[str, set[int]] = defaultdict(set)
    for at, (words, listing) in enumerate(zip(spans, listings, strict=True)):
        if listing in NAMED:
            bearing[plain_name(words)].add(at)
    for name in names:
        clusters[name] |= bearing.get(name, set())
        if kinds[name] is Kind.PERSON and name.split():
            clusters[name] |= bearing.get(name.split()[-1], set())
    place = {words: at for at, words in enumerate(map(tuple, queries.mentions.tolist()))}
    for one in gold.graph.mentions:
        words = cut.words(one.span)
        if words in place and one.type not in (Kind.ANONYMOUS, Kind.UNSPECIFIED):
            queries.ask(ArcKind.SAME_AS, None, place[words], clusters[plain_name(gold.names[one.span])])
