"""Countries by every name that the list has for them, and by none that only looks like one."""

from __future__ import annotations

import csv

import pytest

from provenance.documents.places import mentions, tokens
from provenance.resources import resource

with resource("places.csv").open(encoding="utf8", newline="") as STREAM:
    ROWS = list(csv.DictReader(STREAM))


def found(text: str) -> list[list[str]]:
    return [sorted(one.countries) for one in mentions(tokens(text))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["code"])
def test_each_name_is_found(row: dict[str, str]) -> None:
    for column in ("names", "demonyms", "places"):
        for name in filter(None, row[column].split("|")):
            [countries] = found(f"an envoy of the {name}, a rower")
            assert row["code"] in countries, name


def test_the_list_is_in_order_and_says_nothing_twice() -> None:
    assert [row["code"] for row in ROWS] == sorted({row["code"] for row in ROWS})
    for row in ROWS:
        forms = [name for column in ("names", "demonyms", "places") for name in filter(None, row[column].split("|"))]
        assert row["names"]
        assert len(forms) == len(set(forms))
        assert all(name == name.strip() for name in forms)


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("North Koreans", [["KP"]]),
        ("the Korean delegate", [["KP", "KR"]]),
        ("Georgia's governor", [["GE", "US"]]),
        ("U.S. and UK envoys", [["US"], ["GB"]]),
        ("South Sudanese, Sudanese", [["SS"], ["SD"]]),
        ("a Paris-based Norwegian", [["FR"], ["NO"]]),
        ("they told us about turkey and polish", []),
        ("Pell Jordan and Ilse Chad", []),
        ("AMERICAN OFFICIALS", [["US"]]),
        ("", []),
    ],
)
def test_what_a_text_names(text: str, countries: list[list[str]]) -> None:
    assert found(text) == countries
