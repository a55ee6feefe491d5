"""A trace for the terminal: the verdict, the tree of chains, why so many origins, what weakens it, what to fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from provenance.trace.origin_identity import closest
from provenance.views.prose import dated, styled
from provenance.views.prose.checked import checked
from provenance.views.prose.further import lines, title
from provenance.views.prose.identity import identity, number, settled
from provenance.views.prose.phrases import count
from provenance.views.prose.verdict import sentence
from provenance.views.prose.weaknesses import weaknesses
from provenance.views.terminal.tree import tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, Group
    from rich.text import Text
    from rich.tree import Tree

    from provenance.trace.fetch import ToFetch
    from provenance.trace.report import Trace

PAGE = '<pre style="white-space: pre-wrap; line-height: normal">{code}</pre>'
WIDTH = 100
PAIRS = 4
"""The most pairs of origins that are told."""
CHECKS = 4
"""The most fact checks that are told."""
FETCHED = 10
"""The most reports that are named as still to be fetched."""


def report(trace: Trace) -> Group:
    """Nothing is printed for what does not apply."""
    from rich.console import Group

    sections = [
        _section(f"Why {number(trace.independence)}", _may_be_one(trace)),
        _section("What weakens it", weaknesses(trace)),
        _section("What to fetch next", _to_fetch(trace.to_fetch)),
        *(_section(title(name), _further(name, found)) for name, found in trace.further.items()),
    ]
    return Group(_verdict(trace), "", tree(trace), *[part for section in sections if section for part in ("", section)])


def text(trace: Trace) -> str:
    """The report without colour."""
    return _printed(trace).export_text()


def html(trace: Trace) -> str:
    """The report as an HTML fragment, for a notebook."""
    return _printed(trace).export_html(code_format=PAGE, inline_styles=True)


def _printed(trace: Trace) -> Console:
    from io import StringIO

    from rich.console import Console

    console = Console(file=StringIO(), record=True, width=WIDTH, force_jupyter=False, force_terminal=False)
    console.print(report(trace))
    return console


def _verdict(trace: Trace) -> Text:
    first = trace.earliest
    lines = [[(sentence(trace.judged), "bold")]]
    if first:
        lines.append([(f"Earliest: {first.date}, {first.who} ({first.told_in}: {dated(first)})", "")])
    lines += [[(checked(check), "")] for check in trace.checks[:CHECKS]]
    if (more := len(trace.checks) - CHECKS) > 0:
        lines.append([(f"… and {more} more fact checks", "dim")])
    return styled(*lines)


def _further(name: str, found: Any) -> list[Text]:
    return [styled([(line, "")]) for line in lines(name, found)]


def _section(title: str, items: Sequence[Text]) -> Tree | None:
    from rich.tree import Tree

    if not items:
        return None
    section = Tree(styled([(title, "bold")]))
    for item in items:
        section.add(item)
    return section


def _may_be_one(trace: Trace) -> list[Text]:
    """What keeps the number of origins open: those that are counted as one at the least that there are."""
    found = list(closest(trace.origin_pairs)) if trace.independence.low < trace.independence.high else []
    lines = [styled([(identity(one), "")], [(settled(one.settled_by), "dim")]) for one in found[:PAIRS]]
    more = len(found) - PAIRS
    return [*lines, styled([(f"… and {more} more that may be one", "dim")])] if more > 0 else lines


def _to_fetch(reports: Sequence[ToFetch]) -> list[Text]:
    lines = [
        styled(
            [(one.who, "bold"), (f"{_when(one)}: {' '.join(one.words)}", "")],
            *[[(line, "dim")] for line in (_resting(one), *one.links)],
        )
        for one in reports[:FETCHED]
    ]
    more = len(reports) - FETCHED
    return [*lines, styled([(f"… and {more} more", "dim")])] if more > 0 else lines


def _when(report: ToFetch) -> str:
    if report.date:
        return f", {report.date}"
    return f", on or before {report.by}" if report.by else ""


def _resting(report: ToFetch) -> str:
    rest = "rests" if len(report.articles) == 1 else "rest"
    return f"{count(len(report.articles), 'article')} {rest} on it: {', '.join(report.articles)}"
