"""The words of an article's statements as a table, so that two articles are compared at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """`columns` says where each word stands in the others: `has` [statements, words], `holders` and `rarities` [words].

    `holders` counts the statements that have a word, `rarities` say what each tells in general.
    """

    columns: Mapping[str, int]
    has: NDArray[np.bool_]
    holders: NDArray[np.int64]
    rarities: NDArray[np.float64]


def vocabulary(statements: Sequence[frozenset[str]], rarity: Callable[[str], float]) -> Vocabulary:
    """`statements` are the words of each."""
    names = sorted(frozenset[str]().union(*statements))
    columns = {word: column for column, word in enumerate(names)}
    has = np.zeros((len(statements), len(names)), dtype=np.bool_)
    for row, words in enumerate(statements):
        has[row, [columns[word] for word in words]] = True
    return Vocabulary(columns, has, has.sum(axis=0), np.array([rarity(word) for word in names], dtype=np.float64))
