"""Rows of one address that the network gives to different parties: rows right under each other are one party's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.decode.parties import COLUMN_GAP, PARTIES, TORN
from models.decode.reading import LABEL, Reading
from models.decode.spans import row_pieces

ADDRESS = {party: LABEL[f"{party}.address"] for party in PARTIES}
CAPTION = 4.0
"""How far from an address its caption stands at most, in line heights."""
LEAD, SLACK = 0.9, 0.3
"""White between two rows of an address, and how far they may overlap, in line heights."""
INDENT = 1.0
"""How far the left edges of two rows of an address may part, in line heights."""
SURE = 0.9
"""Mean probability from which on a party has its address elsewhere."""
TAKEN = 0.4
"""What the claim of a party is worth whose address stands elsewhere."""


@dataclass(slots=True)
class _Piece:
    """Words of an address in one row."""

    words: list[int]
    page: int
    x0: float
    y0: float
    y1: float
    captioned: bool
    """Words that are no field stand before it in its row: an address may begin here, none goes on."""


def settle_stacks(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Give all rows of one address to one party; returns new labels.

    A caption before its first row ("Address: 15 Mill Lane") parts an address into two blocks, and the network may take
    the second for another party's. The party that most of the probability speaks for gets all, less what speaks for a
    party whose address stands elsewhere without doubt.
    """
    pieces = _pieces(reading, labels)
    out = labels.copy()
    for stack in _stacks(pieces):
        parties = {int(labels[k]) for k in _words(stack)}
        if len(parties) < 2:
            continue
        inside = {id(piece) for piece in stack}
        elsewhere = [piece for piece in pieces if id(piece) not in inside]
        weight = {p: _claim(reading, stack, elsewhere, number) for p, number in ADDRESS.items()}
        best = max(weight, key=lambda p: weight[p])
        for piece in stack:
            own = float(reading.field[piece.words, labels[piece.words]].mean())
            if own < TORN:
                out[piece.words] = ADDRESS[best]
    return out


def _words(stack: list[_Piece]) -> list[int]:
    return [k for piece in stack for k in piece.words]


def _claim(reading: Reading, stack: list[_Piece], elsewhere: list[_Piece], number: int) -> float:
    weight = float(reading.field[_words(stack), number].sum())
    taken = any(len(p.words) > 1 and float(reading.field[p.words, number].mean()) >= SURE for p in elsewhere)
    return weight * (TAKEN if taken else 1.0)


def _pieces(reading: Reading, labels: np.ndarray) -> list[_Piece]:  # type: ignore[type-arg]
    out = []
    words = np.flatnonzero(np.isin(labels, list(ADDRESS.values()))).tolist()
    for piece in row_pieces(reading, words, COLUMN_GAP):
        first = piece[0]
        box = reading.box(first)
        before = first > 0 and reading.encoded.row[first - 1] == reading.encoded.row[first]
        captioned = bool(before and box.x0 - reading.box(first - 1).x1 <= CAPTION * box.height)
        out.append(_Piece(piece, reading.page(first), box.x0, box.y0, box.y1, captioned))
    return out


def _stacks(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Pieces right under each other, top down."""
    left = sorted(pieces, key=lambda p: (p.page, p.y0))
    out: list[list[_Piece]] = []
    for piece in left:
        for stack in out:
            last = stack[-1]
            high = last.y1 - last.y0
            below = last.page == piece.page and -SLACK * high <= piece.y0 - last.y1 <= LEAD * high
            if below and not piece.captioned and abs(piece.x0 - last.x0) <= INDENT * high:
                stack.append(piece)
                break
        else:
            out.append([piece])
    return out
