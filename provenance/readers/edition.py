"""Which readers these are: what they read is not what others read of the same bytes."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.readers.outcome import Document, Read


def digest(found: Document | Read) -> bytes:
    """The SHA-256 of all by which an article is read from `found`, and of the readers that do it.

    Where it stood and when it was captured is left out: the same document elsewhere, or later, is the same.
    """
    from provenance.readers.outcome import Document

    made = sha256(edition())
    if isinstance(found, Document):
        reader = f"{found.reader.__module__}.{found.reader.__qualname__}"
        told = (found.key, found.address, found.charset, reader, sha256(found.content).hexdigest())
        made.update("\x1f".join(told).encode("utf8", "surrogatepass"))
    else:
        made.update(repr(found.article).encode("utf8", "surrogatepass"))
    return made.digest()


@cache
def edition() -> bytes:
    """The SHA-256 of the readers' own source, and of the version of what they find the body of a page with."""
    made = sha256(version("trafilatura").encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        made.update(path.read_bytes())
    return made.digest()
