"""A trace as one HTML file: the picture to point at, each step's words in their paragraph, and the same as lists.

The file needs no network: style and script stand in it, and its policy (CSP, level 3) lets no other run.
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from provenance.trace.wording import legible
from provenance.views.diagram.folding import folded
from provenance.views.diagram.picture import picture
from provenance.views.diagram.styles import STYLES
from provenance.views.diagram.svg import element
from provenance.views.page.nested import nested
from provenance.views.page.proofs import proofs
from provenance.views.page.tools import tools
from provenance.views.prose.checked import checked

if TYPE_CHECKING:
    from provenance.trace.report import Trace
    from provenance.views.diagram.model import Picture

HINT = "Point at, tap or focus a line or a box to read what proves it."


@dataclass(frozen=True, slots=True)
class Pointable:
    """A trace as pictures to point at, for a page: what to filter by, the pictures with their proofs, the same as text.

    `data` is JSON, which the script takes from the element of that name; `shown` is the picture in full.
    """

    shown: Picture
    tools: Element
    main: Element
    sections: tuple[Element, ...]
    data: str


def page(trace: Trace) -> str:
    """The whole file. Raises ProvenanceError where the picture cannot be laid out."""
    found = pointable(trace)
    full, style, script = found.shown, asset("page.css"), asset("page.js")
    html = Element("html", {"lang": "en"})
    _head(html, full.claim, style, script)
    body = SubElement(html, "body")
    header = SubElement(body, "header")
    SubElement(header, "h1").text = legible(full.claim)
    SubElement(header, "p", {"class": "verdict"}).text = legible(full.verdict)
    for check in trace.checks:
        SubElement(header, "p", {"class": "verdict"}).text = checked(check)
    body.append(found.tools)
    SubElement(body, "main").append(found.main)
    body.extend(found.sections)
    SubElement(body, "script", {"type": "application/json", "id": "data"}).text = found.data
    SubElement(body, "script").text = script
    return "<!doctype html>\n" + tostring(html, encoding="unicode", method="html") + "\n"


def pointable(trace: Trace, style: str = STYLES) -> Pointable:
    """`style` is what each picture brings with it, empty where the page has it. Raises as `page`."""
    full = picture(trace)
    short = folded(full)
    shown = {"full": full} if short is full else {"short": short, "full": full}
    articles = {one.reading.article.key: one.reading.article for one in trace.statements}
    main = Element("div", {"class": "pointable"})
    for name, one in shown.items():
        figure = SubElement(main, "figure", {"id": name, "class": "picture"})
        drawing = element(replace(one, claim="", verdict=""), f"{name}-", style)
        drawing.attrib |= {"role": "group", "aria-label": "The chains"}
        del drawing.attrib["aria-labelledby"]
        figure.append(drawing)
    aside = SubElement(main, "aside", {"id": "proof", "aria-live": "polite", "tabindex": "-1", "aria-label": "Proof"})
    SubElement(aside, "p", {"class": "hint"}).text = HINT
    listed = _section("The same as a list", "list", nested(full, "of-full-"))
    proven = (proofs(one, f"{name}-", articles) for name, one in shown.items())
    sections = listed, _section("The words that prove each step", "proofs", *proven)
    data = _json({name: _data(one, f"{name}-") for name, one in shown.items()})
    return Pointable(full, tools(full, list(shown)), main, sections, data)


def _head(html: Element, claim: str, style: str, script: str) -> None:
    head = SubElement(html, "head")
    SubElement(head, "meta", {"charset": "utf-8"})
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src blob: data:; script-src 'sha256-{digest}'"
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    SubElement(head, "meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"})
    SubElement(head, "title").text = legible(claim)
    SubElement(head, "style").text = style


def _section(title: str, name: str, *content: Element) -> Element:
    section = Element("section", {"id": name, "aria-labelledby": f"{name}-title"})
    SubElement(section, "h2", {"id": f"{name}-title"}).text = title
    section.extend(content)
    return section


def _data(shown: Picture, prefix: str) -> dict[str, object]:
    """What the script knows of each box and line, by its name in the picture."""
    names = {node: f"{prefix}{name}" for node, name in shown.named.items()}
    boxes = {
        names[box.node]: {
            "name": legible(box.name),
            "shape": box.shape,
            "date": box.date[:10],
            "words": legible(" ".join((box.name, *box.notes, *box.wordings)).lower()),
        }
        for box in shown.boxes
    }
    lines = {
        f"{prefix}{place}": {"tail": names[line.tail], "head": names[line.head], "sure": round(100 * line.confidence)}
        for line, place in shown.ids.items()
    }
    return {"boxes": boxes, "lines": lines}


def _json(data: object) -> str:
    """Without a letter that could end the element that it stands in (HTML Living Standard, section 4.12.1.3)."""
    return json.dumps(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def asset(name: str) -> str:
    """The style or the script of the page."""
    return (files(__package__) / name).read_text("utf8")
