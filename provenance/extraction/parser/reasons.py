"""Why sources are not named, where the article says so: beside them, or in a sentence of its own soon after.

"… who asked not to be identified because they were not allowed to speak", "They spoke on condition of anonymity."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.model import Kind, Span

if TYPE_CHECKING:
    from typing import Self

    from provenance.documents.segmentation import Page
    from provenance.model import Hop

NAMED = r"(?:named|identified|quoted|cited)"
GRANTED = (
    r"(?:(?:spoke|speaking|talked|talking|said so|agreed to (?:speak|talk)) )?(?:on (?:the )?condition of anonymity"
    r"|(?:was|were|been) granted anonymity|(?:request|ask|insist|demand)(?:ed|ing|s)? (?:for |on )?anonymity)"
)
UNNAMED = (
    r"(?:ask|request|want|prefer|wish|declin|refus|insist)(?:e?d|ing|s|es)? (?:on )?(?:not )?(?:to be|being|be) "
    rf"{NAMED}"
    rf"|who (?:was|were|is|are|could|would|can|did) not (?:be |to be |want to be |wish to be )?{NAMED}"
)
NOT_ALLOWED = (
    r"(?:who )?(?:was|were|is|are)(?: not|n[’']t) (?:yet )?(?:authori[sz]ed|allowed|permitted) to (?:speak|talk|comment"
    r"|discuss)[^.;,“”\"]*"
)
BECAUSE = (
    r"(?:[^.;“”\"]{0,60}?(?:because|since|due to|given|citing|in order to|so as to|for fear|as (?:they|he|she|the))"
    r"[^.;,“”\"]*)?"
)
REASON = re.compile(rf"(?:{GRANTED}|{UNNAMED}|{NOT_ALLOWED}|spoke on background){BECAUSE}", re.IGNORECASE)
OF_THEM = re.compile(r"(?:They|He|She|All|Both|Each|The (?:\w+ )?(?:officials?|sources?|people|person|men|women))\b")
REACH = 4
"""Sentences from that of the mention on."""
UNNAMED_KINDS = frozenset({Kind.ANONYMOUS, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Reasons:
    """The reasons that a page gives, each with the sentence it stands in, in order."""

    page: Page
    found: tuple[tuple[int, str, Span], ...]

    @classmethod
    def of(cls, page: Page) -> Self:
        """Those of the whole page."""
        spans = [(Span(*one.span()), one[0].strip(" ,")) for one in REASON.finditer(page.text)]
        return cls(page, tuple((page.sentence_at(span.start), words, span) for span, words in spans))

    def explained(self, hop: Hop) -> Hop:
        """`hop` with the reason why it is not named, where one is given; who asks not to be named is no mere group."""
        if hop.kind not in UNNAMED_KINDS or not hop.mention:
            return hop
        at = self.page.sentence_at(hop.mention[0].start)
        for sentence, words, span in self.found[bisect_left(self.found, (at,)) :]:
            if sentence >= at + REACH:
                break
            start = self.page.sentences[sentence].start
            if sentence == at or OF_THEM.match(self.page.text, start):
                shown = any(one.start <= span.start and span.end <= one.end for one in hop.evidence)
                evidence = hop.evidence if shown else (*hop.evidence, span)
                return replace(hop, kind=Kind.ANONYMOUS, anonymous=True, reason=words, evidence=evidence)
        return hop
