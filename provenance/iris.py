"""The only minting of IRIs.

IRIs are deterministic from content: reading the same text again mints the same names. A snapshot is named by
the SHA-256 of its text (RFC 6920), a passage by its characters on the snapshot's IRI (RFC 5147). Two articles
may carry the same text, so the snapshot's IRI names its article in the query part.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from provenance.model import OUTLETS, Kind, LinkKind, Span
from provenance.text import plain_name, plain_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from provenance.model import Article, Attribution, Capture, Derivation, Extractor, Hop, Link, Spans, Statement

HOME = "https://w3id.org/provenance-tracker"
"""Of the project."""
VOCABULARY = f"{HOME}/ns#"
BASE = f"{HOME}/id/"

EVERY_LANDS = frozenset("ministry police government parliament court courts cabinet".split())
"""Bodies that every land has one of, or many."""
CHARGES = frozenset(
    "affairs agriculture and appeal city constitutional criminal culture defence defense district economic economy "
    "education employment energy environment federal finance for foreign health high home housing industry interior "
    "justice labor labour local military national of regional royal secret security social state supreme the tourism "
    "trade transport transportation welfare".split()
)
"""What such a body has in charge, and whose it is without a name."""

_SNAPSHOT = "ni:///sha-256;"
NAMESPACES = {"id": BASE, "ni": _SNAPSHOT}
"""Short names for what IRIs begin with."""
_ATTRIBUTION = f"{BASE}attribution/"
_CLAIM = f"{BASE}claim/"
_LINK = f"{BASE}link/"
_RUN = f"{BASE}run/"
_AGENT, _ANONYMOUS, _DESCRIBED = (f"{BASE}{room}/" for room in ("agent", "anonymous", "described"))
_HOP = "/hop/"
_CITED = "/cited/"


def digest(*parts: object) -> str:
    """Twenty hexadecimal digits (80 bits) of the SHA-256 of `parts`, kept apart by a separator."""
    return sha256("\x1f".join(map(str, parts)).encode("utf8", "surrogatepass")).hexdigest()[:20]


def text_hash(text: str) -> str:
    """The SHA-256 of the text's UTF-8 bytes, base64url without padding (RFC 6920, section 3)."""
    return urlsafe_b64encode(sha256(text.encode("utf8", "surrogatepass")).digest()).rstrip(b"=").decode()


def capture_iri(capture: Capture) -> str:
    """The very bytes (RFC 6920), wherever and whenever they were captured."""
    return f"{_SNAPSHOT}{urlsafe_b64encode(bytes.fromhex(capture.sha256)).rstrip(b'=').decode()}"


def capture_sha256(iri: str) -> str:
    """The SHA-256, in hexadecimal digits, that `capture_iri` wrote. Raises ValueError where it is none."""
    return urlsafe_b64decode(iri.removeprefix(_SNAPSHOT) + "=").hex()


def article_iri(article: Article) -> str:
    """By URL where there is one, so that a later snapshot is the same article; else by the text itself."""
    return article_at(article.url) if article.url else f"{BASE}article/{digest(text_hash(article.text))}"


def article_at(url: str) -> str:
    """The article with that URL."""
    return f"{BASE}article/{digest(plain_url(url))}"


def snapshot_iri(article: Article) -> str:
    return snapshot_of(article_iri(article), f"{_SNAPSHOT}{text_hash(article.text)}")


def snapshot_of(article: str, snapshot: str) -> str:
    """The snapshot of the article of this IRI that has the text of `snapshot`."""
    return f"{snapshot.partition('?')[0]}?article={article.rsplit('/', 1)[1]}"


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
    return f"{_ATTRIBUTION}{digest(snapshot, attribution.content, attribution.cue, attribution.source, hops)}"


def attribution_iri_of(statement: Statement) -> str:
    return attribution_iri(snapshot_iri(statement.reading.article), statement.attribution)


