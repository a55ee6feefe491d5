"""The public Python API."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import networkx as nx
import pytest
import rdflib
from command import CLAIM, EXAMPLES
from corpus import hop, reading, said

import provenance
from provenance import Library
from provenance.errors import InputError, NotFoundError, UsageError
from provenance.iris import attribution_iri
from provenance.library import Extracted, Ingested, Skipped, extract
from provenance.model import Article, Extractor, Kind, Publisher, Reading, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from provenance.encoder.encoded import Encoded
    from provenance.model import Attribution


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library.memory() as library:
        list(library.ingest(EXAMPLES))
        yield library


def test_the_package_offers_the_library() -> None:
    assert provenance.Library is Library
    assert set(provenance.__all__) == {"Library", "__version__", "extract"}
    with pytest.raises(AttributeError, match="module 'provenance' has no attribute 'Labrary'"):
        _ = provenance.Labrary


def test_ingest_gives_each_article_as_it_is_kept(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    with Library.memory() as library:
        items = library.ingest([tmp_path / "empty.txt", tmp_path / "nowhere.txt", EXAMPLES])
        assert next(items) == Skipped(f"{tmp_path}/empty.txt", "empty: there is no text to read")
        assert next(items) == Skipped(f"{tmp_path}/nowhere.txt", "no such file or folder: check the path")
        assert library.articles() == []
        first = next(items)
        assert isinstance(first, Ingested)
        assert (first.input, first.key, first.outcome) == (f"{EXAMPLES}/harbour-ledger.html", "harbour-ledger", "added")
        assert [article.key for article in library.articles()] == ["harbour-ledger"]
        assert first.statements == library.articles()[0].statements


def test_a_text_that_two_outlets_have_without_an_address_is_not_both_of_theirs() -> None:
    ours, theirs = (
        Reading(Article(key, "The ferry stops.", publisher=Publisher(name)), Extractor("mine", "1"))
        for key, name in (("a", "Harl Post"), ("b", "Tarsk Wire"))
    )
    with Library.memory() as library:
        assert library.add(ours) == "added"
        with pytest.raises(InputError, match="the text of “a”, of Harl Post, by another outlet"):
            library.add(theirs)
        assert [one.key for one in library.articles()] == ["a"]


def test_an_article_read_before_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.memory() as library:
        first = list(library.ingest(EXAMPLES / "library-hours.txt"))
        monkeypatch.setattr("provenance.extraction.trained.Trained.read_encoded", _fail)
        again = list(library.ingest(EXAMPLES / "library-hours.txt"))
    assert [(item.outcome, item.statements) for item in again] == [("unchanged", item.statements) for item in first]


def test_a_reading_of_another_text_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.extraction.trained.Trained.read_encoded", _unsound)
    with Library.memory() as library:
        [item] = library.ingest(EXAMPLES / "library-hours.txt")
        assert isinstance(item, Skipped)
        assert item.reason == "extractor 'rules': its answer is on another text than it was given"
        assert library.articles() == []


def test_extract_needs_no_store() -> None:
    [item] = extract(EXAMPLES / "library-hours.txt")
    assert isinstance(item, Extracted)
    assert item.reading.attributions
    with pytest.raises(UsageError, match="no extractor 'oracle': give one of model, rules"):
        next(extract(EXAMPLES, "oracle"))


def test_a_trace_has_a_networkx_graph_and_a_picture_for_notebooks(library: Library) -> None:
    trace = library.trace(CLAIM)
    assert isinstance(trace.graph, nx.MultiDiGraph)
    assert {one.node for one in trace.origins} <= set(trace.graph)
    assert "Harbour Ledger" in trace._repr_html_()
    assert "<svg " in trace._repr_html_()
    assert "<pre" in trace._repr_html_()
    assert library.origins(CLAIM) == trace.origins


def test_the_dataset_is_rdflib_over_the_same_graph(library: Library) -> None:
    assert isinstance(library.dataset, rdflib.Dataset)
    assert sum(1 for _ in library.dataset.quads()) == library.info().quads
    names = library.dataset.query("SELECT DISTINCT ?name { ?one a schema:Person ; schema:name ?name }")
    assert "Piet Lorrimer" in {str(row.name) for row in names}


def test_a_closed_library_can_be_opened_again_though_rdflib_has_read_it(tmp_path: Path) -> None:
    for _ in range(2):
        with Library.open(tmp_path / "store") as library:
            list(library.ingest(EXAMPLES / "library-hours.txt"))
            assert len(library.dataset) > 0


def test_info_counts_what_the_listings_list(library: Library) -> None:
    info = library.info()
    assert (info.store, info.version) == ("", provenance.__version__)
    assert info.articles == len(library.articles()) == len(list(library.readings()))
    assert info.graphs == info.articles + 1  # the inferred graph
    assert info.statements == sum(len(claim.statements) for claim in library.claims())


def test_a_statement_is_traced_through_the_reports_it_was_taken_from() -> None:
    """By the name of one statement: its own chain, not those of others that say the same."""
    wire = reading("wire", "Calder Press", "2025-03-11", "The mill will close, two officials said.")
    told = "The mill will close, Calder Press reported."
    papers = [reading(key, f"{key} Post", "2025-03-12", told) for key in ("Northgate", "Southgate")]
    with Library.memory() as library:
        for one in _attributed(wire, papers):
            library._store.add(one)
        [northgate] = [
            statement.id for claim in library.claims() for statement in claim.statements if statement.key == "Northgate"
        ]
        trace = library.trace(northgate)
        assert {statement.reading.article.key for statement in trace.statements} == {"Northgate", "wire"}
        assert [origin.name for origin in trace.origins] == ["two officials"]
        assert len(library.trace("the mill will close").statements) == 3


def test_the_exact_match_is_shown_however_many_earlier_articles_match_in_part() -> None:
    part = "The old mill will close, two officials said."
    full = "The old mill will close soon, two officials said."
    texts = {f"paper{number}": part for number in range(5)} | {"exact": full}
    with Library.memory() as library:
        for number, (key, text) in enumerate(texts.items()):
            officials = hop(text, "two officials", Kind.ANONYMOUS, Relation.SAID, "two officials", anonymous=True)
            content = said(text, text.partition(",")[0], "said", (officials,))
            library._store.add(reading(key, f"{key} Post", f"2025-03-1{number}", text, attributions=(content,)))
        found = library.answer("the old mill will close soon", limit=1)
        [chain] = found.claims[0].trace.chains
        assert chain.steps[0].reached == "exact"
        assert "1 of 5 articles" in library.view("the old mill will close", "tree", limit=1)


def test_claims_of_one_article_are_listed_without_reading_the_article_again_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = " ".join(f"Rain fell on hill {number}, two officials said." for number in range(40))
    contents = [f"Rain fell on hill {number}" for number in range(40)]
    officials = hop(text, "two officials", Kind.ANONYMOUS, Relation.SAID, "two officials", anonymous=True)
    attributions = tuple(said(text, content, "said", (officials,)) for content in contents)
    named: list[str] = []

    def counted(snapshot: str, attribution: Attribution) -> str:
        named.append(snapshot)
        return attribution_iri(snapshot, attribution)

    monkeypatch.setattr("provenance.corpus.corpus.attribution_iri", counted)
    with Library.memory() as library:
        library._store.add(reading("hills", "Calder Press", "2025-03-11", text, attributions=attributions))
        claims = list(library.claims())
    assert sorted(claim.text for claim in claims) == sorted(contents)
    assert len(named) <= 3 * len(contents)


def test_articles_of_one_key_are_told_apart_by_their_names() -> None:
    pages = [reading("page", "Calder Press", "2025-03-11", text, url=f"https://calder.example/{text}") for text in "ab"]
    with Library.memory() as library:
        for page in pages:
            library._store.add(page)
        with pytest.raises(UsageError, match="2 articles have the key 'page': give the IRI, one of https://"):
            library.export("turtle", BytesIO(), article="page")
        one, other = BytesIO(), BytesIO()
        for stream, article in zip((one, other), library.articles(), strict=True):
            library.export("turtle", stream, article=article.id)
        assert one.getvalue() != other.getvalue()


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # of its own parts
def test_an_exported_claim_says_which_cited_statement_is_which() -> None:
    wire = reading("wire", "Calder Press", "2025-03-11", "The mill will close, two officials said.")
    paper = reading("paper", "Northgate Post", "2025-03-12", "The mill will close, Calder Press reported.")
    stream = BytesIO()
    with Library.memory() as library:
        for one in _attributed(wire, [paper]):
            library._store.add(one)
        library.export("nquads", stream, claim="the mill will close")
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=stream.getvalue().decode(), format="nquads")
    resolved = rdflib.URIRef("https://w3id.org/provenance-tracker/ns#resolvedTo")
    [(cited, _, statement, _)] = dataset.quads((None, resolved, None, None))
    text = rdflib.URIRef("https://schema.org/text")
    assert str(dataset.value(statement, text)) == "The mill will close"
    assert (None, None, cited) in dataset


def test_what_is_not_there_is_not_found(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no article in the store makes the claim 'purple elephants'"):
        library.trace("purple elephants")


def test_a_library_opened_for_reading_refuses_to_ingest(tmp_path: Path) -> None:
    article = EXAMPLES / "library-hours.txt"
    with Library.open(tmp_path) as library:
        list(library.ingest(article))
    with Library.open(tmp_path, mode="r") as library:
        with pytest.raises(UsageError) as refused:
            list(library.ingest(article))
        assert str(refused.value) == f"{tmp_path}: opened for reading only: use Library.open"
        with pytest.raises(UsageError, match="opened for reading only"):
            library._store.add(next(library.readings()))
        assert library.info().articles == 1


@pytest.mark.parametrize(
    "use",
    [
        Library.articles,
        Library.sources,
        Library.info,
        lambda library: list(library.claims()),
        lambda library: list(library.readings()),
        lambda library: library.trace(CLAIM),
        lambda library: library.query("ASK { ?s ?p ?o }"),
        lambda library: library.dataset,
        lambda library: library.export("turtle", BytesIO()),
        lambda library: list(library.ingest(EXAMPLES)),
    ],
)
def test_a_closed_library_says_so(use: Callable[[Library], object], tmp_path: Path) -> None:
    for library in (Library.memory(), Library.open(tmp_path), Library.open(tmp_path, mode="r")):
        library.close()
        library.close()
        with pytest.raises(UsageError) as refused:
            use(library)
        assert str(refused.value) == "the library is closed: open it again"
        assert (library._linked, library._receipts) == (None, None), "files stay open that nobody will close"


def test_a_library_closed_halfway_through_its_claims_says_so(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        list(library.ingest(EXAMPLES))
        claims = library.claims()
        next(claims)
    with pytest.raises(UsageError, match="the library is closed"):
        list(claims)


def _attributed(wire: Reading, papers: list[Reading]) -> Iterator[Reading]:
    """The wire's statement laid to two officials, the papers' to the wire."""
    from dataclasses import replace

    officials = hop(wire.article.text, "two officials", Kind.ANONYMOUS, Relation.SAID, "two officials", anonymous=True)
    yield replace(wire, attributions=(said(wire.article.text, "The mill will close", "said", (officials,)),))
    for paper in papers:
        press = hop(paper.article.text, "Calder Press", Kind.OUTLET, Relation.REPORTED, "Calder Press")
        content = said(paper.article.text, "The mill will close", "reported", (press,))
        yield replace(paper, attributions=(content,))


def _fail(_: object, article: Article) -> Reading:
    raise AssertionError(article.key)


def _unsound(_: object, article: Article, __: Encoded) -> Reading:
    """A reading whose statement lies beyond its text."""
    from dataclasses import replace

    found = next(iter(extract(EXAMPLES / "library-hours.txt", "rules"))).reading
    return replace(found, article=replace(article, text=article.text[:20]))


def test_a_store_is_opened_in_a_mode_that_there_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^no mode 'w' to open a store in: give a, to read and write, or r, to read$"):
        Library.open(tmp_path, mode="w")  # type: ignore[arg-type]
