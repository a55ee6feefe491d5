"""The same text with other metadata: its graph is written anew, whole or not at all, and what is joined follows."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from command import CLAIM, EXAMPLES
from corpus import STORY

from provenance import Library
from provenance.iris import article_iri, attribution_iri, run_iri, snapshot_iri
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PROV

if TYPE_CHECKING:
    from pathlib import Path

KESTREL = next(one for one in STORY if one.article.key == "kestrel")
LATER = replace(KESTREL, article=replace(KESTREL.article, published="2031-05-06", title="Another title"))


def quads(store: Store) -> set[str]:
    return {str(quad) for quad in store.quads() if quad.predicate.value != PROV.endedAtTime}


def run_of(one: object) -> str:
    return run_iri(snapshot_iri(one.article), one.extractor)  # type: ignore[attr-defined]


def test_the_graph_is_what_it_would_be_had_it_come_so() -> None:
    with Store.memory() as store, Store.memory() as other:
        for one in STORY:
            store.add(one)
            other.add(LATER if one == KESTREL else one)
        store.update(LATER)
        assert store.reading(run_of(LATER)) == LATER
        assert quads(store) == quads(other)
        assert store.find("zzz", 1) == other.find("zzz", 1) == []
        assert store.counts() == other.counts()


def test_what_was_said_of_those_before_stays() -> None:
    older = replace(KESTREL, extractor=replace(KESTREL.extractor, version="0"))
    with Store.memory() as store, Store.memory() as other:
        for one in (older, KESTREL):
            store.add(one)
        store.update(LATER)
        for one in (older, LATER):
            other.add(one)
        assert quads(store) == quads(other)


@pytest.mark.parametrize("step", ["graph", "index"])
def test_cut_short_it_is_the_old_or_the_new_one(step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class KilledError(BaseException):
        pass

    def killed(*_: object) -> None:
        raise KilledError

    with Store.open(tmp_path) as store:
        for one in STORY:
            store.add(one)
    store = Store.open(tmp_path)
    with monkeypatch.context() as patched:
        if step == "graph":
            patched.setattr(store._graph, "replace", killed)
        else:
            replace_ = store._index.replace
            patched.setattr(store._index, "replace", lambda gone, *told: replace_(gone, *told) if gone else killed())
        with pytest.raises(KilledError):
            store.update(LATER)
    store._index.close()
    store.home.graph.close()
    with Store.open(tmp_path) as store:
        assert store.reading(run_of(KESTREL)) == (KESTREL if step == "graph" else LATER)
        assert store._read(run_of(KESTREL)) == store.reading(run_of(KESTREL))
        assert store.counts().statements == len(STORY)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ingesting_better_metadata_gives_the_store_that_these_would_have_given(jobs: int, tmp_path: Path) -> None:
    story = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8")
    (tmp_path / "good.jsonl").write_text(story, "utf8")
    (tmp_path / "worse.jsonl").write_text(story.replace('"published": "2025', '"published": "2019'), "utf8")
    with Library.memory(threads=1) as library, Library.memory(threads=1) as fresh:
        list(library.ingest(tmp_path / "worse.jsonl", jobs=jobs))
        items = list(library.ingest(tmp_path / "good.jsonl", jobs=jobs))
        assert {(item.outcome, item.changed) for item in items} == {("updated", ("published",))}
        list(fresh.ingest(tmp_path / "good.jsonl"))
        assert quads(library._store) == quads(fresh._store)
        assert library.trace(CLAIM) == fresh.trace(CLAIM)
        both = [tmp_path / "good.jsonl", tmp_path / "worse.jsonl"]
        assert {item.outcome for item in library.ingest(both, jobs=jobs)} == {"unchanged"}


def test_killed_before_it_is_joined_it_is_joined_later(tmp_path: Path) -> None:
    line = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()[0]
    (tmp_path / "good.jsonl").write_text(line, "utf8")
    (tmp_path / "worse.jsonl").write_text(line.replace('"published": "2025', '"published": "2019'), "utf8")
    with Library.open(tmp_path / "store", threads=1) as library:
        list(library.ingest([EXAMPLES / "harbour-ledger.html", tmp_path / "worse.jsonl"]))
    killed = Library.open(tmp_path / "store", threads=1)
    list(killed.ingest(tmp_path / "good.jsonl"))
    assert killed._linked is not None
    assert killed._receipts is not None
    killed._linked.candidates.close()
    killed._receipts.close()
    killed._linked, killed._receipts = None, None
    killed.close()
    with Library.open(tmp_path / "store", threads=1) as library, Library.memory(threads=1) as fresh:
        library._ingestor().catch_up()
        list(fresh.ingest([EXAMPLES / "harbour-ledger.html", tmp_path / "good.jsonl"]))
        assert quads(library._store) == quads(fresh._store)


def test_decisions_hold_on(tmp_path: Path) -> None:
    line = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()[0]
    (tmp_path / "good.jsonl").write_text(line, "utf8")
    (tmp_path / "worse.jsonl").write_text(line.replace('"published": "2025', '"published": "2019'), "utf8")
    with Library.memory(threads=1) as library:
        list(library.ingest(tmp_path / "worse.jsonl"))
        [reading] = library.readings()
        library.review.reject(attribution_iri(snapshot_iri(reading.article), reading.attributions[0]), by="Ada Brunt")
        list(library.ingest(tmp_path / "good.jsonl"))
        assert library.info().statements == len(reading.attributions) - 1


@pytest.fixture
def addresses(tmp_path: Path) -> tuple[Path, Path]:
    """The story without the address of its first article, and with it."""
    lines = (EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()
    first = json.loads(lines[0])
    (tmp_path / "with.jsonl").write_text("\n".join(lines), "utf8")
    del first["url"]
    (tmp_path / "without.jsonl").write_text("\n".join([json.dumps(first), *lines[1:]]), "utf8")
    return tmp_path / "without.jsonl", tmp_path / "with.jsonl"


@pytest.mark.parametrize("extractor", ["model", "rules"])
def test_an_address_that_becomes_known_renames_the_article(extractor: str, addresses: tuple[Path, Path]) -> None:
    without, with_ = addresses
    with Library.memory(threads=1) as library, Library.memory(threads=1) as fresh:
        list(library.ingest(without))
        first = next(one for one in library.readings() if one.article.url is None)
        updated, *others = library.ingest(with_, extractor)
        assert (updated.outcome, updated.changed) == ("updated", ("url",))
        list(fresh.ingest(with_, extractor))
        if extractor == "model":
            assert {one.outcome for one in others} == {"unchanged"}
            more = quads(library._store) - quads(fresh._store)
            assert {quad.split()[1].rsplit("#", 1)[1].strip(">") for quad in more} == {
                "alternateOf",
                "wasInvalidatedBy",
                "wasRevisionOf",
            }
        assert quads(fresh._store) <= quads(library._store)
        assert library.trace(CLAIM) == fresh.trace(CLAIM)
        assert library._store.called(article_iri(first.article)) in {one.id for one in library.articles()}
        assert {one.outcome for one in library.ingest([without, with_], extractor)} == {"unchanged"}
        library._store.update(next(one for one in library.readings() if one.article.key == first.article.key))
        assert library._store.called(article_iri(first.article)) != article_iri(first.article)


def test_decisions_follow_an_article_to_its_address(addresses: tuple[Path, Path]) -> None:
    without, with_ = addresses
    with Library.memory(threads=1) as library:
        list(library.ingest(without))
        reading = next(one for one in library.readings() if one.article.url is None)
        statements = library.info().statements
        decision = library.review.reject(
            attribution_iri(snapshot_iri(reading.article), reading.attributions[0]), by="Ada Brunt"
        )
        list(library.ingest(with_))
        assert library.info().statements == statements - 1
        now = next(one for one in library.readings() if one.article.key == reading.article.key)
        assert len(now.attributions) == len(reading.attributions) - 1
        library.review.undo(decision.id, by="Ada Brunt")
        assert library.info().statements == statements


def test_a_copy_at_another_outlet_is_no_address_of_it(tmp_path: Path) -> None:
    line = json.loads((EXAMPLES / "wire-and-dailies.jsonl").read_text("utf8").splitlines()[0])
    wire = {key: value for key, value in line.items() if key != "url"}
    copy = {**line, "id": "copy", "publisher": "The Quay Bulletin", "url": "https://quay.example/ferry"}
    (tmp_path / "both.jsonl").write_text(f"{json.dumps(wire)}\n{json.dumps(copy)}", "utf8")
    with Library.memory(threads=1) as library:
        assert [one.outcome for one in library.ingest(tmp_path / "both.jsonl", jobs=2)] == ["added", "added"]
        assert len(library.articles()) == 2
