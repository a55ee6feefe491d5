"""What a reader may filter, find and play by; the script shows it, since without one it would do nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from provenance.trace.wording import legible
from provenance.views.diagram.legend import MEANINGS
from provenance.views.diagram.model import Shape

if TYPE_CHECKING:
    from provenance.views.diagram.model import Picture

BUTTONS = (
    ("smaller", "−", "Smaller"),
    ("larger", "+", "Larger"),
    ("whole", "Whole picture", ""),
    ("save", "Save picture", ""),
)
"""Each with its name, what stands on it, and what is said of it where that is another."""


def tools(shown: Picture, names: list[str]) -> Element:
    """For `shown` in full; `names` are those of its pictures on the page."""
    form = Element("form", {"id": "tools", "hidden": "hidden", "role": "search"})
    SubElement(_labelled(form, "Find "), "input", {"type": "search", "id": "find", "autocomplete": "off"})
    _filters(SubElement(form, "details", {"id": "filters", "open": "open"}), shown)
    if len(names) > 1:
        SubElement(form, "button", {"type": "button", "id": "unfold", "aria-pressed": "false"}).text = "Every article"
    for name, words, said in BUTTONS:
        button = SubElement(form, "button", {"type": "button", "id": name} | ({"aria-label": said} if said else {}))
        button.text = words
    return form


def _filters(details: Element, shown: Picture) -> None:
    SubElement(details, "summary").text = "Filter"
    parent = SubElement(details, "div")
    select = SubElement(_labelled(parent, "Outlet "), "select", {"id": "outlet"})
    for name in ("", *sorted({box.name for box in shown.boxes if box.shape is Shape.ARTICLE})):
        SubElement(select, "option", {"value": legible(name)}).text = legible(name) or "all"
    kinds = SubElement(parent, "fieldset", {"id": "kinds"})
    SubElement(kinds, "legend").text = "Show"
    for shape in Shape:
        if any(box.shape is shape for box in shown.boxes):
            kind = SubElement(kinds, "label")
            SubElement(kind, "input", {"type": "checkbox", "value": shape, "checked": "checked"}).tail = MEANINGS[shape]
    sure = _labelled(parent, "At least ")
    SubElement(sure, "input", {"type": "range", "id": "sure", "min": "0", "max": "100", "step": "5", "value": "0"})
    SubElement(sure, "output", {"for": "sure"}).text = "0% sure"
    _time(parent, sorted({box.date[:10] for box in shown.boxes if box.date}))


def _time(form: Element, dates: list[str]) -> None:
    if len(dates) < 2:
        return
    until, last = _labelled(form, "Until "), str(len(dates) - 1)
    slider = {"type": "range", "id": "until", "min": "0", "max": last, "value": last, "data-dates": " ".join(dates)}
    SubElement(until, "input", slider)
    SubElement(until, "output", {"for": "until"}).text = dates[-1]
    SubElement(form, "button", {"type": "button", "id": "play"}).text = "Play"


def _labelled(form: Element, words: str) -> Element:
    label = SubElement(form, "label")
    label.text = words
    return label
