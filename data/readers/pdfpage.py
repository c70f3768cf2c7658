"""One PDF page: text layer, what of it is visible, and recognition where the text layer is no use.

The text layer is used when it is sound (`data.readers.health`); a picture on the page does not matter. A page is
recognised when its text is rubbish, or when it has none and something is drawn; a picture that holds much more print
than the sound text beside it (a stamped scan) is recognised without touching that text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pypdfium2

from data.errors import SetupError
from data.readers import forms, hidden
from data.readers.distrust import Verdict, compare, in_doubt
from data.readers.drawn import horizontal_rules
from data.readers.frame import Frame, boxes_of, frame_of, turn_words
from data.readers.glyphs import clean, meaningless
from data.readers.grouping import Grouped, group
from data.readers.health import SOUND, health, plausibility
from data.readers.ocr import Recognised, recognise
from data.readers.ocr_rapid import rapid_reader
from data.readers.ocr_warnings import poor_reading, unlike_scan
from data.readers.options import ReadOptions
from data.readers.print_share import is_blank, is_scan
from data.readers.textlayer import FontBook, Glyphs, read_glyphs
from data.rows import reading_order
from data.schema import Page, Warning_, Word

MOST = 0.6
"""Share of a page's characters in one writing direction that makes it the direction of the page."""
MAX_SIDE = 3400
"""Pixels of the longer side of a page to be recognised: A3 at 200 dpi. Larger sheets have larger print."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What the text layer of a page shows and hides, in the frame of the displayed page."""

    words: list[Word]
    """Visible words."""
    quarter: int
    """Quarter turns clockwise that bring the page upright for its text."""
    unseen: list[Word]
    """Words not printed on the page."""
    clipped: list[Word]
    """Ends of visible text cut off by the border of a cell or of the page."""
    health: float
    drawn: bool
    """Beside the text there is a picture with much more print."""
    blank: bool
    """There is neither text nor anything drawn."""


def read_page(
    pdf: pypdfium2.PdfDocument, number: int, fonts: FontBook, options: ReadOptions
) -> tuple[Page, list[Warning_]]:
    """Page `number` (1-based) and what is to be said about it."""
    page = pdf[number - 1]
    try:
        frame = frame_of(page)
        page, fields = forms.flatten(pdf, number, page, frame)
        glyphs = _glyphs(page, frame, fonts)
        layer = _text_layer(page, glyphs, frame)
        layer = replace(layer, words=forms.mark(layer.words, fields))
        label = pdf.get_page_label(number - 1) or None
        blank = Page(number, round(frame.width, 2), round(frame.height, 2), label=label, health=layer.health,
                     rules=horizontal_rules(page, frame) if layer.words else ())  # fmt: skip
        return _decide(page, glyphs, blank, layer, options)
    finally:
        page.close()


def _glyphs(page: Any, frame: Frame, fonts: FontBook) -> Glyphs:
    text_page = page.get_textpage()
    try:
        return read_glyphs(text_page, frame, fonts)
    finally:
        text_page.close()


def _text_layer(page: Any, glyphs: Glyphs, frame: Frame) -> TextLayer:
    buried = hidden.unseen_by_nature(glyphs, frame)
    cleaned = clean(glyphs.take(~buried))
    grouped = group(cleaned, frame.width, frame.height)
    picture = hidden.look(page, glyphs, frame)
    seen = _seen(page, grouped, cleaned, picture)
    words = [word for word, is_seen in zip(grouped.words, seen, strict=True) if is_seen]
    if meaningless(cleaned.codes).any():
        words = [word for word in words if _means_something(word)]
    lost, clipped = _unseen(grouped, cleaned, seen, clean(glyphs.take(buried)), frame)
    return TextLayer(
        words,
        _quarter(grouped, seen),
        hidden.without_doubles(lost, words),
        hidden.without_doubles(clipped, words),
        health([word.text for word in words], cleaned),
        is_scan(picture),
        not words and is_blank(picture),
    )


