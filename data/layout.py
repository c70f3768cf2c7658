"""Pages as layoutparser layouts and back, and pictures of pages with boxes and labels on them.

layoutparser is part of the full installation only and imported on use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from data.errors import SetupError
from data.schema import Box, Page, Source, Word

if TYPE_CHECKING:
    from types import ModuleType

    from layoutparser import Layout
    from PIL import Image

POINTS_PER_HEIGHT = 0.75
"""Font size of a word of which only the box is known, as part of the box height."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One box to draw on a picture of a page, in points of the page."""

    box: Box
    label: str = ""
    """Written small above the box; empty for none."""
    colour: str = "#c00000"
    """Any colour name or #rrggbb that PIL knows."""


def to_layout(page: Page, types: Sequence[str] | None = None) -> Layout:
    """`page` as a layout of one text block a word, in the same order and in points.

    A block's id is the index of its word, its score the confidence, its type `types[index]` (say, its label) or the
    word's source. What a block has no room for goes into `page_data`, so that `from_layout` gives the same page back.

    Raises:
        ValueError: `types` is not as long as the words.
        SetupError: layoutparser is not installed.
    """
    if types is None:
        types = [word.source for word in page.words]
    if len(types) != len(page.words):
        raise ValueError(f"{len(types)} types for {len(page.words)} words")
    lp = _layoutparser()
    blocks = [
        _block(lp, word.box, text=word.text, id=index, type=kind, score=word.confidence)
        for index, (word, kind) in enumerate(zip(page.words, types, strict=True))
    ]
    facts = {name: getattr(page, name) for name in ("number", "width", "height", "source", "label", "health", "angle")}
    facts["words"] = [[word.size, word.bold, word.source] for word in page.words]
    return lp.Layout(blocks, page_data=facts)


def from_layout(layout: Layout) -> Page:
    """The page of a layout: of `to_layout`'s, possibly filtered or sorted, or of another maker's words.

    Other makers' layouts (`layoutparser.load_pdf`, OCR agents) get sizes from the box heights; blocks without text are
    dropped, and a block of several words is cut in proportion to its characters.
    """
    facts: dict[str, Any] = dict(layout.page_data or {})
    details = facts.pop("words", None)
    words = tuple(word for block in layout for word in _words(block, details))
    right = max((word.box.x1 for word in words), default=0.0)
    bottom = max((word.box.y1 for word in words), default=0.0)
    known = {name: facts[name] for name in ("source", "label", "health", "angle") if name in facts}
    if not words:
        known["source"] = facts.get("source", "empty")
    return Page(
        number=int(facts["number"] if "number" in facts else facts.get("index", 0) + 1),
        width=float(facts.get("width", right)),
        height=float(facts.get("height", bottom)),
        words=words,
        **known,
    )


def page_picture(image: Image.Image, page: Page, marks: Iterable[Mark]) -> Image.Image:
    """A copy of `image`, the picture of the whole `page` at any resolution, with the marks drawn on it (RGB)."""
    lp = _layoutparser()
    marks = list(marks)
    across, down = image.width / page.width, image.height / page.height
    font_size = max(8, round(image.height / 165))
    boxes = [_block(lp, _scaled(mark.box, across, down), type=str(n)) for n, mark in enumerate(marks)]
    colours = [mark.colour for mark in marks]
    out = lp.draw_box(
        image, lp.Layout(boxes), box_width=max(1, round(image.width / 800)), box_alpha=0.12, box_color=colours
    )
    named = [(box, mark) for box, mark in zip(boxes, marks, strict=True) if mark.label]
    tags = [_tag(lp, box, mark.label, font_size) for box, mark in named]
    picture: Image.Image = lp.draw_box(
        out, lp.Layout(tags), box_width=0, box_color=[mark.colour for _, mark in named], show_element_type=True,
        id_font_size=font_size, id_font_path=_label_font(), id_text_color="#700000", id_text_background_alpha=0.3,
    )  # fmt: skip
    return picture


def _layoutparser() -> ModuleType:
    try:
        import layoutparser
    except ImportError as error:
        raise SetupError("Layouts need layoutparser.", hint="Install the full set (make env-full).") from error
    from PIL import ImageFont

    # layoutparser 0.3.4 writes labels through a method that Pillow 10 removed.
    if not hasattr(ImageFont.FreeTypeFont, "getsize"):
        ImageFont.FreeTypeFont.getsize = lambda font, text: font.getbbox(text)[2:]  # type: ignore[attr-defined]
    return layoutparser  # type: ignore[no-any-return]


def _block(lp: ModuleType, box: Box, **attributes: Any) -> Any:
    return lp.TextBlock(lp.Rectangle(box.x0, box.y0, box.x1, box.y1), **attributes)


def _scaled(box: Box, across: float, down: float) -> Box:
    return Box(box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down)


def _tag(lp: ModuleType, box: Any, label: str, font_size: int) -> Any:
    """Where a label goes: above its box, so that the word stays readable (layoutparser writes onto it)."""
    x0, y0, _, _ = box.coordinates
    top = max(0.0, y0 - 1.2 * font_size)
    return _block(lp, Box(x0, top, x0 + 1, top + 1), type=label)


def _label_font() -> str:
    from data.generate.render import font_folder

    return str(font_folder() / "DejaVuSans.ttf")


def _words(block: Any, details: list[list[Any]] | None) -> Iterator[Word]:
    x0, y0, x1, y1 = (float(c) for c in block.coordinates)
    score = None if block.score is None else float(block.score)
    if details is not None:
        size, bold, origin = details[int(block.id)]
        yield Word(block.text, Box(x0, y0, x1, y1), size, bold, origin, score)
        return
    source: Source = "text" if score is None else "ocr"
    wide = (x1 - x0) / max(1, len(block.text or ""))
    for part in re.finditer(r"\S+", block.text or ""):
        box = Box(x0 + wide * part.start(), y0, x0 + wide * part.end(), y1)
        yield Word(part[0], box, size=POINTS_PER_HEIGHT * box.height, source=source, confidence=score)
