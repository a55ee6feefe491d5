"""What a trace comes to: the chains, and what each analysis makes of them, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from provenance.decisions import Decision
    from provenance.model import Statement
    from provenance.trace.choke import ChokePoint
    from provenance.trace.drift import Drift
    from provenance.trace.fetch import ToFetch
    from provenance.trace.independence import Independence
    from provenance.trace.loops import Loop
    from provenance.trace.origin_identity import OriginPair
    from provenance.trace.result import Chain, FactCheck, OneText, Origin
    from provenance.trace.timing import Appearance, Disorder
    from provenance.trace.traced import TraceGraph
    from provenance.trace.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Trace:
    """The part of the graph above a claim, and what it comes to: `judged` is its verdict.

    `more` says that there are chains beyond the limit; all else is of all that are decided. Denials and refusals to
    confirm are among the chains and `origins`, and count for no other field but `to_fetch`, `loops`, `drifts`,
    `disorders`. `decisions` are what people decided about what is in it, or would be; `one_text` says which articles
    share their text while nothing tells which of them took it. `origin_pairs` says of each two of the origins that are
    counted whether they are one. `undecided` counts the statements each way of which
    passes a hop or a statement that is undecided (`model.is_undecided`): they are in `statements`, `chains` and
    `traced`, and count for no other field. `checks` are the fact checks of it that articles in the store state; they
    count for no other field either. `further` is what analyses without a field of their own found, by their names
    (`analyses`).
    """

    claim: str
    judged: Verdict
    statements: tuple[Statement, ...]
    chains: tuple[Chain, ...]
    origins: tuple[Origin, ...]
    independence: Independence
    origin_pairs: tuple[OriginPair, ...]
    choke_points: tuple[ChokePoint, ...]
    loops: tuple[Loop, ...]
    drifts: tuple[Drift, ...]
    earliest: Appearance | None
    disorders: tuple[Disorder, ...]
    to_fetch: tuple[ToFetch, ...]
    more: bool
    traced: TraceGraph = field(repr=False, compare=False)
    decisions: tuple[Decision, ...] = ()
    one_text: tuple[OneText, ...] = ()
    undecided: int = 0
    checks: tuple[FactCheck, ...] = ()
    further: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """`traced` as a NetworkX graph with attributes."""
        return self.traced.network
