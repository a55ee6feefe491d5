"""The article that the project started from: an aggregator that republishes RT on a Bloomberg report.

Its text belongs to its publisher and is not part of the project: the test reads it from the development data beside
the checkout and is skipped where that is absent.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from provenance.extraction import extractor, reading_of
from provenance.model import Article, Attribution, Reading

SEED = Path(__file__).parents[2].parent / "shared" / "data" / "seed" / "troib-south-korea-arms.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the development data (../shared) is not here")


@pytest.fixture(scope="module", params=["model", "rules"])
def reading(request: pytest.FixtureRequest) -> Reading:
    return reading_of(Article(SEED.stem, SEED.read_text(encoding="utf8")), extractor(request.param))


def about(reading: Reading, words: str) -> Attribution:
    """The attribution whose content holds `words`."""
    text = reading.article.text
    (found,) = [a for a in reading.attributions if any(words in text[s:e] for s, e in a.content)]
    return found


def test_the_page(reading: Reading) -> None:
    assert reading.article.publisher is not None
    assert reading.article.publisher.name == "TROIB News"
    assert reading.article.byline == "Navid Kalantari"
    (derivation,) = reading.derivations
    assert (derivation.name, derivation.relation) == ("RT", "republished")
    assert [reading.article.text[s:e] for s, e in derivation.evidence] == ["Read Full Article at RT.com"]


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("is influencing", ["Bloomberg", "officials in Seoul"]),
        ("might reconsider", ["Bloomberg", "Members of South Korean President Yoon Suk-yeol’s administration"]),
        ("has diminished", ["Bloomberg", "two South Korean officials"]),
        ("closely coordinate", ["South Korean presidential office"]),
        ("pretty awkward", ["Kim Jung"]),
        ("would be advantageous", ["Vladimir Zelensky"]),
        ("assess its weaponry", ["KBS", "Vladimir Zelensky"]),
        ("would need allies", ["KBS", "Vladimir Zelensky"]),
        ("12,000", ["Pentagon"]),
        ("32,500", ["Russian military"]),
        ("private matter", ["Vladimir Putin"]),
    ],
)
def test_chains(reading: Reading, words: str, chain: list[str]) -> None:
    assert [hop.name for hop in about(reading, words).chain] == chain


def test_what_is_hidden_and_why(reading: Reading) -> None:
    hidden = about(reading, "has diminished").chain[-1]
    assert hidden.anonymous
    assert hidden.reason == "requested anonymity"


def test_roles_and_relations(reading: Reading) -> None:
    professor = about(reading, "pretty awkward")
    assert professor.quotation == "direct"
    assert professor.chain[0].role.startswith("political science professor at the University of")
    assert about(reading, "assess its weaponry").chain[-1].relation == "interviewed"


def test_every_span_shows_its_words(reading: Reading) -> None:
    text = reading.article.text
    for attribution in reading.attributions:
        for hop in attribution.chain:
            assert hop.evidence
            named = " ".join(text[s:e] for s, e in hop.mention).lower()
            assert named == "he" or any(word.lower() in named for word in hop.name.split())
