"""One thing that is wrong with a store."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.rdf.folder import REMEDY

INGEST = "remove the article and ingest it again, or restore a backup"
RESTORE = REMEDY
WORDS = "delete the store's words.sqlite: whoever opens it next makes it anew"
LINKS = "delete the store's links.sqlite and run 'provenance compact': the links are made anew"


@dataclass(frozen=True, slots=True)
class Fault:
    """`what` is wrong, with the name of it, and what to do about it; as text one line."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}"
