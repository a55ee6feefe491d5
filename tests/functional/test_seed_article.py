"""The article that the project starts from: an aggregator that republishes RT on a Bloomberg report.

Its text belongs to its publisher and is not part of the project: the test reads it from the development data beside
the checkout and is skipped where that is absent. What is to be read in it stands in `evaluation/seed.toml`.
"""

from __future__ import annotations

import pytest
from shared import DATA, needed

from evaluation.metrics.seed import facts, tally
from evaluation.splits import SETS
from provenance.extraction import extractor, reading_of
from provenance.model import Article, Reading

SEED = DATA / SETS["seed"].path
pytestmark = needed


@pytest.fixture(scope="module", params=["model", "rules"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return reading_of(Article(SEED.stem, SEED.read_text(encoding="utf8")), extractor(request.param))


UNREAD = {
    "model": {
        "is influencing: chain",
        "might reconsider: chain",
        "closely coordinate: chain",
        "pretty awkward: quotation, role",
    },
    "rules": {
        "is influencing: chain",
        "might reconsider: chain",
        "has diminished: chain",
        "has diminished: anonymous, reason",
        "closely coordinate: chain",
        "assess its weaponry: chain, relation",
        "would need allies: chain",
    },
}
"""The facts that each extractor does not read yet: mostly whom a report names once, and what follows has it from."""


def test_every_fact_is_read_but_those_that_are_not_yet(reading: Reading) -> None:
    met = facts(reading)
    assert len(met) == 16
    assert {fact for fact, is_met in met.items() if not is_met} == UNREAD[reading.extractor.name]


def test_a_fact_that_is_not_read_is_named(reading: Reading) -> None:
    nothing = Reading(reading.article, reading.extractor)
    assert [fact for fact, is_met in facts(nothing).items() if is_met] == ["publisher", "byline"]
    assert tally(nothing)["facts"].value == 2 / 16


def test_the_credit_line_shows_the_derivation(reading: Reading) -> None:
    (derivation,) = reading.derivations
    assert [reading.article.text[s:e] for s, e in derivation.evidence] == ["Read Full Article at RT.com"]


def test_every_span_shows_its_words(reading: Reading) -> None:
    text = reading.article.text
    for attribution in reading.attributions:
        for hop in attribution.chain:
            assert hop.evidence
            named = " ".join(text[s:e] for s, e in hop.mention).lower()
            assert named == "he" or any(word.lower() in named for word in hop.name.split())
