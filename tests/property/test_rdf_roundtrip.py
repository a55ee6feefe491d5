"""Any reading comes back from RDF as it was: from its quads, from N-Quads, from a store."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pyoxigraph
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.iris import attribution_iri, derivation_iri, snapshot_iri
from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Capture,
    ClaimReview,
    Dated,
    Declaration,
    Derivation,
    Extractor,
    Hop,
    Hyperlink,
    Kind,
    Party,
    Publisher,
    Quotation,
    Rating,
    Reading,
    Relation,
    Span,
)
from provenance.rdf import mapping, whole
from provenance.rdf.mapping import lines
from provenance.rdf.store import Outcome, Store
from provenance.rdf.vocabulary import PV

NOON = datetime(2031, 3, 1, 12, tzinfo=UTC)
UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Anything a string of Unicode scalar values may hold: quotes, newlines, NUL, noncharacters."""
NAMES = UNICODE | st.sampled_from(["RT", "rt.", "The RT", 'O"Neil\\', "two officials", "", "a\x00b", "line\nbreak"])
URLS = UNICODE | st.sampled_from(["https://x.example/a b", "https://x.example/?q=<>", "not a url", "http://[::1"])
CONFIDENCES = st.integers(0, 10_000).map(lambda n: n / 10_000)
EXTRACTORS = st.builds(Extractor, UNICODE, st.just("1.2"), st.none() | UNICODE)
LATER = st.dates(date(1, 1, 1)).map(date.isoformat)
DATES = LATER | LATER.map(lambda day: day[:7]) | LATER.map(lambda day: day[:4])

TIMES = UNICODE | st.datetimes().map(lambda time: time.isoformat(timespec="seconds") + "Z")
CAPTURES = st.builds(Capture, st.binary(min_size=32, max_size=32).map(bytes.hex), st.none() | URLS, st.none() | TIMES)


def spans(length: int) -> st.SearchStrategy[tuple[Span, ...]]:
    """Places in any order, apart, touching or overlapping."""
    ends = st.tuples(st.integers(0, length), st.integers(0, length)).filter(lambda pair: pair[0] != pair[1])
    return st.lists(ends.map(lambda pair: Span(min(pair), max(pair))), max_size=3).map(tuple)


@st.composite
def hops(draw: st.DrawFn, length: int) -> Hop:
    return Hop(
        draw(NAMES),
        draw(st.sampled_from(Kind)),
        draw(st.sampled_from(Relation)),
        anonymous=draw(st.booleans()),
        mention=draw(spans(length)),
        evidence=draw(spans(length)),
        role=draw(UNICODE),
        reason=draw(UNICODE),
        confidence=draw(CONFIDENCES),
        made_by=draw(UNICODE),
        url=draw(st.just("") | URLS),
    )


@st.composite
def attributions(draw: st.DrawFn, length: int) -> Attribution:
    place = spans(length)
    dated = st.builds(Dated, UNICODE, DATES, place.filter(bool).map(lambda found: found[0]))
    return Attribution(
        content=draw(place.filter(bool)),
        cue=draw(place),
        source=draw(place),
        quotation=draw(st.sampled_from(Quotation)),
        chain=tuple(draw(st.lists(hops(length), min_size=1, max_size=4))),
        confidence=draw(CONFIDENCES),
        assertion=draw(st.sampled_from(Assertion)),
        date=draw(st.none() | dated),
    )


def derivations(length: int) -> st.SearchStrategy[Derivation]:
    return st.builds(
        Derivation,
        NAMES,
        st.sampled_from(Kind),
        st.sampled_from(Relation),
        url=st.none() | URLS,
        evidence=spans(length),
        declared_in=st.none() | UNICODE,
        confidence=CONFIDENCES,
        made_by=UNICODE,
    )


