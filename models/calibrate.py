"""Calibrated confidence: that a normalised value is exactly right, that a field is not on the page, that an order is.

Boosted trees over evidence (`models.trust`), monotone where the direction of the evidence is known, then a monotone map
for text layers, one for clean and one for poor scans (isotonic regression, Zadrozny and Elkan 2002). Fitted by
`training.calibrate` on documents the network was not trained on, half of them made strange on purpose; shipped as JSON
numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from data.result import Extraction, Line
from models.decode.reading import Reading
from models.trust.evidence import (
    ABSENT_FEATURES,
    ORDER_FEATURES,
    VALUE_FEATURES,
    Evidence,
    Named,
    critical_values,
    gather,
    order_evidence,
)
from models.trust.familiar import Familiar, Floats
from models.trust.page import log_odds
from models.trust.trees import Trees

FEATURES = {"values": VALUE_FEATURES, "absent": ABSENT_FEATURES, "orders": ORDER_FEATURES}
GROUPS = ("text", "clean", "poor")
"""Kinds of print: a text layer, a scan that is read well, one that is not. Each has a map of its own."""
LEGIBLE = 0.97
"""Mean certainty of recognition from which a scan is a clean one."""


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
class Judge:
    """Trees and maps for one kind of question. `usual` is how often each field is right, which the trees see last."""

    trees: Trees
    maps: Mapping[str, Steps]
    """By `GROUPS`; older files have one map, `ocr`, for all scans."""
    usual: Mapping[str, float]

    def chances(self, names: Sequence[str], x: Floats, group: str) -> Floats:
        """Probability for each row of `x`, about the field of the same place in `names`."""
        if not len(names):
            return np.zeros(0)
        raw = self.trees.chances(with_usual(names, x, self.usual))
        steps = self.maps[group] if group in self.maps else self.maps["ocr"]
        return np.interp(raw, steps.x, steps.y)

    def to_dict(self) -> dict[str, Any]:
        maps = {k: s.to_dict() for k, s in self.maps.items()}
        return {"trees": self.trees.to_dict(), "maps": maps, "usual": dict(self.usual)}

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> Judge:
        maps = {k: Steps.parse(s) for k, s in raw["maps"].items()}
        return cls(Trees.parse(raw["trees"]), maps, raw["usual"])


def with_usual(names: Sequence[str], x: Floats, usual: Mapping[str, float]) -> Floats:
    """`x` with the log odds of each field as one more column."""
    own = np.array([usual.get(name, usual[""]) for name in names])
    return np.hstack([x, log_odds(own)[:, None]])


@dataclass(frozen=True)
class Calibrator:
    """Numbers as `training.calibrate` wrote them."""

    version: str
    model: str
    """Fingerprint of the model it was fitted for (`models.fingerprint`); it says nothing about another one."""
    familiar: Familiar
    values: Judge
    absent: Judge
    orders: Judge

    @classmethod
    def load(cls, path: Path) -> Calibrator:
        """ValueError for a file that was fitted on other evidence than this program gathers."""
        raw = json.loads(path.read_text(encoding="utf-8"))
        if raw.get("features") != {k: list(v) for k, v in FEATURES.items()}:
            raise ValueError(f"{path} was fitted on other evidence than this program gathers: calibrate again")
        judges = (Judge.parse(raw[k]) for k in FEATURES)
        return cls(raw["version"], raw["model"], Familiar.parse(raw["familiar"]), *judges)

    def apply(self, extraction: Extraction, reading: Reading) -> Extraction:
        """The extraction with a confidence at every value, at every absent field and at the order."""
        return self.judge(gather(extraction, reading, self.familiar))

    def judge(self, evidence: Evidence) -> Extraction:
        """`apply` for evidence that was gathered before."""
        done = self.details(evidence)
        if not (done.fields or done.lines):
            return done
        if any(v.confidence is None for _, v, _ in critical_values(done)):
            return done  # an order is not surer than what is not known of its values
        x = order_evidence(done, evidence.whole)[None, :]
        return replace(done, order_confidence=float(self.orders.chances([""], x, group_of(done))[0]))

    def details(self, evidence: Evidence) -> Extraction:
        """The extraction with confidences of values and absent fields, the order's left out."""
        e = evidence.extraction
        group = group_of(e)
        sure = self.values.chances([n.name for n in evidence.values], evidence.of_values, group)
        known = {(n.name, n.line): float(p) for n, p in zip(evidence.values, sure, strict=True)}
        gone = self.absent.chances(evidence.absent, evidence.of_absent, group)
        fields = {
            name: replace(v, confidence=known.get((name, None), v.confidence)) for name, v in e.fields.items()
        }  # fmt: skip
        lines = tuple(_with(line, k, known) for k, line in enumerate(e.lines))
        absent = {name: float(p) for name, p in zip(evidence.absent, gone, strict=True)}
        return replace(e, fields=fields, lines=lines, absent=absent)


def _with(line: Line, k: int, known: Mapping[tuple[str, int | None], float]) -> Line:
    fields = {
        n: replace(v, confidence=known.get((f"line.{n}", k), v.confidence)) for n, v in line.fields.items()
    }  # fmt: skip
    return Line(line.kind, line.page, fields)


def group_of(extraction: Extraction) -> str:
    """Of `GROUPS`; a scan whose legibility nobody knows is a poor one."""
    if "ocr" not in extraction.sources:
        return "text"
    return "clean" if (extraction.legibility or 0.0) >= LEGIBLE else "poor"


def as_json(calibrator: Calibrator) -> dict[str, Any]:
    """What `load` reads."""
    return {
        "version": calibrator.version, "model": calibrator.model,
        "features": {k: list(v) for k, v in FEATURES.items()}, "familiar": calibrator.familiar.to_text(),
        **{k: getattr(calibrator, k).to_dict() for k in FEATURES},
    }  # fmt: skip


__all__ = ["GROUPS", "Calibrator", "Evidence", "Judge", "Named", "Steps", "as_json", "group_of", "with_usual"]
