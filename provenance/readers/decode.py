"""Bytes to text, nothing normalised: what cannot be decoded for certain is refused."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from provenance.errors import InputError
from provenance.readers.fields import is_blank

LIMIT = 16 * 2**20
"""Bytes that one plain-text or HTML file may have (16 MiB); a page of news has a hundredth of it."""

TOO_LARGE = f"larger than {LIMIT >> 20} MiB, the most one article may have: split it, one article a file"

COLLECTION_LIMIT = 64 * 2**20
"""Bytes that a file of many articles may have where it must be read at once (64 MiB); a sitemap may have 50."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = re.compile(
    r"ascii|iso(?:8859|2022)\S*|cp\d+|koi8\S*|mac\S*|shift_jis\S*|euc_\S+|gb\S*|big5\S*|hz|tis-620|kz1048"
)
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_LEGACY = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 koi8_r cp932 euc_jp gb18030 big5 cp949"
).split()
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def whole(stream: BinaryIO) -> bytes:
    """All of `stream`. InputError where it has more than LIMIT bytes."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise InputError(f"larger than {LIMIT >> 20} MiB, the most one article may have: split it, one article a file")
    return data


def collection(stream: BinaryIO) -> bytes:
    """All of `stream`, a feed or a package. InputError where it has more than COLLECTION_LIMIT bytes."""
    data = stream.read(COLLECTION_LIMIT + 1)
    if len(data) > COLLECTION_LIMIT:
        raise InputError(f"larger than {COLLECTION_LIMIT >> 20} MiB, the most that is read at once: split it")
    return data


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data` as it stands, a byte order mark left out.

    By a byte order mark, else as UTF-8, else as `declared` (the label a page gives its own encoding; legacy labels
    mean their Windows supersets, as in the WHATWG Encoding Standard), else as the legacy encoding that
    charset-normalizer finds, where no other likely one gives another text. InputError where none does.
    """
    text = _text(data, declared)
    if is_blank(text):
        raise InputError("empty: there is no text to read")
    refuse_binary(text)
    return text


def refuse_binary(text: str) -> None:
    """InputError where `text` holds NUL or a lone surrogate, which cannot be stored, or many control characters."""
    if surrogate := _SURROGATES.search(text):
        place = f"U+{ord(surrogate[0]):04X} at character {surrogate.start() + 1}"
        raise InputError(f"half a surrogate pair, {place}, is no character: write the whole character")
    if (null := text.find("\0")) >= 0:
        raise InputError(f"NUL at character {null + 1} cannot be stored: remove it")
    controls = len(text) - len(_CONTROLS.sub("", text))
    if controls > 4 + len(text) // 100:
        raise InputError(
            f"binary: {controls} of {len(text)} are control characters; give plain text, HTML or JSON Lines"
        )


def _text(data: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data.removeprefix(mark), encoding)
    if (null := data.find(0)) >= 0:
        raise InputError(f"binary: byte {null + 1} is NUL; give plain text, HTML or JSON Lines")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _declared(data, declared) or _guessed(data) or _refused(data, error)


def _marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1} after the mark"
        raise InputError(f"marked as {encoding}, but {place} is not: save it as UTF-8") from None


def _declared(data: bytes, label: str | None) -> str | None:
    try:
        name = codecs.lookup(label or "").name
        return data.decode(_SUPERSETS.get(name, name)) if _LABELS.fullmatch(name) else None
    except (LookupError, ValueError):  # no such encoding, a label that can be none, bytes that are not in it
        return None


def _guessed(data: bytes) -> str | None:
    """None where likely encodings differ, or too few letters tell them apart (quotation marks are alike in most)."""
    from charset_normalizer import from_bytes

    found = list(from_bytes(data, steps=1, chunk_size=len(data), cp_isolation=_LEGACY, preemptive_behaviour=False))
    if not found or found[0].chaos > 0.05:
        return None
    best = str(found[0])
    near = (m for m in found if m.chaos <= found[0].chaos + 0.02 and m.coherence >= found[0].coherence - 0.1)
    letters = sum(c.isalpha() and not c.isascii() for c in best)
    return best if (letters == 0 or letters >= 20) and all(str(match) == best for match in near) else None


def _refused(data: bytes, error: UnicodeDecodeError) -> str:
    byte = data[error.start]
    raise InputError(
        f"not UTF-8 (byte {error.start + 1} is 0x{byte:02X}) and no other encoding is certain: save it as UTF-8, "
        "for instance with iconv -f windows-1252 -t utf-8"
    )
