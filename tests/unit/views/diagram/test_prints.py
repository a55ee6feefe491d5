"""PNG and PDF: whole files, the words of a PDF readable as text."""

from __future__ import annotations

import struct
import sys

import pytest
from corpus import CLAIM, STORY, statements
from lxml import etree

from provenance.errors import MissingExtraError
from provenance.linking.matching.reports import resolve
from provenance.trace import Trace, trace
from provenance.views import pdf, png, svg


def story() -> Trace:
    told = statements(STORY)
    return trace(CLAIM, told, resolve(told))


def test_a_png_has_two_dots_for_each_pixel() -> None:
    drawn = png(story())
    assert drawn.startswith(b"\x89PNG\r\n")
    wide, high = struct.unpack(">II", drawn[16:24])
    file = etree.fromstring(svg(story()).encode())
    assert (wide, high) == tuple(pytest.approx(2 * float(file.get(side)), abs=2) for side in ("width", "height"))


def test_a_pdf_is_whole() -> None:
    drawn = pdf(story())
    assert drawn.startswith(b"%PDF-")
    assert drawn.rstrip().endswith(b"%%EOF")
    assert b"SourceSansPro" in drawn


@pytest.mark.parametrize(("draw", "package"), [(png, "resvg_py"), (pdf, "svg2pdf_py"), (png, "font_source_sans_pro")])
def test_without_the_extra_the_error_names_it(draw: object, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'provenance-tracker\[pictures\]', or give .svg$"):
        draw(story())  # type: ignore[operator]
