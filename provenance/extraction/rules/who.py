"""What a source phrase says of itself: its head, its kind, its role, whether it hides someone, and why."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from provenance import gazetteer
from provenance.extraction.rules import names
from provenance.extraction.rules.lexicon import DAYS, NUMBERS, POSTMODIFIERS, PREPOSITIONS, QUANTIFIERS
from provenance.model import Kind
from provenance.resources import resource
from provenance.text import plain_name

PLATFORMS = {
    name.lower(): name
    for name in (
        *("Twitter", "Facebook", "Instagram", "Telegram", "YouTube", "TikTok", "Reddit", "Snapchat", "Truth Social"),
        *("Weibo", "LinkedIn", "X", "VKontakte", "WhatsApp", "Medium", "Bluesky", "Mastodon", "Threads"),
    )
}
GRANTED = (
    r"(?:requested|asked for|sought|insisted on|demanded|(?:was|were) granted"
    r"|(?:speaking |spoke )?on(?: the)? condition of)(?: of)? anonymity"
)
UNNAMED = (
    r"(?:asked|asking|declined|declining|did not want|refused|wished|requested|requesting) (?:not )?to (?:not )?be "
    r"(?:named|identified|quoted by name)"
)
NOT_ALLOWED = (
    r"not authori[sz]ed to (?:speak|discuss|comment)[^,.;]*|requesting anonymity|anonymously|who cannot be named"
)
BECAUSE = (
    r"(?:[^.;“”\"]{0,40}?(?:because|given|since|due to|in order to|to (?:discuss|describe|speak)|citing"
    r"|so as to|for fear|as (?:they|he|she|the))[^.;“”\"]*)?"
)
REASON = re.compile(rf"(?:who |, )?(?:{GRANTED}|{UNNAMED}|{NOT_ALLOWED}|spoke on background){BECAUSE}", re.IGNORECASE)
TIME = (
    rf"(?:{'|'.join(sorted(DAYS))}|yesterday|today|this week|last week|later|also|then|(?:19|20)\d\d"
    r"|the \d\d?(?:st|nd|rd|th))"
)
TRAILING_TIME = re.compile(
    rf"(?<!\bUSA)(?: (?:on|in|late|early|last|earlier))?(?: {TIME})+(?: (?:night|morning|evening|afternoon))?$",
    re.IGNORECASE,
)
BREAK = re.compile(r",(?!\d{3})| \(|\)| who | whose | — | – | -- ")
OFFICE_OF = re.compile(rf".* (?:of|for) (?:the )?[A-Z][a-z’-]+ ({names.NAME_WORD}(?: {names.NAME_WORD}){{1,2}})")
MASTHEAD = re.compile(r"The [A-Z]\w+")
ASIDE = re.compile(r"[  ]\([^()]{1,30}\)(?=[  ][\w])")
TRAILING_SITE = re.compile(rf" on (?:{'|'.join(re.escape(name) for name in PLATFORMS.values())})$")
PARTITIVE = re.compile(r"(?P<share>\w+) of (?:the|his|her|its|their) (?=\w)")
SOME_OF = re.compile(
    r"(?:an? |the )?(?:\w+ )?(?:number|chorus|group|handful|lot|majority|couple|string|range|variety|host|crowd"
    r"|slew|array|series|half|minority|plurality) of "
    r"(?P<rest>(?!the\b|his\b|her\b|its\b|their\b)[\w’' -]+s\b.*|people\b.*)",
    re.IGNORECASE,
)
GOVERNMENT = re.compile(r"\b(?:administration|government|cabinet|ministry)\b", re.IGNORECASE)
BY_ROLE = re.compile(r"(?:the|his|her|their|its|[\w ]+[’']s?) ", re.IGNORECASE)
ALWAYS_HIDDEN = frozenset({"source", "official", "person"})
CLAUSE = frozenset("that which who whose being".split())
PRIVY = frozenset("familiar close briefed with involved knowledgeable".split())


@dataclass(frozen=True, slots=True)
class Who:
    """A source by its own words, before the page is asked who that is; `head` is the head noun in lower case."""

    name: str
    kind: Kind
    anonymous: bool = False
    role: str = ""
    reason: str = ""
    head: str = ""


@cache
def noun_kinds() -> dict[str, Kind]:
    """What each noun of `data/nouns.csv` stands for, singular and plural."""
    found: dict[str, Kind] = {}
    with resource("nouns.csv").open(encoding="utf8", newline="") as stream:
        for row in csv.DictReader(stream):
            noun = row["noun"]
            found.setdefault(re.sub(r"([^aeiou])y$", r"\1ie", noun) + "s", Kind(row["plural"]))
            found[noun] = Kind(row["kind"])
    return found


def look(phrase: str) -> Who:
    """What `phrase`, a noun phrase, says of itself."""
    words = ASIDE.sub("", " ".join(phrase.split()))
    reason = REASON.search(words)
    core = BREAK.split(words[: reason.start()] if reason else words, maxsplit=1)[0].strip(" ,")
    core = TRAILING_TIME.sub("", TRAILING_SITE.sub("", core)).rstrip(" -—–") or words
    rest = words[len(core) :].strip(" ,()—–")
    why = reason.group().strip(" ,").removeprefix("who ") if reason else ""
    if (some := SOME_OF.fullmatch(core)) and not why and (inner := _head(some["rest"])[0]).endswith("s"):
        return Who(core, Kind.GROUP, role=rest, head=inner)
    if _bare(core).lower() in PLATFORMS and core[:1].isupper():
        return Who(PLATFORMS[_bare(core).lower()], Kind.PLATFORM, head=_bare(core).lower())
    if names.joined(core):
        return Who(_bare(core), Kind.ORGANIZATION, role=rest, head=core.rsplit(" ", 1)[-1].lower())
    return _outlet(core) or _by_noun(core, rest, why) or _by_name(core, rest, why) or _described(core, rest, why)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an)(?: |$)", "", words.strip(), flags=re.IGNORECASE).strip(" ,")


def _outlet(core: str) -> Who | None:
    name = _bare(re.sub(r"[’']s$", "", core))
    found = gazetteer.by_name(name) if name[:1].isupper() or "." in name else ()
    if not found or (gazetteer.is_common_word(name) and not MASTHEAD.fullmatch(core)):
        return None
    masthead = plain_name(found[0].name) == plain_name(name) or len({outlet.name for outlet in found}) == 1
    return Who(found[0].name if masthead else name, found[0].kind, head="outlet")


def _by_noun(core: str, rest: str, why: str) -> Who | None:
    """By a head noun that tells the kind whatever else is named: an official, a report, voters."""
    head, kind = _head(core)
    if kind in {Kind.DOCUMENT, Kind.PLATFORM} or (kind is Kind.GROUP and not why):
        return Who(core, kind, head=head)
    if kind not in {Kind.ANONYMOUS, Kind.GROUP}:
        return None
    named = names.APPOSED.match(rest)
    if named:
        return Who(named.group(1), Kind.PERSON, role=_bare(core), head=head)
    if BY_ROLE.match(core) and not head.endswith("s") and head not in ALWAYS_HIDDEN and not why:
        return Who(core, Kind.PERSON, role=_bare(core), head=head)
    return Who(core, Kind.ANONYMOUS, anonymous=True, reason=why, head=head)


def _by_name(core: str, rest: str, why: str) -> Who | None:
    head, _ = _head(core)
    pair = names.PAIR.fullmatch(core)
    if pair and not names.organization(pair["two"], core):
        both = f"{names.person(pair['one'])}; {names.person(pair['two'])}"
        return Who(both, Kind.PERSON, role=rest, head=head)
    person = names.person(core)
    if not person or (names.title(person.rsplit(" ", 1)[-1]) and not core.endswith(person)):
        named = names.APPOSED.match(rest) or OFFICE_OF.fullmatch(core)
        name = names.POSSESSIVE.sub("", named.group(1)) if named else ""
        return Who(name, Kind.PERSON, role=_bare(core), head=head) if name else None
    before = core[: core.rfind(person)].strip() if person in core else ""
    role = _bare(" ".join(part for part in (before, rest) if part))
    if names.organization(person, core) and not names.titled(core):
        introduced = _bare(before).islower()
        return Who(
            person if introduced else _bare(core), Kind.ORGANIZATION, role=role if introduced else rest, head=head
        )
    if noun_kinds().get(before.rsplit(" ", 1)[-1]) is Kind.ORGANIZATION:
        return Who(person, Kind.ORGANIZATION, role=role, head=head)
    return Who(person, Kind.PERSON, role=role, head=head, reason=why)


def _described(core: str, rest: str, why: str) -> Who:
    head, kind = _head(core)
    if re.match(r"(?:a|an|the|one|another) ", rest) and len(rest) > len(head):
        described = look(rest)
        if described.kind is not Kind.PERSON or described.head:
            return described
    if head in NUMBERS:
        return Who(core, Kind.ANONYMOUS, anonymous=True, reason=why, head=head)
    plural = head.endswith("s") and not head.endswith("ss")
    if why and kind is not Kind.ORGANIZATION:
        return Who(core, Kind.ANONYMOUS, anonymous=True, reason=why, head=head)
    name = names.POSSESSIVE.sub("", core)
    return Who(name, kind or (Kind.GROUP if plural else Kind.PERSON), role=rest, head=head)


def _head(core: str) -> tuple[str, Kind | None]:
    """The head noun of a phrase, the last before a preposition, and the kind it stands for."""
    share = PARTITIVE.match(core)
    counted = share is not None and share["share"].lower() in NUMBERS | QUANTIFIERS
    words = re.findall(r"[\w’'.-]+", core[share.end() :] if share and counted else core)
    ends = (
        i
        for i in range(1, len(words))
        if words[i].lower() in PREPOSITIONS | POSTMODIFIERS | CLAUSE or _reduced(words, i)
    )
    stop = next(ends, len(words))
    head = re.sub(r"[’']s$", "", words[stop - 1].lower()) if words else ""
    if head == "members" and GOVERNMENT.search(core):
        return head, Kind.ANONYMOUS
    if stop < len(words) and words[stop].lower() in PRIVY and head in NUMBERS | {"people", "person", "those"}:
        return head, Kind.ANONYMOUS
    kind = noun_kinds().get(head)
    if kind is None and stop <= 2 and words and words[0].lower() in (NUMBERS | QUANTIFIERS) - {"one", "another"}:
        kind = Kind.GROUP if head.endswith("s") else None
    return head, kind


def _reduced(words: list[str], at: int) -> bool:
    """A participle after its noun: "report |released| last year", "judges |hearing| cases"."""
    goes_on = words[at].endswith("ing") and at + 1 < len(words) and words[at] not in noun_kinds()
    return words[at].islower() and (words[at].endswith("ed") or goes_on) and words[at - 1].lower() in noun_kinds()
