"""PDF (.pdf): a press release or a printed article, its lines by PDFium, their order by `pdf_layout`.

PDFium (by pypdfium2) gives each line of words its place; pypdf gives no widths, without which no column can be told.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from provenance.errors import InputError, MissingExtraError
from provenance.model import Article
from provenance.readers.decode import collection, refuse_binary
from provenance.readers.fields import one_line
from provenance.readers.outcome import Document
from provenance.readers.pdf_layout import Line, heading, paragraphs, without_running_heads

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_LIMIT = 500
LINE_LIMIT = 1_000
"""Lines that one page may have; a page of a broadsheet has some hundreds."""
LINES_LIMIT = 20_000
"""Lines that all pages may have together."""
TEXT_MINIMUM = 80
"""Characters below which there is no article."""

_HYPHENS = re.compile("[\x02\ufffe\u00ad\u2010]$")
_NO_CHARACTERS = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff\u00ad]")
_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|odt|pptx?)\b|^(?:microsoft word|untitled|document\d*$)", re.IGNORECASE
)


def pdfs(stream: BinaryIO, name: str) -> Iterator[Document]:
    """One document a file."""
    yield Document(name, Path(name).stem, collection(stream), read_pdf)


def read_pdf(document: Document) -> Article:
    """InputError where it is no PDF, is encrypted, or its pages have no text, being scanned."""
    pages, stated, pictured = _read(document.content)
    kept = without_running_heads(pages)
    text = "\n\n".join(paragraphs(kept))
    refuse_binary(text)
    if len(text) < TEXT_MINIMUM:
        if pictured:
            raise InputError("scanned pages without text: give what OCR makes of them, for instance by ocrmypdf")
        raise InputError("no article in this PDF: it has no text, or next to none")
    title = one_line(stated)
    return Article(
        key=document.key,
        text=text,
        title=heading(kept) or (title if title and not _FILE_NAME.search(title) else None),
        text_is_file=False,
    )


def _read(data: bytes) -> tuple[list[list[Line]], str, bool]:
    """The lines of each page, the title that the file states, and whether there is a picture on a page."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("pypdfium2 is not installed: pip install 'provenance-tracker[pdf]' reads PDF") from None
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        remedy = "save it without a password" if "assword" in str(error) else "get the file again"
        raise InputError(f"no PDF that can be opened ({one_line(str(error))}): {remedy}") from None
    try:
        if len(pdf) > PAGE_LIMIT:
            raise InputError(f"a PDF of {len(pdf):,} pages, of which {PAGE_LIMIT} may be read: split it")
        pages = list(_pages(pdf))
        pictured = not any(pages) and any(_has_picture(pypdfium2, pdf[number]) for number in range(min(len(pdf), 5)))
        return pages, str(pdf.get_metadata_dict().get("Title", "")), pictured
    except pypdfium2.PdfiumError as error:
        raise InputError(f"damaged PDF ({one_line(str(error))}): get the file again") from None
    finally:
        pdf.close()


def _pages(pdf: Any) -> Iterator[list[Line]]:
    count = 0
    for number in range(len(pdf)):
        yield (lines := _lines(pdf[number], number))
        count += len(lines)
        if count > LINES_LIMIT:
            raise InputError(f"a PDF of more than {LINES_LIMIT:,} lines: split it")


def _lines(page: Any, number: int) -> list[Line]:
    words = page.get_textpage()
    count = words.count_rects()
    if count > LINE_LIMIT:
        raise InputError(f"page {number + 1} has {count:,} pieces of text, of which {LINE_LIMIT:,} may be read")
    found = []
    for index in range(count):
        left, bottom, right, top = words.get_rect(index)
        said = _HYPHENS.sub("-", words.get_text_bounded(left, bottom, right, top).rstrip())
        if text := one_line(_NO_CHARACTERS.sub(" ", said)):
            base, size = _font(words, left, bottom, right, top)
            found.append(Line(left, bottom, right, top, text, base, size))
    return found


def _font(words: Any, left: float, bottom: float, right: float, top: float) -> tuple[float, float]:
    """The foot and the height of the font at the beginning of a line; of its letters where no letter is found there."""
    at = words.get_index(left + 1, (bottom + top) / 2, max(2, (right - left) / 4), top - bottom)
    if at is None:
        return bottom, top - bottom
    _, foot, _, head = words.get_charbox(at, loose=True)
    return foot, head - foot


def _has_picture(pypdfium2: Any, page: Any) -> bool:
    return next(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
