"""What is known of a page from an earlier visit, by which its server tells whether it changed (RFC 9110, 13.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from provenance.fetching.fetcher import Page
    from provenance.model import Article


@dataclass(frozen=True, slots=True)
class Known:
    """The article that a page was when it bore `etag` and was last `modified` so."""

    etag: str
    modified: str
    article: Article


class Memory(Protocol):
    """Keeps by address what pages bore."""

    def of(self, address: str) -> Known | None:
        """What is known of the page at `address`, where the article it was is still at hand."""

    def visited(self, address: str, page: Page, article: Article) -> None:
        """`page` was fetched from `address` just now, and is read as `article`."""


class Forgetful:
    """Knows nothing."""

    def of(self, address: str) -> Known | None:  # noqa: ARG002
        return None

    def visited(self, address: str, page: Page, article: Article) -> None:
        pass
