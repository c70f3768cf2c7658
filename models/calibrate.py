"""Calibrated confidence: the probability that a normalised value is exactly right, and that a whole order is.

A logistic model over evidence (raw probabilities and margins, arithmetic in which the value takes part, text source,
completeness) with one intercept per field, followed by a monotone map per field (isotonic regression, Zadrozny and
Elkan 2002). Fitted by `training.calibrate` on documents the network was not trained on; shipped as JSON numbers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.fields import FIELDS
from data.result import Extraction, Line, Value
from models.checks import FIELDS_OF_CHECK

VALUE_FEATURES = (
    "score", "lowest", "margin", "passed", "failed", "no_check", "ocr", "candidates", "words", "type", "completeness",
    "failed_elsewhere",
)  # fmt: skip
ORDER_FEATURES = ("lowest", "second", "mean_log", "completeness", "failed", "passed", "lines", "ocr", "type")


def logit(p: float | None) -> float:
    """Log odds, cut at ±7; None counts as even."""
    if p is None:
        return 0.0
    p = min(max(p, 0.0009), 0.9991)
    return math.log(p / (1 - p))


def value_evidence(extraction: Extraction, name: str, value: Value, line: int | None) -> list[float]:
    """`VALUE_FEATURES` of one value; `name` without the `line.` prefix, `line` its index or None."""
    mine = [c for c in extraction.checks if name in FIELDS_OF_CHECK.get(c.code, ()) and c.line in (None, line)]
    passed, failed = sum(c.passed for c in mine), sum(not c.passed for c in mine)
    elsewhere = sum(not c.passed for c in extraction.checks) - failed
    return [
        logit(value.score), logit(value.lowest), value.margin if value.margin is not None else 0.0,
        min(passed, 2), min(failed, 2), float(not mine), float("ocr" in extraction.sources),
        min(len(value.candidates), 3), math.log1p(len(value.text.split())), logit(extraction.document_type_confidence),
        extraction.completeness if extraction.completeness is not None else 0.5, min(elsewhere, 5) / 5,
    ]  # fmt: skip


def order_evidence(extraction: Extraction) -> list[float]:
    """`ORDER_FEATURES` of an extraction whose values have their confidence already."""
    p = sorted(v.confidence for _, v, _ in critical_values(extraction) if v.confidence is not None) or [0.0]
    return [
        logit(p[0]), logit(p[1] if len(p) > 1 else p[0]), max(sum(math.log(max(x, 1e-3)) for x in p), -10.0),
        extraction.completeness if extraction.completeness is not None else 0.5,
        min(sum(not c.passed for c in extraction.checks), 5), min(sum(c.passed for c in extraction.checks), 10) / 10,
        math.log1p(len(extraction.lines)), float("ocr" in extraction.sources),
        logit(extraction.document_type_confidence),
    ]  # fmt: skip


def critical_values(extraction: Extraction) -> list[tuple[str, Value, int | None]]:
    """Name, value and line index of every critical value."""
    out: list[tuple[str, Value, int | None]] = [
        (name, v, None) for name, v in extraction.fields.items() if FIELDS[name].critical
    ]
    for k, line in enumerate(extraction.lines):
        out += [
            (n, v, k)
            for n, v in line.fields.items()
            if line.kind in ("item", "charge") and FIELDS[f"line.{n}"].critical
        ]
    return out


@dataclass(frozen=True)
class Steps:
    """A monotone map by linear interpolation between knots."""

    x: tuple[float, ...]
    y: tuple[float, ...]

    def __call__(self, value: float) -> float:
        return float(np.interp(value, self.x, self.y))

    def to_dict(self) -> dict[str, list[float]]:
        return {"x": list(self.x), "y": list(self.y)}

    @classmethod
    def parse(cls, raw: Mapping[str, Sequence[float]]) -> Steps:
        return cls(tuple(raw["x"]), tuple(raw["y"]))


@dataclass(frozen=True)
class Calibrator:
    """Coefficients and maps as `training.calibrate` wrote them."""

    version: str
    weights: NDArray[np.float64]
    intercepts: Mapping[str, float]
    maps: Mapping[str, Steps]
    """One per field that had enough documents, and `""` for all others."""
    order_weights: NDArray[np.float64]
    order_intercept: float
    order_map: Steps

    @classmethod
    def load(cls, path: Path) -> Calibrator:
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw["value_features"] != list(VALUE_FEATURES) or raw["order_features"] != list(ORDER_FEATURES):
            raise ValueError(f"{path} was fitted on other evidence than this program gathers: calibrate again")
        maps = {name: Steps.parse(steps) for name, steps in raw["maps"].items()}
        return cls(
            raw["version"], np.array(raw["weights"]), raw["intercepts"], maps,
            np.array(raw["order_weights"]), raw["order_intercept"], Steps.parse(raw["order_map"]),
        )  # fmt: skip

    def confidence(self, qualified: str, evidence: Sequence[float]) -> float:
        """Probability that a value of the field `qualified` (`line.` prefixed) with this evidence is right."""
        raw = float(self.weights @ np.asarray(evidence)) + self.intercepts.get(qualified, self.intercepts[""])
        p = 1 / (1 + math.exp(-max(min(raw, 30.0), -30.0)))
        return self.maps.get(qualified, self.maps[""])(p)

    def apply(self, extraction: Extraction) -> Extraction:
        """The extraction with a confidence at every value and at the order."""
        fields = {name: self._sure(extraction, name, v, None) for name, v in extraction.fields.items()}
        lines = tuple(
            Line(line.kind, line.page, {n: self._sure(extraction, n, v, k) for n, v in line.fields.items()})
            for k, line in enumerate(extraction.lines)
        )
        done = replace(extraction, fields=fields, lines=lines)
        if not (fields or lines):
            return done
        raw = float(self.order_weights @ np.asarray(order_evidence(done))) + self.order_intercept
        return replace(done, order_confidence=self.order_map(1 / (1 + math.exp(-max(min(raw, 30.0), -30.0)))))

    def _sure(self, extraction: Extraction, name: str, value: Value, line: int | None) -> Value:
        if value.score is None:
            return value
        qualified = name if line is None else f"line.{name}"
        return replace(value, confidence=self.confidence(qualified, value_evidence(extraction, name, value, line)))


def as_json(calibrator: Calibrator) -> dict[str, Any]:
    """What `load` reads."""
    return {
        "version": calibrator.version,
        "value_features": list(VALUE_FEATURES), "order_features": list(ORDER_FEATURES),
        "weights": calibrator.weights.tolist(), "intercepts": dict(calibrator.intercepts),
        "maps": {k: s.to_dict() for k, s in calibrator.maps.items()},
        "order_weights": calibrator.order_weights.tolist(), "order_intercept": calibrator.order_intercept,
        "order_map": calibrator.order_map.to_dict(),
    }  # fmt: skip
