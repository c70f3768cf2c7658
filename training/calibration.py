"""What the confidences of a model are worth, by one command: `make calibration` writes docs/calibration.md.

    python -m training.calibration [--model default] [--publish docs/calibration.md]

Every document is read once and judged; words of scans are kept in `cache`, judged sets in `results`, so that a stopped
run goes on. The promise is made on generated orders and held against others that had no part in it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from data.generate.compose import generate, labelled
from data.generate.scan import Kind
from models.calibrate import Calibrator, group_of
from models.extractor import Extractor, resolve
from models.fingerprint import fingerprint
from models.guarantee import Proven, promises
from models.release import parts
from models.trust.evidence import gather
from training import calibration_text, corpora
from training.cache import Cache
from training.calibrate import CalibrateParams, fitting, record
from training.config import load
from training.corpora import Case
from training.reliability import Row, temperature_of

FIRST = 940_000_000
"""First number of the generated orders; other stages use other numbers."""
POOR: tuple[Kind, ...] = ("photocopied",)
DELTA = 0.05
WANTED = ("order", "order_change")


@dataclass(frozen=True)
class CalibrationParams:
    """Section `calibration`."""

    model: str = "default"
    results: str = "results/calibration"
    real: str = "../shared/data"
    orders: int = 500
    """Generated orders that make the promise, and as many others that it is held against."""
    recognised: int = 150
    """Of those, as words with simulated errors of recognition."""
    scanned: int = 60
    """Generated documents scanned clean and as poor photocopies, and really recognised (seconds a page, once)."""
    real_documents: int = 40
    """Documents of each real set at most, the first by name."""
    real_scanned: int = 1
    """Of those, scanned likewise."""
    fitted: int = 200
    """Documents of the calibrator's own kind from which the baseline's temperature is taken."""
    alpha: float = 0.02
    cache: str = "results/cache"
    publish: str = ""


def only_orders(first: int) -> Iterator[Case]:
    """Generated orders and changes of orders from a number on, as words; without end."""
    k = first
    while True:
        made = labelled(generate(k, split="heldout"))
        if made.gold["document_type"] in WANTED:
            yield Case(f"order-{k}", "generated", made.gold, made.document)
        k += 1


def sets(params: CalibrationParams) -> dict[str, tuple[Iterable[Case], int]]:
    """Documents by set, with how many there are at most."""
    cache = Cache(Path(params.cache) if params.cache else None)
    n, scans = params.orders, params.scanned
    out: dict[str, tuple[Iterable[Case], int]] = {
        "evidence": (islice(only_orders(FIRST), n), n),
        "generated": (islice(only_orders(FIRST + 5_000_000), n), n),
        "recognised": (corpora.recognised(params.recognised), params.recognised),
    }
    if scans:
        out["clean scans"] = (corpora.scanned(scans, "clean", cache), scans)
        out["poor scans"] = (corpora.scanned(scans, POOR[0], cache), scans)
    folders = sorted(p for p in Path(params.real).iterdir() if p.is_dir()) if Path(params.real).is_dir() else []
    for folder in folders:
        count = min(len(list(folder.glob("*.gold.json"))), params.real_documents)
        out[folder.name] = (islice(corpora.folder(folder, cache), count), count)
    for name, kind in (("real clean scans", "clean"), ("real poor scans", POOR[0])):
        if params.real_scanned and folders:
            each = [corpora.rasterised(f, params.real_scanned, kind, cache) for f in folders]  # type: ignore[arg-type]
            out[name] = ((c for cases in each for c in cases), params.real_scanned * len(folders))
    return out


class Judge:
    """A model with its calibrator, and what it says of documents beside the truth."""

    def __init__(self, folder: Path) -> None:
        self.extractor = Extractor(folder, calibrated=False)
        self.calibrator = Calibrator.load(folder / "calibration.json")
        if self.calibrator.model != fingerprint(folder):
            raise SystemExit(f"{folder} is not calibrated: run python -m training.calibrate --model {folder}")

    def row(self, case: Case) -> Row | None:
        """None for a file that was not read, or was taken for several documents."""
        if case.document is None:
            return None
        reading = self.extractor.read(case.document)
        extraction = self.extractor.decode(reading)
        if extraction.parts:
            return None
        made = record(gather(extraction, reading, self.calibrator.familiar), case.gold)
        done = self.calibrator.judge(made.evidence)
        calibrated, softmax = [], []
        for n, ok in zip(made.evidence.values, made.right, strict=True):
            holder = done.fields if n.line is None else done.lines[n.line].fields
            sure = holder[n.name.removeprefix("line.")].confidence
            if ok is not None and sure is not None and n.value.score is not None:
                calibrated.append((sure, ok))
                softmax.append((n.value.score, ok))
        # an incomplete gold file knows of what was missed alone, never of what is rightly absent
        absent = tuple((done.absent[name], ok) for name, ok in zip(made.evidence.absent, made.absent, strict=True)
                       if ok is not None and case.gold.get("complete"))  # fmt: skip
        sure = done.order_confidence if made.order else None
        return Row(group_of(done), tuple(calibrated), tuple(softmax), absent, sure, made.sound, case.name)


def read(judge: Judge, params: CalibrationParams) -> dict[str, list[Row]]:
    """Every set, with a word on standard error about how far it is; sets read before come from their files."""
    out = {}
    kept = Path(params.results) / f"rows-{stamp(judge.extractor.folder)}"
    kept.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    for name, (cases, count) in sets(params).items():
        path = kept / f"{name.replace(' ', '-')}-{count}.json"
        if path.is_file():
            out[name] = [Row.parse(raw) for raw in json.loads(path.read_text(encoding="utf-8"))]
            continue
        rows = []
        for k, case in enumerate(cases, 1):
            rows.append(judge.row(case))
            if k % 25 == 0 or k == count:
                print(f"{name}: {k} of {count}, {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        out[name] = [r for r in rows if r is not None]
        part = path.with_suffix(".part")
        part.write_text(json.dumps([asdict(r) for r in out[name]]), encoding="utf-8")
        part.replace(path)
    return out


def stamp(folder: Path) -> str:
    """Hash of the model, its calibrator and the code that turns words into confidences."""
    digest = hashlib.sha256(json.dumps(parts(folder)).encode())
    for package in ("models", "data"):
        root = Path(str(files(package)))
        for path in sorted(root.rglob("*.py")):
            if "readers" not in path.parts:  # words of scans are kept by `training.cache`, which sees to these
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def temperature(judge: Judge, params: CalibrationParams) -> float:
    """Of the baseline, from documents like those that the calibrator was fitted on."""
    made = islice(fitting(CalibrateParams()), params.fitted)
    rows = [judge.row(Case(str(k), "fit", one.gold, one.document)) for k, one in enumerate(made)]
    return temperature_of([r for r in rows if r is not None])


def proven(rows: Iterable[Row]) -> list[Proven]:
    """Orders as evidence; generated ones come from one sender each."""
    return [Proven(r.sure, not r.sound, r.name, r.group) for r in rows]


def calibration(params: CalibrationParams) -> dict[str, Any]:
    """Read, judge, write figures, pictures and the page."""
    folder = resolve(params.model)
    judge = Judge(folder)
    by_set = read(judge, params)
    heat = temperature(judge, params)
    held = promises(proven(by_set["evidence"]), params.alpha, DELTA)
    facts = calibration_text.figures(by_set, heat, held)
    facts |= {"model": judge.extractor.version, "fingerprint": judge.calibrator.model, "params": asdict(params)}
    results = Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    (results / "metrics.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    pictures = Path(params.publish).parent / "images" if params.publish else results
    calibration_text.draw(by_set, heat, pictures)
    text = calibration_text.page(by_set, heat, held, facts)
    target = Path(params.publish) if params.publish else results / "calibration.md"
    calibration_text.put(target, text)
    return facts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--model", default="", help="`default` for the shipped one, or a folder")
    parser.add_argument("--publish", default="", help="file whose figures are replaced, e.g. docs/calibration.md")
    for name in ("orders", "recognised", "scanned", "real-scanned"):
        parser.add_argument(f"--{name}", type=int)
    given: Mapping[str, Any] = {k: v for k, v in vars(parser.parse_args()).items() if v not in (None, "")}
    params = load(CalibrationParams, "calibration", str(given.get("profile", "")))
    facts = calibration(replace(params, **{k: v for k, v in given.items() if k != "profile"}))
    print(json.dumps(facts["sets"], indent=1))


if __name__ == "__main__":
    main()
