"""How few sources can stand behind some origins: the fewest groups of which none holds two that are surely two.

A colouring of the graph of those that are two (first fit by degree, Welsh and Powell 1967; exact by branch and bound
where that leaves a doubt and the graph is small).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from provenance.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from provenance.trace.origin_identity.judging import Judge
    from provenance.trace.result import Origin

Groups = list[list[int]]
SMALL = 24
"""As many profiles are tried in every way."""


def fewest(origins: Iterable[Origin], judge: Judge) -> tuple[tuple[Origin, ...], ...]:
    """The groups, the members of each with the most telling first; the same in whatever order they come."""
    alike = defaultdict(list)
    for one in sorted(origins, key=lambda one: _rank(one, judge)):
        alike[judge.profile(one)].append(one)
    first = [members[0] for members in alike.values()]
    two: Mapping[int, set[int]] = {number: set() for number in range(len(first))}
    for (left, one), (right, other) in combinations(enumerate(first), 2):
        if judge(one, other).judgement is Judgement.DIFFERENT:
            two[left].add(right)
            two[right].add(left)
    members = list(alike.values())
    groups = sorted(map(sorted, _coloured(two)))
    return tuple(tuple(one for number in group for one in members[number]) for group in groups)


def _rank(origin: Origin, judge: Judge) -> tuple[int, int, str, str, str]:
    told = judge.profile(origin)
    return told.sort, -len(told.words), origin.name, origin.node, origin.nature


def _coloured(two: Mapping[int, set[int]]) -> Groups:
    order = sorted(two, key=lambda number: (-len(two[number]), number))
    greedy: Groups = []
    clique: list[int] = []
    for number in order:
        _place(number, greedy, two)
        if two[number].issuperset(clique):
            clique.append(number)
    if len(greedy) == len(clique) or len(order) > SMALL:
        return greedy
    return _least(order, [], two, greedy, len(clique))


def _place(number: int, groups: Groups, two: Mapping[int, set[int]]) -> None:
    fitting = next((group for group in groups if two[number].isdisjoint(group)), None)
    if fitting is None:
        groups.append([number])
    else:
        fitting.append(number)


def _least(left: Sequence[int], groups: Groups, two: Mapping[int, set[int]], best: Groups, floor: int) -> Groups:
    """The fewest groups that go on from `groups`, or `best` where none has fewer; never fewer than `floor`."""
    if len(groups) >= len(best) or len(best) == floor:
        return best
    if not left:
        return groups
    number, *rest = left
    for index, group in enumerate(groups):
        if two[number].isdisjoint(group):
            best = _least(rest, [*groups[:index], [*group, number], *groups[index + 1 :]], two, best, floor)
    return _least(rest, [*groups, [number]], two, best, floor)
