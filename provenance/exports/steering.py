"""Characters that could steer a terminal, or turn round what stands beside them, as escapes: read back, they are whole.

Controls (ECMA-48: U+009B begins a sequence as ESC [ does) and the directional overrides of Unicode TR 36, section 2.3.
What has no escapes, a table or a tree, shows U+FFFD in their place (`trace.wording.legible`).
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Callable

STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    """Such as in JSON, and in Turtle and its kin: a backslash, "u", and four hexadecimal digits."""
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04X}", text)


def referenced(text: str) -> str:
    """Such as in XML: a character reference, "&#x202E;"."""
    return STEERING.sub(lambda found: f"&#x{ord(found[0]):X};", text)


def steered(stream: BinaryIO, escape: Callable[[str], str] = escaped) -> BinaryIO:
    """A stream to write UTF-8 to, which writes to `stream` what `escape` makes of it."""
    return cast("BinaryIO", _Steered(stream, escape))


class _Steered:
    def __init__(self, stream: BinaryIO, escape: Callable[[str], str]) -> None:
        self._stream, self._escape = stream, escape
        self._decoder = getincrementaldecoder("utf-8")()

    def write(self, data: bytes) -> int:
        self._stream.write(self._escape(self._decoder.decode(data)).encode())
        return len(data)

    def flush(self) -> None:
        self._stream.flush()
