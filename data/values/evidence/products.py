"""Votes for the decimal sign from arithmetic: a quantity times a price is an amount, a net and a tax are a total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from data.values import numbers
from data.values.evidence import Row, Vote

MAX_NUMBERS = 8
"""Numbers of one row among which a product is looked for; a longer row is no line of items."""
CENTS = Decimal("0.006")
BASES = (Decimal(1), Decimal(100), Decimal(1000))
Trio = tuple[str, str, str]


def _texts(row: Row) -> list[str]:
    return [text for text in row if numbers.candidates(text)][:MAX_NUMBERS]


def _trios(texts: Sequence[str]) -> Iterator[Trio]:
    """Factor, factor and product, in the order of the row; only such with an open number."""
    for a, b, c in combinations(texts, 3):
        if numbers.ambiguous(a) or numbers.ambiguous(b) or numbers.ambiguous(c):
            yield a, b, c
            yield b, a, c


def _holds(trio: Trio, texts: Sequence[str], sign: str, first_sign: str) -> bool | None:
    """True when the product holds, None when it holds only because a factor is one.

    A price per 100 or 1000 counts only where the row prints that number.
    """
    read = (numbers.parse(trio[0], first_sign), numbers.parse(trio[1], sign), numbers.parse(trio[2], sign))
    if None in read:
        return False
    x, y, z = (abs(Decimal(value or 0)) for value in read)
    if not z or not any(
        abs(x * y / base - z) <= CENTS for base in BASES if base == 1 or any(t in texts for t in _printed(base, sign))
    ):
        return False
    return None if x == 1 or y == 1 else True


def _printed(base: Decimal, sign: str) -> tuple[str, ...]:
    return (f"{base:f}", f"/{base:f}", *(("1.000", "1 000", "1'000") if base == 1000 and sign == "," else ()))


def products(row: Row, signs: Mapping[str, str]) -> list[Vote]:
    """The vote of a row with open numbers: under which sign alone is one number the product of two others?

    `signs` are the decimal signs that other texts show by their shape. A product that holds only because such a text
    keeps its own sign ("5.000 x 12,50 = 62,50") says nothing about the sign of the document.
    """
    texts = _texts(row)
    for trio in _trios(texts):
        for sign, other in ((".", ","), (",", ".")):
            if any(signs.get(text) == other for text in trio):
                continue
            if _holds(trio, texts, sign, sign) and _holds(trio, texts, other, other) is False:
                return [Vote(sign, 2.0, f"{trio[0]} x {trio[1]} = {trio[2]} with {sign!r} as decimal sign")]
    return []


def quantity_sign(rows: Sequence[Row], decimal: str) -> tuple[str, str] | None:
    """The other sign and a reason, where only quantities written with it make the products of the rows right.

    Some systems print 5.000 pieces beside a price of 12,50. One row that the sign of the document explains is enough
    to leave it at that.
    """
    other = "," if decimal == "." else "."
    proofs: list[Trio] = []
    for row in rows:
        texts = _texts(row)
        if len(texts) < 3 or not any(map(numbers.ambiguous, texts)):
            continue
        trios = list(_trios(texts))
        if any(_holds(trio, texts, decimal, decimal) for trio in trios if numbers.ambiguous(trio[0])):
            return None
        proof = next(
            (t for t in trios if numbers.ambiguous(t[0]) and _holds(t, texts, decimal, other)), None
        )  # fmt: skip
        if proof:
            proofs.append(proof)
    if not proofs:
        return None
    a, b, c = proofs[0]
    return other, f"quantities with {other!r}: {a} x {b} = {c} ({len(proofs)} rows)"


def additions(rows: Sequence[Row]) -> list[Vote]:
    """Votes of open totals: under which sign alone is the last number of a row the sum of two shortly above it?"""
    tails = [tail for row in rows if (tail := next((t for t in reversed(row) if numbers.candidates(t)), ""))]
    votes: list[Vote] = []
    for k in range(2, len(tails)):
        for i, j in combinations(range(max(0, k - 5), k), 2):
            trio = (tails[i], tails[j], tails[k])
            if not any(map(numbers.ambiguous, trio)) or sum("." in t or "," in t for t in trio) < 2:
                continue
            proven = [sign for sign in ".," if _adds_up(trio, sign)]
            if len(proven) == 1:
                sign = proven[0]
                votes.append(Vote(sign, 1.5, f"{trio[0]} + {trio[1]} = {trio[2]} with {sign!r} as decimal sign"))
    return votes[:3]


def _adds_up(trio: Trio, sign: str) -> bool:
    a, b, c = (numbers.parse(text, sign) for text in trio)
    if a is None or b is None or c is None:
        return False
    x, y = Decimal(a), Decimal(b)
    return bool(x and y) and x + y == Decimal(c)
