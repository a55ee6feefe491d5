"""Copies: what is found of copies made by program and of real ones, and how fast, beside datasketch in the same run.

The texts are the development data beside the checkout; without it only the time is measured.
"""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpus import prose, swapped
from evaluation.articles import rows
from evaluation.run import DATA
from evaluation.splits import SETS
from provenance.extraction import extractor, reading_of
from provenance.linking.blocking import passages
from provenance.linking.matching import copies
from provenance.linking.words import folded_words
from provenance.model import Article, Derivation, Extractor, Judgement, Kind, Publisher, Reading, Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from datasketch import MinHash

ARTICLES = 100_000
MADE = 100
"""Copies made in each way."""
HOSTS = 250
"""Articles that are kept out of those copied from, for paragraphs to be lifted into."""
THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
PERMUTATIONS = 128
SCORED = {"republication", "near_copy", "paraphrase", "shared_wire_text"}
NONE = Extractor("none", "1.0")

Pair = tuple[int, int]
Way = Callable[[str, str, random.Random], str]
"""Makes a copy of a text, with another article at hand."""


class Made(NamedTuple):
    """A text, the number of the article that it was made from, and who publishes it."""

    text: str
    origin: int
    publisher: str


def run() -> Iterator[str]:
    if DATA.is_dir():
        records = _polnear()
        yield from _found(records)
        yield from _real(records)
        yield from _events()
    else:
        yield "found: skipped: the development data (../shared) is not here"
    yield from _time()


def _polnear() -> list[dict[str, str]]:
    return [row for name in ("polnear.train", "polnear.dev") for row in rows(DATA / SETS[name].path)]


def _found(records: Sequence[dict[str, str]]) -> Iterator[str]:
    """Precision and recall of each way of copying; datasketch at the threshold that is best over all of them."""
    chance = random.Random(5)  # noqa: S311
    long = [record for record in records if len(folded_words(record["text"])) >= 150]
    chance.shuffle(long)
    hosts, records = long[:HOSTS], long[HOSTS:]
    made = {name: _made(way, records, hosts, chance) for name, way in WAYS.items()}
    readings, origins = [_published(record) for record in records], [record["text"] for record in records]
    ours = {name: _ours(copied, readings) for name, copied in made.items()}
    known = [_minhash(text) for text in origins]
    signed = {name: [_minhash(copy.text) for copy in copied] for name, copied in made.items()}
    peers = {
        threshold: {name: _datasketch(made[name], signed[name], table) for name in WAYS}
        for threshold in THRESHOLDS
        for table in [_Peer(known, threshold)]
    }
    best = max(THRESHOLDS, key=lambda threshold: _f1(*map(sum, zip(*peers[threshold].values(), strict=True))))
    yield f"copies made by program, {MADE} each way, among {len(origins)} articles; P / R in %"
    yield f"  (datasketch: words by threes, best threshold {best})"
    for name in WAYS:
        same, undecided = ours[name]
        yield (
            f"  {name}: ours {_shown(*same)}, with the undecided {_shown(*undecided)};"
            f" datasketch {_shown(*peers[best][name])}"
        )
    total = [tuple(map(sum, zip(*counts, strict=True))) for counts in zip(*ours.values(), strict=True)]
    theirs = tuple(map(sum, zip(*peers[best].values(), strict=True)))
    yield f"  all: ours {_shown(*total[0])}, with the undecided {_shown(*total[1])}; datasketch {_shown(*theirs)}"


Counts = tuple[int, int, int]
"""Right, found, wanted."""


def _shown(right: int, found: int, wanted: int) -> str:
    return f"{100 * right / max(found, 1):.1f} / {100 * right / wanted:.1f}"


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def _made(
    way: Way, records: Sequence[dict[str, str]], hosts: Sequence[dict[str, str]], chance: random.Random
) -> list[Made]:
    """By an outlet of no name, but a paragraph lifted into an article by that article's own."""
    made = []
    for number in chance.sample([number for number, record in enumerate(records) if _own(record["text"])], MADE):
        origin = records[number]
        host = chance.choice([host for host in hosts if host["publisher"] != origin["publisher"]])
        publisher = host["publisher"] if way in LIFTS else "Copy"
        made.append(Made(way(origin["text"], host["text"], chance), number, publisher))
    return made


