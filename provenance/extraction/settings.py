"""Where a statement was made, when that place is itself a hop: an interview, a programme, a platform, a letter.

A setting is read off the words around the content, never off the content.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.who import PLATFORMS
from provenance.model import Kind, Relation, Span

if TYPE_CHECKING:
    from provenance.extraction.cast import Cast
    from provenance.extraction.segment import Page
    from provenance.extraction.statements import Said

DOCUMENTS = (
    "letter|memo|memorandum|e-?mail|report|book|memoir|autobiography|essay|op-ed|column|editorial|policy paper|paper|filing|lawsuit|complaint|brief|"
    "motion|affidavit|ruling|opinion|blog post|article|dossier|indictment|press release|legal papers|testimony before|study|cable"
)
PLATFORM = "|".join(re.escape(name) for name in sorted(PLATFORMS, key=len, reverse=True) if name not in {"x", "medium"})
ON_PLATFORM = re.compile(
    rf"\b(?:(?:on|via|to|in an?|with an?|through|over) (?:(?:his|her|its|their|the|official|verified|social|media|network|site|app|messaging|channel) )*(?P<site>{PLATFORM}|X(?=[,.; ]))\b|(?P<verb>(?:re)?tweet(?:ed|s|ing)?)\b)",
    re.IGNORECASE,
)
INTERVIEW = re.compile(r"\binterview(?:s|ed)?\b", re.IGNORECASE)
IN_DOCUMENT = re.compile(
    rf"\b[Ii]n (?P<name>(?:an?|the|his|her|its|their|one|another) (?:[\w’',-]+ ){{0,5}}?(?:{DOCUMENTS})\b(?: (?:to|of|from|about|on|titled) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)",
)
ON_AIR = re.compile(
    r"\b(?:on|during|for|to|with|by|in)(?: an?| the| his| her|’s)?(?: [\w’'-]+){0,3}? $|(?:^|[^.])\bon (?:the |last |[A-Z][a-z]+day[’']s? )?(?:broadcast|episode|edition|appearance|airing)? ?(?:of )?[“\"]?$",
    re.IGNORECASE,
)
WRITES_FOR = re.compile(
    r"\b(?:writ(?:es|ing|ten)|wrote|essay|op-ed|column|piece|article|editorial|commentary)\b", re.IGNORECASE
)
RESET = re.compile(
    r"\b(?:at a (?:rally|news conference|press conference|briefing|hearing|campaign|fundraiser|town hall)|told (?:reporters|supporters|a crowd|the crowd|an audience|lawmakers|voters)|"
    r"in a statement|in a speech|during (?:the|a|his|her) (?:debate|rally|speech|hearing|briefing|news conference|press conference))\b",
    re.IGNORECASE,
)
NEAR = 60


@dataclass(frozen=True, slots=True)
class Setting:
    """A hop in front of the speaker: what it is, how the speaker's words got there, and the words that say so."""

    name: str
    kind: Kind
    relation: Relation
    speaks: Relation
    mention: Span
    evidence: Span


def around(page: Page, said: Said) -> str:
    """The cue's sentence with the content blanked, at the text's own offsets from the sentence's start."""
    sentence = page.sentences[said.sentence]
    chars = list(page.text[sentence.start : sentence.end])
    for start, end in said.content:
        for i in range(max(start, sentence.start), min(end, sentence.end)):
            chars[i - sentence.start] = " " if chars[i - sentence.start] != "\n" else "\n"
    return "".join(chars)


def resets(words: str) -> bool:
    """Whether the words put the speaker somewhere that is no hop, such as a rally."""
    return bool(RESET.search(words))


def setting(page: Page, people: Cast, said: Said) -> Setting | None:
    """The setting that the cue's own sentence gives, or None."""
    sentence = page.sentences[said.sentence]
    words = around(page, said)
    evidence = Span(sentence.start, sentence.end)
    told = _told(page, people, said, evidence)
    if told:
        return told
    return (
        _outlet(page, people, said, words, evidence)
        or _platform(words, sentence.start, evidence, said)
        or _document(words, sentence.start, evidence, said)
    )


