"""A small invented story for tests: a dam is to be drained, and ten outlets say who says so.

Two officials told Kestrel Wire; Northgate Post and Daily Sluice cite the wire; MirrorHub republishes the Post; The
Lantern cites MirrorHub; an engineer told Radio Ostra; Harbour Gazette cites a paper that is not here, which cites a
filing; Civic Ledger learned it itself; Mill Road Record names no one; the ministry denies it to Upland Courier.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Dated,
    Derivation,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
    Spans,
    Statement,
)

if TYPE_CHECKING:
    from provenance.exports.material import Material

EXTRACTOR = Extractor("by hand", "1.0")
CLAIM = "the Tarsk dam will be drained before spring"


def at(text: str, *words: str) -> Spans:
    """Where each of `words` first stands in `text`."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)


def hop(text: str, name: str, kind: Kind, relation: Relation, words: str, **more: Any) -> Hop:
    """A hop whose mention and evidence are `words`."""
    return Hop(name, kind, relation, mention=at(text, words), evidence=at(text, words), **more)


def reading(key: str, publisher: str | None, published: str | None, text: str, **more: Any) -> Reading:
    """A reading of `text`; `more` goes to the reading, or to its article where that has such a field."""
    parts = {name: more.pop(name) for name in ("derivations", "attributions") if name in more}
    kind = more.pop("kind", Kind.OUTLET)
    known = {"title": None, "url": f"https://{key}.example/dam"} | more
    house = Publisher(publisher, kind) if publisher else None
    return Reading(Article(key, text, publisher=house, published=published, **known), EXTRACTOR, **parts)


def said(text: str, content: str, cue: str, chain: tuple[Hop, ...], **more: Any) -> Attribution:
    """`content` laid to `chain` by the words of `cue`."""
    given = {"confidence": 0.9, "quotation": Quotation.INDIRECT} | more
    return Attribution(at(text, content), at(text, cue), chain[-1].mention if chain else (), chain=chain, **given)


def statements(readings: tuple[Reading, ...]) -> tuple[Statement, ...]:
    return tuple(Statement(reading, attribution) for reading in readings for attribution in reading.attributions)


def _kestrel() -> Reading:
    text = (
        "OSTRA (Kestrel Wire) - Two water ministry officials, who asked not to be named because the plan is not "
        "public, said on Monday the Tarsk dam would be drained before spring."
    )
    officials = hop(
        text,
        "two water ministry officials",
        Kind.ANONYMOUS,
        Relation.SAID,
        "Two water ministry officials, who asked not to be named because the plan is not public, said",
        anonymous=True,
        reason="the plan is not public",
        confidence=0.95,
    )
    return reading(
        "kestrel",
        "Kestrel Wire",
        "2031-02-03",
        text,
        kind=Kind.WIRE,
        title="Tarsk dam to be drained, officials say",
        byline="Pell Arden",
        attributions=(
            said(
                text,
                "the Tarsk dam would be drained before spring",
                "said",
                (officials,),
                date=Dated("Monday", "2031-02-03", *at(text, "Monday")),
            ),
        ),
    )


def _northgate() -> Reading:
    text = "The Tarsk dam will be drained before spring, Kestrel Wire reported on Monday, citing two officials."
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire reported on Monday", confidence=0.98)
    officials = hop(
        text, "two officials", Kind.ANONYMOUS, Relation.SAID, "citing two officials", anonymous=True, confidence=0.9
    )
    return reading(
        "northgate",
        "Northgate Post",
        "2031-02-03",
        text,
        title="Dam at Tarsk faces draining",
        attributions=(
            said(
                text,
                "The Tarsk dam will be drained before spring",
                "reported",
                (wire, officials),
                date=Dated("Monday", "2031-02-03", *at(text, "Monday")),
            ),
        ),
    )


def _sluice() -> Reading:
    text = "According to Kestrel Wire, the Tarsk dam may be drained before the spring."
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "According to Kestrel Wire", confidence=0.97)
    return reading(
        "sluice",
        "Daily Sluice",
        "2031-02-04",
        text,
        attributions=(said(text, "the Tarsk dam may be drained before the spring", "According to", (wire,)),),
    )


