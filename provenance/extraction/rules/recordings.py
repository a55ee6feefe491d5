"""Recordings that a page goes back to: "in the video", "she can be heard saying", "it shows"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.model import Span

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context

RECORDINGS = frozenset("video videos footage recording recordings tape tapes audio clip videotape".split())
RECORDING = re.compile(
    rf"(?:\b(?:the|an?|its|his|her|their|this|that) )?(?P<name>(?:(?!(?:of|in|on|and|to|from|by) )[\w’'-]+ ){{0,2}}?"
    rf"\b(?P<noun>{'|'.join(sorted(RECORDINGS, key=len, reverse=True))})\b)",
    re.IGNORECASE,
)
HEARD = re.compile(
    r"\b(?:(?:can|could) be(?: clearly)?|(?:is|are|was|were)(?: then)?) (?:heard|seen|caught|captured|recorded)\b"
)
SHOWS = frozenset({"show", "depict", "capture"})
REACH = 900  # characters


def last_recording(context: Context, at: int) -> tuple[str, str, Span] | None:
    """The recording named last before `at`: its name, its noun and where it stands."""
    found = list(RECORDING.finditer(context.page.text, max(0, at - REACH), at))
    return (found[-1]["name"], found[-1]["noun"].lower(), Span(*found[-1].span("name"))) if found else None
