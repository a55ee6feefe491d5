"""Lines that tell by themselves what they are: links, credits, captions, datelines, times and rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.layout.block import Block, Layout
from provenance.documents.segmentation import DATELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 300
"""Characters of a line that says what it is."""
_CUE = (
    r"(?:read|see|watch|listen|learn) (?:more|also|next|now|this)|also (?:read|see|on [A-Z][\w.]+)|"
    r"(?:more|must|further) read(?:ing)?|related(?: (?:story|stories|articles?|coverage|links?|news|content|topics))?|"
    r"recommended(?: (?:for you|reading|stories))?|you may also like|don['’]t miss|"
    r"more (?:from|on|about) [^.:!?]{2,40}|"
    r"(?:top|most) (?:stories|read)|trending(?: now)?|editors?['’]s? (?:picks?|choice)"
)
LINK = re.compile(rf"\W{{0,3}}(?:{_CUE})(?:\s*[:|»>→▶]+\s*\S.*|\s*[:|»>→▶…\]]*)", re.IGNORECASE)
CAPITAL_LINK = re.compile(
    r"[^\w“\"‘']{0,3}(?:WATCH|LISTEN|RELATED|READ|READ MORE|SEE ALSO|ALSO READ|MORE|VIDEO|PODCAST)\s*[:|»>–—-]\s*\S.*"
)
VIDEO = re.compile(r"[^\w“\"‘']{0,3}(?:Watch|Listen|Video|Podcast)\s*[:|»>]\s*[^.]+")
ASKED = re.compile(
    r"\W{0,3}(?:click (?:here|on)|sign up|subscribe|share (?:this|on)|"
    r"follow (?:us|@|[\w ]{1,30} on (?:twitter|facebook))|"
    r"continue reading|read the full (?:story|article)|(?:story )?continues? (?:below|after)|"
    r"(?:skip )?advertisement|(?:get|download) (?:the|our) \w+ (?:app|newsletter)|scroll (?:down )?to continue|"
    r"like (?:us|the page)|\[email\W?protected\])\b[^.!?]{0,120}[.!?…:]?\)?",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:\S+@\S+\.\w+|https?://\S+|www\.\S+)(?: [/|] (?:\S+@\S+\.\w+|https?://\S+))*")
_PICTURED = (
    r"(?:file )?(?:photo(?:graph)?|image|picture|video|graphic|illustration|pic|cover)s?(?: credits?)?|credits?|source"
)
_MADE = r"(?:additional |further )?(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|translat(?:ion|ed)|compiled)"
_BY = r"[^\W\d_a-z][\w.'’-]*|and|de|van|von|al"
_AMONG = rf"(?>{_BY}|(?i:{_MADE})|in|for|of|the|by)"
CREDIT = re.compile(
    rf"\W{{0,3}}(?:(?i:{_PICTURED})\s*(?:[:/]\s*\S.*|\bby:? (?:{_BY})(?:[ ,;/]+{_AMONG}){{0,20}}\W{{0,3}})|"
    rf"(?i:{_MADE} by|with inputs from|(?:with )?files from):? (?:{_BY})(?:[ ,;]+{_AMONG}){{0,60}}\W{{0,3}})|"
    rf"[(\[](?i:{_MADE} by|with inputs from|with files from)\b.*"
)
PICTURE = re.compile(
    r".*(?:\((?:AP|AFP|Reuters|EPA|Getty|PA|File)(?: Photo|/| Images|\))[^()]{0,60}\)?\.?|(?:Getty Images|/Getty|/AFP|"
    r"/Reuters|/AP|AP Photo(?:/[\w. ]+)?|via AP|/EPA|/Shutterstock|Alamy)\)?|[a-z.]Credit(?:\.{3})?[A-Z].*)"
)
BYLINE = re.compile(rf"(?:By|BY) (?:{_BY})(?:,? (?:{_BY}|for|of|the)){{1,9}}")
HELPED = re.compile(r".{3,160}\bcontributed (?:to (?:this|the) (?:report|story|article)|reporting|research)\b.{0,80}")
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}", re.IGNORECASE)
CLOCK = re.compile(
    r"(?:[\w ,./-]{0,40}\b)?\d{1,2}(?:[:.]\d\d)?(?::\d\d)?(?:\s?[ap]\.?m\.?)(?: [A-Z]{2,4})?:?|"
    r"(?:[\w ,./-]{0,40}[ ,])?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?(?:[A-Z]{2,4}|h))?:?"
)
WORDLESS = re.compile(r"[\W_]+")


def alone(lines: Sequence[str]) -> Layout:
    """The page of `lines`, each what it is by itself."""
    return Layout(list(lines), [_kind(line) for line in lines], [None] * len(lines))


def _kind(line: str) -> Block:
    if DATELINE.match(line):
        return Block.DATELINE
    if len(line) > LONGEST:
        return Block.PROSE
    if WORDLESS.fullmatch(line) or CLOCK.fullmatch(line):
        return Block.HEADING
    if any(kind.fullmatch(line) for kind in (LINK, CAPITAL_LINK, VIDEO, ASKED, ADDRESS)):
        return Block.LINK
    if any(kind.fullmatch(line) for kind in (CREDIT, PICTURE, BYLINE, HELPED, COPYRIGHT)):
        return Block.CREDIT
    return Block.PROSE
