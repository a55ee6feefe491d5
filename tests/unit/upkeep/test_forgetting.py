"""Of a forgotten article no file of its store holds a piece; what others say of the same matter stays.

The words that are looked for are random: a compressor of the kind that Oxigraph's files use (LZ4, Snappy) finds nothing
to shorten in them and leaves their bytes as they are, so that they are found in a compressed block too. What the
program itself deflates, the search inflates, also where it stands in base64. That the marks are found where an article
was only removed shows that the search sees what there is to see. Since a part of a deflated piece might be left that no
longer inflates, no piece of those as they were kept may be found either.
"""

from __future__ import annotations

import random
import re
import sqlite3
import zlib
from base64 import b64decode
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from corpus import STORY, at, hop, reading, said
from decided import agent, corrected, decision, on
from kept import faults, files, filled, quads

from provenance import Library
from provenance.decisions import Action, Field, Subject, Target, iri_of
from provenance.decisions.anchors import anchor, sources
from provenance.errors import NotFoundError, StoreError
from provenance.iris import article_iri, attribution_iri_of
from provenance.model import Derivation, Extractor, Kind, Quotation, Reading, Relation, Statement
from provenance.rdf import files as graph_files
from provenance.rdf.store import Store
from provenance.rdf.vocabulary import PV

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECE = 8
"""Bytes: as short as a piece is that stands nowhere by chance."""
chance = random.Random(14)  # noqa: S311


def word() -> str:
    return "".join(chance.choices("bcdfghjklmnpqrstvwxyz0123456789", k=24))


MARKS = {name: word() for name in "title byline speaker content quote later url text cue role".split()}


def secret(text_end: str = "") -> Reading:
    """A copy of MirrorHub's text with marks everywhere, which also quotes Radio Ostra's engineer."""
    quoted = "“The Tarsk dam will be drained before spring,” Ilse Maren, the dam's chief engineer, told Radio Ostra."
    text = (
        f"{STORY[3].article.text}\n\nThe Tarsk dam will be drained before spring {MARKS['content']}, "
        f"{MARKS['speaker'].capitalize()} Vole, {MARKS['role']}, {MARKS['cue']}.\n\n{quoted} {MARKS['text']}{text_end}"
    )
    vole = hop(
        text, f"{MARKS['speaker'].capitalize()} Vole", Kind.PERSON, Relation.SAID,
        f"{MARKS['speaker'].capitalize()} Vole", role=MARKS["role"],
    )  # fmt: skip
    engineer = hop(text, "Ilse Maren", Kind.PERSON, Relation.TOLD, "Ilse Maren, the dam's chief engineer, told")
    post = Derivation("Northgate Post", Kind.OUTLET, Relation.REPUBLISHED, evidence=at(text, "Northgate Post"))
    return reading(
        "secret",
        "Hush Herald",
        "2031-02-06",
        text,
        title=f"Dam {MARKS['title']}",
        byline=f"Ada {MARKS['byline'].capitalize()}",
        url=f"https://hush.example/{MARKS['url']}",
        derivations=(post,),
        attributions=(
            said(text, f"The Tarsk dam will be drained before spring {MARKS['content']}", MARKS["cue"], (vole,)),
            said(
                text, "The Tarsk dam will be drained before spring,”", "told", (engineer,), quotation=Quotation.DIRECT
            ),
        ),
    )


SECRET = secret()
LATER = secret(f" {MARKS['later']}")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """The story with the secret among it, in two snapshots and read twice, and decisions on both."""
    place = filled(tmp_path / "store", (*STORY[:5], SECRET, *STORY[5:]))
    with Library.open(place) as library:
        library.add(replace(SECRET, extractor=Extractor("by hand", "2.0")))
        library.add(LATER)
        store = library._store
        one = Statement(LATER, LATER.attributions[0])
        mine = Target(attribution_iri_of(one), sources(one.attribution), anchor=anchor(one))
        vole = agent(f"{MARKS['speaker'].capitalize()} Vole", Kind.PERSON)
        store.decide(
            on("kestrel", Action.CONFIRM),
            corrected("ostra", (Field.NAME, "I. Maren"), hour=1),
            decision(Action.CONFIRM, Subject.STATEMENT, mine, hour=2, note=MARKS["quote"]),
            decision(Action.MERGE, Subject.AGENT, agent("Ilse Maren", Kind.PERSON), vole, hour=3),
        )
    return place


