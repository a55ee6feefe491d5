"""For each line of a picture the words that show it, with the article that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from provenance.trace.wording import legible
from provenance.views.diagram.labels import label
from provenance.views.page.passages import passage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from provenance.model import Article
    from provenance.views.diagram.model import Picture
    from provenance.views.page.passages import Passage

ADDRESSES = ("https://", "http://")
"""How an address begins that is made a link: no other runs, or opens, anything."""


def proofs(shown: Picture, prefix: str, articles: Mapping[str, Article]) -> Element:
    """The proofs of each line, under the line's own name with "of-" before it; `articles` by key."""
    group = Element("div", {"class": f"of-{prefix.removesuffix('-')}"})
    names = {box.node: box.name for box in shown.boxes}
    for line, place in shown.ids.items():
        part = SubElement(group, "article", {"id": f"of-{prefix}{place}"})
        heading = f"{names[line.tail]} → {names[line.head]}: {label(line).words}"
        SubElement(part, "h3").text = legible(heading)
        for change in line.changes:
            SubElement(part, "p", {"class": "change"}).text = legible(change)
        for proof in line.proofs:
            _proof(part, passage(proof, articles.get(proof.told_in)))
    return group


def _proof(part: Element, found: Passage) -> None:
    figure = SubElement(part, "figure")
    words = SubElement(SubElement(figure, "blockquote"), "p")
    for piece, is_proof in found.pieces or ((legible(found.proof.words), False),):
        SubElement(words, "mark" if is_proof else "span").text = piece
    told = SubElement(figure, "figcaption")
    if found.article is not None:
        publisher = found.article.publisher.name if found.article.publisher else "unknown publisher"
        about = (publisher, found.article.published or "undated", found.article.title or found.article.key)
        told.text = legible(", ".join(about))
        if found.article.url and found.article.url.startswith(ADDRESSES):
            told.text += ": "
            link = {"href": legible(found.article.url), "rel": "noreferrer noopener"}
            SubElement(told, "a", link).text = "the article"
    if found.proof.made_by:
        told.set("title", legible(f"found by {found.proof.made_by}"))
