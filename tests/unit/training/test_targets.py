"""What the parser is taught of an invented article: right answers as the annotators' graph has them, levels, groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from annotated import COURIER, EXAMPLE, LEAKS, SHE, TEXT, at
from parsing import cutter

from provenance.documents.segmentation import segment
from provenance.encoder.tokens import tokenize
from provenance.extraction.parser.heads import ASKED, KINDS, LABELS, NAMINGS, STANCES
from provenance.extraction.parser.labels import ArcKind, Naming, Stance
from provenance.model import Kind, Span
from training.oracle.graphs import gold_graph
from training.targets import graph_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from training.data.examples import Example

PAGE = segment(TEXT)
CUT = tokenize(PAGE, cutter())
Answers = dict[tuple[ArcKind, str, str], set[str]]


def graph(example: Example = EXAMPLE) -> dict[str, Any]:
    return graph_of(example, gold_graph(example) if example.has_chains else None, PAGE, CUT, [])


def words(span: NDArray[np.int64]) -> str:
    return TEXT[slice(*CUT.span(*span.tolist()))]


def answers(made: dict[str, Any]) -> Answers:
    """What answers each query: the kind of arc, the words at which its statement begins to be told, those that ask."""
    mentions, cues = made["nodes"].mentions, made["nodes"].cues
    names = [*map(words, mentions), "nobody"]
    told: Answers = {}
    for asked, statement, mention, right in zip(
        made["asked"], made["statement"], made["mention"], made["right"], strict=True
    ):
        place = (ASKED[asked], words(cues[statement]) if statement >= 0 else "", names[mention] if mention >= 0 else "")
        told.setdefault(place, set()).update(names[one] for one in np.flatnonzero(right))
    return told


def test_whom_a_statement_is_said_by() -> None:
    found = {told: right for (kind, told, _), right in answers(graph()).items() if kind is ArcKind.SAID_BY}
    assert found == {
        "told": {"she"},
        "adding": {"she"},
        "said": {"Bram Ost"},
        "It": {"she"},
        "wrote": {"Brunt"},
        "reportedly": {"reportedly"},
    }


def test_by_what_each_hop_reached_the_article() -> None:
    made = answers(graph())
    assert made[ArcKind.THROUGH, "said", "Bram Ost"] == {"she"}
    for told in ("told", "adding", "said", "It"):
        assert made[ArcKind.THROUGH, told, "she"] == {"the Harl Courier", "Harl Courier"}
        assert made[ArcKind.THROUGH, told, "the Harl Courier"] == {"nobody"}
    assert made[ArcKind.THROUGH, "wrote", "Brunt"] == {"a letter to the Courier"}
    assert made[ArcKind.THROUGH, "reportedly", "reportedly"] == {"nobody"}


def test_antecedents_stand_before_and_are_named_alike() -> None:
    made = answers(graph())
    assert made[ArcKind.SAME_AS, "", "she"] == {"Ada Brunt", "Mayor Ada Brunt"}
    assert made[ArcKind.SAME_AS, "", "Brunt"] == {"Ada Brunt", "Mayor Ada Brunt", "she"}
    assert made[ArcKind.SAME_AS, "", "Bram Ost"] == {"nobody"}


def test_every_answer_is_an_arc_of_the_gold_graph() -> None:
    gold, made = gold_graph(EXAMPLE), graph()
    spans = [one.span for one in gold.graph.mentions]
    number = {CUT.words((one.cue or one.content)[0])[0]: place for place, one in enumerate(gold.graph.statements)}
    mentions, cues = made["nodes"].mentions, made["nodes"].cues
    asked = 0
    for kind, statement, mention, relation, right in zip(
        *(made[name] for name in ("asked", "statement", "mention", "relation", "right")), strict=True
    ):
        if ASKED[kind] is ArcKind.SAME_AS:
            continue
        place = number[int(cues[statement, 0])]
        of = spans.index(Span(*CUT.span(*mentions[mention].tolist()))) if mention >= 0 else place
        arc = gold.graph.arc(ASKED[kind], of, place if mention >= 0 else None)
        assert arc is not None
        heads = [] if arc.head is None else [mentions.tolist().index(list(CUT.words(spans[arc.head])))]
        assert right[heads].all()
        assert right[-1] == (not heads)
        assert relation == (LABELS.index(arc.label) if arc.label else -1)
        asked += 1
    assert asked == sum(arc.kind is not ArcKind.SAME_AS for arc in gold.graph.arcs)


def test_who_asks_does_not_answer_and_something_always_does() -> None:
    made = graph()
    assert made["right"].any(axis=1).all()
    assert (made["right"] <= made["able"]).all()
    for mention, able in zip(made["mention"], made["able"], strict=True):
        assert mention < 0 or not able[mention]


def test_what_mentions_and_statements_are() -> None:
    made = graph()
    named = dict(zip(map(words, made["nodes"].mentions), made["naming"].tolist(), strict=True))
    assert named["she"] == NAMINGS.index(Naming.DESCRIBED)
    assert named["reportedly"] == NAMINGS.index(Naming.ANONYMOUS)
    assert named["May"] == -1
    kinds = dict(zip(map(words, made["nodes"].mentions), made["kind"].tolist(), strict=True))
    assert kinds["the Harl Courier"] == KINDS.index(Kind.OUTLET)
    assert made["stance"].tolist() == [STANCES.index(None)] + [STANCES.index(Stance.ASSERTS)] * 6


def test_of_spans_alone_only_whom_the_tagger_links_is_asked() -> None:
    made = graph(replace(EXAMPLE, has_chains=False))
    found = answers(made)
    assert {kind for kind, *_ in found} == {ArcKind.SAID_BY}
    assert found[ArcKind.SAID_BY, "told", ""] == {"she"}
    assert found[ArcKind.SAID_BY, "reportedly", ""] == {"nobody"}
    assert set(made["stance"].tolist()) == {-1}


def test_a_mention_without_words_is_left_out() -> None:
    blank = replace(SHE, mention=Span(at(" she").start, at(" she").start + 1))
    made = graph(replace(EXAMPLE, statements=(replace(LEAKS, chain=(COURIER, blank)),)))
    assert answers(made)[ArcKind.SAID_BY, "told", ""] == {"nobody"}
    assert not (made["asked"] == ASKED.index(ArcKind.THROUGH)).any()


@pytest.mark.parametrize("order", [1, -1])
def test_what_lies_within_a_content_is_of_the_inner_level(order: int) -> None:
    pytest.importorskip("torch")
    from training.pages import levels

    outer, inner = levels(replace(EXAMPLE, statements=EXAMPLE.statements[::order]), CUT)
    assert [one.id for one in inner] == ["3"]
    assert {one.id for one in outer} == {"1", "2", "4", "5", "6", "7"}