def _ours(made: Sequence[Made], origins: Sequence[Reading]) -> tuple[Counts, Counts]:
    """Of the pairs judged the same, and of these with the undecided."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, origin in enumerate(origins):
        for key in passages.keys(origin.article.text):
            holders[key].append(number)
    found: dict[Judgement, set[Pair]] = defaultdict(set)
    for number, copy in enumerate(made):
        article = Article(
            f"copy-{number}", copy.text, publisher=Publisher(copy.publisher), url=f"https://copy.example/{number}"
        )
        keys = [key for key in passages.keys(copy.text) if len(holders[key]) < passages.most_holders(key)]
        for one in {one for key in keys for one in holders[key]}:
            if judged := copies.judged(Reading(article, NONE), replace(origins[one], derivations=())):
                found[judged.judgement].add((number, one))
    wanted = {(number, copy.origin) for number, copy in enumerate(made)}
    same, either = found[Judgement.SAME], found[Judgement.SAME] | found[Judgement.UNDECIDED]
    return (len(same & wanted), len(same), len(wanted)), (len(either & wanted), len(either), len(wanted))


class _Peer:
    """MinHashLSH, with the estimated likeness of what it finds."""

    def __init__(self, known: Sequence[MinHash], threshold: float) -> None:
        from datasketch import MinHashLSH

        self._table = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
        self._known, self._threshold = known, threshold
        for number, signature in enumerate(known):
            self._table.insert(number, signature)

    def like(self, signature: MinHash) -> list[int]:
        near = self._table.query(signature)
        return [one for one in near if signature.jaccard(self._known[one]) >= self._threshold]


def _datasketch(made: Sequence[Made], signed: Sequence[MinHash], peer: _Peer) -> Counts:
    near = [peer.like(signature) for signature in signed]
    right = sum(copy.origin in found for copy, found in zip(made, near, strict=True))
    return right, sum(map(len, near)), len(made)


def _minhash(text: str) -> MinHash:
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS)
    signature.update_batch([" ".join(three).encode() for three in _threes(text)])
    return signature


def _threes(text: str) -> Iterable[tuple[str, ...]]:
    words = folded_words(text)
    return zip(words, words[1:], words[2:], strict=False)


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if part.strip()]


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?”\"])\s+", text)


def _own(text: str) -> list[str]:
    """The paragraphs of 30 to 99 words that quote nobody."""
    return [part for part in _paragraphs(text) if 30 <= len(part.split()) < 100 and not set(part) & set('“"')]


def _shuffled(parts: list[str], chance: random.Random, between: str) -> str:
    return between.join(chance.sample(parts, len(parts)))


def _swap(rate: float) -> Way:
    def way(text: str, host: str, chance: random.Random) -> str:
        return " ".join(swapped(text.split(" "), host.split(), rate, chance))

    return way


def _lift(rate: float) -> Way:
    """A paragraph put into another article: the longest below 100 words that quotes nobody."""

    def way(text: str, host: str, chance: random.Random) -> str:
        paragraph = max(_own(text), key=lambda part: len(part.split()))
        parts = _paragraphs(host)
        at = chance.randrange(len(parts) + 1)
        lifted = " ".join(swapped(paragraph.split(), host.split(), rate, chance))
        return "\n\n".join((*parts[:at], lifted, *parts[at:]))

    return way


LIFTS = _lift(0), _lift(0.1)
WAYS: dict[str, Way] = {
    "whole, with a credit line": lambda text, _, __: f"{text}\n\nThis report first stood in another paper.",
    "first half": lambda text, _, __: text[: len(text) // 2],
    "paragraphs in another order": lambda text, _, chance: _shuffled(_paragraphs(text), chance, "\n\n"),
    "sentences in another order": lambda text, _, chance: _shuffled(_sentences(text), chance, " "),
    "sentences merged two by two": lambda text, _, __: re.sub(r"([^.]+)\.\s+(\w[^.]+\.)", r"\1, and \2", text),
    "one word in ten exchanged": _swap(0.1),
    "one word in five exchanged": _swap(0.2),
    "three words in ten exchanged": _swap(0.3),
    "a paragraph lifted": LIFTS[0],
    "a paragraph lifted, one word in ten exchanged": LIFTS[1],
}


def _real(records: Sequence[dict[str, str]]) -> Iterator[str]:
    """What is found among the articles of PolNeAR as they are; the wires that they carry are credited."""
    readings = [_published(record) for record in records]
    near = _candidates([reading.article.text for reading in readings])
    start = process_time()
    found = [judged for one, other in near if (judged := copies.judged(readings[one], readings[other]))]
    time = process_time() - start
    kinds = Counter(f"{one.kind}, {one.judgement}" for one in found)
    yield f"{len(readings)} real articles: {len(near)} candidate pairs, {1000 * time / len(near):.1f} ms to judge one"
    yield "  found: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())


def _published(record: dict[str, str]) -> Reading:
    wire = record["wire"]
    url = f"https://{record['publisher']}.example/{record['doc']}"
    publisher = Publisher(record["publisher"])
    article = Article(record["doc"], record["text"], None, publisher, published=record["published"], url=url)
    derivations = (Derivation(wire, Kind.WIRE, Relation.REPUBLISHED),) if wire else ()
    return Reading(article, NONE, derivations)


def _candidates(texts: Iterable[str]) -> list[Pair]:
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for key in passages.keys(text):
            holders[key].append(number)
    rare = [found for key, found in holders.items() if len(found) <= passages.most_holders(key)]
    return sorted({pair for found in rare for pair in combinations(found, 2)})


def _events() -> Iterator[str]:
    """The pairs of the event articles, which are reworded; read by the rules, for their credit lines."""
    rules = extractor("rules")
    names, readings = [], []
    for record in rows(DATA / "events" / "articles.jsonl"):
        names.append(record["id"])
        publisher = Publisher(record["publisher"]) if record["publisher"] else None
        article = Article(
            record["id"], record["text"], record["title"], publisher, None, record["published"], record["url"]
        )
        readings.append(reading_of(article, rules))
    judged = {
        frozenset((names[one], names[other])): copies.judged(readings[one], readings[other])
        for one, other in _candidates(reading.article.text for reading in readings)
    }
    pairs = list(rows(DATA / "events" / "copies.jsonl"))
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        found = judged.pop(frozenset((pair["a"], pair["b"])), None)
        told[pair["relation"]][
            str(
                found.kind
                if found and found.judgement is not Judgement.UNDECIDED
                else found.judgement
                if found
                else "not found"
            )
        ] += 1
    yield f"events: {len(pairs)} pairs; those scored are {', '.join(sorted(SCORED))}"
    for relation, counts in sorted(told.items()):
        yield f"  {relation}: " + ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    others = Counter(found.judgement for found in judged.values() if found)
    yield f"  other pairs: {dict(others)} of {len(names) * (len(names) - 1) // 2}"


def _time() -> Iterator[str]:
    """Signing and looking up made-up articles of which every twentieth is a copy, each against those before it.

    In seconds of the processor: it takes minutes, and others at work on the machine would be measured too.
    """
    texts = list(prose(ARTICLES))
    wanted = len(texts) // 20
    ours, ours_found = _clocked(_table(), texts)
    peer, peer_found = _clocked(_peer(), texts)
    yield f"{len(texts)} articles of 250 words, signed and looked up among those before, {wanted} of them copies:"
    yield f"  ours, in SQLite: {ours:.0f} s, {1e6 * ours / len(texts):.0f} µs an article, {ours_found} with a candidate"
    yield f"  datasketch, in memory: {peer:.0f} s, {peer_found} with a candidate; ours {ours / peer:.2f} × its time"
    yield from _signing(texts[:2000])


def _clocked(look_up: Callable[[int, str], bool], texts: Sequence[str]) -> tuple[float, int]:
    start = process_time()
    found = sum(look_up(number, text) for number, text in enumerate(texts))
    return process_time() - start, found


def _table() -> Callable[[int, str], bool]:
    """Says whether an article meets one before it, and keeps its keys."""
    table = sqlite3.connect("")
    table.execute("CREATE TABLE keys (key INTEGER, article INTEGER, PRIMARY KEY (key, article)) WITHOUT ROWID")

    def look_up(number: int, text: str) -> bool:
        keys = passages.keys(text)
        wanted = json.dumps(list(keys))
        query = "SELECT DISTINCT article FROM keys WHERE key IN (SELECT value FROM json_each(?))"
        found = table.execute(query, (wanted,)).fetchall()
        table.executemany("INSERT INTO keys VALUES (?, ?)", [(key, number) for key in keys])
        return bool(found)

    return look_up


def _peer() -> Callable[[int, str], bool]:
    from datasketch import MinHashLSH

    table = MinHashLSH(threshold=0.3, num_perm=PERMUTATIONS)

    def look_up(number: int, text: str) -> bool:
        signature = _minhash(text)
        found = table.query(signature)
        table.insert(number, signature)
        return bool(found)

    return look_up


def _signing(texts: Sequence[str]) -> Iterator[str]:
    from rensa import RMinHash

    def rust(text: str) -> None:
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update([" ".join(three) for three in _threes(text)])
        signature.digest()

    signers: dict[str, Callable[[str], object]] = {
        "all our keys": passages.keys,
        "our signature": passages.signature,
        "rensa": rust,
        "datasketch": _minhash,
    }
    for name, signer in signers.items():
        start = process_time()
        for text in texts:
            signer(text)
        yield f"  signing by {name}: {1e6 * (process_time() - start) / len(texts):.0f} µs an article"
