"""A release: the model, its calibrator, the thresholds, and the orders on which their promise rests, as one thing.

Nothing passes without a person unless all four belong together. A calibrator fitted anew, a model put in its place, a
kind of order that the evidence does not hold: each of them takes the right to confirm away until there is evidence.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from data.result import Extraction, Value
from models.calibrate import group_of
from models.fingerprint import fingerprint
from models.guarantee import FIRST, Promise, Proven, Scope, promises
from models.trust.evidence import critical_values

FILE = "release.json"
SEEN = 20
"""Orders of a document type or language without which the evidence says nothing of it."""
SURE_TYPE = 0.9
"""Probability of the document's type below which nobody knows what it is."""
SCOPES: tuple[Scope, ...] = ("known", "new")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an order may be confirmed without a person; else a code, with what its sentence says besides."""

    ok: bool
    code: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """An order whose truth is known, as evidence for a release."""

    proven: Proven
    """Its group is `models.calibrate.group_of`."""
    document_type: str
    language: str


@dataclass(frozen=True)
class Release:
    """A version of the whole. Where `trouble` is a code, its parts do not belong together and nothing passes."""

    version: str
    model_name: str
    model_version: str
    model: str
    """`models.fingerprint` of weights and settings."""
    calibration: str
    """Hash of the calibrator's file, empty where there is none."""
    alpha: float
    delta: float
    promises: tuple[Promise, ...] = ()
    seen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Orders by `document_type` and by `language` among the evidence."""
    trouble: str = ""

    def may_confirm(self, extraction: Extraction, sender_known: bool, *, tightened: bool = False) -> Verdict:
        """Whether this order may pass; the first reason why not, the gravest first.

        Args:
            extraction: as the model read it; what a person has changed is no longer the model's.
            sender_known: `models.guarantee.FIRST` of the sender's orders have been checked.
            tightened: only half the doubt is put up with, as `models.audit` asks when errors look suspicious.
        """
        return (
            self._parts(extraction)
            or self._readable(extraction)
            or self._kind(extraction)
            or self._sure(extraction, sender_known, tightened)
        )

    def _parts(self, e: Extraction) -> Verdict | None:
        if self.trouble:
            return Verdict(False, self.trouble, {"release": self.version})
        if (e.model_name, e.model_version) != (self.model_name, self.model_version):
            there, here = (f"{n} {v}".strip() for n, v in
                           ((e.model_name, e.model_version), (self.model_name, self.model_version)))  # fmt: skip
            return Verdict(False, "other_model", {"read_by": there, "release_of": here})
        return None

    def _readable(self, e: Extraction) -> Verdict | None:
        if e.status != "ok" or e.parts:
            return Verdict(False, "not_read_whole", {"status": e.status})
        if e.order_confidence is None:
            return Verdict(False, "no_confidence", {"field": "order"})
        unknown = next((_name(n, k) for n, v, k in critical_values(e) if not _told(v)), None)
        return Verdict(False, "no_confidence", {"field": unknown}) if unknown else None

    def _kind(self, e: Extraction) -> Verdict | None:
        sure = e.document_type_confidence
        if sure is None or sure < SURE_TYPE:
            return Verdict(False, "unsure_type", {"document_type": e.document_type, "confidence": sure})
        for what, value in (("document_type", e.document_type), ("language", e.language)):
            count = self.seen.get(what, {}).get(value or "", 0)
            if value is None or count < SEEN:
                return Verdict(False, f"unseen_{what}", {what: value, "seen": count, "needed": SEEN})
        return None

    def _sure(self, e: Extraction, sender_known: bool, tightened: bool) -> Verdict:
        group = group_of(e)
        scope: Scope = "known" if sender_known else "new"
        held = self.promise(group, scope)
        if held is None or held.threshold is None:
            reason = "no_orders" if held is None else held.reason
            return Verdict(False, "no_evidence", {"group": group, "scope": scope, "reason": reason})
        least = tighter(held.threshold) if tightened else held.threshold
        data = {"confidence": e.order_confidence, "threshold": least, "group": group, "scope": scope}
        if e.order_confidence is None or not e.order_confidence >= least:
            return Verdict(False, "below_threshold", data)
        return Verdict(True, "", data | {"bound": held.bound, "release": self.version})

    def promise(self, group: str, scope: Scope = "known") -> Promise | None:
        """What is promised of a group of orders; None where nobody asked."""
        return next((p for p in self.promises if (p.group, p.scope) == (group, scope)), None)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `parse` reverses it. Trouble is found anew by whoever loads it."""
        names = ("version", "model_name", "model_version", "model", "calibration", "alpha", "delta")
        return {n: getattr(self, n) for n in names} | {
            "promises": [p.to_dict() for p in self.promises], "seen": {k: dict(v) for k, v in self.seen.items()},
        }  # fmt: skip

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> Release:
        return cls(**{**raw, "promises": tuple(Promise.parse(p) for p in raw["promises"])})

    def beside(self, folder: Path) -> Release:
        """This release judged against the model that serves: `trouble` says what was switched since."""
        now = parts(folder)
        if self.model != now["model"]:
            return replace(self, trouble="model_switched")
        if not now["calibration"]:
            return replace(self, trouble="no_calibrator")
        return replace(self, trouble="" if self.calibration == now["calibration"] else "calibrator_switched")


