"""An extractor that answers one statement wrongly costs that statement, not the article."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from typing import TYPE_CHECKING

import pytest
from command import run

from provenance.extraction import registry
from provenance.model import Article, Attribution, Extractor, Hop, Kind, Quotation, Reading, Relation, Span

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The dam is old, Ada Brunt said. It will hold, she said."
BRUNT = Hop("Ada Brunt", Kind.PERSON, Relation.SAID)


class Careless:
    """Forgets one name."""

    identity = Extractor("careless", "1")

    def read(self, article: Article) -> Reading:
        said = [
            Attribution((Span(*content),), (), (), Quotation.INDIRECT, (Hop(name, Kind.PERSON, Relation.SAID),), 0.5)
            for name, content in (("", (0, 14)), ("Ada Brunt", (32, 44)))
        ]
        return Reading(article, self.identity, attributions=tuple(said))


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = EntryPoints([EntryPoint("careless", f"{__name__}:Careless", registry.GROUP)])
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))
    registry.extractor.cache_clear()


LINE = "extractor 'careless', statement 1, left out: a hop has no name\n"


def test_extract_keeps_the_rest(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_text(TEXT)
    answer = run("extract", "--extractor", "careless", page)
    assert answer.code == 0
    assert [one["content"] for one in json.loads(answer.out)["attributions"]] == [[[32, 44]]]
    assert answer.err == f"provenance: {page}: {LINE}"


def test_ingest_keeps_the_rest_and_counts(tmp_path: Path) -> None:
    page = tmp_path / "dam.txt"
    page.write_text(TEXT)
    answer = run("ingest", "--extractor", "careless", "--store", tmp_path / "store", page)
    assert answer.code == 0
    assert answer.err == f"provenance: {page}: {LINE}1 article (1 added), 1 statement (1 left out)\n"
