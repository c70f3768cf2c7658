"""What the words of a document are, by the words of remembered ones of the same layout.

Each word is compared with every remembered word: what it says or is shaped like, what stands left, right and above,
where it stands between words that both documents have. Then rows are compared as wholes and brought into order (Viterbi
1967: a row follows the one before, a line of the table may begin again after a line), and a word is what the most alike
word in the most alike row was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data.fields import LABELS
from models.memory.look import Floats, Ints, Look
from models.memory.sample import UNKNOWN, Sample

COUNT = len(LABELS)
F = np.float32
NEAR = 7.0
"""Difference of two edges at which they count as aligned, thousandths of the page width."""
FAR = 12.0
"""The same for heights."""
TEXT, SHAPE, LEFT, CAPTION, RIGHT, ABOVE, EDGE, HIGH = 1.4, 0.7, 0.55, 0.6, 0.3, 0.5, 0.9, 0.9
WHOLE = TEXT + SHAPE + LEFT + CAPTION + RIGHT + ABOVE + EDGE + HIGH
WITHIN = 0.55
"""Likeness of a word that stands where a free text stands."""
CODED = 0.42
"""The same of a word with digits: it may as well be a code that stands in the text."""
ROW = 0.8
"""What the likeness of rows counts for beside that of words."""
CHAIN = 0.5
"""What it counts for besides that the rows stand in order."""
STEP, AGAIN, SKIP, BACK, LOST, ALONE = 0.0, 0.03, 0.12, 0.45, 0.3, 0.28
"""Costs of going on: to the next row, to a line's first row after a line, over rows, back, to no row; and the likeness
that a row of nothing known has."""


@dataclass(frozen=True)
class Recalled:
    """What is remembered of each word of a document."""

    label: Ints
    """`[n]` class number of its field; `UNKNOWN` where nothing is remembered."""
    sure: Floats
    """`[n]` 0 to 1: how much alike and how far ahead of any other field the remembered words are."""
    role: Ints
    """`[n]`, `UNKNOWN` where the row was not recognised."""
    row_sure: Floats
    start: Floats
    """`[n]` 1 where the word's row begins a line."""


def recall(new: Look, samples: list[Sample]) -> Recalled:
    """Transfer labels and roles of `samples` (of the same layout) to the words of `new`."""
    best = np.full((len(new), COUNT + 1), -1.0, np.float32)
    rows = int(new.row.max()) + 1 if len(new) else 0
    row_score, row_role, row_start = np.full(rows, F(-1)), np.full(rows, UNKNOWN), np.zeros(rows, np.float32)
    for sample in samples:
        if not len(sample.texts):
            continue
        score, likeness, path = _scores(new, sample)
        for label in np.unique(sample.labels):
            column = score[:, sample.labels == label].max(1)
            best[:, label] = np.maximum(best[:, label], column)
        _rows(sample, likeness, path, row_score, row_role, row_start)
    order = np.sort(best, axis=1)
    label = best.argmax(1)
    top, second = order[:, -1], np.maximum(order[:, -2], 0.0)
    sure = _squash((top - 0.45) * 9) * _squash((top - second) * 30 + 0.4)
    label = np.where(label == COUNT, UNKNOWN, label)
    return Recalled(label, sure, row_role[new.row], _squash((row_score[new.row] - 0.42) * 12), row_start[new.row])


def _squash(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-x)), np.float32)


def _rows(sample: Sample, likeness: Floats, path: Ints, score: Floats, role: Ints, start: Floats) -> None:
    """Roles of the rows that were recognised, where no other sample knows them better (in place)."""
    look = sample.look
    first = {int(line): int(look.row[sample.lines == line].min()) for line in np.unique(sample.lines) if line >= 0}
    starts = set(first.values())
    for r, s in enumerate(path):
        if s >= 0 and likeness[r, s] > score[r]:
            inside = look.row == s
            roles = sample.roles[inside]
            score[r] = likeness[r, s]
            role[r] = int(np.bincount(roles + 1).argmax()) - 1 if len(roles) else UNKNOWN
            start[r] = float(s in starts)


