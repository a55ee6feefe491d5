from __future__ import annotations

import pytest

from provenance.errors import InputError
from provenance.readers.markup import html_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The <b>trust</b> met.<br>It left.<p>Then <i>no</i>body.", "The trust met.\nIt left.\n\nThen nobody."),
        ("The trust met &amp; left.", "The trust met & left."),
        ("<p>One<script>x()</script>, two<figure><figcaption>A quarry</figcaption></figure></p>", "One, two"),
        ("<p>One</p><div hidden>no</div><div style='display: NONE'>no</div><p>two</p>", "One\n\ntwo"),
        ("<table><tr><td>Harl<td>3</tr><tr><td>Tarn<td>4</table>", "Harl | 3\n\nTarn | 4"),
        ("<ul><li>One<li>two</ul>", "One\n\ntwo"),
        ("<content:encoded><p>One</p></content:encoded>", "One"),
        ("<!-- no --><?no?>", ""),
        ("  ", ""),
    ],
)
def test_the_text_of_markup(markup: str, text: str) -> None:
    assert html_text(markup) == text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<p>\0</p>", "NUL at character 4 cannot be stored: remove it"),
        (
            "<b></b>" * 20_001,
            "a page of more than 20,000 elements, or 1,000 attributes on one: save the article's text as .txt",
        ),
    ],
)
def test_markup_that_is_refused(markup: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        html_text(markup)
    assert str(caught.value) == said
