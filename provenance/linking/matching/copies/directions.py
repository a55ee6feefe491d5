"""Which of two articles was taken from the other: what their metadata, credit lines and words say of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.iris import agent_iri
from provenance.linking.words import folded_words
from provenance.model import OUTLETS, Kind
from provenance.text import plain_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from provenance.model import Article, Reading


class Clue(NamedTuple):
    """One sign that `copy`, 0 or 1, was taken from the other article, in words."""

    copy: int
    words: str


def clues(pair: tuple[Reading, Reading]) -> Iterator[tuple[Clue, ...]]:
    """What speaks for either direction, the most telling kind of sign first.

    That one text is wholly in the other is no sign: copies are cut as often as they are added to.
    """
    for kind in (_address, _credit, _byline, _trade, _date, _mention):
        yield tuple(
            Clue(copy, words)
            for copy, (reading, other) in enumerate((pair, pair[::-1]))
            if (words := kind(reading, other))
        )


def names_the_other(pair: tuple[Reading, Reading]) -> bool:
    """Whether either article says that it comes from the other, by address, credit or byline."""
    return any(kind(*ends) for kind in (_address, _credit, _byline) for ends in (pair, pair[::-1]))


def credited(reading: Reading) -> dict[str, str]:
    """The outlets that an article says it was taken from: agent IRI → name."""
    found = {
        agent: derivation.name
        for derivation in reading.derivations
        if derivation.is_whole and (derivation.kind in OUTLETS or gazetteer.by_name(derivation.name))
        for agent in _agents(derivation.name, derivation.kind)
    }
    byline = reading.article.byline or ""
    for bearer in gazetteer.by_name(byline)[:1]:
        found.setdefault(agent_iri(bearer.name, bearer.kind), bearer.name)
    return found


def publishers(article: Article) -> set[str]:
    """Agent IRIs of whoever published it, by the name given and by the owner of its address."""
    known = _agents(article.publisher.name, article.publisher.kind) if article.publisher else set()
    owner = gazetteer.by_domain(article.url) if article.url else None
    return known | ({agent_iri(owner.name, owner.kind)} if owner else set())


def name(article: Article) -> str:
    return article.publisher.name if article.publisher else article.key


def _address(reading: Reading, other: Reading) -> str:
    if not other.article.url:
        return ""
    address = plain_url(other.article.url)
    declared = [derivation.url for derivation in reading.derivations]
    declared += [declaration.url for declaration in reading.article.declared]
    named = any(url and plain_url(url) == address for url in declared)
    return f"{name(reading.article)} names the page of {name(other.article)}" if named else ""


def _credit(reading: Reading, other: Reading) -> str:
    named = credited(reading).keys() & publishers(other.article)
    return f"{name(reading.article)} credits {name(other.article)}" if named and not _one_house(reading, other) else ""


def _byline(reading: Reading, other: Reading) -> str:
    """That the byline names the other's publisher beside a person ("Ada Brunt, Harl Courier")."""
    named = _says(reading.article.byline or "", other.article) and not _one_house(reading, other)
    return f"the byline of {name(reading.article)} names {name(other.article)}" if named else ""


def _date(reading: Reading, other: Reading) -> str:
    own, others = reading.article.published or "", other.article.published or ""
    shorter = min(len(own), len(others))
    if own[:shorter] <= others[:shorter]:
        return ""
    return f"{name(reading.article)} is of {own}, {name(other.article)} of {others}"


def _mention(reading: Reading, other: Reading) -> str:
    named = not _one_house(reading, other) and _says(reading.article.text, other.article)
    return f"the text of {name(reading.article)} mentions {name(other.article)}" if named else ""


def _trade(reading: Reading, other: Reading) -> str:
    kinds = [one.article.publisher.kind if one.article.publisher else None for one in (reading, other)]
    return f"{name(other.article)} is a news agency" if kinds == [Kind.OUTLET, Kind.WIRE] else ""


def _one_house(reading: Reading, other: Reading) -> bool:
    return bool(publishers(reading.article) & publishers(other.article))


def _agents(given: str, kind: Kind) -> set[str]:
    """An outlet by the name it is given and, where only one bears that name, by its own."""
    bearers = gazetteer.by_name(given)
    return {agent_iri(given, kind)} | ({agent_iri(bearers[0].name, bearers[0].kind)} if len(bearers) == 1 else set())


def _says(text: str, article: Article) -> bool:
    """Whether `text` has the name of the article's publisher, unless that is also an ordinary word."""
    if not article.publisher or gazetteer.is_common_word(article.publisher.name):
        return False
    wanted = folded_words(article.publisher.name)
    if wanted[:1] == ["the"]:
        wanted = wanted[1:]
    return _holds(folded_words(text), wanted) if wanted else False


def _holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    count = len(wanted)
    return any(word == wanted[0] and words[at : at + count] == wanted for at, word in enumerate(words))
