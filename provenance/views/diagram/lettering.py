"""How wide words are, before anything draws them, and where their lines break."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, east_asian_width

FONT = "'Source Sans Pro', 'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"
X_HEIGHT = 0.486
"""That of Source Sans Pro, in ems: another font is set so large that its own is as high (CSS Fonts 5, section 3.1)."""
BOLD = 1.07
"""How much wider bold letters are."""
_WIDTHS = {
    0.29: "!'(),-./:;I[]`fijlrt{|}‘’·",
    0.40: '"*cs“”^ ?Jz–r',
    0.66: "ABCEFGKLPRSTVXYZ&mw#$€£<>=+~",
    0.76: "DHNOQUMW%@—…→",
}
"""Advance widths in ems: the widest of each group in Source Sans Pro, Helvetica and Arial, so that none is cut off."""
_EM = {letter: width for width, letters in sorted(_WIDTHS.items()) for letter in letters} | {
    "W": 0.95,
    "M": 0.86,
    "m": 0.86,
    "w": 0.76,
}
_OTHER = 0.57


def width(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in pixels, letters of `size` pixels."""
    ems = sum(_em(letter) for letter in words)
    return ems * size * (BOLD if bold else 1.0)


def broken(words: str, size: float, most: float, *, bold: bool = False, lines: int = 99) -> tuple[str, ...]:
    """`words` on lines of at most `most` pixels; beyond so many `lines` an ellipsis ends them."""
    found: list[str] = []
    line = ""
    for word in _pieces(words, size, most, bold=bold):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, bold=bold) > most:
            found.append(line)
            longer = word
        line = longer
    found += [line] if line else []
    if len(found) <= lines:
        return tuple(found)
    last = found[lines - 1]
    while last and width(f"{last}…", size, bold=bold) > most:
        last = last[:-1]
    return (*found[: lines - 1], f"{last.rstrip(' ,;:')}…")


def _pieces(words: str, size: float, most: float, *, bold: bool) -> list[str]:
    """The words, any that is wider than a line in pieces."""
    found = []
    for word in words.split():
        piece = ""
        for letter in word:
            if piece and width(piece + letter, size, bold=bold) > most:
                found.append(piece)
                piece = ""
            piece += letter
        found.append(piece)
    return found


@lru_cache(maxsize=4096)
def _em(letter: str) -> float:
    if combining(letter):
        return 0.0
    return 1.0 if east_asian_width(letter) in "WF" else _EM.get(letter, _OTHER)
