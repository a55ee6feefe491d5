"""The words of articles made fit for any file or screen that shows them."""

from __future__ import annotations

import re

# Controls and lone surrogates are no XML 1.0 characters (section 2.2); C1 controls drive terminals; the
# directional overrides reorder what stands around them (Unicode TR 36, section 2.3).
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def legible(text: str) -> str:
    """`text` with each character that XML forbids, or that could take over a terminal, replaced by U+FFFD."""
    return _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Legible, with each run of white space made one space: for names, titles and roles."""
    return " ".join(legible(text).split())


def shortened(text: str, width: int) -> str:
    """`text` on one line of at most `width` characters, cut at a space where there is one."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    head, _, _ = line[:width].rpartition(" ")
    return (head or line[: width - 1]) + "…"
