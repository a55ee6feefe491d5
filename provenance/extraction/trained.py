"""The extractor that reads by the trained model: one pass of the encoder, and the parser over what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.encoder.encoder import encoder, fingerprint, folder
from provenance.extraction.parser.parser import parsed
from provenance.extraction.parser.reading import attributions
from provenance.extraction.parser.scale import scaled, stated
from provenance.extraction.parser.weights import heads
from provenance.model import Extractor, Reading

if TYPE_CHECKING:
    from provenance.encoder.encoded import Encoded
    from provenance.model import Article

VERSION = "8"


class Trained:
    """Reads by the model that ships with the program. `threads` of the pass that `read` makes: 0 for one a core."""

    def __init__(self, threads: int = 0) -> None:
        self._threads = threads

    @property
    def identity(self) -> Extractor:
        return Extractor("model", VERSION, fingerprint())

    def read(self, article: Article) -> Reading:
        """Every attribution that the model finds in `article`, with its chain. Raises as `Encoder.encode` does."""
        return self.read_encoded(article, encoder(self._threads).encode(article.text))

    def read_encoded(self, article: Article, encoded: Encoded) -> Reading:
        """The same, from the pass over the text of `article` that was made already."""
        if not len(encoded.tokens):
            return Reading(article, self.identity)
        found = parsed(encoded, heads(folder()))
        fitted = encoded.tables.confidence
        sure = scaled(found.tagged, fitted, found.laid_out) if fitted else stated
        made = attributions(encoded.page, found.graph, article, f"parser/{VERSION}", sure, found.laid_out)
        return Reading(article, self.identity, attributions=tuple(made))
