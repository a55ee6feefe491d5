"""What a graph can hold of gold chains at most: `python -m training.oracle [--data DATA]`.

DATA is the folder of all corpora. Two rows a corpus: with the annotators' names, what the form of the graph loses; with
names from the text, what naming loses besides. F1 in per cent by the `reading` metric.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.gold import Line, Source, Type
from evaluation.matching import covered
from evaluation.measures import total
from evaluation.metrics import reading
from provenance.extraction.parser.chains import chains
from provenance.extraction.parser.labels import Stance
from provenance.extraction.parser.naming import agents, name_of, settled
from provenance.model import Assertion, Attribution, Derivation, Extractor, Quotation, Reading, Relation
from training.data import BESIDE, CHAINS
from training.oracle.graphs import gold_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from provenance.extraction.parser.graph import AttributionGraph, Mention
    from training.data.examples import Example
    from training.oracle.graphs import GoldGraph

    Named = tuple[AttributionGraph, Callable[[Mention], str]]
    """A graph, with the name of each of its mentions."""
    Namer = Callable[[GoldGraph, str | None], Named]

ORACLE = Extractor("oracle", "1")
COLUMNS = ("statement found", "first hop (near)", "origin (near)", "origin kind", "whole chain (near)")
WRONG = "wrong person, %"
SHOWN = [*(f"all: {name}" for name in COLUMNS), *(f"relayed: {name}" for name in COLUMNS), WRONG]
"""The figures of a row."""


def gold_names(gold: GoldGraph, _publisher: str | None) -> Named:
    return gold.graph, lambda mention: gold.names[mention.span]


def text_names(gold: GoldGraph, publisher: str | None) -> Named:
    """Kinds are what naming makes of them, too."""
    found = agents(gold.graph, publisher=publisher)
    graph = settled(gold.graph, found)
    return graph, name_of(graph, found)


NAMERS: dict[str, Namer] = {"gold names": gold_names, "names from the text": text_names}


def read(example: Example, namer: Namer) -> Reading:
    """The statements of an example as the graph holds them; attitudes, and those that nobody makes, are left out."""
    publisher = example.article.publisher
    graph, names = namer(gold_graph(example), publisher.name if publisher else None)
    found = [
        Attribution(node.content, node.cue, chain[-1].mention, Quotation.INDIRECT, chain, 1.0, Assertion(node.stance))
        for node, chain in zip(graph.statements, chains(graph, names), strict=True)
        if chain and node.stance is not Stance.ATTITUDE
    ]
    derived = [Derivation(one.name, one.kind, one.relation or Relation.OTHER) for one in example.derivations]
    return Reading(example.article, ORACLE, tuple(derived), tuple(found))


def lines(example: Example) -> list[Line]:
    """The gold as `evaluation` scores against it."""
    return [
        Line(covered(one.content), tuple(Source(hop.name, hop.kind) for hop in one.chain), one.type or Type.NONE)
        for one in example.statements
    ]


def row(examples: Iterable[Example], namer: Namer) -> list[float]:
    figures = total(reading.tally(read(one, namer), lines(one)) for one in examples)
    return [100 * figures[name].value for name in SHOWN]


def main(data: Path) -> None:
    print("| corpus | names | found | first hop | origin | kind | chain | relayed: found | first hop | origin | kind "
          "| chain | wrong persons |")  # fmt: skip
    print("|---" * 13 + "|")
    for name, examples_of in CHAINS.items():
        examples = list(examples_of(data))
        for how, namer in NAMERS.items():
            print("|", " | ".join([name, how, *(f"{value:.1f}" for value in row(examples, namer))]), "|")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.oracle", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE)
    main(parser.parse_args().data)
