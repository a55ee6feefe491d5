"""What is less sure than one half is shown as undecided, with its words, and counts for no verdict."""

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

CLAIM = "the Tarsk dam will be drained before spring"
SURE = f"{CLAIM}, Ada Brunt said."
OPEN = f"{CLAIM}, the Harl Courier wrote, and Quill Ostrand said."


class Wavering:
    """Sure of Ada Brunt, and of the paper; not of Quill Ostrand."""

    identity = Extractor("wavering", "1")

    def read(self, article: Article) -> Reading:
        text = article.text

        def at(words: str) -> tuple[Span, ...]:
            return (Span(text.index(words), text.index(words) + len(words)),)

        def hop(name: str, kind: Kind, relation: Relation, confidence: float, made_by: str = "") -> Hop:
            words = at(name)
            return Hop(name, kind, relation, mention=words, evidence=words, confidence=confidence, made_by=made_by)

        if "Ada Brunt" in text:
            chain = (hop("Ada Brunt", Kind.PERSON, Relation.SAID, 0.9),)
        else:
            paper = hop("Harl Courier", Kind.OUTLET, Relation.REPORTED, 0.8, "wavering/1:through")
            chain = (paper, hop("Quill Ostrand", Kind.PERSON, Relation.TOLD, 0.41, "wavering/1:said by"))
        one = Attribution(at(CLAIM), at("said"), chain[-1].mention, Quotation.INDIRECT, chain, 0.7)
        return Reading(article, self.identity, attributions=(one,))


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    points = EntryPoints([EntryPoint("wavering", f"{__name__}:Wavering", registry.GROUP)])
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))
    registry.extractor.cache_clear()


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    found = []
    for name, text in (("sure", SURE), ("open", OPEN)):
        page = tmp_path / f"{name}.jsonl"
        page.write_text(json.dumps({"id": name, "publisher": f"{name.title()} Post", "text": text}))
        found.append(page)
    return found


@pytest.fixture
def store(tmp_path: Path, pages: list[Path]) -> Path:
    path = tmp_path / "store"
    assert run("ingest", "--extractor", "wavering", "--store", path, *pages).code == 0
    return path


def test_extract_says_what_is_undecided_and_which_pass_made_it(pages: list[Path]) -> None:
    answer = run("extract", "--extractor", "wavering", *pages)
    first, second = (json.loads(line)["attributions"][0] for line in answer.out.splitlines())
    assert (first["undecided"], second["undecided"]) == (False, True)
    assert [(one["made_by"], one["undecided"]) for one in (*first["chain"], *second["chain"])] == [
        ("wavering/1", False),
        ("wavering/1:through", False),
        ("wavering/1:said by", True),
    ]
    table = run("extract", "--extractor", "wavering", "--format", "csv", *pages).out.splitlines()
    assert table[0].endswith(",confidence,undecided,made_by")
    assert table[1].endswith(",0.7,,wavering/1")
    assert table[2].endswith(",0.7,Quill Ostrand,wavering/1:through > wavering/1:said by")


def test_trace_shows_it_with_its_words_and_leaves_it_out_of_the_verdict(store: Path) -> None:
    shown = run("trace", CLAIM, "--store", store).out
    verdict = shown.splitlines()[0]
    assert verdict == "One source: Ada Brunt; 1 article carries it; 1 statement left out as undecided."
    assert "told by Quill Ostrand, 41%, undecided" in shown
    at = OPEN.index("Quill")
    assert f"“Quill Ostrand” [{at}–{at + len('Quill Ostrand')}] · wavering/1:said by" in shown
    assert "UNDECIDED: named person · chain 41%" in shown
    assert "1 origin · 1 statement undecided" in shown
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    assert found["undecided"] == 1
    assert [one["name"] for one in found["origins"]] == ["Ada Brunt"]
    assert {one["undecided"]: one["steps"][-1]["who"] for one in found["chains"]} == {
        False: "Ada Brunt",
        True: "Quill Ostrand",
    }


def test_claims_find_and_compare_say_so_too(store: Path) -> None:
    [claim] = map(json.loads, run("claims", "--store", store, "--format", "jsonl").out.splitlines())
    assert ([one["name"] for one in claim["origins"]], claim["undecided"]) == (["Ada Brunt"], 1)
    assert claim["independent_origins"] == [1, 1]
    assert "Ada Brunt; 1 statement undecided" in run("claims", "--store", store).out
    found = json.loads(run("find", CLAIM, "--store", store, "--format", "json").out)
    assert [one["undecided"] for one in found] in ([True], [False])
    shown = run("compare", "sure", "open", "--store", store).out
    assert "← Harl Courier ← Quill Ostrand (undecided)" in shown
    assert "Another source" not in shown


def test_find_marks_a_statement_that_is_undecided(tmp_path: Path, pages: list[Path]) -> None:
    store = tmp_path / "alone"
    run("ingest", "--extractor", "wavering", "--store", store, pages[1])
    assert f"{CLAIM} (undecided)" in run("find", CLAIM, "--store", store).out
    verdict = run("origin", CLAIM, "--store", store).out
    assert verdict.strip() == "1 statement, and who made it is undecided."


def test_what_a_person_confirms_is_decided(store: Path) -> None:
    found = json.loads(run("trace", CLAIM, "--store", store, "--format", "json").out)
    open_ = next(one for one in found["chains"] if one["undecided"])
    confirmed = run("confirm", open_["steps"][0]["node"], "--by", "Ada", "--store", store)
    assert confirmed.code == 0, confirmed.err
    assert "left out as undecided" not in run("trace", CLAIM, "--store", store).out
