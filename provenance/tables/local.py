"""A run on one machine: into a store that is gone afterwards, as a first load does, and from there into tables."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.candidates import Candidates
from provenance.errors import InputError, MissingExtraError, OutputError
from provenance.fetching import Web
from provenance.ingestor import BulkLoader
from provenance.iris import attribution_iri, claim_iri, passage_iri, snapshot_iri
from provenance.linking.incremental import IncrementalLinker
from provenance.rdf.store import Store
from provenance.readers import Skipped
from provenance.receipts import Receipts
from provenance.runners.results import Claim, Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.runners.results import Row, Table, Telling
    from provenance.runners.stages import Parser

TOGETHER = 10_000
"""Rows that are written at a time."""


def run(source: str, out: Path, parser: Parser, telling: Telling, jobs: int) -> Counts:
    """Read `source` by `jobs` processes and write tables and quads to the folder `out`.

    Raises InputError where there is nothing to read, OutputError where `out` is there already or cannot be written,
    MissingExtraError without pyarrow.
    """
    if out.exists():
        raise OutputError(f"{out}: is there already: give another place with -o")
    try:
        with tempfile.TemporaryDirectory() as place, ExitStack() as opened:
            store = opened.enter_context(Store.open(Path(place) / "store"))
            linker = opened.enter_context(closing(IncrementalLinker(store, Candidates.memory(), parser.threads)))
            receipts = opened.enter_context(closing(Receipts.memory()))
            items = list(BulkLoader(store, linker, receipts).ingest(source, parser, jobs, Web(None)))
            linker.settle()
            skipped = [item for item in items if isinstance(item, Skipped)]
            if skipped == items and [item.input for item in items] == [source]:
                raise InputError(f"{source}: {skipped[0].reason}")
            dropped = sum(len(item.dropped) for item in items if not isinstance(item, Skipped))
            _write(store, linker, skipped, out, telling)
            counts = store.counts()
            claims, links = len(_claims(store, linker)), sum(1 for _ in store.links())
            return Counts(counts.articles, len(skipped), counts.statements, dropped, claims, links)
    except OSError as error:
        raise OutputError(f"{error.filename or out}: cannot be written ({error.strerror})") from error


def _write(store: Store, linker: IncrementalLinker, skipped: Iterable[Skipped], out: Path, telling: Telling) -> None:
    for table in telling.readings:
        _table(out, table, store.readings())
    _table(out, telling.links, store.links())
    _table(out, telling.claims, _claims(store, linker))
    _table(out, telling.skipped, skipped)
    (out / "quads").mkdir()
    with (out / "quads" / "part-00000.txt").open("w", encoding="utf8") as stream:
        for lines in _lines(store, linker, telling):
            stream.write(f"{lines}\n")


def _lines(store: Store, linker: IncrementalLinker, telling: Telling) -> Iterator[str]:
    yield from filter(None, map(telling.reading_lines, store.readings()))
    yield from map(telling.link_lines, store.links())
    yield from map(telling.claim_lines, _claims(store, linker))


def _claims(store: Store, linker: IncrementalLinker) -> list[Claim]:
    """By the first statement of each, which the candidates know of every statement."""
    index = linker.candidates
    made: dict[str, dict[str, str]] = {}
    for reading in store.readings():
        snapshot = snapshot_iri(reading.article)
        places = {attribution_iri(snapshot, one): passage_iri(snapshot, one.content) for one in reading.attributions}
        for one in index.members(index.numbers(places)).values():
            made.setdefault(one.first, {})[one.iri] = places[one.iri]
    return [Claim(claim_iri(first), _first_first(first, made[first])) for first in sorted(made)]


def _first_first(first: str, members: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return (first, members[first]), *sorted((iri, where) for iri, where in members.items() if iri != first)


def _table(out: Path, table: Table, values: Iterable[Any]) -> None:
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise MissingExtraError(
            "pyarrow is not installed: pip install 'provenance-tracker[parquet]' writes Parquet"
        ) from None
    types = {"string": pa.string(), "bigint": pa.int64(), "double": pa.float64()}
    schema = pa.schema([(name, types.get(type_, pa.bool_())) for name, type_ in table.columns.items()])
    (out / table.name).mkdir(parents=True)
    with ParquetWriter(out / table.name / "part-00000.parquet", schema) as writer:
        for rows in _batches(row for value in values for row in table.rows(value)):
            columns = dict(zip(table.columns, zip(*rows, strict=True), strict=True))
            writer.write_table(pa.table(columns, schema=schema))


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == TOGETHER:
            yield batch
            batch = []
    if batch:
        yield batch
