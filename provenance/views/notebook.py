"""A trace that a notebook shows."""

from __future__ import annotations

from dataclasses import fields
from typing import Self

from provenance.trace import Trace
from provenance.views.prose.verdict import sentence


class NotebookTrace(Trace):
    """A `Trace` that says its verdict in a sentence, and that Jupyter shows as its picture and its report."""

    __slots__ = ()

    @classmethod
    def of(cls, trace: Trace) -> Self:
        return cls(**{field.name: getattr(trace, field.name) for field in fields(trace)})

    @property
    def verdict(self) -> str:
        return sentence(self.judged)

    def _repr_html_(self) -> str:
        from provenance.views.diagram.svg import svg
        from provenance.views.terminal.report import html

        return f'<div style="overflow: auto">{svg(self)}</div>{html(self)}'
