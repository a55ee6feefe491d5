"""The extractor that reads by the trained model: tags and links from one encoder, chains by the rules of relaying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.encoder.encoder import encoder, fingerprint
from provenance.extraction import rules
from provenance.extraction.antecedents import Antecedents
from provenance.extraction.decode import allowed, best_tags, linked, ranges
from provenance.extraction.protocol import signed
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    from provenance.encoder.encoded import Encoded
    from provenance.extraction.decode import Tagged
    from provenance.model import Article


class Trained:
    """Reads by the model that ships with the program. `threads` of the pass that `read` makes: 0 for one a core."""

    def __init__(self, threads: int = 0) -> None:
        self._threads = threads

    @property
    def identity(self) -> Extractor:
        return Extractor("model", "4", fingerprint())

    def read(self, article: Article) -> Reading:
        """Every attribution that the model finds in `article`, with its chain. Raises as `Encoder.encode` does."""
        return self.read_encoded(article, encoder(self._threads).encode(article.text))

    def read_encoded(self, article: Article, encoded: Encoded) -> Reading:
        """The same, from the pass over the text of `article` that was made already."""
        if not len(encoded.tokens):
            return Reading(article, self.identity)
        page = encoded.page
        found = rules.told(page, encoded.tokens, *tagged(encoded))
        ranks = Antecedents(encoded).best
        reading = rules.chained(article, page, found, encoded.tables.confidence, ranks, self.identity)
        return signed(reading, rules.Rules.identity)


def tagged(encoded: Encoded) -> tuple[list[Tagged], ...]:
    """What the model tags on a page of at least one word: the outer level, then the inner one."""
    page, tokens, scores = encoded.page, encoded.tokens, encoded.scores.tags
    tags = best_tags(scores, allowed(encoded.tables.transitions))
    levels = []
    for level in range(tags.shape[1]):
        found = ranges(tags[:, level], scores[:, level])
        found["cue"] = [cue for cue in found["cue"] if not rules.is_no_cue(page, tokens.span(cue.start, cue.end))]
        levels.append(linked(found, encoded.links, tokens.paragraph))
    return tuple(levels)
