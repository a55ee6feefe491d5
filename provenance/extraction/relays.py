"""Who told whom: the chain of each statement, from the hop nearest the article to the origin."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from provenance.extraction import phrases
from provenance.extraction.settings import Setting, around, resets, setting
from provenance.extraction.who import Who, look
from provenance.identity import plain_name
from provenance.model import Hop, Kind, Relation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from provenance.extraction.cast import Cast, OutletMention
    from provenance.extraction.segment import Page
    from provenance.extraction.statements import Said
    from provenance.model import Article

CITING = re.compile(
    r"\b(?:citing|quoting|(?:which|who|that|and) (?:in turn )?(?:cites|cited|quotes|quoted)|with reference to|in reference to)\b",
    re.IGNORECASE,
)
OUTLET_REPORTS = re.compile(
    r"\b(?:reports?|reported|writes|wrote|says|said|published|revealed|quoted|cited|article|story|report)\b",
    re.IGNORECASE,
)
BY_AUTHOR = re.compile(r"\b(?:by|from|of|for|at) (?:the |a |an )?$")
REPORT_NOUNS = frozenset("report article story piece investigation account post".split())
POLL_NOUNS = frozenset("poll polls survey surveys".split())
ATTITUDES = frozenset({"mind", "object", "speak"})
SHARE = re.compile(r"\b(?:percent|per cent|majority|in \d+|of \d+|half|quarter|third) ?|\d%", re.IGNORECASE)
CARRY = 6
RELAY_KINDS = frozenset({Kind.OUTLET, Kind.WIRE})
COMMENTATOR = re.compile(r"\b(?:host|co-host|anchor|columnist|commentator|contributor|correspondent)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A statement with its source known."""

    said: Said
    who: Who


@dataclass(slots=True)
class Scope:
    """What a reader carries from paragraph to paragraph: each speaker's setting, and the outlet last reported from."""

    speaker: dict[str, tuple[Setting, int]]
    outlet: tuple[OutletMention, int, Span] | None = None
    papers: dict[str, tuple[Hop, ...]] = field(default_factory=dict)
    poll: tuple[tuple[Hop, ...], int] | None = None


def chains(page: Page, article: Article, people: Cast, found: Sequence[Resolved]) -> list[tuple[Hop, ...]]:
    """The chain of each statement in `found`, in order."""
    settings = [_own_setting(article, setting(page, people, r.said)) for r in found]
    scope = Scope({})
    made: list[tuple[Hop, ...]] = []
    for number, resolved in enumerate(found):
        place = settings[number] or _carried(page, scope, resolved) or _announced(page, found, settings, number)
        if settings[number]:
            scope.speaker[resolved.who.name] = (settings[number], resolved.said.paragraph)  # type: ignore[assignment]
        made.append(_chain(page, article, people, scope, resolved, place, carried=settings[number] is None))
        _remember_outlet(page, people, scope, resolved)
    return made


def _own_setting(article: Article, place: Setting | None) -> Setting | None:
    """The publisher's own interview is no hop."""
    if place and article.publisher and plain_name(place.name) == plain_name(article.publisher.name):
        return None
    return place


def _carried(page: Page, scope: Scope, resolved: Resolved) -> Setting | None:
    known = scope.speaker.get(resolved.who.name)
    if known is None or resolved.who.kind not in {Kind.PERSON, Kind.ORGANIZATION, Kind.ANONYMOUS}:
        return None
    place, paragraph = known
    if resolved.said.paragraph - paragraph > CARRY or resets(around(page, resolved.said)):
        scope.speaker.pop(resolved.who.name)
        return None
    written = resolved.said.verb.frames & {"write"} or resolved.said.verb.lemma in {"add", "continue"}
    if place.kind is Kind.PLATFORM and not (written and resolved.said.paragraph - paragraph <= 1):
        return None
    scope.speaker[resolved.who.name] = (place, resolved.said.paragraph)
    return place


