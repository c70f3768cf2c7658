"""Is everything here that reading needs? Used by `ordermill doctor` and before the service starts.

`doctor_desk` looks at what the desk keeps, `doctor_reach` at other systems, `doctor_shown` prints.
"""

from __future__ import annotations

import io
import platform
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Literal

from data.errors import OrdermillError

if TYPE_CHECKING:
    from serving.pipeline import Pipeline

_PACKAGES = ("pypdfium2", "pillow", "onnxruntime", "rapidocr", "bentoml", "fastapi", "pydantic-settings")
_FIX = "Run `make env` in the project's folder."
OPERATOR, INSTALLER = "Operator", "Whoever installs Ordermill"
LANGUAGES = ("eng", "pol", "deu", "fra", "spa", "ita", "nld", "ces")
"""Data of Tesseract for the languages of the orders."""

State = Literal["ok", "failed", "note"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `needed` tells what stops Ordermill from what it can do without.

    `todo` says who must do what where it is not good.
    """

    name: str
    good: bool
    message: str
    needed: bool = True
    todo: str = ""

    @property
    def state(self) -> State:
        return "ok" if self.good else "failed" if self.needed else "note"


def examine(model: str, shelf: Path | None = None, *, scans: bool = False) -> list[Check]:
    """Look at all that reading needs, the model and one document read through it included. Takes about two seconds.

    Args:
        shelf: folder whose champion reads in place of `model`.
        scans: also read a picture, which takes some seconds more.
    """
    checks = [_python(), *(_package(name) for name in _PACKAGES)]
    if all(c.good for c in checks):
        checks += [attempt("pages of the API", _docs, f"{INSTALLER}: {_FIX}"), *_reading(model, shelf, scans)]
    return [*checks, _tesseract()]


def address_free(host: str, port: int) -> Check:
    """Can the service listen there?"""
    name = f"address {host}:{port}"
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        return Check(name, False, f"{error.strerror}.",
                     todo=f"{OPERATOR}: choose another one with --port or ORDERMILL_PORT.")  # fmt: skip
    return Check(name, True, "free")


def model_version(model: str) -> str:
    """Version of a model, or why it cannot be loaded."""
    from models.extractor import Extractor

    try:
        return f"{model} {Extractor.load(model).version}"
    except OrdermillError as error:
        return f"{model}: {error.message}"


def _python() -> Check:
    good = sys.version_info >= (3, 11)
    return Check("python", good, platform.python_version(), todo="" if good else f"{INSTALLER}: take 3.11 or newer.")


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, "not installed", todo=f"{INSTALLER}: {_FIX}")


def attempt(name: str, what: Callable[[], str], todo: str, *, needed: bool = True) -> Check:
    """`what` says in a few words what is good, or raises. `todo` is for errors that give no hint of their own."""
    try:
        return Check(name, True, what(), needed)
    except OrdermillError as error:
        who = todo.partition(":")[0]
        return Check(name, False, error.message, needed, f"{who}: {error.hint}" if error.hint else todo)
    except Exception as error:  # whatever it is, the operator needs to read it
        return Check(name, False, f"{type(error).__name__}: {error}", needed, todo)


def _docs() -> str:
    from serving.docs import swagger_folder

    bundle = swagger_folder() / "swagger-ui-bundle.js"
    if not bundle.is_file():
        raise OrdermillError(f"{bundle} is missing.", hint=_FIX)
    return "found"


def _reading(model: str, shelf: Path | None, scans: bool) -> Iterator[Check]:
    from serving.pipeline import Pipeline

    loaded: list[Pipeline] = []

    def load() -> str:
        loaded.append(Pipeline.load(model, shelf=shelf))
        extractor = loaded[0].extractor
        return f"{extractor.name} {extractor.version}"

    yield attempt("model", load, f"{OPERATOR}: look at ORDERMILL_MODEL and `ordermill model list`.")
    if not loaded:
        return
    yield _calibration(model, shelf)
    yield attempt(
        "reading", lambda: _read(loaded[0], tiny_pdf("Order number 4711"), "check.pdf"), f"{INSTALLER}: {_FIX}"
    )
    if scans:
        yield attempt(
            "reading of scans", lambda: _read(loaded[0], tiny_scan("4711"), "check.png"), f"{INSTALLER}: {_FIX}"
        )
    loaded[0].close()


def _calibration(model: str, shelf: Path | None) -> Check:
    """Whether values get confidences: without any, no order passes without a person."""
    from models.extractor import Extractor
    from models.shelf import Shelf

    def look() -> str:
        champion = None if shelf is None else Shelf(shelf).resolve("champion")
        if Extractor.load(str(champion) if champion else model).calibrator is None:
            raise OrdermillError("The model has no calibration that was fitted for it: no value has a confidence.")
        return "fits the model"

    todo = f"{OPERATOR}: calibrate the model again (docs/calibration.md) or take one back (`ordermill model back`)."
    return attempt("calibration", look, todo, needed=False)


def _read(pipeline: Pipeline, content: bytes, name: str) -> str:
    result, document = pipeline.extract(content, name)
    if result.error:
        raise OrdermillError(result.error.message, hint=result.error.hint)
    found = [word.text for word in document.words] if document else []
    if "4711" not in found:
        raise OrdermillError(f"The reader saw {found} where the page says 4711.")
    return "a small one was read"


def _tesseract() -> Check:
    """Optional: RapidOCR reads unless told otherwise."""
    path = which("tesseract")
    todo = f"{INSTALLER}: where Tesseract shall read, install tesseract-ocr with its language packages."
    if path is None:
        return Check("tesseract", False, "not installed (an optional OCR engine)", False, todo)
    done = subprocess.run([path, "--list-langs"], capture_output=True, text=True, check=False, timeout=30)  # noqa: S603
    there = set((done.stdout + done.stderr).split())
    lacking = [name for name in LANGUAGES if name not in there]
    if lacking:
        return Check("tesseract", False, f"{path}, without {', '.join(lacking)}", False, todo)
    return Check("tesseract", True, f"{path}, all {len(LANGUAGES)} languages", False)


def tiny_scan(line: str) -> bytes:
    """A picture of a page that bears `line` in large letters, as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    page = Image.new("L", (827, 1169), 255)
    ImageDraw.Draw(page).text((120, 300), line, fill=0, font=ImageFont.load_default(48))
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(100, 100))
    return out.getvalue()


def tiny_pdf(line: str) -> bytes:
    """A one-page PDF that prints `line` (ASCII without brackets) in Helvetica."""
    stream = f"BT /F 12 Tf 72 720 Td ({line}) Tj ET".encode("ascii")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        count, table, count, len(out),
    )  # fmt: skip