def _scores(new: Look, sample: Sample) -> tuple[Floats, Floats, Ints]:
    """`[n, m]` likeness of words with their rows, `[rows, rows]` of rows, and the remembered row of each row."""
    old = sample.look
    words = _words(new, old, sample)
    rows = _row_likeness(words, new, old)
    path = _path(rows, sample)
    chosen = np.zeros_like(rows)
    there = path >= 0
    chosen[np.flatnonzero(there), path[there]] = rows[np.flatnonzero(there), path[there]]
    context = (F(ROW) * rows + F(CHAIN) * chosen)[np.ix_(new.row, old.row)]
    weight = np.where(sample.lines >= 0, F(1), F(0.6))[None, :]
    total = (words + weight * context) / (1 + weight * F(ROW + CHAIN))
    return total, rows, path


def _words(new: Look, old: Look, sample: Sample) -> Floats:
    """`[n, m]` likeness of words, 0 to 1."""

    def agrees(weight: float, a: Ints, b: Ints) -> Floats:
        return np.asarray(F(weight) * (a[:, None] == b[None, :]), np.float32)

    dx, dy = _offsets(new, old, sample)
    shapes = agrees(1.0, new.shape, old.shape)
    score = np.where(new.fixed[:, None] & old.fixed[None, :], agrees(TEXT, new.key, old.key), shapes * F(TEXT / 2))
    score += shapes * F(SHAPE)
    for weight, a, b in ((LEFT, new.left, old.left), (CAPTION, new.caption, old.caption),
                         (RIGHT, new.right, old.right), (ABOVE, new.above, old.above)):  # fmt: skip
        score += agrees(weight, a, b)
    score += F(EDGE) * np.exp(-((dx / F(NEAR)) ** 2))
    # the table grows: how high its words stand says nothing
    score += F(HIGH) * np.where(sample.lines >= 0, F(0.5), np.exp(-((dy / F(FAR)) ** 2)))
    _free_text(score, new, old, sample)
    height = new.size[:, None] / np.maximum(old.size[None, :], F(0.1))
    score *= np.where((height < F(0.75)) | (height > F(1.33)), F(0.9 / WHOLE), F(1 / WHOLE))
    return score


def _free_text(score: Floats, new: Look, old: Look, sample: Sample) -> None:
    """Words of a description, and of rows of a line that hold no value, say other things each time and stand anywhere
    between their edges: those are the likeness (in place)."""
    a, b = _anchors(new, old)
    shift = float(np.median(new.x0[a] - old.x0[b])) if len(a) else 0.0
    for inside in sample.texts_of_lines:
        left, right = old.x0[inside].min() + shift, old.x1[inside].max() + shift
        within = (new.x0 >= left - NEAR) & (new.x0 <= right + NEAR)
        alike = np.where(new.fixed, F(WITHIN * WHOLE), F(CODED * WHOLE))
        score[:, inside] = np.maximum(score[:, inside], np.where(within, alike, F(0))[:, None])


def _offsets(new: Look, old: Look, sample: Sample) -> tuple[Floats, Floats]:
    """How far each word stands from where the other would stand now, sideways and in height."""
    a, b = _anchors(new, old)
    shift = F(np.median(new.x0[a] - old.x0[b])) if len(a) else F(0)
    moved = np.full(len(old), shift, np.float32)
    ended = moved.copy()
    known = {int(j): (new.x0[i] - old.x0[j], new.x1[i] - old.x1[j]) for i, j in zip(a, b, strict=True)}
    heads = [h for h in _heads(sample) if h in known]
    for j in np.flatnonzero(sample.lines >= 0) if heads else ():
        lap, h = max((min(old.x1[h], old.x1[j]) - max(old.x0[h], old.x0[j]), h) for h in heads)
        if lap > -20:
            moved[j], ended[j] = known[h]
    lefts, rights = [old.x0 + shift], [old.x1 + shift]
    if heads:
        lefts, rights = [*lefts, old.x0 + moved], [*rights, old.x1 + ended]
    options = [np.abs(new.x0[:, None] - x[None, :]) for x in lefts]
    options += [np.abs(new.x1[:, None] - x[None, :]) for x in rights]
    dx = options[0]
    for option in options[1:]:
        np.minimum(dx, option, out=dx)
    above, below = (np.abs(new.y[:, None] - (old.y + f)[None, :]) for f in _falls(new, old, a, b))
    dy = np.minimum(above, below)
    if new.page.max() == old.page.max():
        dy[new.page[:, None] != old.page[None, :]] = 60.0
    return dx, dy


def _heads(sample: Sample) -> list[int]:
    """Fixed words in the three rows above the first line."""
    look = sample.look
    if not (sample.lines >= 0).any():
        return []
    first = int(look.row[sample.lines >= 0].min())
    return [int(k) for k in np.flatnonzero((look.row < first) & (look.row >= first - 3) & look.fixed)]


