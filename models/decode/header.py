"""Header fields apart from parties and totals: the best printed value of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from data.fields import HEADER, Kind
from data.values.habits import Habits
from data.values.ids import vat_inside, vat_lacks
from data.values.normalise import normalise
from models.decode.parties import PARTIES
from models.decode.reading import LABEL, Reading, Run, run_text, unbroken_text
from models.decode.spans import GAP, runs

TOTALS = ("total_net", "total_tax", "total_gross")
WORD_GAP = 1.3
"""Gap above which two words are two values, in line heights (codes, dates, e-mails)."""
AGAIN = 0.03
"""What a value gains each time the document prints it again with the same label."""


@dataclass(frozen=True, slots=True)
class Found:
    """A run with its normalised value and how far ahead of the next different value it is."""

    run: Run
    value: str
    margin: float
    others: tuple[tuple[str, Run], ...] = ()


def read_header(reading: Reading, labels: np.ndarray, habits: Habits) -> dict[str, Found]:  # type: ignore[type-arg]
    """Every header field that is neither a party's name or address nor a total."""
    out: dict[str, Found] = {}
    for field in HEADER:
        if field.name in TOTALS or (field.name.split(".")[0] in PARTIES and field.kind in ("name", "address")):
            continue
        words = np.flatnonzero(labels == LABEL[field.name]).tolist()
        if field.name == "payment_terms":
            words = _with_days(reading, words, labels)
        if not words:
            continue
        # a VAT number in a narrow column wraps behind its country code
        tall = field.kind == "text" or field.name.endswith(".vat_id")
        candidates = runs(reading, words, field.name, tall=tall, gap=GAP if field.kind == "text" else WORD_GAP)
        if field.kind == "date":  # one written out ("22 de enero de / 2026") wraps too; half of it reads as no date
            candidates += [r for r in runs(reading, words, field.name, tall=True, gap=WORD_GAP) if len(r.rows) > 1]
        found = best(reading, candidates, field.kind, habits)
        if found is not None:
            out[field.name] = _whole_vat(reading, found) if field.name.endswith(".vat_id") else found
    return out


def _whole_vat(reading: Reading, found: Found) -> Found:
    """A VAT id without the register number before it, and with the groups of digits behind it that it lacks."""
    value = vat_inside(found.value)
    if value != found.value:
        return replace(found, value=value)
    words, row = list(found.run.rows[-1]), reading.encoded.row
    for k in range(words[-1] + 1, min(words[-1] + 4, len(row))):
        lacks, text = vat_lacks(value), reading.text(k)
        box, last = reading.box(k), reading.box(k - 1)
        beside = row[k] == row[k - 1] and box.x0 - last.x1 <= WORD_GAP * box.height
        wrapped = row[k] == row[k - 1] + 1 and box.x0 < last.x0 and box.y0 - last.y1 <= box.height
        if not lacks or not (beside or wrapped) or not text.isalnum() or len(text) > lacks:
            break
        value, words = f"{value} {text}", [*words, k]
    if value == found.value or vat_lacks(value):
        return found
    run = replace(found.run, rows=(*found.run.rows[:-1], tuple(words)))
    return replace(found, value=value, run=run)


def _with_days(reading: Reading, words: list[int], labels: np.ndarray) -> list[int]:  # type: ignore[type-arg]
    """Terms of payment with the due dates printed inside them: "net by 4 July" is one sentence of two fields."""
    out = set(words)
    due = np.flatnonzero(labels == LABEL["due_date"]).tolist()
    for order, step in ((due, -1), (due[::-1], 1)):
        for k in order:
            if k + step in out and _side_by_side(reading, *sorted((k, k + step))):
                out.add(k)
    return sorted(out)


def _side_by_side(reading: Reading, left: int, right: int) -> bool:
    a, b = reading.box(left), reading.box(right)
    same = reading.encoded.row[left] == reading.encoded.row[right]
    return bool(same and b.x0 - a.x1 <= WORD_GAP * max(a.height, b.height))


def best(reading: Reading, candidates: list[Run], kind: Kind, habits: Habits) -> Found | None:
    """The value with the strongest run; runs that do not read as `kind` are no candidates."""
    by_value: dict[str, list[Run]] = {}
    for run in candidates:
        printed = unbroken_text(reading, run) if kind in ("id", "date") else run_text(reading, run)
        value = normalise(kind, printed, habits)
        if value is not None:
            by_value.setdefault(value, []).append(run)
    if not by_value:
        return None
    strength = {v: max(r.score for r in rs) + AGAIN * min(len(rs) - 1, 4) for v, rs in by_value.items()}
    order = sorted(by_value, key=lambda v: -strength[v])
    top = order[0]
    margin = strength[top] - (strength[order[1]] if len(order) > 1 else 0.0)
    run = max(by_value[top], key=lambda r: r.score)
    others = tuple((v, max(by_value[v], key=lambda r: r.score)) for v in order[1:4])
    return Found(run, top, margin, others)