PARTIES = st.none() | st.builds(Party, NAMES, st.sampled_from(Kind))
REVIEWS = st.builds(
    ClaimReview,
    UNICODE,
    st.builds(Rating, *[st.none() | UNICODE] * 4),
    PARTIES,
    st.none() | UNICODE | DATES,
    st.lists(URLS, max_size=2).map(tuple),
    PARTIES,
    st.none() | UNICODE | DATES,
    st.none() | URLS,
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    maybe = st.none() | UNICODE
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=2, max_size=40))
    links = st.builds(Hyperlink, spans(len(text)).filter(bool).map(lambda found: found[0]), URLS)
    return Article(
        key=draw(UNICODE),
        text=text,
        title=draw(maybe),
        publisher=draw(st.none() | st.builds(Publisher, NAMES, st.sampled_from(Kind))),
        byline=draw(st.none() | NAMES),
        published=draw(maybe | DATES | st.just("2024-11-14T00:00:00+00:00")),
        url=draw(st.none() | URLS),
        language=draw(maybe),
        declared=tuple(draw(st.lists(st.builds(Declaration, UNICODE, maybe, st.none() | URLS), max_size=2))),
        text_is_file=draw(st.booleans()),
        hyperlinks=tuple(draw(st.lists(links, max_size=3))),
        reviews=tuple(draw(st.lists(REVIEWS, max_size=2))),
        capture=draw(st.none() | CAPTURES),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    article = draw(articles())
    snapshot, length = snapshot_iri(article), len(article.text)
    name_attribution: Any = partial(attribution_iri, snapshot)
    name_derivation: Any = partial(derivation_iri, snapshot)
    found = tuple(draw(st.lists(attributions(length), max_size=3, unique_by=name_attribution)))
    return Reading(
        article,
        draw(EXTRACTORS),
        tuple(draw(st.lists(derivations(length), max_size=2, unique_by=name_derivation))),
        found,
        "" if found else draw(UNICODE),
    )


UNHURRIED = settings(deadline=None)
FEW = settings(deadline=None, max_examples=50)


@UNHURRIED
@given(readings())
def test_quads_come_back(reading: Reading) -> None:
    assert mapping.reading(mapping.quads(reading, NOON)) == reading


@UNHURRIED
@given(readings())
def test_n_quads_come_back(reading: Reading) -> None:
    n_quads = pyoxigraph.RdfFormat.N_QUADS
    written = pyoxigraph.serialize(mapping.quads(reading, NOON), format=n_quads)
    assert mapping.reading(pyoxigraph.parse(written, format=n_quads)) == reading


@UNHURRIED
@given(readings(), st.floats(0, 1))
def test_a_line_says_what_the_quads_say(reading: Reading, confidence: float) -> None:
    """Also of confidence, of which the quads keep four decimals."""
    attributions = tuple(replace(one, confidence=confidence) for one in reading.attributions)
    derivations = tuple(replace(one, confidence=confidence) for one in reading.derivations)
    surer = replace(reading, attributions=attributions, derivations=derivations)
    assert lines.reading(lines.line(surer)) == mapping.reading(mapping.quads(surer, NOON))


@UNHURRIED
@given(readings())
def test_what_is_kept_is_part_of_the_quads_and_makes_them_all(reading: Reading) -> None:
    """Quad for quad, as Oxigraph gives them back."""
    every, kept = set(mapping.quads(reading, NOON)), mapping.kept_quads(reading, NOON)
    pieces = [quad for quad in kept if quad.predicate.value == PV.packed]
    assert set(kept) - set(pieces) < every
    assert len(pieces) == 1
    graph = whole.as_kept(kept)
    [name] = graph.names()
    assert set(whole.whole(graph, name)) == set(whole.as_kept(every).quads())
    assert whole.reading(graph, name) == mapping.reading(every)


@FEW
@given(st.lists(readings(), max_size=3, unique_by=lambda reading: snapshot_iri(reading.article)))
def test_a_store_gives_back_what_it_was_given(given_: list[Reading]) -> None:
    with Store.memory() as store:
        for reading in given_:
            assert store.add(reading) is Outcome.ADDED
            assert store.add(reading) is Outcome.UNCHANGED
        for run in store.runs():
            assert store.reading(run) in given_


@FEW
@given(readings())
def test_a_superseding_reading_comes_back_too(reading: Reading) -> None:
    """It is written as SPARQL text, where strings are escaped otherwise."""
    older = Reading(reading.article, Extractor("before", "1"), unread=reading.unread)
    with Store.memory() as store:
        store.add(older)
        assert store.add(reading) is Outcome.SUPERSEDED
        assert list(store.readings()) == [reading]
