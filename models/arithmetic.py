"""Arithmetic among the numbers of a page as features: which number is a product, a factor, a sum.

Independent of language and layout: in `12 x 4.50 = 54.00` the third is an amount whatever its column is called.
Values are parsed permissively (the last separator is the decimal sign when one to four digits follow it); the features
are hints to the network, the printed values are normalised elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_NUMBER = re.compile(r"^[^\w\d+-]*[-+]?\d[\d.,'\u2019 \u00a0\u202f]*[^\w\d]*(?:[A-Za-z]{1,3}|zł|Kč)?[^\w\d]*$")
_STRIP = re.compile(r"[^\d.,]")
_MOST_PER_ROW = 9
LARGEST = 1e10
"""Longer digits are codes, not amounts."""

FACTOR, PRODUCT, LINE_SUM, ADDEND, SUM = range(5)
"""Columns of `arithmetic_features`."""


@lru_cache(maxsize=1 << 16)
def rough_value(text: str) -> float:
    """Value of a number-like word, NaN for anything else."""
    if not _NUMBER.match(text):
        return float("nan")
    digits = _STRIP.sub("", text).strip(".,")
    if not digits:
        return float("nan")
    cut = max(digits.rfind("."), digits.rfind(","))
    if cut >= 0:
        tail = len(digits) - cut - 1
        same = digits.count(digits[cut])
        # 1.234.567 and 1.234 group thousands; 1.23, 1,2345 and 1.234,56 have decimals
        if tail != 3 and (same == 1 or tail == 2):
            return float(re.sub(r"[.,]", "", digits[:cut]) + "." + digits[cut + 1 :])
    return float(re.sub(r"[.,]", "", digits))


def arithmetic_features(values: NDArray[np.float64], rows: NDArray[np.int32]) -> NDArray[np.float32]:
    """Five 0/1 features for each word.

    Args:
        values: `[words]` rough values, NaN for no number.
        rows: `[words]` number of the visual row each word stands in.

    Returns:
        `[words, 5]`: factor of a product on its row, product on its row, sum of all row products, addend of a
        sum a + b = c among the larger numbers of the page, such a sum.
    """
    out = np.zeros((len(values), 5), np.float32)
    numbers = np.flatnonzero(np.isfinite(values) & (values > 0) & (values < LARGEST))
    if len(numbers) < 3:
        return out
    products = _row_products(values, rows, numbers, out)
    if len(products) > 1:
        total = sum(products)
        hit = numbers[np.abs(values[numbers] - total) <= 0.011 + 1e-6 * total]
        out[hit, LINE_SUM] = 1
    _sums(values, numbers, out)
    return out


def _row_products(
    values: NDArray[np.float64], rows: NDArray[np.int32], numbers: NDArray[np.intp], out: NDArray[np.float32]
) -> list[float]:
    """Mark factors and products in `out`; return one product a row."""
    products: list[float] = []
    order = numbers[np.argsort(rows[numbers], kind="stable")]
    cuts = np.flatnonzero(np.diff(rows[order])) + 1
    for group in np.split(order, cuts):
        if not 3 <= len(group) <= _MOST_PER_ROW:
            continue
        v = values[group]
        grid = v[:, None] * v[None, :]
        found = np.abs(grid[:, :, None] - v[None, None, :]) <= 0.006 + 2e-4 * v[None, None, :]
        k = np.arange(len(group))
        found[k, k, :] = False
        found[k, :, k] = False  # x * 1 = x among equal numbers says nothing unless all three differ in place
        found[:, k, k] = False
        if not found.any():
            continue
        i, j, c = np.nonzero(found)
        best = c[np.argmax(v[c])]
        keep = c == best
        out[group[i[keep]], FACTOR] = 1
        out[group[j[keep]], FACTOR] = 1
        out[group[best], PRODUCT] = 1
        products.append(float(v[best]))
    return products


def _sums(values: NDArray[np.float64], numbers: NDArray[np.intp], out: NDArray[np.float32]) -> None:
    """Mark a + b = c among distinct numbers of at least 5 that are not all whole (net + tax = gross)."""
    v = values[numbers]
    keep = (v >= 1) & (np.abs(v - np.round(v)) > 1e-9) | (v >= 50)
    distinct = np.unique(np.round(v[keep], 2))
    if not 3 <= len(distinct) <= 160:
        return
    cents = np.round(distinct * 100).astype(np.int64)
    pair = cents[:, None] + cents[None, :]
    place = np.searchsorted(cents, pair).clip(max=len(cents) - 1)
    hit = (cents[place] == pair) & np.triu(np.ones_like(pair, bool), 1) & (pair >= 1000)
    a, b = np.nonzero(hit)
    if len(a) == 0 or len(a) > 12:  # chance: with many equal steps sums prove nothing
        return
    sums = set(cents[place[a, b]].tolist())
    parts = set(cents[a].tolist()) | set(cents[b].tolist())
    for index in numbers:
        c = round(float(values[index]) * 100)
        out[index, SUM] = c in sums
        out[index, ADDEND] = c in parts
