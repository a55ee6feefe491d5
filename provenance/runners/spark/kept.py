"""An article on its way through a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from provenance.linking.prepared import Prepared
    from provenance.model import Reading


class Kept(NamedTuple):
    """A reading, the IRI of its article, and what linking needs of it; so many statements did not fit, `dropped`."""

    article: str
    reading: Reading
    prepared: Prepared
    dropped: int
