"""WACZ (https://specs.webrecorder.net/wacz/1.1.1/): a ZIP file that holds WARCs under archive/.

Only those are read, inside the file: no name in it is ever a path on this machine.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from provenance.errors import InputError
from provenance.readers import compressed
from provenance.readers.fields import one_line
from provenance.readers.outcome import Skipped
from provenance.readers.spooled import seekable
from provenance.readers.warc import Captures, Held, captured_pages, refuse_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from provenance.readers.compressed import Pieces
    from provenance.readers.outcome import Document

_DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    EOFError,
    ValueError,
    RuntimeError,
    struct.error,
    zlib.error,
    lzma.LZMAError,
)
"""What the standard library raises for a ZIP file that is none, or of a kind that it does not read."""
_OPENERS: dict[str, Callable[[BinaryIO], Pieces]] = {
    ".warc": compressed.plain,
    ".warc.gz": compressed.gunzipped,
    ".warc.zst": compressed.unzstandard,
}


def read_wacz(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    """Each WARC in the order of its name; places are "crawl.wacz:archive/data.warc.gz:3"."""
    with seekable(stream) as file:
        yield from _read(file, name)


def _read(stream: BinaryIO, name: str) -> Iterator[Document | Skipped]:
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _members(archive, name)
    except _DAMAGE as error:
        why = (one_line(str(error)) or type(error).__name__)[:120]
        raise InputError(f"damaged ZIP file ({why}): get the archive again; what was read so far is kept") from None


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[Document | Skipped]:
    listed = sorted(archive.infolist(), key=lambda one: one.filename)
    openers = [(one, _opener(one.filename)) for one in listed if one.filename.startswith("archive/")]
    found = [(one, opener) for one, opener in openers if opener]
    if not found:
        raise InputError("a ZIP file without a WARC under archive/, which a WACZ has: give the WARC itself")
    captures, held, left_out = Captures(), Held(0, 0), False
    for one, opener in found:
        place = f"{name}:{_shown(one.filename)}"
        if one.flag_bits & 1:
            left_out = True
            yield Skipped(place, "encrypted: give the WARC itself")
        elif one.file_size > max(compressed.MEMBER_LIMIT, compressed.RATIO * one.compress_size):
            left_out = True
            yield Skipped(place, f"it would expand to {one.file_size:,} bytes, more than a hundredfold: give the WARC")
        else:
            with archive.open(one) as member:
                pieces = opener(cast("BinaryIO", member))
                more = yield from captured_pages(pieces, place, captures)
            held = Held(held.records + more.records, held.pages + more.pages)
    if held.records or not left_out:
        refuse_empty(held)


def _opener(name: str) -> Callable[[BinaryIO], Pieces] | None:
    return next((opener for suffix, opener in _OPENERS.items() if name.endswith(suffix)), None)


def _shown(name: str) -> str:
    return one_line(name) or "a WARC without a name"
