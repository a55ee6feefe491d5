"""Who "he", "the newspaper" and "the source" are: each source phrase resolved against what the page said before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provenance.extraction.cast import Cast, nationality
from provenance.extraction.who import Who, look
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from provenance.extraction.segment import Page
    from provenance.extraction.statements import Said
    from provenance.model import Article

HE = frozenset("he she him her his".split())
OUTLET_NOUNS = {
    "newspaper": "outlet", "paper": "outlet", "daily": "outlet", "outlet": "outlet", "site": "outlet", "website": "outlet", "magazine": "outlet",
    "network": "outlet", "broadcaster": "outlet", "channel": "outlet", "publication": "outlet", "tabloid": "outlet", "weekly": "outlet",
    "agency": "wire", "wire": "wire", "portal": "outlet", "program": "outlet", "programme": "outlet", "journal": "outlet", "portal’s": "outlet", "station": "outlet",
}  # fmt: skip
REACH = 5
TITLE_OF = {
    "senator": r"Sen\.?|senator",
    "governor": r"Gov\.?|governor",
    "congressman": r"Rep\.?|congressman",
    "congresswoman": r"Rep\.?|congresswoman",
    "president": r"President",
    "judge": "Judge|Justice",
    "professor": r"Prof\.?|professor",
    "doctor": r"Dr\.?|doctor",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Someone who has spoken: who, in which paragraph, and where the phrase stood."""

    who: Who
    paragraph: int
    span: Span


@dataclass(slots=True)
class Memory:
    """Those who have spoken so far, oldest first, and which pronoun each has been called by."""

    spoken: list[Known] = field(default_factory=list)
    gender: dict[str, str] = field(default_factory=dict)


def resolve(page: Page, article: Article, people: Cast, said: Said, memory: Memory) -> Who:
    """The source of `said` by its full name, remembered for the next."""
    span = said.source[0] if said.source else None
    if span is None:
        return Who("unspecified", Kind.UNSPECIFIED, anonymous=True)
    phrase = page.text[span.start : span.end]
    who = _resolved(page, article, people, said, memory, phrase, span)
    memory.spoken.append(Known(who, said.paragraph, span))
    return who


def _resolved(page: Page, article: Article, people: Cast, said: Said, memory: Memory, phrase: str, span: Span) -> Who:
    low = phrase.lower().strip(" ,")
    if low in HE:
        return _person_before(page, people, said, memory, "f" if low in {"she", "her"} else "m", span)
    if low in {"they", "it", "who", "that", "which"}:
        return _thing_before(page, said, memory, low, span)
    if low in {"i", "we"}:
        return (
            Who(article.byline, Kind.PERSON)
            if article.byline and low == "i"
            else Who(low, Kind.UNSPECIFIED, anonymous=True)
        )
    mention = people.outlet_at(span)
    if mention and page.text[mention.span.start : mention.span.end] in {phrase, re.sub(r"^(?:The|the) ", "", phrase)}:
        return Who(mention.name, mention.kind, head="outlet")
    who = look(phrase)
    if who.kind is Kind.PERSON and who.head and _name_like(who.name):
        return replace(who, name=_full(people, memory, who.name))
    definite = re.match(r"(?:the|this|that|both|a second|another|one|other) ", phrase, re.IGNORECASE)
    if who.head in OUTLET_NOUNS and re.match(r"(?:the|this) ", phrase, re.IGNORECASE) and len(phrase.split()) <= 3:
        found = _outlet_before(people, memory, who.head, span)
        return found or who
    if definite and definite.group().lower() in {"the ", "this ", "that ", "both "}:
        antecedent = _described_before(memory, who, said, phrase)
        if antecedent:
            return antecedent
    if (
        who.kind is Kind.ORGANIZATION
        and re.match(r"the ", phrase, re.IGNORECASE)
        and not re.search(r"[A-Z]", phrase[4:])
    ):
        whose = nationality(page.text, span.start)
        return replace(who, name=f"{whose} {phrase[4:]}" if whose else phrase[4:])
    return (
        replace(
            who,
            name=re.sub(
                r"^(?:The|A|An|But|And) (?=[a-zA-Z])",
                lambda m: "" if m.group().strip() in {"The", "But", "And"} else "a ",
                who.name,
            ),
        )
        if who.kind is not Kind.OUTLET
        else who
    )


def _full(people: Cast, memory: Memory, name: str) -> str:
    heard = [k.who.name for k in reversed(memory.spoken)]
    return "; ".join(people.full_name(part, heard) for part in name.split("; "))


def _name_like(name: str) -> bool:
    return (
        all(w[:1].isupper() or w in {"de", "van", "von", "bin", "al", "da", "la", "der", "den"} for w in name.split())
        if name
        else False
    )


