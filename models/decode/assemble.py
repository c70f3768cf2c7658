"""A `Reading` to an `Extraction`: labels settled, values normalised, checks made, confidences given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from data.fields import FIELDS, ROLES
from data.result import Extraction, Line, Value
from data.schema import Document
from data.values import text, units
from data.values.habits import Habits, decide
from data.values.normalise import normalise
from models.calibrate import Calibrator
from models.checks import check, derive, reread
from models.decode.columns import settle_columns
from models.decode.header import Found, read_header
from models.decode.joined import join_codes, join_numbers, join_wrapped
from models.decode.kind import read_kind
from models.decode.lines import Cells, read_lines
from models.decode.merged import spread_merged
from models.decode.money import read_currency, speaks_of_tax
from models.decode.parties import PARTS, Party, close_gaps, read_parties, settle_blocks
from models.decode.reading import LABEL, Reading, Run, places, run_text, unbroken_text
from models.decode.spans import CAUTION, chosen_labels, grow
from models.decode.stacks import settle_stacks
from models.decode.totals import read_totals
from models.decode.unnumbered import without_rows_between


def assemble(reading: Reading, calibrator: Calibrator | None = None) -> Extraction:
    """The whole result of the page, without `file`-independent facts such as the model's name."""
    document = reading.document
    habits = decide(document)
    kind, kind_score = read_kind(reading)
    base = Extraction(
        file=document.file, sha256=document.sha256, pages=len(document.pages), language=habits.language,
        sources=tuple(dict.fromkeys(_sources(reading))), warnings=document.warnings,
        legibility=_legibility(document), document_type=kind,
        document_type_confidence=kind_score if len(reading.encoded) else None,
    )  # fmt: skip
    if base.document_type == "other":
        return base
    labels = settle_columns(reading, grow(reading, chosen_labels(reading, CAUTION)))
    labels = close_gaps(reading, settle_stacks(reading, settle_blocks(reading, labels)))
    labels = join_wrapped(reading, join_codes(reading, join_numbers(reading, labels)))
    fields = {name: _value(reading, found) for name, found in read_header(reading, labels, habits).items()}
    for party, parts in read_parties(reading, labels).items():
        fields |= _party(reading, party, parts)
    fields |= {name: _value(reading, found) for name, found in read_totals(reading, habits).items()}
    fields.pop("currency", None)
    fields |= _currency(reading, labels, habits)
    lines = spread_merged([_line(reading, cells, habits) for cells in read_lines(reading, labels)], document)
    order = {name: k for k, name in enumerate(FIELDS)}
    extraction = replace(base, fields=dict(sorted(fields.items(), key=lambda f: order[f[0]])), lines=lines)
    extraction = reread(extraction, document, habits)
    extraction = reread(extraction, document, habits)
    extraction = replace(extraction, lines=without_rows_between(extraction.lines))
    if not speaks_of_tax(reading, labels):
        extraction = derive(extraction)
    checks, completeness = check(extraction, document, word_roles(reading), habits)
    extraction = replace(extraction, checks=checks, completeness=completeness)
    return calibrator.apply(extraction, reading) if calibrator else extraction


def word_roles(reading: Reading) -> list[list[str]]:
    """Likeliest role of each word, by page and position on it."""
    out = [["other"] * len(page.words) for page in reading.document.pages]
    best = reading.role.argmax(1)
    for page, index, role in zip(reading.encoded.page, reading.encoded.index, best, strict=True):
        out[page][index] = ROLES[role]
    return out


def _sources(reading: Reading) -> list[str]:
    return [word.source for page in reading.document.pages for word in page.words]


def _legibility(document: Document) -> float | None:
    known = [w.confidence for w in document.words if w.source == "ocr" and w.confidence is not None]
    return sum(known) / len(known) if known else None


def _value(reading: Reading, found: Found) -> Value:
    return Value(
        found.value, run_text(reading, found.run), boxes=places(reading, found.run), score=found.run.score,
        lowest=found.run.lowest, margin=found.margin, candidates=tuple(v for v, _ in found.others),
    )  # fmt: skip


def _plain(reading: Reading, run: Run, value: str) -> Value:
    return Value(value, run_text(reading, run), boxes=places(reading, run), score=run.score, lowest=run.lowest,
                 margin=run.score)  # fmt: skip


def _party(reading: Reading, party: str, parts: Party) -> dict[str, Value]:
    out = {}
    for part, run in zip(PARTS, (parts.name, parts.address), strict=True):
        if run is None:
            continue
        rows = [" ".join(reading.text(k) for k in row) for row in run.rows]
        value = text.strip_label(text.join(rows) if part == "name" else ", ".join(r.strip(" ,;") for r in rows))
        if text.has_content(value):
            out[f"{party}.{part}"] = _plain(reading, run, value)
    return out


def _currency(reading: Reading, labels: np.ndarray, habits: Habits) -> dict[str, Value]:  # type: ignore[type-arg]
    found = read_currency(reading, labels, habits)
    if found is None:
        return {}
    code, k = found
    p = float(reading.field[k, LABEL["currency"]])
    # a sign glued to an amount carries the amount's label: then the vote of all signs is the evidence
    score = p if p > 0.5 else 0.9
    return {"currency": _plain(reading, Run(((k,),), score, score), code)}


def _line(reading: Reading, cells: Cells, habits: Habits) -> Line:
    values: dict[str, Value] = {}
    for name, run in cells.values.items():
        printed = run_text(reading, run)
        kind = FIELDS[f"line.{name}"].kind
        if name == "description":
            rows = [" ".join(reading.text(k) for k in row) for row in run.rows]
            value: str | None = text.join(rows) or None
        elif name == "quantity":
            number, unit = units.split_quantity(printed)
            value = normalise("number", number, habits)
            if unit and "unit" not in cells.values and (named := units.value(unit)) is not None:
                values["unit"] = replace(_plain(reading, run, named), text=unit)
        else:
            value = normalise(kind, unbroken_text(reading, run) if kind in ("id", "date") else printed, habits)
        if value is not None:
            others = [normalise(kind, run_text(reading, o), habits) for o in cells.others.get(name, ())]
            values[name] = replace(
                _plain(reading, run, value),
                margin=run.score - max((o.score for o in cells.others.get(name, ())), default=0.0),
                candidates=tuple(o for o in others if o is not None and o != value)[:3],
            )
    order = {name: k for k, name in enumerate(FIELDS)}
    return Line(cells.kind, cells.page, dict(sorted(values.items(), key=lambda f: order[f"line.{f[0]}"])))