def _anchors(new: Look, old: Look) -> tuple[Ints, Ints]:
    """Pairs of fixed words that stand once on a page of both."""
    mine = _once(new)
    theirs = _once(old)
    common = [(mine[k], theirs[k]) for k in mine.keys() & theirs.keys()]
    if not common:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    a, b = (np.array(c, np.int64) for c in zip(*sorted(common), strict=True))
    return a, b


def _once(look: Look) -> dict[tuple[int, int], int]:
    seen: dict[tuple[int, int], int] = {}
    twice = set()
    for k in np.flatnonzero(look.fixed).tolist():
        name = (int(look.key[k]), int(look.left[k]))
        if name in seen:
            twice.add(name)
        seen[name] = k
    return {name: k for name, k in seen.items() if name not in twice}


def _falls(new: Look, old: Look, a: Ints, b: Ints) -> list[Floats]:
    """How far each remembered word moved down, by the anchor above it and by the one below."""
    if not len(a):
        return [np.zeros(len(old), np.float32)] * 2
    stacked_old = old.y + 2000.0 * old.page
    order = np.argsort(stacked_old[b])
    places, falls = stacked_old[b][order], (new.y[a] - old.y[b])[order]
    at = np.searchsorted(places, stacked_old)
    return [falls[np.clip(at - 1, 0, len(falls) - 1)], falls[np.clip(at, 0, len(falls) - 1)]]


def _row_likeness(words: Floats, new: Look, old: Look) -> Floats:
    """`[rows, rows]` 0 to 1: mean of what each word finds in the other row, both ways."""
    mine, theirs = _firsts(new.row), _firsts(old.row)
    numbers = np.unique(old.row)
    to_old = np.maximum.reduceat(words, theirs, axis=1)  # [n, rows of old]
    to_new = np.maximum.reduceat(words, mine, axis=0)  # [rows of new, m]
    here = np.add.reduceat(to_old, mine, axis=0)
    there = np.add.reduceat(to_new, theirs, axis=1)
    lengths = np.diff(np.append(mine, len(new)))[:, None] + np.diff(np.append(theirs, len(old)))[None, :]
    full = np.zeros((len(mine), int(old.row.max()) + 1), np.float32)
    full[:, numbers] = (here + there) / lengths
    return full


def _firsts(row: Ints) -> Ints:
    return np.flatnonzero(np.diff(row, prepend=-1))


def _path(rows: Floats, sample: Sample) -> Ints:
    """The remembered row of each row, in an order that a document of the layout can have; -1 for none."""
    cost = _steps(sample, rows.shape[1])
    count = rows.shape[1] + 1
    gain = np.hstack([rows, np.full((len(rows), 1), ALONE)])
    best = gain[0].copy()
    back = np.zeros((len(rows), count), np.int64)
    for r in range(1, len(rows)):
        reach = best[:, None] - cost
        back[r] = reach.argmax(0)
        best = reach.max(0) + gain[r]
    path = np.zeros(len(rows), np.int64)
    path[-1] = int(best.argmax())
    for r in range(len(rows) - 1, 0, -1):
        path[r - 1] = back[r, path[r]]
    return np.where(path == count - 1, -1, path)


def _steps(sample: Sample, count: int) -> Floats:
    """`[rows + 1, rows + 1]` what it costs to go from one remembered row to another; the last is no row."""
    at = np.arange(count)
    ahead = at[None, :] - at[:, None]
    cost = np.where(ahead == 1, STEP, np.where(ahead > 1, SKIP + 0.004 * np.minimum(ahead, 40), BACK)).astype(float)
    look, lines = sample.look, sample.lines
    spans = [look.row[lines == k] for k in np.unique(lines) if k >= 0]
    firsts = {int(s.min()) for s in spans}
    lasts = {int(s.max()) for s in spans}
    inside = {int(r) for s in spans for r in s}
    for a in inside:
        for f in firsts:
            cost[a, f] = min(cost[a, f], AGAIN if a in lasts else SKIP)
        after = max(lasts) + 1
        if after < count:
            cost[a, after:] = np.minimum(cost[a, after:], AGAIN + 0.004 * (np.arange(after, count) - after))
    full = np.full((count + 1, count + 1), LOST)
    full[:count, :count] = cost
    full[count, count] = STEP
    full[count, :count] = 0.02
    return full
