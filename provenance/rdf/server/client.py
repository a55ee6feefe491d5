"""One question to a graph server and its answer, within a time and a size: each failure is one line.

Nothing is asked of any other address than the one given: no redirect is followed, and neither proxies nor logins of the
environment are looked for. rdflib's SPARQLUpdateStore has no bound of time or size, follows redirects, and takes ten
times as long to parse an answer as Oxigraph does.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from time import monotonic, time
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from provenance.errors import MissingExtraError, StoreError, StoreLockedError, UsageError
from provenance.rdf.server.address import LOGIN

if TYPE_CHECKING:
    from types import ModuleType

    import httpx
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    from provenance.rdf.server.address import Address

    Term = NamedNode | BlankNode | Literal | Triple
    Row = tuple[Term | None, ...]

SECONDS = 60.0
"""The most that one answer may take, from the question to its last byte."""
CONNECT = 10.0
MOST = 1 << 28
"""Bytes of one answer (256 MiB)."""
RESULTS = "application/sparql-results+json"
FORMATS = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/plain": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
}
AGENT = "provenance-tracker"
BLANK = re.compile(rb'("type": *"bnode", *"value": *")nodeID://')
"""How Virtuoso begins a blank node's name, which no other has a colon in."""
ASKED = ("__ASK_RETVAL",)
"""What Virtuoso 7.2 selects where it is asked by ASK."""


class Rows(NamedTuple):
    """What a SELECT or an ASK came to; `cut` is how many rows the server gives at most, where there may be more."""

    names: tuple[str, ...]
    rows: list[Row]
    cut: int
    holds: bool = False


class _Answer(NamedTuple):
    status: int
    headers: httpx.Headers
    content: bytes


