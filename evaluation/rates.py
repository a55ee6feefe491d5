"""How much of each kind of behaviour an extractor shows, against what is recorded of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evaluation.behaviour import cases, shortcomings, unmet
from provenance.extraction import extractor

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(name: str) -> Iterator[str]:
    """A line for each kind, what has risen or fallen in it, and the ids of all that fails, as `unmet.toml` has them.

    Raises UsageError where there is no such extractor, ExtractorError where it does not load.
    """
    read, known = extractor(name).read, unmet(name)
    kinds: dict[str, dict[str, bool]] = {}
    for case in cases():
        kinds.setdefault(case.kind, {})[case.id] = not shortcomings(case, read(case.article))
    for kind, met in kinds.items():
        yield _rate(kind, met)
        recorded = known.get(kind, frozenset())
        if risen := [id_ for id_ in met if met[id_] and id_ in recorded]:
            yield f"  is met now, take it out of unmet.toml: {', '.join(risen)}"
        if fallen := [id_ for id_ in met if not met[id_] and id_ not in recorded]:
            yield f"  is not met, and is not recorded: {', '.join(fallen)}"
    yield _rate("all", {f"{kind} {id_}": one for kind, met in kinds.items() for id_, one in met.items()})
    yield ""
    yield f"[{name}]"
    for kind, met in kinds.items():
        if failing := [id_ for id_ in met if not met[id_]]:
            yield f"{kind} = {json.dumps(failing)}"


def _rate(kind: str, met: dict[str, bool]) -> str:
    return f"{kind:16}{sum(met.values()):4} of {len(met):3}  {100 * sum(met.values()) / len(met):3.0f} %"
