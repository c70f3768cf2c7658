"""Visual rows: which words of a page stand side by side.

Adapts to the ink on the page: a word joins the row whose vertical extent it shares by more than half of the smaller
height, so that superscripts and mixed sizes stay in their row and tight table rows stay apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.schema import Word

MIN_OVERLAP = 0.5
"""Share of the smaller of two heights that must be shared for two words to stand in one row."""


def visual_rows(words: Sequence[Word]) -> list[list[int]]:
    """Group the indices of `words` (one page) into rows, top to bottom, each row left to right.

    Rows are built from word to word, not against a global grid, so that a page that is slightly tilted
    (up to about one line height over its width) keeps its rows: a word is compared with the nearest word to
    its left in each open row rather than with the row's average.
    """
    order = sorted(range(len(words)), key=lambda i: (words[i].box.x0, words[i].box.y0))
    tails: list[int] = []
    rows: list[list[int]] = []
    for index in order:
        box = words[index].box
        best, best_overlap = -1, MIN_OVERLAP
        for r, tail in enumerate(tails):
            other = words[tail].box
            shared = min(box.y1, other.y1) - max(box.y0, other.y0)
            smaller = max(min(box.height, other.height), 0.1)
            overlap = shared / smaller
            # A word printed over the tail (same column, touching rows) is another row, however tight the leading.
            if overlap > best_overlap and box.x0 >= other.x1 - 0.5 * min(box.width, other.width):
                best, best_overlap = r, overlap
        if best < 0:
            rows.append([index])
            tails.append(index)
        else:
            rows[best].append(index)
            tails[best] = index
    rows.sort(key=lambda row: (_middle(words, row), words[row[0]].box.x0))
    return rows


def _middle(words: Sequence[Word], row: list[int]) -> float:
    return sum(words[i].box.cy for i in row) / len(row)


def reading_order(words: Sequence[Word]) -> list[int]:
    """Indices of `words` of one page in reading order: row by row."""
    return [index for row in visual_rows(words) for index in row]
