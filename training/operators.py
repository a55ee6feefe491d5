"""What onnxruntime computes as one node: products in 8 bits, and attention. An export keeps them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import torch
from torch import Tensor, nn
from torch.autograd import Function

from training.narrow import narrow, narrow_rows

if TYPE_CHECKING:
    from collections.abc import Callable

DOMAIN = "com.microsoft"
OPSET = 20  # the first with GELU as one node


class _Product(Function):
    @staticmethod
    def forward(_: Any, states: Tensor, weight: Tensor, scale: Tensor, zero: Tensor, bias: Tensor) -> Tensor:
        return states @ ((weight.float() - zero.float()) * scale) + bias

    @staticmethod
    def symbolic(graph: Any, states: Any, *weights: Any) -> Any:
        made = graph.op(f"{DOMAIN}::DynamicQuantizeMatMul", states, *weights)
        sizes = states.type().sizes()
        return made.setType(states.type().with_sizes([*sizes[:-1], weights[0].type().sizes()[1]])) if sizes else made


class _Attention(Function):
    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        parts = [part.unflatten(-1, (heads, -1)).transpose(1, 2) for part in (query, key, value)]
        return nn.functional.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        return graph.op(f"{DOMAIN}::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


attention = cast("Callable[[Tensor, Tensor, Tensor, int], Tensor]", _Attention.apply)
"""`query` [batch, some, width], `key` and `value` [batch, length, width], how many heads → [batch, some, width]."""


class Product(nn.Module):
    """A linear layer in 8 bits; what it is given is quantized as it runs, by its own least and greatest."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        numbers, scale = narrow(weight.detach().numpy())
        self.weight, self.scale = nn.Buffer(torch.from_numpy(numbers.T.copy())), nn.Buffer(torch.from_numpy(scale))
        self.zero, self.bias = nn.Buffer(torch.zeros(len(scale), dtype=torch.int8)), nn.Buffer(bias.detach())

    def forward(self, states: Tensor) -> Tensor:
        return cast("Tensor", _Product.apply(states, self.weight, self.scale, self.zero, self.bias))


class Table(nn.Module):
    """An embedding in 8 bits, each row by a scale of its own."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        numbers, scale = narrow_rows(table.detach().numpy())
        self.numbers, self.scale = nn.Buffer(torch.from_numpy(numbers)), nn.Buffer(torch.from_numpy(scale))

    def forward(self, at: Tensor) -> Tensor:
        return self.numbers[at].float() * self.scale[at]
