"""Every command, over a store whose articles try to be more than words: its output is read back, and steers nothing."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from command import run
from corpus import EXTRACTOR
from hostile import FORMULA, PAYLOADS, STEERING

from provenance import Library
from provenance.model import (
    Article,
    Attribution,
    ClaimReview,
    Hop,
    Kind,
    Party,
    Publisher,
    Quotation,
    Rating,
    Reading,
    Relation,
    Span,
)

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = "the harbour sluice had failed in the spring flood"
LISTINGS = (
    ("articles",),
    ("skipped",),
    ("sources",),
    ("claims",),
    ("check", "--min-articles", "1"),
    ("find", CLAIM),
    ("origin", CLAIM),
    ("review",),
    ("decisions",),
    ("info",),
    ("query", "SELECT * { ?s ?p ?o }"),
)
PRINTED = (
    ("trace", CLAIM),
    ("trace", CLAIM, "--format", "json"),
    ("compare", "a0", "a1"),
    ("compare", "a0", "a1", "--format", "json"),
    *(("view", CLAIM, "--format", form) for form in ("tree", "html", "mermaid", "dot", "svg")),
    *(("export", "--format", form) for form in ("turtle", "trig", "nquads", "ntriples", "rdfxml", "jsonld")),
    *(("export", "--format", form) for form in ("graphml", "gexf", "csv-hops", "csv-chains")),
    ("query", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"),
    ("query", "ASK { ?s ?p '\x1b]0;owned\x07' }"),
    ("trace", "\x1b]0;owned\x07 \u202e nobody says this"),
    ("compare", "\x9b31m", "a1"),
    ("extract", "\x1b[2J.txt"),
    ("export", "--format", "\x1b[2J"),
)


def reading(number: int, word: str) -> Reading:
    """An article of which all but the claim is `word`."""
    text = f"{word} said {CLAIM}."
    at = text.index(CLAIM)
    content, before = (Span(at, at + len(CLAIM)),), (Span(0, len(word)),)
    chain = tuple(
        Hop(word + name, kind, Relation.SAID, mention=before, evidence=before, role=word, reason=word, confidence=0.9)
        for name, kind in (("Post", Kind.OUTLET), ("Arden", Kind.PERSON))
    )
    review = ClaimReview(CLAIM, Rating(word, word), Party(word), word, (word,), Party(word), word, word)
    article = Article(
        f"a{number}" if number < 2 else f"{word}{number}",
        text,
        title=word,
        publisher=Publisher(f"{word} Ledger"),
        byline=word,
        published="2031-02-03",
        url=f"https://x.example/{number}/{word}",
        language=word,
        reviews=(review,),
    )
    told = Attribution(content, before, before, Quotation.INDIRECT, chain, 0.9)
    return Reading(article, EXTRACTOR, (), (told,))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "store"
    with Library.open(path, threads=1) as library:
        for number, word in enumerate(PAYLOADS):
            library.add(reading(number, word))
        unread = replace(reading(99, "<b>\x1b[2J</b>"), attributions=(), unread="=\x9b Martian")
        library.add(unread)
        statement = next(iter(library.claims())).statements[0].id
        library.review.confirm(statement, by="\x1b]0;owned\x07 Maren", note="=1+1 \u202e note")
    return path


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", LISTINGS, ids=lambda command: command[0])
def test_listings(command: tuple[str, ...], form: str, store: Path) -> None:
    answer = run(*command, "--store", store, "--format", form)
    assert answer.code in (0, 1), answer.err
    assert not STEERING.search(answer.out + answer.err)
    assert len(answer.err.splitlines()) <= 1
    match form:
        case "json":
            assert isinstance(json.loads(answer.out), list)
        case "jsonl":
            assert all(isinstance(json.loads(line), dict) for line in answer.out.splitlines())
        case "csv":
            head, *rows = csv.reader(StringIO(answer.out, newline=""))
            assert {len(row) for row in rows} <= {len(head)}
            assert not [cell for row in rows for cell in row if FORMULA.match(cell)]
        case _:
            pass


@pytest.mark.parametrize(
    "command", PRINTED, ids=lambda command: " ".join(command[:3]).encode("ascii", "replace").decode()
)
def test_what_is_printed(command: tuple[str, ...], store: Path) -> None:
    options = () if command[0] == "extract" else ("--store", store)
    answer = run(*command, *options)
    assert not STEERING.search(answer.out + answer.err)
    assert len(answer.err.splitlines()) <= 1
    if "json" in command:
        assert json.loads(answer.out)
    if command[0] == "query" and command[1].startswith("CONSTRUCT"):
        assert len(list(pyoxigraph.parse(answer.out.encode(), format=pyoxigraph.RdfFormat.TURTLE))) > 100


def test_articles_that_are_read(tmp_path: Path) -> None:
    """Also in the name of a file, and in what is told of one that cannot be read."""
    folder = tmp_path / "in\x1b]0;owned\x07"
    folder.mkdir()
    for number, word in enumerate(PAYLOADS):
        record = {"id": word, "text": f"{word}. Pell Arden said the sluice had failed.", "title": word, "byline": word}
        (folder / f"{number}\u202e.jsonl").write_text(json.dumps(record) + "\n{\x1b[2J\n", "utf8")
    for arguments in (
        ("extract", folder),
        ("extract", folder, "--format", "table"),
        ("extract", folder, "--format", "csv"),
    ):
        answer = run(*arguments, "--extractor", "rules")
        assert answer.out
        assert not STEERING.search(answer.out + answer.err)
    answer = run("ingest", folder, "--store", tmp_path / "store", "--extractor", "rules")
    assert "added" in answer.err
    assert not STEERING.search(answer.out + answer.err)
