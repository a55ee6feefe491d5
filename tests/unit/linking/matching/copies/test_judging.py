"""Whether an article is a copy of another, which of which, and what says so."""

from dataclasses import replace

import pytest
from copied import BAKERY, LIFTED, LIGHTHOUSE, LONGER, NOTICE, REORDERED, SWAPPED
from corpus import reading

from provenance.iris import article_iri
from provenance.linking.matching.copies import Copy, CopyKind, Direction, judged, links
from provenance.linking.words import folded_words
from provenance.model import Declaration, Derivation, Judgement, Kind, LinkKind, Reading, Relation

SPEECH = "“" + LIFTED.rstrip(".") + ",” the mayor said."


def tidings(text: str = LIGHTHOUSE, **more: object) -> Reading:
    return reading("tidings", "Carrow Tidings", None, text, **more)


def mirror(text: str = LIGHTHOUSE, **more: object) -> Reading:
    return reading("mirror", "Sound Mirror", None, text, **more)


def credit(name: str, kind: Kind = Kind.OUTLET, url: str | None = None) -> tuple[Derivation, ...]:
    return (Derivation(name, kind, Relation.REPUBLISHED, url=url),)


def of(left: Reading, right: Reading) -> Copy:
    found = judged(left, right)
    assert found
    return found


def dated(one: Reading, published: str) -> Reading:
    return replace(one, article=replace(one.article, published=published))


class TestKinds:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            (LIGHTHOUSE, CopyKind.REPUBLISHED),
            (f"By our staff\n\n{LIGHTHOUSE}\n\nFirst seen elsewhere.", CopyKind.REPUBLISHED),
            (REORDERED, CopyKind.REPUBLISHED),
            (SWAPPED, CopyKind.NEAR),
            (LIGHTHOUSE[: len(LIGHTHOUSE) * 2 // 3], CopyKind.NEAR),
            (LONGER, CopyKind.PARTIAL),
        ],
    )
    def test_a_copy(self, text: str, kind: CopyKind) -> None:
        found = of(tidings(), mirror(text))
        assert (found.kind, found.judgement) == (kind, Judgement.SAME)

    def test_other_articles(self) -> None:
        assert judged(tidings(), mirror(BAKERY)) is None

    def test_shares_score_and_confidence(self) -> None:
        found = of(tidings(), mirror(LONGER))
        assert found.left_share == 31 / 160
        assert found.right_share == 31 / len(folded_words(LONGER))
        assert found.score == found.right_share
        assert found.confidence == 31 / 41

    def test_a_few_words_are_for_a_person_to_decide(self) -> None:
        some = " ".join(LIFTED.split()[:20])
        found = of(tidings(), mirror(f"{BAKERY}\n\n{some}"))
        assert (found.judgement, found.confidence) == (Judgement.UNDECIDED, 0.5)

    def test_an_article_is_no_copy_of_itself(self) -> None:
        assert judged(tidings(), tidings(SWAPPED)) is None


class TestWhatIsNoCopy:
    def test_the_same_speech(self) -> None:
        assert judged(tidings(f"{BAKERY}\n{SPEECH}"), mirror(f"{SPEECH}\n{LIGHTHOUSE[:130]}")) is None

    def test_a_statement_that_is_all_of_both_is_for_a_person_to_decide(self) -> None:
        assert of(tidings(SPEECH), mirror(SPEECH)).judgement is Judgement.UNDECIDED

    def test_the_same_notice(self) -> None:
        assert judged(tidings(f"{BAKERY}\n{NOTICE}"), mirror(f"{LIGHTHOUSE}\n{NOTICE}")) is None

    def test_what_one_house_puts_under_its_pages(self) -> None:
        left, right = (reading(key, "Carrow Tidings", None, text) for key, text in self.pages())
        assert judged(left, right) is None

    def test_what_two_houses_put_under_their_pages_is_for_a_person_to_decide(self) -> None:
        (key, text), (other, right) = self.pages()
        found = of(reading(key, "Carrow Tidings", None, text), reading(other, "Sound Mirror", None, right))
        assert found.judgement is Judgement.UNDECIDED

    def test_the_background_that_one_house_uses_again(self) -> None:
        twice = "\n\n".join(LIGHTHOUSE.split("\n\n")[1:3])
        left = reading("one", "Carrow Tidings", None, f"{BAKERY}\n\n{twice}\n\n{BAKERY[:200]}")
        right = reading("two", "Carrow Tidings", None, LIGHTHOUSE)
        assert of(left, right).judgement is Judgement.UNDECIDED

    @staticmethod
    def pages() -> tuple[tuple[str, str], tuple[str, str]]:
        foot = "The editors answer letters from readers every second Friday and print the best of them, unless the " * 2
        foot += "writer asks to stay unnamed or lives outside the province."
        return ("one", f"{BAKERY}\n{foot}"), ("two", f"{LIGHTHOUSE}\n{foot}")


