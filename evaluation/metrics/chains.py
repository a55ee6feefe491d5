"""Through whom: relayed statements with the chain from the article to the origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation.gold import RELAYS
from evaluation.matching import covered, pairs, same_statement
from evaluation.measures import agreement
from evaluation.metrics import hops

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from evaluation.gold import Line, Source
    from evaluation.measures import Tally
    from provenance.model import Attribution, Reading

TESTS: dict[str, Callable[[Sequence[hops.Hop], Sequence[Source]], bool]] = {
    "first hop (near)": hops.first_hop,
    "origin (near)": hops.origin,
    "origin kind": hops.origin_kind,
    "whole chain (near)": hops.whole_chain,
    "whole chain (exact)": hops.whole_chain_exactly,
}


def tally(reading: Reading | None, gold: Sequence[Line]) -> Tally:
    """What one article adds where only relayed statements are annotated: those read without a relay do not count."""
    return of(reading, [one for one in reading.attributions if is_relayed(reading, one)] if reading else [], gold)


def is_relayed(reading: Reading, attribution: Attribution) -> bool:
    """Whether the article has a statement through somebody, or all its statements."""
    chain = attribution.chain
    return bool(hops.whole(reading)) or len(chain) > 1 or chain[0].kind in RELAYS


def of(reading: Reading | None, predicted: Sequence[Attribution], gold: Sequence[Line]) -> Tally:
    """Statements found, and of them each right hop; both P and R are of all statements, found or not."""
    contents, lines = [covered(one.content) for one in predicted], [line.content for line in gold]
    found = pairs(contents, lines, same_statement)
    figures = {"statement found": agreement(len(found), len(predicted), len(gold))}
    for name, right in TESTS.items():
        hits = sum(
            any(right(chain, gold[j].chain) for chain in hops.chains(reading, predicted[i]))
            for i, j in found
            if reading
        )
        figures[name] = agreement(hits, len(predicted), len(gold))
    hidden = [(predicted[i].chain[-1].anonymous, gold[j].hidden) for i, j in found]
    figures["anonymous origin"] = agreement(
        sum(read and said for read, said in hidden), sum(read for read, _ in hidden), sum(line.hidden for line in gold)
    )
    return figures
