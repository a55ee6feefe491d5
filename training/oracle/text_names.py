"""Names that words of the text give: the fullest mention of a cluster, an outlet as the gazetteer lists it.

It sees a graph's mentions, types and SAME_AS arcs, and nothing that annotators called anybody.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

from provenance import gazetteer
from provenance.extraction.parser.labels import ArcKind
from provenance.model import Kind
from provenance.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from provenance.extraction.parser.graph import AttributionGraph, Mention

CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ][\w.’'&/-]*)"
RUN = re.compile(rf"{CAPITAL}(?:\s+(?:(?:of|for|the|de|la|von|van|bin|al|el|and|&|on|in)\s+){{0,2}}{CAPITAL})*")
PERSON = re.compile(rf"{CAPITAL}(?:\s+(?:(?:de|la|von|van|bin|al|el)\s+)?{CAPITAL})*")
TAIL = re.compile(
    r",|\(|;|—|\s(?:who|whom|whose|which|that|of|for|with|at|from|in|on|obtained|released|published|sent)\s", re.UNICODE
)
DETERMINER = re.compile(
    r"^(?:the|a|an|his|her|its|their|our|my|this|that|these|those|another|(?-i:[a-z]+(?: [a-z]+)?['’]s))\s+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?$")
PLATFORMS = {"tweet": "Twitter", "facebook": "Facebook"}
"""What stands for a platform that a verb implies."""
NO_NAMES = frozenset("I A An The He She They It We You Who His Her Its Their Our My".split())
MOST_WORDS = 8
"""Of a description that is kept whole."""


def names_from_text(graph: AttributionGraph) -> Callable[[Mention], str]:
    """The name of a mention: of its cluster, the fullest."""
    roots = [_root(graph, number) for number in range(len(graph.mentions))]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for root, mention in zip(roots, graph.mentions, strict=True):
        found[root].append(named(graph.text[slice(*mention.span)], mention.type))
    best = {root: _fullest(names, graph.mentions[root].type) for root, names in found.items()}
    of = {mention: best[root] for mention, root in zip(graph.mentions, roots, strict=True)}
    return lambda mention: of[mention] or graph.text[slice(*mention.span)]


def named(words: str, kind: Kind) -> str:
    """The name in a mention of this kind, without roles and titles; a description where it bears none."""
    plain = " ".join(words.split()).strip("“”\"‘’',.;: ")
    if kind in {Kind.OUTLET, Kind.WIRE}:
        return _outlet(plain) or _described(plain)
    if kind is Kind.PERSON:
        return _persons(plain) or _described(plain)
    if kind is Kind.PLATFORM:
        return next((name for stem, name in PLATFORMS.items() if stem in plain.lower()), _described(plain))
    if kind is Kind.ORGANIZATION:
        return _longest_run(plain) or _described(plain)
    return _described(plain)


def _root(graph: AttributionGraph, number: int) -> int:
    *_, root = graph.path(ArcKind.SAME_AS, number)
    return root


def _fullest(names: list[str], kind: Kind) -> str:
    """The one with most capitalised words; of a person, among those that end as most do."""
    ends = Counter(name.split()[-1] for name in names if _capitals(name)) if kind is Kind.PERSON else Counter()
    usual = ends.most_common(1)[0][0] if ends else ""
    return max(names, key=lambda name: (bool(_capitals(name)) and name.endswith(usual), _capitals(name), len(name)))


def _capitals(name: str) -> int:
    return sum(word[:1].isupper() and word not in NO_NAMES for word in name.split())


def _outlet(words: str) -> str:
    """As the gazetteer lists it, where it lists the whole of what is written with capitals."""
    run = _longest_run(words)
    listed = [(outlets[0].name, words[start:end]) for start, end, outlets in gazetteer.find(words)]
    if len(listed) > 1:
        return "; ".join(dict.fromkeys(name for name, _ in listed))
    return listed[0][0] if listed and len(listed[0][1]) >= len(run) else run


def _persons(words: str) -> str:
    """The names before what tells more of somebody, else after it; several joined by "and" are all named."""
    parts = [part.strip() for part in TAIL.split(words) if part.strip()]
    for part in sorted(parts, key=lambda part: not any(word in _first_names() for word in part.split())):
        joined = [name for half in re.split(r"\s(?:and|&)\s", part) if (name := _person(half))]
        if joined:
            return "; ".join(joined)
    return ""


def _person(words: str) -> str:
    """The last capitalised words that are nobody's possession, after any title."""
    for match in reversed(list(PERSON.finditer(words))):
        own = match[0].split()
        owner = bool(POSSESSIVE.search(match[0])) and bool(words[match.end() :].strip())
        last = max((number for number, word in enumerate(own[:-1]) if _is_title(word)), default=-1)
        name = " ".join(word for word in own[last + 1 :] if word not in NO_NAMES)
        if name and not owner:
            return POSSESSIVE.sub("", name)
    return ""


def _longest_run(words: str) -> str:
    bare = DETERMINER.sub("", words)
    runs = [found[0] for found in RUN.finditer(bare)]
    return POSSESSIVE.sub("", max(runs, key=len, default=""))


def _described(words: str) -> str:
    bare = DETERMINER.sub("", words)
    cut = TAIL.split(bare)[0].strip() if len(bare.split()) > MOST_WORDS else bare
    return cut or bare


def _is_title(word: str) -> bool:
    bare = word.strip(".,").lower()
    return bare in _titles() or bare.partition("-")[0] in _titles()


@cache
def _titles() -> frozenset[str]:
    words = tomllib.loads(resource("words.toml").read_text(encoding="utf8"))
    return frozenset(str(words["titles"]).split())


@cache
def _first_names() -> frozenset[str]:
    listed = tomllib.loads(resource("first_names.toml").read_text(encoding="utf8"))
    return frozenset(word.capitalize() for names in listed.values() for word in names.split())
