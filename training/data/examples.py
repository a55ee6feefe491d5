"""What every corpus gives: an article, what annotators wrote of it, and whether that goes as far as whole chains.

A row is a line of the annotations as `shared/data/README.md` has them, spans in characters of the article's text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evaluation.gold import RELAYS, STANCES, Type
from provenance.errors import InputError
from provenance.model import Article, Assertion, Kind, Publisher, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from provenance.model import Spans


@dataclass(frozen=True, slots=True)
class GoldHop:
    """A hop as annotated; `relation` is None for a bare attitude, `mention` where no words stand for the hop."""

    name: str
    kind: Kind
    relation: Relation | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """An annotated attribution, its chain from the article to the origin.

    `type` is None where the corpus tells no statement from an attitude; then `chain` is empty too.
    """

    id: str
    type: Type | None
    content: Spans
    cue: Spans = ()
    source: Spans = ()
    chain: tuple[GoldHop, ...] = ()

    @property
    def stance(self) -> Assertion | None:
        """What its source does with the content; None for what is no statement, and where the corpus does not say."""
        return Assertion(STANCES[self.type]) if self.type in STANCES else None

    @property
    def is_attitude(self) -> bool:
        return self.type is Type.ATTITUDE

    @property
    def is_relayed(self) -> bool:
        """Whether the article has it from somebody who has it from somebody."""
        return len(self.chain) > 1 or (len(self.chain) == 1 and self.chain[0].kind in RELAYS)


@dataclass(frozen=True, slots=True)
class Example:
    """An annotated article of a corpus; `derivations` are what all of it was taken from."""

    corpus: str
    article: Article
    statements: tuple[GoldStatement, ...]
    derivations: tuple[GoldHop, ...] = ()
    has_chains: bool = True


def joined(
    corpus: str, articles: Iterable[Mapping[str, Any]], annotations: Iterable[Mapping[str, Any]]
) -> Iterator[Example]:
    """The annotated ones among `articles`, with their lines of whole chains, in the order of `articles`.

    Raises InputError where a line lies outside its article, or belongs to none.
    """
    lines: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in annotations:
        lines[row["doc"]].append(row)
    for row in articles:
        one = article(row)
        if own := lines.pop(one.key, None):
            statements = tuple(_statement(line, one) for line in own if "type" in line)
            derived = tuple(_hop(hop, one) for line in own for hop in line.get("derivation", ()))
            yield Example(corpus, one, statements, derived)
    if lines:
        raise InputError(f"{corpus}: annotations of {min(lines)}, which is not among the articles: add it or leave out")


def article(row: Mapping[str, Any]) -> Article:
    return Article(
        str(row.get("id") or row["doc"]),
        row["text"],
        title=row.get("title") or None,
        publisher=_publisher(row),
        byline=row.get("byline") or None,
        published=row.get("published") or None,
        url=row.get("url") or None,
    )


def spans(found: Sequence[Sequence[int]] | None, of: Article) -> tuple[Span, ...]:
    return tuple(_span(one, of) for one in found or ())


def _publisher(row: Mapping[str, Any]) -> Publisher | None:
    return Publisher(row["publisher"], Kind(row.get("kind", "outlet"))) if row.get("publisher") else None


def _statement(row: Mapping[str, Any], of: Article) -> GoldStatement:
    chain = tuple(_hop(hop, of) for hop in row["chain"])
    content, cue, source = (spans(row[role], of) for role in ("content", "cue", "source"))
    return GoldStatement(row["id"], Type(row["type"]), content, cue, source, chain)


def _hop(hop: Mapping[str, Any], of: Article) -> GoldHop:
    relation = Relation(hop["relation"]) if hop["relation"] else None
    mention = _span(hop["mention"], of) if hop["mention"] else None
    return GoldHop(hop["name"], Kind(hop["kind"]), relation, mention)


def _span(found: Sequence[int], of: Article) -> Span:
    start, end = found
    if not 0 <= start < end <= len(of.text):
        raise InputError(
            f"article {of.key}: the span {start}–{end} is outside its {len(of.text)} characters: correct it"
        )
    return Span(start, end)
