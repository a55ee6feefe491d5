"""What the corpora hold, and how far apart: `python -m training.data [--data DATA]`. Some minutes.

DATA is the folder of all corpora. Distances are medians, 90th and 99th percentiles.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.extraction.parser.labels import ArcKind
from training.data import BESIDE, CHAINS
from training.data.candidates import by_lists, by_tags
from training.data.distances import Layout
from training.oracle.graphs import gold_graph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from provenance.model import Span
    from training.data.distances import Distance
    from training.data.examples import Example, GoldStatement

PRONOUNS = frozenset("he she it they we i you him her them who which his its their one that this".split())
TAIL = re.compile(
    r",|\(|;|—|\s(?:who|whom|whose|which|that|of|for|with|at|from|in|on|obtained|released|published|sent)\s"
)
PAIRS = ("source, content", "content, first hop (relayed)", "pronoun, antecedent")
SIDES = ("before", "inside", "after")
SIDES_HEAD = "relayed: first hop before its sentence, inside, after, no words, %"


@dataclass(slots=True)
class Numbers:
    """Of one corpus. `lists` and `tags` count first hops among candidates (a) and (b), all and relayed."""

    articles: int = 0
    hops: Counter[int] = field(default_factory=Counter)
    relayed: int = 0
    apart: defaultdict[str, list[Distance]] = field(default_factory=lambda: defaultdict(list))
    sides: Counter[str] = field(default_factory=Counter)
    lists: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    listed: list[int] = field(default_factory=list)
    all: list[int] = field(default_factory=list)


def numbers(examples: Iterable[Example]) -> Numbers:
    found = Numbers()
    for example in examples:
        found.articles += 1
        _add(found, example)
    return found


def _add(to: Numbers, example: Example) -> None:
    gold = gold_graph(example)
    text, spans = example.article.text, [one.span for one in gold.graph.mentions]
    layout, lists = Layout(text, spans), by_lists(text)
    tags = by_tags(text)
    to.listed.append(len(lists))
    to.all.append(len(lists | tags))
    for arc in gold.graph.arcs:
        if arc.kind is ArcKind.SAME_AS and arc.head is not None:
            pronoun = spans[arc.dependent]
            if text[slice(*pronoun)].lower() in PRONOUNS:
                to.apart[PAIRS[2]].append(layout.between((pronoun,), (spans[arc.head],)))
    for one in (one for one in gold.statements if one.stance and one.chain):
        to.hops[len(one.chain)] += 1
        to.relayed += one.is_relayed
        if one.source:
            to.apart[PAIRS[0]].append(layout.between(one.source, one.content))
        _add_first_hop(to, one, layout, text, (lists, tags))


def _add_first_hop(
    to: Numbers, one: GoldStatement, layout: Layout, text: str, candidates: tuple[set[Span], set[Span]]
) -> None:
    first = one.chain[0].mention
    parts = ("all", "relayed") if one.is_relayed else ("all",)
    to.first.update(parts)
    if not first:
        to.sides["no words"] += one.is_relayed
        return
    head = _head(first, text)
    if lists := any(a < head[1] and head[0] < b for a, b in candidates[0]):
        to.lists.update(parts)
    if lists or any(a < head[1] and head[0] < b for a, b in candidates[1]):
        to.tags.update(parts)
    if one.is_relayed:
        to.apart[PAIRS[1]].append(layout.between(one.content, (first,)))
        to.sides[layout.side(first, (*one.content, *one.cue))] += 1


def _head(span: Span, text: str) -> tuple[int, int]:
    """A mention up to what only tells more of it."""
    words = text[slice(*span)]
    cut = TAIL.search(words)
    return span.start, span.start + (cut.start() if cut and cut.start() else len(words))


def at_percentiles(values: Sequence[int]) -> str:
    ordered = sorted(values)
    return " / ".join(str(ordered[min(int(len(ordered) * share), len(ordered) - 1)]) for share in (0.5, 0.9, 0.99))


def main(data: Path) -> None:
    found = {name: numbers(examples_of(data)) for name, examples_of in CHAINS.items()}
    print("| corpus | articles | statements | relayed, % | 1, 2, 3, more hops, % | candidates (a) | with tags (b) |")
    print("|---" * 7 + "|")
    for name, of in found.items():
        total = of.hops.total()
        shares = [of.hops[1], of.hops[2], of.hops[3], total - of.hops[1] - of.hops[2] - of.hops[3]]
        lengths = ", ".join(f"{100 * share / total:.0f}" for share in shares)
        sizes = f"{at_percentiles(of.listed)} | {at_percentiles(of.all)}"
        print(f"| {name} | {of.articles} | {total} | {100 * of.relayed / total:.1f} | {lengths} | {sizes} |")
    print("\n| corpus | between | pairs | words | sentences | paragraphs | mentions |\n" + "|---" * 7 + "|")
    for name, of in found.items():
        for pair in PAIRS:
            columns = " | ".join(at_percentiles(column) for column in zip(*of.apart[pair], strict=True))
            print(f"| {name} | {pair} | {len(of.apart[pair])} | {columns} |")
    print(f"\n| corpus | {SIDES_HEAD} | among (a), relayed; all, % | among (b), relayed; all, % |\n" + "|---" * 4 + "|")
    for name, of in found.items():
        sides = ", ".join(f"{100 * of.sides[side] / of.relayed:.1f}" for side in (*SIDES, "no words"))
        shares_ = [
            "; ".join(f"{100 * among[part] / of.first[part]:.1f}" for part in ("relayed", "all"))
            for among in (of.lists, of.tags)
        ]
        print(f"| {name} | {sides} | {' | '.join(shares_)} |")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.data", description=__doc__)
    parser.add_argument("--data", type=Path, default=BESIDE)
    main(parser.parse_args().data)
