"""The answer to a question for the terminal: each claim that makes what was asked, and what is only related."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.trace.wording import one_line, shortened
from provenance.views.prose import styled
from provenance.views.prose.phrases import count
from provenance.views.prose.verdict import sentence
from provenance.views.terminal.report import report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from rich.console import Group
    from rich.text import Text
    from rich.tree import Tree

    from provenance.trace.report import Trace
    from provenance.views.prose import Part

    class Made(Protocol):
        """A claim that makes what was asked."""

        @property
        def claim(self) -> str: ...
        @property
        def trace(self) -> Trace: ...

    class Near(Protocol):
        """A claim that only has to do with what was asked."""

        @property
        def text(self) -> str: ...
        @property
        def claim(self) -> str: ...
        @property
        def articles(self) -> tuple[str, ...]: ...


WIDTH = 100
"""Characters of a claim in a list."""


def answer(claims: Sequence[Made], related: Sequence[Near]) -> Group:
    """One claim is told as its trace alone; several are first listed, each with its verdict."""
    from rich.console import Group

    parts: list[Text | Group | Tree | str] = []
    if len(claims) > 1:
        parts += [matching(claims), ""]
    for one in claims:
        parts += [report(one.trace), ""]
    if related:
        parts += [beside(related), ""]
    return Group(*parts[:-1])


def matching(claims: Sequence[Made]) -> Text:
    """The claims, and the verdict on each."""
    lines: list[list[Part]] = [[(f"{count(len(claims), 'claim')} match, told apart below:", "bold")]]
    for number, one in enumerate(claims, start=1):
        lines.append([(f"{number}. {_short(one.trace.claim)}", "bold")])
        lines.append([(f"   {sentence(one.trace.judged)}", "")])
    return styled(*lines)


def beside(related: Sequence[Near]) -> Tree:
    """What is not counted as making the claim, and how to trace it."""
    from rich.tree import Tree

    root = Tree(styled([("Related, not counted as making it", "bold")]))
    for one in related:
        head = f"“{_short(one.text)}” ({count(len(one.articles), 'article')})"
        root.add(styled([(head, "")], [(f"provenance trace {one.claim}", "dim")]))
    return root


def _short(text: str) -> str:
    return shortened(one_line(text), WIDTH)
