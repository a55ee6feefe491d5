"""Which statements quote the same words, and how sure that is."""

import math

from corpus import hop, reading, said

from provenance.iris import attribution_iri, snapshot_iri
from provenance.linking.blocking.quoted import keys
from provenance.linking.matching.quotes import compare
from provenance.model import Judgement, Kind, Link, LinkKind, Quotation, Reading, Relation

STRIPE = "I have painted that stripe eleven times with my own hands"


def quoting(key: str, content: str, *, who: str = "Dorrit Kasel", how: Quotation = Quotation.DIRECT) -> Reading:
    text = f"{content}, said {who}."
    keeper = hop(text, who, Kind.PERSON, Relation.SAID, f"said {who}")
    return reading(
        key, f"{key} Post", None, text, attributions=(said(text, content, "said", (keeper,), quotation=how),)
    )


def links(left: Reading, right: Reading) -> tuple[Link, ...]:
    found = compare(left, right)
    assert found == compare(right, left)
    assert not found or keys(left) & keys(right)
    return found


def test_the_same_quotation() -> None:
    left, right = quoting("a", f"“{STRIPE}”"), quoting("b", f'"{STRIPE.upper()}"', who="Kasel")
    [link] = links(left, right)
    ends = sorted(attribution_iri(snapshot_iri(one.article), one.attributions[0]) for one in (left, right))
    assert link == Link(
        LinkKind.SHARED_QUOTE,
        *ends,
        judgement=Judgement.SAME,
        method="shared quotation",
        score=1.0,
        confidence=link.confidence,
        evidence="11 of the 11 words of the shorter quotation, “i have painted that stripe eleven times with my own"
        " hands”; both laid to Dorrit Kasel",
    )
    assert math.isclose(link.confidence, 10 / 11)


def test_part_of_a_longer_quotation() -> None:
    part = quoting("b", "The keeper spoke of “that stripe eleven times with my own hands”", how=Quotation.MIXED)
    [link] = links(quoting("a", f"“{STRIPE} and I am not tired of it yet”"), part)
    assert (link.judgement, link.score) == (Judgement.SAME, 1.0)


def test_a_short_run_of_two_longer_quotations_is_for_a_person_to_decide() -> None:
    other = quoting("b", "“We shall all miss her, for she has painted that stripe eleven times since the war”")
    [link] = links(quoting("a", f"“{STRIPE}”"), other)
    assert (link.judgement, link.confidence) == (Judgement.UNDECIDED, 0.5)
    assert link.evidence.startswith("5 of the 11 words")


def test_two_speakers() -> None:
    [link] = links(quoting("a", f"“{STRIPE}”"), quoting("b", f"“{STRIPE}”", who="Ilse Maren"))
    assert (link.judgement, link.confidence) == (Judgement.SAME, 0.5)
    assert link.evidence.endswith("; laid to Dorrit Kasel and to Ilse Maren")
    short = "“painted that stripe eleven times”"
    [link] = links(quoting("a", short), quoting("b", short, who="Ilse Maren"))
    assert link.judgement is Judgement.UNDECIDED


def test_nobody_named() -> None:
    text = f"“{STRIPE}”"
    alone = reading("b", "Post", None, text, attributions=(said(text, text, "“", (), quotation=Quotation.DIRECT),))
    [link] = links(quoting("a", text), alone)
    assert link.evidence.endswith("; not laid to anybody in one of them")


def test_no_link_where_the_words_are_common_few_or_not_quoted() -> None:
    assert (
        links(quoting("a", "“It is what it is, and so be it”"), quoting("b", "“It is what it is, and so be it”")) == ()
    )
    assert links(quoting("a", "“painted that stripe eleven”"), quoting("b", "“painted that stripe eleven”")) == ()
    plain = quoting("b", STRIPE, how=Quotation.INDIRECT)
    assert links(quoting("a", f"“{STRIPE}”"), plain) == ()
    assert keys(plain) == frozenset()


def test_what_stands_between_two_quotations_is_not_quoted() -> None:
    mixed = "She “likes” the stripe she has painted eleven times with her own hands and “may” paint it"
    assert keys(quoting("a", mixed, how=Quotation.MIXED)) == frozenset()


def test_an_article_shares_nothing_with_itself() -> None:
    one = quoting("a", f"“{STRIPE}”")
    assert compare(one, one) == ()


def test_words_quoted_twice_count_where_they_stand_first() -> None:
    text = f"“{STRIPE}” — said Kasel. “{STRIPE}” — said Maren."
    twice = tuple(
        said(
            text,
            f"“{STRIPE}”",
            f"said {who}",
            (hop(text, who, Kind.PERSON, Relation.SAID, f"said {who}"),),
            quotation=Quotation.DIRECT,
        )
        for who in ("Kasel", "Maren")
    )
    [link] = links(reading("b", "Post", None, text, attributions=twice), quoting("a", f"“{STRIPE}”"))
    assert link.evidence.endswith("both laid to Dorrit Kasel")


def test_their_number_is_bounded() -> None:
    long = " ".join(f"w{n}" for n in range(3000))
    assert len(keys(quoting("a", f"“{long}”"))) == 512
