"""Words that try to be more than words: to steer a terminal, run in a spreadsheet or a page, or end a string."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from provenance.model import Publisher, Span

if TYPE_CHECKING:
    from provenance.model import Reading

TITLE = "<img src=x onerror=alert(1)>"
"""Runs where it is taken for an element."""
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but for white space, directional overrides, halves of characters: in no output as they are."""
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]")

PAYLOADS = (
    "\x1b]0;owned\x07 title",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred \x9d0;owned\x9c",
    "\x1b[2J\x1b[H cleared",
    "invoice\u202egpj.exe",
    "\u2067right\u2069 \u2028 line",
    '=HYPERLINK("https://evil.example","open")',
    "+cmd|' /C calc'!A0",
    "  @SUM(1+1)",
    "\t=1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</pre></span>--><svg onload=alert(1)>]]>",
    "&lt;b&gt; &#x202e; #quot; #35;",
    "%%{init: {'securityLevel': 'loose'}}%%",
    '"] ; click n0 href "javascript:alert(1)"',
    "end\nsubgraph x\n%% comment",
    '---\ntitle: "other"\n---',
    "[link=https://evil.example]here[/link] [bold red]loud[/] :skull:",
    '\\" \\N \\E \\u202E """ \'\'\' <x:y> .',
    "`$(id)` {{7*7}} ${7*7}",
    "javascript:alert(1)",
    "\x00NUL \x7f DEL \r\nSet-Cookie: a=b",
)
WORDS = st.sampled_from(PAYLOADS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""What RDF can carry."""


def attacking(reading: Reading, script: str, words: str, number: int, outlet: int, url: str | None = None) -> Reading:
    """`reading` with TITLE or `script` in every place that has any words, and `words` for its text."""
    [told] = reading.attributions
    chain = tuple(
        replace(hop, name=f"{script}{place}", role=TITLE, reason=script, made_by=script, mention=(), evidence=())
        for place, hop in enumerate(told.chain)
    )
    said = replace(
        told, content=(Span(0, len(words)),), cue=(Span(0, 30),), source=(Span(10, 60),), chain=chain, date=None
    )
    article = replace(
        reading.article,
        key=f"{TITLE}{number}",
        text=words,
        title=TITLE,
        byline=script,
        publisher=Publisher(f"{script}{outlet}"),
        url=url,
    )
    return replace(reading, article=article, attributions=(said,), derivations=())
