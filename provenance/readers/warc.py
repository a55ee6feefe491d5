"""WARC (.warc, .warc.gz, .warc.zst): the pages that a crawler captured, each with its address and time.

Responses of status 200, and resources, of types that are read are documents; what else a crawl holds (requests, images,
scripts, redirects, revisits of what did not change) is passed over. Of several captures of one address the latest
stands: an earlier one is given where it comes first, and superseded; where it comes after, it is skipped.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple
from urllib.parse import urlsplit

from provenance.errors import InputError, MissingExtraError
from provenance.readers import compressed
from provenance.readers.decode import TOO_LARGE
from provenance.readers.fields import utc_time, web_url
from provenance.readers.http_payload import body, response, unchunked
from provenance.readers.outcome import Document, Skipped
from provenance.readers.pdf import read_pdf
from provenance.readers.saved import read_page
from provenance.readers.text import read_text
from provenance.readers.warc_records import Fault, records

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from provenance.readers.compressed import Pieces
    from provenance.readers.http_payload import Response
    from provenance.readers.outcome import DocumentReader
    from provenance.readers.warc_records import Record

KINDS: dict[str, DocumentReader] = {
    "text/html": read_page,
    "application/xhtml+xml": read_page,
    "application/pdf": read_pdf,
    "text/plain": read_text,
}
_FOR_MACHINES = frozenset(("robots.txt", "ads.txt", "app-ads.txt", "humans.txt", "security.txt", "llms.txt"))
_DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha-256": hashlib.sha256, "md5": hashlib.md5}


class Page(NamedTuple):
    """What a record captured, of a type that is read."""

    address: str
    time: str
    kind: str
    charset: str
    content: bytes


class Held(NamedTuple):
    """How many records there are, and how many of them are pages, or should be."""

    records: int
    pages: int


class Captures:
    """The latest capture of each address so far."""

    def __init__(self) -> None:
        self._latest: dict[bytes, tuple[str, bytes]] = {}

    def later(self, page: Page) -> str | None:
        """The time of a capture at least as late that was met before, empty where this one tells nothing new.

        None where this one is the latest, which it is from now on.
        """
        address, content = (hashlib.sha256(one).digest()[:16] for one in (page.address.encode(), page.content))
        time, known = self._latest.get(address, ("", b""))
        if content == known:
            return ""
        if page.time < time:
            return time
        self._latest[address] = page.time, content
        return None


def read_warc(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    return _alone(compressed.plain(stream), name)


def read_gzipped_warc(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    return _alone(compressed.gunzipped(stream), name)


def read_zstandard_warc(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    return _alone(compressed.unzstandard(stream), name)


def _alone(pieces: Pieces, name: str) -> Iterator[Document | Skipped]:
    found = yield from captured_pages(pieces, name, Captures())
    refuse_empty(found)


def captured_pages(pieces: Pieces, name: str, captures: Captures) -> Generator[Document | Skipped, None, Held]:
    """What the WARC `name` holds, told from what `captures` has met. Places and keys are "crawl.warc:3"."""
    found = number = 0
    stem = Path(name).name.split(".warc")[0]
    for record in records(pieces):
        number, place = record.number, f"{name}:{record.number}"
        try:
            page = _page(record)
        except (InputError, MissingExtraError) as error:
            found += 1
            yield Skipped(place, str(error))
            continue
        if page is None:
            continue
        found += 1
        later = captures.later(page)
        if later:
            said = f"captured {page.time or 'at no known time'}, before the capture of {later} that was read already"
            yield Skipped(place, f"{page.address}: {said}: the later stands")
        elif later is None:
            yield Document(
                place, f"{stem}:{number}", page.content, KINDS[page.kind], page.address, page.time, page.charset
            )
    return Held(number, found)


def refuse_empty(held: Held) -> None:
    """InputError where an archive holds no page."""
    if not held.pages:
        told = (
            f"{held.records:,} record{'s' * (held.records != 1)}, none of them a page" if held.records else "no record"
        )
        raise InputError(f"an archive of {told}: give one that holds responses of type text/html")


def _page(record: Record | Fault) -> Page | None:
    """None for what is no page. InputError, which names the address, for one that cannot be read."""
    if isinstance(record, Fault):
        raise InputError(record.reason)
    headers = record.headers
    kind, address = headers.get("warc-type", ""), web_url(headers.get("warc-target-uri", "").strip("<>"))
    if "warc-type" not in headers:
        raise InputError("a record without a WARC-Type: get the archive again")
    if kind not in ("response", "resource") or (kind == "resource" and not address):
        return None
    try:
        page = _captured(record, kind, address or "")
    except InputError as error:
        raise InputError(f"{address[:200]}: {error}" if address else str(error)) from None
    if page and not address:
        raise InputError("a page whose WARC-Target-URI is no web address: save the page itself, and give that")
    return page


def _captured(record: Record, kind: str, address: str) -> Page | None:
    if record.content is None:
        told = record.headers.get("content-type", "")
        is_page = kind == "resource" and told.split(";")[0].strip().lower() in KINDS
        if is_page:
            raise InputError(TOO_LARGE)
        return None
    answer = response(record.content) if kind == "response" else None
    if answer and answer.status != 200:
        return None
    told = (answer.headers if answer else record.headers).get("content-type", "")
    mime, _, parameters = told.partition(";")
    mime = mime.strip().lower()
    if mime not in KINDS or urlsplit(address).path.rpartition("/")[2] in _FOR_MACHINES:
        return None
    if "warc-segment-number" in record.headers:
        raise InputError(
            "a segment of a page (WARC-Segment-Number), which is not joined: get an archive that has it whole"
        )
    _check(record, answer)
    content = body(answer) if answer else record.content
    if not content.strip():
        return None
    charset = next(
        (one.partition("=")[2] for one in parameters.split(";") if one.strip().lower().startswith("charset")), ""
    )
    time = utc_time(record.headers.get("warc-date", "")) or ""
    return Page(address, time, mime, charset.strip(" \"'"), content)


def _check(record: Record, answer: Response | None) -> None:
    """By the digest of the block, else of the payload, which crawlers take of the body as sent or without chunks."""
    content = record.content or b""
    raw = answer.raw if answer else content
    for name, data in (("warc-block-digest", (content,)), ("warc-payload-digest", (raw, unchunked(raw) or raw))):
        algorithm, _, told = record.headers.get(name, "").partition(":")
        if algorithm.lower() in _DIGESTS:
            hashed = [_DIGESTS[algorithm.lower()](one, usedforsecurity=False) for one in data]
            if not any(told.lower() in _written(one.digest()) for one in hashed):
                raise InputError(f"not what its {name.upper()} says: damaged, get the archive again")
            return


def _written(digest: bytes) -> tuple[str, str, str]:
    """In base 32, base 16 and base 64, as crawlers write them, in lower case."""
    in_64 = base64.b64encode(digest).decode().lower()
    return base64.b32encode(digest).decode().rstrip("=").lower(), digest.hex(), in_64
