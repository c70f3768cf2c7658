"""Is everything here that reading needs? Used by `ordermill doctor` and before the service starts."""

from __future__ import annotations

import platform
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from shutil import which

from data.errors import OrdermillError

_PACKAGES = ("pypdfium2", "pillow", "onnxruntime", "rapidocr", "bentoml", "fastapi", "pydantic-settings")
_FIX = "Run `make env` in the project's folder."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `needed` tells what stops Ordermill from what it can do without."""

    name: str
    good: bool
    message: str
    needed: bool = True


def examine(model: str) -> list[Check]:
    """Look at everything, the model and one document read through it included. Takes about two seconds."""
    checks = [_python(), *(_package(name) for name in _PACKAGES)]
    if all(c.good for c in checks):
        checks += [_attempt("pages of the API", _docs), *_reading(model)]
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
        return Check(name, False, f"{error.strerror}. Choose another one with --port or ORDERMILL_PORT.")
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
    return Check("python", good, platform.python_version() + ("" if good else "; 3.11 or newer is needed"))


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, f"not installed. {_FIX}")


def _attempt(name: str, what: Callable[[], str]) -> Check:
    try:
        return Check(name, True, what())
    except OrdermillError as error:
        return Check(name, False, "; ".join(filter(None, (error.message, error.hint))))
    except Exception as error:  # whatever it is, the operator needs to read it
        return Check(name, False, f"{type(error).__name__}: {error}")


def _docs() -> str:
    from serving.docs import swagger_folder

    bundle = swagger_folder() / "swagger-ui-bundle.js"
    if not bundle.is_file():
        raise OrdermillError(f"{bundle} is missing.", hint=_FIX)
    return "found"


def _reading(model: str) -> Iterator[Check]:
    from serving.pipeline import Pipeline

    loaded: list[Pipeline] = []

    def load() -> str:
        loaded.append(Pipeline.load(model))
        extractor = loaded[0].extractor
        return f"{extractor.name} {extractor.version}"

    def read() -> str:
        result, document = loaded[0].extract(tiny_pdf("Order number 4711"), "check.pdf")
        if result.error:
            raise OrdermillError(result.error.message, hint=result.error.hint)
        found = [word.text for word in document.words] if document else []
        if found != ["Order", "number", "4711"]:
            raise OrdermillError(f"The reader saw {found} where the page says: Order number 4711.")
        return "a small document was read"

    yield _attempt("model", load)
    if loaded:
        yield _attempt("reading", read)


def _tesseract() -> Check:
    path = which("tesseract")
    return Check("tesseract", path is not None, path or "not installed (an optional OCR engine)", needed=False)


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
