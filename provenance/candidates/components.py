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

from provenance.linking.clustering import clusters
from provenance.linking.matching.claims import LEAST

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    import networkx as nx

SCHEMA = """
CREATE TABLE places (statement INTEGER PRIMARY KEY, part INTEGER NOT NULL, home INTEGER NOT NULL);
CREATE INDEX places_by_part ON places (part);
"""
_TOGETHER = """
SELECT statement FROM places WHERE part IN (
    SELECT part FROM places WHERE statement IN (SELECT value FROM json_each(?))
)
"""
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

    @property
    def touched(self) -> frozenset[int]:
        return frozenset(self._touched)

    def touch(self, statements: Iterable[int]) -> None:
        """Their pairs changed."""
        self._touched.update(statements)

    def untouch(self) -> None:
        """Nothing came or changed after all."""
        self._touched.clear()

    def enter(self, statements: Iterable[int]) -> None:
        """New statements, each a part by itself until `settle`."""
        rows = list(statements)
        self._connection.executemany("INSERT INTO places VALUES (?1, ?1, ?1)", [(row,) for row in rows])
        self._touched.update(rows)

    def leave(self, statements: Iterable[int]) -> None:
        """Forget statements; those that were grouped with them are touched."""
        rows = set(statements)
        self._touched |= self._together(rows)
        self._touched -= rows
        self._connection.executemany("DELETE FROM places WHERE statement = ?", [(row,) for row in rows])

    def affected(self) -> list[frozenset[int]]:
        """The parts that hold a touched statement, or that one which was together with such a one is in now."""
        import networkx as nx

        rows = self._together(self._touched)
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(sorted(rows))
        graph.add_weighted_edges_from(edge for edge in self.pairs(rows) if edge[1] in rows)
        return list(self._parts(graph, 0.0, LEAST))

    def pairs(self, statements: Iterable[int]) -> list[tuple[int, int, float]]:
        """The pairs of `statements`, from each of their ends that is among these."""
        return self._connection.execute(
            "SELECT one, other, likelihood FROM json_each(?) CROSS JOIN pairs ON one = value",
            (json.dumps(sorted(statements)),),
        ).fetchall()

    def settle(self, parts: Iterable[frozenset[int]], homes: Mapping[int, int]) -> None:
        """What `affected` gave, with the home of each statement, is as it is now."""
        rows = [(min(part), homes[row], row) for part in parts for row in sorted(part)]
        self._connection.executemany(
            "UPDATE places SET part = ?1, home = ?2 WHERE statement = ?3 AND (part != ?1 OR home != ?2)", rows
        )
        self._touched.clear()

    def _parts(self, graph: nx.Graph[int], threshold: float, least: float) -> Iterator[frozenset[int]]:
        """Those of the nodes of `graph`, which are known to be in larger ones below `threshold`."""
        import networkx as nx

        known: set[int] = set()
        for group in nx.connected_components(graph):
            if not group <= known:
                whole = self._walk(min(group), threshold)
                if len(whole) <= clusters.MOST or least > 1:
                    known |= whole
                    yield frozenset(whole)
                else:
                    higher = least + clusters.STEP
                    yield from self._parts(clusters.cut(graph, group, higher), higher, higher)

    def _walk(self, start: int, threshold: float) -> set[int]:
        """What pairs of that likelihood join to `start`; one more than MOST where it is more."""
        return {row for (row,) in self._connection.execute(_WALK, (start, threshold, clusters.MOST + 1)).fetchall()}

    def _together(self, statements: Iterable[int]) -> set[int]:
        return {row for (row,) in self._connection.execute(_TOGETHER, (json.dumps(sorted(statements)),)).fetchall()}
