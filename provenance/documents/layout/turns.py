"""Lines that begin with who speaks: "SMITH: ...", "Q: ...", "Jane Doe (mayor):" above the words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from provenance.documents.layout.block import Block
from provenance.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.documents.layout.block import Layout

NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’&-]*"
WHO = rf"(?P<who>{NAME}(?: (?:(?:de|van|von|al|bin|of|the|and) )?{NAME}){{0,4}})"
ROLE = r"(?P<role> ?\([^()\n]{1,60}\)|, [^:,.“”\"\n]{2,60})?"
LABEL = re.compile(rf"[“\"*_]{{0,3}}{WHO}{ROLE}[*_]{{0,3}}:[*_]{{0,3}}(?:\s+(?=\S)|$)")
NAMED = re.compile(rf"{WHO}(?: ?\([^()\n]{{1,60}}\)|, (?:[a-z][^:.“”\"\n]{{2,60}}|[A-Z][^:.“”\"\n]{{2,60}}))")
LETTER = re.compile(
    r"[“\"*_]{0,3}(?:(?P<who>Q|A)[*_]{0,3}(?:[.:)]|\s[–—-])[*_]{0,3}\s+(?=\S)|(?P<bare>Q)(?=[A-Z][a-z’']))"
)
LONGEST = 160
"""Characters of a label."""
LEAST = 3
"""Turns of a transcript."""
FARTHEST = 8
"""Lines between two labels that the first may still speak for."""
OPENING = "“\"'‘*_•-–— "
ASKING = re.compile(r"\?[\"”’'*_)]*$")
ASIDE = re.compile(r"[“\"]?[(\[][^)\]]*[)\]][”\"]?\.?$")
NOBODY = frozenset(
    "claim claims fact facts verdict rating ruling correction corrections clarification update updates note "
    "notes editor "
    "previously related background context analysis summary conclusion why what when where who how more source sources "
    "photo photos video image credit status date time location place price cost ingredients directions method serves "
    "tickets info information details contact address phone email website score scores result results winner winners "
    "points findings takeaways stories news dates numbers questions topics links reading report reports opinion review "
    "headline title topic issue problem solution answer example examples step tip tips warning breaking exclusive "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tomorrow meanwhile however but and also plus true false "
    "first second third last next finally pros cons bottom line upside downside reality myth truth truths lie lies "
    "reads".split()
)


class Turn(NamedTuple):
    """`who` speaks, as the line has it in small letters; `named` is where it stands there, with what that one is.

    `words` is where what is said begins, None where nothing follows on the line.
    """

    who: str
    named: Span
    has_role: bool
    words: int | None

    @property
    def has_words(self) -> bool:
        return self.words is not None


def label(line: str) -> Turn | None:
    """What `line` begins with, if that has the form of a label."""
    head = line[:LONGEST]
    match = LETTER.match(head) or LABEL.match(head)
    if match is None:
        return None
    parts = match.groupdict()
    group = "who" if parts["who"] else "bare"
    has_role = parts.get("role") is not None
    named = Span(match.start(group), match.end("role" if has_role else group))
    return Turn(match[group].casefold(), named, has_role, match.end() if match.end() < len(line) else None)


def spoken(layout: Layout) -> None:
    """Tell the turns of a transcript, and what goes on from them; then labels that stand above what is said."""
    found = _by_fullest({n: turn for n, line in enumerate(layout.lines) if layout.plain(n) and (turn := label(line))})
    times = Counter(turn.who for turn in found.values())
    named = {n: turn for n, turn in found.items() if not _is_nobody(turn.who)}
    above = {n for n, turn in named.items() if not turn.has_words and _is_above(layout, n, turn, times)}
    if len(above) == 1:
        above = {n for n in above if named[n].has_role or layout.lines[n].isupper()}
    above |= {n for n in range(len(layout.lines) - 1) if _is_name_above(layout, n)}
    turns = {n: turn for n, turn in named.items() if turn.has_words and times[turn.who] > 1}
    if not any(is_one(layout, turns) for is_one in (_is_transcript, _is_questioned, _is_answered)):
        turns = {}
    elif len({turn.who for turn in turns.values()}) > 1:
        turns |= {n: turn for n, turn in named.items() if turn.has_words and layout.lines[n].split(":")[0].isupper()}
    for number in above:
        layout.blocks[number] = Block.LABEL
    for number in turns:
        is_asked = turns[number].who == "q" or (turns[number].who != "a" and ASKING.search(layout.lines[number]))
        layout.blocks[number] = Block.QUESTION if is_asked else Block.ANSWER
        layout.speakers[number] = number
    _continue(layout, sorted({*turns, *above}), set(found), is_whole=len({t.who for t in turns.values()}) != 1)


def _by_fullest(found: Mapping[int, Turn]) -> Mapping[int, Turn]:
    """The same turns, each by the one full label that its own shortens: "JD" by "Jane Doe"; a title is none."""
    full = {turn.who for n, turn in found.items() if (n or 1 in found) and " " in turn.who and turn.has_words}
    bearers = defaultdict[str, set[str]](set)
    for name in full:
        words = name.split()
        for short in (words[0], words[-1], "".join(word[0] for word in words)):
            bearers[short].add(name)
    return {
        n: turn._replace(who=next(iter(bearers[turn.who]))) if len(bearers.get(turn.who, ())) == 1 else turn
        for n, turn in found.items()
    }


def _is_nobody(who: str) -> bool:
    words = who.split()
    return words[0] in NOBODY or words[-1] in NOBODY


def _is_above(layout: Layout, number: int, turn: Turn, times: Mapping[str, int]) -> bool:
    if number + 1 >= len(layout.lines):
        return False
    if times[turn.who] > 1:
        return True
    is_name = turn.who.count(" ") in {1, 2} or (layout.lines[number].isupper() and not turn.has_role)
    return is_name and (turn.has_role or layout.lines[number + 1][0] in OPENING)


def _is_name_above(layout: Layout, number: int) -> bool:
    """Whether a name with a role stands above quoted words, or above a list."""
    line, below = layout.lines[number], layout.lines[number + 1]
    if not layout.plain(number) or len(line) > LONGEST or (named := NAMED.fullmatch(line)) is None:
        return False
    return " " in named["who"] and (below[0] in '“"' or layout.blocks[number + 1] is Block.ITEM)


def _is_transcript(layout: Layout, turns: Mapping[int, Turn]) -> bool:
    names = {turn.who for turn in turns.values()}
    if "a" in names:
        return True
    is_speech = any(ASKING.search(layout.lines[n]) or layout.lines[n].split(":")[0].isupper() for n in turns)
    return len(turns) > LEAST and len(names) > 1 and is_speech


def _is_questioned(layout: Layout, turns: Mapping[int, Turn]) -> bool:
    """Whether one voice alone is labelled, and asks."""
    asking = sum(ASKING.search(layout.lines[number]) is not None for number in turns)
    return len({turn.who for turn in turns.values()}) == 1 and len(turns) >= LEAST and 2 * asking > len(turns)


def _is_answered(layout: Layout, turns: Mapping[int, Turn]) -> bool:
    """Whether one voice alone is labelled, and answers: most of its turns stand below a line that asks."""
    below = sum(n > 0 and ASKING.search(layout.lines[n - 1]) is not None for n in turns)
    return len({turn.who for turn in turns.values()}) == 1 and len(turns) >= LEAST and 2 * below > len(turns)


def _continue(layout: Layout, starts: list[int], stops: set[int], *, is_whole: bool) -> None:
    """Tell what stands between one label and the next."""

    def is_stop(number: int) -> bool:
        return not layout.plain(number) or number in stops or layout.speakers[number] is not None

    for number, end in pairwise([*starts, len(layout.lines)]):
        is_last = number == starts[-1]
        if end - number > FARTHEST and not is_last:
            continue
        is_answered = layout.blocks[number] is Block.QUESTION and not is_whole
        must_open = not is_answered and (is_last or layout.lines[number][0] in '“"' or ":" not in layout.lines[number])
        is_over = is_last and layout.blocks[number] is not Block.LABEL and layout.lines[number][0] not in OPENING
        for onward in range(number + 1, min(end, number + 2) if is_answered and is_last else end):
            line = layout.lines[onward]
            if layout.blocks[onward] is Block.ITEM and layout.blocks[number] is Block.LABEL:
                layout.speakers[onward] = number
            elif is_stop(onward) or (must_open and (line[0] not in OPENING or is_over)):
                break
            elif not is_whole and layout.blocks[number] is Block.ANSWER and ASKING.search(line):
                layout.blocks[onward] = Block.QUESTION
                break
            elif not ASIDE.match(line):
                layout.blocks[onward] = Block.QUESTION if is_whole and ASKING.search(line) else Block.ANSWER
                layout.speakers[onward] = None if is_answered else number
