"""Sentences, each with one thing that any extractor should read in it: `tests/behaviour/*.toml`, a kind a file.

A case has an `id`, a `text`, a reason `why`, and what is known of its article (`title`, `publisher`, `byline`,
`published`). `statements` is how many are to be read; each `expected` is true of the statement it is `at`: a number,
counted from 0 or back from -1, "some" (if it says nothing) or "every". What is `unexpected` is not.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from provenance.model import Article, Publisher

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from provenance.model import Attribution, Reading, Spans

FOLDER = Path(__file__).parents[1] / "tests" / "behaviour"
UNMET = "unmet.toml"
"""What each extractor does not read yet: ids by kind."""
FIELDS = ("title", "byline", "published")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is true of a statement: values by the names of `facts`, or a `front` of its chain."""

    at: int | str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what is to be read in it; `count` of statements is None where any will do."""

    id: str
    kind: str
    why: str
    article: Article
    count: int | None
    expected: tuple[Expectation, ...]
    unexpected: tuple[Expectation, ...]


def cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every case, by kind."""
    return tuple(
        _case(path.stem, row)
        for path in sorted(folder.glob("*.toml"))
        if path.name != UNMET
        for row in tomllib.loads(path.read_text(encoding="utf8"))["case"]
    )


def unmet(extractor: str, folder: Path = FOLDER) -> dict[str, frozenset[str]]:
    """The ids of what an extractor does not read yet, by kind."""
    held = tomllib.loads((folder / UNMET).read_text(encoding="utf8")).get(extractor, {})
    return {kind: frozenset(ids) for kind, ids in held.items()}


def shortcomings(case: Case, reading: Reading) -> list[str]:
    """What is not read as it should be, each in a line; empty where the case is met."""
    told = [facts(reading.article.text, one) for one in reading.attributions]
    found = []
    if case.count is not None and len(told) != case.count:
        found.append(f"{case.count} statements expected, {len(told)} read: {[one['chain'] for one in told]}")
    found += [f"expected at {one.at}: {dict(one.values)}" for one in case.expected if not _is_met(one, told)]
    found += [f"not expected at {one.at}: {dict(one.values)}" for one in case.unexpected if _is_met(one, told)]
    return [*found, f"read: {told}"] if found else []


def facts(text: str, attribution: Attribution) -> dict[str, Any]:
    """What can be expected of a statement; kind, relation, anonymity, reason and role are its origin's."""
    origin = attribution.chain[-1]
    return {
        "chain": [hop.name for hop in attribution.chain],
        "origin": origin.name,
        "kind": origin.kind.value,
        "relation": origin.relation.value,
        "anonymous": origin.anonymous,
        "reason": origin.reason,
        "role": origin.role,
        "content": _words(text, attribution.content),
        "passage": text[attribution.content[0].start : attribution.content[-1].end],
        "cue": _words(text, attribution.cue),
        "source": _words(text, attribution.source),
        "mentions": [" ".join(_words(text, hop.mention)) for hop in attribution.chain],
        "quotation": attribution.quotation.value,
        "assertion": attribution.assertion.value,
        "date": attribution.date.value if attribution.date else "",
    }


def _is_met(expectation: Expectation, told: Sequence[Mapping[str, Any]]) -> bool:
    if isinstance(expectation.at, int):
        held = told[expectation.at :][:1]
        return bool(held) and _is_true(expectation.values, held[0])
    met = [_is_true(expectation.values, one) for one in told]
    return any(met) if expectation.at == "some" else bool(met) and all(met)


def _is_true(values: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    front = values.get("front", [])
    return told["chain"][: len(front)] == front and all(
        told[name] == values[name] for name in values if name != "front"
    )


def _words(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def _case(kind: str, row: Mapping[str, Any]) -> Case:
    publisher = Publisher(row["publisher"]) if "publisher" in row else None
    known = {name: row[name] for name in FIELDS if name in row}
    article = Article(row["id"], row["text"], publisher=publisher, **known)
    expected, unexpected = (tuple(map(_expectation, row.get(name, ()))) for name in ("expected", "unexpected"))
    return Case(row["id"], kind, row["why"], article, row.get("statements"), expected, unexpected)


def _expectation(row: Mapping[str, Any]) -> Expectation:
    return Expectation(row.get("at", "some"), {name: value for name, value in row.items() if name != "at"})
