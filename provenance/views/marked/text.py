"""A text with its marks as an element of HTML, for a page of the explorer and for a notebook; its style is `marks.css`.

Words of a source are `strong`, of a cue `em`, of what is said `mark`: they differ also where no style is let in.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from provenance.trace.wording import legible
from provenance.views.marked.pieces import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.model import Attribution
    from provenance.views.marked.pieces import Piece

TAGS = {"source": "strong", "cue": "em", "content": "mark"}
"""The element for what words are; the first that they are counts."""
KEY = {"content": "what is said", "cue": "the words that lay it to somebody", "source": "who said it"}


def text(words: str, told: Sequence[Attribution], names: Sequence[str], prefix: str = "") -> Element:
    """`words` in paragraphs; each statement of `told` bears its number where it begins, and where it goes on.

    The number stands at `{prefix}r-{name}` and leads to `{prefix}s-{name}`, by the name of each statement in `names`.
    """
    root = Element("div", {"class": "text marks"})
    for pieces in paragraphs(words, told):
        paragraph = SubElement(root, "p")
        for piece in pieces:
            _number(paragraph, piece, names, prefix)
            _words(paragraph, piece)
    return root


def key() -> Element:
    """What the marks mean, each shown in itself."""
    root = Element("p", {"class": "legend marks"})
    root.text = "In the text: "
    for part, says in KEY.items():
        one = SubElement(root, TAGS[part], {"class": part})
        one.text, one.tail = says, ", "
    one.tail = "; the number before it leads to its chain, and stands again, with dots, where its words go on."
    return root


def style() -> str:
    """The style sheet of the marks."""
    return (files(__package__) / "marks.css").read_text("utf8")


def _number(paragraph: Element, piece: Piece, names: Sequence[str], prefix: str) -> None:
    for number in piece.begins:
        name = names[number - 1]
        place = {"id": f"{prefix}r-{name}", "href": f"#{prefix}s-{name}", "aria-label": f"Statement {number}"}
        SubElement(paragraph, "a", {"class": "ref", **place}).text = str(number)
    for number in piece.resumes:
        place = {"href": f"#{prefix}s-{names[number - 1]}", "aria-label": f"Statement {number} goes on"}
        SubElement(paragraph, "a", {"class": "ref again", **place}).text = f"…{number}"


def _words(paragraph: Element, piece: Piece) -> None:
    if not piece.of:
        _append(paragraph, legible(piece.words))
        return
    kinds = (*piece.parts, *([f"depth-{piece.depth}"] if piece.depth > 1 else []))
    tag = next(tag for part, tag in TAGS.items() if part in piece.parts)
    marked = {"class": " ".join(kinds), "data-of": " ".join(map(str, piece.of))}
    SubElement(paragraph, tag, marked).text = legible(piece.words)


def _append(paragraph: Element, words: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + words
    else:
        paragraph.text = (paragraph.text or "") + words
