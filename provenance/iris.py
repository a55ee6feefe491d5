"""The only minting of IRIs.

IRIs are deterministic from content: reading the same text again mints the same names. A snapshot is named by
the SHA-256 of its text (RFC 6920), a passage by its characters on the snapshot's IRI (RFC 5147). Two articles
may carry the same text, so the snapshot's IRI names its article in the query part.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from provenance.model import OUTLETS, Kind, LinkKind, Span
from provenance.text import plain_name, plain_url, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.decisions import Decision
    from provenance.model import Article, Attribution, Derivation, Extractor, Hop, Link, Spans, Statement

VOCABULARY = "https://w3id.org/provenance-tracker/ns#"
BASE = "https://w3id.org/provenance-tracker/id/"

FEW_WORDS = 3


def digest(*parts: object) -> str:
    """Twenty hexadecimal digits (80 bits) of the SHA-256 of `parts`, kept apart by a separator."""
    return sha256("\x1f".join(map(str, parts)).encode("utf8", "surrogatepass")).hexdigest()[:20]


def text_hash(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, base64url without padding (RFC 6920, section 3)."""
    return urlsafe_b64encode(sha256(text.encode("utf8", "surrogatepass")).digest()).rstrip(b"=").decode()


def article_iri(article: Article) -> str:
    """By URL where there is one, so that a later snapshot is the same article; else by the text itself."""
    known = plain_url(article.url) if article.url else text_hash(article.text)
    return f"{BASE}article/{digest(known)}"


def snapshot_iri(article: Article) -> str:
    return f"ni:///sha-256;{text_hash(article.text)}?article={article_iri(article).rsplit('/', 1)[1]}"


def passage_iri(snapshot: str, spans: Spans) -> str:
    """RFC 5147 `#char=start,end`; the parts of a divided passage are joined with "&"."""
    return f"{snapshot}#{'&'.join(f'char={start},{end}' for start, end in spans)}"


def passage_iri_of(statement: Statement) -> str:
    return passage_iri(snapshot_iri(statement.reading.article), statement.attribution.content)


def passage_spans(iri: str) -> Spans:
    """The spans that `passage_iri` wrote."""
    return tuple(Span(*map(int, part[len("char=") :].split(","))) for part in iri.partition("#")[2].split("&"))


def selector_iri(passage: str, way: str) -> str:
    """One `way` of finding a passage in its snapshot: "quote" or "position"."""
    return f"{passage}/{way}"


def attribution_iri(snapshot: str, attribution: Attribution) -> str:
    """By everything that tells two attributions of one article apart, confidence left out; corrected, as it was."""
    if attribution.revises:
        return attribution.revises
    hops = [(hop.name, hop.kind, hop.relation, *hop.mention) for hop in attribution.chain]
    return f"{BASE}attribution/{digest(snapshot, attribution.content, attribution.cue, attribution.source, hops)}"


def attribution_iri_of(statement: Statement) -> str:
    return attribution_iri(snapshot_iri(statement.reading.article), statement.attribution)


def snapshot_article(snapshot: str) -> str:
    """The IRI of the article that a snapshot is of."""
    return f"{BASE}article/{snapshot.partition('?article=')[2].partition('#')[0]}"


def cited_iri(attribution: str, position: int) -> str:
    """What hop `position` of an attribution's chain is held to have stated."""
    return f"{attribution}/cited/{position}"


def cited_parts(iri: str) -> tuple[str, int | None]:
    """The attribution, and the position where `iri` is of what one of its hops is held to have stated."""
    attribution, _, position = iri.partition("/cited/")
    return attribution, int(position) if position.isdecimal() else None


def relay_iri(attribution: str, index: int) -> str:
    """The step to hop `index` of an attribution's chain; the first is the attribution itself."""
    return f"{attribution}/hop/{index}" if index else attribution


