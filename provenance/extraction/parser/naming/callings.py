"""What a text tells of those whom it names: which side's noun it gives them, what they undergo, who is theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.extraction.parser.naming import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

BEFORE = 100
"""Characters before a verb in which its subject is looked for."""
ONCE = frozenset("former ex late onetime".split())
"""Before what somebody was."""
CAPITALS = r"((?:[A-Z][\w-]*\.?)(?: [A-Z][\w-]*\.?){0,3})"
BE = r"(?:(?:is|was|are|were|be|been|being|has|had|stands|stood|also|later|already|first) )*"
ASIDE = r"(?:, [^,.!?\n]{1,60},?| \([^)\n]{1,30}\))?"
NOUNS = "|".join(vocabulary.SIDES)
CALLED = re.compile(
    rf"(?<!\bformer )(?<!\blate )(?<!\bex-)\b((?i:{NOUNS}))\b\.?(?: of [^,.!?\n]{{1,30}},|,)? {CAPITALS}"
)
IS_CALLED = re.compile(rf"{CAPITALS}, (?:an?|the) ((?:[\w’'-]+ ?){{1,4}})")
OWNS = re.compile(rf"{CAPITALS}[’']s? ((?:[\w-]+ ?){{1,3}})")
IS_OF = re.compile(rf"\b([\w-]+) (?:for|of|to) {CAPITALS}")


class Callings:
    """By the last words of names."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def sides(self) -> Mapping[str, frozenset[str]]:
        """The sides that nouns and verbs give the bearers of a name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for last, side in (*self._called(), *self._undergoing()):
            found[last].add(side)
        return {last: frozenset(sides) for last, sides in found.items()}

    @cached_property
    def owners(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """For a noun and a last word, the names before that the text has own one: “Ada Brunt’s lawyer”."""
        found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for name, nouns in self._owned():
            for noun in nouns.split():
                if noun in vocabulary.ROLES:
                    found[noun, _last(name)].add(name)
        return {pair: frozenset(names) for pair, names in found.items()}

    def _called(self) -> Iterator[tuple[str, str]]:
        for found in CALLED.finditer(self._text):
            yield from ((_last(word), side) for word in found[2].split() for side in sides(found[1]))
        for found in IS_CALLED.finditer(self._text):
            yield from ((_last(found[1]), side) for side in sides(found[2]))

    def _undergoing(self) -> Iterator[tuple[str, str]]:
        """“Ada Brunt, 34, was charged with”, “charged Ada Brunt”."""
        for side, verbs in vocabulary.UNDERGONE.items():
            for found in re.finditer(rf"(?:,? who)? {BE}(?:{verbs})\b", self._text):
                before = self._text[max(0, found.start() - BEFORE) : found.start()]
                if name := re.search(rf"{CAPITALS}{ASIDE}$", before):
                    yield _last(name[1]), side
        for side, verbs in vocabulary.UNDERGOING.items():
            for found in re.finditer(rf"\b(?:{verbs}) {CAPITALS}", self._text):
                yield from ((_last(word), side) for word in found[1].split())

    def _owned(self) -> Iterator[tuple[str, str]]:
        for found in OWNS.finditer(self._text):
            yield found[1], found[2]
        for found in IS_OF.finditer(self._text):
            yield found[2], found[1]


def sides(role: str) -> frozenset[str]:
    """Of the nouns in the words of a role, unless they tell what somebody was."""
    told = [word.strip(".,’'").lower() for word in re.split(r"[\s-]+", role)]
    known = frozenset(vocabulary.SIDES[one] for one in told if one in vocabulary.SIDES)
    return frozenset() if ONCE & set(told) else known


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].rstrip(".")
