"""Pictures of any size for tests: boxes and lines without the articles behind them."""

from __future__ import annotations

from provenance.views.diagram.model import Box, Line, Picture, Proof, Shape


def article(name: str, date: str = "2031-02-03", wording: str = "The dam will be drained") -> Box:
    return Box(name, Shape.ARTICLE, name, date, wordings=(wording,), key=name)


def source(name: str, shape: Shape = Shape.PERSON) -> Box:
    return Box(name, shape, name, is_origin=True)


def told(tail: str, head: str, confidence: float = 0.9) -> Line:
    return Line(tail, head, "reports", confidence, (Proof(f"{tail} reported"),))


def drawing(boxes: list[Box], lines: list[Line]) -> Picture:
    return Picture("the dam will be drained", "One source.", tuple(boxes), tuple(lines))


def fan(articles: int) -> Picture:
    """One source, the wire that had it from there, and so many articles that had it from the wire."""
    crowd = [article(f"Post {number:03d}", f"2031-02-{4 + number % 20:02d}") for number in range(articles)]
    return drawing(
        [source("Ilse Maren"), article("Kestrel Wire"), *crowd],
        [told("Ilse Maren", "Kestrel Wire"), *(told("Kestrel Wire", box.node) for box in crowd)],
    )
