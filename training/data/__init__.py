"""The corpora that the reader learns from, one file each; all read their articles through `evaluation.gate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from training.data import basil, invented, polnear, polnear_chains, web, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from training.data.examples import Example

BESIDE = Path(__file__).parents[3] / "shared" / "data"
"""The folder of all corpora, beside the checkout; it is no part of the project."""
SPANS: dict[str, Callable[[Path], Iterator[Example]]] = {polnear.NAME: polnear.examples}
"""Annotated with spans alone, by name."""
CHAINS: dict[str, Callable[[Path], Iterator[Example]]] = {
    one.NAME: one.examples for one in (polnear_chains, basil, web, invented)
}
"""Annotated with whole chains, by name."""
OWN: dict[str, Callable[[Path], Iterator[Example]]] = {written.NAME: written.examples}
"""Written for this project, with whole chains and pages without any: learnt from, never scored."""
CORPORA = SPANS | CHAINS