def _announced(
    page: Page, found: Sequence[Resolved], settings: Sequence[Setting | None], number: int
) -> Setting | None:
    """A lead that names the speaker only; the paragraphs just after it say where the words were spoken."""
    resolved = found[number]
    if resolved.said.paragraph > 2 or resolved.who.kind is not Kind.PERSON or resets(around(page, resolved.said)):
        return None
    for later, place in zip(found[number + 1 : number + 5], settings[number + 1 : number + 5], strict=True):
        if later.who.name == resolved.who.name and place and later.said.paragraph - resolved.said.paragraph <= 2:
            return place if place.kind in RELAY_KINDS else None
    return None


def _chain(
    page: Page,
    article: Article,
    people: Cast,
    scope: Scope,
    resolved: Resolved,
    place: Setting | None,
    *,
    carried: bool,
) -> tuple[Hop, ...]:
    said, who = resolved.said, resolved.who
    sentence = page.sentences[said.sentence]
    evidence = (Span(sentence.start, sentence.end),)
    mention = said.source
    if who.kind is Kind.DOCUMENT:
        hops = _known_paper(scope, who, page.text[mention[0].start : mention[0].end], mention, evidence) or _document(
            page, people, who, mention, evidence
        )
        _remember_paper(scope, who, hops, said.paragraph)
    elif who.kind in RELAY_KINDS:
        hops = (Hop(who.name, who.kind, _reports(said), mention=mention, evidence=evidence, confidence=0.9),)
    else:
        hops = _polled(scope, said, who, mention, evidence) or _speaker(
            people, who, said, mention, evidence, place, carried=carried
        )
    if hops[-1].kind in {*RELAY_KINDS, Kind.DOCUMENT}:
        hops += _cited(page, people, said, hops)
    if len(hops) == 1 and hops[0].kind in {Kind.ANONYMOUS, Kind.GROUP} and hops[0].anonymous:
        hops = _through_outlet(scope, said, hops)
    if len(hops) == 1 and hops[0].kind in {Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.ANONYMOUS}:
        hops = _reported_by(page, people, article, said, evidence) + hops
    return hops


def _known_paper(
    scope: Scope, who: Who, phrase: str, mention: tuple[Span, ...], evidence: tuple[Span, ...]
) -> tuple[Hop, ...]:
    """ "the poll": the poll named before, with its maker."""
    known = scope.papers.get(who.head)
    if known is None or not re.fullmatch(
        r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Ii]t|[Tt]he same) ?(?:new |latest |same )?\w*", phrase
    ):
        return ()
    return (replace(known[0], mention=mention, evidence=evidence, confidence=0.7), *known[1:])


def _remember_paper(scope: Scope, who: Who, hops: tuple[Hop, ...], paragraph: int) -> None:
    scope.papers[who.head] = hops
    if who.head in POLL_NOUNS:
        scope.poll = (hops, paragraph)


def _polled(
    scope: Scope, said: Said, who: Who, mention: tuple[Span, ...], evidence: tuple[Span, ...]
) -> tuple[Hop, ...]:
    """ "52 percent of voters said": respondents speak through the poll that asked them."""
    if scope.poll is None or said.paragraph - scope.poll[1] > CARRY or not SHARE.search(who.name):
        return ()
    group = (
        re.sub(r"^.*?\b(?:percent|per cent|%|majority|half|quarter|third|\d+)(?: of)?\b ?", "", who.name).strip(" ,")
        or "poll respondents"
    )
    scope.poll = (scope.poll[0], said.paragraph)
    carried = tuple(replace(hop, confidence=0.6) for hop in scope.poll[0])
    return (*carried, Hop(group, Kind.GROUP, Relation.SAID, mention=mention, evidence=evidence, confidence=0.6))


def _reports(said: Said) -> Relation:
    return Relation.WROTE if said.verb.lemma in {"write", "post", "tweet"} else Relation.REPORTED