def _mirrorhub() -> Reading:
    text = (
        "The Tarsk dam will be drained before spring, Kestrel Wire reported on Monday, citing two officials.\n\n"
        "Read the full story at Northgate Post."
    )
    wire = hop(text, "Kestrel Wire", Kind.WIRE, Relation.REPORTED, "Kestrel Wire reported on Monday", confidence=0.98)
    officials = hop(
        text, "two officials", Kind.ANONYMOUS, Relation.SAID, "citing two officials", anonymous=True, confidence=0.9
    )
    credit = Derivation(
        "Northgate Post",
        Kind.OUTLET,
        Relation.REPUBLISHED,
        evidence=at(text, "Read the full story at Northgate Post"),
        confidence=0.95,
    )
    return reading(
        "mirrorhub",
        "MirrorHub",
        "2031-02-04",
        text,
        title="Tarsk dam will be drained",
        derivations=(credit,),
        attributions=(said(text, "The Tarsk dam will be drained before spring", "reported", (wire, officials)),),
    )


def _lantern() -> Reading:
    text = "MirrorHub wrote that the Tarsk dam will be drained before spring."
    hub = hop(text, "MirrorHub", Kind.OUTLET, Relation.WROTE, "MirrorHub wrote", confidence=0.9)
    return reading(
        "lantern",
        "The Lantern",
        "2031-02-05",
        text,
        title="A dam's last winter",
        attributions=(said(text, "the Tarsk dam will be drained before spring", "wrote", (hub,)),),
    )


def _ostra() -> Reading:
    text = "“The Tarsk dam will be drained before spring,” Ilse Maren, the dam's chief engineer, told Radio Ostra."
    engineer = hop(
        text,
        "Ilse Maren",
        Kind.PERSON,
        Relation.TOLD,
        "Ilse Maren, the dam's chief engineer, told Radio Ostra",
        role="the dam's chief engineer",
        confidence=0.99,
    )
    return reading(
        "ostra",
        "Radio Ostra",
        "2031-02-05",
        text,
        title="Engineer confirms draining",
        attributions=(
            said(
                text,
                "The Tarsk dam will be drained before spring,",
                "told",
                (engineer,),
                quotation=Quotation.DIRECT,
                confidence=0.98,
            ),
        ),
    )


def _gazette() -> Reading:
    text = "A budget filing seen by the Vantage Times says that the Tarsk dam will be drained before spring."
    paper = hop(text, "Vantage Times", Kind.OUTLET, Relation.REPORTED, "seen by the Vantage Times", confidence=0.85)
    filing = hop(text, "a budget filing", Kind.DOCUMENT, Relation.WROTE, "A budget filing", confidence=0.9)
    return reading(
        "gazette",
        "Harbour Gazette",
        "2031-02-05",
        text,
        attributions=(said(text, "the Tarsk dam will be drained before spring", "says", (paper, filing)),),
    )


def _ledger() -> Reading:
    text = "The Tarsk dam will be drained before spring, the Civic Ledger has learned."
    own = hop(text, "Civic Ledger", Kind.OUTLET, Relation.REPORTED, "the Civic Ledger has learned")
    return reading(
        "ledger",
        "Civic Ledger",
        "2031-02-06",
        text,
        attributions=(said(text, "The Tarsk dam will be drained before spring", "has learned", (own,)),),
    )


def _record() -> Reading:
    text = "The Tarsk dam will reportedly be drained before spring."
    nobody = hop(text, "reportedly", Kind.UNSPECIFIED, Relation.OTHER, "reportedly", confidence=0.8)
    return reading(
        "record",
        "Mill Road Record",
        None,
        text,
        url=None,
        attributions=(said(text, "The Tarsk dam will reportedly be drained before spring", "reportedly", (nobody,)),),
    )


def _courier() -> Reading:
    text = "The water ministry denied that the Tarsk dam will be drained before spring."
    ministry = hop(
        text, "water ministry", Kind.ORGANIZATION, Relation.SAID, "The water ministry denied", confidence=0.95
    )
    return reading(
        "courier",
        "Upland Courier",
        "2031-02-06",
        text,
        attributions=(
            said(
                text,
                "the Tarsk dam will be drained before spring",
                "denied",
                (ministry,),
                assertion=Assertion.DENIES,
            ),
        ),
    )


STORY = (
    _kestrel(),
    _northgate(),
    _sluice(),
    _mirrorhub(),
    _lantern(),
    _ostra(),
    _gazette(),
    _ledger(),
    _record(),
    _courier(),
)


def material(readings: tuple[Reading, ...] = STORY) -> Material:
    """What the exporters take, made without a store."""
    from provenance.exports.material import Material
    from provenance.linking.matching.reports import resolve
    from provenance.rdf.mapping import quads
    from provenance.trace.graph import gathered

    read_at = datetime(2031, 3, 1, tzinfo=UTC)
    return Material(
        quads=lambda: (quad for reading in readings for quad in quads(reading, read_at)),
        traced=lambda: gathered(readings, resolve(statements(readings))),
    )
