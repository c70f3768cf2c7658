"""Generated documents made strange: captions nobody has met, halves of the page swapped, values that are decoys.

A calibrator fitted on documents like those that the network learnt from believes the network on all others too
(Ovadia et al. 2019). These documents are wrong in ways a new layout may be: what they say stays true, because only
words that belong to no value are changed and values only move.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from data.fields import NO_FIELD
from data.generate.ocr_noise import simulate
from data.labels import LabelledDocument, Tag
from data.schema import Box, Page, Word
from models.blocks import blocks, segments

Change = Callable[[Page, Sequence[Tag], Random, float], tuple[list[Word], list[Tag]]]
CONSONANTS, VOWELS = "bcdfghjklmnprstvwz", "aeiou"
DECOYS = ("order_number", "order_date", "invoice_number", "invoice_date", "due_date", "requested_delivery_date",
          "contract_number", "buyer.customer_number", "total_net", "total_gross", "total_tax", "buyer.vat_id",
          "line.buyer_article_no", "line.quantity", "line.unit_price", "line.line_amount")  # fmt: skip


def captions(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """Words of no value become words of no language, the same word always the same one."""
    made: dict[str, str] = {}
    out = []
    for word, tag in zip(page.words, tags, strict=True):
        plain = word.text.strip(".,:;()").casefold()
        if tag.field == NO_FIELD and any(c.isalpha() for c in plain):
            if plain not in made:
                made[plain] = _nonsense(plain, rng) if rng.random() < strength else plain
            if made[plain] != plain:
                new = made[plain].upper() if word.text.isupper() else made[plain].capitalize()
                word = replace(word, text=new + (":" if word.text.endswith(":") else ""))
        out.append(word)
    return out, list(tags)


def silent(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """Words of no value are not printed at all: values without captions, tables without heads."""
    kept = [k for k, t in enumerate(tags) if t.field != NO_FIELD or rng.random() > 0.7 * strength]
    return [page.words[k] for k in kept], [tags[k] for k in kept]


def mirrored(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """Blocks change sides, each kept as it is within: columns in another order, parties on the other side."""
    number = _blocks(page)
    x0, x1 = _edges(page, number)
    chosen = [rng.random() < 0.3 + 0.7 * strength for _ in x0] if strength < 0.7 else [True] * len(x0)
    out = []
    for word, b in zip(page.words, number.tolist(), strict=True):
        shift = page.width - x0[b] - x1[b] if chosen[b] else 0.0
        out.append(replace(word, box=_moved(word.box, shift, 0.0)))
    return out, list(tags)


def scattered(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """Everything stretched, and blocks a little out of their places."""
    wide, tall = math.exp(rng.gauss(0, 0.12 * strength)), math.exp(rng.gauss(0, 0.12 * strength))
    number = _blocks(page)
    drift = [(rng.gauss(0, 14 * strength), rng.gauss(0, 2.5 * strength)) for _ in range(int(number.max(initial=0)) + 1)]
    out = []
    for word, b in zip(page.words, number.tolist(), strict=True):
        box = word.box
        dx = (box.x0 - page.width / 2) * (wide - 1) + drift[b][0]
        dy = box.y0 * (tall - 1) + drift[b][1]
        out.append(replace(word, box=_moved(box, dx, dy)))
    return out, list(tags)


def plain(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """One size, nothing bold, captions in one case: print as a typewriter has it."""
    case = rng.choice((str.upper, str.lower, str))
    out = []
    for word, tag in zip(page.words, tags, strict=True):
        text = case(word.text) if tag.field == NO_FIELD else word.text
        out.append(replace(word, text=text if len(text) == len(word.text) else word.text, size=10.0, bold=False))
    return out, list(tags)


def decoys(page: Page, tags: Sequence[Tag], rng: Random, strength: float) -> tuple[list[Word], list[Tag]]:
    """Words of no value become numbers and dates that look like the document's own and mean something else."""
    models = [
        w.text for w, t in zip(page.words, tags, strict=True) if t.field in DECOYS and any(map(str.isdigit, w.text))
    ]
    out = list(page.words)
    spare = [k for k, t in enumerate(tags) if t.field == NO_FIELD and t.line < 0 and len(out[k].text) > 3]
    for k in rng.sample(spare, min(len(spare), round(1 + 7 * strength))) if models else ():
        text = "".join(rng.choice("123456789") if c.isdigit() else c for c in rng.choice(models))
        out[k] = replace(out[k], text=text)
    return out, list(tags)


CHANGES: dict[str, Change] = {
    "captions": captions, "silent": silent, "mirrored": mirrored, "scattered": scattered, "plain": plain,
    "decoys": decoys,
}  # fmt: skip
"""Ways to be strange, by name."""


def shifted(made: LabelledDocument, rng: Random, names: Sequence[str] = (), strength: float | None = None,
            ocr_share: float = 0.25) -> LabelledDocument:  # fmt: skip
    """`made` changed in one to three ways of `CHANGES` (drawn where none are named); gold values stay.

    Args:
        made: a generated document with truth.
        rng: all luck comes from here.
        names: ways to take, all of them.
        strength: 0 (hardly) to 1 (at its worst) for all ways; drawn when None.
        ocr_share: chance of recognition errors on top.
    """
    ways = list(names) or rng.sample(list(CHANGES), rng.choice((1, 1, 2, 2, 3)))
    for name in ways:
        force = rng.random() if strength is None else strength
        pages, tags = [], []
        for page, page_tags in zip(made.document.pages, made.tags, strict=True):
            words, kept = CHANGES[name](page, page_tags, rng, force)
            pages.append(replace(page, words=tuple(words)))
            tags.append(tuple(kept))
        made = LabelledDocument(replace(made.document, pages=tuple(pages)), tuple(tags), made.gold)
    return simulate(made, rng) if rng.random() < ocr_share else made


def _nonsense(text: str, rng: Random) -> str:
    out = [rng.choice(VOWELS if c in VOWELS or k % 3 == 1 else CONSONANTS) for k, c in enumerate(text)]
    return "".join(out)


def _blocks(page: Page) -> np.ndarray:  # type: ignore[type-arg]
    """Block number of each word, in the page's order (which is by rows, as drawn)."""
    boxes = np.array([(w.box.x0, w.box.y0, w.box.x1, w.box.y1) for w in page.words], np.float32).reshape(-1, 4)
    middle = ((boxes[:, 1] + boxes[:, 3]) / 2).round(0) if len(boxes) else boxes[:, 0]
    order = np.lexsort((boxes[:, 0], middle))
    rows = np.cumsum(np.diff(middle[order], prepend=middle[order][:1] if len(order) else 0) > 2).astype(np.int32)
    found = blocks(boxes[order], segments(boxes[order], rows), np.zeros(len(order), np.int32))
    out = np.zeros(len(order), np.int64)
    out[order] = found
    return out


def _edges(page: Page, number: np.ndarray) -> tuple[list[float], list[float]]:  # type: ignore[type-arg]
    count = int(number.max(initial=-1)) + 1
    x0, x1 = [math.inf] * count, [-math.inf] * count
    for word, b in zip(page.words, number.tolist(), strict=True):
        x0[b], x1[b] = min(x0[b], word.box.x0), max(x1[b], word.box.x1)
    return x0, x1


def _moved(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)
