from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from provenance.readers import Document
from provenance.readers.text import TITLE_LIMIT, read_text, title

if TYPE_CHECKING:
    from provenance.model import Article

BODY = "The quarry trust met on Monday.\n\nIts chair declined to say why."


def article(data: bytes) -> Article:
    return read_text(Document("news/quarry.v2.txt", "quarry.v2", data, read_text))


def test_the_text_is_the_file_as_it_stands() -> None:
    data = "  Quarry trust meets \r\n\r\n“No comment,” she said.\r\nTabs\tand  spaces stay.\r\n\x0c"
    read = article(data.encode())
    assert read.text == data
    assert read.text_is_file
    assert read.key == "quarry.v2"
    assert read.title == "Quarry trust meets"
    assert (read.publisher, read.byline, read.published, read.url, read.declared) == (None, None, None, None, ())


def test_spans_index_the_text_behind_a_byte_order_mark() -> None:
    assert article(b"\xef\xbb\xbfQuarry").text == "Quarry"
    assert article("Quarry “north” face".encode("utf-16")).text == "Quarry “north” face"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Trust meets\n\n{BODY}", "Trust meets"),
        (f"\n\nTrust meets.\n \t\n{BODY}", "Trust meets."),
        (f"## Trust meets\n\n{BODY}", "Trust meets"),
        (f"#1 quarry closes\n\n{BODY}", "#1 quarry closes"),
        (f"Trust meets\n{BODY}", None),
        ("Trust meets\n\n\n", None),
        ("Trust meets", None),
        (f"{'Trust meets ' * TITLE_LIMIT}\n\n{BODY}", None),
    ],
)
def test_title_is_a_short_first_line_parted_from_the_rest(text: str, expected: str | None) -> None:
    assert title(text) == expected
