"""Whom a label names: itself where it is a name in full, else the one name of the page that it shortens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.documents.layout import Block, blocks
from provenance.extraction.parser.naming.page import Page as Names
from provenance.extraction.parser.naming.vocabulary import COURTESY
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.documents.layout import Voice
    from provenance.documents.segmentation import Page

ANSWER = "A"
INITIALS = 3
"""Letters of the longest label that is initials alone."""


@dataclass(frozen=True)
class Speakers:
    """Of the `heard` voices of a page."""

    page: Page
    heard: Sequence[Voice]

    def named(self, who: Span) -> Span | None:
        """Where the page names whom the label at `who` means; None for initials, or an "A", that may be anybody's."""
        words = self._own(who).split()
        if words == [ANSWER]:
            return self._interviewed
        if len(words) == 1 and words[0].isupper() and len(words[0]) <= INITIALS:
            return self._initialled(words[0])
        own = words[1:] if words[0].rstrip(".").lower() in COURTESY else words
        if len(own) > 1:
            return who
        word = own[0].casefold()
        people = self._names.people
        return (
            self._place(people.one(lambda name: name.split()[-1].casefold() == word))
            or self._place(people.one(lambda name: name.split()[0].casefold() == word))
            or who
        )

    @cached_property
    def _names(self) -> Names:
        return Names(self.page.text)

    @cached_property
    def _interviewed(self) -> Span | None:
        """The one person whom the page names in full above the first question."""
        asked = next((n for n, block in enumerate(blocks(self.page)) if block is Block.QUESTION), 0)
        above = self.page.text[: self.page.paragraphs[asked].start]
        return self._place(Names(above).people.one(bool))

    def _initialled(self, letters: str) -> Span | None:
        labels = {self._own(one.who): one.who for one in self.heard}
        bearers = [who for name, who in labels.items() if " " in name and _initials(name) == letters]
        if bearers:
            return bearers[0] if len(bearers) == 1 else None
        return self._place(self._names.people.one(lambda name: _initials(name) == letters))

    def _own(self, who: Span) -> str:
        """The words of a label without what the speaker is."""
        return self.page.text[slice(*who)].split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0]

    def _place(self, name: str) -> Span | None:
        at = self.page.text.find(name) if name else -1
        return Span(at, at + len(name)) if at >= 0 else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())
