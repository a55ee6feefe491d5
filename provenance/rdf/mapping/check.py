"""What a reading must be to have a graph: each fault is an InputError that names the article and the place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.iris import attribution_iri, derivation_iri, snapshot_iri
from provenance.model import is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from provenance.model import Attribution, Reading, Span


def check(reading: Reading) -> None:
    """Raise InputError unless every span lies in the text, every confidence in 0..1, every date in XML Schema.

    An attribution needs a content and a source, and is found once in its article, as is a derivation.
    """
    if fault := next(_faults(reading), None):
        raise InputError(f"article {reading.article.key!a}: {fault}")


def _faults(reading: Reading) -> Iterator[str]:
    end = len(reading.article.text)
    for span in _spans(reading):
        if not 0 <= span.start < span.end <= end:
            yield f"the span {span.start}-{span.end} points at nothing in a text of {end} characters"
    if reading.unread and reading.attributions:
        yield f"not read ({reading.unread}), and yet it has attributions"
    for confidence in _confidences(reading):
        if not 0 <= confidence <= 1:
            yield f"the confidence {confidence} is not between 0 and 1"
    capture = reading.article.capture
    if capture and not re.fullmatch(r"[0-9a-f]{64}", capture.sha256):
        yield f"the capture's SHA-256 {capture.sha256!a} is not 64 hexadecimal digits in lower case"
    snapshot = snapshot_iri(reading.article)
    for attribution in reading.attributions:
        yield from _attribution_faults(attribution)
    names = [attribution_iri(snapshot, attribution) for attribution in reading.attributions]
    names += [derivation_iri(snapshot, derivation) for derivation in reading.derivations]
    for name, count in Counter(names).items():
        if count > 1:
            yield f"the same attribution or derivation is given {count} times ({name})"


def _attribution_faults(attribution: Attribution) -> Iterator[str]:
    if not attribution.content:
        yield "an attribution has no content"
        return
    place = f"the attribution at character {attribution.content[0].start}"
    if not attribution.chain:
        yield f"{place} has no source"
    if attribution.revises or any(hop.agent for hop in attribution.chain):
        yield f"{place} was corrected by a person: keep the attribution as it was read, and the decision"
    if attribution.date and not is_date(attribution.date.value):
        yield f"{place} is dated {attribution.date.value!a}, which is not YYYY-MM-DD, YYYY-MM or YYYY"


def _spans(reading: Reading) -> Iterator[Span]:
    yield from (link.words for link in reading.article.hyperlinks)
    for derivation in reading.derivations:
        yield from derivation.evidence
    for attribution in reading.attributions:
        yield from (*attribution.content, *attribution.cue, *attribution.source)
        if attribution.date:
            yield attribution.date.span
        for hop in attribution.chain:
            yield from (*hop.mention, *hop.evidence)


def _confidences(reading: Reading) -> Iterator[float]:
    yield from (derivation.confidence for derivation in reading.derivations)
    for attribution in reading.attributions:
        yield attribution.confidence
        yield from (hop.confidence for hop in attribution.chain)
