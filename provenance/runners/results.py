"""How what a run comes to is told, whoever runs it: as tables, and as N-Quads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from provenance.model import Link, Reading

    Row = tuple[str | int | float | bool | None, ...]


class Claim(NamedTuple):
    """A claim by its IRI, and the attributions that make it, the first one first, each with its passage, by IRI."""

    iri: str
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` with the type of each, as Spark calls it: "string", "bigint", "double" or "boolean".

    `rows` tells a value in rows of these columns.
    """

    name: str
    columns: Mapping[str, str]
    rows: Callable[[Any], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Telling:
    """The tables of readings, links, claims and what was skipped, and the N-Quads, in lines, of the first three.

    `sound` raises InputError for a reading that has no quads. All are functions of modules, so that other processes
    may call them.
    """

    readings: tuple[Table, ...]
    links: Table
    claims: Table
    skipped: Table
    reading_lines: Callable[[Reading], str]
    link_lines: Callable[[Link], str]
    claim_lines: Callable[[Claim], str]
    sound: Callable[[Reading], None]


class Counts(NamedTuple):
    """What a run came to; of an article told several times one counts. So many statements did not fit, `dropped`."""

    articles: int
    skipped: int
    statements: int
    dropped: int
    claims: int
    links: int
