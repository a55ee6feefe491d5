"""Any link comes back from RDF as it was, and a store holds the last of each name."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.iris import link_iri
from provenance.model import Judgement, Link, LinkKind
from provenance.rdf import mapping
from provenance.rdf.store import Store

UNICODE = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SHARES = st.integers(0, 10_000).map(lambda n: n / 10_000)
ENDS = st.sampled_from(["urn:x:a", "urn:x:b", "https://x.example/c#1"])
LINKS = st.builds(
    Link, st.sampled_from(LinkKind), ENDS, ENDS, st.sampled_from(Judgement), UNICODE, SHARES, SHARES, UNICODE
)


@settings(deadline=None)
@given(LINKS)
def test_quads_come_back(link: Link) -> None:
    assert mapping.links(mapping.link_quads(link)) == [link]


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sets(ENDS), st.lists(LINKS, max_size=3)), max_size=4))
def test_a_store_holds_the_last_link_of_each_name(steps: list[tuple[set[str], list[Link]]]) -> None:
    held: dict[str, Link] = {}
    with Store.memory() as store:
        for ends, links in steps:
            gone = {iri for iri, link in held.items() if link.left in ends}
            store.replace_links(gone, links)
            held = {iri: link for iri, link in held.items() if iri not in gone}
            held |= {link_iri(link): link for link in links}
        assert list(store.links()) == [held[iri] for iri in sorted(held)]