def _speaker(
    people: Cast,
    who: Who,
    said: Said,
    mention: tuple[Span, ...],
    evidence: tuple[Span, ...],
    place: Setting | None,
    *,
    carried: bool,
) -> tuple[Hop, ...]:
    confidence = 0.6 if carried and place else 0.85
    relation = (
        place.speaks if place else said.verb.relation if said.verb.relation is not Relation.TOLD else Relation.SAID
    )
    speaker = Hop(
        who.name,
        who.kind,
        relation,
        anonymous=who.anonymous,
        mention=mention,
        evidence=evidence,
        role=who.role,
        reason=who.reason,
        confidence=confidence,
    )
    if place is None:
        asked = (
            next((m for m in people.outlets if mention and mention[0].start < m.span.start < mention[0].end), None)
            if who.anonymous
            else None
        )
        if asked:
            named = replace(
                speaker,
                name=re.sub(
                    r",? (?:who |that )?(?:have |has |had )?(?:cited|quoted|contacted|interviewed|spoke|spoken|speaking|talked|told)\b.*",
                    "",
                    who.name,
                ),
            )
            return Hop(
                asked.name, asked.kind, Relation.REPORTED, mention=(asked.span,), evidence=evidence, confidence=0.8
            ), replace(named, relation=Relation.TOLD)
        host = next((m for m in people.outlets if mention and mention[0].start <= m.span.start < mention[0].end), None)
        if host and who.kind is Kind.PERSON and COMMENTATOR.search(who.role):
            return Hop(
                host.name, host.kind, Relation.REPORTED, mention=(host.span,), evidence=evidence, confidence=0.6
            ), speaker
        return (speaker,)
    front = Hop(
        place.name,
        place.kind,
        place.relation,
        mention=(place.mention,),
        evidence=(place.evidence,),
        confidence=0.5 if carried else 0.85,
    )
    return front, speaker


def _document(
    page: Page, people: Cast, who: Who, mention: tuple[Span, ...], evidence: tuple[Span, ...]
) -> tuple[Hop, ...]:
    """A document and who made it: "a Reuters poll", "a report by W", "Clinton's memoir"."""
    span = mention[0]
    phrase = page.text[span.start : span.end]
    outlet = people.outlet_at(span)
    if outlet is None and who.head in REPORT_NOUNS and re.fullmatch(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts) \w+", phrase):
        outlet = next((m for m in reversed(people.outlets) if m.span.start < span.start), None)
        if outlet:
            return (
                Hop(outlet.name, outlet.kind, Relation.REPORTED, mention=mention, evidence=evidence, confidence=0.7),
            )
    published = re.search(r"\bpublished\b[^,;]*\b(?:in|by)\b", phrase)
    if outlet and published and outlet.span.start >= span.start + published.end():
        front = Hop(
            outlet.name, outlet.kind, Relation.PUBLISHED, mention=(outlet.span,), evidence=evidence, confidence=0.8
        )
        return front, Hop(
            re.sub(r"^(?:The|the) ", "", who.name),
            Kind.DOCUMENT,
            Relation.PUBLISHED,
            mention=mention,
            evidence=evidence,
            confidence=0.75,
        )
    if outlet and who.head in REPORT_NOUNS:
        return (
            Hop(
                outlet.name, outlet.kind, Relation.REPORTED, mention=(outlet.span,), evidence=evidence, confidence=0.85
            ),
        )
    paper = Hop(
        re.sub(r"^(?:The|the|a|an|A|An) ", "", who.name),
        Kind.DOCUMENT,
        Relation.PUBLISHED,
        mention=mention,
        evidence=evidence,
        confidence=0.8,
    )
    author = _author(phrase, who)
    made = Relation.POLLED if who.head in POLL_NOUNS else Relation.WROTE
    if outlet:
        return paper, Hop(outlet.name, outlet.kind, made, mention=(outlet.span,), evidence=evidence, confidence=0.75)
    if author:
        name, at = author
        maker = look(name)
        kind = maker.kind if maker.kind is not Kind.GROUP or maker.head.endswith("s") else Kind.ORGANIZATION
        return paper, Hop(
            maker.name,
            kind,
            made,
            anonymous=maker.anonymous,
            mention=(Span(span.start + at, span.start + at + len(name)),),
            evidence=evidence,
            confidence=0.7,
        )
    return (paper,)


