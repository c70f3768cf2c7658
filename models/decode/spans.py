"""Runs of words with one label: words side by side, then rows on top of each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from data.fields import FIELDS
from models.decode.reading import JOINS, LABEL, Reading, Run

GAP = 2.5
"""Largest gap between two words of one value on a row, in line heights."""
SPELLED = ("name", "address", "text", "id")
"""Kinds whose values are often several words."""
DROP = 1.3
"""Largest vertical gap between two rows of one value, in line heights."""


def make_run(reading: Reading, rows: Iterable[Sequence[int]], label: int) -> Run:
    kept = tuple(tuple(row) for row in rows if len(row))
    p = reading.field[[k for row in kept for k in row], label]
    return Run(kept, float(p.mean()), float(p.min()))


def row_pieces(reading: Reading, words: Sequence[int], gap: float = GAP) -> list[list[int]]:
    """Cut `words` (reading order) into pieces: same row, small gaps, nothing else in between."""
    pieces: list[list[int]] = []
    for k in words:
        if pieces:
            last = pieces[-1][-1]
            a, b = reading.box(last), reading.box(k)
            near = b.x0 - a.x1 <= gap * max(a.height, b.height)
            if reading.encoded.row[last] == reading.encoded.row[k] and near and k - last <= 2:
                pieces[-1].append(k)
                continue
        pieces.append([k])
    return pieces


def stacked(reading: Reading, upper: Sequence[int], lower: Sequence[int]) -> bool:
    """True when piece `lower` stands directly under piece `upper`, as the next line of one text does."""
    a, b = reading.box(upper[0]), reading.box(lower[0])
    if reading.page(upper[0]) != reading.page(lower[0]):
        return False
    height = max(a.height, b.height)
    drop = b.y0 - max(reading.box(k).y1 for k in upper)
    if not -0.5 * height < drop < DROP * height:
        return False
    if reading.encoded.block[upper[0]] == reading.encoded.block[lower[0]]:
        return True
    left, right = max(a.x0, b.x0), min(reading.box(upper[-1]).x1, reading.box(lower[-1]).x1)
    return right > left or abs(a.x0 - b.x0) < 2 * height


SURE = 0.9
"""Probability from which on the words before a colon are part of a free text ("Incoterms 2020: FOB Gdynia")."""


def without_caption(reading: Reading, piece: list[int], label: str) -> list[int]:
    """A piece of `label` without the caption that was taken in with its value: what stands before a colon is no value,
    but of a free text that the network is sure of."""
    for at in range(len(piece) - 2, -1, -1):
        if reading.text(piece[at]).endswith(":"):
            sure = reading.field[piece[: at + 1], LABEL[label]].min() >= SURE
            return piece if sure and FIELDS[label].kind == "text" else piece[at + 1 :]
    return piece


def wrapped(reading: Reading, pieces: list[list[int]]) -> list[list[list[int]]]:
    """Pieces of codes as lists of rows: one that breaks off ("PO", "4500-") goes on in the next row."""
    groups: list[list[list[int]]] = []
    for piece in pieces:
        if groups and _breaks_off(reading, groups[-1][-1]) and _next_row(reading, groups[-1][-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _breaks_off(reading: Reading, piece: list[int]) -> bool:
    """No code is without a digit, none ends in a sign that joins."""
    text = "".join(reading.text(k) for k in piece)
    return text.endswith(JOINS) or not any(c.isdigit() for c in text)


def _next_row(reading: Reading, upper: list[int], lower: list[int]) -> bool:
    a, b = reading.box(upper[-1]), reading.box(lower[0])
    drop = b.y0 - a.y1
    same_page = reading.page(upper[-1]) == reading.page(lower[0])
    return same_page and -0.5 * a.height < drop < DROP * max(a.height, b.height)


def runs(reading: Reading, words: Sequence[int], label: str, *, tall: bool, gap: float = GAP) -> list[Run]:
    """All runs of `label` among `words` (those that carry it); `tall` joins rows on top of each other, codes that
    break off go on in the next row."""
    number = LABEL[label]
    pieces = [without_caption(reading, piece, label) for piece in row_pieces(reading, words, gap)]
    if not tall:
        rows = wrapped(reading, pieces) if FIELDS[label].kind == "id" else [[piece] for piece in pieces]
        return [make_run(reading, group, number) for group in rows]
    groups: list[list[list[int]]] = []
    for piece in pieces:
        home = next((g for g in reversed(groups) if stacked(reading, g[-1], piece)), None)
        if home is None:
            groups.append([piece])
        else:
            home.append(piece)
    return [make_run(reading, group, number) for group in groups]


GROW = 0.08
"""Probability at which a word without a field joins the value beside it."""
GROWING = frozenset(LABEL[name] for name, field in FIELDS.items() if field.kind in SPELLED)


def grow(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Labels with values of several words made whole: a word without a field that may well carry the label of its
    neighbour in the same block and row, or of the word above it in the same address, takes it (hysteresis)."""
    out = labels.copy()
    e = reading.encoded
    same_row = np.flatnonzero((e.row[1:] == e.row[:-1]) & (e.block[1:] == e.block[:-1]))
    for _ in range(3):
        before = out.copy()
        for k in same_row.tolist():
            for mine, other in ((k, k + 1), (k + 1, k)):
                label = out[other]
                if out[mine] == 0 and label in GROWING and reading.field[mine, label] >= GROW:
                    out[mine] = label
        _grow_down(reading, out)
        if (out == before).all():
            break
    return out


ADDRESS = frozenset(LABEL[name] for name, field in FIELDS.items() if field.kind == "address")


def _grow_down(reading: Reading, labels: np.ndarray) -> None:  # type: ignore[type-arg]
    """Lines of an address take in the line above or below in their block (in place)."""
    e = reading.encoded
    for k in np.flatnonzero(e.above >= 0).tolist():
        j = int(e.above[k])
        if e.block[j] != e.block[k]:
            continue
        for mine, other in ((j, k), (k, j)):
            label = labels[other]
            if labels[mine] == 0 and label in ADDRESS and reading.field[mine, label] >= GROW:
                labels[mine] = label


CAUTION = 0.3
"""How much likelier than its probability "no field" is taken to be."""


def chosen_labels(reading: Reading, caution: float = 1.0) -> np.ndarray:  # type: ignore[type-arg]
    """`[n]` label of each word: the likeliest, "no field" counted `caution` times."""
    weighted = reading.field.copy()
    weighted[:, 0] *= caution
    out: np.ndarray = weighted.argmax(1)  # type: ignore[type-arg]
    return out
