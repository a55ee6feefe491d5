"""What reading a document comes to, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.ingest import Ingested
from provenance.readers import Document, Skipped

if TYPE_CHECKING:
    from provenance.model import Reading
    from provenance.readers import Read
    from provenance.runners.stages import Readied


@dataclass(frozen=True, slots=True)
class Known:
    """A document, as it was `given`, that says nothing that `known`, a reading which the store held, does not say."""

    given: Document | Read
    item: Read
    digest: bytes
    known: Reading


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article that was parsed, as it was `given`: `known` is the reading of its text that the store held then.

    `changed` are its metadata that are others than there, where the same extractor made that.
    """

    given: Document | Read
    item: Read
    digest: bytes
    known: Reading | None
    changed: tuple[str, ...]
    made: Readied

    @property
    def reading(self) -> Reading:
        return self.made.answer.reading


Made = Ingested | Skipped | Known | Parsed
