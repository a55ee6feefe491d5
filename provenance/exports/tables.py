"""Chains as tables: CSV (RFC 4180) in UTF-8.

A spreadsheet runs a cell that starts with = + - @, a tab or a line break as a formula, and an article can say
"=HYPERLINK(…)", also after spaces. Such words get an apostrophe before them, which spreadsheets read as "this is text"
(OWASP, "CSV Injection"). Numbers are never touched.
"""

from __future__ import annotations

import csv
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from provenance.trace.chains import chains
from provenance.trace.nodes import written
from provenance.trace.result import RESOLVED
from provenance.trace.walk import walk
from provenance.trace.wording import legible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.exports.material import Material
    from provenance.trace.result import Chain, Step

    Row = Iterable[str | int | float]

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
PLACES = 4
ARROW = " → "

HOPS = (
    "chain hop who kind anonymous role reason relation assertion evidence spans told_in confidence date reached "
    "statement title url node made_by undecided"
).split()
CHAINS = (
    "chain hops confidence article publisher published title url statement spans path origin origin_kind nature "
    "anonymous role reason assertion reached undecided"
).split()


def csv_hops(material: Material, stream: BinaryIO) -> None:
    """One step of a chain a row, from the article (hop 0) to the origin."""
    rows = (
        _hop(number, hop, step)
        for number, chain in enumerate(chains(walk(material.traced())), 1)
        for hop, step in enumerate(chain.steps)
    )
    _write(stream, HOPS, rows)


def csv_chains(material: Material, stream: BinaryIO) -> None:
    """One chain a row, with its path and its origin."""
    _write(stream, CHAINS, (_chain(number, chain) for number, chain in enumerate(chains(walk(material.traced())), 1)))


def _hop(number: int, hop: int, step: Step) -> Row:
    return (
        number,
        hop,
        step.who,
        step.kind,
        str(step.anonymous).lower(),
        step.role,
        step.reason,
        step.relation,
        step.assertion,
        step.evidence,
        written(step.spans),
        step.told_in,
        round(step.confidence, PLACES),
        step.date,
        step.reached,
        step.statement,
        step.title,
        step.url,
        step.node,
        step.made_by,
        str(step.undecided).lower(),
    )


def _chain(number: int, chain: Chain) -> Row:
    first, last = chain.steps[0], chain.steps[-1]
    return (
        number,
        chain.hops,
        round(chain.confidence, PLACES),
        first.reached,
        first.who,
        first.date,
        first.title,
        first.url,
        first.statement,
        written(first.spans),
        ARROW.join(_path(chain)),
        last.who,
        last.kind,
        chain.nature,
        str(last.anonymous).lower(),
        last.role,
        last.reason,
        last.assertion,
        last.reached,
        str(chain.is_undecided).lower(),
    )


def _path(chain: Chain) -> Iterator[str]:
    """The tellers; a report and its retrieved article are one."""
    return (step.who for step in chain.steps if step.relation != RESOLVED)


def _write(stream: BinaryIO, header: list[str], rows: Iterable[Row]) -> None:
    text = TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(map(_guarded, rows))
    text.detach()


def _guarded(row: Row) -> Row:
    return [guarded(cell) if isinstance(cell, str) else cell for cell in row]


def guarded(cell: str) -> str:
    """`cell` as text, whatever a spreadsheet may think of it, and without what could steer a terminal."""
    words = legible(cell)
    return f"'{words}" if words.startswith(FORMULA) or words.lstrip().startswith(FORMULA) else words
