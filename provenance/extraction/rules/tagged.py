"""What the model tagged, read by the rules: which tags are statements, and the reading that those make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.according import with_accounts
from provenance.extraction.rules.assembly import assembled
from provenance.extraction.rules.confidence import Confidence
from provenance.extraction.rules.continuing import continued
from provenance.extraction.rules.pointing import with_pointers
from provenance.extraction.rules.spoken import REASON_REACH, Spoken, spoken
from provenance.extraction.rules.tales import traced
from provenance.extraction.rules.transcripts import transcribed
from provenance.extraction.rules.untagged import completed
from provenance.extraction.rules.who import REASON

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from provenance.documents.segmentation import Page
    from provenance.encoder.tokens import Tokens
    from provenance.extraction.decode import Tagged
    from provenance.extraction.rules.persons import Ranks
    from provenance.extraction.rules.said import Said
    from provenance.model import Article, Extractor, Reading, Span

TOP = 4  # lines
ASKED = re.compile(r"\b(?:asked|questioned|quizzed|pressed)(?: (?:about|on|whether|if))?$", re.IGNORECASE)


def is_no_cue(page: Page, tagged: Span) -> bool:
    """Whether what was tagged as a cue tells where a page was written, or why a source is not named."""
    reasons = REASON.finditer(page.text, max(0, tagged.start - REASON_REACH), tagged.end + REASON_REACH)
    return _place(page, tagged) or any(r.start() <= tagged.start and tagged.end <= r.end() for r in reasons)


def told(page: Page, tokens: Tokens, outer: Sequence[Tagged], inner: Sequence[Tagged]) -> list[Spoken]:
    """The statements of both levels of tags, in the order of their cues."""
    return [one for one in spoken(page, tokens, outer, inner) if not _put_to(page, one.said)]


def chained(
    article: Article,
    page: Page,
    found: Sequence[Spoken],
    fitted: Mapping[str, Any] | None,
    ranks: Ranks,
    extractor: Extractor,
) -> Reading:
    """The reading that the statements `found` make of `article`, with those that no tag shows.

    `fitted` puts scores on the scale of how often they are right (`confidence`), `ranks` says whom a pronoun means.
    """
    sure = Confidence(found, fitted)
    statements = with_accounts(page, transcribed(page, [one.said for one in found]))
    statements = completed(page, with_pointers(page, statements))
    reading = sure.hops(assembled(article, page, statements, extractor, sure, ranks))
    return continued(page, traced(page, reading))


def _place(page: Page, cue: Span) -> bool:
    """Whether a cue is a colon near the top after no speaker but a place: "MOSCOW/LONDON: The president …"."""
    if page.text[cue.start : cue.end] != ":":
        return False
    before = page.text[page.text.rfind("\n", 0, cue.start) + 1 : cue.start]
    near = page.text.count("\n", 0, cue.start) <= TOP
    return near and before.isupper() and page.text.count(f"{before}:") == 1


def _put_to(page: Page, said: Said) -> bool:
    """Whether a cue tells what somebody was asked, by nobody in particular: "Asked about |the fire|, she said"."""
    return said.source.start == said.source.end and ASKED.search(page.text, *said.cue) is not None