def inflated(data: bytes) -> bytes:
    """`data`, and all that is deflated in it (RFC 1950), also in base64, as far as it inflates."""
    parts = [data]
    parts += [_inflated(data[match.start() :]) for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data)]
    for match in re.finditer(rb"eJ[A-Za-z0-9+/]{30,}", data):
        whole = match.group()[: len(match.group()) // 4 * 4]
        parts.append(_inflated(b64decode(whole)))
    return b"\n".join(parts)


def _inflated(data: bytes) -> bytes:
    """Byte by byte: what was inflated before the end of a piece, or before damage, counts."""
    stream, parts = zlib.decompressobj(), []
    with suppress(zlib.error):
        for at in range(0, len(data), 16):
            parts.append(stream.decompress(data[at : at + 16]))
            if stream.eof:
                break
    return b"".join(parts)


def pieces_kept(place: Path, *keys: str) -> set[bytes]:
    """Every PIECE of what is kept deflated of the articles `keys`, as it stands in the files, others' left out."""
    with Store.read(place) as store:
        names = [name for name in store._graph.names() if store._graph.values(name, PV.packed, name)]
        kept = {name: store._graph.values(name, PV.packed, name)[0].encode() for name in names}
        of = {name: store.reading(name).article for name in names}
    connection = sqlite3.connect(place / "links.sqlite")
    records = dict(connection.execute("SELECT iri, record FROM articles").fetchall())
    connection.close()
    told: dict[bool, set[bytes]] = {True: set(), False: set()}
    iris = {article_iri(article) for article in of.values() if article.key in keys}
    for name, data in kept.items():
        told[of[name].key in keys].update(_pieces(data))
    for iri, data in records.items():
        told[iri in iris].update(_pieces(data))
    return told[True] - told[False]


def _pieces(data: bytes) -> Iterator[bytes]:
    return (data[at : at + PIECE] for at in range(16, len(data) - PIECE))


def found(place: Path) -> dict[str, list[str]]:
    """The marks that have a piece in a file, by the file."""
    pieces = {name: {mark[i : i + PIECE] for i in range(len(mark) - PIECE)} for name, mark in MARKS.items()}
    held = {name: inflated(data).lower() for name, data in files(place).items()}
    holding = {
        name: sorted(mark for mark, some in pieces.items() if any(piece.encode() in data for piece in some))
        for name, data in held.items()
    }
    return {name: marks for name, marks in holding.items() if marks}


def test_a_removed_article_is_still_in_the_files(place: Path) -> None:
    """What forgetting is for, and that the search finds what is there."""
    with Library.open(place) as library:
        library.remove("secret")
    held = {mark for marks in found(place).values() for mark in marks}
    assert held == MARKS.keys()


def test_a_forgotten_article_leaves_no_trace(place: Path) -> None:
    with Library.open(place) as library:
        [gone] = library.forget("secret")
        assert (gone.article.key, gone.decisions, gone.copies) == ("secret", 2, ("northgate",))
        assert found(place) == {}, "while the store is still open"
    assert found(place) == {}
    assert not (place / "graph").exists()
    assert faults(place) == []
    assert "forgetting" not in (place / "store.json").read_text()


def test_nothing_of_it_is_left_as_it_was_deflated(place: Path) -> None:
    """Of two snapshots and a second reading; where it was only removed, nearly all of it is there still."""
    kept = pieces_kept(place, "secret")
    assert len(kept) > 1000

    def left() -> int:
        every = b"\n".join(files(place).values())
        return sum(piece in every for piece in kept)

    with Library.open(place) as library:
        library.remove("secret")
    assert left() > len(kept) / 2
    with Library.open(place) as library:
        library.add(SECRET)
        library.forget("secret")
    assert left() == 0


def test_what_is_left_is_what_a_store_has_that_never_held_it(place: Path, tmp_path: Path) -> None:
    with Library.open(place) as library:
        library.forget("secret")
    never = filled(tmp_path / "never", STORY)
    with Library.open(never) as library:
        library._store.decide(on("kestrel", Action.CONFIRM), corrected("ostra", (Field.NAME, "I. Maren"), hour=1))
    with Library.open(place, mode="r") as one, Library.open(never, mode="r") as other:
        assert list(one.links()) == list(other.links())
        assert list(one.claims()) == list(other.claims())
        assert one.articles() == other.articles()
        assert one.review.decisions() == other.review.decisions()
    assert timeless(quads(place)) == timeless(quads(never))


def timeless(found: set[str]) -> set[str]:
    return {quad for quad in found if "endedAtTime" not in quad}


def test_it_can_be_read_again_afterwards(place: Path) -> None:
    with Library.open(place) as library:
        library.forget("secret")
        library.add(SECRET)
        assert "secret" in {row.key for row in library.articles()}
    assert faults(place) == []


def test_what_was_removed_before_goes_when_the_store_is_compacted(place: Path) -> None:
    """But for decisions, which are kept until the article is forgotten."""
    with Library.open(place) as library:
        library.remove("secret")
        library.compact()
    held = found(place)
    assert {mark for marks in held.values() for mark in marks} <= {"content", "speaker", "quote"}
    assert all("graph" in name for name in held)


def test_no_article_is_forgotten_where_one_is_not_there(place: Path) -> None:
    before = quads(place)
    with Library.open(place) as library, pytest.raises(NotFoundError):
        library.forget("secret", "nowhere")
    assert quads(place) == before


def test_it_is_forgotten_in_memory_too() -> None:
    with Library.memory() as library:
        library.add(STORY[0])
        library.add(STORY[1])
        library.forget("kestrel")
        assert [row.key for row in library.articles()] == ["northgate"]


class StopError(Exception):
    pass


@pytest.mark.parametrize(
    ("holder", "step"),
    [
        (Store, "forget_decisions"),
        (Store, "remove"),
        (Store, "rewrite"),
        (graph_files, "rewritten"),
        (graph_files, "tidy"),
    ],
)
def test_what_was_cut_short_is_gone_on_with(
    place: Path, holder: object, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever forgetting ends early, whoever next opens the store for writing finds nothing left to forget."""

    def stop(*_: object) -> None:
        raise StopError

    with monkeypatch.context() as broken, suppress(StopError):
        library = Library.open(place)
        broken.setattr(holder, step, stop)
        library.forget("secret")
    with suppress(StopError, StoreError):
        library.close()
    with Library.open(place) as library:
        assert found(place) == {}
        assert "secret" not in {row.key for row in library.articles()}
    assert faults(place) == []


def test_a_decision_is_told_by_what_it_quotes(place: Path) -> None:
    """That which is kept is as it was taken."""
    with Library.open(place) as library:
        library.forget("secret")
        for held in library.review.decisions():
            assert held.decision.id == iri_of(held.decision)
            assert article_iri(SECRET.article) not in {target.iri for target in held.decision.targets}