def _told(page: Page, people: Cast, said: Said, evidence: Span) -> Setting | None:
    """ "told Fox News", "told Bill O'Reilly of Fox News": the outlet that asked."""
    if said.addressee is None:
        return None
    mention = people.outlet_at(said.addressee)
    if mention:
        return Setting(mention.name, mention.kind, Relation.REPORTED, Relation.TOLD, mention.span, evidence)
    words = page.text[said.addressee.start : said.addressee.end]
    if said.verb.lemma == "tell" and re.fullmatch(r"[A-Z][a-z]+[A-Z]\w+", words):
        return Setting(words, Kind.OUTLET, Relation.REPORTED, Relation.TOLD, said.addressee, evidence)
    return None


def _outlet(page: Page, people: Cast, said: Said, words: str, evidence: Span) -> Setting | None:
    source = said.source[0] if said.source else Span(0, 0)
    for mention in people.outlets:
        at = mention.span.start - evidence.start
        if (
            at < 0
            or at >= len(words)
            or not words[at : at + 2].strip()
            or source.start <= mention.span.start < source.end
        ):
            continue
        before, after = words[max(0, at - NEAR) : at], words[mention.span.end - evidence.start :][:NEAR]
        named, span = _programme(page, people, mention.span, mention.name)
        interviewed = re.search(r"\binterview\b[^.;]*$", before, re.IGNORECASE) or re.match(
            r"(?:[’']s)?(?: [\w“”-]+){0,2} interview\b", after, re.IGNORECASE
        )
        if interviewed:
            return Setting(named, mention.kind, Relation.REPORTED, Relation.INTERVIEWED, span, evidence)
        if (
            WRITES_FOR.search(before[-40:])
            or WRITES_FOR.match(after.strip()[:12])
            or (re.search(r"\b(?:in|for) (?:the |an? )?$", before) and said.verb.lemma in {"write", "pen"})
        ):
            return Setting(named, mention.kind, Relation.PUBLISHED, Relation.WROTE, span, evidence)
        if re.search(
            r"\b(?:speaking|spoke|speaks|talking|talked|comments?|remarks?|statement) (?:[\w ]{0,20})?(?:to|with) (?:the )?$",
            before,
            re.IGNORECASE,
        ):
            return Setting(named, mention.kind, Relation.REPORTED, Relation.TOLD, span, evidence)
        if re.search(
            r"\b(?:on|during an?|during|appear(?:ed|ing|ance)s? (?:on|with)|(?:broadcast|episode|edition) of|by) (?:the |[\w-]+day[’']s? )?[“\"]?(?:The )?$",
            before,
            re.IGNORECASE,
        ) and not re.search(r"report(?:ed)? (?:\w+ )?by (?:the )?$", before):
            if re.search(r"\bby (?:the )?$", before) and not re.search(r"asked|pressed|quoted|interviewed", before):
                continue
            return Setting(named, mention.kind, Relation.REPORTED, Relation.SAID, span, evidence)
        if re.search(r"\b(?:meeting|session) with [^.;]*$", before):
            return Setting(named, mention.kind, Relation.REPORTED, Relation.TOLD, span, evidence)
    return None


def _programme(page: Page, people: Cast, span: Span, name: str) -> tuple[str, Span]:
    """ "CNN's “State of the Union”" is the programme, with its network in brackets."""
    after = re.match(r"[’']s[  ][“\"‘]([A-Z][^”\"’]{2,40}?),?[”\"’]", page.text[span.end : span.end + 60])
    if after:
        inner = Span(span.end + after.start(1), span.end + after.end(1))
        known = people.outlet_at(inner)
        return (
            f"{known.name if known else after.group(1)} ({name})" if (known.name if known else "") != name else name
        ), inner
    return name, span


def _platform(words: str, base: int, evidence: Span, said: Said) -> Setting | None:
    for match in ON_PLATFORM.finditer(words):
        site = match.group("site")
        name = PLATFORMS.get(site.lower(), "X") if site else "Twitter"
        group = "site" if site else "verb"
        return Setting(
            name,
            Kind.PLATFORM,
            Relation.POSTED,
            Relation.WROTE,
            Span(base + match.start(group), base + match.end(group)),
            evidence,
        )
    return None


def _document(words: str, base: int, evidence: Span, said: Said) -> Setting | None:
    match = IN_DOCUMENT.search(words)
    if match is None or (said.source and said.source[0].start <= base + match.start() < said.source[0].end):
        return None
    if re.search(r"\b(?:interview|tweet|statement)\b", match.group()):
        return None
    span = Span(base + match.start("name"), base + match.end("name"))
    return Setting(match.group("name"), Kind.DOCUMENT, Relation.PUBLISHED, Relation.WROTE, span, evidence)
