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
    + "television tv web".split()
)
"""The last word of many an outlet's name that alone is none's."""
GOOD = re.compile(r"(?:The )?[^\W\d_][\w’'&-]*(?: [^\W\d_][\w’'&-]*){0,3}")
"""Names that may stand for another: no number, host or remark in brackets."""
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
TRIES = 40


class Form(NamedTuple):
    """What names can be exchanged for each other without hurt to the sentence."""

    kind: Kind
    has_article: bool
    is_acronym: bool
    has_short: bool


@dataclass(frozen=True, slots=True)
class Masthead:
    """What an outlet is called: without its article, by the last word alone, by capitals, by its host."""

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
    def acronym(self) -> str:
        known = next((name for name in (self.bare, *self.aliases) if _is_acronym(name)), "")
        initials = "".join(word[0] for word in self.bare.split() if word[0].isupper())
        return known or (initials if len(initials) > 2 else self.bare)

    @property
    def host(self) -> str:
        return self.domains[0] if self.domains else "".join(re.findall(r"\w+", self.bare)).lower() + ".com"

    @property
    def form(self) -> Form:
        return Form(self.kind, self.name.startswith("The "), _is_acronym(self.bare), bool(self.short))


def exchanged(example: Example, kept: Collection[str], chance: random.Random) -> dict[str, str]:
    """Each form of an outlet's name in the article, and the form for it; the words in `kept` are left to others."""
    article = example.article
    text = "\n".join(filter(None, (article.title, article.byline, article.text)))
    lower = set(re.findall(r"(?<![\w.@])[a-z]+(?![\w@])", text))
    met: dict[Masthead, dict[str, None]] = {}
    for one, written in [*_annotated(example), *_listed(text, example)]:
        if written not in kept and written.lower() not in lower:
            met.setdefault(one, {})[written] = None
    found: dict[str, str] = {}
    old = [*met, *dict.fromkeys(form for forms in met.values() for form in forms)]
    barred = {str(one.short if isinstance(one, Masthead) else one) for one in [*old, *kept]} - {""}
    for one, forms in met.items():
        new = _drawn(one, barred, text, chance)
        barred |= {new.bare, new.short} - {""}
        for written in forms:
            found.setdefault(written, _form(one, written, new))
        if one.short and new.short and one.short.lower() not in lower and one.short not in kept:
            found.setdefault(one.short, new.short)
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
                yield (_masthead(bearers[0]) if bearers else Masthead(name, kind)), bare


def _listed(text: str, example: Example) -> Iterator[tuple[Masthead, str]]:
    named = {plain_name(hop.name) for one in example.statements for hop in one.chain if hop.kind in OUTLETS}
    for start, end, outlets in gazetteer.find(text):
        written = text[start:end]
        if plain_name(written) in named or not gazetteer.is_common_word(written):
            yield _masthead(outlets[0]), written


def _form(old: Masthead, written: str, new: Masthead) -> str:
    if HOST.fullmatch(written) and written.islower():
        return new.host
    if _is_acronym(written) and not _is_acronym(old.bare):
        return new.acronym
    if old.short and written == old.short and new.short:
        return new.short
    return new.bare


def _drawn(old: Masthead, barred: Collection[str], text: str, chance: random.Random) -> Masthead:
    """One of the same form, of the same country where it has others; no word of it is another's in the article."""
    pools = [_pool(old.form, old.country), _pool(old.form, ""), _pool(old.form._replace(has_article=False), "")]
    for pool in pools:
        for _ in range(TRIES if len(pool) > TRIES // 4 else 0):
            new = chance.choice(pool)
            if not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", new.name) for word in barred) and (
                new.bare not in text and (not new.short or not re.search(rf"\b{re.escape(new.short)}\b", text))
            ):
                return new
    return Masthead(f"{'The ' if old.form.has_article else ''}{_coined(chance)}", old.kind)


def _coined(chance: random.Random) -> str:
    place = chance.choice(("Harl", "Tarn", "Orsk", "Velm", "Brack", "Sund")) + chance.choice(("mere", "ton", "wick"))
    return f"{place} {chance.choice(('Argus', 'Bulletin', 'Clarion', 'Sentinel', 'Examiner', 'Recorder', 'Dispatch'))}"


@cache
def _pool(form: Form, country: str) -> tuple[Masthead, ...]:
    return tuple(one for one in _all() if one.form == form and country in ("", one.country))


@cache
def _all() -> tuple[Masthead, ...]:
    names = (_masthead(one) for one in gazetteer.all_outlets() if GOOD.fullmatch(one.name))
    return tuple(one for one in names if not gazetteer.is_common_word(one.name))


@cache
def _masthead(one: Outlet) -> Masthead:
    return Masthead(one.name, one.kind, one.country, one.aliases, one.domains)


def _is_acronym(name: str) -> bool:
    return name.replace(".", "").isupper() and len(name) <= 6
