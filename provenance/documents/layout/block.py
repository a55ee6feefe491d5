"""What a paragraph can be, and a page whose paragraphs are being told apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Block(StrEnum):
    """The order is fixed: a trained model knows each kind by its number.

    A HEADING may be a time, or a rule between two parts. A turn of a transcript is a QUESTION where it ends with a
    question mark, otherwise an ANSWER. A LABEL is who speaks, alone on a line. SIGNATURE is also the salutation of a
    letter; DATELINE is prose behind a dateline; LINK and CREDIT are nobody's words.
    """

    PROSE = "prose"
    HEADING = "heading"
    QUESTION = "question"
    ANSWER = "answer"
    LABEL = "label"
    ITEM = "item"
    LINK = "link"
    SIGNATURE = "signature"
    CREDIT = "credit"
    DATELINE = "dateline"


@dataclass(slots=True)
class Layout:
    """The `lines` of a page, what each is as far as is known, and the number of the line that speaks for each.

    `pulled` are the lines that only repeat what another says.
    """

    lines: list[str]
    blocks: list[Block]
    speakers: list[int | None]
    pulled: frozenset[int] = frozenset()

    def plain(self, number: int) -> bool:
        """Whether there is a line of that number that nothing but prose is known of."""
        return 0 <= number < len(self.lines) and self.blocks[number] in {Block.PROSE, Block.DATELINE}

    def give(self, numbers: Iterable[int], speaker: int) -> None:
        for number in numbers:
            self.speakers[number] = speaker
