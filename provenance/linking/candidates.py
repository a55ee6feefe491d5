"""What linking asks of whoever keeps its records: which articles to compare, and what comparing them gave.

`provenance.candidates` keeps them in SQLite. Articles and statements are numbers of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from provenance.linking.blocking.keys import KeyKind
    from provenance.linking.matching.claims import Pair
    from provenance.linking.records import ArticleRecord
    from provenance.model import Link

    AgentPair = tuple[str, str]
    """Two agents by their IRIs, in order."""


class Member(NamedTuple):
    """A statement: the IRI of its attribution, its article, the graph it is read in, the day its article came out.

    `home` is the number, and `first` the IRI, of the first statement of the claim that it was last found to make.
    """

    iri: str
    article: int
    run: str
    day: int | None
    home: int
    first: str


class Component(NamedTuple):
    """Statements that are grouped together, and the pairs between them, each once, with the likelihood."""

    statements: frozenset[int]
    pairs: list[tuple[int, int, float]]


class Components(Protocol):
    """Which statements are grouped together, kept in line as pairs come and go."""

    @property
    def renewed(self) -> frozenset[int]:
        """The statements whose claims may have other links since `affected`, though nothing joined or left them.

        They came, or stand at one end of a pair that came or changed: each such pair has one end among them. Or one
        that made the same claim is gone.
        """

    def affected(self) -> Iterator[list[Component]]:
        """Those whose statements or pairs changed since this was last asked, as they are now.

        So many at a time as can be held; each lot is to be settled before the next is asked for.
        """

    def pairs(self, statements: Iterable[int]) -> list[tuple[int, int, float]]:
        """The pairs of `statements`, from each of their ends that is among these."""

    def settle(self, components: Iterable[Component], homes: Mapping[int, int]) -> None:
        """Some of what `affected` gave, with the home of each statement, is as it is now."""


class CandidateIndex(Protocol):
    """The records of articles, the keys they meet by, the pairs that comparing them gave."""

    @property
    def sound(self) -> bool:
        """Whether its last writer finished."""

    @property
    def components(self) -> Components: ...

    def mark_unsound(self) -> None:
        """Before the first write; on disk when this returns."""

    def mark_sound(self) -> None:
        """After the last write; on disk, with all that was written, when this returns."""

    def rewrite(self) -> None:
        """Leave nothing of what was forgotten on disk."""

    def close(self) -> None: ...

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written within is kept, or, where an error ends it, nothing."""

    def runs(self) -> dict[str, str]:
        """The graph of each article's reading, and the article's IRI."""

    def number_of(self, article: str) -> int | None: ...

    def iri_of(self, article: int) -> str: ...

    def run_of(self, article: int) -> str: ...

    def record(self, article: int) -> ArticleRecord: ...

    def records_of(self, statements: Iterable[str]) -> list[ArticleRecord]:
        """Those of the articles that some of `statements` stand in, by IRI."""

    def members(self, statements: Iterable[int]) -> dict[int, Member]: ...

    def numbers(self, statements: Iterable[str]) -> set[int]:
        """The numbers of statements, by their IRIs."""

    def alike(self, article: int) -> set[int]:
        """The articles whose statements are to be compared with those of `article`."""

    def met(self, kind: KeyKind, article: int) -> set[int]:
        """The articles that `article` meets by a key of that kind."""

    def displaced(self, kind: KeyKind, article: int) -> set[int]:
        """Those that would be first holders of a key of `article` without it: whom they meet changes with it."""

    def compared_with(self, article: int) -> set[int]:
        """The articles that `article` was compared with."""

    def add(self, article: str, run: str, record: ArticleRecord, keys: Mapping[KeyKind, Iterable[int]]) -> int:
        """Learn a reading, with its keys of each kind; its pairs come with `keep`. The number it is known by here."""

    def keep(self, one: int, other: int, pairs: Iterable[Pair], agents: Iterable[Link]) -> None:
        """Learn what comparing two articles gave, or one with itself: statements of one claim, agents that are one."""

    def part(self, one: int, other: int) -> set[AgentPair]:
        """Forget what comparing two articles gave; the pairs of agents that it gave."""

    def remove(self, article: int) -> set[AgentPair]:
        """Forget an article and what comparing it gave; the pairs of agents that this gave."""

    def outdate(self, article: str) -> None:
        """Say of an article, by IRI, that its reading is not in its graph any more; on disk when this returns."""

    def agent_link(self, pair: AgentPair) -> Link | None:
        """The surest of what the articles that name both say of two agents."""
