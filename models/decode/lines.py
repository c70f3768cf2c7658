"""Line items: rows by role, rows to lines, words to cells."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from data.fields import FIELDS
from models.decode.halves import NUMBERS, join_halves
from models.decode.joined import below, breaks_off
from models.decode.reading import LABEL, ROLE, Reading, Run
from models.decode.spans import make_run, row_pieces

ITEM_FIELDS = [name for name in FIELDS if name.startswith("line.")]
WIDE = {"line.description"}
"""Fields whose words are all taken, over all rows; of the others the best run is taken."""
TEXT = {0, LABEL["line.description"]}
"""Labels of a row above the numbers that is text and nothing else, whatever single words of it looked like."""
OWN_LINE = {"charge", "discount", "section", "comment", "subtotal"}
OPENS = 0.5
"""Probability of a start above which a row opens a line."""
SURELY_NOT = 0.25
"""The same below which it surely opens none."""
CELL_GAP = {"number": 0.8, "amount": 0.8}
"""Gap above which two numbers are two cells, in line heights: a thousands blank is a third of one."""
WORD_GAP = 1.3
"""The same for codes, dates and units."""
ITEM_ROW_BONUS = 0.15
"""What a value gains for standing on the row that holds the numbers of its item."""


@dataclass(slots=True)
class Draft:
    """A line being put together."""

    kind: str
    rows: list[int] = field(default_factory=list)
    """Row numbers, top to bottom."""
    main: int = -1
    """The row that holds the numbers."""
    score: float = 0.0
    """Probability of the main row's role."""
    texts: list[int] = field(default_factory=list)
    """Rows whose unlabelled words are text of the item."""


@dataclass(frozen=True, slots=True)
class Cells:
    """A line with the runs that print its values."""

    kind: str
    page: int
    score: float
    values: dict[str, Run]
    others: dict[str, tuple[Run, ...]]
    """Runs of the same label that were not taken."""
    rows: tuple[int, ...]


def row_words(reading: Reading) -> list[np.ndarray]:  # type: ignore[type-arg]
    """Positions of the words of every visual row."""
    row = reading.encoded.row
    if len(row) == 0:
        return []
    return np.split(np.arange(len(row)), np.flatnonzero(np.diff(row)) + 1)


@dataclass(frozen=True, slots=True)
class TableRow:
    """What the network says about one visual row."""

    number: int
    role: str
    score: float
    start: float
    """Probability that it is the first row of its line."""
    cells: frozenset[str]
    """Labels of the numbers on it that an item has once."""


def table_rows(reading: Reading, labels: np.ndarray, rows: list[np.ndarray]) -> list[TableRow]:  # type: ignore[type-arg]
    """Role and start of every row, judged by the words that belong to the table where there are such."""
    names = list(ROLE)
    out = []
    for number, words in enumerate(rows):
        p = reading.role[words]
        table = p[:, 0] < 0.5
        inside = words[table] if table.any() and table.mean() >= 0.25 else words
        mean = reading.role[inside].mean(0)
        best = names[int(mean.argmax())]
        cells = frozenset(_name(labels[k]) for k in words) & NUMBERS
        # two numbers of an item make an item row even where its text looks like a note
        if best in ("other", "lead", "comment") and len(cells) >= 2 and mean[ROLE["item"]] > 0.2:
            best = "item"
        out.append(TableRow(number, best, float(mean[ROLE[best]]), float(reading.start[inside].mean()), cells))
    return out


def draft_lines(reading: Reading, labels: np.ndarray, rows: list[np.ndarray]) -> list[Draft]:  # type: ignore[type-arg]
    """Rows to lines: a row that starts a line opens one, any other joins the line above it, over page breaks too."""
    lines: list[Draft] = []
    filled: dict[int, set[str]] = {}
    waiting: Draft | None = None
    for row in table_rows(reading, labels, rows):
        if row.role in ("other", "head"):
            continue
        kind = row.role if row.role in OWN_LINE else "item"
        wanted = ("item", "charge") if kind == "item" else (kind,)
        home = next((d for d in reversed(lines) if d.kind in wanted), None)
        opens = row.start > OPENS or home is None or (kind != "item" and lines[-1] is not home)
        if home is not None and len(row.cells) >= 2 and row.cells <= filled[id(home)]:
            opens = True  # the line above has all of these numbers: this is another one
        if home is not None and row.role == "item" and waiting is home:
            opens = False  # text above the numbers waits for them, whatever their row says of itself
        if opens or home is None:
            above = _title_above(lines, row)
            home = Draft(kind, list(above), row.number, row.score, list(above))
            lines.append(home)
            filled[id(home)] = set()
        home.rows.append(row.number)
        if kind == "item" and row.role == "lead" and not set(labels[rows[row.number]].tolist()) - TEXT:
            home.texts.append(row.number)
        waiting = home if row.role == "lead" and not filled[id(home)] else None
        if len(row.cells) > len(filled[id(home)]):
            home.main, home.score = row.number, row.score
        filled[id(home)] |= row.cells
    return lines


