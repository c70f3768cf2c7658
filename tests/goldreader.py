"""Generated orders and a reader that knows their truth, with faults of our choosing: for tests and demonstrations.

A `Made` order is a PDF with what a reader said of it (three values doubtful, some of them wrong) and what is true. The
mix of faults is an assumption, stated in `FAULTS`; a value that was misread is misread in the words as well, as
recognised print would be, so that no candidate can have it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from data.errors import UnsupportedDocument
from data.fields import FIELDS
from data.generate.compose import Drawn, generate
from data.generate.options import Options
from data.generate.render import to_pdf
from data.readers import read
from data.result import Extraction, Line, Place, Value
from data.schema import Box, Document, Page, Word
from serving.pipeline import Pipeline

FAULTS = {"right": 0.4, "other": 0.3, "misread": 0.2, "missing": 0.1}
"""What a doubtful value is: right all the same, another value of the page, misread by a character, not found."""

DOUBTED = ("order_number", "requested_delivery_date", "total_net", "line.quantity", "line.unit_price",
           "line.line_amount", "line.supplier_article_no", "line.buyer_article_no")  # fmt: skip


@dataclass(frozen=True)
class Made:
    """One order: its file, the words a reader found, what it made of them, and the truth of the doubtful values."""

    name: str
    pdf: bytes
    document: Document
    extraction: Extraction
    truth: dict[str, str]
    """By path; the value in the contract's form."""
    faults: dict[str, str]


class GoldReader:
    """Reader and extractor for a `Pipeline` that knows `orders` alone."""

    name, version = "gold", "1"

    def __init__(self, orders: Iterable[Made]) -> None:
        self._known = {made.document.sha256: made for made in orders}

    def read(self, content: bytes, name: str) -> Document:
        known = self._known.get(hashlib.sha256(content).hexdigest())
        if known is None:
            raise UnsupportedDocument("This reader knows generated orders alone.")
        return replace(known.document, file=name)

    def extract(self, document: Document) -> Extraction:
        return replace(self._known[document.sha256].extraction, file=document.file)

    def pipeline(self) -> Pipeline:
        return Pipeline(self, self.read)


def make(seed: int, language: str, *, doubts: int = 3, lines: tuple[int, int] = (2, 8)) -> Made:
    """The first order from `seed` on that has enough values to doubt, on one page, in `language`."""
    while True:
        drawn = generate(seed, options=Options(kinds={"order": 1.0}, languages={language: 1.0}, bilingual=0.0))
        items = [line for line in drawn.gold["all_lines"] if line["kind"] == "item"]
        values = _values(drawn)
        if len(drawn.sheets) == 1 and lines[0] <= len(items) <= lines[1] and len(_doubtable(values)) >= doubts + 2:
            return _made(seed, language, drawn, values, doubts)
        seed += 1


def _made(seed: int, language: str, drawn: Drawn, values: dict[str, Value], doubts: int) -> Made:
    rng = Random(f"faults-{seed}")  # noqa: S311 - not for secrets
    pdf = to_pdf(drawn.sheets, title=f"order {seed}")
    truth, faults = {}, {}
    words: Sequence[Word] = read(pdf, "x.pdf").pages[0].words
    for path in rng.sample(_doubtable(values), doubts):
        fault = rng.choices(list(FAULTS), list(FAULTS.values()))[0]
        true = values[path]
        wrong, words = _faulty(path, fault, values, words, rng)
        if wrong is None:
            del values[path]
        else:
            values[path] = wrong
        as_was = wrong is not None and wrong.value == true.value
        truth[path], faults[path] = true.value, "right" if as_was else fault
    sheet = drawn.sheets[0]
    sha256 = hashlib.sha256(pdf).hexdigest()
    name = f"order-{language}-{seed}.pdf"
    page = Page(1, sheet.width, sheet.height, tuple(words))
    return Made(name, pdf, Document(name, sha256, (page,)), _extraction(name, sha256, language, drawn, values),
                truth, faults)  # fmt: skip


