"""A picture of a trace for print and for pages: PNG by resvg, PDF by svg2pdf, both lettered in Source Sans Pro."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from provenance.errors import MissingExtraError
from provenance.views.diagram.svg import svg

if TYPE_CHECKING:
    from provenance.trace.report import Trace

FAMILY = "Source Sans Pro"
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf")
ZOOM = 2
"""Dots for each pixel of the SVG, so that letters are sharp on a screen of today."""
MISSING = "a picture as PNG or PDF needs the extra 'pictures': pip install 'provenance-tracker[pictures]', or give .svg"


def png(trace: Trace) -> bytes:
    """The picture of `svg` in dots. Raises MissingExtraError without the extra `pictures`, and as `svg` does."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtraError(MISSING) from None
    return bytes(svg_to_bytes(svg_string=svg(trace), zoom=ZOOM, font_files=_faces(), sans_serif_family=FAMILY))


def pdf(trace: Trace) -> bytes:
    """The picture of `svg` on one page of its size, its words as text. Raises as `png` does."""
    try:
        from svg2pdf_py import FontDatabase, svg_to_pdf
    except ImportError:
        raise MissingExtraError(MISSING) from None
    fonts = FontDatabase.system()
    for face in _faces():
        fonts.load_font_file(face)
    return bytes(svg_to_pdf(svg(trace), fonts))


def _faces() -> list[str]:
    try:
        return [str(files("font_source_sans_pro") / "files" / face) for face in FACES]
    except ModuleNotFoundError:
        raise MissingExtraError(MISSING) from None
