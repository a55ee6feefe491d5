"""Outlets and news agencies in an article, and others of the gazetteer for them, in each form that the article has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from provenance import gazetteer
from provenance.model import OUTLETS, Kind
from provenance.text import plain_name

if TYPE_CHECKING:
    import random
    from collections.abc import Collection, Iterator

    from provenance.gazetteer import Outlet
    from training.data.examples import Example

GENERAL = frozenset(
    "agency broadcasting channel international magazine network news newspaper online press radio service".split()
    + "newswire television tv web wire".split()
)
"""The last word of many an outlet's name that alone is none's."""
GOOD = re.compile(r"(?:The )?[^\W\d_][\w’'&-]*(?: [^\W\d_][\w’'&-]*){0,3}")
"""Names that may stand for another: no number, host or remark in brackets."""
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
TRIES, FEWEST = 40, 8
"""How often one is drawn from the outlets of a form, and how many of them there must be."""


class Form(NamedTuple):
    """What names can be exchanged for each other without hurt to the sentence."""

    kind: Kind
    has_article: bool
    is_acronym: bool
    has_short: bool
    has_lead: bool
    has_initials: bool


@dataclass(frozen=True, slots=True)
class Masthead:
    """What an outlet is called: without its article, by the last or the first words alone, by capitals, by its host."""

    name: str
    kind: Kind
    country: str = ""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def bare(self) -> str:
        return self.name.removeprefix("The ")

    @property
    def short(self) -> str:
        """Of "The New York Times", "Times"; empty where the last word is no name."""
        *before, last = self.bare.split()
        return last if before and last[0].isupper() and not last.isupper() and last.lower() not in GENERAL else ""

    @property
    def lead(self) -> str:
        """Of "Fox News", "Fox": what is left without the last words that are many outlets'; else empty."""
        words = self.bare.split()
        while words and words[-1].lower() in GENERAL:
            words.pop()
        lead = " ".join(words)
        return "" if lead in (self.bare, "Associated") else lead

    @property
    def initials(self) -> str:
        """Of "Agence France-Presse", "AFP"; empty where it is known by none, or by nothing else."""
        known = (name for name in self.aliases if _is_acronym(name) and name not in (self.bare, self.lead))
        return "" if _is_acronym(self.bare) else next(known, "")

    @property
    def host(self) -> str:
        return self.domains[0] if self.domains else "".join(re.findall(r"\w+", self.bare)).lower() + ".com"

    @property
    def form(self) -> Form:
        has_article, is_acronym = self.name.startswith("The "), _is_acronym(self.bare)
        return Form(self.kind, has_article, is_acronym, bool(self.short), bool(self.lead), bool(self.initials))


def exchanged(example: Example, kept: Collection[str], chance: random.Random) -> dict[str, str]:
    """Each form of an outlet's name in the article, and the form for it; the words in `kept` are left to others."""
    article = example.article
    text = "\n".join(filter(None, (article.title, article.byline, article.text)))
    lower = set(re.findall(r"(?<![\w.@])[a-z]+(?![\w@])", text))
    met: dict[Masthead, dict[str, None]] = {}
    for one, form in [*_annotated(example), *_listed(text, example)]:
        if form not in kept and form.lower() not in lower:
            met.setdefault(one, {})[form] = None
    found: dict[str, str] = {}
    written = [form for forms in met.values() for form in forms]
    barred = {*kept, *written, *(part for one in met for part in (one.short, one.lead))} - {""}
    for one, forms in met.items():
        new = _drawn(one, barred, text, chance)
        barred |= {new.bare, new.short, new.lead} - {""}
        for form in forms:
            found.setdefault(form, _form(one, form, new))
        for part, other in ((one.short, new.short), (one.lead, new.lead)):
            if part and other and part.lower() not in lower and part not in kept:
                found.setdefault(part, other)
    return found


def _annotated(example: Example) -> Iterator[tuple[Masthead, str]]:
    hops = [*example.derivations, *(hop for one in example.statements for hop in one.chain)]
    named = {(part.strip(), hop.kind) for hop in hops if hop.kind in OUTLETS for part in hop.name.split(";")}
    if (publisher := example.article.publisher) and publisher.kind in OUTLETS and " " in publisher.name:
        named.add((publisher.name, publisher.kind))
    for name, kind in sorted(named):
        if name.startswith("The ") or all(word[0].isupper() for word in name.split() if len(word) > 3):
            bearers = gazetteer.by_name(name)
            bare = name.removeprefix("The ")
            if bare[:1].isalnum() and (bearers or not (bare[0].islower() or HOST.fullmatch(bare))):
                one = _masthead(bearers[0]) if bearers else Masthead(name, kind)
                yield one, bare
                if bare.isupper() and not _is_acronym(bare):
                    yield one, bare.title()


def _listed(text: str, example: Example) -> Iterator[tuple[Masthead, str]]:
    named = {plain_name(hop.name) for one in example.statements for hop in one.chain if hop.kind in OUTLETS}
    for start, end, outlets in gazetteer.find(text):
        written = text[start:end]
        if plain_name(written) in named or not gazetteer.is_common_word(written):
            yield _masthead(outlets[0]), written


def _form(old: Masthead, written: str, new: Masthead) -> str:
    if HOST.fullmatch(written) and written.islower():
        return new.host
    for part, other in ((old.lead, new.lead), (old.short, new.short)):
        if written == part and other:
            return other
    return (new.initials or new.bare) if _is_acronym(written) and not _is_acronym(old.bare) else new.bare


def _drawn(old: Masthead, barred: Collection[str], text: str, chance: random.Random) -> Masthead:
    """One of the same form, of the same country where it has others; no word of it is another's in the article."""
    form = old.form
    bare = form._replace(has_short=False)
    forms = (form, bare, form._replace(has_initials=False), bare._replace(has_initials=False))
    for pool in (_pool(form, old.country), *(_pool(one, "") for one in forms)):
        for _ in range(TRIES if len(pool) >= FEWEST else 0):
            new = chance.choice(pool)
            if not _stands(barred, new.name) and not _stands({new.bare, new.short, new.lead} - {""}, text):
                return new
    return Masthead(f"{'The ' if old.form.has_article else ''}{_coined(chance)}", old.kind)


def _stands(words: Collection[str], text: str) -> bool:
    return any(word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)


def _coined(chance: random.Random) -> str:
    place = chance.choice(("Harl", "Tarn", "Orsk", "Velm", "Brack", "Sund")) + chance.choice(("mere", "ton", "wick"))
    return f"{place} {chance.choice(('Argus', 'Bulletin', 'Clarion', 'Sentinel', 'Examiner', 'Recorder', 'Dispatch'))}"


@cache
def _pool(form: Form, country: str) -> tuple[Masthead, ...]:
    return tuple(one for one in _all() if one.form == form and country in ("", one.country))


@cache
def _all() -> tuple[Masthead, ...]:
    names = (_masthead(one) for one in gazetteer.all_outlets() if GOOD.fullmatch(one.name))
    return tuple(one for one in names if not any(map(gazetteer.is_common_word, (one.name, one.lead))))


@cache
def _masthead(one: Outlet) -> Masthead:
    return Masthead(one.name, one.kind, one.country, one.aliases, one.domains)


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper() and len(name) <= 6
