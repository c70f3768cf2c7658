"""Net, tax and gross chosen together: probabilities of the words and the arithmetic between the three.

An amount that looks like a total may be any of the three: which one is told by its own label and by what adds up, with
freight, handling or a commission printed between them allowed for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import combinations, product

import numpy as np

from data.values.habits import Habits
from data.values.normalise import normalise
from models.arithmetic import rough_value
from models.decode.header import TOTALS, Found
from models.decode.reading import LABEL, Reading, Run
from models.decode.spans import make_run, row_pieces
from models.encode import NUMBER

FLOOR = 0.08
"""Least probability of being any total at which an amount stands for election."""
OWN = 0.5
"""Weight of an amount's probability for the very total; the rest goes to its being a total at all."""
ABSENT = 0.35
"""What leaving a total out is worth; an amount wins over it by scoring more than this."""
AGREES = 0.6
"""What net + tax = gross is worth."""
EXPLAINED = 0.45
"""What it is worth when amounts printed among the totals make up the difference."""
TAX_ALONE = 0.3
"""What a printed tax without a gross total costs: who prints a tax prints what is to be paid."""
NOTHING = 0.5
"""What a total of nought costs: it stands in many a column (tax, paid so far), and is seldom what an order comes to."""
PROVEN = 0.6
"""Score of an amount that only arithmetic makes a total."""
MOST = 6
"""Candidates considered for each total."""
BETWEEN = 8
"""Amounts among the totals that may explain a difference."""
CENT = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A printed amount with its score as one of the three totals."""

    value: str
    amount: Decimal
    run: Run
    score: float


Choice = tuple[Candidate | None, Candidate | None, Candidate | None]


def read_totals(reading: Reading, habits: Habits) -> dict[str, Found]:
    """The best combination of printed totals; one that is not printed is left out."""
    pieces = _amounts(reading, habits)
    options = [_ranked(reading, name, pieces) for name in TOTALS]
    best: tuple[float, Choice] = (-1.0, (None, None, None))
    for choice in product(*([None, *o] for o in options)):
        score = _worth(reading, choice)  # type: ignore[arg-type]
        if score > best[0]:
            best = (score, choice)  # type: ignore[assignment]
    best = (best[0], _completed(reading, best[1], habits))
    out: dict[str, Found] = {}
    for name, chosen, mine in zip(TOTALS, best[1], options, strict=True):
        if chosen is not None:
            rest = [o for o in mine if o.value != chosen.value]
            margin = chosen.score - (rest[0].score if rest else 0.0)
            out[name] = Found(chosen.run, chosen.value, margin, tuple((o.value, o.run) for o in rest[:3]))
    return out


def _completed(reading: Reading, choice: Choice, habits: Habits) -> Choice:
    """Net and tax of a gross total that the page prints again beside two amounts which make it up.

    Grids of totals (captions in one row, amounts in the next) are told by their arithmetic alone: one row prints
    a, b and a + b, and the sum is the gross that was found. Taken only where exactly one such pair exists.
    """
    net, tax, gross = choice
    if gross is None or net is not None or tax is not None or gross.amount <= 0:
        return choice
    e = reading.encoded
    found: dict[tuple[str, str], Choice] = {}
    for row in np.unique(
        e.row[[k for k in range(len(e)) if abs(rough_value(reading.text(k)) - float(gross.amount)) < 0.005]]
    ):
        amounts = []
        for piece in row_pieces(reading, np.flatnonzero((e.row == row) & (e.numeric[:, NUMBER] > 0)).tolist(), gap=1.0):
            value = normalise("amount", " ".join(reading.text(k) for k in piece), habits)
            if value is not None and Decimal(value) > 0:
                amounts.append(Candidate(value, Decimal(value), make_run(reading, [piece], LABEL["total_net"]), PROVEN))
        if all(c.amount != gross.amount for c in amounts):
            continue
        for a, b in combinations(amounts, 2):
            small, large = sorted((a, b), key=lambda c: c.amount)
            if small.amount + large.amount == gross.amount:
                found[large.value, small.value] = (_proven(large), _proven(small), gross)
    return next(iter(found.values())) if len(found) == 1 else choice


def _proven(c: Candidate) -> Candidate:
    """The candidate with what its arithmetic says of it instead of what its words looked like."""
    return Candidate(c.value, c.amount, Run(c.run.rows, PROVEN, PROVEN), PROVEN)


def _amounts(reading: Reading, habits: Habits) -> list[tuple[list[int], str, Decimal]]:
    """Word positions, value and amount of everything that may be a total."""
    p = reading.field[:, [LABEL[name] for name in TOTALS]].sum(1)
    out = []
    for piece in row_pieces(reading, np.flatnonzero(p >= FLOOR).tolist(), gap=1.0):
        value = normalise("amount", " ".join(reading.text(k) for k in piece), habits)
        if value is not None:
            try:
                out.append((piece, value, Decimal(value)))
            except InvalidOperation:
                continue
    return out


def _ranked(reading: Reading, name: str, pieces: Sequence[tuple[list[int], str, Decimal]]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    columns = [LABEL[n] for n in TOTALS]
    for piece, value, amount in pieces:
        any_total = float(reading.field[piece][:, columns].sum(1).mean())
        run = make_run(reading, [piece], LABEL[name])
        score = OWN * run.score + (1 - OWN) * any_total
        if value not in found or found[value].score < score:
            found[value] = Candidate(value, amount, run, score)
    return sorted(found.values(), key=lambda c: -c.score)[:MOST]


def _worth(reading: Reading, choice: Choice) -> float:
    used = [c.run.words for c in choice if c is not None]
    if len(set(used)) < len(used):
        return -1.0  # one printed amount is not two totals here; `derive` says when it is
    score = sum(ABSENT if c is None else c.score for c in choice)
    net, tax, gross = choice
    if tax is not None and any(c is not None and 0 < abs(c.amount) <= abs(tax.amount) for c in (net, gross)):
        return -1.0  # no tax is as large as what it is on
    if tax is not None and any(c is not None and tax.amount * c.amount < 0 for c in (net, gross)):
        return -1.0  # what is taken off is a discount or a commission, no tax
    if any(c is not None and c.amount == 0 for c in (net, gross)):
        return score - NOTHING  # and noughts always add up
    if net is None or gross is None:
        return score - (TAX_ALONE if tax is not None and tax.amount and gross is None else 0)
    rest = gross.amount - net.amount - (tax.amount if tax else 0)
    if abs(rest) <= CENT:
        return score + (AGREES if tax else EXPLAINED)
    if abs(gross.amount) < abs(net.amount):
        return -1.0  # what is to be paid with tax is never less than without
    return score + (EXPLAINED if _explained(reading, rest, choice) else -0.2)


def _explained(reading: Reading, rest: Decimal, choice: Choice) -> bool:
    """True when one to three amounts printed among the chosen totals make up `rest`."""
    rows = [int(reading.encoded.row[c.run.words[0]]) for c in choice if c is not None]
    used = {k for c in choice if c is not None for k in c.run.words}
    e = reading.encoded
    near = np.flatnonzero((e.row >= min(rows) - 1) & (e.row <= max(rows) + 1)).tolist()
    values = [v for k in near if k not in used and np.isfinite(v := rough_value(reading.text(k))) and v > 0][:BETWEEN]
    target = abs(float(rest))
    return any(abs(sum(c) - target) <= 0.02 for n in (1, 2, 3) for c in combinations(values, n))
