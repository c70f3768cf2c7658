"""A model folder and a document to an `Extraction`: the page read, nothing embedded looked at."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from data.errors import SetupError
from data.result import Extraction
from data.schema import Document
from data.tilt import shown, straight
from models.calibrate import Calibrator
from models.checks import check
from models.config import ENCODING_VERSION, ReaderConfig
from models.decode.assemble import assemble, word_roles
from models.decode.reading import Reading
from models.encode import encode
from models.fingerprint import fingerprint
from models.memory import Memory
from models.parts.split import extract_parts
from models.runtime import Network

log = logging.getLogger("ordermill.extractor")
FILES = ("model.onnx", "reader.json", "model.json")


def resolve(name_or_path: str) -> Path:
    """`default` (newest shipped version), `default/<version>`, or a folder with an exported model."""
    given = Path(name_or_path)
    if (given / "model.onnx").is_file():
        return given
    root = Path(str(files("models"))) / name_or_path
    if (root / "model.onnx").is_file():
        return root
    versions = (
        sorted((p for p in root.glob("*/model.onnx")), key=lambda p: _order(p.parent.name)) if root.is_dir() else []
    )
    if not versions:
        raise SetupError(f"no model found for {name_or_path!r}", hint="train and export one, or reinstall Ordermill")
    return versions[-1].parent


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


class Extractor:
    """Reads documents with one model. Thread-safe."""

    def __init__(self, folder: Path, threads: int = 1, *, calibrated: bool = True) -> None:
        for name in FILES:
            if not (folder / name).is_file():
                raise SetupError(f"{folder} lacks {name}", hint="export the model again")
        self.folder = folder
        self.config = ReaderConfig.load(folder / "reader.json")
        if self.config.encoding != ENCODING_VERSION:
            raise SetupError(
                f"{folder} was trained for encoding {self.config.encoding}, this program has {ENCODING_VERSION}",
                hint="export a model trained with this version of Ordermill",
            )
        about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.name: str = about["name"]
        self.version: str = about["version"]
        self.network = Network(folder / "model.onnx", self.config, threads)
        self.calibrator = _calibrator(folder) if calibrated else None

    @classmethod
    def load(cls, name_or_path: str = "default", threads: int = 1) -> Extractor:
        """Open a shipped or trained model, cached per process until its files change; SetupError when there is none."""
        folder = resolve(name_or_path)
        written = tuple(p.stat().st_mtime_ns for p in sorted(folder.iterdir()) if p.suffix in (".onnx", ".json"))
        return _load(str(folder), threads, written)

    def read(self, document: Document) -> Reading:
        """Probabilities of every word; pages that lie askew are set straight first."""
        document = straight(document)
        encoded = encode(document, self.config)
        field, role, start, kind = self.network.read(encoded)
        return Reading(document, encoded, field, role, start, kind)

    def extract(self, document: Document) -> Extraction:
        """Fields, lines, checks and confidences of the printed pages; one part for each of several documents."""
        return shown(self.decode(self.read(document)), document)

    def extract_remembering(self, document: Document, memory: Memory) -> Extraction:
        """`extract`, but documents of layouts that were corrected before are read as they were corrected; the result of
        any other document is that of `extract`."""
        reading = self.read(document)
        return shown(memory.improve(reading, self.decode(reading), self._assemble, self._check), document)

    def decode(self, reading: Reading) -> Extraction:
        """`extract` for a document that this model has read already; places are those of `reading.document`."""
        return extract_parts(reading, self.read, self._assemble)

    def _check(self, reading: Reading, extraction: Extraction) -> Extraction:
        """A result whose values were put together from two readings, checked anew."""
        checks, completeness = check(extraction, reading.document, word_roles(reading))
        return replace(extraction, checks=checks, completeness=completeness)

    def _assemble(self, reading: Reading) -> Extraction:
        extraction = assemble(reading, self.calibrator)
        return replace(extraction, model_name=self.name, model_version=self.version)


def _calibrator(folder: Path) -> Calibrator | None:
    """The folder's calibrator; None, and a word in the log, where it was fitted for other weights: then no value has
    a confidence and everything goes to a person."""
    path = folder / "calibration.json"
    if not path.is_file():
        return None
    found = Calibrator.load(path)
    if found.model != fingerprint(folder):
        log.warning("%s was fitted for another model: no confidences until it is calibrated again", path)
        return None
    return found


@lru_cache(maxsize=4)
def _load(folder: str, threads: int, written: tuple[int, ...]) -> Extractor:
    return Extractor(Path(folder), threads)