def _person_before(page: Page, people: Cast, said: Said, memory: Memory, gender: str, span: Span) -> Who:
    """The last person named or heard before `span`: in its own sentence first, then the last speaker within reach."""
    sentence = page.sentences[said.sentence]
    inside = [name for found in people.full.values() for at, name in found if sentence.start <= at < span.start]
    candidates = [
        k.who for k in reversed(memory.spoken) if k.who.kind is Kind.PERSON and said.paragraph - k.paragraph <= REACH
    ]
    hidden = [
        k.who for k in reversed(memory.spoken) if k.who.kind is Kind.ANONYMOUS and said.paragraph - k.paragraph <= 1
    ]
    fitting = [w for w in candidates if memory.gender.get(w.name, gender) == gender]
    if hidden and (not candidates or memory.spoken[-1].who.kind is Kind.ANONYMOUS):
        return hidden[0]
    before = _subject_before(page, people, said, memory, gender, span)
    chosen = before or (fitting[0] if fitting else None)
    if chosen is None and inside:
        chosen = Who(inside[-1], Kind.PERSON)
    if chosen is None:
        near = max(
            ((at, name) for found in people.full.values() for at, name in found if at < span.start), default=None
        )
        if near is None:
            return Who(page.text[span.start : span.end], Kind.PERSON)
        chosen = Who(near[1], Kind.PERSON)
    memory.gender.setdefault(chosen.name, gender)
    return chosen


def _subject_before(page: Page, people: Cast, said: Said, memory: Memory, gender: str, span: Span) -> Who | None:
    """A person who opens this sentence or the one before it, in the same paragraph."""
    for number in (said.sentence, said.sentence - 1):
        if number < 0 or page.sentences[number].paragraph < said.paragraph - (number == said.sentence - 1 and 0):
            continue
        tokens = [t for t in page.sentences[number].tokens[:12] if t.start < span.start]
        for i, token in enumerate(tokens):
            if token.quote or not token.capital or token.text not in people.full:
                continue
            if i + 1 < len(page.sentences[number].tokens) and page.sentences[number].tokens[i].text.endswith(
                ("’s", "'s")
            ):
                continue
            name = _full(people, memory, token.text)
            name = people.full[token.text][0][1] if name == token.text else name
            if memory.gender.get(name, gender) == gender:
                return Who(name, Kind.PERSON)
            break
    return None


def _thing_before(page: Page, said: Said, memory: Memory, pronoun: str, span: Span) -> Who:
    wanted = {
        "they": {Kind.GROUP, Kind.ORGANIZATION, Kind.ANONYMOUS, Kind.OUTLET, Kind.DOCUMENT},
        "it": {Kind.ORGANIZATION, Kind.OUTLET, Kind.WIRE, Kind.DOCUMENT},
    }.get(pronoun)
    if wanted is None:
        before = page.text[page.sentences[said.sentence].start : span.start].rstrip(" ,")
        noun = re.search(r"((?:[A-Z][\w’'.-]*|an?|the|of|official|source)(?: [\w’'.-]+){0,4})$", before)
        return look(noun.group(1)) if noun else Who(pronoun, Kind.UNSPECIFIED, anonymous=True)
    for known in reversed(memory.spoken):
        if said.paragraph - known.paragraph > REACH:
            break
        if known.who.kind in wanted or (pronoun == "they" and " and " in known.who.name):
            return known.who
    return Who(pronoun, Kind.GROUP if pronoun == "they" else Kind.UNSPECIFIED, anonymous=pronoun == "it")


def _outlet_before(people: Cast, memory: Memory, noun: str, span: Span) -> Who | None:
    """The outlet that "the newspaper" or "the agency" stands for: the last of that kind named before."""
    wanted = OUTLET_NOUNS[noun]
    spoken = [k.who for k in reversed(memory.spoken) if k.who.kind in {Kind.OUTLET, Kind.WIRE}]
    named = [m for m in people.outlets if m.span.start < span.start]
    fitting = [m for m in named if wanted == "outlet" or m.kind is Kind.WIRE]
    if wanted == "wire" and not fitting and not any(w.kind is Kind.WIRE for w in spoken):
        return None
    if fitting:
        last = fitting[-1]
        return Who(last.name, last.kind, head="outlet")
    return spoken[0] if spoken else None


def _described_before(memory: Memory, who: Who, said: Said, phrase: str) -> Who | None:
    """ "the source", "the officials", "the professor": the last one heard whom those words describe."""
    head = who.head.removesuffix("s")
    titles = TITLE_OF.get(head, head)
    for known in reversed(memory.spoken):
        if said.paragraph - known.paragraph > 2 * REACH:
            break
        other = known.who
        if (
            other.kind is Kind.PERSON
            and who.kind is Kind.PERSON
            and re.search(rf"\b(?:{titles})\b", other.role, re.IGNORECASE)
        ):
            return other
        if other.kind is Kind.PERSON and other.role and re.search(rf"\b{re.escape(head)}\b", other.role.lower()):
            return other
        if other.kind is who.kind and other.head.removesuffix("s") == head and len(other.name) > len(phrase) - 4:
            return other
        if who.kind is Kind.DOCUMENT and other.kind is Kind.DOCUMENT and other.head == who.head:
            return other
    persons = [
        k.who
        for k in reversed(memory.spoken)
        if k.who.kind is Kind.PERSON and _name_like(k.who.name) and said.paragraph - k.paragraph <= 2
    ]
    return persons[0] if who.kind is Kind.PERSON and persons and len(phrase.split()) <= 4 else None
