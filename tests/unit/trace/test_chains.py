"""Chains: what they are on the invented story, and on circles."""

import math
from dataclasses import replace

import pytest
from corpus import CLAIM, STORY, hop, reading, said, statements

from provenance.errors import UsageError
from provenance.iris import attribution_iri, snapshot_iri
from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Kind, Reading, Relation, Resolution
from provenance.trace import CITED, Chain, Nature, Trace, trace


def whole_story(limit: int = 20) -> Trace:
    told = statements(STORY)
    return trace(CLAIM, told, resolve(told), limit)


def from_article(key: str) -> Chain:
    return next(chain for chain in whole_story().chains if chain.steps[0].reached == key)


def path(chain: Chain) -> list[tuple[str, str, str]]:
    return [(step.who, step.relation, step.reached) for step in chain.steps]


def test_the_story_is_traced_through_its_relays() -> None:
    assert path(from_article("lantern")) == [
        ("The Lantern", "published", "lantern"),
        ("MirrorHub", "wrote", "mirrorhub"),
        ("MirrorHub", "resolved to", "mirrorhub"),
        ("Northgate Post", "republished", "northgate"),
        ("Northgate Post", "resolved to", "northgate"),
        ("Kestrel Wire", "reported", "kestrel"),
        ("Kestrel Wire", "resolved to", "kestrel"),
        ("two water ministry officials", "said", "kestrel"),
    ]


def test_without_the_other_articles_the_reports_are_cited() -> None:
    found = trace(CLAIM, statements(STORY[3:4]))
    assert [path(chain) for chain in found.chains] == [
        [
            ("MirrorHub", "published", "mirrorhub"),
            ("Northgate Post", "republished", CITED),
            ("Kestrel Wire", "reported", CITED),
            ("two officials", "said", CITED),
        ]
    ]


def test_each_step_has_the_words_that_show_it() -> None:
    for chain in whole_story().chains:
        for step in chain.steps:
            if step.spans:
                text = next(r.article.text for r in STORY if r.article.key == step.told_in)
                assert step.evidence == " … ".join(text[start:end] for start, end in step.spans)
            else:
                assert step.relation == "resolved to"
                assert "that makes the claim" in step.evidence


def test_a_step_tells_all_that_its_article_does() -> None:
    article, officials = from_article("kestrel").steps
    assert article.statement == "the Tarsk dam would be drained before spring"
    assert (article.kind, article.date, article.title) == (
        Kind.WIRE,
        "2031-02-03",
        "Tarsk dam to be drained, officials say",
    )
    assert article.url == "https://kestrel.example/dam"
    assert officials.anonymous
    assert officials.reason == "the plan is not public"
    assert officials.date == "2031-02-03"
    assert from_article("ostra").steps[-1].role == "the dam's chief engineer"


def test_natures() -> None:
    natures = {chain.steps[0].reached: chain.nature for chain in whole_story().chains}
    assert natures == {
        "kestrel": Nature.ANONYMOUS,
        "northgate": Nature.ANONYMOUS,
        "sluice": Nature.ANONYMOUS,
        "mirrorhub": Nature.ANONYMOUS,
        "lantern": Nature.ANONYMOUS,
        "ostra": Nature.PERSON,
        "gazette": Nature.DOCUMENT,
        "ledger": Nature.OWN_REPORTING,
        "record": Nature.UNSPECIFIED,
        "courier": Nature.ORGANIZATION,
    }
    assert from_article("courier").steps[-1].assertion is Assertion.DENIES
    [alone] = trace(CLAIM, statements(STORY[2:3])).chains
    assert alone.nature is Nature.TRAIL_ENDS


def test_confidence_is_that_of_the_weakest_step_and_a_report_with_its_article_is_one_hop() -> None:
    chain = from_article("northgate")
    assert chain.hops == 2
    assert [round(step.confidence, 2) for step in chain.steps] == [0.9, 0.98, 0.9, 0.95]
    assert chain.confidence == 0.9


def test_shortest_first_then_by_date() -> None:
    chains = whole_story().chains
    assert [chain.hops for chain in chains] == sorted(chain.hops for chain in chains)
    assert [chain.steps[0].reached for chain in chains] == [
        *("kestrel", "ostra", "courier", "ledger", "record"),
        *("northgate", "sluice", "gazette"),
        "mirrorhub",
        "lantern",
    ]


