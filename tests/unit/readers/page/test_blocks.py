"""The words of a block, apart where the page shows them apart."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from provenance.readers.page.blocks import blocks


def words(html: str) -> list[str]:
    return [block.text for block in blocks(document_fromstring(f"<body>{html}</body>").body)]


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (
            "<p><b>Under the quarry: pumps and mud</b>The survey also tells of the road.</p>",
            ["Under the quarry: pumps and mud", "The survey also tells of the road."],
        ),
        (
            "<blockquote><span>Nobody asks.</span><cite>Ines Marlow</cite><span>Chair of the trust</span></blockquote>",
            ["Nobody asks.\nInes Marlow\nChair of the trust"],
        ),
        (
            "<p>the <i>Orme</i>s and a <b>h</b>arbour, <span>said</span> <a>Ada</a>’s</p>",
            ["the Ormes and a harbour, said Ada’s"],
        ),
        ("<p><span>T</span>he trust</p>", ["The trust"]),
        ("<h2><span>Orme:</span>trust meets</h2>", ["Orme: trust meets"]),
        ("<p>One line<br>and another<br><br>A paragraph</p>", ["One line\nand another", "A paragraph"]),
        ("<div>Before<p>A paragraph</p>after</div>", ["Before", "A paragraph", "after"]),
        (
            "<table><tr><th>Year</th><td>Tonnes</td></tr><tr><td><p>2022</p></td><td></td></tr></table>",
            ["Year | Tonnes", "2022"],
        ),
        ("<p>zero\u200bwidth and \x0b\u00a0space</p>", ["zero width and space"]),
    ],
)
def test_words_stand_as_they_are_shown(html: str, shown: list[str]) -> None:
    assert words(html) == shown


def test_how_much_of_a_block_is_a_link() -> None:
    page = document_fromstring("<body><p>See <a>that</a></p><a href='/'><div><h3>Card</h3></div></a></body>").body
    see, card = blocks(page)
    assert (see.linked, see.is_card) == (4 / 7, False)
    assert (card.linked, card.is_card, card.is_heading) == (1, True, True)