class Client:
    """Speaks to the server at `address`; `requests` counts what it was asked. Close it at the end.

    Methods raise StoreError where it does not answer as asked, UsageError for a query that it does not take.
    """

    def __init__(self, address: Address, seconds: float = SECONDS) -> None:
        self._httpx = _httpx()
        self._seconds = seconds
        self._behind = 0.0
        self.address = address
        self.requests = 0
        self._client = self._opened()

    def close(self) -> None:
        self._client.close()

    @property
    def now(self) -> float:
        """Seconds since 1970, by the server's clock where it tells the time (RFC 9110, 6.6.1)."""
        return time() + self._behind

    def ask(self, text: str, seconds: float | None = None, most: int = MOST) -> Rows:
        """What a SELECT or an ASK comes to."""
        url = self.address.query + (f"?{self.address.manner.asks}" if self.address.manner.asks else "")
        answer = self._asked("POST", url, {"query": text}, RESULTS, seconds, most)
        if answer.status == 400:
            raise UsageError(f"{self._name}: it does not take the query ({_told(answer.content)})")
        self._check(answer)
        if answer.status == 206 or "x-sql-state" in answer.headers:
            raise StoreError(f"{self._name}: the server gave up the query half way; let it take more time for one")
        if _kind(answer) not in (RESULTS, "application/json"):
            raise self._nonsense(answer, "SPARQL results")
        return self._rows(answer)

    def update(self, text: str) -> None:
        """SPARQL 1.1 Update. What came of one that fails is not known."""
        answer = self._asked("POST", self.address.update, {"update": text}, "*/*")
        if answer.status in (401, 403) or b"o permission" in answer.content[:2000]:
            raise self._refused(answer, "may only be read")
        if answer.status in (404, 405):
            raise StoreError(f"{self._name}: takes no updates at {self.address.update}: check the address")
        self._check(answer)

    def post(self, graph: str, triples: str) -> None:
        """Add N-Triples to the graph; some may be there where that fails."""
        url = self._httpx.URL(self.address.graphs, params={"graph": graph})
        answer = self._asked("POST", str(url), triples, "*/*")
        if answer.status in (401, 403):
            raise self._refused(answer, "may only be read")
        self._check(answer)

    def graph(self, name: str) -> list[Triple] | None:
        """The graph `name` whole; None where the server gives none whole."""
        accepted = "application/n-triples, text/turtle;q=0.5"
        url = self._httpx.URL(self.address.graphs, params={"graph": name})
        answer = self._asked("GET", str(url), None, accepted)
        if answer.status == 404:
            return []
        if answer.status in (400, 401, 403, 405, 406, 501) or _kind(answer) not in FORMATS:
            return None
        self._check(answer)
        try:
            return [quad.triple for quad in parse(answer.content, format=FORMATS[_kind(answer)])]
        except SyntaxError:
            raise self._nonsense(answer, "a graph") from None

    def _opened(self) -> httpx.Client:
        login, digest = self.address.login, self.address.manner.has_digest
        auth = (self._httpx.DigestAuth if digest else self._httpx.BasicAuth)(*login) if login else None
        made: httpx.Client = self._httpx.Client(
            auth=auth,
            headers={"User-Agent": AGENT},
            timeout=self._httpx.Timeout(self._seconds, connect=CONNECT),
            follow_redirects=False,
            trust_env=False,
        )
        return made

    @property
    def _name(self) -> str:
        return self.address.name

    def _asked(
        self,
        method: str,
        url: str,
        data: dict[str, str] | str | None,
        accepted: str,
        seconds: float | None = None,
        most: int = MOST,
    ) -> _Answer:
        """Once more where the connection was closed before the answer began: all that is asked may be asked twice."""
        httpx = self._httpx
        within = self._seconds if seconds is None else seconds
        try:
            try:
                return self._answered(method, url, data, accepted, within, most)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                return self._answered(method, url, data, accepted, within, most)
        except httpx.TimeoutException:
            raise self._late(within) from None
        except (httpx.ConnectError, httpx.UnsupportedProtocol) as error:
            raise StoreError(
                f"{self._name}: no server answers there ({_told(error)}): start it, or check the address"
            ) from None
        except httpx.RemoteProtocolError as error:
            raise StoreError(
                f"{self._name}: its answer breaks off ({_told(error)}): try again, or look after it"
            ) from None
        except httpx.HTTPError as error:
            raise StoreError(f"{self._name}: the connection broke ({_told(error)}): try again") from None

    def _answered(
        self, method: str, url: str, data: dict[str, str] | str | None, accepted: str, seconds: float, most: int
    ) -> _Answer:
        self.requests += 1
        end, parts, size = monotonic() + seconds, [], 0
        timeout = self._httpx.Timeout(seconds, connect=CONNECT)
        body: dict[str, Any] = {"content": data.encode()} if isinstance(data, str) else {"data": data}
        headers = {"Accept": accepted} | ({"Content-Type": "text/turtle"} if isinstance(data, str) else {})
        with self._client.stream(method, url, **body, headers=headers, timeout=timeout) as answer:
            self._learn(answer.headers)
            for part in answer.iter_bytes():
                size += len(part)
                if size > most:
                    raise StoreError(f"{self._name}: answers with more than {most >> 20} MiB: ask for less at once")
                if monotonic() > end:
                    raise self._late(seconds)
                parts.append(part)
            return _Answer(answer.status_code, answer.headers, b"".join(parts))

    def _learn(self, headers: httpx.Headers) -> None:
        if self.requests == 1:
            self.address = self.address.of_server(headers.get("server", ""))
        try:
            self._behind = parsedate_to_datetime(headers["date"]).timestamp() - time()
        except (KeyError, ValueError):
            self._behind = 0.0

    def _check(self, answer: _Answer) -> None:
        status = answer.status
        if status in (401, 403, 407):
            raise self._refused(answer, "does not let you in")
        if 300 <= status < 400:
            to = _told(answer.headers.get("location", "nowhere").encode())
            raise StoreError(
                f"{self._name}: sends on to {to}, which is not followed: give that address, if you trust it"
            )
        if status in (404, 405, 410):
            raise StoreError(f"{self._name}: no SPARQL is spoken there ({status}): check the address")
        if status in (429, 503):
            raise StoreLockedError(f"{self._name}: the server is busy ({status}): try again later")
        if status >= 400:
            raise StoreError(f"{self._name}: the server failed ({status}: {_told(answer.content)}): look at its log")

    def _refused(self, answer: _Answer, what: str) -> StoreError:
        login = "another login" if self.address.login else "a login"
        return StoreError(f"{self._name}: {what} ({answer.status}): give {login}, as NAME:PASSWORD in ${LOGIN}")

    def _late(self, seconds: float) -> StoreError:
        return StoreError(f"{self._name}: not answered within {seconds:g} seconds: try again later, or look after it")

    def _nonsense(self, answer: _Answer, wanted: str) -> StoreError:
        kind = _told((_kind(answer) or "nothing").encode())
        return StoreError(f"{self._name}: answers with {kind} that is no {wanted}: check the address")

    def _rows(self, answer: _Answer) -> Rows:
        rows = _parsed(BLANK.sub(rb"\1", answer.content), _number(answer.headers.get("x-sparql-maxrows", "")))
        if rows is None:
            raise self._nonsense(answer, "SPARQL results, or not all of them")
        return rows


def _parsed(content: bytes, cut: int) -> Rows | None:
    """None where it is none, or not whole. What parses is let go here: it may not be by another thread."""
    try:
        found = parse_query_results(content, format=QueryResultsFormat.JSON)
        match found:
            case QueryBoolean():
                return Rows((), [], 0, bool(found))
            case QuerySolutions():
                names = tuple(one.value for one in found.variables)
                rows = [cast("Row", tuple(one)) for one in found]
                return Rows((), [], 0, bool(rows)) if names == ASKED else Rows(names, rows, cut)
    except (SyntaxError, ValueError):
        pass
    return None


def _httpx() -> ModuleType:
    try:
        import httpx
    except ImportError:
        raise MissingExtraError(
            "a store on a server needs an extra: pip install 'provenance-tracker[server]'"
        ) from None
    return httpx


def _kind(answer: _Answer) -> str:
    kind: str = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _told(said: bytes | Exception) -> str:
    """What the server or the network says, on one line without control characters and markup."""
    text = said[:2000].decode(errors="replace") if isinstance(said, bytes) else str(said)
    plain = re.sub(r"<[^<>]*>", " ", text)
    line = " ".join("".join(c if c.isprintable() else " " for c in plain).split())
    return line[:200] or (type(said).__name__ if isinstance(said, Exception) else "it does not say why")