def is_snapshot(iri: str) -> bool:
    """Whether `iri` is of the text of an article, whole."""
    return iri.startswith(_SNAPSHOT) and "#" not in iri


def snapshot_article(snapshot: str) -> str:
    """The IRI of the article that a snapshot is of."""
    return f"{BASE}article/{snapshot.partition('?article=')[2].partition('#')[0]}"


def cited_iri(attribution: str, position: int) -> str:
    """What hop `position` of an attribution's chain is held to have stated."""
    return f"{attribution}{_CITED}{position}"


def cited_parts(iri: str) -> tuple[str, int | None]:
    """The attribution, and the position where `iri` is of what one of its hops is held to have stated."""
    attribution, _, position = iri.partition(_CITED)
    return attribution, int(position) if position.isdecimal() else None


def relay_iri(attribution: str, index: int) -> str:
    """The step to hop `index` of an attribution's chain; the first is the attribution itself."""
    return f"{attribution}{_HOP}{index}" if index else attribution


def relay_parts(iri: str) -> tuple[str, int]:
    """The attribution or derivation that `relay_iri` was given, and the hop."""
    attribution, _, index = iri.partition(_HOP)
    return attribution, int(index or 0)


def derivation_iri(snapshot: str, derivation: Derivation) -> str:
    """By everything that tells two derivations of one article apart, confidence left out."""
    d = derivation
    return f"{BASE}derivation/{digest(snapshot, d.name, d.kind, d.relation, d.url, d.evidence, d.declared_in)}"


def declaration_iri(snapshot: str, position: int) -> str:
    return f"{BASE}declaration/{digest(snapshot, position)}"


def hyperlink_iri(snapshot: str, position: int) -> str:
    return f"{BASE}hyperlink/{digest(snapshot, position)}"


def review_iri(snapshot: str, position: int) -> str:
    """A fact check that the article's metadata states."""
    return f"{BASE}review/{digest(snapshot, position)}"


def reviewed_iri(review: str) -> str:
    """The claim that a fact check is of."""
    return f"{review}/claim"


def rating_iri(review: str) -> str:
    return f"{review}/rating"


def appearance_iri(review: str, position: int) -> str:
    """Where the claim of a fact check was seen."""
    return f"{review}/appearance/{position}"


def source_iri(snapshot: str, hop: Hop, through: Iterable[str]) -> str:
    """Who a hop is, told of `through` the hops before it: an agent known by name, unnamed, or only described.

    "The survey" and "voters" are, like an unnamed source, nobody outside the report that speaks of them.
    """
    if hop.agent:
        return hop.agent
    if hop.anonymous or hop.kind in ("anonymous", "unspecified"):
        return anonymous_iri(snapshot, hop.name, through)
    if not is_known_by_name(hop.name, hop.kind):
        return f"{_DESCRIBED}{digest(snapshot, hop.kind, plain_name(hop.name))}"
    return agent_iri(hop.name, hop.kind)


def is_known_by_name(name: str, kind: Kind) -> bool:
    """Whether someone of this kind is known by this name, rather than only described or unnamed."""
    described = kind in ("anonymous", "unspecified", "document", "group")
    return not described and not (name.isascii() and name.islower()) and not is_of_any_land(name)


def is_of_any_land(name: str) -> bool:
    """Whether a name is of a body that every land has, without a word for whose: "Foreign Ministry", "the Police"."""
    words = frozenset(plain_name(name).split())
    return not words.isdisjoint(EVERY_LANDS) and words <= EVERY_LANDS | CHARGES


def agent_iri(name: str, kind: Kind) -> str:
    """A named agent, the same in every article; a name of marks alone is compared as it stands."""
    return f"{_AGENT}{digest(plain_name(name) or name.strip(), _agent_class(kind))}"


def anonymous_iri(snapshot: str, name: str, through: Iterable[str]) -> str:
    """An unnamed source of the report that quotes it: never the same in two articles, nor through two outlets."""
    return f"{_ANONYMOUS}{digest(snapshot, plain_name(name), *map(plain_name, through))}"


