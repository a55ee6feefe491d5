"""Groups of statements by the links between them, and what they are called."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.linking.clustering.clusters import MOST, clusters
from provenance.linking.clustering.grouping import grouping
from provenance.linking.matching.claims import LEAST
from provenance.model import Judgement

Links = dict[tuple[str, str], float]
SHARES = st.floats(min_value=LEAST, max_value=1)


def groups(names: str, links: Links, apart: list[tuple[str, str]] | None = None) -> set[tuple[str, ...]]:
    return set(clusters(names, links, apart or []))


def test_what_no_link_joins_stays_apart() -> None:
    assert groups("abc", {("a", "b"): 0.9}) == {("a", "b"), ("c",)}


def test_a_chain_of_likenesses_does_not_join_its_ends() -> None:
    """On average over all pairs: a and d share nothing."""
    links = {("a", "b"): 0.9, ("b", "c"): 0.3, ("c", "d"): 0.9}
    assert groups("abcd", links) == {("a", "b"), ("c", "d")}


def test_those_that_must_not_be_one_are_not_though_others_join_them() -> None:
    links = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.9}
    assert groups("abc", links) == {("a", "b", "c")}
    assert groups("abc", links, [("c", "a")]) == {("a", "b"), ("c",)}


def test_a_part_too_large_is_cut_at_its_weakest_links_first() -> None:
    names = [f"{number:04}" for number in range(MOST + 10)]
    links = dict.fromkeys(pairwise(names), 0.95)
    middle = (names[MOST // 2], names[MOST // 2 + 1])
    links[middle] = 0.25
    found = list(clusters(names, links))
    assert sorted(name for group in found for name in group) == names
    assert not any(set(middle) <= set(group) for group in found)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]), SHARES
    )
)
def test_every_statement_is_in_one_group_joined_well_enough(links: Links) -> None:
    found = list(clusters("abcdef", links))
    assert sorted("".join("".join(group) for group in found)) == list("abcdef")
    assert list(clusters("fedcba", dict(reversed(links.items())))) == found


def test_a_claim_is_named_by_its_first_statement_and_the_others_are_linked_to_it() -> None:
    days = {"a": 12, "b": 10, "c": None, "d": 11}
    found = grouping(days, {("a", "b"): 0.9, ("a", "d"): 0.3})
    [claim] = [made for made in found.claims.values() if "b" in made]
    assert claim == ("b", "a")
    same = [link for link in found.links if link.judgement is Judgement.SAME]
    assert [(link.left, link.right, link.score) for link in same] == [("b", "a", 0.9)]
    [perhaps] = [link for link in found.links if link.judgement is Judgement.UNDECIDED]
    assert (perhaps.left, perhaps.right, perhaps.score) == ("a", "d", 0.3)
    assert grouping(dict(reversed(days.items())), {("a", "d"): 0.3, ("a", "b"): 0.9}) == found
