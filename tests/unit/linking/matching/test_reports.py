"""Which cited report is which article: only where one can be meant."""

import math
from dataclasses import replace

import pytest
from corpus import STORY, at, hop, reading, said, statements

from provenance.iris import attribution_iri, snapshot_iri
from provenance.linking.matching.reports import resolve
from provenance.model import Assertion, Derivation, Hop, Kind, Publisher, Reading, Relation, Resolution

KESTREL, NORTHGATE, SLUICE, MIRRORHUB, LANTERN = STORY[:5]


def iri(reading: Reading) -> str:
    return attribution_iri(snapshot_iri(reading.article), reading.attributions[0])


def found(*readings: Reading) -> set[tuple[str, int, str]]:
    """(citing key, position, cited key)"""
    keys = {iri(reading): reading.article.key for reading in readings}
    return {(keys[one.citing], one.position, keys[one.cited]) for one in resolve(statements(readings))}


def test_the_story() -> None:
    assert found(*STORY) == {
        ("northgate", 0, "kestrel"),
        ("sluice", 0, "kestrel"),
        ("mirrorhub", 0, "northgate"),
        ("mirrorhub", 1, "kestrel"),
        ("lantern", 0, "mirrorhub"),
    }


def test_who_gave_a_part_of_an_article_did_not_give_each_of_its_statements() -> None:
    northgate, wire = MIRRORHUB.derivations[0], Derivation("Kestrel Wire", Kind.WIRE, Relation.CONTRIBUTED)
    plain = replace(MIRRORHUB, derivations=(northgate,))
    assert found(KESTREL, replace(plain, derivations=(wire, northgate))) == {
        (citing, position + 1, cited) for citing, position, cited in found(KESTREL, plain) if position is not None
    }


def test_evidence_and_confidence() -> None:
    [one] = resolve(statements((KESTREL, SLUICE)))
    assert one == Resolution(
        iri(SLUICE),
        0,
        iri(KESTREL),
        "the only article by Kestrel Wire (2031-02-03) that makes the claim; 5 of 6 content words shared",
        one.confidence,
    )
    assert math.isclose(one.confidence, (1 + 10 / 12) / 2)  # five words of five and six, and one of doubt


def test_nothing_where_two_articles_could_be_meant() -> None:
    other = replace(KESTREL, article=replace(KESTREL.article, key="kestrel-2", url="https://kestrel.example/2"))
    assert found(KESTREL, other, SLUICE) == set()


def test_nothing_that_came_out_later() -> None:
    for published, expected in (
        ("2031-02-05", set()),
        ("2031-02-04", {("sluice", 0, "kestrel")}),
        ("2031-02", {("sluice", 0, "kestrel")}),
        (None, {("sluice", 0, "kestrel")}),
    ):
        assert found(replace(KESTREL, article=replace(KESTREL.article, published=published)), SLUICE) == expected


def test_a_later_article_does_not_hide_the_one_that_is_meant() -> None:
    later = replace(
        KESTREL,
        article=replace(KESTREL.article, key="later", url="https://kestrel.example/2", published="2031-03-01"),
    )
    assert found(KESTREL, later, SLUICE) == {("sluice", 0, "kestrel")}


def test_an_article_is_not_its_own_source() -> None:
    itself = replace(SLUICE, article=replace(SLUICE.article, publisher=Publisher("Kestrel Wire", Kind.WIRE)))
    assert found(itself) == set()


def test_other_words_are_another_statement() -> None:
    text = "The Tarsk weir was painted green and gold over a summer, said Ann Bell."
    ann = hop(text, "Ann Bell", Kind.PERSON, Relation.SAID, "said Ann Bell")
    green = said(text, "The Tarsk weir was painted green and gold over a summer", "said", (ann,))
    paint = reading("paint", "Kestrel Wire", "2031-02-01", text, attributions=(green,))
    assert found(paint, SLUICE) == set()


class TestWhoStandsBehindIt:
    text = "Ann Bell said the Tarsk dam will be drained before spring."

    def wire(self, name: str, kind: Kind = Kind.PERSON, assertion: Assertion = Assertion.ASSERTS) -> Reading:
        source = Hop(name, kind, Relation.SAID, evidence=at(self.text, "Ann Bell said"))
        content = "the Tarsk dam will be drained before spring"
        told = said(self.text, content, "said", (source,), assertion=assertion)
        return reading("wire", "Kestrel Wire", "2031-02-01", self.text, attributions=(told,))

    def citing(self, name: str, kind: Kind = Kind.PERSON) -> Reading:
        [attribution] = SLUICE.attributions
        source = Hop(name, kind, Relation.SAID, evidence=at(SLUICE.article.text, "Kestrel"))
        return replace(SLUICE, attributions=(replace(attribution, chain=(*attribution.chain, source)),))

    def test_another_named_source_is_another_statement(self) -> None:
        assert found(self.wire("Ann Bell"), self.citing("Bo Dunn")) == set()

    @pytest.mark.parametrize(("there", "here"), [("Ann Bell", "Bell"), ("Bell", "Ann Bell"), ("ann bell", "Ann Bell")])
    def test_part_of_a_name_is_the_same(self, there: str, here: str) -> None:
        assert found(self.wire(there), self.citing(here)) == {("sluice", 0, "wire")}

    def test_an_unnamed_source_may_be_anyone(self) -> None:
        assert found(self.wire("Ann Bell"), self.citing("an engineer", Kind.ANONYMOUS)) == {("sluice", 0, "wire")}

    def test_a_denial_is_not_what_was_asserted(self) -> None:
        assert found(self.wire("Ann Bell", assertion=Assertion.DENIES), self.citing("Ann Bell")) == set()


