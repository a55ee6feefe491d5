"""AMP pages (https://amp.dev/documentation/guides-and-tutorials/learn/spec/amphtml).

What in them is no text, and where a page stands that a cache serves.
"""

from __future__ import annotations

import re

COMPONENTS = tuple(
    f"amp-{name}"
    for name in "ad analytics app-banner auto-ads call-tracking carousel consent embed geo image-lightbox lightbox "
    "list mega-menu next-page pixel recaptcha-input selector sidebar skimlinks social-share state sticky-ad story "
    "user-notification video web-push".split()
)
"""Elements that hold what is no text of the article: advertisements, menus, lists of other pages."""

_CACHED = re.compile(
    r"https?://(?:www\.google\.\w+(?:\.\w+)?/amp|(?:www\.)?bing\.com/amp|[\w-]+\.cdn\.ampproject\.org/[cv]"
    r"|cdn\.ampproject\.org/[cv]|[\w-]+\.bing-amp\.com/[cv])/(?:(s)/)?(?=[\w-]+\.[\w.-]+)"
)


def original(address: str) -> str:
    """Where a page that an AMP cache serves at `address` stands itself; any other address as it is.

    By the format of https://developers.google.com/amp/cache/overview: "/s/" stands for https.
    """
    cached = _CACHED.match(address)
    if cached is None:
        return address
    return f"{'https' if cached[1] else 'http'}://{address[cached.end() :]}"
