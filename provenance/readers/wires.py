"""What a wire's own fields say of where an item comes from, in the forms that credits are read from.

Their names are IPTC's, in ninjs, NewsML-G2 and NITF alike: `creditline`, `dateline`, `infosource`, `byline`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.documents.credits.agencies import outlet, people_of, pieces
from provenance.model import Declaration
from provenance.readers.fields import one_line, web_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_IN_A_DATELINE = re.compile(r"\(([^()]{2,80})\)|/([^/]{2,80})/")
WITHDRAWN = frozenset(("canceled", "withheld"))
"""IPTC's publishing statuses (http://cv.iptc.org/newscodes/pubstatusg2/) of what is not to be used."""


def byline(lines: Iterable[str | None]) -> str | None:
    """The bylines as one, each without its "By"."""
    names = (people_of(line) for line in map(one_line, filter(None, lines)) if line)
    return "; ".join(dict.fromkeys(filter(None, names))) or None


def credit_line(form: str, line: str) -> Iterator[Declaration]:
    """The listed outlets that a credit line names; a photographer's or a reporter's name is none."""
    whole = outlet(line)
    for known in [whole] if whole else map(outlet, pieces(line)):
        if known:
            yield Declaration(f"{form} creditline", known.name)


def dateline(form: str, line: str) -> Iterator[Declaration]:
    """The listed outlets between brackets or strokes: "HARL, March 3 (AP) -", "/TASS/"."""
    for found in _IN_A_DATELINE.finditer(line):
        for known in map(outlet, pieces(found[1] or found[2])):
            if known:
                yield Declaration(f"{form} dateline", known.name)


def information_source(form: str, name: str | None, url: str | None) -> Iterator[Declaration]:
    """A party that the content's information came from (NewsML-G2, `infosource`)."""
    name, url = one_line(name or ""), web_url(url or "")
    if name or url:
        yield Declaration(f"{form} infosource", name, url)
