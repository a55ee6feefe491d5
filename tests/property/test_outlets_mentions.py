"""Whatever the text, mentions stand in order inside it and say the name of every outlet they may mean."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from provenance.gazetteer import Outlet, all_outlets, by_domain, by_name, find
from provenance.text import plain_name

OUTLETS = st.sampled_from(all_outlets())
NAMES = OUTLETS.flatmap(lambda o: st.sampled_from([o.name, *o.aliases, *o.domains, o.name.upper(), o.name.lower()]))
BETWEEN = st.sampled_from([" ", ". ", "\n", "’s ", "-", "/", " the ", "@"])
TEXTS = st.lists(st.one_of(NAMES, BETWEEN, st.text(max_size=12)), max_size=12).map("".join)


def letters(name: str) -> str:
    return re.sub(r"\W", "", plain_name(name.replace("&", " and ")))


@given(TEXTS)
def test_mentions(text: str) -> None:
    last = 0
    for start, end, candidates in find(text):
        assert last <= start < end <= len(text)
        assert len(set(candidates)) == len(candidates) > 0
        met = text[start:end]
        for outlet in candidates:
            assert letters(met) in map(letters, [outlet.name, *outlet.aliases]) or by_domain(met) is outlet
        last = end


@given(st.text())
def test_anything_may_be_asked_for(words: str) -> None:
    assert set(by_name(words)) <= set(all_outlets())
    assert by_domain(words) in {None, *all_outlets()}


@given(OUTLETS)
def test_an_outlet_answers_to_its_names_and_domains(outlet: Outlet) -> None:
    assert all(outlet in by_name(name) for name in (outlet.name, *outlet.aliases) if not name.islower())
    assert all(by_domain(f"https://www.{domain}/x") is outlet for domain in outlet.domains)
