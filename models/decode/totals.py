"""Net, tax and gross chosen together: probabilities of the words and the arithmetic between the three."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from itertools import product

import numpy as np

from data.values.habits import Habits
from data.values.normalise import normalise
from models.decode.header import TOTALS, Found
from models.decode.reading import LABEL, Reading, Run, run_text
from models.decode.spans import make_run, row_pieces

FLOOR = 0.08
"""Least probability at which an amount stands for election as a total."""
ABSENT = 0.35
"""What leaving a total out is worth; a word wins over it with more probability than this."""
AGREES = 0.6
"""What net + tax = gross is worth."""
MOST = 6
"""Candidates considered for each total."""


def read_totals(reading: Reading, habits: Habits) -> dict[str, Found]:
    """The best combination of printed totals; one that is not printed is left out."""
    options: list[list[tuple[str, Run] | None]] = []
    for name in TOTALS:
        p = reading.field[:, LABEL[name]]
        pieces = row_pieces(reading, np.flatnonzero(p >= FLOOR).tolist(), gap=1.0)
        found: dict[str, Run] = {}
        for piece in pieces:
            run = make_run(reading, [piece], LABEL[name])
            value = normalise("amount", run_text(reading, run), habits)
            if value is not None and (value not in found or found[value].score < run.score):
                found[value] = run
        ranked = sorted(found.items(), key=lambda item: -item[1].score)[:MOST]
        options.append([None, *ranked])
    best_score, best_choice = -1.0, (None, None, None)
    for choice in product(*options):
        score = _worth(choice)
        if score > best_score:
            best_score, best_choice = score, choice  # type: ignore[assignment]
    out: dict[str, Found] = {}
    for name, chosen, mine in zip(TOTALS, best_choice, options, strict=True):
        if chosen is not None:
            value, run = chosen
            rest = tuple(o for o in mine if o is not None and o[0] != value)
            margin = run.score - (rest[0][1].score if rest else 0.0)
            out[name] = Found(run, value, margin, rest)
    return out


def _worth(choice: tuple[tuple[str, Run] | None, ...]) -> float:
    score = sum(ABSENT if c is None else c[1].score for c in choice)
    used = [c[1].words for c in choice if c is not None]
    if len(set(used)) < len(used):
        return -1.0  # one printed amount cannot be two totals here; `derive` says when it is
    if all(c is not None for c in choice):
        try:
            net, tax, gross = (Decimal(c[0]) for c in choice if c is not None)
        except InvalidOperation:
            return score
        score += AGREES if abs(net + tax - gross) <= Decimal("0.02") else -0.2
    return score
