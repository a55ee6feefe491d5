"""Which mentions are of a woman or a man, and which of them cannot be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from provenance.documents.genders import Gender, gender_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def genders(mentions: Sequence[str], alike: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Of each of `mentions`: its own, else that of most of those that it is `alike` [mentions, mentions]."""
    own = np.array([gender_of(words) for words in mentions], dtype=np.int64)
    women, men = alike @ (own == Gender.WOMAN).astype(np.int64), alike @ (own == Gender.MAN).astype(np.int64)
    known = np.where(women > men, Gender.WOMAN, np.where(men > women, Gender.MAN, Gender.UNKNOWN))
    made: NDArray[np.int64] = np.where(own > 0, own, known)
    return made


def at_odds(ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where one of `ones` is a woman's and one of `others` a man's, or the other way round, [ones, others]."""
    made: NDArray[np.bool_] = (ones[:, None] != others) & (ones[:, None] > 0) & (others > 0)
    return made
