"""The reader's network: a LayoutLM-style token classifier over words, as a transformers model.

One token per word. Its state is the sum of hashed embeddings (`models.hashing`), a projection of numeric features
(`models.encode`) and of the words to the left and above; then transformer layers whose attention turns with the place
of the words on the page (rotary embedding, Su et al. 2021, in two dimensions: half of the heads turn with the left
edge, half with the right edge, all with the middle height). Words share the mean of their segment, so that a name
stays whole. After half of the layers states are pooled over geometric blocks, and the blocks, with their places, attend
to each other in layers of their own: which address is the buyer's is a question among objects, and there are few of
them. Heads: field and row role of every word, whether its row begins a line, type of the document.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import PretrainedConfig, PreTrainedModel

from models.config import ReaderConfig
from models.encode import FEATURES

Outputs = tuple[Tensor, Tensor, Tensor, Tensor]
"""Logits of field, role, start and type."""


class OrderTaggerConfig(PretrainedConfig):  # type: ignore[no-untyped-call]
    """`ReaderConfig` in the form transformers saves."""

    model_type = "ordermill-tagger"

    def __init__(self, reader: dict[str, Any] | None = None, **kwargs: Any) -> None:
        self.reader = dict(reader or {})
        super().__init__(**kwargs)

    def sizes(self) -> ReaderConfig:
        raw: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in self.reader.items()}
        return ReaderConfig(**raw)


class WordEmbedding(nn.Module):
    """Hashed ids and numeric features to the first state of each word."""

    def __init__(self, c: ReaderConfig) -> None:
        super().__init__()
        self.word = nn.Embedding(c.word_buckets, c.width, padding_idx=0)
        self.shape = nn.Embedding(c.shape_buckets, c.width, padding_idx=0)
        self.prefix = nn.Embedding(c.affix_buckets, c.width, padding_idx=0)
        self.suffix = nn.Embedding(c.affix_buckets, c.width, padding_idx=0)
        self.trigram = nn.Embedding(c.trigram_buckets, c.width, padding_idx=0)
        self.numeric = nn.Sequential(nn.Linear(FEATURES, c.width), nn.GELU(), nn.Linear(c.width, c.width))
        self.around = nn.Linear(2 * c.width, c.width)
        self.norm = nn.LayerNorm(c.width)

    def forward(self, ids: Tensor, numeric: Tensor, neighbours: Tensor) -> Tensor:
        grams = self.trigram(ids[..., 4:]).sum(2) * 0.5
        text = (
            self.word(ids[..., 0])
            + self.shape(ids[..., 1])
            + self.prefix(ids[..., 2])
            + self.suffix(ids[..., 3])
            + grams
        )
        state = text + self.numeric(numeric)
        # one zero row at the end stands for "no neighbour"
        padded = F.pad(state, (0, 0, 0, 1))
        width = state.shape[-1]
        beside = padded.gather(1, neighbours[..., :1].expand(-1, -1, width))
        over = padded.gather(1, neighbours[..., 1:].expand(-1, -1, width))
        return self.norm(state + self.around(torch.cat([beside, over], -1)))  # type: ignore[no-any-return]


def rotary(position: Tensor, heads: int, size: int) -> tuple[Tensor, Tensor]:
    """Cosines and sines `[b, heads, n, size]` for `position` `[b, n, 3]` (left, right, middle; 1/1000 page width)."""
    quarter = size // 4
    wavelength = 10.0 * (600.0 ** (torch.arange(quarter, device=position.device) / max(quarter - 1, 1)))
    turn = 2 * math.pi / wavelength
    x0, x1, y = (position[..., k, None].float() * turn for k in range(3))
    even = torch.cat([x0, y], -1)
    odd = torch.cat([x1, y], -1)
    half = heads // 2
    angle = torch.stack([even] * half + [odd] * (heads - half), 1)
    angle = torch.cat([angle, angle], -1)
    return angle.cos(), angle.sin()


def _turn(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    a, b = x.chunk(2, -1)
    return x * cos + torch.cat([-b, a], -1) * sin


class Layer(nn.Module):
    """Pre-norm transformer layer with two-dimensional rotary attention."""

    def __init__(self, c: ReaderConfig) -> None:
        super().__init__()
        self.heads = c.heads
        self.before = nn.LayerNorm(c.width)
        self.qkv = nn.Linear(c.width, 3 * c.width)
        self.out = nn.Linear(c.width, c.width)
        self.between = nn.LayerNorm(c.width)
        self.up = nn.Linear(c.width, c.mlp_ratio * c.width)
        self.down = nn.Linear(c.mlp_ratio * c.width, c.width)
        self.drop = nn.Dropout(c.dropout)

    def forward(self, state: Tensor, cos: Tensor, sin: Tensor, bias: Tensor) -> Tensor:
        b, n, width = state.shape
        q, k, v = self.qkv(self.before(state)).view(b, n, 3, self.heads, width // self.heads).unbind(2)
        q, k, v = (x.transpose(1, 2) for x in (q, k, v))
        q, k = _turn(q, cos, sin).to(v.dtype), _turn(k, cos, sin).to(v.dtype)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(v.dtype))
        state = state + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, width)))
        grown: Tensor = state + self.drop(self.down(F.gelu(self.up(self.between(state)))))
        return grown


class SegmentPool(nn.Module):
    """Adds to each word the mean state of its segment."""

    def __init__(self, c: ReaderConfig) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(c.width)
        self.mix = nn.Sequential(nn.Linear(2 * c.width, c.width), nn.GELU(), nn.Linear(c.width, c.width))

    def forward(self, state: Tensor, share: Tensor) -> Tensor:
        """`share` is `[b, n, n]`: what each word gives to each word of its segment."""
        normed = self.norm(state).to(state.dtype)
        return state + self.mix(torch.cat([normed, share.to(state.dtype) @ normed], -1))  # type: ignore[no-any-return]


def shares(segment: Tensor, mask: Tensor) -> Tensor:
    """`[b, n, n]` float32, rows sum to 1: 1 / length of the segment where two words stand in the same one."""
    together = ((segment[:, :, None] == segment[:, None, :]) & mask[:, None, :]).float()
    return together / together.sum(-1, keepdim=True).clamp(min=1)


class BlockPool(nn.Module):
    """Adds to each word the mean state of its block, and what the block learns from the other blocks."""

    def __init__(self, c: ReaderConfig) -> None:
        super().__init__()
        self.count = c.blocks
        self.heads = c.heads
        self.size = c.width // c.heads
        self.norm = nn.LayerNorm(c.width)
        self.mix = nn.Sequential(nn.Linear(2 * c.width, c.width), nn.GELU(), nn.Linear(c.width, c.width))
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.block_layers))
        if c.block_layers:
            self.geometry = nn.Linear(5, c.width)
            self.after = nn.LayerNorm(c.width)
            self.back = nn.Linear(c.width, c.width)

    def forward(self, state: Tensor, block: Tensor, position: Tensor, mask: Tensor) -> Tensor:
        member = F.one_hot(block, self.count)[..., : self.count - 1].to(state.dtype) * mask.unsqueeze(-1)
        normed = self.norm(state).to(state.dtype)
        size = member.sum(1).clamp(min=1).unsqueeze(-1)
        mean = (member.transpose(1, 2) @ normed) / size
        mixed: Tensor = state + self.mix(torch.cat([normed, member @ mean], -1))
        if not len(self.layers):
            return mixed
        inside = member.float().transpose(1, 2)
        far = 1e5 * (1 - inside)
        x0 = (position[:, None, :, 0] + far).amin(-1)
        x1 = (position[:, None, :, 1] - far).amax(-1)
        top = (position[:, None, :, 2] + far).amin(-1)
        foot = (position[:, None, :, 2] - far).amax(-1)
        real = inside.sum(-1) > 0
        place = torch.stack([x0, x1, (top + foot) / 2], -1).masked_fill(~real.unsqueeze(-1), 0.0)
        shape = torch.stack([x0 / 1000, x1 / 1000, top / 1000, foot / 1000, inside.sum(-1).clamp(min=1).log()], -1)
        known = self.geometry(shape.masked_fill(~real.unsqueeze(-1), 0.0))
        objects = mean + known.to(mean.dtype)
        cos, sin = rotary(place, self.heads, self.size)
        bias = torch.zeros(real.shape, dtype=torch.float32, device=real.device).masked_fill(~real, -1e4)
        for layer in self.layers:
            objects = layer(objects, cos, sin, bias[:, None, None, :])
        taught = self.back(self.after(objects))
        out: Tensor = mixed + member @ taught.to(member.dtype)
        return out


class Heads(nn.Module):
    """Field and role of each word, type of the document. Shared by every backbone."""

    def __init__(self, width: int, c: ReaderConfig) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.field = nn.Linear(width, len(c.labels))
        self.role = nn.Linear(width, len(c.roles))
        self.start = nn.Linear(width, 1)
        self.weight = nn.Linear(width, 1)
        self.kind = nn.Sequential(nn.Linear(2 * width, width), nn.GELU(), nn.Linear(width, len(c.types)))

    def forward(self, state: Tensor, mask: Tensor) -> Outputs:
        state = self.norm(state)
        # the type is told by few words (the title): their mean by learnt weight, and the strongest of each feature
        score = self.weight(state).squeeze(-1).float().masked_fill(~mask, -1e4)
        mean = (score.softmax(-1).unsqueeze(-1) * state.float()).sum(1)
        strongest = state.float().masked_fill(~mask.unsqueeze(-1), -1e4).amax(1)
        pooled = torch.cat([mean, strongest], -1)
        return self.field(state), self.role(state), self.start(state).squeeze(-1), self.kind(pooled.to(state.dtype))


class OrderTagger(PreTrainedModel):  # type: ignore[no-untyped-call]
    """`forward` takes the arrays of `models.windows.batch` and gives field `[b, n, labels]`, role `[b, n, roles]`,
    start `[b, n]` and type `[b, types]` logits."""

    config_class = OrderTaggerConfig
    main_input_name = "ids"

    def __init__(self, config: OrderTaggerConfig) -> None:
        super().__init__(config)
        c = config.sizes()
        self.sizes = c
        self.embed = WordEmbedding(c)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.pool = BlockPool(c)
        self.segments = nn.ModuleList(SegmentPool(c) for _ in range(min(2, c.layers) if c.segment_pool else 0))
        self.heads = Heads(c.width, c)
        self.post_init()  # type: ignore[no-untyped-call]

    def _init_weights(self, module: nn.Module) -> None:
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
        elif isinstance(module, nn.Embedding):
            nn.init.normal_(module.weight, std=0.05)
            if module.padding_idx is not None:
                with torch.no_grad():
                    module.weight[module.padding_idx].zero_()

    def forward(
        self, ids: Tensor, numeric: Tensor, position: Tensor, neighbours: Tensor, block: Tensor, segment: Tensor,
        mask: Tensor,
    ) -> Outputs:  # fmt: skip
        state = self.embed(ids, numeric, neighbours)
        share = shares(segment, mask) if len(self.segments) else None
        c = self.sizes
        cos, sin = rotary(position, c.heads, c.width // c.heads)
        bias = torch.zeros(mask.shape, dtype=torch.float32, device=mask.device).masked_fill(~mask, -1e4)[
            :, None, None, :
        ]
        half = len(self.layers) // 2
        for k, layer in enumerate(self.layers):
            if share is not None and k in (0, half):
                state = self.segments[k > 0](state, share)
            if k == half:
                state = self.pool(state, block, position, mask)
            state = layer(state, cos, sin, bias)
        heads: Outputs = self.heads(state, mask)
        return heads