def test_the_limit_holds_and_is_told() -> None:
    short = whole_story(3)
    assert short.chains == whole_story().chains[:3]
    assert short.more
    assert not whole_story(10).more
    assert short.origins == whole_story().origins


def test_what_makes_the_claim_in_full_is_not_cut_off() -> None:
    told = statements(STORY)
    exact = [statement for statement in told if statement.reading.article.key == "lantern"]
    assert whole_story().chains[-1].steps[0].reached == "lantern"
    short = trace(CLAIM, told, resolve(told), 3, exact)
    assert [chain.steps[0].reached for chain in short.chains] == ["lantern", "kestrel", "ostra"]
    assert short.more
    assert short.origins == whole_story().origins
    assert trace(CLAIM, told, resolve(told), 20, exact).chains == whole_story().chains


@pytest.mark.parametrize("limit", [0, -1])
def test_no_chain_at_all_is_no_request(limit: int) -> None:
    with pytest.raises(
        UsageError, match=f"^a trace shows at least one chain: the limit must be 1 or more, not {limit}$"
    ):
        trace(CLAIM, (), (), limit)


def test_nothing_comes_of_nothing() -> None:
    empty = trace(CLAIM, ())
    assert (empty.chains, empty.origins, empty.more, len(empty.graph)) == ((), (), False, 0)


def quoting(key: str, publisher: str, cited: str) -> Reading:
    text = f"Rain is due, {cited} said."
    return reading(
        key,
        publisher,
        "2031-01-01",
        text,
        attributions=(
            said(
                text,
                "Rain is due",
                "said",
                (hop(text, cited, Kind.OUTLET, Relation.REPORTED, f"{cited} said"),),
            ),
        ),
    )


def iri(reading: Reading) -> str:
    return attribution_iri(snapshot_iri(reading.article), reading.attributions[0])


def test_outlets_that_cite_each_other_are_a_circle() -> None:
    a, b = quoting("a", "Alpha", "Beta"), quoting("b", "Beta", "Alpha")
    told = statements((a, b))
    found = trace("rain", told, resolve(told))
    assert [path(chain) for chain in found.chains] == [
        [("Alpha", "published", "a"), ("Beta", "reported", "b")],
        [("Beta", "published", "b"), ("Alpha", "reported", "a")],
    ]
    assert {chain.nature for chain in found.chains} == {Nature.CIRCLE}


def test_a_circle_does_not_hide_the_way_out_of_it() -> None:
    a, b = quoting("a", "Alpha", "Beta"), quoting("b", "Beta", "Alpha")
    [attribution] = b.attributions
    ann = hop(b.article.text, "Ann", Kind.PERSON, Relation.SAID, "said")
    b = replace(b, attributions=(replace(attribution, chain=(*attribution.chain, ann)),))
    circle = [Resolution(iri(a), 0, iri(b), "", 1), Resolution(iri(b), 0, iri(a), "", 1)]
    found = trace("rain", statements((a, b)), circle)
    assert {(chain.steps[0].who, chain.steps[-1].who, chain.nature) for chain in found.chains} == {
        ("Alpha", "Beta", Nature.CIRCLE),
        ("Beta", "Ann", Nature.PERSON),
    }


def test_a_retrieved_report_speaks_for_itself() -> None:
    """What Northgate Post says of the wire's sources gives way to what the wire says."""
    told = statements(STORY[:2])
    assert {chain.steps[-1].who for chain in trace(CLAIM, told).chains} == {
        "two officials",
        "two water ministry officials",
    }
    assert {chain.steps[-1].who for chain in trace(CLAIM, told, resolve(told)).chains} == {
        "two water ministry officials"
    }


def test_of_two_ways_between_the_same_nodes_the_surer_is_followed() -> None:
    told = statements(STORY[:2])
    for tenths in range(1, 9):
        pair = ((tenths + 1) / 10, tenths / 10)
        resolutions = [Resolution(iri(STORY[1]), 0, iri(STORY[0]), "", confidence) for confidence in pair]
        chain = trace(CLAIM, told, resolutions).chains[1]
        assert math.isclose(chain.steps[2].confidence, max(pair))
