"""RapidOCR (PP-OCRv6, models inside its package): finds lines of text in a picture and reads them.

Offline: the models are given by path, so nothing is ever fetched. Silent: its log goes nowhere, standard output belongs
to the result of the program that reads.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from data.errors import SetupError

Pixels = npt.NDArray[np.uint8]
Quad = npt.NDArray[np.float64]
"""(4, 2) corners of a line in pixels: top left, top right, bottom right, bottom left of its text."""

MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
ALPHABET = frozenset("0123456789.,'-+%()€$£")
"""What numbers are made of."""
RECOGNISED = (3, 48, 96)
"""Channels, height and least width of a line's picture. RapidOCR's own batches of 6 lines, padded to 320, give the
same text in 1.6 times the time on one thread."""


@dataclass(frozen=True, slots=True)
class Line:
    """One recognised line."""

    quad: Quad
    text: str
    """With spaces as recognised."""
    centres: tuple[float, ...]
    """Of each character that is no space, as a share of the line's length."""
    scores: tuple[float, ...]
    """Of each such character, 0 to 1."""

    @property
    def score(self) -> float:
        return float(np.mean(self.scores)) if self.scores else 0.0


class RapidReader:
    """Detection and recognition with one model each, loaded once."""

    def __init__(self, threads: int) -> None:
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before onnxruntime is imported, else it reports home
        try:
            import rapidocr
            from rapidocr import RapidOCR
        except ImportError as error:
            raise SetupError(
                f"Scans cannot be read: {error}.", hint="Install rapidocr or set the OCR engine to none."
            ) from error
        folder = resources.files(rapidocr) / "models"
        limits = {"intra_op_num_threads": threads, "inter_op_num_threads": 1}
        parameters: dict[str, Any] = {"Global.log_level": "critical", "Global.return_word_box": True}
        parameters |= {"Rec.rec_batch_num": 1, "Rec.rec_img_shape": list(RECOGNISED)}
        parameters |= {f"{stage}.model_path": str(folder / name) for stage, name in MODELS.items()}
        parameters |= {f"EngineConfig.onnxruntime.{name}": value for name, value in limits.items()}
        engine: Any = RapidOCR(params=parameters)
        logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
        self._detect = engine._load_det_model()
        self._recognise = engine.recognize_txt
        self._network = engine._load_rec_model()
        letters = self._network.postprocess_op.character
        self._figures = np.array([k == 0 or letter in ALPHABET for k, letter in enumerate(letters)])

    def detect(self, picture: Pixels) -> list[Quad]:
        """Lines of text in an (h, w, 3) picture, as quads whose first side runs along the text's longer side."""
        found = self._detect(picture)
        return [] if found.boxes is None else [np.asarray(box, dtype=np.float64) for box in found.boxes]

    def recognise(self, crops: Sequence[Pixels], quads: Sequence[Quad]) -> list[Line]:
        """Read upright (h, w, 3) cut-outs of lines; `quads` says where each was cut."""
        if not crops:
            return []
        result = self._recognise(list(crops))
        return [
            _line(quad, text, info) for quad, text, info in zip(quads, result.txts, result.word_results, strict=True)
        ]

    def figures(self, crops: Sequence[Pixels]) -> list[tuple[str, float]]:
        """Read upright (h, w, 3) cut-outs of single numbers with the letters of numbers only.

        Text and probability of the least sure character; empty and 0 where the recogniser sees no number.
        """
        return [self._figure(crop) for crop in crops]

    def _figure(self, crop: Pixels) -> tuple[str, float]:
        least = RECOGNISED[2] / RECOGNISED[1]
        picture = self._network.resize_norm_img(crop, max(crop.shape[1] / crop.shape[0], least))
        found = np.where(self._figures, self._network.session(picture[None].astype(np.float32))[0], 0.0)
        best = found.argmax(axis=1)  # greedy CTC: the likeliest letter of each column, repeats and blanks left out
        kept = (best != 0) & np.concatenate(([True], best[1:] != best[:-1]))
        letters = self._network.postprocess_op.character
        text = "".join(letters[k] for k in best[kept])
        return (text, float(found.max(axis=1)[kept].min())) if text else ("", 0.0)


@cache
def rapid_reader(threads: int) -> RapidReader:
    """The reader of this process."""
    return RapidReader(threads)


def _line(quad: Quad, text: str, info: Any) -> Line:
    columns = [column for word in info.word_cols for column in word]
    length = max(float(info.line_txt_len), 1.0)
    inked = [i for i, c in enumerate(text) if not c.isspace()]
    centres = tuple(min((column + 0.5) / length, 1.0) for column in columns)
    return Line(quad, text, centres, tuple(float(info.confs[i]) for i in inked))
