"""Why sources are not named, where a sentence of its own says so: "They asked not to be identified because …"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.rules.who import REASON
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.documents.segmentation import Page
    from provenance.extraction.rules.said import Said
    from provenance.model import Hop

OF_THEM = re.compile(r"(?:They|He|She|All|Both|Each|The (?:\w+ )?(?:officials?|sources?|people|person|men|women))\b")
REACH = 4  # sentences


def explained(page: Page, linked: Iterable[tuple[Said, tuple[Hop, ...]]]) -> list[tuple[Said, tuple[Hop, ...]]]:
    """`linked` with the reason of each unnamed source that a sentence soon after its own gives.

    Who asks not to be named is no mere group, whatever the noun.
    """
    reasons = {number: found for number in range(len(page.sentences)) if (found := _reason(page, number))}
    return [(said, tuple(_with_reason(hop, said.sentence, reasons) for hop in chain)) for said, chain in linked]


def _reason(page: Page, number: int) -> tuple[str, Span] | None:
    sentence = page.sentences[number]
    if not OF_THEM.match(page.text, sentence.start, sentence.end):
        return None
    match = REASON.search(page.text, sentence.start, sentence.end)
    return (match.group().strip(" ,"), Span(sentence.start, sentence.end)) if match else None


def _with_reason(hop: Hop, sentence: int, reasons: dict[int, tuple[str, Span]]) -> Hop:
    found = next((reasons[n] for n in range(sentence + 1, sentence + REACH) if n in reasons), None)
    if found is None or hop.reason or not (hop.anonymous or hop.kind is Kind.GROUP):
        return hop
    reason, shown = found
    return replace(hop, kind=Kind.ANONYMOUS, anonymous=True, reason=reason, evidence=(*hop.evidence, shown))
