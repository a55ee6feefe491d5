"""What a site asks of programs, in its robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from protego import Protego

from provenance.errors import InputError
from provenance.fetching.addresses import checked
from provenance.fetching.exchange import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from provenance.fetching.exchange import Answer

PARSED = 500 << 10
"""Bytes that are read of it; 500 KiB is the least that RFC 9309, 2.5, allows."""
REDIRECTS = 5
"""As many are followed (RFC 9309, 2.3.1.2)."""


@dataclass(slots=True)
class Robots:
    """The rules of each site, asked for once by `ask`, which gives one answer and follows nothing."""

    ask: Callable[[httpx.URL], Answer]
    _rules: dict[str, Protego] = field(default_factory=dict)

    def delay(self, url: httpx.URL) -> float | None:
        """Seconds that the site asks for between questions; None where it asks for none.

        Raises InputError where `url` is not to be fetched.
        """
        rules = self._of(url)
        if not rules.can_fetch(str(url), PRODUCT):
            raise InputError("robots.txt of this site asks programs not to fetch it: save the page yourself")
        return rules.crawl_delay(PRODUCT)

    def _of(self, url: httpx.URL) -> Protego:
        site = str(url.copy_with(raw_path=b"/robots.txt"))
        if site not in self._rules:
            self._rules[site] = self._asked(site)
        return self._rules[site]

    def _asked(self, site: str) -> Protego:
        """What is not there forbids nothing; what cannot be read forbids all (RFC 9309, 2.3.1.3 and 2.3.1.4)."""
        url = checked(site)
        for _ in range(REDIRECTS + 1):
            answer = self.ask(url)
            if answer.status == 200:
                return Protego.parse(answer.content[:PARSED].decode("utf8", "replace"))
            if answer.status >= 500:
                raise InputError(f"its robots.txt cannot be read (HTTP {answer.status}): try again later")
            if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
                break
            url = checked(answer.headers["location"], str(url))
        return Protego.parse("")
