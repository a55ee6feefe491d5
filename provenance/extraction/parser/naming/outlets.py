"""Outlets: as the text names them in full, else as the gazetteer lists the whole of what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.naming import vocabulary
from provenance.extraction.parser.naming.bodies import modifies, next_run
from provenance.extraction.parser.naming.words import Word, joined
from provenance.text import plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.parser.naming.page import Page

OURSELVES = frozenset("we us our ours".split())


def outlets(phrase: str, parts: Sequence[Word], page: Page) -> tuple[str, ...]:
    """The mastheads that a phrase names; () where it names none."""
    if page.publisher and (any(word.lower in OURSELVES for word in parts[:2]) or _is_this_paper(parts)):
        return (page.publisher,)
    run = joined(_masthead(parts, page))
    listed = [(phrase[start:end], bearers) for start, end, bearers in gazetteer.find(phrase)]
    found = [(words, bearers) for words, bearers in listed if not _is_passing(words, run)]
    names = [_one(words, bearers, page) for words, bearers in found]
    if len(names) > 1 and all(len(words) > 1 for words, _ in found):
        return tuple(dict.fromkeys(names))
    if names and len(found[0][0]) >= len(run):
        return (names[0],)
    if (
        not run
        or (" " not in run and plain_name(run) in page.small)
        or run.lower() in vocabulary.PLACES | vocabulary.DEMONYMS
    ):
        return ()
    bare = run.rstrip(".")
    return (page.outlets.get(plain_name(bare)) or page.acronyms.get(bare, bare),)


def _is_this_paper(parts: Sequence[Word]) -> bool:
    """Whether a phrase means the one that prints it: “this newspaper”."""
    return len(parts) == 2 and parts[0].lower in {"this", "our"} and parts[1].lower in vocabulary.NEWSY | {"paper"}


def _is_passing(words: str, run: str) -> bool:
    """Whether an ordinary word that some outlet bears is none of the name: "the State agency TNA"."""
    return gazetteer.is_common_word(words) and bool(run) and words not in run


def _masthead(parts: Sequence[Word], page: Page) -> list[Word]:
    """The first capitalised words that are no modifier of a noun; "the Evening Lantern in London" ends at its "in"."""
    at = 0
    while at < len(parts):
        run = next_run(parts, at)
        if not run:
            return []
        first = parts.index(run[0])
        begin = next((n for n, word in enumerate(run) if word.text == "The" and n and run[n - 1].is_capital), 0)
        run, first = run[begin:], first + begin
        run = run[: next((n for n, word in enumerate(run) if word.lower in {"in", "on"}), len(run))]
        alone = len(run) == 1 and run[0].lower in page.small | vocabulary.PAPERS | vocabulary.NEWSY
        if not alone and not (modifies(run, parts[first + len(run) :]) and not run[-1].owns):
            return run
        at = first + len(run)
    return []


def _one(words: str, bearers: Sequence[gazetteer.Outlet], page: Page) -> str:
    """A name of one common word, or of several outlets, is what the text, or its own masthead, has in full."""
    if len(bearers) == 1 and not ((" " not in words) and gazetteer.is_common_word(words)):
        return bearers[0].name
    if named := page.outlets.get(plain_name(words)) or page.acronyms.get(words):
        return named
    if page.publisher and plain_name(page.publisher).endswith(plain_name(words)):
        return page.publisher
    if plain_name(bearers[0].name) == plain_name(words):
        return bearers[0].name
    return words if words.isupper() else f"The {words}"
