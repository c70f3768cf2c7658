"""From PDF user space to the displayed page: CropBox and /Rotate applied, origin top left, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from data.schema import Box, Word

Boxes = npt.NDArray[np.float64]
"""Shape (n, 4): x0, y0, x1, y1."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible rectangle of a page in user space and the clockwise turn with which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotate: int = 0
    """0, 90, 180 or 270 degrees clockwise."""

    @property
    def width(self) -> float:
        """Of the displayed page, in points."""
        return self.top - self.bottom if self.rotate in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.rotate in (90, 270) else self.top - self.bottom

    def to_display(self, user: Boxes) -> Boxes:
        """(n, 4) of left, bottom, right, top in user space to (n, 4) of x0, y0, x1, y1 on the displayed page."""
        left, bottom, right, top = user.T
        if self.rotate == 90:
            columns = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        elif self.rotate == 180:
            columns = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        elif self.rotate == 270:
            columns = (self.top - top, self.right - right, self.top - bottom, self.right - left)
        else:
            columns = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        return np.stack(columns, axis=1)


def turn(boxes: Boxes, width: float, height: float, quarter: int) -> Boxes:
    """Boxes of a `width` x `height` page after turning the page clockwise by `quarter` x 90 degrees."""
    x0, y0, x1, y1 = boxes.T
    quarter %= 4
    if quarter == 1:
        columns = (height - y1, x0, height - y0, x1)
    elif quarter == 2:
        columns = (width - x1, height - y1, width - x0, height - y0)
    elif quarter == 3:
        columns = (y0, width - x1, y1, width - x0)
    else:
        columns = (x0, y0, x1, y1)
    return np.stack(columns, axis=1)


def turn_words(words: Sequence[Word], width: float, height: float, quarter: int) -> list[Word]:
    """Words of a `width` x `height` page after turning the page clockwise by `quarter` x 90 degrees."""
    if quarter % 4 == 0 or not words:
        return list(words)
    boxes = turn(boxes_of(words), width, height, quarter)
    return [replace(word, box=Box(*box)) for word, box in zip(words, np.round(boxes, 2).tolist(), strict=True)]


def boxes_of(words: Sequence[Word]) -> Boxes:
    """(n, 4) boxes of words."""
    boxes = [(word.box.x0, word.box.y0, word.box.x1, word.box.y1) for word in words]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


def frame_of(page: Any) -> Frame:
    """The visible part of a loaded PDF page: what PDFium renders, CropBox within MediaBox."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, box)
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation())