def _seen(page: Any, grouped: Grouped, glyphs: Glyphs, picture: hidden.Look) -> hidden.Mask:
    """(words,) which words make a difference to the page."""
    boxes = boxes_of(grouped.words)
    seen = hidden.seen(boxes, picture)
    for side in hidden.overprinted(boxes).T:
        words = np.unique(side)
        if len(words):
            runs = np.unique(np.concatenate([glyphs.runs[grouped.members[i]] for i in words])).tolist()
            seen[words] &= hidden.seen(boxes[words], hidden.look_at(page, glyphs, runs, picture))
    return seen


def _unseen(
    grouped: Grouped, glyphs: Glyphs, seen: hidden.Mask, buried: Glyphs, frame: Frame
) -> tuple[list[Word], list[Word]]:
    """Words without ink: those of text that is nowhere seen, and the ends of text that is seen in part."""
    if seen.all() and not len(buried):
        return [], []
    shown = {run for i in np.flatnonzero(seen) for run in glyphs.runs[grouped.members[i]].tolist()}
    under = group(buried, frame.width, frame.height)
    unseen = [(grouped.words[i], glyphs.runs[grouped.members[i]]) for i in np.flatnonzero(~seen)]
    unseen += [(word, buried.runs[part]) for word, part in zip(under.words, under.members, strict=True)]
    lost = [word for word, runs in unseen if not shown.issuperset(runs.tolist())]
    clipped = [word for word, runs in unseen if shown.issuperset(runs.tolist())]
    return lost, clipped


def _means_something(word: Word) -> bool:
    return not meaningless(np.array([ord(c) for c in word.text], dtype=np.int32)).all()


def _quarter(grouped: Grouped, seen: hidden.Mask) -> int:
    """Quarter turns clockwise that bring the page upright: against the direction of most characters."""
    lengths = np.array([len(word.text) for word in grouped.words])[seen]
    if not len(lengths):
        return 0
    counts = np.bincount(grouped.angles[seen], weights=lengths, minlength=4)
    direction = int(np.argmax(counts))
    return -direction % 4 if counts[direction] > MOST * counts.sum() else 0


def _decide(
    page: Any, glyphs: Glyphs, blank: Page, layer: TextLayer, options: ReadOptions
) -> tuple[Page, list[Warning_]]:
    rubbish = bool(layer.words) and layer.health < SOUND
    empty = not layer.words and not layer.blank
    if options.ocr == "none":
        return _unrecognised(blank, layer, rubbish, empty or layer.drawn)
    if rubbish or empty:
        return _recognised(page, blank, layer, options)
    verdict = _held_against_picture(page, layer, options)
    if verdict.all_wrong:
        result, warnings = _recognised(page, replace(blank, health=0.0), replace(layer, health=0.0), options)
        return result, [*warnings, _differs(verdict, blank.number)]
    if verdict.differences:
        wrong = {id(difference.word) for difference in verdict.differences}
        words = [replace(word, confidence=0.0) if id(word) in wrong else word for word in layer.words]
        result, warnings = _from_layer(page, glyphs, blank, replace(layer, words=words), options)
        return result, [*warnings, _differs(verdict, blank.number)]
    return _from_layer(page, glyphs, blank, layer, options)


def _held_against_picture(page: Any, layer: TextLayer, options: ReadOptions) -> Verdict:
    if options.ocr != "rapidocr" or layer.quarter or not in_doubt(layer.health, layer.unseen):
        return Verdict()
    try:
        return compare(page, layer.words, rapid_reader(options.ocr_threads))
    except SetupError:  # the page can be read without an engine, only not compared
        return Verdict()


def _from_layer(
    page: Any, glyphs: Glyphs, blank: Page, layer: TextLayer, options: ReadOptions
) -> tuple[Page, list[Warning_]]:
    """The text layer, with a picture beside it where there is one."""
    if layer.drawn:
        return _mixed(page, glyphs, blank, layer, options)
    return _from_text(blank, layer), hidden.warnings_about(layer.unseen, layer.clipped, blank.number)


def _from_text(blank: Page, layer: TextLayer) -> Page:
    words = turn_words(layer.words, blank.width, blank.height, layer.quarter)
    turned = replace(_turned(blank, layer.quarter), rules=()) if layer.quarter else blank
    return replace(turned, words=_ordered(words), source="text" if words else "empty")


