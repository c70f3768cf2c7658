"""The worst documents as a person sees them: the page, what was read on it, and what is right, in one HTML file.

Boxes: green is right, red is wrong or invented, orange is where a value stands that was not read. Beside the page every
wrong value with what was read in red, the right one, and the cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from PIL import Image

from data.errors import DocumentError
from data.layout import Mark, page_picture
from data.readers import ReadOptions
from data.readers.pdf import opened
from data.schema import Box, Page
from training.outcome import Outcome

WIDTH = 1100
"""Pixels across a page."""
RIGHT, WRONG, UNREAD, OTHER = "#1a7f37", "#c00000", "#d97706", "#888888"
THUMBNAIL = 420
COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A document on the page of pictures."""

    outcome: Outcome
    pages: tuple[str, ...]
    """File names of its pictures."""
    order: int


def worst(sets: Mapping[str, Sequence[Outcome]], count: int) -> list[Outcome]:
    """The documents with most errors, one of each set in turn, so that no set hides the others."""
    ranked = [
        sorted((o for o in group if o.wrong and _readable(o)), key=lambda o: (-len(o.wrong), o.case.name))
        for group in sets.values()
    ]
    turns = (group[k] for k in range(max(map(len, ranked), default=0)) for group in ranked if k < len(group))
    return [outcome for _, outcome in zip(range(count), turns, strict=False)]


def _readable(outcome: Outcome) -> bool:
    return outcome.case.document is not None and outcome.case.pdf is not None


def write(outcomes: Sequence[Outcome], folder: Path, pages: int = 2) -> Path:
    """`index.html`, a picture of up to `pages` pages of each document (those with most errors) and `sheet.png`, the
    first of each on one sheet. Returns the HTML file; what lay in the folder before is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    shown, small = [], []
    for number, outcome in enumerate(outcomes, 1):
        names = []
        for page in _pages_of(outcome, pages):
            try:
                picture = drawn(outcome, page)
            except DocumentError:
                continue
            names.append(f"{number:02d}-{page}.webp")
            picture.save(folder / names[-1], "WEBP", quality=75)
            if len(names) == 1:
                small.append(picture)
        shown.append(Shown(outcome, tuple(names), number))
    if small:
        sheet(small).save(folder / "sheet.png", optimize=True)
    target = folder / "index.html"
    target.write_text(_PAGE.render(shown=shown), encoding="utf-8")
    return target


def _pages_of(outcome: Outcome, count: int) -> list[int]:
    """Numbers of the pages with most errors, in order; page 1 where errors stand nowhere."""
    counted = Counter(mark[0] for mark in _marks(outcome) if mark[1].colour in (WRONG, UNREAD))
    return sorted(page for page, _ in counted.most_common(count)) or [1]


def drawn(outcome: Outcome, number: int) -> Image.Image:
    """Page `number` (1-based) with its boxes. Raises `DocumentError` for a file that cannot be drawn."""
    assert outcome.case.document is not None and outcome.case.pdf is not None  # noqa: S101, PT018 - see _readable
    page = outcome.case.document.pages[number - 1]
    return page_picture(_image(outcome.case.pdf(), page), page, (m for n, m in _marks(outcome) if n == number))


def _image(pdf: bytes, page: Page) -> Image.Image:
    with opened(pdf, ReadOptions()) as document:
        document.init_forms()
        sheet_ = document[page.number - 1]
        image: Image.Image = sheet_.render(scale=WIDTH / sheet_.get_size()[0]).to_pil().convert("RGB")
    if page.angle:
        image = image.rotate(-page.angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    return image


def _marks(outcome: Outcome) -> Iterator[tuple[int, Mark]]:
    """Page and mark of everything that was read, and of what should have been."""
    verdicts = {(c.name, c.line): c for c in outcome.judged.cells}
    for name, line, value in _values(outcome.result):
        cell = verdicts.get((name, line))
        verdict = cell.verdict if cell else None
        colour = OTHER if verdict is None else RIGHT if verdict == "right" else WRONG
        for n, b in enumerate(value["boxes"]):
            label = f"{name.removeprefix('line.')} {verdict}" if colour == WRONG and not n else ""
            yield b["page"], Mark(Box(b["x0"], b["y0"], b["x1"], b["y1"]), label, colour)
    for wrong in outcome.wrong:
        if wrong.cell.verdict != "invented":
            for n, place in enumerate(wrong.places):
                label = "" if n else f"{wrong.cell.name.removeprefix('line.')}: {wrong.cause}"
                yield place.page, Mark(place.box, label, UNREAD)


def _values(result: Mapping[str, Any]) -> Iterator[tuple[str, int | None, Mapping[str, Any]]]:
    for name, value in result["fields"].items():
        yield name, None, value
    for number, line in enumerate(result["lines"]):
        for name, value in line["fields"].items():
            yield f"line.{name}", number, value


def sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures small, side by side on one sheet."""
    cells = [p.resize((THUMBNAIL, max(1, round(p.height * THUMBNAIL / p.width)))) for p in pictures]
    rows = [cells[k : k + COLUMNS] for k in range(0, len(cells), COLUMNS)]
    heights = [max(c.height for c in row) + 8 for row in rows]
    out = Image.new("RGB", (min(COLUMNS, len(cells)) * (THUMBNAIL + 8), sum(heights)), "white")
    for k, row in enumerate(rows):
        for n, cell in enumerate(row):
            out.paste(cell, (n * (THUMBNAIL + 8), sum(heights[:k])))
    return out


_PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The worst documents</title><style>
body { font: 14px/1.4 sans-serif; margin: 1.5rem; color: #1b1b1b }
article { display: grid; grid-template-columns: minmax(0, 3fr) minmax(26rem, 2fr); gap: 1rem; margin: 2rem 0 }
img { width: 100%; border: 1px solid #ccc; margin-bottom: .5rem }
table { border-collapse: collapse; width: 100% } td, th { border-bottom: 1px solid #ddd; padding: .2rem .4rem;
  text-align: left; vertical-align: top; overflow-wrap: anywhere }
.read { color: #c00000 } .gold { color: #1a7f37 } nav a { margin-right: .8rem; white-space: nowrap }
</style></head><body>
<h1>The worst documents</h1>
<p>Green boxes are right, red ones wrong or invented, orange shows where a value stands that was not read.</p>
<nav>{% for s in shown %}<a href="#d{{ s.order }}">{{ s.outcome.case.set }} / {{ s.outcome.case.name }}</a> {% endfor %}
</nav>
{% for s in shown %}<article id="d{{ s.order }}"><div>{% for name in s.pages %}<img src="{{ name }}" loading="lazy"
  alt="a page of {{ s.outcome.case.name }} with what was read">{% endfor %}</div><div>
<h2>{{ s.outcome.case.set }} / {{ s.outcome.case.name }}</h2>
<p>{{ s.outcome.groups.layout }}, {{ s.outcome.groups.language }}, {{ s.outcome.groups.source }}:
{{ s.outcome.wrong | length }} of {{ s.outcome.judged.cells | length }} values wrong</p>
<table><tr><th>field</th><th>line</th><th>read</th><th>right</th><th>cause</th></tr>
{% for w in s.outcome.wrong %}<tr><td>{{ w.cell.name }}</td>
<td>{{ w.cell.row + 1 if w.cell.row is not none else "" }}</td>
<td class="read">{{ w.cell.read if w.cell.read is not none else "nothing" }}</td>
<td class="gold">{{ w.cell.gold if w.cell.gold is not none else "nothing" }}</td>
<td>{{ w.cause }}{% if w.label and w.label != w.cell.name %}
({{ "no label" if w.label == "O" else w.label }}){% endif %}</td></tr>{% endfor %}</table></div></article>{% endfor %}
</body></html>
""")
