"""Papers in which a statement was made: "in a letter to the mayor", "filed a complaint", "in an e-mail"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from provenance.extraction.rules.lexicon import Form
from provenance.extraction.rules.place import PUBLISHED, Setting
from provenance.model import Kind, Span

if TYPE_CHECKING:
    from provenance.extraction.rules.context import Context
    from provenance.extraction.rules.said import Said

DOCUMENTS = (
    "letter|memo|memorandum|report|book|memoir|autobiography|essay|op-ed|column|editorial|policy paper|paper"
    "|filing|lawsuit|complaint|brief|motion|affidavit|ruling|opinion|blog post|article|dossier|indictment|press release"
    "|legal papers|study|cable"
)
IN_DOCUMENT = re.compile(
    rf"\b[Ii]n (?P<name>(?:an?|the|his|her|its|their|one|another) (?:[\w’',-]+ ){{0,5}}?(?:{DOCUMENTS})\b"
    r"(?: (?:to|of|from|about|on|titled) (?:the )?(?!\w+day\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
)
MADE_DOCUMENT = re.compile(
    rf"\b(?:filed|files|issued|issues|sent|sends|released|publish(?:ed|es)|wrote|writes|penned|submitted|signed|circulated)"
    rf" (?P<name>(?:an?|the|his|her|its|their|legal|court) ?(?:[\w’',-]+ ){{0,5}}?(?:{DOCUMENTS})\b"
    r"(?: (?:to|of|from|about|on|titled) (?:the )?(?!\w+day\b)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)?)"
)
MAIL = re.compile(
    r"\b[Ii]n (?P<name>(?:one|another|a second) (?:[\w’'-]+ ){0,2}?(?:e-?mail|message)\b"
    r"|(?:an?|one|another|his|her|their|the same) (?:[\w’',-]+ ){0,4}?(?:e-?mail|text message)"
    r"(?: (?:to|from|with) (?:the |an? |his |her )?[\w’'.-]+(?: [A-Z][\w’'-]*)*"
    r"| (?=(?:released|published|obtained|leaked)\b)))"
)
NOUN = re.compile(rf"\b(?:{DOCUMENTS}|e-?mail|message)\b")
NO_DOCUMENT = re.compile(r"\b(?:interview|tweet|statement)\b")
CAPITALISED = r"[A-Z][\w’']*(?: (?:of|the|and|in|to|for|a|[A-Z][\w’']*))* [A-Z][\w’']*"
TITLE = re.compile(
    rf"[^.;,“”\"]{{0,50}}\b(?:entitled|titled|called) [“\"]?(?P<named>{CAPITALISED})"
    rf"|,? [“\"](?P<quoted>[A-Z][^”\"]{{3,60}})[”\"]|, (?P<apposed>{CAPITALISED})(?=,)"
)
BOOKS = frozenset("book memoir autobiography novel biography".split())
BESIDE = 2  # characters


def made_document(context: Context, sentence: Span) -> Setting | None:
    """The paper that a sentence says somebody wrote or filed, or None."""
    match = MADE_DOCUMENT.search(context.page.text, sentence.start, sentence.end)
    if match is None or NO_DOCUMENT.search(match.group()):
        return None
    return _paper(context, match["name"], Span(*match.span("name")), sentence)


def _paper(context: Context, name: str, mention: Span, sentence: Span) -> Setting:
    """A paper by its title, where the sentence goes on with one, else by the words `name` for it."""
    title = _title(context, name, Span(mention.end, sentence.end))
    noun = NOUN.search(name)
    return Setting(
        title or name.rstrip("."), Kind.DOCUMENT, *PUBLISHED, mention, sentence, noun.group() if noun else ""
    )


def _title(context: Context, paper: str, after: Span) -> str:
    """The title that a paper's mention goes on with; "" where there is none."""
    match = TITLE.match(context.page.text, *after)
    if match is None:
        return ""
    if match["apposed"]:
        book = paper.rsplit(maxsplit=1)[-1] in BOOKS
        people = [name for _, name in context.people.mentions if name == match["apposed"]]
        return match["apposed"] if book and len(people) <= 1 else ""
    return str(match["named"] or match["quoted"]).strip(" ,:")


def _mail(context: Context, words: str, start: int) -> re.Match[str] | None:
    """The letter by mail that is not the answer to an outlet."""
    match = MAIL.search(words)
    asked = match and context.people.outlets_in(Span(start + match.start(), start + match.end()))
    return None if asked else match


def _by_making(said: Said, start: int, end: int) -> bool:
    """Whether the cue, beside or around the words from `start` to `end` that make a paper, or after them, says it."""
    around = said.cue.start <= start and end <= said.cue.end
    goes_on = said.source.end <= start and end < said.cue.start and said.form is Form.PARTICIPLE
    return around or 0 <= said.cue.start - end <= BESIDE or goes_on


def written(context: Context, said: Said) -> Setting | None:
    """The paper in which, or by which, a statement was made, where the cue's own sentence tells of one."""
    evidence = context.sentence(said)
    words = context.around(said)
    made = MADE_DOCUMENT.search(words)
    beside = made is not None and _by_making(said, evidence.start + made.start(), evidence.start + made.end())
    match = (
        IN_DOCUMENT.search(words)
        or _mail(context, words, evidence.start)
        or (made if beside or not said.verb.frames & {"object", "mind"} else None)
    )
    if match is None or NO_DOCUMENT.search(match.group()):
        return None
    mention = Span(evidence.start + match.start("name"), evidence.start + match.end("name"))
    if said.source.start <= mention.start < said.source.end:
        return None
    return _paper(context, match["name"], mention, evidence)