def _title_above(lines: list[Draft], row: TableRow) -> list[int]:
    """Rows of the section just above an item row that says of itself that it begins no line: they are the beginning,
    a text above its numbers that looked like a title. Taken out of `lines`."""
    if row.role != "item" or row.start > SURELY_NOT or not lines or lines[-1].kind != "section":
        return []
    return lines.pop().rows if lines[-1].rows[-1] == row.number - 1 else []


def _name(label: int) -> str:
    return list(LABEL)[int(label)]


def cells_of(reading: Reading, labels: np.ndarray, rows: list[np.ndarray], draft: Draft) -> Cells:  # type: ignore[type-arg]
    """Values of one line. For each field the best run; description takes all of its words."""
    by_label: dict[str, list[int]] = {}
    for number in draft.rows:
        for k in rows[number]:
            name = _name(labels[k])
            if number in draft.texts and labels[k] == 0:
                name = "line.description"
            if name.startswith("line."):
                by_label.setdefault(name, []).append(int(k))
    values: dict[str, Run] = {}
    others: dict[str, tuple[Run, ...]] = {}
    page = reading.page(int(rows[draft.main][0]))
    for name, words in by_label.items():
        if name in WIDE:
            values[name[5:]] = make_run(reading, row_pieces(reading, words, gap=1e9), LABEL[name])
            continue
        gap = CELL_GAP.get(FIELDS[name].kind, WORD_GAP)
        pieces = row_pieces(reading, words, gap)
        groups = _wrapped(reading, pieces) if FIELDS[name].kind in ("id", "date") else [[piece] for piece in pieces]
        candidates = [make_run(reading, group, LABEL[name]) for group in groups]
        candidates.sort(key=lambda run: -run.score - ITEM_ROW_BONUS * _on(reading, run, draft.main))
        values[name[5:]] = candidates[0]
        if len(candidates) > 1:
            others[name[5:]] = tuple(candidates[1:])
    if draft.kind != "item" and "description" not in values:
        plain = [int(k) for number in draft.rows for k in rows[number] if labels[k] == 0]
        if plain:
            values["description"] = make_run(reading, row_pieces(reading, plain, gap=1e9), 0)
    return Cells(draft.kind, page, draft.score, values, others, tuple(draft.rows))


def _wrapped(reading: Reading, pieces: list[list[int]]) -> list[list[list[int]]]:
    """Pieces as lists of rows: one that breaks off at a hyphen goes on in the piece under it."""
    groups: list[list[list[int]]] = []
    for piece in pieces:
        home = next(
            (g for g in groups if breaks_off(reading, g[-1][-1]) and below(reading, g[-1][-1]) == piece[0]), None
        )
        if home is None:
            groups.append([piece])
        else:
            home.append(piece)
    return groups


def _on(reading: Reading, run: Run, row: int) -> bool:
    return int(reading.encoded.row[run.words[0]]) == row


def read_lines(reading: Reading, labels: np.ndarray) -> list[Cells]:  # type: ignore[type-arg]
    """All lines of the document, in order. Items without any value are dropped: nothing was read there."""
    rows = row_words(reading)
    drafts = draft_lines(reading, labels, rows)
    fields = [frozenset(_name(labels[k]) for row in d.rows for k in rows[row]) - {"O"} for d in drafts]
    for k in reversed(join_halves(drafts, fields)):
        drafts[k + 1].rows[:0] = drafts[k].rows
        drafts[k + 1].texts[:0] = drafts[k].texts
        del drafts[k]
    found = [cells_of(reading, labels, rows, draft) for draft in drafts]
    return [cells for cells in found if cells.values and (cells.kind != "item" or set(cells.values) - {"line_no"})]
