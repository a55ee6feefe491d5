"""Whether the article that the project starts from is read as a person reads it, fact by fact."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from evaluation.measures import Ratio
from provenance.model import Relation, passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evaluation.measures import Tally
    from provenance.model import Reading


def tally(reading: Reading) -> Tally:
    """The share of the facts that are read right."""
    met = facts(reading)
    return {"facts": Ratio(sum(met.values()), len(met))}


def facts(reading: Reading) -> dict[str, bool]:
    """Whether each fact of `seed.toml` is read, by what it asks for."""
    known = tomllib.loads(files("evaluation").joinpath("seed.toml").read_text(encoding="utf8"))
    article, page = reading.article, known["page"]
    republished = [one.name for one in reading.derivations if one.relation is Relation.REPUBLISHED]
    return {
        "publisher": article.publisher is not None and article.publisher.name == page["publisher"],
        "byline": article.byline == page["byline"],
        "republished": republished == [page["republished"]],
        **{f"{one['words']}: {', '.join(list(one)[1:])}": _is_read(reading, one) for one in known["statement"]},
    }


def _is_read(reading: Reading, fact: Mapping[str, Any]) -> bool:
    """Whether one statement holds the words, and is all that the fact says."""
    text = reading.article.text
    found = [one for one in reading.attributions if fact["words"] in passage(text, one.content)]
    if len(found) != 1:
        return False
    [one] = found
    hop = one.chain[-1]
    read = {
        "chain": [each.name for each in one.chain],
        "anonymous": hop.anonymous,
        "reason": hop.reason,
        "relation": hop.relation,
        "quotation": one.quotation,
    }
    as_told = all(read[name] == value for name, value in fact.items() if name in read)
    return as_told and hop.role.startswith(fact.get("role", ""))
