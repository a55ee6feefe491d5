from provenance.linking.cast import Agent
from provenance.linking.matching.agents import compare
from provenance.model import Kind

SHORT = Agent("b", "Mira Lund", Kind.PERSON)
LONG = Agent("a", "Mira Lundt", Kind.PERSON)
PAPER = Agent("c", "Mira Lund", Kind.OUTLET)


def test_two_that_both_articles_name_are_one_pair() -> None:
    [link] = compare([LONG, SHORT], [LONG, SHORT])
    assert (link.left, link.right) == ("a", "b")


def test_the_same_with_the_articles_swapped() -> None:
    cast = [LONG, SHORT], [PAPER, Agent("a", "MIRA LUNDT", Kind.PERSON)]
    assert set(compare(*cast)) == set(compare(*cast[::-1]))
