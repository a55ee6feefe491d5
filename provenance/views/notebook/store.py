"""A store in a notebook: what it holds, and what is striking about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.trace.wording import one_line, shortened
from provenance.views.notebook.frame import element, framed, written
from provenance.views.prose import percent
from provenance.views.prose.phrases import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol
    from xml.etree.ElementTree import Element

    class Numbers(Protocol):
        """What a store holds (`queries.info.Info`)."""

        @property
        def store(self) -> str: ...
        @property
        def articles(self) -> int: ...
        @property
        def unread(self) -> int: ...
        @property
        def statements(self) -> int: ...

    class Citing(Protocol):
        @property
        def citing(self) -> str: ...
        @property
        def cited(self) -> str: ...
        @property
        def statements(self) -> int: ...

    class Sourcing(Protocol):
        @property
        def outlet(self) -> str: ...
        @property
        def named(self) -> int: ...
        @property
        def unnamed(self) -> int: ...
        @property
        def unnamed_share(self) -> float: ...

    class Weak(Protocol):
        @property
        def text(self) -> str: ...
        @property
        def articles(self) -> tuple[str, ...]: ...

    class Wanted(Protocol):
        @property
        def who(self) -> str: ...
        @property
        def date(self) -> str: ...
        @property
        def articles(self) -> tuple[str, ...]: ...

    class Glance(Protocol):
        """What is striking about it (`queries.overview.Overview`)."""

        @property
        def claims(self) -> int: ...
        @property
        def citing(self) -> Sequence[Citing]: ...
        @property
        def sourcing(self) -> Sequence[Sourcing]: ...
        @property
        def one_origin(self) -> Sequence[Weak]: ...
        @property
        def loops(self) -> Sequence[Weak]: ...
        @property
        def to_fetch(self) -> Sequence[Wanted]: ...


ROWS = 5
"""The most of each that is shown."""
WIDTH = 90
"""Characters of a claim."""
UNCOUNTED = "What is striking about so many articles takes a while to count: overview() shows it."


def store(numbers: Numbers, glance: Glance | None) -> str:
    """As a fragment of HTML; without what is striking about it where `glance` is None."""
    held = [count(numbers.articles, "article"), count(numbers.statements, "statement")]
    if glance:
        held.append(count(glance.claims, "claim"))
    if numbers.unread:
        held.append(f"{numbers.unread} kept and not read")
    head = [
        element("p", numbers.store or "A store in memory", class_="title"),
        element("p", " · ".join(held), class_="numbers"),
    ]
    return framed(written([*head, _striking(glance) if glance else element("p", UNCOUNTED, class_="soft")]))


def overview(glance: Glance) -> str:
    """What is striking about a store as a fragment of HTML."""
    return framed(written([element("p", count(glance.claims, "claim"), class_="numbers"), _striking(glance)]))


def _striking(glance: Glance) -> Element:
    tables = [
        _table(
            "Who cites whom most",
            ("Outlet", "cites", "statements"),
            [(one.citing, one.cited, str(one.statements)) for one in glance.citing],
        ),
        _table(
            "Sources without a name",
            ("Outlet", "unnamed", "of"),
            [(one.outlet, percent(one.unnamed_share), str(one.named + one.unnamed)) for one in glance.sourcing],
        ),
        _table("Many articles, one origin", ("Claim", "articles"), list(map(_claim, glance.one_origin))),
        _table(
            "What to fetch: reports that articles rest on",
            ("Report", "date", "articles"),
            [(one.who, one.date, str(len(one.articles))) for one in glance.to_fetch],
        ),
        _table("Circles", ("Claim", "articles"), list(map(_claim, glance.loops))),
    ]
    return element("div", "", *filter(len, tables), class_="tables")


def _claim(one: Weak) -> tuple[str, str]:
    return shortened(one_line(one.text), WIDTH), str(len(one.articles))


def _table(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Element:
    """Numbers to the right, no column of which nothing is known; without rows, an element with nothing in it."""
    if not rows:
        return element("table")
    known = [list(column) for column in zip(columns, *rows[:ROWS], strict=True) if any(column[1:])]
    classes = ["number" if all(cell.removesuffix("%").isdecimal() for cell in cells) else "" for _, *cells in known]
    head, *lines = zip(*known, strict=True)
    return element(
        "table",
        "",
        element("caption", title),
        element("thead", "", _row("th", head, classes)),
        element("tbody", "", *(_row("td", line, classes) for line in lines)),
    )


def _row(tag: str, cells: Sequence[str], classes: Sequence[str]) -> Element:
    scope = {"scope": "col"} if tag == "th" else {}
    pairs = zip(cells, classes, strict=True)
    return element("tr", "", *(element(tag, one_line(cell), class_=kind, **scope) for cell, kind in pairs))
