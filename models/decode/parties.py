"""Buyer, seller, ship-to and bill-to: name and address chosen together, a block judged as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.decode.reading import LABEL, Reading, Run, run_text
from models.decode.spans import make_run, runs

PARTIES = ("buyer", "seller", "ship_to", "bill_to")
PARTS = ("name", "address")
DOMINANT = 0.6
"""Share of a block's party probability from which on the block is clearly one party's."""
SURE, TORN = 0.95, 0.75
"""Mean probability from which on a row is not given to the party of its block: of a block that is clearly one party's,
and of one between two parties, whose rows must not be torn apart by a hair."""
LONGEST_GAP = 3
"""Words without a field that may stand inside a name or address and still be part of it; in a description one."""
COLUMN_GAP = 1.3
"""Gap between words above which a name goes on in another column, in line heights."""
TOGETHER = 0.35
"""What a name and an address gain for standing directly under each other."""


@dataclass(frozen=True, slots=True)
class Party:
    """The runs chosen for one party; None where the page does not print it."""

    name: Run | None
    address: Run | None


def settle_blocks(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Give the party words of a block to the party that most of its probability speaks for; returns new labels.

    Rows of which the network is sure stay: two parties printed close together make one block.
    """
    out = labels.copy()
    column = {(p, part): LABEL[f"{p}.{part}"] for p in PARTIES for part in PARTS}
    party_of = {number: (p, part) for (p, part), number in column.items()}
    tagged = np.isin(labels, list(party_of))
    for block in np.unique(reading.encoded.block[tagged]):
        words = np.flatnonzero(tagged & (reading.encoded.block == block))
        weight = {p: float(sum(reading.field[words, column[p, part]].sum() for part in PARTS)) for p in PARTIES}
        best = max(weight, key=lambda p: weight[p])
        keeps = SURE if weight[best] >= DOMINANT * sum(weight.values()) else TORN
        for row in np.unique(reading.encoded.row[words]):
            here = words[reading.encoded.row[words] == row]
            if reading.field[here, labels[here]].mean() < keeps:
                for k in here:
                    out[k] = column[best, party_of[int(out[k])][1]]
    return out


def close_gaps(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """Give words without a field that stand inside a name, an address or a description the label around them."""
    out = labels.copy()
    wanted = {LABEL[f"{p}.{part}"]: LONGEST_GAP for p in PARTIES for part in PARTS} | {LABEL["line.description"]: 1}
    e = reading.encoded
    for k in np.flatnonzero(np.isin(labels, list(wanted))).tolist():
        j = k + 1
        while (
            j < len(labels)
            and j - k <= wanted[int(labels[k])] + 1
            and e.row[j] == e.row[k]
            and e.block[j] == e.block[k]
        ):
            if labels[j] == labels[k]:
                out[k + 1 : j] = labels[k]
                break
            if labels[j] != 0:
                break
            j += 1
    return out


def read_parties(reading: Reading, labels: np.ndarray) -> dict[str, Party]:  # type: ignore[type-arg]
    """The best pair of name and address for each party that is printed."""
    out = {}
    for party in PARTIES:
        names = _candidates(reading, labels, f"{party}.name", tall=True)
        addresses = _candidates(reading, labels, f"{party}.address", tall=True)
        if names or addresses:
            out[party] = _pair(reading, names, addresses)
    return {party: _named_alike(reading, out, party) for party in out}


def _named_alike(reading: Reading, found: dict[str, Party], party: str) -> Party:
    """`party` without the person above (or the department below) its name, where the rest of the rows is the whole name
    of another party: a firm that has its goods sent to itself, for the attention of somebody."""
    own = found[party]
    if own.name is None or len(own.name.rows) < 2:
        return own
    others = {_key(reading, p.name) for name, p in found.items() if name != party and p.name is not None}
    for rows in (own.name.rows[1:], own.name.rows[:-1]):
        rest = make_run(reading, rows, LABEL[f"{party}.name"])
        if _key(reading, rest) in others:
            return Party(rest, own.address)
    return own


def _key(reading: Reading, name: Run) -> str:
    return run_text(reading, name).casefold().strip(" ,;")


def _candidates(reading: Reading, labels: np.ndarray, label: str, *, tall: bool) -> list[Run]:  # type: ignore[type-arg]
    words: Sequence[int] = np.flatnonzero(labels == LABEL[label]).tolist()
    return runs(reading, words, label, tall=tall, gap=COLUMN_GAP)


def _pair(reading: Reading, names: list[Run], addresses: list[Run]) -> Party:
    best: tuple[float, Run | None, Run | None] = (-1.0, None, None)
    for name in names or [None]:  # type: ignore[list-item]
        for address in addresses or [None]:  # type: ignore[list-item]
            # of equally likely names the whole one, not the piece that wrapped
            score = (name.score + 0.02 * min(len(name.words), 4) if name else 0) + (address.score if address else 0)
            # a fuller address says more than a fragment of one
            score += 0.05 * min(len(address.words), 8) / 8 if address else 0
            if name and address and _under(reading, name, address):
                score += TOGETHER
            if score > best[0]:
                best = (score, name, address)
    return Party(best[1], best[2])


def _under(reading: Reading, name: Run, address: Run) -> bool:
    """True when the address starts right below (or behind) the name."""
    last, first = reading.box(name.rows[-1][0]), reading.box(address.rows[0][0])
    if reading.page(name.words[-1]) != reading.page(address.words[0]):
        return False
    drop = first.y0 - last.y1
    beside = abs(first.cy - last.cy) < 0.5 * last.height
    return beside or (-0.5 * last.height < drop < 3.5 * last.height and abs(first.x0 - last.x0) < 6 * last.height)
