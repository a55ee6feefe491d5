"""A trace in a screenful: the verdict, the few chains that matter from the origin on, and what was left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from provenance.model import RELAYS, Assertion
from provenance.palette import ON_SCREEN
from provenance.trace.result import CITED, RESOLVED
from provenance.trace.wording import one_line, shortened
from provenance.trace.wordings import ChangeKind
from provenance.views.prose import ENDS, UNNAMED, percent, styled
from provenance.views.prose.phrases import count
from provenance.views.prose.verdict import described
from provenance.views.terminal.fitted import ARROW, MORE, columns, fitted, path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

    from provenance.trace.drift import Drift
    from provenance.trace.report import Trace
    from provenance.trace.result import Chain, Origin, Step
    from provenance.views.prose import Part


class Note(NamedTuple):
    """What there is to say of a chain, and the same in fewer words."""

    words: str
    brief: str
    style: str


SHOWN = 5
"""The most chains; each takes two lines at most."""
VERDICT, CLAIM, COUNTS, REST = 4, 2, 2, 3
"""The most lines of each."""
WORDS = 24
"""Characters of a wording that changed."""
INDENT = 6
CHANGED = ON_SCREEN["change"]
WIDTH = 80
"""Columns where no screen says how many."""
COMES_BACK = "the same without --short shows them, and the words that prove each hop"


def short(trace: Trace, screen: Console, beside: Sequence[str] = ()) -> Text:
    """At most 23 lines of the width of `screen`; `beside` is what else was left out, in words."""
    from provenance.views.prose.verdict import sentence
    from provenance.views.terminal.tree import counts

    shown = chosen(trace)
    told = [drift for chain in shown for drift in drifts(chain, trace)]
    left = [*_left_out(trace, shown, told), *beside]
    rest = f"Left out: {', '.join(left)}; {COMES_BACK}." if left else f"Nothing was left out; {COMES_BACK}."
    lines = [
        *_wrapped(sentence(trace.judged), VERDICT, "bold", screen),
        [],
        *_wrapped(one_line(trace.claim), CLAIM, "bold", screen),
        *_wrapped(counts(trace), COUNTS, "", screen),
        *(line for chain in shown for line in _chain(chain, trace, screen.width)),
        [],
        *_wrapped(rest, REST, "dim", screen),
    ]
    return styled(*lines)


def text(trace: Trace) -> str:
    """The same without colour, for whoever has no screen."""
    from io import StringIO

    from rich.console import Console

    screen = Console(file=StringIO(), width=WIDTH, force_jupyter=False, force_terminal=False)
    return short(trace, screen).plain


def chosen(trace: Trace) -> list[Chain]:
    """To the latest article from each origin, those that most lead to first; then those on which wording changed.

    Where nothing is decided, the surest.
    """
    latest: dict[Origin, Chain] = {}
    for origin in sorted(trace.origins, key=lambda one: one.assertion is not Assertion.ASSERTS):
        from_there = [one for one in trace.chains if not one.is_undecided and _is_of(one, origin, trace)]
        if from_there:
            latest[origin] = max(from_there, key=lambda one: (one.steps[0].date, one.confidence, one.steps[0].reached))
    found = list(latest.values()) or sorted(trace.chains, key=lambda one: -one.confidence)[:SHOWN]
    told = {what for chain in found for what in _changed(chain, trace)}
    for chain in sorted(trace.chains, key=lambda one: (-len(_changed(one, trace)), one.steps[0].date)):
        if new := _changed(chain, trace) - told:
            told |= new
            found.append(chain)
    return found[:SHOWN]


def drifts(chain: Chain, trace: Trace) -> list[Drift]:
    """What changed on the way of `chain`, the earliest first."""
    articles = [(step.reached, step.who) for step in reversed(chain.steps) if step.statement]
    ways = {(earlier, key): at for at, (before, (key, _)) in enumerate(pairwise(articles)) for earlier in before}
    found = [
        (ways[earlier, one.later.article], one)
        for one in trace.drifts
        for earlier in (one.earlier.article, one.earlier.publisher)
        if (earlier, one.later.article) in ways
    ]
    return list(dict.fromkeys(one for _, one in sorted(found, key=lambda each: each[0])))


def _changed(chain: Chain, trace: Trace) -> set[tuple[str, str]]:
    """The wordings that changed on its way."""
    return {(one.before, one.after) for one in drifts(chain, trace) if one.kind is not ChangeKind.DROPPED}


def _is_of(chain: Chain, origin: Origin, trace: Trace) -> bool:
    last = chain.steps[-1]
    agent = trace.graph.nodes[last.node].get("agent", last.node)
    return (agent, last.assertion, chain.nature) == (origin.node, origin.assertion, origin.nature)


def _chain(chain: Chain, trace: Trace, width: int) -> Iterator[list[Part]]:
    """On one line if there is room for its notes, else on two."""
    room = width - INDENT
    way, date, notes = _way(chain, trace), chain.steps[0].date, list(_notes(chain, trace))
    dated = [*way[:-1], f"{way[-1]}, {date}"] if date else way
    told = path(dated, room) if columns(ARROW.join(dated)) <= room else path(way, room)
    beside = [part for note in notes for part in ((" · ", ""), (note.words, note.style))]
    fits = columns(told) + sum(columns(words) for words, _ in beside) <= room and MORE not in told
    yield [(f"{percent(chain.confidence):>4}  ", ""), (told, ""), *(beside if fits else [])]
    if notes and not fits:
        yield [(" " * INDENT + _below(notes, room), notes[0].style)]


def _below(notes: Sequence[Note], room: int) -> str:
    """The notes on a line of their own, from the last on in fewer words until there is room."""
    for whole in range(len(notes), -1, -1):
        words = " · ".join([*(one.words for one in notes[:whole]), *(one.brief for one in notes[whole:])])
        if columns(words) <= room:
            break
    return fitted(words, room)


def _way(chain: Chain, trace: Trace) -> list[str]:
    """The tellers from the origin on; a report and its article are one."""
    origin = next((one for one in trace.origins if _is_of(chain, one, trace)), None)
    *rest, last = [step for step in chain.steps if step.relation != RESOLVED] or chain.steps
    first = described(origin) if origin else one_line(last.who) or "no one named"
    return [first, *(_teller(step) for step in reversed(rest))]


def _teller(step: Step) -> str:
    name = one_line(step.who) or UNNAMED
    return f"{name} (not in the store)" if step.reached == CITED and step.kind in RELAYS else name


def _notes(chain: Chain, trace: Trace) -> Iterator[Note]:
    last = chain.steps[-1]
    if chain.is_undecided:
        yield Note("UNDECIDED", "UNDECIDED", "bold")
    elif last.assertion is not Assertion.ASSERTS:
        yield Note(ENDS[last.assertion], ENDS[last.assertion], "bold")
    changes = [one for one in drifts(chain, trace) if one.kind is not ChangeKind.DROPPED]
    if changes:
        yield Note(_changes(changes), _changes([changes[-1]]), CHANGED)
    dropped = [shortened(one_line(one.before), WORDS) for one in drifts(chain, trace) if one.kind is ChangeKind.DROPPED]
    if dropped:
        words = f"no longer named: {', '.join(dropped)}"
        yield Note(words, words if len(dropped) == 1 else f"{len(dropped)} no longer named", CHANGED)


def _changes(found: Sequence[Drift]) -> str:
    """Such as: “considering” → “plans to” → “will close”."""
    told = ""
    for one in found:
        before, after = map(_quoted, (one.before, one.after))
        told += f" → {after}" if told.endswith(before) else f"{', ' if told else ''}{before} → {after}"
    return told


def _quoted(words: str) -> str:
    return f"“{shortened(one_line(words), WORDS)}”" if words else "—"


def _left_out(trace: Trace, shown: Sequence[Chain], told: Sequence[Drift]) -> Iterator[str]:
    more = len(trace.chains) - len(shown)
    if more or trace.more:
        yield count(more, "chain") + (" and more" if trace.more else "")
    for number, noun, plural in (
        (len(set(trace.drifts) - set(told)), "change on the way", "changes on the way"),
        (trace.undecided, "undecided statement", ""),
        (len(trace.checks), "fact check", ""),
        (len(trace.loops), "circle", ""),
        (len(trace.disorders), "impossible order", ""),
        (len(trace.to_fetch), "report to fetch", "reports to fetch"),
        (len(trace.decisions), "decision", ""),
    ):
        if number:
            yield count(number, noun, plural)


def _wrapped(words: str, most: int, style: str, screen: Console) -> Iterator[list[Part]]:
    """At most `most` lines of the width of `screen`; dots where there would be more."""
    from rich.text import Text

    lines = [line.plain.rstrip() for line in Text(words).wrap(screen, screen.width)]
    if len(lines) > most:
        lines[most - 1] = fitted(f"{lines[most - 1]} …", screen.width)
    yield from ([(line, style)] for line in lines[:most])
