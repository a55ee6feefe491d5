"""Where a server takes queries, updates and whole graphs, and how it is to be spoken to."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from provenance.errors import UsageError

LOGIN = "PROVENANCE_STORE_LOGIN"
"""NAME:PASSWORD, where they are not in the address."""


class Manner(NamedTuple):
    """`is_atomic`: of one update all is kept or nothing, also under SIGKILL.

    `triples` is the most that an update may hold, `literal` the most characters of one literal; where it `posts`, more
    triples are better posted to a graph.
    `has_digest`: whoever logs in does so by RFC 7616, else by RFC 7617. `asks` is added to a query's address, so that
    it is of the union of all graphs.
    """

    is_atomic: bool = False
    triples: int = 1000
    literal: int = 1 << 24
    posts: bool = False
    has_digest: bool = False
    asks: str = ""


OXIGRAPH = Manner(is_atomic=True, triples=50_000, asks="union-default-graph")
VIRTUOSO = Manner(triples=150, literal=500_000, posts=True, has_digest=True)
"""It writes an operation as SQL, ten lines for a triple, of which it takes 10,000, and reads a literal in the square of
its length: half a million characters in five seconds. What is posted it reads ten times as fast.
"""
OTHER = Manner()


class _Place(NamedTuple):
    """Which paths of queries are known, and those of updates and of whole graphs there (`re.Match.expand`)."""

    query: re.Pattern[str]
    update: str
    graphs: str
    manner: Manner


PLACES = (
    _Place(re.compile(r"(.*)/sparql-auth"), r"\1/sparql-auth", r"\1/sparql-graph-crud-auth", VIRTUOSO),
    _Place(re.compile(r"(.*/repositories/[^/]+)"), r"\1/statements", r"\1/rdf-graphs/service", OTHER),
    _Place(re.compile(r"/sparql"), "/sparql", "/sparql-graph-crud", VIRTUOSO),
    _Place(re.compile(r"/query"), "/update", "/store", OXIGRAPH),
    _Place(re.compile(r"(.*)/(?:query|sparql)"), r"\1/update", r"\1/data", OTHER),
)
"""Virtuoso for whoever logs in; RDF4J and GraphDB; Virtuoso; Oxigraph; Apache Jena Fuseki."""
_SERVERS = {
    "oxigraph": _Place(re.compile(r"(.*)/[^/]+"), r"\1/update", r"\1/store", OXIGRAPH),
    "virtuoso": _Place(re.compile(r"(.*)/sparql(-auth)?"), r"\1/sparql\2", r"\1/sparql-graph-crud\2", VIRTUOSO),
}
"""By how a server calls itself (RFC 9110, 10.2.4), wherever a proxy has it."""


@dataclass(frozen=True, slots=True)
class Address:
    """Of queries, of updates, of whole graphs; `name` is the first without what is secret in it."""

    query: str
    update: str
    graphs: str
    manner: Manner
    login: tuple[str, str] | None

    @property
    def name(self) -> str:
        return self.query

    def of_server(self, said: str) -> Address:
        """As it is where a server calls itself `said`."""
        place = next((one for name, one in _SERVERS.items() if said.lower().startswith(name)), None)
        return _found(self.query, place, self.login) if place else self


def is_address(text: str) -> bool:
    """Whether a store is on a server."""
    return text.startswith(("http://", "https://"))


def address(text: str) -> Address:
    """Raises UsageError where `text` is no address of a server's queries."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or not text.isprintable() or " " in text:
        raise UsageError(
            f"'{shown(text)}' is no address of a graph server: give one such as http://localhost:7878/query"
        )
    if parts.query or parts.fragment:
        raise UsageError(f"{shown(text)}: give the address of its queries alone, without '?' and '#'")
    query = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))
    place = next((one for one in PLACES if one.query.fullmatch(urlsplit(query).path)), None)
    if place is None:
        raise UsageError(
            f"{query}: not known where it takes updates; give the address of its queries, which ends in /query, "
            "/sparql, /sparql-auth or /repositories/NAME"
        )
    return _found(query, place, _login(parts.netloc.rpartition("@")[0]))


def shown(text: str) -> str:
    """`text` on one line, without what may be secret in it."""
    hidden = re.sub(r"^([a-z]+://)[^/]*@", r"\1", text)
    return "".join(c if c.isprintable() else " " for c in hidden)


def _found(query: str, place: _Place, login: tuple[str, str] | None) -> Address:
    parts = urlsplit(query)
    base = f"{parts.scheme}://{parts.netloc}"
    match = place.query.fullmatch(parts.path)
    update, graphs = (f"{base}{match.expand(one) if match else parts.path}" for one in (place.update, place.graphs))
    return Address(query, update, graphs, place.manner, login)


def _login(given: str) -> tuple[str, str] | None:
    name, told, password = (given or os.environ.get(LOGIN, "")).partition(":")
    if not name:
        return None
    if not told:
        raise UsageError(f"a name without a password: give NAME:PASSWORD in ${LOGIN}")
    return (unquote(name), unquote(password)) if given else (name, password)