class TestDirection:
    def direction(self, left: Reading, right: Reading) -> Direction:
        return of(left, right).direction

    def test_nothing_says(self) -> None:
        found = of(tidings(), mirror())
        assert found.direction is Direction.UNKNOWN
        assert found.evidence.endswith("; nothing says which was first")

    def test_a_credit_line(self) -> None:
        found = of(tidings(), mirror(derivations=credit("The Carrow Tidings")))
        assert found.direction is Direction.RIGHT_FROM_LEFT
        assert found.evidence.endswith("; Sound Mirror credits Carrow Tidings")

    def test_a_declared_address(self) -> None:
        origin = tidings()
        declared = Declaration("canonical link", url="https://tidings.example/dam?utm_source=x")
        copy = mirror(declared=(declared,))
        assert self.direction(copy, origin) is Direction.LEFT_FROM_RIGHT
        copy = mirror(derivations=credit("CT", url="https://tidings.example/dam/"))
        assert self.direction(copy, origin) is Direction.LEFT_FROM_RIGHT

    def test_a_byline(self) -> None:
        assert self.direction(mirror(byline="Ada Holm, Carrow Tidings"), tidings()) is Direction.LEFT_FROM_RIGHT

    def test_a_date(self) -> None:
        first, second = dated(tidings(), "2031-05-01"), dated(mirror(), "2031-05-02")
        assert self.direction(first, second) is Direction.RIGHT_FROM_LEFT
        assert self.direction(first, dated(mirror(), "2031-05")) is Direction.UNKNOWN

    def test_its_own_words(self) -> None:
        told = f"{LIGHTHOUSE}\n“It is sad,” Ms. Kasel told the Carrow Tidings."
        assert self.direction(mirror(told), tidings()) is Direction.LEFT_FROM_RIGHT
        assert self.direction(mirror(told), tidings(told)) is Direction.LEFT_FROM_RIGHT

    def test_a_news_agency_sells(self) -> None:
        assert self.direction(tidings(kind=Kind.WIRE), mirror()) is Direction.RIGHT_FROM_LEFT

    def test_a_credit_outweighs_a_date_which_the_evidence_tells(self) -> None:
        early = dated(mirror(derivations=credit("Carrow Tidings")), "2031-04-30")
        found = of(early, dated(tidings(), "2031-05-01"))
        assert found.direction is Direction.LEFT_FROM_RIGHT
        assert found.evidence.endswith(
            "; Sound Mirror credits Carrow Tidings;"
            " although Carrow Tidings is of 2031-05-01, Sound Mirror of 2031-04-30"
        )

    def test_two_that_credit_each_other_say_nothing(self) -> None:
        left, right = tidings(derivations=credit("Sound Mirror")), mirror(derivations=credit("Carrow Tidings"))
        assert self.direction(left, right) is Direction.UNKNOWN


class TestAThird:
    WIRE = credit("Kestrel Wire", Kind.WIRE)

    def test_both_from_one_wire(self) -> None:
        found = of(tidings(derivations=self.WIRE), dated(mirror(derivations=self.WIRE), "2031-05-02"))
        assert (found.kind, found.judgement) == (CopyKind.SHARED_SOURCE, Judgement.DIFFERENT)
        assert found.evidence.endswith("; both credit Kestrel Wire")

    def test_a_wire_that_only_gave_a_part_is_not_where_either_is_from(self) -> None:
        helped = (replace(self.WIRE[0], relation=Relation.CONTRIBUTED),)
        found = of(tidings(derivations=helped), dated(mirror(derivations=helped), "2031-05-02"))
        assert found.kind is not CopyKind.SHARED_SOURCE
        assert "Kestrel Wire" not in found.evidence

    def test_one_from_a_wire(self) -> None:
        found = of(dated(tidings(derivations=self.WIRE), "2031-05-01"), dated(mirror(), "2031-05-02"))
        assert (found.judgement, found.direction) == (Judgement.UNDECIDED, Direction.UNKNOWN)
        assert found.evidence.endswith("; Carrow Tidings credits Kestrel Wire; both may have it from there")

    def test_the_wire_itself(self) -> None:
        wire = reading("wire", "Kestrel Wire", None, LIGHTHOUSE, kind=Kind.WIRE)
        found = of(wire, mirror(derivations=self.WIRE))
        assert (found.judgement, found.direction) == (Judgement.SAME, Direction.RIGHT_FROM_LEFT)

    def test_a_relay_that_names_its_wire_and_is_named(self) -> None:
        found = of(tidings(derivations=self.WIRE), mirror(derivations=(*credit("Carrow Tidings"), *self.WIRE)))
        assert (found.judgement, found.direction) == (Judgement.SAME, Direction.RIGHT_FROM_LEFT)


class TestLinks:
    def test_the_copy_then_what_it_was_taken_from(self) -> None:
        origin, copy = tidings(), mirror(derivations=credit("Carrow Tidings"))
        [link] = links(of(origin, copy))
        assert (link.kind, link.judgement, link.method) == (LinkKind.COPY, Judgement.SAME, "shared passages")
        assert (link.left, link.right) == (article_iri(copy.article), article_iri(origin.article))
        assert link.evidence.startswith("republished whole: 100% of ")
        assert links(of(copy, origin)) == (link,)

    def test_by_name_where_the_direction_is_unknown(self) -> None:
        [link] = links(of(tidings(), mirror()))
        assert link.left < link.right
        assert link.method == "shared passages, direction unknown"
        assert links(of(mirror(), tidings())) == (link,)

    def test_neither_is_a_copy_of_the_other(self) -> None:
        wire = credit("Kestrel Wire", Kind.WIRE)
        [link] = links(of(tidings(derivations=wire), mirror(derivations=wire)))
        assert (link.judgement, link.method) == (Judgement.DIFFERENT, "shared source")
