"""Horizontal lines drawn on a PDF page: what keeps the rows of a table apart, and by its absence joins cells."""

from __future__ import annotations

import ctypes
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

from data.readers.frame import Frame
from data.schema import Box

MOST = 4000
"""Objects of a page that are looked at: drawings and maps have more, and no table in them."""
THIN = 3.2
"""Points up to which a shape is a line; PDFium adds the width of the stroke on all sides."""
SHORTEST = 8.0
"""Points from which on a line may bound a cell; what is shorter is part of a sign."""


def horizontal_rules(page: Any, frame: Frame) -> tuple[Box, ...]:
    """Lines and the upper and lower sides of outlined rectangles, on the displayed page, from top to bottom."""
    count = min(pdfium.FPDFPage_CountObjects(page.raw), MOST)
    found: list[tuple[float, float, float, float]] = []
    for k in range(count):
        shape = pdfium.FPDFPage_GetObject(page.raw, k)
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_PATH:
            found += _sides(shape, frame.rotate in (90, 270))
    if not found:
        return ()
    boxes = frame.to_display(np.array(found, dtype=np.float64))
    shown = boxes[(boxes[:, 2] - boxes[:, 0] >= SHORTEST) & (boxes[:, 3] - boxes[:, 1] <= THIN)]
    ordered = np.unique(np.round(shown, 2), axis=0)
    return tuple(Box(*box) for box in ordered[np.argsort(ordered[:, 1], kind="stable")].tolist())


def _sides(shape: Any, turned: bool) -> list[tuple[float, float, float, float]]:
    """The shape itself if it is thin, else the sides of its outline that lie across the displayed page."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(shape, *edges):
        return []
    left, bottom, right, top = (edge.value for edge in edges)
    if min(right - left, top - bottom) <= THIN:
        return [(left, bottom, right, top)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    rectangle = pdfium.FPDFPath_CountSegments(shape) in (4, 5)
    if not (rectangle and pdfium.FPDFPath_GetDrawMode(shape, fill, stroke) and stroke.value):
        return []
    if turned:
        return [(left, bottom, left, top), (right, bottom, right, top)]
    return [(left, bottom, right, bottom), (left, top, right, top)]
