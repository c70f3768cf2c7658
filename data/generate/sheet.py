"""A contact sheet of generated pages, to look at what the model is trained on.

    python -m data.generate.sheet --out results/look --seed 1 --count 48 [--labels]

writes one PNG. Look at it after every change of the grammar: a fault seen here costs minutes, in training points.
"""

from __future__ import annotations

import argparse
import colorsys
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from data.fields import LABELS, NO_FIELD
from data.generate.compose import Drawn, generate
from data.generate.drawing import Sheet
from data.generate.render import font_folder, to_pdf
from data.generate.scan import raster
from data.layout import Mark, page_picture
from data.schema import Box, Page

__all__ = ["Mark", "colour", "contact_sheet", "generated_pages", "page_picture", "sheet_picture"]

PAGES_EACH = 2
"""At most so many pages of one document: the tail of a long table shows nothing new."""


def colour(label: str) -> str:
    """A colour (#rrggbb) for a field label: the same in every picture, far from its neighbours' in the catalogue."""
    hue = 0.61803 * LABELS.index(label) % 1
    red, green, blue = colorsys.hsv_to_rgb(hue, 0.85, 0.75)
    return f"#{round(255 * red):02x}{round(255 * green):02x}{round(255 * blue):02x}"


def sheet_picture(sheet: Sheet, *, dpi: int = 100, labels: bool = False) -> Image.Image:
    """A drawn page as a picture; with `labels`, a coloured box and the field's name on each labelled word."""
    image = raster(to_pdf([sheet]), dpi)[0]
    if not labels:
        return image
    page = Page(1, sheet.width, sheet.height)
    marks = [
        Mark(Box(ink.x0, ink.y0, ink.x1, ink.y1), _short(ink.tag.field, before), colour(ink.tag.field))
        for ink, before in zip(sheet.ink, [NO_FIELD, *(i.tag.field for i in sheet.ink)], strict=False)
        if ink.tag.field != NO_FIELD
    ]
    return page_picture(image, page, marks)


def _short(label: str, before: str) -> str:
    """The label to print: a run of words of one field is named once."""
    return "" if label == before else label.removeprefix("line.")


def generated_pages(
    seed: int, count: int, *, dpi: int = 100, labels: bool = False, split: str = "train"
) -> Iterator[tuple[Image.Image, str]]:
    """`count` pages with captions, of the documents of seeds `seed`, `seed` + 1, ..."""
    made = 0
    while made < count:
        drawn = generate(seed, split="heldout" if split == "heldout" else "train")
        for number, sheet in enumerate(drawn.sheets[: min(PAGES_EACH, count - made)], start=1):
            yield sheet_picture(sheet, dpi=dpi, labels=labels), _caption(seed, drawn, number)
            made += 1
        seed += 1


def _caption(seed: int, drawn: Drawn, number: int) -> str:
    kind, language = drawn.gold.get("document_type", ""), drawn.gold.get("language", "")
    return f"seed {seed}   {language}   {kind}   page {number} of {len(drawn.sheets)}"


def contact_sheet(pages: Sequence[tuple[Image.Image, str]], *, columns: int = 8, width: int = 560) -> Image.Image:
    """All pages in one picture, in rows, each `width` pixels wide with its caption above.

    Raises:
        ValueError: there are no pages.
    """
    if not pages:
        raise ValueError("no pages to show")
    columns = min(columns, len(pages))
    gap, head = 12, 22
    tall = max(round(image.height * width / image.width) for image, _ in pages)
    rows = math.ceil(len(pages) / columns)
    size = (columns * (width + gap) + gap, rows * (tall + head + gap) + gap)
    out = Image.new("RGB" if any(image.mode == "RGB" for image, _ in pages) else "L", size, "#b0b0b0")
    pen = ImageDraw.Draw(out)
    font = ImageFont.truetype(str(font_folder() / "DejaVuSans.ttf"), 14)
    for index, (image, caption) in enumerate(pages):
        x = gap + index % columns * (width + gap)
        y = gap + index // columns * (tall + head + gap)
        pen.text((x, y), caption, fill="black", font=font)
        small = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
        out.paste(small, (x, y + head))
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser("python -m data.generate.sheet", description="Contact sheet of generated pages")
    parser.add_argument("--out", type=Path, default=Path("results/look"), help="folder for the PNG")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first document")
    parser.add_argument("--count", type=int, default=48, help="number of pages")
    parser.add_argument("--columns", type=int, default=8)
    parser.add_argument("--width", type=int, default=560, help="pixels across one page")
    parser.add_argument("--labels", action="store_true", help="draw boxes and labels")
    parser.add_argument("--split", choices=("train", "heldout"), default="train")
    args = parser.parse_args(arguments)
    dpi = max(72, round(args.width / 8.27))
    pages = list(generated_pages(args.seed, args.count, dpi=dpi, labels=args.labels, split=args.split))
    args.out.mkdir(parents=True, exist_ok=True)
    path = args.out / ("pages-labelled.png" if args.labels else "pages.png")
    contact_sheet(pages, columns=args.columns, width=args.width).save(path, optimize=True)
    print(path)


if __name__ == "__main__":
    main()