def derivation_iri(snapshot: str, derivation: Derivation) -> str:
    """By everything that tells two derivations of one article apart, confidence left out."""
    d = derivation
    return f"{BASE}derivation/{digest(snapshot, d.name, d.kind, d.relation, d.url, d.evidence, d.declared_in)}"


def declaration_iri(snapshot: str, position: int) -> str:
    return f"{BASE}declaration/{digest(snapshot, position)}"


def source_iri(snapshot: str, hop: Hop, through: Iterable[str]) -> str:
    """Who a hop is, told of `through` the hops before it: an agent known by name, unnamed, or only described.

    "The survey" and "voters" are, like an unnamed source, nobody outside the report that speaks of them.
    """
    if hop.agent:
        return hop.agent
    if hop.anonymous or hop.kind in ("anonymous", "unspecified"):
        return anonymous_iri(snapshot, hop.name, through)
    if not is_known_by_name(hop.name, hop.kind):
        return f"{BASE}described/{digest(snapshot, hop.kind, plain_name(hop.name))}"
    return agent_iri(hop.name, hop.kind)


def is_known_by_name(name: str, kind: Kind) -> bool:
    """Whether someone of this kind is known by this name, rather than only described or unnamed."""
    described = kind in ("anonymous", "unspecified", "document", "group")
    return not described and not (name.isascii() and name.islower())


def agent_iri(name: str, kind: Kind) -> str:
    """A named agent, the same in every article."""
    return f"{BASE}agent/{digest(plain_name(name), _agent_class(kind))}"


def anonymous_iri(snapshot: str, name: str, through: Iterable[str]) -> str:
    """An unnamed source of the report that quotes it: never the same in two articles, nor through two outlets."""
    return f"{BASE}anonymous/{digest(snapshot, plain_name(name), *map(plain_name, through))}"


def run_iri(snapshot: str, extractor: Extractor) -> str:
    """The named graph of one reading."""
    return f"{BASE}run/{digest(snapshot, extractor.name, extractor.version, extractor.model)}"


def activity_iri(run: str) -> str:
    """The reading itself, which made the graph `run`; PROV keeps an activity apart from the entity it makes."""
    return f"{run}/activity"


def extractor_iri(extractor: Extractor) -> str:
    return f"{BASE}extractor/{digest(extractor.name, extractor.version, extractor.model)}"


def claim_iri(text: str) -> str:
    """By its content words in order, so that the same words make the same claim; by all words where few say much."""
    content = words(text)
    return f"{BASE}claim/{digest(*(content if len(content) >= FEW_WORDS else plain_name(text).split() or (text,)))}"


def link_iri(link: Link) -> str:
    """By its kind and its ends; which end stands first matters only for what was taken from what."""
    ends = (link.left, link.right)
    directed = link.kind in (LinkKind.COPY, LinkKind.REPORT)
    return f"{BASE}link/{digest(link.kind, *(ends if directed else sorted(ends)))}"


def agent_link_iri(pair: tuple[str, str]) -> str:
    """The link that says that two agents are the same."""
    return f"{BASE}link/{digest(LinkKind.SAME_AGENT, *sorted(pair))}"


def decision_iri(decision: Decision) -> str:
    """By what was decided, by whom and when; whether it was undone since is left out."""
    one = decision
    targets = [target.iri for target in one.targets]
    corrections = [(each.field, each.value, each.hop) for each in one.corrections]
    when = one.at.isoformat(timespec="microseconds")
    return f"{BASE}decision/{digest(one.action, one.about, one.link, targets, corrections, one.by, when, one.note)}"


def undoing_iri(decision: str) -> str:
    """The activity that undid a decision."""
    return f"{decision}/undoing"


def part_iri(decision: str, part: str, position: int) -> str:
    """One "target" or "correction" of a decision, counted from 0."""
    return f"{decision}/{part}/{position}"


def reviewer_iri(name: str) -> str:
    """Whoever decides, by name as it is written."""
    return f"{BASE}reviewer/{digest(name)}"


def _agent_class(kind: Kind) -> str:
    return Kind.OUTLET if kind in OUTLETS else kind
