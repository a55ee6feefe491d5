"""What linking asks of whoever keeps readings and the links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from provenance.model import Link, LinkKind, Reading


class LinkStore(Protocol):
    """`provenance.rdf.store.Store` is one."""

    def runs(self) -> list[str]:
        """The graphs of current readings."""

    def reading(self, run: str) -> Reading:
        """What the graph `run` holds."""

    def links_of(self, iri: str) -> Iterator[Link]:
        """The links with `iri` at one of their ends."""

    def names_of_links(self, ends: Iterable[str], kinds: Collection[LinkKind]) -> set[str]:
        """The IRIs of the links of `kinds` with one of `ends` at an end."""

    def conclude(
        self, gone: Iterable[str], links: Iterable[Link], left: Iterable[str], claims: Mapping[str, Iterable[str]]
    ) -> None:
        """Forget the links `gone`, keep `links`; passages `left` lose their claim, attributions get theirs of `claims`.

        All or nothing.
        """

    def conclude_anew(self) -> None:
        """Forget all links and claims."""
