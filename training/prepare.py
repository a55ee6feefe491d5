"""Cut the corpora into tensors: `python -m training.prepare DATA WORK`.

DATA holds `train.jsonl.gz` (PolNeAR) and `train.corenlp.jsonl.gz` (silver tokens, entities, dependencies and
coreference of the same texts). WORK gets `train.pt`, `relays.pt`: with every content, what the frozen encoder makes of
it, for the sentence embedding.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch

from evaluation.gate import rows
from provenance.documents.segmentation import Page, segment
from provenance.encoder.labels import ROLES
from provenance.encoder.tokens import Tokens, tokenize, tokenizer
from provenance.extraction import rules
from training.encoder import MODEL, pretrained
from training.relays import pages
from training.windows import UNKNOWN

ENTITIES = ("O", "PERSON", "ORGANIZATION", "LOCATION", "MISC")
RELAY_PAGES = 1500
TEACHER_PIECES = 96
UNPARSED = {"tokens": [], "ner": [], "head": [], "coref": []}


def document(cut: Tokens, outer: list[dict[str, Any]], inner: list[dict[str, Any]]) -> dict[str, Any]:
    """The tensors of a page with its attributions on two levels."""
    made = {
        "ids": torch.from_numpy(cut.ids).int(),
        "features": torch.from_numpy(cut.features).byte(),
        "first": torch.from_numpy(cut.first).int(),
        "paragraph": torch.from_numpy(cut.paragraph).int(),
    }
    for level, attributions in (("outer", outer), ("inner", inner)):
        made[level] = torch.zeros(len(cut.first), dtype=torch.uint8)
        spans, owners = {role: {} for role in ROLES}, {role: [] for role in ROLES}
        for attribution in sorted((a for a in attributions if a["cue"]), key=lambda a: a["cue"][0][0]):
            cue = cut.words(attribution["cue"][0])
            if cue in spans["cue"] or not _tag(made[level], cue, 1):
                continue
            number = spans["cue"].setdefault(cue, len(spans["cue"]))
            for role, tag in (("source", 0), ("content", 2)):
                for words in (cut.words(span) for span in attribution[role]):
                    if words in spans[role] or _tag(made[level], words, tag):
                        place = spans[role].setdefault(words, len(spans[role]))
                        owners[role].append((number, place))
        for role in ROLES:
            made[f"{level}.{role}"] = torch.tensor(list(spans[role]), dtype=torch.int32).reshape(-1, 2)
            made[f"{level}.{role}.of"] = torch.tensor(owners[role], dtype=torch.int32).reshape(-1, 2)
    return made


def _tag(tags: torch.Tensor, words: tuple[int, int], role: int) -> bool:
    """Write begin and inside over untagged words; tags are 1, 2 for a source, 3, 4 for a cue, 5, 6 for a content."""
    start, end = words
    if start >= end or tags[start:end].any():
        return False
    tags[start:end] = 2 * role + 2
    tags[start] = 2 * role + 1
    return True


def silver(made: dict[str, Any], cut: Tokens, parsed: dict[str, Any]) -> None:
    """Entities, heads and coreference by the word in which CoreNLP's tokens begin; UNKNOWN and -1 where it has none."""
    word = np.searchsorted(cut.spans[:, 0], [t[0] for t in parsed["tokens"]], side="right") - 1
    count = len(cut.first)
    entity, head = torch.full((count,), UNKNOWN, dtype=torch.uint8), torch.full((count,), -1, dtype=torch.int32)
    for at, name in zip(word, parsed["ner"], strict=True):
        entity[at] = ENTITIES.index(name) if name in ENTITIES else 0
    for at, of in zip(word.tolist(), parsed["head"], strict=True):
        if of >= 0 and head[at] < 0 and word[of] != at:
            head[at] = int(word[of])
    mentions = [
        (int(word[m[0]]), int(word[m[1] - 1]) + 1, number) for number, c in enumerate(parsed["coref"]) for m in c
    ]
    made |= {
        "entity": entity,
        "head": head,
        "mentions": torch.tensor(sorted(mentions), dtype=torch.int32).reshape(-1, 3),
    }


def inside(page: Page, outer: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the rules find inside the contents of others, cut to them."""
    holders = [(min(s for s, _ in a["content"]), max(e for _, e in a["content"])) for a in outer if a["content"]]
    found = []
    for said in rules.statements(page):
        holder = next(((s, e) for s, e in holders if s <= said.cue.start and said.cue.end <= e), None)
        parts = [(max(s, holder[0]), min(e, holder[1])) for s, e in said.content] if holder else []
        parts = [part for part in parts if part[0] < part[1]]
        if holder and parts:
            source = [said.source] if holder[0] <= said.source.start and said.source.end <= holder[1] else []
            found.append({"cue": [said.cue], "source": source, "content": parts})
    return found


@torch.inference_mode()
def teach(documents: list[dict[str, Any]]) -> None:
    """Add what the frozen encoder makes of each content on its own: mean over its pieces, length one."""
    encoder = pretrained((1,)).eval()
    jobs = []
    for number, made in enumerate(documents):
        bounds = [*made["first"].tolist(), len(made["ids"])]
        spans = made["outer.content"].tolist()
        made["taught"] = torch.zeros(len(spans), 384, dtype=torch.float16)
        jobs += [
            (number, i, made["ids"][bounds[s] : bounds[e]].tolist()[:TEACHER_PIECES]) for i, (s, e) in enumerate(spans)
        ]
    jobs.sort(key=lambda job: len(job[2]))
    for at in range(0, len(jobs), 128):
        part = jobs[at : at + 128]
        rows = [torch.tensor([101, *ids, 102]) for _, _, ids in part]
        padded = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        seen = torch.nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True).bool()
        states = encoder(padded, torch.zeros(*padded.shape, 1, dtype=torch.long), seen)
        mean = (states.float() * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        for (number, i, _), vector in zip(part, torch.nn.functional.normalize(mean, dim=-1), strict=True):
            documents[number]["taught"][i] = vector.half()


def main(data: Path, work: Path) -> None:
    work.mkdir(parents=True, exist_ok=True)
    cutter = tokenizer(MODEL)
    parses = {parsed["doc"]: parsed for parsed in rows(data / "train.corenlp.jsonl.gz")}
    made = []
    for row in rows(data / "train.jsonl.gz"):
        page = segment(row["text"])
        outer = row["annotators"][min(row["annotators"])]
        cut = tokenize(page, cutter)
        made.append(document(cut, outer, inside(page, outer)))
        silver(made[-1], cut, parses.get(row["doc"], UNPARSED))
    teach(made)
    torch.save(made, work / "train.pt")
    print("train", len(made), "articles,", sum(len(m["ids"]) for m in made), "pieces", flush=True)
    relays = [document(tokenize(segment(p.text), cutter), p.outer, p.inner) for p in pages(RELAY_PAGES, seed=1)]
    torch.save(relays, work / "relays.pt")
    print("relays", len(relays), "pages,", sum(len(m["ids"]) for m in relays), "pieces")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