def _values(drawn: Drawn) -> dict[str, Value]:
    """Every gold value with the places of its first printing."""
    out: dict[str, Value] = {}
    index = {line["index"]: n for n, line in enumerate(drawn.gold["all_lines"])}
    for n, line in enumerate(drawn.gold["all_lines"]):
        for name, value in line["fields"].items():
            out[f"lines.{n}.fields.{name}"] = Value(value, "", 0.99)
    for name, value in drawn.gold["fields"].items():
        out[f"fields.{name}"] = Value(value, "", 0.99)
    for ink, word in zip(drawn.sheets[0].ink, drawn.words[0], strict=True):
        t = ink.tag
        path = f"fields.{t.field}"
        if t.field.startswith("line."):
            path = f"lines.{index.get(t.line)}.fields.{t.field[5:]}"
        if path in out and _goes_on(out[path], word):
            known = out[path]
            out[path] = replace(known, text=f"{known.text} {word.text}".strip(),
                                boxes=(*known.boxes, Place(1, word.box)))  # fmt: skip
    return {path: value for path, value in out.items() if value.boxes}


def _goes_on(value: Value, word: Word) -> bool:
    """The word stands beside or right below what is there: a value that is printed twice is placed once."""
    if not value.boxes:
        return True
    last = value.boxes[-1].box
    beside = abs(last.cy - word.box.cy) < last.height and -1 < word.box.x0 - last.x1 < 3 * last.height
    below = 0 < word.box.cy - last.cy < 2.5 * last.height
    return beside or below


def _doubtable(values: dict[str, Value]) -> list[str]:
    return [path for path in values if _field(path) in DOUBTED]


def _field(path: str) -> str:
    parts = path.split(".")
    return path.removeprefix("fields.") if parts[0] == "fields" else f"line.{parts[-1]}"


def _faulty(
    path: str, fault: str, values: dict[str, Value], words: Sequence[Word], rng: Random
) -> tuple[Value | None, Sequence[Word]]:
    true = replace(values[path], confidence=round(rng.uniform(0.45, 0.82), 3))
    kind = FIELDS[_field(path)].kind
    if fault == "missing" and path == "fields.order_number":
        return None, words
    if fault == "other":
        others = [
            v for p, v in values.items() if p != path and FIELDS[_field(p)].kind == kind and v.value != true.value
        ]
        if others:
            return replace(rng.choice(others), confidence=true.confidence), words
    digits = [n for n, c in enumerate(true.value) if c.isdigit()]
    if fault == "misread" and digits and kind not in ("date",):
        wrong = rng.choice([d for d in "0123456789" if d != true.value[digits[-1]]])
        misread = true.value[: digits[-1]] + wrong + true.value[digits[-1] + 1 :]
        return replace(true, value=misread, text=misread), [_misread(w, true.boxes, wrong) for w in words]
    return true, words


def _misread(word: Word, places: Sequence[Place], wrong: str) -> Word:
    last = max((n for n, c in enumerate(word.text) if c.isdigit()), default=None)
    if last is None or not any(_touch(word.box, place.box) for place in places):
        return word
    return replace(word, text=word.text[:last] + wrong + word.text[last + 1 :], source="ocr")


def _touch(a: Box, b: Box) -> bool:
    return b.x0 - 1 < a.cx < b.x1 + 1 and b.y0 - 1 < a.cy < b.y1 + 1


def _extraction(name: str, sha256: str, language: str, drawn: Drawn, values: dict[str, Value]) -> Extraction:
    lines = []
    for n, line in enumerate(drawn.gold["all_lines"]):
        start = f"lines.{n}.fields."
        cells = {p.removeprefix(start): v for p, v in values.items() if p.startswith(start)}
        lines.append(Line(line["kind"], line["page"], cells))
    head = {p.removeprefix("fields."): v for p, v in values.items() if p.startswith("fields.")}
    return Extraction(
        name, sha256, model_name=GoldReader.name, model_version=GoldReader.version, pages=1, language=language,
        sources=("text",), document_type="order", document_type_confidence=0.99, fields=head, lines=tuple(lines),
        completeness=0.98, order_confidence=0.8,
    )  # fmt: skip
