"""How a picture looks; colours that the colour-blind tell apart (Okabe and Ito 2008), never the only mark."""

from __future__ import annotations

from provenance.views.diagram.lettering import FONT, X_HEIGHT

STYLES = f"""
text {{ font-family: {FONT}; font-size-adjust: {X_HEIGHT}; fill: #1d2733; }}
.page {{ fill: #ffffff; }}
.claim {{ font-size: 19px; font-weight: 700; }}
.verdict {{ font-size: 13px; fill: #3d4a57; }}
.time {{ fill: none; stroke: #9aa5b1; stroke-width: 1; }}
.day {{ font-size: 11px; text-anchor: middle; fill: #5a6672; }}
.tag {{ font-size: 9.5px; font-weight: 700; letter-spacing: 0.6px; fill: #3d4a57; }}
.name {{ font-size: 13.5px; font-weight: 700; }}
.date {{ font-size: 11px; fill: #5a6672; }}
.note {{ font-size: 11px; fill: #4a5763; }}
.wording {{ font-size: 11.5px; }}
.key {{ font-size: 11px; fill: #3d4a57; }}
.outline {{ stroke-width: 1.3; fill: #ffffff; stroke: #5a6672; }}
.inner, .rule, .glyph {{ fill: none; stroke: #5a6672; stroke-width: 1; }}
.glyph {{ stroke-width: 1.2; stroke-linejoin: round; stroke-linecap: round; }}
.article .outline, .articles .outline {{ fill: #edf5fb; stroke: #0072b2; }}
.article .glyph, .articles .glyph, .article .rule, .articles .rule {{ stroke: #0072b2; }}
.article .rule, .articles .rule {{ stroke-opacity: 0.35; }}
.report .outline, .platform .outline {{ fill: #fff8ec; stroke: #b35c00; stroke-dasharray: 6 4; }}
.report .glyph, .platform .glyph {{ stroke: #b35c00; }}
.document .outline {{ fill: #fdfbe8; stroke: #7d6a00; }}
.document .glyph {{ stroke: #7d6a00; }}
.person .outline, .organization .outline, .group .outline {{ fill: #e8f6f0; stroke: #00795a; }}
.person .glyph, .organization .glyph, .group .glyph, .group .inner {{ stroke: #00795a; }}
.anonymous .outline {{ fill: #eeeeee; stroke: #555555; stroke-dasharray: 5 4; }}
.unspecified .outline {{ stroke-dasharray: 1.5 4; stroke-linecap: round; }}
.origin .outline {{ stroke-width: 2.6; }}
.bottleneck .outline {{ stroke-width: 3.4; }}
.way {{ fill: none; stroke: #5a6672; }}
.end {{ fill: #5a6672; stroke: none; }}
.undecided .way {{ stroke-dasharray: 2 4; }}
.denial .way, .denial .end, .unconfirmed .way, .unconfirmed .end {{ stroke: #b3261e; fill: none; }}
.denial .way {{ stroke-dasharray: 7 4; }}
.unconfirmed .way {{ stroke-dasharray: 2 4; }}
.denial .end, .unconfirmed .end {{ stroke-width: 2.4; }}
.circle .way {{ stroke: #a05a00; stroke-dasharray: 9 3 2 3; }}
.circle .end {{ fill: #a05a00; }}
.ground {{ fill: #ffffff; fill-opacity: 0.88; }}
.label {{ font-size: 10.5px; text-anchor: middle; fill: #3d4a57; }}
.label.denial, .label.unconfirmed {{ fill: #b3261e; }}
.label.circle {{ fill: #8a4d00; }}
.label.change {{ font-weight: 700; fill: #7b2d74; }}
"""
