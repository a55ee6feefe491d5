"""What each corpus gives, on invented lines in the same form, and on the folders themselves where they are."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest
from shared import DATA, needed

from evaluation.gold import Type
from provenance.errors import InputError
from provenance.model import Assertion, Kind, Relation, Span
from training.data import CHAINS, CORPORA, SPANS
from training.data.examples import GoldHop, joined

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The dam leaks, Ada Brunt told the Harl Courier. The mayor hopes so."
ARTICLE = {"id": "harl-1", "text": TEXT, "publisher": "Tarn Post", "title": "", "published": "2031-05-02"}
COURIER = {"name": "Harl Courier", "kind": "outlet", "relation": "reported", "mention": [34, 46]}
BRUNT = {"name": "Ada Brunt", "kind": "person", "relation": "told", "mention": [15, 24]}
MAYOR = {"name": "mayor of Harl", "kind": "person", "relation": "", "mention": [48, 57]}


def line(**changed: Any) -> dict[str, Any]:
    said = {"content": [[0, 13]], "cue": [[25, 29]], "source": [[15, 24]], "chain": [COURIER, BRUNT]}
    return {"doc": "harl-1", "id": "+2", "type": "S"} | said | changed


def test_a_line_is_a_statement_with_its_chain() -> None:
    [example] = joined("tarn", [ARTICLE], [line()])
    [one] = example.statements
    assert (example.corpus, example.article.key, example.has_chains) == ("tarn", "harl-1", True)
    assert (example.article.title, example.article.byline, example.article.published) == (None, None, "2031-05-02")
    assert example.article.publisher is not None
    assert example.article.publisher.name == "Tarn Post"
    assert (one.type, one.stance, one.is_relayed) == (Type.SAID, Assertion.ASSERTS, True)
    assert (one.content, one.cue, one.source) == ((Span(0, 13),), (Span(25, 29),), (Span(15, 24),))
    assert one.chain == (
        GoldHop("Harl Courier", Kind.OUTLET, Relation.REPORTED, Span(34, 46)),
        GoldHop("Ada Brunt", Kind.PERSON, Relation.TOLD, Span(15, 24)),
    )


@pytest.mark.parametrize(
    ("type_", "stance", "is_attitude"),
    [
        ("SD", Assertion.DENIES, False),
        ("SN", Assertion.DOES_NOT_CONFIRM, False),
        ("A", None, True),
        ("X", None, False),
    ],
)
def test_a_type_tells_the_stance(type_: str, stance: Assertion | None, *, is_attitude: bool) -> None:
    [example] = joined("tarn", [ARTICLE], [line(type=type_, chain=[MAYOR])])
    assert (example.statements[0].stance, example.statements[0].is_attitude) == (stance, is_attitude)
    assert example.statements[0].chain[0].relation is None
    assert not example.statements[0].is_relayed


def test_a_hop_may_have_no_words_and_an_article_may_be_taken_from_another() -> None:
    hidden = COURIER | {"mention": None}
    [example] = joined("tarn", [ARTICLE], [line(chain=[hidden]), {"doc": "harl-1", "derivation": [hidden]}])
    assert example.statements[0].chain == example.derivations
    assert example.derivations == (GoldHop("Harl Courier", Kind.OUTLET, Relation.REPORTED),)


def test_an_article_without_a_line_is_no_example() -> None:
    found = joined("tarn", [ARTICLE, ARTICLE | {"id": "harl-2"}], [line(doc="harl-2")])
    assert [one.article.key for one in found] == ["harl-2"]


@pytest.mark.parametrize("wrong", [{"content": [[0, 68]]}, {"cue": [[5, 5]]}, {"chain": [BRUNT | {"mention": [9, 3]}]}])
def test_a_span_outside_its_article_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(
        InputError, match=r"^article harl-1: the span \d+–\d+ is outside its 67 characters: correct it$"
    ):
        list(joined("tarn", [ARTICLE], [line(**wrong)]))


def test_a_line_of_no_article_is_refused() -> None:
    with pytest.raises(InputError, match=r"^tarn: annotations of harl-9, which is not among the articles"):
        list(joined("tarn", [ARTICLE], [line(), line(doc="harl-9")]))


def test_spans_alone_have_no_type_and_no_chain(tmp_path: Path) -> None:
    marked = {"id": "E1", "source": [[15, 24]], "cue": [[25, 29]], "content": [[0, 13]]}
    row = {"doc": "harl", "text": TEXT, "publisher": "harl", "annotators": {"b": [], "a": [marked]}}
    (tmp_path / "polnear").mkdir()
    (tmp_path / "polnear/train.jsonl.gz").write_bytes(gzip.compress(json.dumps(row).encode()))
    [example] = SPANS["polnear"](tmp_path)
    [one] = example.statements
    assert not example.has_chains
    assert (one.type, one.stance, one.is_attitude, one.chain) == (None, None, False, ())
    assert (one.content, one.cue, one.source) == ((Span(0, 13),), (Span(25, 29),), (Span(15, 24),))


COUNTS = {
    "polnear": (840, 19868, 0),
    "polnear.chains": (240, 5329, 41),
    "basil": (60, 1171, 0),
    "web": (89, 1981, 7),
    "invented": (224, 2243, 18),
}
"""Articles, attributions, articles taken from another: the lines of the files."""


@needed
@pytest.mark.parametrize("name", CORPORA)
def test_every_article_and_line_is_read(name: str) -> None:
    found = list(CORPORA[name](DATA))
    derived = sum(bool(one.derivations) for one in found)
    assert (len(found), sum(len(one.statements) for one in found), derived) == COUNTS[name]
    assert all(one.corpus == name and one.has_chains == (name in CHAINS) for one in found)
    assert all(one.content and one.chain for example in found for one in example.statements if one.stance)
