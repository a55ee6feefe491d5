"""CSV as `csv` reads it, and as a spreadsheet must not."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from corpus import STORY, hop, material, reading, said

from provenance.exports import EXPORTERS
from provenance.model import Kind, Publisher, Relation


def rows(name: str, *readings: object) -> list[dict[str, str]]:
    stream = BytesIO()
    EXPORTERS[name].write(material(readings or STORY), stream)
    return list(csv.DictReader(StringIO(stream.getvalue().decode(), newline="")))


def test_one_chain_a_row() -> None:
    found = {row["article"]: row for row in rows("csv-chains")}
    assert len(found) == 10
    lantern = found["lantern"]
    assert lantern["path"] == "The Lantern → MirrorHub → Northgate Post → Kestrel Wire → two water ministry officials"
    assert (lantern["hops"], lantern["origin_kind"], lantern["anonymous"]) == ("4", "anonymous", "true")
    assert lantern["reason"] == "the plan is not public"
    assert lantern["reached"] == "kestrel"
    assert found["courier"]["assertion"] == "denies"
    assert found["gazette"]["reached"] == "cited, not retrieved"
    assert found["ledger"]["nature"] == "the outlet's own reporting"
    assert float(found["ostra"]["confidence"]) == 0.98


def test_one_hop_a_row() -> None:
    found = rows("csv-hops")
    assert [int(row["chain"]) for row in found] == sorted(int(row["chain"]) for row in found)
    first = [row for row in found if row["chain"] == "1"]
    assert [(row["hop"], row["who"], row["relation"], row["spans"]) for row in first] == [
        ("0", "Kestrel Wire", "published", "126-170"),
        ("1", "two water ministry officials", "said", "23-115"),
    ]
    assert first[1]["evidence"].startswith("Two water ministry officials, who asked not to be named")
    assert {row["who"] for row in found if row["reached"] == "cited, not retrieved"} == {
        "Vantage Times",
        "a budget filing",
    }


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\n="])
def test_words_that_a_spreadsheet_would_run_get_an_apostrophe(start: str) -> None:
    evil = start + 'HYPERLINK("http://x","y")'
    text = f"{evil}, said Ann."
    ann = hop(text, start + "cmd|' /C calc'!A0", Kind.PERSON, Relation.SAID, "said Ann", role=start + "1")
    one = reading("k", "P", "2031", text, attributions=(said(text, evil, "said", (ann,)),))
    one = replace(one, article=replace(one.article, publisher=Publisher("=P"), title="-T"))
    stream = BytesIO()
    for name in ("csv-chains", "csv-hops"):
        EXPORTERS[name].write(material((one,)), stream)
        [row, *_] = rows(name, one)
        assert row["statement"] == f"'{evil}"
        assert row["title"] == "'-T"
    for row in csv.reader(StringIO(stream.getvalue().decode(), newline="")):
        assert not [cell for cell in row if cell.strip().startswith(tuple("=+-@＝＋－＠"))]


def test_cells_keep_commas_quotes_and_line_breaks() -> None:
    words = 'So "it is",\nshe said, "over"'
    text = f"{words}, said Ann."
    ann = hop(text, "Ann", Kind.PERSON, Relation.SAID, "said Ann")
    one = reading("k", "P", "2031", text, attributions=(said(text, words, "said", (ann,)),))
    assert rows("csv-chains", one)[0]["statement"] == words


def test_the_stream_stays_open() -> None:
    stream = BytesIO()
    EXPORTERS["csv-hops"].write(material(()), stream)
    assert stream.getvalue().count(b"\r\n") == 1
