"""The only room with English sentences: codes and values in, words out. Everything under it answers in codes."""

from __future__ import annotations

from provenance.views.prose.steps import (
    GOT,
    UNNAMED,
    Part,
    article,
    dated,
    end,
    got,
    in_full,
    passes,
    percent,
    quoted,
    styled,
    sure,
    who,
)

__all__ = [
    "GOT",
    "UNNAMED",
    "Part",
    "article",
    "dated",
    "end",
    "got",
    "in_full",
    "passes",
    "percent",
    "quoted",
    "styled",
    "sure",
    "who",
]
