"""A trace in a screenful: the verdict, the few chains that matter from the origin on, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.palette import ON_SCREEN
from provenance.trace.foremost import foremost
from provenance.trace.wording import one_line
from provenance.views.prose import percent, styled
from provenance.views.prose.brief import notes, rest, way
from provenance.views.prose.verdict import sentence
from provenance.views.terminal.fitted import ARROW, MORE, columns, fitted, path
from provenance.views.terminal.tree import counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

    from provenance.trace.report import Trace
    from provenance.trace.result import Chain
    from provenance.views.prose import Part
    from provenance.views.prose.brief import Note

CHAINS = 5
"""The most chains; each takes two lines at most."""
VERDICT, CLAIM, COUNTS, REST = 4, 2, 2, 3
"""The most lines of each."""
INDENT = 6
NOTE = f"bold {ON_SCREEN['change']}"
WIDTH = 80
"""Columns where no screen says how many."""


def short(trace: Trace, screen: Console, beside: Sequence[str] = ()) -> Text:
    """At most 23 lines of the width of `screen`; `beside` is what else was left out, in words."""
    shown = foremost(trace, CHAINS)
    return styled(
        *_wrapped(sentence(trace.judged), VERDICT, "bold", screen),
        [],
        *_wrapped(one_line(trace.claim), CLAIM, "bold", screen),
        *_wrapped(counts(trace), COUNTS, "", screen),
        *(line for chain in shown for line in _chain(chain, trace, screen.width)),
        [],
        *_wrapped(rest(trace, shown, beside), REST, "dim", screen),
    )


def text(trace: Trace) -> str:
    """The same without colour, for whoever has no screen."""
    from io import StringIO

    from rich.console import Console

    return short(trace, Console(file=StringIO(), width=WIDTH, force_jupyter=False, force_terminal=False)).plain


def _chain(chain: Chain, trace: Trace, width: int) -> Iterator[list[Part]]:
    """On one line if there is room for its notes, else on two."""
    room = width - INDENT
    names, date, said = way(chain, trace), chain.steps[0].date, list(notes(chain, trace))
    dated = [*names[:-1], f"{names[-1]}, {date}"] if date else names
    told = path(dated if columns(ARROW.join(dated)) <= room else names, room)
    beside = [part for note in said for part in ((" · ", ""), (note.words, NOTE))]
    fits = columns(told) + sum(columns(words) for words, _ in beside) <= room and MORE not in told
    yield [(f"{percent(chain.confidence):>4}  ", ""), (told, ""), *(beside if fits else [])]
    if said and not fits:
        yield [(" " * INDENT + _below(said, room), NOTE)]


def _below(said: Sequence[Note], room: int) -> str:
    """The notes on a line of their own, from the last on in fewer words until there is room."""
    for whole in range(len(said), -1, -1):
        words = " · ".join([*(one.words for one in said[:whole]), *(one.brief for one in said[whole:])])
        if columns(words) <= room:
            break
    return fitted(words, room)


def _wrapped(words: str, most: int, style: str, screen: Console) -> Iterator[list[Part]]:
    """At most `most` lines of the width of `screen`; dots where there would be more."""
    from rich.text import Text

    lines = [line.plain.rstrip() for line in Text(words).wrap(screen, screen.width)]
    if len(lines) > most:
        lines[most - 1] = fitted(f"{lines[most - 1]} …", screen.width)
    yield from ([(line, style)] for line in lines[:most])
