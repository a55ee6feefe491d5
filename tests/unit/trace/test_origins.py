"""Origins: who stands at the end, what they are, and which articles lead there."""

import math

from corpus import CLAIM, STORY, at, hop, reading, said, statements

from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Hop, Kind, Relation
from provenance.trace import CITED, Nature, Origin, trace


def origins() -> dict[str, Origin]:
    told = statements(STORY)
    return {origin.name: origin for origin in trace(CLAIM, told, resolve(told)).origins}


def test_the_officials_are_the_origin_of_five_articles() -> None:
    officials = next(iter(origins().values()))
    assert officials.name == "two water ministry officials"
    assert officials.articles == ("kestrel", "northgate", "mirrorhub", "sluice", "lantern")
    assert officials.nature is Nature.ANONYMOUS
    assert officials.anonymous
    assert officials.reason == "the plan is not public"
    assert officials.reached == "kestrel"
    assert math.isclose(officials.confidence, 0.9)


def test_every_other_origin() -> None:
    found = {name: (origin.nature, origin.reached, origin.articles) for name, origin in origins().items()}
    assert list(found.items())[1:] == [
        ("Civic Ledger", (Nature.OWN_REPORTING, "ledger", ("ledger",))),
        ("Ilse Maren", (Nature.PERSON, "ostra", ("ostra",))),
        ("a budget filing", (Nature.DOCUMENT, CITED, ("gazette",))),
        ("reportedly", (Nature.UNSPECIFIED, "record", ("record",))),
        ("water ministry", (Nature.ORGANIZATION, "courier", ("courier",))),
    ]
    assert origins()["water ministry"].assertion is Assertion.DENIES
    assert origins()["Ilse Maren"].role == "the dam's chief engineer"


def test_reports_of_one_outlet_that_are_not_here_are_one_end() -> None:
    found = trace(CLAIM, statements((STORY[2], STORY[4])))
    assert [(origin.name, origin.nature, origin.reached) for origin in found.origins] == [
        ("Kestrel Wire", Nature.TRAIL_ENDS, CITED),
        ("MirrorHub", Nature.TRAIL_ENDS, CITED),
    ]
    text = STORY[2].article.text
    other = reading("brook", "Brook News", "2031-02-09", text, attributions=STORY[2].attributions)
    [origin] = trace(CLAIM, statements((STORY[2], other))).origins
    assert origin.articles == ("sluice", "brook")


def test_the_surest_way_counts() -> None:
    text = "Rain, said Ann. Rain again, said Ann once more."
    sure, unsure = (
        said(text, words, "said", (Hop("Ann", Kind.PERSON, Relation.SAID, evidence=at(text, "Ann"), confidence=c),))
        for words, c in (("Rain", 0.5), ("Rain again", 0.8))
    )
    [origin] = trace("rain", statements((reading("x", "Post", "2031", text, attributions=(sure, unsure)),))).origins
    assert math.isclose(origin.confidence, 0.8)


def test_who_says_so_here_and_denies_it_there_is_two_origins() -> None:
    text = "It is over, said Ann. Ann denied it is over now."
    ann = hop(text, "Ann", Kind.PERSON, Relation.SAID, "Ann")
    yes = said(text, "It is over", "said", (ann,))
    no = said(text, "it is over now", "denied", (ann,), assertion=Assertion.DENIES)
    found = trace("over", statements((reading("x", "Post", "2031", text, attributions=(yes, no)),)))
    assert [(origin.name, origin.assertion) for origin in found.origins] == [
        ("Ann", Assertion.ASSERTS),
        ("Ann", Assertion.DENIES),
    ]
    assert [chain.steps[-1].assertion for chain in found.chains] == [Assertion.ASSERTS, Assertion.DENIES]


def test_a_platform_ends_the_trail_and_an_unnamed_publisher_reports() -> None:
    text = "Rain is due, a post on Chirp says."
    chirp = hop(text, "Chirp", Kind.PLATFORM, Relation.POSTED, "a post on Chirp")
    [origin] = trace(
        "rain",
        statements((reading("x", None, None, text, attributions=(said(text, "Rain is due", "says", (chirp,)),)),)),
    ).origins
    assert (origin.name, origin.nature) == ("Chirp", Nature.TRAIL_ENDS)
    [origin] = trace(
        "rain", statements((reading("x", None, None, text, attributions=(said(text, "Rain is due", "says", ()),)),))
    ).origins
    assert (origin.name, origin.nature) == ("unknown publisher", Nature.OWN_REPORTING)
