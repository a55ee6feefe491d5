"""What annotators wrote of event articles, as readings: for linking to be fitted and measured on."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from provenance.model import (
    Article,
    Assertion,
    Attribution,
    Extractor,
    Hop,
    Kind,
    Publisher,
    Quotation,
    Reading,
    Relation,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from provenance.model import Spans

GOLD = Extractor("gold", "1")


def readings(
    articles: Iterable[Mapping[str, Any]], statements: Iterable[Mapping[str, Any]]
) -> list[tuple[Reading, list[str]]]:
    """Each article as it was annotated, with the claim that each of its attributions makes.

    Words that one chain both asserts and denies, as two claims, are one attribution: the first.
    """
    told: defaultdict[str, dict[tuple[Spans, tuple[Hop, ...]], tuple[Attribution, str]]] = defaultdict(dict)
    for row in statements:
        one = _attribution(row)
        told[row["id"]].setdefault((one.content, one.chain), (one, row["claim_cluster"]))
    made = [(_article(row), list(told[row["id"]].values())) for row in articles]
    return [
        (Reading(article, GOLD, attributions=tuple(one for one, _ in marked)), [claim for _, claim in marked])
        for article, marked in made
    ]


def _article(row: Mapping[str, Any]) -> Article:
    publisher = Publisher(row["publisher"], Kind(row.get("kind", "outlet"))) if row["publisher"] else None
    return Article(
        row["id"],
        row["text"],
        title=row["title"],
        publisher=publisher,
        byline=row.get("byline"),
        published=row["published"],
        url=row.get("url"),
    )


def _attribution(row: Mapping[str, Any]) -> Attribution:
    chain = tuple(_hop(hop) for hop in row["chain"])
    span = (Span(row["start"], row["end"]),)
    return Attribution(span, (), (), Quotation.INDIRECT, chain, 1.0, Assertion(row["stance"].replace("_", " ")))


def _hop(hop: Mapping[str, Any]) -> Hop:
    return Hop(hop["name"], Kind(hop["kind"]), Relation(hop["relation"]), anonymous=hop["kind"] == "anonymous")
