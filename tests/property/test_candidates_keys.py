"""Who meets whom by a key, against the rule in plain words."""

import sqlite3
from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.candidates.shared_keys import SCHEMA, SharedKeys
from provenance.linking.blocking.keys import KeyKind

FIRST = 2
HELD = st.dictionaries(st.integers(1, 7), st.frozensets(st.integers(-2, 3), max_size=4), max_size=7)


def rank(article: int) -> int:
    return (article * 37) % 11


def first(held: dict[int, frozenset[int]], key: int) -> list[int]:
    return sorted((article for article in held if key in held[article]), key=rank)[:FIRST]


def meet(held: dict[int, frozenset[int]], one: int, other: int) -> bool:
    return any({one, other} & set(first(held, key)) for key in held[one] & held[other])


@settings(deadline=None)
@given(HELD)
def test_two_meet_where_one_is_a_first_holder_of_a_key_of_both(held: dict[int, frozenset[int]]) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        shared = SharedKeys(connection, FIRST)
        for article, keys in held.items():
            shared.add(KeyKind.SAID, article, rank(article), keys)
            shared.add(KeyKind.COPIED, article, rank(article), {9})
        for one in held:
            assert shared.met(KeyKind.SAID, one) == {other for other in held if other != one and meet(held, one, other)}


@settings(deadline=None)
@given(HELD, st.integers(1, 7))
def test_who_is_displaced_is_among_the_next(held: dict[int, frozenset[int]], new: int) -> None:
    """Whoever loses a meeting when `new` comes is one of those that `next` names, or meets one of them no more."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA)
        shared = SharedKeys(connection, FIRST)
        before = {article: keys for article, keys in held.items() if article != new}
        for article, keys in held.items():
            shared.add(KeyKind.SAID, article, rank(article), keys)
        displaced = shared.displaced(KeyKind.SAID, new) if new in held else set()
        for one in before:
            for other in before:
                if one != other and meet(before, one, other) and not meet(held, one, other):
                    assert {one, other} & displaced
        if new in held:
            shared.remove(new)
        for one in before:
            assert shared.met(KeyKind.SAID, one) == {
                other for other in before if other != one and meet(before, one, other)
            }
