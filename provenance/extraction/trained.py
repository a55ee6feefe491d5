"""The extractor that reads by the trained model: tags and links from one encoder, chains by the rules of relaying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.encoder import tagger
from provenance.encoder.meaning import scored
from provenance.extraction import rules
from provenance.extraction.antecedents import Antecedents
from provenance.extraction.decode import allowed, best_tags, linked, ranges
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from provenance.documents.segmentation import Page
    from provenance.encoder.tagger import Scores
    from provenance.encoder.tokens import Pieces
    from provenance.extraction.decode import Tagged
    from provenance.model import Article


class Trained:
    """Reads by the model that ships with the program. `threads` of its one session: 0 for one on each core."""

    def __init__(self, threads: int = 0) -> None:
        self._threads = threads

    @property
    def identity(self) -> Extractor:
        return Extractor("model", "4", tagger.fingerprint())

    def read(self, article: Article) -> Reading:
        """Every attribution that the model finds in `article`, with its chain."""
        page, cut, scores = scored(article.text, self._threads)
        if scores is None:
            return Reading(article, self.identity)
        eyes = tagger.tagger(self._threads)
        found = rules.told(page, cut, *tagged(page, cut, scores, eyes.transitions))
        ranks = Antecedents(cut, scores.links, eyes.far).best
        return rules.chained(article, page, found, eyes.confidence, ranks, self.identity)


def tagged(page: Page, cut: Pieces, scores: Scores, transitions: NDArray[np.float32]) -> tuple[list[Tagged], ...]:
    """What the model tags on a page of at least one word: the outer level, then the inner one."""
    tags = best_tags(scores.tags, allowed(transitions))
    levels = []
    for level in range(2):
        found = ranges(tags[:, level], scores.tags[:, level])
        found["cue"] = [cue for cue in found["cue"] if not rules.is_no_cue(page, cut.span(cue.start, cue.end))]
        levels.append(linked(found, scores.links, cut.paragraph))
    return tuple(levels)
