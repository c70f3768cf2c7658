"""Visual rows: which words of a page stand side by side.

Adapts to the ink on the page: a word joins the row whose vertical extent it shares by more than half of the smaller
height, so that superscripts and mixed sizes stay in their row and tight table rows stay apart.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from data.schema import Word

MIN_OVERLAP = 0.5
"""Share of the smaller of two heights that must be shared for two words to stand in one row."""


def visual_rows(words: Sequence[Word]) -> list[list[int]]:
    """Group the indices of `words` (one page) into rows, top to bottom, each row left to right.

    Rows are built from word to word, not against a global grid, so that a page that is slightly tilted
    (up to about one line height over its width) keeps its rows: a word is compared with the last word of
    each open row rather than with the row's average. O(n log n) for rows of bounded height.
    """
    boxes = [w.box for w in words]
    order = sorted(range(len(words)), key=lambda i: (boxes[i].x0, boxes[i].y0))
    reach = max((b.y1 - b.y0 for b in boxes), default=0.0)
    rows: list[list[int]] = []
    tails: list[tuple[float, int]] = []  # (middle of the row's last word, row), sorted by middle
    for index in order:
        box = boxes[index]
        middle, height = (box.y0 + box.y1) / 2, box.y1 - box.y0
        best, best_overlap = -1, MIN_OVERLAP
        for at in range(bisect_left(tails, (middle - reach, -1)), len(tails)):
            tail_middle, row = tails[at]
            if tail_middle > middle + reach:
                break
            other = boxes[rows[row][-1]]
            shared = min(box.y1, other.y1) - max(box.y0, other.y0)
            overlap = shared / max(min(height, other.y1 - other.y0), 0.1)
            # A word printed over the tail (same column, touching rows) is another row, however tight the leading.
            if overlap > best_overlap and box.x0 >= other.x1 - 0.5 * min(box.width, other.width):
                best, best_overlap = at, overlap
        if best < 0:
            rows.append([index])
            insort(tails, (middle, len(rows) - 1))
        else:
            _, row = tails.pop(best)
            rows[row].append(index)
            insort(tails, (middle, row))
    rows.sort(key=lambda row: (sum(words[i].box.cy for i in row) / len(row), words[row[0]].box.x0))
    return rows


def reading_order(words: Sequence[Word]) -> list[int]:
    """Indices of `words` of one page in reading order: row by row."""
    return [index for row in visual_rows(words) for index in row]
