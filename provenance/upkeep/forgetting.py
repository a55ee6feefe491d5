"""Articles forgotten for good, as the law may ask: texts, what was read in them, concluded from them, decided of them.

To remove an article takes its quads out; the files keep its words until they are rewritten. So the store says first, on
disk, what it is to forget, and says no more of it when nothing is left: whoever opens it for writing after a writer was
killed goes on there.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.errors import NotFoundError
from provenance.model import Judgement, LinkKind
from provenance.rdf import files, folder
from provenance.upkeep.compaction import compact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from provenance.fetching.visits import Visits
    from provenance.ingestor import Ingestor
    from provenance.linking.candidates import CandidateIndex
    from provenance.rdf.listings import ArticleRow
    from provenance.rdf.store import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What an article was; how many decisions told of it; the keys of those that hold a copy of it, which stay."""

    article: ArticleRow
    decisions: int
    copies: tuple[str, ...]


class Forgetting:
    """Takes articles out of the store at `path`, by IRI, and leaves no trace of them in its files.

    `ingestor` keeps what is linked, and what was read, in line, `visits` what was fetched; `path` is None for a store
    in memory.
    """

    def __init__(
        self, store: Store, ingestor: Ingestor, candidates: CandidateIndex, visits: Visits, path: Path | None
    ) -> None:
        self._store = store
        self._ingestor = ingestor
        self._candidates = candidates
        self._visits = visits
        self._path = path

    def finish(self) -> None:
        """What a writer promised that was killed. Raises StoreError where it cannot be written."""
        if self._path is None:
            return
        for iri in files.promised(self._path):
            self._take_out(iri)
        self._leave_no_trace()

    def forget(self, rows: Sequence[ArticleRow]) -> list[Forgotten]:
        """Raises StoreError where it cannot be written: whoever next opens the store for writing goes on with it."""
        copies = [self._copies(row.id) for row in rows]
        if self._path is not None:
            with folder.reported(self._path):
                files.promise(self._path, (row.id for row in rows))
        decisions = [self._take_out(row.id) for row in rows]
        self._leave_no_trace()
        return list(map(Forgotten, rows, decisions, copies))

    def _take_out(self, iri: str) -> int:
        """Decisions first: whom they name is judged by the readings."""
        decisions = self._store.forget_decisions(iri)
        with suppress(NotFoundError):
            self._ingestor.remove(iri)
        self._visits.forget(iri)
        return decisions

    def _leave_no_trace(self) -> None:
        compact(self._store, self._candidates, self._path)

    def _copies(self, iri: str) -> tuple[str, ...]:
        """The keys of the articles that were found to hold the text of another."""
        links = [one for one in self._store.links_of(iri) if one.kind is LinkKind.COPY]
        ends = {end for one in links if one.judgement is not Judgement.DIFFERENT for end in (one.left, one.right)}
        runs = filter(None, map(self._store.run_of, sorted(ends - {iri})))
        return tuple(sorted(self._store.reading(run).article.key for run in runs))
