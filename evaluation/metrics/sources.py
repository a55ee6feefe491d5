"""Who a source really is: its name, kind, and whether it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaluation import names
from evaluation.matching import covered
from evaluation.measures import Ratio
from evaluation.metrics import hops

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaluation.gold import Named
    from evaluation.measures import Tally
    from provenance.model import Hop, Reading


def tally(reading: Reading | None, gold: Sequence[Named]) -> Tally:
    """What one article adds: shares of all annotated sources."""
    found = [(hop, named) for named in gold if (hop := _origin(reading, named))]
    right = {
        "found": len(found),
        "name (exact)": sum(names.same(hop.name, named.name) for hop, named in found),
        "name (near)": sum(names.near(hop.name, named.name) for hop, named in found),
        "kind": sum(hops.same_kind(hop.kind, named.kind) for hop, named in found),
        "anonymous": sum(hop.anonymous == named.anonymous for hop, named in found),
    }
    return {name: Ratio(count, len(gold)) for name, count in right.items()}


def _origin(reading: Reading | None, named: Named) -> Hop | None:
    """The origin of the attribution whose source shares most characters with it, if any; the first of equals."""
    best, most = None, 0
    for one in reading.attributions if reading else ():
        shared = len(named.source & covered(one.source))
        if shared > most:
            best, most = one.chain[-1], shared
    return best
