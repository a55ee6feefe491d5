"""How a picture looks; no colour is the only mark of anything."""

from __future__ import annotations

import re

from provenance.palette import CHANGE, CIRCLE, DENIAL, INK, LINE, SOFT
from provenance.views.diagram.lettering import FONT, X_HEIGHT
from provenance.views.diagram.tints import TINTS

_SHAPES = "\n".join(
    f".{shape} .outline {{ fill: {tint.fill}; stroke: {tint.line}; }} "
    f".{shape} .glyph, .{shape} .rule, .{shape} .inner {{ stroke: {tint.line}; }}"
    for shape, tint in TINTS.items()
)
STYLES = f"""
text {{ font-family: {FONT}; font-size-adjust: {X_HEIGHT}; fill: {INK}; }}
.page {{ fill: #ffffff; }}
.claim {{ font-size: 19px; font-weight: 700; }}
.verdict {{ font-size: 13px; fill: {SOFT}; }}
.time {{ fill: none; stroke: #9aa5b1; stroke-width: 1; }}
.day {{ font-size: 11px; text-anchor: middle; fill: {LINE}; }}
.tag {{ font-size: 9.5px; font-weight: 700; letter-spacing: 0.6px; fill: {SOFT}; }}
.name {{ font-size: 13.5px; font-weight: 700; }}
.date {{ font-size: 11px; fill: {LINE}; }}
.note {{ font-size: 11px; fill: {SOFT}; }}
.wording {{ font-size: 11.5px; }}
.key {{ font-size: 11px; fill: {SOFT}; }}
.outline {{ stroke-width: 1.3; fill: #ffffff; stroke: {LINE}; }}
.inner, .rule, .glyph {{ fill: none; stroke: {LINE}; stroke-width: 1; }}
.glyph {{ stroke-width: 1.2; stroke-linejoin: round; stroke-linecap: round; }}
{_SHAPES}
.article .rule, .articles .rule {{ stroke-opacity: 0.35; }}
.report .outline, .platform .outline {{ stroke-dasharray: 6 4; }}
.anonymous .outline {{ stroke-dasharray: 5 4; }}
.unspecified .outline {{ stroke-dasharray: 1.5 4; stroke-linecap: round; }}
.origin .outline {{ stroke-width: 2.6; }}
.bottleneck .outline {{ stroke-width: 3.4; }}
.way {{ fill: none; stroke: {LINE}; }}
.end {{ fill: {LINE}; stroke: none; }}
.undecided .way {{ stroke-dasharray: 2 4; }}
.denial .way, .denial .end, .unconfirmed .way, .unconfirmed .end {{ stroke: {DENIAL}; fill: none; }}
.denial .way {{ stroke-dasharray: 7 4; }}
.unconfirmed .way {{ stroke-dasharray: 2 4; }}
.denial .end, .unconfirmed .end {{ stroke-width: 2.4; }}
.circle .way {{ stroke: {CIRCLE}; stroke-dasharray: 9 3 2 3; }}
.circle .end {{ fill: {CIRCLE}; }}
.ground {{ fill: #ffffff; fill-opacity: 0.88; }}
.label {{ font-size: 10.5px; text-anchor: middle; fill: {SOFT}; }}
.label.denial, .label.unconfirmed {{ fill: {DENIAL}; }}
.label.circle {{ fill: {CIRCLE}; }}
.label.change {{ font-weight: 700; fill: {CHANGE}; }}
"""


def within(where: str) -> str:
    """`STYLES` for what is inside of `where` only."""

    def rule(match: re.Match[str]) -> str:
        selectors = (f"{where} {one.strip()}" for one in match[1].split(","))
        return f"{', '.join(selectors)} {{{match[2]}}}\n"

    return re.sub(r"([^{}]+)\{([^{}]*)\}", rule, STYLES)
