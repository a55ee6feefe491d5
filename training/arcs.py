"""The heads above the words: nodes that read each other, what each is, and pointers from one to another.

Statements and mentions attend to each other across the article (Vaswani et al. 2017), with a bias for how far apart
they stand (Shaw et al. 2018); a pointer is a bilinear form (Dozat & Manning 2017) and what features of the pair add.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

from provenance.extraction.parser.features import FAR, MENTION, STATEMENT
from provenance.extraction.parser.heads import ASKED, KINDS, LABELS, NAMINGS, NODE, STANCES
from provenance.extraction.parser.pairs import PAIR

HEADS, LAYERS, INNER, PAIRED = 4, 2, 320, 48
NEVER = -1e4


class Described(NamedTuple):
    """Nodes as vectors [batch, nodes, NODE], mentions first; what mentions and statements are, as scores."""

    nodes: Tensor
    kind: Tensor
    naming: Tensor
    stance: Tensor


class Attentive(nn.Module):
    """One layer in which nodes read each other."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend, self.gather = nn.Linear(NODE, 3 * NODE), nn.Linear(NODE, NODE)
        self.widen, self.narrow = nn.Linear(NODE, INNER), nn.Linear(INNER, NODE)
        self.before, self.between = nn.LayerNorm(NODE), nn.LayerNorm(NODE)
        self.bias = nn.Embedding(2 * FAR, HEADS)
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.bias.weight)

    def forward(self, nodes: Tensor, apart: Tensor, seen: Tensor) -> Tensor:
        batch, count, _ = nodes.shape
        parts = self.attend(self.before(nodes)).view(batch, count, 3, HEADS, NODE // HEADS).permute(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].transpose(2, 3) * (NODE // HEADS) ** -0.5 + self.bias(apart).permute(0, 3, 1, 2)
        shares = scores.masked_fill(~seen[:, None, None, :], NEVER).softmax(-1)
        read = (self.dropout(shares) @ parts[2]).transpose(1, 2).reshape(batch, count, NODE)
        nodes = nodes + self.dropout(self.gather(read))
        return nodes + self.dropout(self.narrow(gelu(self.widen(self.between(nodes)))))


class Nodes(nn.Module):
    """From the states of words to nodes that have read each other."""

    def __init__(self, width: int, dropout: float = 0.15) -> None:
        super().__init__()
        self.mention, self.statement = nn.Linear(3 * width, NODE), nn.Linear(6 * width, NODE)
        self.mention_features = nn.ModuleList(nn.Embedding(size, NODE) for size in MENTION)
        self.statement_features = nn.ModuleList(nn.Embedding(size, NODE) for size in STATEMENT)
        self.layers = nn.ModuleList(Attentive(dropout) for _ in range(LAYERS))
        self.normal = nn.LayerNorm(NODE)
        self.dropout = nn.Dropout(dropout)
        self.kind, self.naming = nn.Linear(NODE, len(KINDS)), nn.Linear(NODE, len(NAMINGS))
        self.stance = nn.Linear(NODE, len(STANCES))
        for table in (*self.mention_features, *self.statement_features):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, mentions: Tensor, statements: Tensor, of_mentions: Tensor, of_statements: Tensor,
                apart: Tensor, seen: Tensor) -> Described:  # fmt: skip
        """Vectors of spans [batch, spans, 3 or 6 × width]; features; steps between nodes; which nodes there are."""
        one = self.mention(self.dropout(mentions))
        for number, table in enumerate(self.mention_features):
            one = one + table(of_mentions[..., number])
        other = self.statement(self.dropout(statements))
        for number, table in enumerate(self.statement_features):
            other = other + table(of_statements[..., number])
        nodes = gelu(torch.cat([one, other], 1))
        for layer in self.layers:
            nodes = layer(nodes, apart, seen)
        nodes, count = self.normal(nodes), mentions.shape[1]
        dropped = self.dropout(nodes)
        return Described(
            nodes, self.kind(dropped[:, :count]), self.naming(dropped[:, :count]), self.stance(dropped[:, count:])
        )


class Added(nn.ModuleList):
    """What each feature of a pair adds, for each of ASKED."""

    def __init__(self) -> None:
        super().__init__(nn.Embedding(size * len(ASKED), PAIRED) for size in PAIR)

    def forward(self, values: Tensor, asked: Tensor) -> Tensor:
        """`values` [..., queries, mentions, PAIR], `asked` [..., queries]."""
        made = self[0](values[..., 0] + PAIR[0] * asked[..., None])
        for at in range(1, len(PAIR)):
            made = made + self[at](values[..., at] + PAIR[at] * asked[..., None])
        return made


class Pointers(nn.Module):
    """How well each mention, and last none, answers each query; and by which relation the asking mention told."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        self.asked = nn.Embedding(len(ASKED), NODE)
        self.by, self.of = nn.Linear(NODE, NODE), nn.Linear(NODE, NODE)
        self.query, self.key = nn.Linear(NODE, NODE), nn.Linear(NODE, NODE)
        self.query_pair, self.key_pair = nn.Linear(NODE, PAIRED), nn.Linear(NODE, PAIRED)
        self.features: nn.Module = (added := Added())
        self.pair = nn.Linear(PAIRED, 1)
        self.none = nn.Linear(NODE, 1)
        self.relation = nn.Linear(NODE, len(LABELS))
        self.dropout = nn.Dropout(dropout)
        for table in added:
            nn.init.normal_(table.weight, std=0.05)

    def forward(self, mentions: Tensor, statement: Tensor, mention: Tensor, asked: Tensor, pairs: Tensor
                ) -> tuple[Tensor, Tensor]:  # fmt: skip
        """`mentions` [..., mentions, NODE]; who asks, as vectors, zero where there is none; which arc; features."""
        query = self.dropout(gelu(self.by(statement) + self.of(mention) + self.asked(asked)))
        keys = self.dropout(mentions)
        score = self.query(query) @ self.key(keys).transpose(-1, -2) * NODE**-0.5
        inner = self.query_pair(query)[..., :, None, :] + self.key_pair(keys)[..., None, :, :]
        inner = inner + self.features(pairs, asked)
        score = score + self.pair(gelu(inner))[..., 0]
        return torch.cat([score, self.none(query)], -1), self.relation(query)
