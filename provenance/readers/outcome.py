"""What a source holds: documents, not read yet; and what reading gives for each, an article or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from provenance.errors import InputError, MissingExtraError
from provenance.model import Capture
from provenance.readers.amp import original
from provenance.readers.fields import utc_time, web_url

if TYPE_CHECKING:
    from provenance.model import Article


@dataclass(frozen=True, slots=True)
class Read:
    """An article and where it stood: a path as given, "-" for standard input, with ":RECORD" for an archive's."""

    input: str
    article: Article


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be read, and why: one line, with the remedy.

    `input` is the path, with ":LINE", ":ITEM" or ":RECORD" where the file holds many.
    """

    input: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was found, not read yet: this process may read it, or another one.

    The article's capture is that of `content`: the file, or the one record or item of it, as it was got.
    `input` is where it stood, as of `Read`; `key` what the article is called where the document does not say;
    `address` the URL it was captured at, `captured` when (ISO 8601, UTC), `charset` the encoding that the capture
    states, each empty where nothing is known.
    """

    input: str
    key: str
    content: bytes
    reader: DocumentReader
    address: str = ""
    captured: str = ""
    charset: str = ""

    def read(self) -> Read | Skipped:
        try:
            article = self.reader(self)
        except (InputError, MissingExtraError) as error:
            return Skipped(self.input, str(error))
        capture = captured(self.content, self.address, self.captured)
        url = article.url or capture.address
        return Read(self.input, replace(article, url=original(url) if url else None, capture=capture))


def captured(content: bytes, address: str = "", time: str = "") -> Capture:
    """`content` as it was got; an address that is no web address, and a time that is none, are not known."""
    return Capture(sha256(content).hexdigest(), web_url(address), utc_time(time))


DocumentReader = Callable[[Document], "Article"]
"""Reads documents of one kind; a function of a module, so that it can be named to another process. It raises InputError
where there is no article in the document."""

Format = Callable[[BinaryIO, str], Iterator[Document | Read | Skipped]]
"""One format: from a binary stream, and the name it is shown by, to what lies in it, one at a time; what costs next to
nothing to read is given as read. It raises InputError where the whole stream, or the rest of it, is unreadable, which
`documents` turns into a `Skipped`."""
