"""What linking needs of a reading before it meets any other: made from the reading alone, in any process."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from provenance.encoder.encoder import encoder
from provenance.encoder.labels import WIDTH
from provenance.encoder.meaning import meaning, meanings
from provenance.errors import InputError
from provenance.linking import blocking, records
from provenance.model import passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from provenance.encoder.encoded import Encoded
    from provenance.linking.blocking.keys import KeyKind
    from provenance.linking.records import ArticleRecord
    from provenance.model import Reading

STATEMENT = 2000
"""Characters of a statement that is read without its article."""


class Prepared(NamedTuple):
    """A reading as it is compared, and the keys by which it meets others: some 0.7 kB a statement, vectors and all."""

    record: ArticleRecord
    keys: Mapping[KeyKind, frozenset[int]]


def prepared(reading: Reading, vectors: NDArray[np.float32]) -> Prepared:
    """`vectors` [statements, WIDTH] say what each statement of `reading` means."""
    record = records.record(reading, vectors)
    return Prepared(record, blocking.keys(reading, (one.words for one in record.statements)))


def vectors_of(reading: Reading, encoded: Encoded | None, threads: int) -> NDArray[np.float32]:
    """A vector for each statement, [statements, WIDTH]; in a text too long for one pass each is read by itself.

    `encoded` is the encoder's pass over the text, made here on so many `threads` where there is none.
    """
    text, found = reading.article.text, reading.attributions
    if encoded is None and found:
        reader = encoder(threads)
        try:
            encoded = reader.encode(text)
        except InputError:
            own = (reader.encode(passage(text, one.content)[:STATEMENT]) for one in found)
            return np.stack([meaning(one) for one in own])
    return meanings(encoded, found) if encoded else np.zeros((0, WIDTH), dtype=np.float32)
