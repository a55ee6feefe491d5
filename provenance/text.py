"""The only normalisation of names, words and web addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

STOP_WORDS = frozenset(
    "a an and are as at be been but by for from had has have he her his if in into is it its of on or she so than "
    "that the their them there these they this those to was we were what when which who will with would you i".split()
)

STEMS = 20_000
"""Words whose stems are kept at hand."""

_POSSESSIVE = re.compile(r"['’]s$")
_DROPPED = re.compile(r"[.'’]")
_MARKS = re.compile(r"[^\w ]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")


def plain_name(name: str) -> str:
    """A name for comparison: case, accents, punctuation, a leading article and a possessive left out."""
    folded = name.casefold().strip()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
        folded = folded.translate({ord(c): None for c in set(folded) if unicodedata.combining(c)})
    folded = _MARKS.sub(" ", _DROPPED.sub("", _POSSESSIVE.sub("", folded)))
    return _ARTICLE.sub("", " ".join(folded.split()))


def words(text: str) -> tuple[str, ...]:
    """The content words of `text` in order, lower case, common endings cut so that "supplying" meets "supply"."""
    return tuple(_stem(word) for word in plain_name(text).split() if word not in STOP_WORDS)


@lru_cache(STEMS)
def _stem(word: str) -> str:
    for ending, stub in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return (word.removesuffix(ending) + stub).removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def host(url: str) -> str:
    """The host of a URL, in lower case; "" where it has none, or is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def plain_url(url: str) -> str:
    """`url` for comparison: scheme, "www.", fragment, a trailing slash and tracking parameters left out."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = "&".join(p for p in parts.query.split("&") if p and not re.match(r"utm_|fbclid|gclid", p))
    return urlunsplit(("", parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), query, ""))
