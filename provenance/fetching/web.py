"""What lies at addresses, as documents for the readers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import InputError, MissingExtraError
from provenance.fetching.addresses import checked, name, shown
from provenance.fetching.feeds import is_feed
from provenance.fetching.known import Forgetful
from provenance.fetching.results import is_list, leads
from provenance.readers import READERS, Document, Read, Skipped
from provenance.readers.standard_input import HEAD, sniff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.fetching.fetcher import Fetcher, Page
    from provenance.fetching.known import Memory

ITEMS = 20
"""The most pages of one feed or sitemap that are fetched unless more are asked for."""

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".ndjson",
    "application/pdf": ".pdf",
    "message/rfc822": ".eml",
    "application/warc": ".warc",
}
"""Media types (https://www.iana.org/assignments/media-types) and the suffix of the reader for them."""
PAGES = frozenset({"text/html", "application/xhtml+xml"})
"""What stands at its own address, whatever it says of itself; a capture of another page says where that stood."""
_UNSAID = frozenset({"", "application/xml", "text/xml"})


def _silent(_line: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pages are fetched: at most `items` of a feed or sitemap, those that it lists first.

    `private` are hosts, with or without a port ("127.0.0.1:8000"), that need not be on the public network. `tell` is
    given, line by line, what is about to be fetched beyond what was asked for by address.
    """

    items: int = ITEMS
    private: frozenset[str] = frozenset()
    tell: Callable[[str], None] = _silent


class Web:
    """Pages by their addresses, for one run: each host is asked in turn, each robots.txt once."""

    def __init__(self, fetching: Fetching | None = None, memory: Memory | None = None) -> None:
        self.fetching = fetching or Fetching()
        self._memory = memory or Forgetful()
        self._fetcher: Fetcher | None = None

    def read(self, address: str) -> Iterator[Read | Skipped]:
        """The article at `address`, or those that the feed or sitemap there lists.

        A page that did not change since the store kept it is given as the article that it was. What cannot be fetched
        is a `Skipped`.
        """
        try:
            found = self._found(address)
            listed = () if isinstance(found, Read) or not is_list(found) else leads(found)
        except (InputError, MissingExtraError) as error:
            yield Skipped(shown(address), str(error))
            return
        if not listed:
            yield from self._articles(address, found)
            return
        chosen = listed[: self.fetching.items]
        self.fetching.tell(f"{shown(address)}: a list of {len(listed)} pages; the first {len(chosen)} are fetched")
        for item in chosen:
            yield from self.articles(item.address)

    def articles(self, address: str) -> Iterator[Read | Skipped]:
        """What the page at `address` holds; a feed or sitemap is a `Skipped` too. Raises MissingExtraError."""
        try:
            page = self._found(address)
        except InputError as error:
            yield Skipped(shown(address), str(error))
        else:
            yield from self._articles(address, page)

    def page(self, address: str) -> Page:
        """Raises InputError where it cannot be fetched, MissingExtraError where the extra is missing."""
        return self._fetching().page(address)

    def _found(self, address: str) -> Page | Read:
        """The page, or the article that it is still."""
        fetcher = self._fetching()
        known = self._memory.of(str(checked(address)))
        page = fetcher.page(address, *((known.etag, known.modified) if known else ()))
        return Read(address, known.article) if known and page.content is None else page

    def _articles(self, address: str, page: Page | Read) -> Iterator[Read | Skipped]:
        """What a page holds, read here: fetching it took longer."""
        if isinstance(page, Read):
            yield page
            return
        try:
            held = list(documents(address, page))
            for one in held:
                found = one.read() if isinstance(one, Document) else one
                if isinstance(found, Read) and len(held) == 1:
                    self._memory.visited(str(checked(address)), page, found.article)
                yield found
        except InputError as error:
            yield Skipped(shown(address), str(error))

    def _fetching(self) -> Fetcher:
        if self._fetcher is None:
            check_extra()
            from provenance.fetching.fetcher import Fetcher

            self._fetcher = Fetcher(self.fetching.private)
        return self._fetcher


def check_extra() -> None:
    """Raises MissingExtraError where the extra `fetch` is missing."""
    try:
        import provenance.fetching.fetcher  # noqa: F401 -- whether it can be
    except ImportError:
        raise MissingExtraError("fetching needs an extra: pip install 'provenance-tracker[fetch]'") from None


def documents(address: str, page: Page) -> Iterator[Document | Read | Skipped]:
    """What `page`, asked for at `address`, holds, by its media type. Raises InputError where there is no reader."""
    content = page.content or b""
    if is_feed(content):
        raise InputError("a list within a list of pages: give its address by itself")
    suffix = sniff(content[:HEAD]) if page.kind in _UNSAID else _SUFFIXES.get(page.kind, "")
    if suffix not in READERS:
        raise InputError(f"no reader for '{page.kind[:60]}': give the address of an article's page")
    for found in READERS[suffix](BytesIO(content), address):
        if isinstance(found, Document):
            yield replace(
                found,
                key=name(page.address) if found.key == Path(address).stem else found.key,
                address=page.address if page.kind in PAGES else found.address or page.address,
                captured=page.captured if page.kind in PAGES else found.captured or page.captured,
                charset=found.charset or page.charset,
            )
        else:
            yield found
