"""The outline of each shape and its sign, as paths of SVG (SVG 2, section 9.3); told apart without any colour."""

from __future__ import annotations

from provenance.views.diagram.model import Shape

ROUND = 26.0
"""The most pixels of a round end's radius."""
FOLD = 12.0
"""Of a folded or cut corner."""
TAIL = 8.0

GLYPHS = {
    Shape.ARTICLE: "M-6,-6H6V6H-6ZM-4,-3H4M-4,0H-0.5M-4,3H-0.5M1.5,0H4V3H1.5Z",
    Shape.ARTICLES: "M-4,-6H6V4H-4ZM-4,-3.5H-6V6H4V4M-2,-3H4M-2,0H4",
    Shape.REPORT: "M-6,-6H6V6H-6ZM-4,-3H4M-3,3L3,0M-3,0L3,3",
    Shape.PLATFORM: "M-6,-5H6V3H0L-3,6V3H-6ZM-3,-2H3M-3,0.5H1",
    Shape.DOCUMENT: "M-4.5,-6H2L4.5,-3.5V6H-4.5ZM2,-6V-3.5H4.5M-2.5,-0.5H2.5M-2.5,2.5H2.5",
    Shape.PERSON: "M-2.8,-3.2A2.8,2.8 0 1 1 2.8,-3.2A2.8,2.8 0 1 1 -2.8,-3.2M-5.5,6C-5.5,2 -3,1 0,1S5.5,2 5.5,6Z",
    Shape.ORGANIZATION: "M-6,-2L0,-6L6,-2ZM-4.5,-2V4M-1.5,-2V4M1.5,-2V4M4.5,-2V4M-6,6H6M-6,4H6",
    Shape.GROUP: "M-5,-3.5A2,2 0 1 1 -1,-3.5A2,2 0 1 1 -5,-3.5M1,-3.5A2,2 0 1 1 5,-3.5A2,2 0 1 1 1,-3.5"
    "M-6.5,5C-6.5,0 0,0 0,5ZM0,5C0,0 6.5,0 6.5,5Z",
    Shape.SOURCES: "M-4,-4H4M-4,0H4M-4,4H4",
    Shape.ANONYMOUS: "M-3,-3A3,3 0 1 1 1.2,-0.2C0,0.4 0,1 0,2.2M0,4.8V5.4",
    Shape.UNSPECIFIED: "M-4,0H4",
}
"""In a square from -7 to 7."""


def outline(shape: Shape, width: float, height: float) -> str:
    """The path around a box of so many pixels, from its upper left corner at 0, 0."""
    right, low, fold = _number(width), _number(height), min(FOLD, height / 3)
    match shape:
        case Shape.PERSON | Shape.GROUP | Shape.SOURCES | Shape.ANONYMOUS | Shape.UNSPECIFIED:
            return _rounded(width, height, min(ROUND, height / 2))
        case Shape.ORGANIZATION:
            cut, across, down = _number(fold), _number(width - fold), _number(height - fold)
            return f"M{cut},0H{across}L{right},{cut}V{down}L{across},{low}H{cut}L0,{down}V{cut}Z"
        case Shape.DOCUMENT:
            edge, cut = _number(width - fold), _number(fold)
            return f"M0,0H{edge}L{right},{cut}V{low}H0ZM{edge},0V{cut}H{right}"
        case Shape.PLATFORM:
            return f"M0,0H{right}V{low}H24L16,{_number(height + TAIL)}V{low}H0Z"
        case Shape.ARTICLES:
            under, beside = _number(height + 4), _number(width + 4)
            return f"M0,0H{right}V{low}H0ZM4,{low}V{under}H{beside}V4H{right}V{low}Z"
        case _:
            return _rounded(width, height, 3.0)


def inner(width: float, height: float) -> str:
    """A second line within a round outline, for a group."""
    right, low = _number(width - ROUND / 2), _number(height - 3.5)
    return f"M{ROUND / 2},3.5H{right}M{ROUND / 2},{low}H{right}"


def _rounded(width: float, height: float, radius: float) -> str:
    r, across, down = _number(radius), _number(width - radius), _number(height - radius)
    arc = f"A{r},{r} 0 0 1"
    return (
        f"M{r},0H{across}{arc} {_number(width)},{r}V{down}{arc} {across},{_number(height)}"
        f"H{r}{arc} 0,{down}V{r}{arc} {r},0Z"
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