def _unrecognised(blank: Page, layer: TextLayer, rubbish: bool, picture: bool) -> tuple[Page, list[Warning_]]:
    """The page as it stands where no OCR engine is to be used."""
    warnings = hidden.warnings_about(layer.unseen, layer.clipped, blank.number)
    if rubbish:
        warnings.append(_poor_text(blank.number))
    if picture:
        said = "The page holds a picture of text; it was not read, the OCR engine is switched off."
        warnings.append(Warning_("needs_ocr", said, blank.number))
    return _from_text(blank, layer), warnings


def _recognised(page: Any, blank: Page, layer: TextLayer, options: ReadOptions) -> tuple[Page, list[Warning_]]:
    """The whole page by recognition, unless its own text makes more sense than what was recognised."""
    scale = _scale(blank, options)
    found = recognise(hidden.render(page, scale), scale, options)
    texts = [word.text for word in found.words]
    if layer.words and (not texts or plausibility(texts) < layer.health or len(texts) < 0.3 * len(layer.words)):
        warnings = hidden.warnings_about(layer.unseen, layer.clipped, blank.number)
        return _from_text(blank, layer), [*warnings, _poor_text(blank.number)]
    result = replace(
        _turned(blank, found.quarter), words=found.words, rules=(), source="ocr" if found.words else "empty",
        health=layer.health if layer.words else 0.0, tilt=round(found.tilt, 3),
    )  # fmt: skip
    behind = turn_words(layer.unseen, blank.width, blank.height, found.quarter)
    warnings = hidden.warnings_about(unlike_scan(behind, found.words), (), blank.number)
    return result, [*warnings, *poor_reading(found.words, blank.number)]


def _mixed(
    page: Any, glyphs: Glyphs, blank: Page, layer: TextLayer, options: ReadOptions
) -> tuple[Page, list[Warning_]]:
    """The text layer, and what recognition finds in the page without its text."""
    scale = _scale(blank, options)
    with hidden.without_text(glyphs):
        picture = hidden.render(page, scale)
    found = recognise(picture, scale, options)
    added = _free_of(_displayed(found, blank), layer.words)
    merged = replace(layer, words=[*layer.words, *added])
    result = _from_text(blank, merged)
    unseen = unlike_scan(layer.unseen, added)
    warnings = hidden.warnings_about(unseen, layer.clipped, blank.number)
    if not added:
        return result, warnings
    return replace(result, source="mixed"), [*warnings, *poor_reading(added, blank.number)]


def _displayed(found: Recognised, blank: Page) -> list[Word]:
    """Recognised words in the frame of the displayed page."""
    turned = _turned(blank, found.quarter)
    return turn_words(found.words, turned.width, turned.height, -found.quarter)


def _free_of(words: Sequence[Word], taken: Sequence[Word]) -> list[Word]:
    """Words whose middle lies in none of the boxes `taken`."""
    boxes = boxes_of(taken)
    free = []
    for word in words:
        x, y = word.box.cx, word.box.cy
        if not np.any((boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])):
            free.append(word)
    return free


def _turned(page: Page, quarter: int) -> Page:
    """An empty page after a turn: width and height change places, the angle tells by how much."""
    if quarter % 4 == 0:
        return page
    width, height = (page.height, page.width) if quarter % 2 else (page.width, page.height)
    return replace(page, width=width, height=height, angle=90.0 * (quarter % 4))


def _ordered(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(words[i] for i in reading_order(words))


def _scale(page: Page, options: ReadOptions) -> float:
    """Pixels a point for recognition, within the limits on pixels."""
    longest, area = max(page.width, page.height, 1.0), max(page.width * page.height, 1.0)
    limits = (options.ocr_dpi / 72, MAX_SIDE / longest, (options.max_pixels / area) ** 0.5)
    return float(min(limits))


def _differs(verdict: Verdict, number: int) -> Warning_:
    first = verdict.differences[0]
    said = f"The text in the file says {first.word.text} where the page shows {first.shown}"
    more = len(verdict.differences) - 1
    said += f", and {more} more such number{'s' * (more > 1)}." if more else "."
    done = " The page was recognised instead." if verdict.all_wrong else " The number is not to be trusted."
    return Warning_("text_differs", said + done, number)


def _poor_text(number: int) -> Warning_:
    said = "The text in the file does not match what is printed (broken font tables); it was read as it stands."
    return Warning_("poor_text", said, number)
