"""Which statements are grouped together, kept in line as pairs come and go: only what they touch is looked at again.

A statement's part is the component at the smallest threshold at which it holds `clusters.MOST` statements at most: as
`clusters` cuts all statements, but found from the statement itself by walks that end at that bound. So an article costs
the same where all statements of a store hang together as where few do.

The parts that pairs can have changed are those, before and after, of the statements at their ends: any other part is
closed under the pairs that it was found by, and none of these touches it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from provenance.linking.candidates import Component
from provenance.linking.clustering import clusters
from provenance.linking.clustering.connected import connected
from provenance.linking.matching.claims import LEAST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from provenance.linking.clustering.connected import Edge

SCHEMA = """
CREATE TABLE places (statement INTEGER PRIMARY KEY, part INTEGER NOT NULL, home INTEGER NOT NULL);
CREATE INDEX places_by_part ON places (part);
"""
AT_ONCE = 1000
"""Statements that are looked at together at the most, unless what hangs together is more."""
_PARTS = """
SELECT part, group_concat(statement) FROM places WHERE part IN (
    SELECT part FROM places WHERE statement IN (SELECT value FROM json_each(?))
) GROUP BY part ORDER BY part
"""
_TOGETHER = """
SELECT statement FROM places WHERE part IN (
    SELECT part FROM places WHERE statement IN (SELECT value FROM json_each(?))
)
"""
_AT_HOME = """
SELECT statement FROM places WHERE part IN (
    SELECT part FROM places WHERE statement IN (SELECT value FROM json_each(?1))
) AND home IN (
    SELECT home FROM places WHERE statement IN (SELECT value FROM json_each(?1))
)
"""
_PAIRS = "SELECT one, other, likelihood FROM json_each(?) CROSS JOIN pairs ON one = value"
_WALK = """
WITH RECURSIVE walk (id) AS (
    SELECT ?1 UNION SELECT other FROM walk CROSS JOIN pairs ON one = walk.id AND likelihood >= ?2 LIMIT ?3
) SELECT id FROM walk
"""


class Components:
    """The part of each statement and the first of its claim, its `home`, on a connection whose schema holds SCHEMA.

    Statements are row numbers; a part is called by its lowest.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._touched: set[int] = set()
        self._renewed: set[int] = set()
        self._paired: set[tuple[int, int]] = set()

    @property
    def renewed(self) -> frozenset[int]:
        return frozenset(self._renewed)

    def pair(self, pairs: Iterable[tuple[int, int]]) -> None:
        """These pairs came or changed: the claim of either end of each is to be looked at again."""
        for one, other in pairs:
            self._touched |= {one, other}
            self._renewed.add(one)
            self._paired.add((one, other))

    def enter(self, statements: Iterable[int]) -> None:
        """New statements, each a part by itself until `settle`."""
        rows = list(statements)
        self._connection.executemany("INSERT INTO places VALUES (?1, ?1, ?1)", [(row,) for row in rows])
        self._touched.update(rows)
        self._renewed.update(rows)

    def leave(self, statements: Iterable[int]) -> None:
        """Forget statements; those that were grouped with them are touched."""
        rows = set(statements)
        self._touched |= self._asked(_TOGETHER, rows)
        self._renewed |= self._asked(_AT_HOME, rows)
        self._touched -= rows
        self._renewed -= rows
        self._connection.executemany("DELETE FROM places WHERE statement = ?", [(row,) for row in rows])

    def affected(self) -> Iterator[list[Component]]:
        for rows in self._affected():
            yield self._components(rows)
        self.forget()

    def _affected(self) -> Iterator[set[int]]:
        """The statements of parts that what changed holds together, as many of those at a time as AT_ONCE lets."""
        asked = self._connection.execute(_PARTS, (json.dumps(sorted(self._touched)),))
        held = {part: set(map(int, rows.split(","))) for part, rows in asked.fetchall()}
        part_of = {row: part for part, rows in held.items() for row in rows}
        edges = [(part_of[one], part_of[other], 1.0) for one, other in self._paired if {one, other} <= part_of.keys()]
        rows: set[int] = set()
        for group in connected(held, edges):
            more = set[int]().union(*(held[part] for part in group))
            if rows and len(rows) + len(more) > AT_ONCE:
                yield rows
                rows = set()
            rows |= more
        if rows:
            yield rows

    def _components(self, rows: set[int]) -> list[Component]:
        """Those of `rows`, which are whole parts, as they are now."""
        around = self.pairs(rows)
        edges = [edge for edge in around if edge[0] < edge[1] and edge[1] in rows]
        beyond: dict[int, float] = {}
        for one, other, share in around:
            if other not in rows:
                beyond[one] = max(share, beyond.get(one, 0.0))
        parts = list(self._parts(sorted(rows), edges, beyond, 0.0, LEAST))
        part_of = {row: number for number, part in enumerate(parts) for row in part}
        edges += [edge for edge in self.pairs(part_of.keys() - rows) if edge[0] < edge[1] or edge[1] in rows]
        inside: list[list[tuple[int, int, float]]] = [[] for _ in parts]
        for edge in edges:
            if part_of[edge[0]] == part_of.get(edge[1]):
                inside[part_of[edge[0]]].append(edge)
        return list(map(Component, parts, inside))

    def pairs(self, statements: Iterable[int]) -> list[tuple[int, int, float]]:
        return self._connection.execute(_PAIRS, (json.dumps(sorted(statements)),)).fetchall()

    def settle(self, components: Iterable[Component], homes: Mapping[int, int]) -> None:
        rows = [(min(one.statements), homes[row], row) for one in components for row in sorted(one.statements)]
        self._connection.executemany(
            "UPDATE places SET part = ?1, home = ?2 WHERE statement = ?3 AND (part != ?1 OR home != ?2)", rows
        )

    def forget(self) -> None:
        """Nothing came or changed after all."""
        self._touched.clear()
        self._renewed.clear()
        self._paired.clear()

    def _parts(
        self,
        rows: Iterable[int],
        edges: Iterable[Edge[int]],
        beyond: Mapping[int, float],
        threshold: float,
        least: float,
    ) -> Iterator[frozenset[int]]:
        """Those of `rows`, which are known to be in larger ones below `threshold`.

        `edges` join rows, `beyond` is the most likely pair that one has with a statement that is not among all rows.
        """
        known: set[int] = set()
        for group in connected(rows, edges):
            if known.issuperset(group):
                continue
            closed = not any(row in beyond and beyond[row] >= threshold for row in group)
            cut = len(group) > clusters.MOST and least <= 1
            whole = group if closed or cut else self._walk(min(group), threshold)
            if len(whole) <= clusters.MOST or least > 1:
                known |= whole
                yield frozenset(whole)
            else:
                higher = least + clusters.STEP
                inside = [edge for edge in edges if edge[2] >= higher and edge[0] in group]
                yield from self._parts(group, inside, beyond, higher, higher)

    def _walk(self, start: int, threshold: float) -> set[int]:
        """What pairs of that likelihood join to `start`; one more than MOST where it is more."""
        return {row for (row,) in self._connection.execute(_WALK, (start, threshold, clusters.MOST + 1)).fetchall()}

    def _asked(self, question: str, statements: Iterable[int]) -> set[int]:
        return {row for (row,) in self._connection.execute(question, (json.dumps(sorted(statements)),)).fetchall()}
