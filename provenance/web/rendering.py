"""Templates: every value is escaped, and legible; no page has a script or a style of its own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from xml.etree.ElementTree import tostring

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from provenance import __version__
from provenance.trace.wording import legible, shortened
from provenance.views.marked.text import key, text
from provenance.views.prose import percent
from provenance.views.prose.issues import issue
from provenance.views.prose.links import end
from provenance.views.prose.phrases import count, listed
from provenance.web import addresses

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from starlette.requests import Request

    from provenance.queries.told import ToldArticle

WEB = ("https://", "http://")
"""How an address of another site begins that is made a link."""


def render(template: str, request: Request, **told: Any) -> str:
    """The page of `template`; `told` is what it shows."""
    return environment().get_template(template).render(path=request.url.path, other=_other(request), **told)


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("provenance.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "version": __version__,
        "address": addresses.address,
        "article_at": addresses.article,
        "count": count,
        "marked": _marked,
        "key": lambda: _written(key()),
    }
    made.filters |= {
        "digest": addresses.name,
        "end": end,
        "issue": issue,
        "listed": listed,
        "percent": percent,
        "shortened": lambda text, width=120: shortened(text, width),
        "web": lambda url: url if url and url.startswith(WEB) else "",
        "query": urlencode,
    }
    return made


def _marked(found: ToldArticle, prefix: str = "") -> Markup:
    """The text of an article, what it attributes marked in place."""
    names = [addresses.name(one.id) for one in found.told]
    return _written(text(found.reading.article.text, [one.attribution for one in found.told], names, prefix))


def _written(element: Element) -> Markup:
    return Markup(tostring(element, encoding="unicode", method="html"))  # noqa: S704 -- escaped by ElementTree


def _fit(value: Any) -> Any:
    """`None` is nothing, and no character steers what shows it."""
    if value is None:
        return ""
    return legible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _other(request: Request) -> dict[str, str]:
    """The addresses of the same page in other forms."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "format"]
    return {form: f"?{urlencode([*asked, ('format', form)])}" for form in ("json", "ttl")}
