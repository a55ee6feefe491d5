"""A trace that a notebook shows."""

from __future__ import annotations

from dataclasses import fields, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from provenance.iris import is_claim, is_minted
from provenance.trace import Trace
from provenance.trace.clearest import clearest
from provenance.trace.wording import legible
from provenance.views.prose.verdict import sentence

if TYPE_CHECKING:
    from typing import Protocol

    class Printer(Protocol):
        """IPython's, for its terminal."""

        def text(self, words: str) -> None: ...


class NotebookTrace(Trace):
    """A `Trace` that says its verdict in a sentence, and that Jupyter shows as its picture and its report."""

    __slots__ = ()

    @classmethod
    def of(cls, trace: Trace) -> Self:
        return cls(**{field.name: getattr(trace, field.name) for field in fields(trace)})

    @property
    def verdict(self) -> str:
        return sentence(self.judged)

    @property
    def worded(self) -> Trace:
        """The same with the claim in words, where it was asked for by its IRI."""
        said = self.statements if is_claim(self.claim) else self.statements[:1]
        return replace(self, claim=clearest(said)) if said and is_minted(self.claim) else self

    def _repr_html_(self) -> str:
        from provenance.views.diagram.folding import folded
        from provenance.views.diagram.picture import picture
        from provenance.views.diagram.styles import within
        from provenance.views.diagram.svg import element as drawn
        from provenance.views.notebook.frame import element, framed, written
        from provenance.views.terminal.report import html

        shown, place = self.worded, sha256(self.claim.encode(errors="replace")).hexdigest()[:8]
        full = folded(picture(shown))
        drawing = drawn(replace(full, claim="", verdict=""), f"{place}-", "")
        drawing.attrib |= {"aria-label": legible(full.claim)}
        del drawing.attrib["aria-labelledby"]
        head = [element("p", full.claim, class_="title"), element("p", full.verdict)]
        report = f"<details><summary>The report in words</summary>{html(shown)}</details>"
        return framed(written([*head, element("div", "", drawing, class_="drawn")]) + report, within(".provenance svg"))

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:  # noqa: FBT001, ARG002 -- IPython's protocol
        from provenance.views.terminal.short import text

        printer.text(text(self.worded))
