"""What each paragraph of a page is, and which line speaks for it, by the layout of the page alone.

Nothing here says who speaks. Where the layout leaves doubt, a paragraph is prose that no line speaks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block
from provenance.documents.layout.headings import headed
from provenance.documents.layout.interviews import asked
from provenance.documents.layout.letters import signed
from provenance.documents.layout.lines import alone
from provenance.documents.layout.lists import listed
from provenance.documents.layout.turns import spoken

if TYPE_CHECKING:
    from provenance.documents.layout.block import Layout
    from provenance.documents.segmentation import Page

__all__ = ["Block", "blocks", "speaker_line"]


def blocks(page: Page) -> tuple[Block, ...]:
    """One for each paragraph of `page`."""
    return tuple(_laid_out(page).blocks)


def speaker_line(page: Page) -> tuple[int | None, ...]:
    """For each paragraph of `page` the number of the one whose label, heading or signature speaks for it.

    A paragraph that begins with its own label is spoken for by itself. None where the page marks none.
    """
    return tuple(_laid_out(page).speakers)


def _laid_out(page: Page) -> Layout:
    layout = alone([page.text[start:end] for start, end in page.paragraphs])
    for part in (listed, spoken, signed, asked, headed):
        part(layout)
    return layout