class TestAddresses:
    def credited(self, url: str, name: str = "Northgate Post") -> Reading:
        credit = Derivation(name, Kind.OUTLET, Relation.REPUBLISHED, url=url, declared_in="canonical link")
        return replace(MIRRORHUB, derivations=(credit,))

    def test_an_address_names_the_article_whatever_its_outlet_is_called(self) -> None:
        assert ("mirrorhub", 0, "northgate") in found(
            NORTHGATE, self.credited("http://www.northgate.example/dam/?utm_source=x", "NP")
        )

    def test_another_address_is_another_article(self) -> None:
        assert ("mirrorhub", 0, "northgate") not in found(NORTHGATE, self.credited("https://northgate.example/other"))

    def test_a_site_names_only_its_outlet(self) -> None:
        assert ("mirrorhub", 0, "northgate") in found(NORTHGATE, self.credited("https://northgate.example/"))


def test_an_alias_and_a_domain_name_the_outlet() -> None:
    text = SLUICE.article.text
    citing = replace(
        SLUICE,
        attributions=(
            said(
                text,
                "the Tarsk dam may be drained before the spring",
                "According to",
                (hop(text, "Russia Today", Kind.OUTLET, Relation.REPORTED, "According to Kestrel Wire"),),
            ),
        ),
    )
    article = replace(KESTREL.article, publisher=None, url="https://www.rt.com/news/1-dam/")
    assert found(replace(KESTREL, article=article), citing) == {("sluice", 0, "kestrel")}
    article = replace(KESTREL.article, publisher=Publisher("RT"), url=None)
    assert found(replace(KESTREL, article=article), citing) == {("sluice", 0, "kestrel")}


def test_an_unnamed_outlet_is_not_looked_for() -> None:
    [attribution] = SLUICE.attributions
    unnamed = replace(attribution, chain=(replace(attribution.chain[0], anonymous=True),))
    assert found(KESTREL, replace(SLUICE, attributions=(unnamed,))) == set()


def linking_to(url: str) -> Reading:
    """The Daily Sluice's report, with a link on the name of the wire."""
    [attribution] = SLUICE.attributions
    chain = tuple(replace(hop, url=url) for hop in attribution.chain)
    return replace(SLUICE, attributions=(replace(attribution, chain=chain),))


def test_the_one_that_is_linked_to_of_two_that_could_be_meant() -> None:
    other = replace(KESTREL, article=replace(KESTREL.article, key="kestrel-2", url="https://kestrel.example/2"))
    assert found(KESTREL, other, linking_to("https://www.kestrel.example/2?utm_source=sluice")) == {
        ("sluice", 0, "kestrel-2")
    }
    [one] = resolve(statements((KESTREL, other, linking_to("https://kestrel.example/2"))))
    assert one.evidence == "linked to: the article by Kestrel Wire (2031-02-03); 5 of 6 content words shared"


def test_a_link_to_what_was_not_read_hides_nothing() -> None:
    assert found(KESTREL, linking_to("https://kestrel.example/other")) == {("sluice", 0, "kestrel")}


def test_a_link_to_a_site_is_no_report() -> None:
    other = replace(KESTREL, article=replace(KESTREL.article, key="kestrel-2", url="https://kestrel.example/"))
    assert found(KESTREL, other, linking_to("https://kestrel.example/")) == set()


def test_what_is_linked_to_came_out_before_too() -> None:
    later = replace(KESTREL, article=replace(KESTREL.article, published="2031-03-01"))
    assert found(later, linking_to(KESTREL.article.url or "")) == set()


def test_a_document_that_is_linked_to_is_an_article_at_that_address() -> None:
    study = replace(KESTREL, article=replace(KESTREL.article, publisher=None, url="https://dams.example/study"))
    [attribution] = linking_to("https://dams.example/study").attributions
    chain = tuple(replace(hop, name="a study", kind=Kind.DOCUMENT) for hop in attribution.chain)
    citing = replace(SLUICE, attributions=(replace(attribution, chain=chain),))
    assert found(study, citing) == {("sluice", 0, "kestrel")}
    unlinked = replace(attribution, chain=tuple(replace(hop, url="") for hop in chain))
    assert found(study, replace(SLUICE, attributions=(unlinked,))) == set()