def run_iri(snapshot: str, extractor: Extractor) -> str:
    """The named graph of one reading."""
    return f"{_RUN}{digest(snapshot, extractor.name, extractor.version, extractor.model)}"


def activity_iri(run: str) -> str:
    """The reading itself, which made the graph `run`; PROV keeps an activity apart from the entity it makes."""
    return f"{run}/activity"


def extractor_iri(extractor: Extractor) -> str:
    return f"{BASE}extractor/{digest(extractor.name, extractor.version, extractor.model)}"


def claim_iri(first: str) -> str:
    """By the attribution that is its first statement: the earliest, of equally early ones the first by IRI."""
    return f"{_CLAIM}{digest(first)}"


def link_iri(link: Link) -> str:
    """By its kind and its ends; which end stands first matters only for what was taken from what."""
    ends = (link.left, link.right)
    directed = link.kind in (LinkKind.COPY, LinkKind.REPORT)
    return f"{_LINK}{digest(link.kind, *(ends if directed else sorted(ends)))}"


def agent_link_iri(pair: tuple[str, str]) -> str:
    """The link that says that two agents are the same."""
    return f"{_LINK}{digest(LinkKind.SAME_AGENT, *sorted(pair))}"


def decision_iri(*told: object) -> str:
    """By all that `told` says of it: what was decided, by whom and when (`provenance.decisions.iri_of`)."""
    return f"{BASE}decision/{digest(*told)}"


def undoing_iri(decision: str) -> str:
    """The activity that undid a decision."""
    return f"{decision}/undoing"


def part_iri(decision: str, part: str, position: int) -> str:
    """One "target" or "correction" of a decision, counted from 0."""
    return f"{decision}/{part}/{position}"


def nanopub_iri(decision: str) -> str:
    """What is published of the statement that a decision confirms; not trusty, so that it is only a name."""
    return f"{BASE}nanopub/{digest(decision)}"


def reviewer_iri(name: str) -> str:
    """Whoever decides, by name as it is written."""
    return f"{BASE}reviewer/{digest(name)}"


def layer_iri(name: str) -> str:
    """A named graph that stands beside those of readings."""
    return f"{BASE}graph/{name}"


def is_minted(text: str) -> bool:
    """Whether `text` begins as the IRIs do that are minted here."""
    return text.startswith((BASE, _SNAPSHOT))


def path_of(iri: str) -> str:
    """What tells an IRI under the base from others: "claim/0a…"; empty of any other."""
    return iri.removeprefix(BASE) if iri.startswith(BASE) else ""


def at_path(path: str) -> str:
    """The IRI that `path_of` came from."""
    return f"{BASE}{path}"


def is_statement(iri: str) -> bool:
    """Whether `iri` is of an attribution or of a passage, or what is named after one."""
    return iri.startswith((_ATTRIBUTION, _SNAPSHOT))


def is_attribution(iri: str) -> bool:
    return iri.startswith(_ATTRIBUTION)


def is_claim(iri: str) -> bool:
    return iri.startswith(_CLAIM)


def is_run(iri: str) -> bool:
    """Whether `iri` is of the graph of a reading."""
    return iri.startswith(_RUN) and "/" not in iri[len(_RUN) :]


def is_link(iri: str) -> bool:
    return iri.startswith(_LINK)


def is_source(iri: str) -> bool:
    """Whether `iri` is of someone who said something: named, unnamed or only described."""
    return iri.startswith((_AGENT, _ANONYMOUS, _DESCRIBED))


def is_named_agent(iri: str) -> bool:
    """Whether `iri` is of someone known by name, the same in every article."""
    return iri.startswith(_AGENT)


def _agent_class(kind: Kind) -> str:
    return Kind.OUTLET if kind in OUTLETS else kind
