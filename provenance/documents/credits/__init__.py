"""Credits: who published an article and wrote it, when, and what the whole of it, or a part, was taken from.

A credit governs every statement of the page, so it becomes a derivation of the article, not a hop of each chain. It is
read before any extractor reads, from what the page declares, its first lines and its last, in the languages of
`credits.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from provenance.documents.credits.bylines import byline_lines, declared_byline, has_author, signed
from provenance.documents.credits.contributions import contributions
from provenance.documents.credits.credit_lines import credit_lines, desks, followed
from provenance.documents.credits.datelines import datelines
from provenance.documents.credits.dates import day_line
from provenance.documents.credits.declared import declared
from provenance.documents.credits.lines import lines
from provenance.documents.credits.marks import copyrights, marks
from provenance.documents.credits.publisher import country_of, is_own, shown
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from provenance.documents.credits.lines import Lines
    from provenance.model import Article, Derivation

__all__ = ["Credited", "credited", "united"]


@dataclass(frozen=True, slots=True)
class Credited:
    """`article` with the publisher, the byline and the date that its lines give, and what it was taken from."""

    article: Article
    derivations: tuple[Derivation, ...]


def credited(given: Article) -> Credited:
    """The credits of an article as it was read: each outlet once, shown by the text where it can be."""
    page = lines(given.text)
    article = _signed(given, page)
    own = partial(is_own, article)
    foreign = (one for one in _found(page, given, article) if not own(one.name, one.url))
    return Credited(article, united(foreign))


def united(derivations: Iterable[Derivation]) -> tuple[Derivation, ...]:
    """Each outlet once: what was taken whole before a part, what words show before what metadata alone says."""
    kept: dict[str, Derivation] = {}
    for one in derivations:
        name = plain_name(one.name)
        known = kept.get(name)
        if name and (known is None or (one.is_whole, bool(one.evidence)) > (known.is_whole, bool(known.evidence))):
            kept[name] = one
    return tuple(kept.values())


def _signed(article: Article, page: Lines) -> Article:
    by = signed(page)
    names = [article.publisher.name] if article.publisher else [by.publisher] if by.publisher else []
    publisher = shown(names, article.url)
    known = replace(article, publisher=publisher)
    byline = article.byline
    if not byline or (by.byline and is_own(known, byline)):
        byline = by.byline or byline
    return replace(known, byline=byline, published=article.published or day_line(page))


def _found(page: Lines, given: Article, article: Article) -> Iterator[Derivation]:
    own, country = partial(is_own, article), country_of(article)
    signed_by_another = has_author(article.byline, own, country)
    yield from declared(article)
    yield from datelines(page, country)
    yield from credit_lines(page)
    yield from desks(page, article)
    yield from declared_byline(given.byline or "", own, country)
    yield from byline_lines(page, own, country)
    yield from copyrights(page, has_author=signed_by_another, country=country)
    yield from followed(page, country)
    yield from contributions(page, country)
    yield from marks(page, own, has_author=signed_by_another, country=country, untitled=not article.text_is_file)
