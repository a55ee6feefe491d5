"""Whole articles: every statement, its chain and stance, and persons who are said to have said what they did not.

Lines of attitudes are neither asked for nor held against what was read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation import names
from evaluation.gold import STANCES
from evaluation.matching import covered, pairs, same_statement
from evaluation.measures import Ratio, agreement
from evaluation.metrics import chains, hops

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evaluation.gold import Line
    from evaluation.measures import Measure, Tally
    from provenance.model import Attribution, Reading

    Match = tuple[Attribution, Line]
    """A statement that was read, and the line that it is."""

TESTS = {
    "first hop (near)": hops.first_hop,
    "origin (near)": hops.origin,
    "origin kind": hops.origin_kind,
    "whole chain (near)": hops.whole_chain,
}
SURE = {"wrong person, %": 0.0, "wrong person at 0.9, %": 0.9}
"""From which confidence on a person counts as shown."""


def tally(reading: Reading | None, gold: Sequence[Line]) -> Tally:
    """What one article adds, of all its statements and of the relayed ones."""
    read = reading.attributions if reading else ()
    contents, lines = [covered(one.content) for one in read], [line.content for line in gold]
    found = dict(pairs(contents, lines, same_statement))
    attitudes = [line.content for line in gold if not line.is_statement]

    def is_attitude(i: int) -> bool:
        """Several statements that touch one attitude all are that attitude."""
        if i in found:
            return not gold[found[i]].is_statement
        return any(same_statement(contents[i], one) is not None for one in attitudes)

    told = {i for i in range(len(read)) if not is_attitude(i)}
    asked = {j for j, line in enumerate(gold) if line.is_statement}
    figures = _part("all", reading, {i: read[i] for i in told}, {j: gold[j] for j in asked}, found)
    relayed = {i: read[i] for i in told if reading and chains.is_relayed(reading, read[i])}
    figures |= _part("relayed", reading, relayed, {j: gold[j] for j in asked if gold[j].is_relayed}, found)
    matches = [(read[i], gold[j]) for i, j in found.items()]
    return figures | {name: _wrong_persons(matches, sure) for name, sure in SURE.items()}


def _part(
    part: str,
    reading: Reading | None,
    told: dict[int, Attribution],
    asked: dict[int, Line],
    found: dict[int, int],
) -> dict[str, Measure]:
    """Figures of the statements `told` and `asked` for, by their numbers in the article."""
    matches = [(told[i], asked[j]) for i, j in found.items() if i in told and j in asked]
    hits = {"statement found": len(matches), **(dict(_chain_hits(reading, matches)) if reading else {})}
    hits["stance"] = sum(read.assertion == STANCES[line.type] for read, line in matches)
    names_ = ("statement found", *TESTS, "stance")
    return {f"{part}: {name}": agreement(hits.get(name, 0), len(told), len(asked)) for name in names_}


def _chain_hits(reading: Reading, matches: list[Match]) -> Iterator[tuple[str, int]]:
    for name, right in TESTS.items():
        yield name, sum(any(right(chain, line.chain) for chain in hops.chains(reading, read)) for read, line in matches)


def _wrong_persons(matches: list[Match], sure: float) -> Ratio:
    """Of the persons shown by full name as the origin of an annotated statement, those who are nowhere in its chain."""
    shown = [
        (read.chain[-1].name, line)
        for read, line in matches
        if _is_full_name(read) and read.confidence >= sure and line.chain
    ]
    wrong = sum(not any(names.near(name, hop.name) for hop in line.chain) for name, line in shown)
    return Ratio(wrong, len(shown))


def _is_full_name(read: Attribution) -> bool:
    origin = read.chain[-1]
    return origin.kind == "person" and " " in origin.name and origin.name[:1].isupper()
