from __future__ import annotations

import sys

import pytest
from files import article, reason
from pdfs import Words, column, pdf

from provenance.errors import MissingExtraError
from provenance.readers import pdf as module
from provenance.readers.pdf_layout import Line, ordered, paragraphs

LEFT = [
    "The quarry trust met on Monday in Harl",
    "and signed nothing, its chairwoman Ada",
    "Brunt said. The council had asked for sig-",
    "natures by the end of the month, twice.",
]
RIGHT = [
    "It meets again in March. Until then the",
    "quarry stays shut, and so does the road",
    "that leads to it from the old harbour.",
    "Nobody from the council came.",
]
IN_ORDER = (
    "The quarry trust met on Monday in Harl and signed nothing, its chairwoman Ada Brunt said. The council had asked "
    "for signatures by the end of the month, twice.\n\nIt meets again in March. Until then the quarry stays shut, and "
    "so does the road that leads to it from the old harbour. Nobody from the council came."
)
TITLE = "Quarry trust meets and signs nothing"


def line(left: float, base: float, right: float, text: str) -> Line:
    return Line(left, base, right, base + 9, text, base - 2, 11)


def page(number: int, *words: Words) -> list[Words]:
    return [
        Words(60, 800, "Tarn Herald press office", 8),
        *words,
        Words(280, 30, f"Page {number} of 2", 8),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    one = article("a.pdf", pdf([Words(60, 740, TITLE, 20), *column(60, 700, LEFT), *column(310, 700, RIGHT)]))
    assert one.text == f"{TITLE}\n\n{IN_ORDER}"
    assert one.title == TITLE


def test_three_columns_under_a_headline_over_two() -> None:
    third = ["The ferry was late again, it said, and", "nobody knew why."]
    words = [Words(60, 740, TITLE, 16), *column(60, 700, LEFT, size=7), *column(220, 700, RIGHT, size=7)]
    one = article("a.pdf", pdf([*words, *column(380, 740, third, size=7)]))
    assert one.text.split("\n\n")[1:3] == IN_ORDER.split("\n\n")
    assert one.text.endswith("The ferry was late again, it said, and nobody knew why.")


def test_running_heads_and_numbers_of_pages_are_left_out() -> None:
    pages = page(1, *column(60, 700, LEFT)), page(2, *column(60, 700, RIGHT))
    assert article("a.pdf", pdf(*pages)).text == IN_ORDER


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = LEFT[:3], LEFT[3:]
    one = article("a.pdf", pdf(page(1, *column(60, 120, first)), page(2, *column(60, 700, second))))
    assert one.text == IN_ORDER.split("\n\n", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["The quarry was re-", "opened on Monday."], "The quarry was reopened on Monday."),
        (["A well-known mason and a well-", "known carter met."], "A well-known mason and a well-known carter met."),
        (["It was seen by Brunt-", "Hale and others."], "It was seen by Brunt- Hale and others."),
        (["It lasted from 9-", "11 at night."], "It lasted from 9- 11 at night."),
    ],
)
def test_words_that_the_printer_parted(lines: list[str], joined: str) -> None:
    placed = [line(60, 700 - 12 * n, 300, text) for n, text in enumerate(lines)]
    assert paragraphs([placed]) == [joined]


def test_paragraphs_by_white_space_and_by_indent() -> None:
    lines = column(60, 700, LEFT) + column(60, 640, ["It meets again in March, Brunt said then."])
    indented = [Words(75, 628, "Nobody from the council came to it."), Words(60, 616, "The road stays shut.")]
    assert article("a.pdf", pdf([*lines, *indented])).text.split("\n\n")[1:] == [
        "It meets again in March, Brunt said then.",
        "Nobody from the council came to it. The road stays shut.",
    ]


def test_the_cells_of_a_table_are_no_columns() -> None:
    cells = [line(60 + 80 * c, 700 - 14 * r, 80 + 80 * c, f"{r}{c}") for r in range(4) for c in range(3)]
    assert [one.text for one in ordered(cells)] == [f"{r}{c}" for r in range(4) for c in range(3)]


def test_a_title_that_is_a_file_name_is_none() -> None:
    words = column(60, 700, LEFT)
    assert article("a.pdf", pdf(words, title="Quarry trust meets")).title == "Quarry trust meets"
    assert article("a.pdf", pdf(words, title="Microsoft Word - quarry_v3.docx")).title is None


PICTURE = "q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PDF that can be opened (Failed to load document (PDFium: Data format error).): get the file again"),
        (
            pdf(column(60, 700, LEFT))[:300],
            "no PDF that can be opened (Failed to load document (PDFium: Data format error).): get the file again",
        ),
        (pdf([Words(60, 700, "Draft")]), "no article in this PDF: it has no text, or next to none"),
        (
            pdf([], drawing=PICTURE),
            "scanned pages without text: give what OCR makes of them, for instance by ocrmypdf",
        ),
        (pdf(*[[] for _ in range(501)]), "a PDF of 501 pages, of which 500 may be read: split it"),
        (
            pdf([Words(20 + 60 * (n % 9), 20 + n // 3, "ab", 4) for n in range(1_100)]),
            "page 1 has 1,100 pieces of text, of which 1,000 may be read",
        ),
    ],
)
def test_what_is_not_read(data: bytes, said: str) -> None:
    assert reason("a.pdf", data) == said


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    said = "pypdfium2 is not installed: pip install 'provenance-tracker[pdf]' reads PDF"
    assert reason("a.pdf", pdf(column(60, 700, LEFT))) == said
    with pytest.raises(MissingExtraError):
        module._read(b"")