def tighter(threshold: float) -> float:
    """The threshold that leaves half the doubt."""
    return 1 - (1 - threshold) / 2


def parts(folder: Path) -> dict[str, str]:
    """What a model's folder holds: `model_name`, `model_version`, `model` and `calibration` as `Release` has them."""
    about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    calibration = folder / "calibration.json"
    digest = hashlib.sha256(calibration.read_bytes()).hexdigest()[:12] if calibration.is_file() else ""
    return {"model_name": about["name"], "model_version": about["version"], "model": fingerprint(folder),
            "calibration": digest}  # fmt: skip


def make(folder: Path, orders: Sequence[Checked], alpha: float, delta: float = 0.05, *, version: str = "",
         scopes: Sequence[Scope] = SCOPES) -> Release:  # fmt: skip
    """The release of a model's folder that these orders support.

    Args:
        folder: of the model; its calibrator must have been fitted on other orders than these.
        orders: read by exactly this model and calibrator, with known truth.
        alpha: share of errors among what passes that is put up with, fixed before looking.
        delta: chance that any of the promises is broken.
        version: how it is called; made from its parts and evidence where none is given.
        scopes: kinds of sender that may pass.
    """
    counted = {name: dict(sorted(Counter(getattr(o, name) for o in orders).items()))
               for name in ("document_type", "language")}  # fmt: skip
    held = tuple(promises([o.proven for o in orders], alpha, delta, scopes))
    now = parts(folder)
    made = Release(version, **now, alpha=alpha, delta=delta, promises=held, seen=counted)
    if not now["calibration"]:
        made = replace(made, promises=(), trouble="no_calibrator")
    return made if version else replace(made, version=name(made))


def none(folder: Path, alpha: float = 0.02, delta: float = 0.05) -> Release:
    """The release of a model of which nobody has checked an order yet: everything goes to a person."""
    return make(folder, (), alpha, delta)


def load(folder: Path) -> Release:
    """The release that lies in a model's folder, judged against what lies beside it; `none` where there is no file."""
    path = folder / FILE
    if not path.is_file():
        return none(folder)
    return Release.parse(json.loads(path.read_text(encoding="utf-8"))).beside(folder)


def save(release: Release, folder: Path) -> Path:
    """Write it into a model's folder, whole or not at all."""
    path = folder / FILE
    part = path.with_suffix(".part")
    part.write_text(json.dumps(release.to_dict(), indent=1) + "\n", encoding="utf-8")
    part.replace(path)
    return path


def until(release: Release) -> date | None:
    """Day of the last order among the evidence."""
    return max((p.until for p in release.promises if p.until), default=None)


def name(release: Release) -> str:
    """The version of a release that has none yet: its model's, and a hash of parts and evidence."""
    digest = hashlib.sha256(json.dumps(release.to_dict(), sort_keys=True).encode()).hexdigest()[:8]
    return f"{release.model_version}-{digest}"


def _told(value: Value) -> bool:
    return value.confidence is not None and 0 <= value.confidence <= 1


def _name(name: str, line: int | None) -> str:
    return name if line is None else f"lines.{line}.{name}"


__all__ = [
    "FIRST",
    "Checked",
    "Release",
    "Verdict",
    "load",
    "make",
    "name",
    "none",
    "parts",
    "save",
    "tighter",
    "until",
]
