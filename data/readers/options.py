"""How a document is read: limits and the OCR engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OcrEngine = Literal["rapidocr", "tesseract", "none"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Limits and choices of one reading. The defaults suit an order desk; a batch job may widen them."""

    ocr: OcrEngine = "rapidocr"
    """Engine for pages without a sound text layer; "none" leaves such pages without words and says so."""
    ocr_threads: int = 1
    """Threads of one recognition. More than the free cores makes it slower, not faster."""
    ocr_dpi: float = 200.0
    passwords: tuple[str, ...] = ()
    """Tried after the empty password."""
    max_bytes: int = 50_000_000
    max_pages: int = 500
    """A file with more pages is refused as a whole: half an order is worse than none."""
    max_pixels: int = 100_000_000
    """Of one picture or rendered page. An A3 page at 600 dpi has 70 million."""
    page_seconds: float = 60.0
    """Processor time one page may take, and a quarter of the wall time: on a busy machine no good page is refused
    (enforced by `data.readers.sandbox`)."""
    file_seconds: float = 1800.0
    """Wall time of a whole file (enforced by `data.readers.sandbox`)."""
    memory_mb: int = 2000
    """Resident memory that reading may take (enforced by `data.readers.sandbox`)."""
