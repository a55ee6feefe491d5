"""What a source phrase names: its head, its kind, its role, whether it hides someone, and the reason it gives."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from provenance import outlets
from provenance.extraction.lexicon import DAYS, DETERMINERS, MONTHS, NUMBERS, PREPOSITIONS, SUBORDINATORS
from provenance.model import Kind
from provenance.reference import reference

TITLES = frozenset(
    "mr mrs ms miss dr sen senator rep representative gov governor president vice prime minister chancellor secretary prof professor "
    "sir lord lady gen general lt col colonel capt captain maj major sgt adm admiral judge justice chief sheriff mayor "
    "pope king queen prince princess rev father bishop archbishop ambassador commissioner congressman congresswoman speaker "
    "attorney director chairman chairwoman chairperson chair former ex-president detective officer inspector retired ret".split()
)
ORGANIZATION_WORDS = frozenset(
    "committee department ministry office council commission court university college institute center centre association "
    "foundation bank party union agency bureau service authority administration government campaign police army navy force "
    "forces group corp corporation inc ltd company co llc coalition federation alliance league board house senate congress "
    "parliament embassy organization organisation society fund network society nations club laboratory academy school "
    "hospital church trust partners holdings airlines industries international watch project team guard staff ministries "
    "consulting polling strategies associates pd gop dnc rnc fbi cia nsa nato un eu nasa doj epa irs sec who imf opec".split()
)
PLACES_THAT_SPEAK = frozenset(
    "kremlin pentagon seoul moscow kyiv kiev washington beijing pyongyang tokyo london paris berlin tehran ankara jerusalem "
    "brussels delhi islamabad riyadh damascus russia ukraine china iran israel turkey north south u.s britain france germany "
    "japan india pakistan".split()
)
PLATFORMS = {
    "twitter": "Twitter",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "telegram": "Telegram",
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "reddit": "Reddit",
    "snapchat": "Snapchat",
    "truth social": "Truth Social",
    "weibo": "Weibo",
    "linkedin": "LinkedIn",
    "x": "X",
    "vkontakte": "VKontakte",
    "whatsapp": "WhatsApp",
    "medium": "Medium",
}
NOT_IN_NAMES = (
    DAYS
    | MONTHS - {"may", "april", "june", "august"}
    | SUBORDINATORS
    | {"the", "a", "an", "but", "and", "candidate", "nominee", "former"}
)
COLLECTIVE = frozenset("family people percent majority media women men doctors".split())
QUANTIFIERS = frozenset("some many most several all both few others another none".split())
POSTMODIFIERS = frozenset(
    "familiar close briefed involved conducted published released obtained seen written dated knowledgeable".split()
)
REASON = re.compile(
    r"(?:who |, )?(?:(?:requested|asked for|sought|insisted on|demanded|was granted|were granted|on condition of|on the condition of|speaking on(?: the)? condition of|spoke on(?: the)? condition of)(?: of)? anonymity"
    r"|(?:asked|asking|declined|declining|did not want|refused|wished|requested|requesting) (?:not )?to (?:not )?be (?:named|identified|quoted by name)"
    r"|not authori[sz]ed to (?:speak|discuss|comment)[^,.;]*|requesting anonymity|anonymously|who cannot be named|spoke on background)"
    r"(?:[^.;“”\"]{0,40}?(?:because|given|since|due to|in order to|to discuss|citing|so as to|for fear|as (?:they|he|she|the))[^.;“”\"]*)?",
    re.IGNORECASE,
)
NAME_WORD = r"(?:(?:[A-Z]\.){1,3}|(?:Jr|Sr|St|Gen|Lt|Col|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|Prof|Rev|Sgt|Capt|Adm|Pres|Sec)\.|[A-Z][\w’'-]*|al-[A-Z]\w+)"
NAME = re.compile(
    rf"{NAME_WORD}(?:[  ](?:(?:de|da|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|ter|dos) )?{NAME_WORD})*"
)


@dataclass(frozen=True, slots=True)
class Who:
    """A source as its words give it, before the page is asked who that is. `name` is empty for a description."""

    name: str
    kind: Kind
    anonymous: bool = False
    role: str = ""
    reason: str = ""
    head: str = ""


@cache
def noun_kinds() -> dict[str, Kind]:
    with reference("nouns.csv").open(encoding="utf8", newline="") as stream:
        return {row["noun"]: Kind(row["kind"]) for row in csv.DictReader(stream)}


def look(phrase: str) -> Who:
    """What `phrase`, a noun phrase, says of itself."""
    words = " ".join(phrase.split())
    reason = REASON.search(words)
    core = re.split(r",| \(|\)| who | whose | — | – | -- ", words[: reason.start()] if reason else words, maxsplit=1)[
        0
    ].strip(" ,")
    core = _timeless(core) or words
    rest = words[len(core) :].strip(" ,()—–")
    why = reason.group().strip(" ,").removeprefix("who ") if reason else ""
    named = _outlet(core)
    if named:
        return named
    head, kind = _head(core)
    if kind is Kind.ANONYMOUS:
        return _unnamed(core, rest, head, why)
    if kind in {Kind.DOCUMENT, Kind.PLATFORM, Kind.GROUP}:
        return Who(core, kind, head=head)
    pair = re.fullmatch(rf"(?P<one>{NAME.pattern})(?:,)? and (?P<two>{NAME.pattern})", core)
    if pair and not _organization(pair["two"], core):
        return Who(f"{_person(pair['one'])}; {_person(pair['two'])}", Kind.PERSON, role=rest, head=head)
    person = _person(core)
    if person:
        before = core[: core.rfind(person)].strip() if person in core else ""
        role = " ".join(part for part in (before, rest) if part)
        if _organization(person, core) and not _titled(core):
            return Who(_bare(core), Kind.ORGANIZATION, role=rest, head=head)
        return Who(person, Kind.PERSON, role=_bare(role), head=head, reason=why)
    appositive = _apposed_name(rest)
    if appositive:
        return Who(appositive, Kind.PERSON, role=_bare(core), head=head)
    if re.match(r"(?:a|an|the|one|another|who) ", rest) and rest != words and not rest.startswith("who "):
        described = look(rest)
        if described.kind is not Kind.PERSON or described.head:
            return described
    if head in NUMBERS:
        return Who(core, Kind.ANONYMOUS, anonymous=True, reason=why, head=head)
    if kind is None:
        kind = Kind.GROUP if head.endswith("s") and not head.endswith("ss") else Kind.PERSON
    return Who(core, kind, anonymous=bool(why) and kind in {Kind.PERSON, Kind.GROUP}, role=rest, reason=why, head=head)


def _timeless(core: str) -> str:
    """A phrase without the time that follows it: "David Axelrod |on Wednesday|"."""
    return re.sub(
        rf"(?: (?:on|in|late|early|last|earlier))?(?: (?:{'|'.join(sorted(DAYS))}|yesterday|today|this week|last week|later|also|then|(?:19|20)\d\d))+(?: (?:night|morning|evening|afternoon))?$",
        "",
        core,
        flags=re.IGNORECASE,
    )


def _unnamed(core: str, rest: str, head: str, why: str) -> Who:
    """A role without a name: someone hidden ("a senior official"), or known by the role ("the governor's aide, J. Doe")."""
    named = _apposed_name(rest)
    if named:
        return Who(named, Kind.PERSON, role=_bare(core), head=head)
    known = (
        re.match(r"(?:the|his|her|their|its|[\w ]+[’']s?) ", core, re.IGNORECASE)
        and not head.endswith("s")
        and head not in {"source", "official", "person"}
    )
    if known and not why:
        return Who(core, Kind.PERSON, role=_bare(core), head=head)
    return Who(core, Kind.ANONYMOUS, anonymous=True, reason=why, head=head)


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.strip(), flags=re.IGNORECASE).strip(" ,")


def _head(core: str) -> tuple[str, Kind | None]:
    """The head noun of a phrase, and the kind it stands for: the last noun before a preposition."""
    partitive = re.match(r"(?:\w+) of (?:the|his|her|its|their) (?=\w)", core)
    words = re.findall(
        r"[\w’'.-]+",
        core[partitive.end() if partitive and partitive.group().split()[0].lower() in NUMBERS | QUANTIFIERS else 0 :],
    )
    stop = next(
        (i for i, w in enumerate(words) if i and (w.lower() in PREPOSITIONS | POSTMODIFIERS or _reduced(words, i))),
        len(words),
    )
    head = words[stop - 1].lower().removesuffix("’s").removesuffix("'s") if words else ""
    if head == "members" and re.search(r"\b(?:administration|government|cabinet|ministry)\b", core, re.IGNORECASE):
        return head, Kind.ANONYMOUS
    if (
        head in {"people", "person", "those", "three", "two", "one"}
        and stop < len(words)
        and words[stop].lower() in {"familiar", "close", "briefed", "with", "involved"}
    ):
        return head, Kind.ANONYMOUS
    kinds = noun_kinds()
    kind = kinds.get(head) or _plural_kind(head, words, stop)
    if kind is Kind.GROUP and head in kinds and head not in COLLECTIVE:
        kind = Kind.PERSON
    return head, kind


def _plural_kind(head: str, words: list[str], stop: int) -> Kind | None:
    kinds = noun_kinds()
    if not head.endswith("s") or len(head) < 4:
        return None
    single = re.sub(r"ies$", "y", head) if head.endswith("ies") else head.removesuffix("s")
    kind = kinds.get(single)
    if single == head or kind is None:
        if (
            words
            and words[0].lower() in NUMBERS | {"some", "many", "others", "several", "both", "most", "few"}
            and stop <= 2
        ):
            return Kind.GROUP
        return None
    if kind is Kind.ANONYMOUS and single not in {
        "official",
        "source",
        "aide",
        "insider",
        "diplomat",
        "operative",
        "adviser",
        "advisor",
        "informant",
        "staffer",
        "interlocutor",
        "whistleblower",
    }:
        return Kind.GROUP
    return (
        Kind.ORGANIZATION
        if kind is Kind.ORGANIZATION and single in {"police"}
        else kind
        if kind is not Kind.ORGANIZATION
        else Kind.GROUP
    )


def _reduced(words: list[str], at: int) -> bool:
    """A participle after its noun: "report |released| last year"."""
    return words[at].islower() and words[at].endswith("ed") and words[at - 1].lower() in noun_kinds()


def _outlet(core: str) -> Who | None:
    bare = _bare(re.sub(r"[’']s$", "", core))
    found = outlets.by_name(bare)
    if found:
        one = found[0]
        return Who(one.name if len({o.name for o in found}) == 1 else bare, one.kind, head="outlet")
    return None


def _person(core: str) -> str:
    """The last run of capitalised words, titles cut: "longtime pollster Pat Caddell" → "Pat Caddell"."""
    text = re.sub(r"\(.*?\)", "", core)
    runs = [m for m in NAME.finditer(text) if m.group().lower() not in DETERMINERS]
    if not runs:
        return ""
    last = runs[-1]
    led = re.findall(r"[\w’'-]+", text[: last.start()])
    titled = any(w.lower().rstrip(".") in TITLES for w in last.group().split()[:-1])
    if (
        led
        and not titled
        and led[-1].lower() in PREPOSITIONS | {"the"}
        and any(w.lower() in PREPOSITIONS for w in led[-2:])
    ):
        runs = [m for m in runs[:-1] if not m.group().split()[-1].endswith(("’s", "'s"))]
        if not runs or runs[-1].end() < len(re.split(r" (?:of|from|at|for|in|with) ", text)[0].rstrip()):
            return ""
        last = runs[-1]
        text = text[: last.end()]
    trailing = text[last.end() :].strip(" ,’'s")
    if trailing and not re.match(r"(?:jr|sr|i+)\b", trailing, re.IGNORECASE):
        return ""
    words = (
        (last.group() if last.group().count(".") > 1 else last.group().rstrip(".,"))
        .removesuffix("’s")
        .removesuffix("'s")
        .split()
    )
    while words and words[0].lower() in NOT_IN_NAMES:
        words = words[1:]
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    cut = max(
        (
            i
            for i, w in enumerate(words[:-1])
            if w.lower().rstrip(".") in TITLES
            or w.endswith(("’s", "'s"))
            or (w.lower() in {"spokesman", "spokeswoman", "nominee", "leader", "candidate"})
        ),
        default=-1,
    )
    words = words[cut + 1 :]
    if len(words) > 3 and not _organization(" ".join(words), core):
        words = words[-2:] if not words[-2].endswith(".") else words[-3:]
    return " ".join(words)


def _titled(core: str) -> bool:
    words = re.findall(r"[\w-]+", core.lower())
    return any(w in TITLES or w in {"spokesman", "spokeswoman", "spokesperson", "nominee"} for w in words[:-1])


def _organization(name: str, core: str) -> bool:
    words = [w.lower().strip(".") for w in name.replace("’s", "").split()]
    if not words:
        return False
    if words[-1] in ORGANIZATION_WORDS or (
        len(words) == 1 and (words[0] in PLACES_THAT_SPEAK or (name.isupper() and 2 <= len(name) <= 6))
    ):
        return True
    last = core.split()[-1].lower().strip(".")
    return (
        last in ORGANIZATION_WORDS
        or any(w in {"of", "for"} for w in words)
        or " & " in name
        or (len(words) > 1 and words[0] in {"university", "department", "ministry", "office", "bank"})
    )


def _apposed_name(rest: str) -> str:
    match = re.match(rf"({NAME_WORD}(?: {NAME_WORD}){{1,2}})(?:,|$)", rest)
    return match.group(1) if match else ""
