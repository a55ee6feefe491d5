"""What each paragraph of a page is, which line speaks for it, and whose words that makes it, by its layout alone.

Nothing here reads what is said. Where the layout leaves doubt, a paragraph is prose that no line speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.headings import headed
from provenance.documents.layout.interviews import asked
from provenance.documents.layout.letters import signed
from provenance.documents.layout.lines import alone
from provenance.documents.layout.lists import listed
from provenance.documents.layout.quoted import below, dashed
from provenance.documents.layout.repeated import repeated
from provenance.documents.layout.turns import spoken
from provenance.documents.layout.voices import Voice, heard

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout
    from provenance.documents.segmentation import Page

__all__ = ["Block", "Voice", "blocks", "pulled", "speaker_line", "voices"]


def blocks(page: Page) -> tuple[Block, ...]:
    """One for each paragraph of `page`."""
    return tuple(_laid_out(page).blocks)


def speaker_line(page: Page) -> tuple[int | None, ...]:
    """For each paragraph of `page` the number of the one whose label, heading or signature speaks for it.

    A paragraph that begins with its own label is spoken for by itself. None where the page marks none.
    """
    return tuple(_laid_out(page).speakers)


def voices(page: Page) -> tuple[Voice, ...]:
    """Whose words the page marks whole paragraphs to be, in order; no two of them meet."""
    return tuple(heard(page, _laid_out(page)))


def pulled(page: Page) -> frozenset[int]:
    """The numbers of the paragraphs that only repeat what a longer one says."""
    return _laid_out(page).pulled


def _laid_out(page: Page) -> Layout:
    layout = alone([page.text[start:end] for start, end in page.paragraphs])
    for part in (repeated, below, signed, listed, spoken, dashed, asked, headed):
        part(layout)
    return layout
