"""What a store keeps beside readings: links that the program concluded, decisions of people."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from provenance.decisions import Undone
from provenance.errors import NotFoundError
from provenance.rdf import claims, inferred, reviewed
from provenance.rdf.graph import Pattern
from provenance.rdf.vocabulary import INFERRED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from pyoxigraph import Quad

    from provenance.decisions import Decision
    from provenance.model import Judgement, Link, LinkKind
    from provenance.rdf.graph import Graph
    from provenance.rdf.home import Home


class Layers:
    """The inferred and the reviewed graph of a store, which says where its quads are and whether it may write."""

    home: Home

    @property
    def _graph(self) -> Graph:
        raise NotImplementedError

    def check_writable(self) -> None:
        raise NotImplementedError

    def _passage(self, attribution: str) -> str:
        return claims.passages(self._graph, attribution)[0]

    def write_links(self, links: Iterable[Link]) -> None:
        """Keep `links`, each in the place of the one of its name, all or none; the same again changes nothing.

        Raises as `replace_links`.
        """
        self.replace_links((), links)

    def replace_links(self, gone: Iterable[str], links: Iterable[Link]) -> None:
        """Forget the links with the IRIs `gone` and keep `links`, in one atomic step.

        Raises InputError where RDF cannot carry a link, StoreError where it cannot be written, UsageError where the
        store was opened for reading only.
        """
        self.conclude(gone, links, (), {})

    def conclude(
        self, gone: Iterable[str], links: Iterable[Link], left: Iterable[str], makers: Mapping[str, Iterable[str]]
    ) -> None:
        """As `replace_links`; in the same step the passages `left` lose their claim, and attributions get theirs.

        `makers` gives for the IRI of a claim those of all attributions that make it.
        """
        self.check_writable()
        with self.home.reported():
            makers = {claim: list(made) for claim, made in makers.items()}
            claims.ahead_of_passages(self._graph, chain.from_iterable(makers.values()))
            passages = {claim: sorted(set(map(self._passage, made))) for claim, made in makers.items()}
            inferred.replace(self._graph, gone, links, left, passages)

    def take_over(self, quads: Sequence[Quad]) -> int:
        """Write what is kept of links and claims (`quads`) elsewhere; how many of them were not there, all or none."""
        self.check_writable()
        with self.home.reported():
            self._graph.ahead(
                lambda: (Pattern(getattr(one.subject, "value", None), None, None, INFERRED) for one in quads)
            )
            new = [quad for quad in quads if quad not in self._graph]
            self._graph.amend(INFERRED, (), new)
            return len(new)

    def conclude_anew(self) -> None:
        """Throw away all that was concluded. Raises as `replace_links`."""
        self.check_writable()
        with self.home.reported():
            inferred.clear(self._graph)

    def forget_decisions(self, article: str) -> int:
        """Take out the decisions that tell of an article, by IRI; how many there were. Raises as `replace_links`."""
        self.check_writable()
        with self.home.reported():
            return reviewed.forget(self._graph, article)

    def decide(self, *decisions: Decision) -> None:
        """Keep `decisions`, all or none; the same again changes nothing.

        Raises UsageError where one makes no sense (see `decisions.check`) or the store was opened for reading only,
        InputError where RDF cannot carry it, StoreError where it cannot be written.
        """
        self.check_writable()
        with self.home.reported():
            reviewed.write(self._graph, decisions)

    def undo(self, decision: str, by: str, at: datetime) -> None:
        """Keep that the decision with this IRI was undone, at a time in UTC; the decision itself stays.

        Raises NotFoundError where there is none, UsageError where it is undone already, else as `decide`.
        """
        self.check_writable()
        with self.home.reported():
            reviewed.undo(self._graph, decision, Undone(by, at))

    def decisions(self) -> list[Decision]:
        """What people decided, the earliest first, also what they undid."""
        with self.home.reported():
            return reviewed.every(self._graph)

    def links(self, judgement: Judgement | None = None) -> Iterator[Link]:
        """What was concluded across articles, by IRI; only what was judged so where `judgement` is given."""
        with self.home.reported():
            yield from inferred.judged(self._graph, judgement) if judgement else inferred.every(self._graph)

    def links_of(self, iri: str) -> Iterator[Link]:
        """The links with `iri` at one of their ends, by IRI."""
        with self.home.reported():
            yield from inferred.of(self._graph, iri)

    def ahead_of_links(self, ends: Callable[[], Iterable[str]]) -> None:
        """`links_of` will be asked of each of `ends`."""
        with self.home.reported():
            inferred.ahead(self._graph, ends)

    def names_of_links(self, ends: Iterable[str], kinds: Collection[LinkKind]) -> set[str]:
        """The IRIs of the links of `kinds` with one of `ends` at an end."""
        with self.home.reported():
            return inferred.names_of(self._graph, ends, kinds)

    def link(self, iri: str) -> Link:
        """The link called `iri`. Raises NotFoundError where there is none."""
        with self.home.reported():
            link = inferred.named(self._graph, iri)
            if link is None:
                raise NotFoundError(f"the store holds no link {iri}: 'provenance review --format json' lists them")
            return link
