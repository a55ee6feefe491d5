"""From an address to a page, with manners: robots.txt first, a pause for each host, no more tries than may help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from provenance.errors import InputError
from provenance.fetching.addresses import authority, checked
from provenance.fetching.exchange import SECONDS, ask
from provenance.fetching.robots import Robots
from provenance.fetching.waiting import Turns, pause, retry

if TYPE_CHECKING:
    import httpx

    from provenance.fetching.exchange import Answer

REDIRECTS = 5
ATTEMPTS = 3
MOVED = frozenset({301, 302, 303, 307, 308})
BUSY = frozenset({429, 500, 502, 503, 504})
"""What may be over after a while."""
_MEANT = {
    401: "the page asks who you are: save it from your browser",
    402: "the page is to be paid for: save it from your browser",
    403: "the server refuses it to programs: save it from your browser",
    404: "there is no such page: check the address",
    410: "the page was taken away: look for it in a web archive",
    451: "the page is withheld for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: `address` is where it was found in the end, `captured` when (ISO 8601, UTC).

    `kind` is its media type, `charset` its encoding as the server states it, `etag` and `modified` what to ask with
    whether it changed; each empty where the server does not say. `content` is None where it did not change.
    """

    address: str
    captured: str
    content: bytes | None
    kind: str
    charset: str
    etag: str
    modified: str


class Fetcher:
    """Fetches pages, one after the other; `private` hosts need not be public."""

    def __init__(
        self, private: frozenset[str] = frozenset(), turns: Turns | None = None, seconds: float = SECONDS
    ) -> None:
        self._private = private
        self._turns = turns or Turns()
        self._seconds = seconds
        self._robots = Robots(partial(self._answer, extra={}, rest=0.0))

    def page(self, address: str, etag: str = "", modified: str = "") -> Page:
        """The page at `address`; without content where it is still the one of `etag`, or `modified` then.

        Raises InputError where it may not be fetched, cannot be, or is none.
        """
        url, seen = checked(address), list[str]()
        extra = {"If-None-Match": etag} if etag else {"If-Modified-Since": modified} if modified else {}
        while len(seen) <= REDIRECTS:
            try:
                answer = self._patiently(url, {} if seen else extra)
                if answer.status not in MOVED:
                    return _page(answer, conditional=bool(extra))
            except InputError as error:
                raise InputError(f"it leads on to {url}: {error}" if seen else str(error)) from None
            seen.append(str(url))
            url = _moved(answer, url, seen)
        raise InputError(f"it leads on more than {REDIRECTS} times: check the address")

    def _patiently(self, url: httpx.URL, extra: dict[str, str]) -> Answer:
        """An answer that more patience would not better."""
        rest = pause(self._robots.delay(url))
        for attempt in range(ATTEMPTS):
            answer = self._answer(url, extra, rest)
            if answer.status not in BUSY:
                return answer
            waiting = retry(answer.headers.get("retry-after", ""), attempt)
            self._turns.give(authority(url), max(waiting, rest))
        raise InputError(f"the server is busy (HTTP {answer.status}, {ATTEMPTS} times): try again later")

    def _answer(self, url: httpx.URL, extra: dict[str, str], rest: float) -> Answer:
        host = authority(url)
        self._turns.take(host)
        try:
            return ask(url, extra, self._private, self._seconds)
        finally:
            self._turns.give(host, rest)


def _moved(answer: Answer, url: httpx.URL, seen: list[str]) -> httpx.URL:
    if "location" not in answer.headers:
        raise InputError(f"it leads on (HTTP {answer.status}) and does not say where: save the page")
    try:
        led = checked(answer.headers["location"], str(url))
    except InputError as error:
        raise InputError(f"it leads on to what is not fetched: {error}") from None
    if str(led) in seen:
        raise InputError("it leads on in a circle: check the address")
    return led


def _page(answer: Answer, *, conditional: bool) -> Page:
    if answer.status != 200 and not (answer.status == 304 and conditional):
        meant = _MEANT.get(answer.status, "no page is there: check the address")
        raise InputError(f"HTTP {answer.status}: {meant}")
    kind, _, parameters = answer.headers.get("content-type", "").partition(";")
    return Page(
        address=str(answer.url),
        captured=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        content=answer.content if answer.status == 200 else None,
        kind=kind.strip().lower(),
        charset=_charset(parameters),
        etag=_sendable(answer.headers.get("etag", "")),
        modified=_sendable(answer.headers.get("last-modified", "")),
    )


def _sendable(value: str) -> str:
    """`value`, where it can be sent back."""
    return value if value.isascii() and value.isprintable() and len(value) <= 200 else ""


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").strip()
    return ""
