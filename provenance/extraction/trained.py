"""The extractor that reads by the trained model: tags and links from one encoder, chains by the rules of relaying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.encoder import tagger
from provenance.encoder.meaning import scored
from provenance.extraction.antecedents import Antecedents
from provenance.extraction.decode import allowed, best_tags, linked, ranges
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
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from provenance.documents.segmentation import Page
    from provenance.encoder.tagger import Scores
    from provenance.encoder.tokens import Pieces
    from provenance.extraction.rules.said import Said
    from provenance.model import Article, Span

TOP = 4  # lines
ASKED = re.compile(r"\b(?:asked|questioned|quizzed|pressed)(?: (?:about|on|whether|if))?$", re.IGNORECASE)


class Trained:
    """Reads by the model that ships with the program. `threads` of its one session: 0 for one on each core."""

    def __init__(self, threads: int = 0) -> None:
        self._threads = threads

    @property
    def identity(self) -> Extractor:
        return Extractor("model", "3", tagger.fingerprint())

    def read(self, article: Article) -> Reading:
        """Every attribution that the model finds in `article`, with its chain."""
        page, cut, scores = scored(article.text, self._threads)
        if scores is None:
            return Reading(article, self.identity)
        eyes = tagger.tagger(self._threads)
        found = tagged(page, cut, scores, eyes.transitions)
        sure = Confidence(found, eyes.confidence)
        ranks = Antecedents(cut, scores.links, eyes.far).best
        told = with_accounts(page, transcribed(page, [one.said for one in found]))
        told = completed(page, with_pointers(page, told))
        reading = sure.hops(assembled(article, page, told, self.identity, sure, ranks))
        return continued(page, traced(page, reading))


def _misread(page: Page, cue: Span) -> bool:
    """Whether a cue tells where a page was written, or why a source is not named."""
    reasons = REASON.finditer(page.text, max(0, cue.start - REASON_REACH), cue.end + REASON_REACH)
    return _place(page, cue) or any(r.start() <= cue.start and cue.end <= r.end() for r in reasons)


def _place(page: Page, cue: Span) -> bool:
    """Whether a cue is a colon near the top after no speaker but a place: "MOSCOW/LONDON: The president …"."""
    if page.text[cue.start : cue.end] != ":":
        return False
    before = page.text[: cue.start].rpartition("\n")[2]
    near = page.text.count("\n", 0, cue.start) <= TOP
    return near and before.isupper() and page.text.count(f"{before}:") == 1


def _put_to(page: Page, said: Said) -> bool:
    """Whether a cue tells what somebody was asked, by nobody in particular: "Asked about |the fire|, she said"."""
    return said.source.start == said.source.end and ASKED.search(page.text, *said.cue) is not None


def tagged(page: Page, cut: Pieces, scores: Scores, transitions: NDArray[np.float32]) -> list[Spoken]:
    """The statements that the model tags on a page of at least one word."""
    tags = best_tags(scores.tags, allowed(transitions))
    levels = []
    for level in range(2):
        found = ranges(tags[:, level], scores.tags[:, level])
        found["cue"] = [cue for cue in found["cue"] if not _misread(page, cut.span(cue.start, cue.end))]
        levels.append(linked(found, scores.links, cut.paragraph))
    return [one for one in spoken(page, cut, *levels) if not _put_to(page, one.said)]