def _author(phrase: str, who: Who) -> tuple[str, int] | None:
    by = re.search(
        r"\b(?:by|from|conducted by|published by|released by) (?P<name>(?:the |a |an )?[A-Z][^,;]*|(?:the|a|an) [^,;]+)",
        phrase,
    )
    if by:
        name = re.split(r" (?:on|in|released|published|that|which|last|this|late|early) ?", by["name"], maxsplit=1)[0]
        return name, by.start("name")
    owner = re.match(
        r"(?:[Tt]he |[Aa]n? )?(?:\d{4} |new |recent |latest |national |\d+-[a-z]+ )*(?P<name>[A-Z][\w.’'/&-]*(?: (?:and |of |for |the )?[A-Z][\w.’'/&-]*)*)",
        phrase,
    )
    head = phrase.lower().find(who.head)
    if owner and owner.end() <= head and len(owner["name"]) > 2:
        return re.sub(r"[’']s?$", "", owner["name"]), owner.start("name")
    return None


def _cited(page: Page, people: Cast, said: Said, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """ "…, citing two officials": whom the outlet had it from, in the cue's sentence, outside the content."""
    words = around(page, said)
    sentence = page.sentences[said.sentence]
    for match in CITING.finditer(words):
        at = sentence.start + match.end()
        first = next((i for i, t in enumerate(sentence.tokens) if t.start >= at and not t.quote), None)
        part = phrases.after(sentence.tokens, first) if first is not None else None
        if part is None:
            continue
        span = Span(sentence.tokens[part.start].start, sentence.tokens[part.end - 1].end)
        outlet = people.outlet_at(span)
        evidence = (Span(sentence.start, sentence.end),)
        phrase = page.text[span.start : span.end].rstrip(",")
        span = Span(span.start, span.start + len(phrase))
        who = look(phrase)
        if (
            outlet
            and who.kind in {Kind.DOCUMENT, Kind.OUTLET, Kind.WIRE}
            and plain_name(outlet.name) != plain_name(hops[-1].name)
        ):
            hop = Hop(
                outlet.name, outlet.kind, Relation.REPORTED, mention=(outlet.span,), evidence=evidence, confidence=0.75
            )
            return (hop, *_further(page, people, sentence.end, hop, at=span.end, evidence=evidence))
        if who.kind is Kind.DOCUMENT:
            return (
                Hop(
                    re.sub(r"^(?:the|a|an) ", "", who.name),
                    who.kind,
                    Relation.OTHER,
                    mention=(span,),
                    evidence=evidence,
                    confidence=0.6,
                ),
            )
        if who.name and plain_name(who.name) != plain_name(hops[-1].name):
            relation = Relation.TOLD if who.kind in {Kind.PERSON, Kind.ANONYMOUS} else Relation.SAID
            return (
                Hop(
                    who.name,
                    who.kind,
                    relation,
                    anonymous=who.anonymous,
                    mention=(span,),
                    evidence=evidence,
                    role=who.role,
                    reason=who.reason,
                    confidence=0.75,
                ),
            )
    return ()


def _further(page: Page, people: Cast, end: int, hop: Hop, *, at: int, evidence: tuple[Span, ...]) -> tuple[Hop, ...]:
    """A second citation behind the first: "citing W, which quoted two officials"."""
    match = CITING.search(page.text, at, end)
    if match is None:
        return ()
    name = re.match(r"[  ](?P<who>[^,.;]{3,80})", page.text[match.end() : end])
    if name is None:
        return ()
    who = look(name["who"])
    span = Span(match.end() + name.start("who"), match.end() + name.end("who"))
    return (
        Hop(
            who.name,
            who.kind,
            Relation.TOLD,
            anonymous=who.anonymous,
            mention=(span,),
            evidence=evidence,
            role=who.role,
            reason=who.reason,
            confidence=0.65,
        ),
    )


def _through_outlet(scope: Scope, said: Said, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Unnamed sources in an account that follows an outlet's are that outlet's sources."""
    if scope.outlet is None or said.paragraph - scope.outlet[1] > CARRY:
        return hops
    mention, _, evidence = scope.outlet
    return (
        Hop(
            mention.name,
            mention.kind,
            Relation.REPORTED,
            mention=(mention.span,),
            evidence=(evidence,),
            confidence=0.55,
        ),
        *hops,
    )


def _reported_by(page: Page, people: Cast, article: Article, said: Said, evidence: tuple[Span, ...]) -> tuple[Hop, ...]:
    """ "S said C, W reported": the outlet that carries another's words in the same sentence."""
    words = around(page, said)
    base = page.sentences[said.sentence].start
    own = plain_name(article.publisher.name) if article.publisher else ""
    for mention in people.outlets:
        at = mention.span.start - base
        if not 0 <= at < len(words) or not words[at].strip() or plain_name(mention.name) == own:
            continue
        before, after = words[max(0, at - 40) : at], words[mention.span.end - base :][:40]
        reported = re.match(
            r"(?:[’']s [\w ]+)?,? (?:also |first |has |have |had )*(?:report(?:s|ed)|quoted|cited|wrote|writes|said|says)\b",
            after,
        )
        through = re.search(
            r"(?:according to|(?:reported|quoted|cited|told) (?:by|to)|as (?:first )?reported by|quoted (?:\w+ ){0,3}(?:by|in|as saying by))(?: the| a report (?:by|in|from)(?: the)?)? $",
            before,
            re.IGNORECASE,
        )
        if (reported or through) and not any(s <= mention.span.start < e for s, e in said.source):
            return (
                Hop(
                    mention.name,
                    mention.kind,
                    Relation.REPORTED,
                    mention=(mention.span,),
                    evidence=evidence,
                    confidence=0.75,
                ),
            )
    return ()


def _remember_outlet(page: Page, people: Cast, scope: Scope, resolved: Resolved) -> None:
    said, who = resolved.said, resolved.who
    sentence = page.sentences[said.sentence]
    evidence = Span(sentence.start, sentence.end)
    mention = people.outlet_at(said.source[0]) if said.source else None
    asked = people.outlet_at(said.addressee) if said.addressee else None
    if who.anonymous and (asked or mention):
        scope.outlet = (asked or mention, said.paragraph, evidence)  # type: ignore[assignment]
    elif who.kind in RELAY_KINDS and said.source:
        from provenance.extraction.cast import OutletMention

        scope.outlet = (mention or OutletMention(said.source[0], who.name, who.kind), said.paragraph, evidence)
    elif mention and who.kind is Kind.DOCUMENT and who.head in REPORT_NOUNS:
        scope.outlet = (mention, said.paragraph, evidence)


def merge_nested(found: Sequence[tuple[Said, tuple[Hop, ...]]]) -> list[tuple[Said, tuple[Hop, ...]]]:
    """A relay's content that is itself an attribution: the inner statement takes the outer's hops before its own."""
    made: list[tuple[Said, tuple[Hop, ...]]] = []
    for said, chain in found:
        outer = _holder(found, said)
        if outer and _relays(outer[1]):
            names = {plain_name(h.name) for h in chain}
            made.append((said, (*(h for h in outer[1] if plain_name(h.name) not in names), *chain)))
        else:
            made.append((said, chain))
    made = [(said, chain) for said, chain in made if not (said.verb.frames <= ATTITUDES and _holder(found, said))]
    return [(said, chain) for said, chain in made if not (_relays(chain) and _only_frames(said, made))]


def _relays(chain: Sequence[Hop]) -> bool:
    return chain[-1].kind in {*RELAY_KINDS, Kind.DOCUMENT, Kind.PLATFORM}


def _holder(found: Sequence[tuple[Said, tuple[Hop, ...]]], said: Said) -> tuple[Said, tuple[Hop, ...]] | None:
    at = said.cue[0]
    return next(
        (
            other
            for other in found
            if other[0] is not said and any(s <= at.start and at.end <= e for s, e in other[0].content)
        ),
        None,
    )


def _only_frames(said: Said, made: Sequence[tuple[Said, tuple[Hop, ...]]]) -> bool:
    """Whether all that `said` holds is one attribution that another statement gives in full."""
    total = sum(e - s for s, e in said.content)
    for other, _ in made:
        if other is said or not any(s <= other.cue[0].start and other.cue[0].end <= e for s, e in said.content):
            continue
        inner = sum(e - s for s, e in (*other.content, *other.cue, *other.source))
        if inner >= 0.85 * total:
            return True
    return False


def confidence(chain: Sequence[Hop], base: float) -> float:
    return round(min([base, *(hop.confidence for hop in chain)]), 2)


def renamed(chain: tuple[Hop, ...], names: dict[str, str]) -> tuple[Hop, ...]:
    return tuple(replace(hop, name=names.get(hop.name, hop.name)) for hop in chain)
