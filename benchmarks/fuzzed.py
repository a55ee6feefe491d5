"""One process of `benchmarks.fuzzing`: a target, what is refused of it, and where what was found is kept.

`python -m benchmarks.fuzzed TARGET FOUND CORPUS [option of libFuzzer ...]`, with `tests/support` on the path.
"""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.model import Extractor

if TYPE_CHECKING:
    from collections.abc import Callable

    Target = Callable[[bytes], None]

DECODER, INPUT = "decoder", "input"
LONGEST_REASON = 5_000
"""Characters: one with the longest address that is taken (`readers.fields.URL_LIMIT`)."""
READER, READ_AT = Extractor("fuzzing", "1"), datetime(2031, 3, 1, tzinfo=UTC)
SEEDED = 8
"""Bytes of the shortest input of the decoder: two for a seed, one each for how wide scores are and how much is tagged.

What follows is words, WORDS_MOST at most, and scores."""
WORDS_MOST = 60
SPREADS = (0.0, 1e-3, 1.0, 1e6)
WORDS = (
    "the she they who said told wrote according to that a an it memo newspaper interview Facebook Reuters Ada Brunt "
    "Harl Courier’s “ ” . , : — leaks İstanbul Ǆ ß 東京 привет 😀 \u0301 \u200b _ @ada U.S. 1,000 \n \n\n"
).split(" ")


class RefusedError(Exception):
    """What a reader gave is not what it may give."""


def main() -> None:
    import atheris

    name, found, corpus, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["provenance"]):
        target, seeds = (decoder if name == DECODER else reader)(name)
        for seed in seeds:
            target(seed)
            Path(corpus, sha256(seed).hexdigest()).write_bytes(seed)
    atheris.Setup([sys.argv[0], corpus, *options], keeping(target, Path(found)))
    atheris.Fuzz()


def keeping(target: Target, found: Path) -> Target:
    """`target`, which goes on after a finding; of findings at one line of the program, the first is kept."""

    def tried(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:  # noqa: BLE001 -- whatever is raised is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            name = found / f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
            if not name.with_suffix(".said").exists():
                name.with_suffix(".input").write_bytes(data)
                name.with_suffix(".said").write_text("".join(traceback.format_exception(error)), "utf-8", "replace")

    return tried


def reader(name: str) -> tuple[Target, list[bytes]]:
    """Of the format with this suffix, or of whatever format standard input seems to be in."""
    from files import outcomes
    from samples import files

    from provenance.readers import standard_input
    from provenance.readers.formats import READERS

    def read(data: bytes) -> None:
        check(outcomes(f"a{name}", data))

    def read_input(data: bytes) -> None:
        suffix = standard_input.sniff(data[: standard_input.HEAD])
        if suffix not in READERS:
            raise RefusedError(f"sniffed as {suffix}")
        check(outcomes(f"a{suffix}", data))

    own = [data for file, data in files().items() if name == INPUT or file.partition(".")[2] == name.lstrip(".")]
    return (read_input if name == INPUT else read), own


def check(found: list[Any]) -> None:
    """Each an article that the store gives back as it was, or a reason in one line."""
    from provenance.documents.credits import credited
    from provenance.model import Reading
    from provenance.rdf.mapping.read import reading
    from provenance.rdf.mapping.write import quads

    for one in found:
        if hasattr(one, "reason"):
            if len(one.reason.splitlines()) != 1 or len(one.reason) > LONGEST_REASON:
                raise RefusedError(f"a reason of several lines: {one.reason!r}")
            continue
        if not one.article.text.strip() or one.article.capture is None:
            raise RefusedError(f"no article: {one!r}")
        told = credited(one.article)
        given = Reading(told.article, READER, derivations=told.derivations)
        if reading(quads(given, READ_AT)).article != given.article:
            raise RefusedError(f"another article comes back: {given!r}")


def decoder(_name: str) -> tuple[Target, list[bytes]]:
    """What the parser makes of a page whose words and scores are the input's bytes."""
    import numpy as np
    from parsing import DrawnHeads, encoded

    from provenance.extraction.parser.chains import chains
    from provenance.extraction.parser.labels import MOST_HOPS
    from provenance.extraction.parser.parser import parsed
    from provenance.extraction.parser.reading import attributions
    from provenance.model import Article

    class Heads(DrawnHeads):
        """Scores are the bytes over and over, not drawn."""

        def _scores(self, *shape: int) -> Any:
            return np.float32(self.spread) * np.resize(given, shape).astype(np.float32)

    given = np.zeros(1, np.int8)

    def decode(data: bytes) -> None:
        nonlocal given
        if len(data) < SEEDED:
            return
        seed, spread, outside = int.from_bytes(data[:2]), SPREADS[data[2] % len(SPREADS)], data[3] % 8 - 2
        words = data[4 : 4 + WORDS_MOST]
        text = " ".join(WORDS[byte % len(WORDS)] for byte in words)
        given = np.frombuffer(data[4:], np.int8)
        page = encoded(text, seed, outside)
        if not len(page.tokens):
            return
        page.scores.tags[:] = np.resize(given, page.scores.tags.shape)
        page.scores.tags[:, :, 0] += 16 * outside
        graph = parsed(page, Heads(seed, spread)).graph
        if any(len(chain) > MOST_HOPS for chain in chains(graph, lambda _: "N")):
            raise RefusedError("a chain that is too long")
        article = Article("any", text, published="2031-02-03")
        for one in attributions(page.page, graph, article, "parser/0"):
            if not one.chain or not all(0 <= hop.confidence <= 1 and hop.evidence for hop in one.chain):
                raise RefusedError(f"a chain without evidence: {one!r}")

    chance = np.random.default_rng(1)
    return decode, [chance.bytes(size) for size in (SEEDED, 40, 80, 200)]


if __name__ == "__main__":
    main()
