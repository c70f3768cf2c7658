"""Put an exported, calibrated and evaluated model where the service finds it, with its model card.

    python -m training.ship [--version 0.2.0]

Copies models/trained/export to models/default/<version>/ and writes README.md there from the results of the stages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import SetupError
from training.config import TrainParams, load

FILES = ("model.onnx", "reader.json", "model.json", "calibration.json", "tokenizer.json")
COLUMNS = ("header_f1", "line_f1", "exact", "field_ece")
LARGEST = 25_000_000
"""Bytes a shipped model may have."""


@dataclass(frozen=True)
class Results:
    """What the stages measured; empty where a stage was not run."""

    train: dict[str, Any]
    export: dict[str, Any]
    calibrate: dict[str, Any]
    evaluate: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> Results:
        def of(stage: str) -> dict[str, Any]:
            path = folder / stage / "metrics.json"
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
            return found

        return cls(*(of(stage) for stage in ("train", "export", "calibrate", "evaluate")))


def ship(source: Path, target: Path, results: Results, params: TrainParams) -> Path:
    """Copy the model and write its card; SetupError when something is missing or too large."""
    for name in FILES[:4]:
        if not (source / name).is_file():
            raise SetupError(f"{source} lacks {name}", hint="run the stages export and calibrate first")
    if not results.evaluate:
        raise SetupError(
            "results/evaluate/metrics.json is missing", hint="run the stage evaluate first: no card without figures"
        )
    size = (source / "model.onnx").stat().st_size
    if size > LARGEST:
        raise SetupError(f"model.onnx has {size / 1e6:.1f} MB, more than {LARGEST / 1e6:.0f} MB may be shipped")
    target.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)
    about = json.loads((target / "model.json").read_text(encoding="utf-8")) | {"version": target.name}
    (target / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    (target / "README.md").write_text(card(target, results, params), encoding="utf-8")
    return target


def card(folder: Path, results: Results, params: TrainParams) -> str:
    """The model card: what it is, what it was made from, how well it reads, what it must not be used for."""
    about = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    seen = results.train.get("seen", params.documents)
    rows = [
        f"| {name} | {m['documents']} | "
        + " | ".join(_f(m[k]) for k in ("header_f1", "line_f1", "exact", "field_ece"))
        + " |"
        for name, m in results.evaluate.items()
    ]
    megabytes = (folder / "model.onnx").stat().st_size / 1e6
    same = results.export.get("int8_agreement", {}).get("field")
    return "\n".join([
        f"# {about['name']} {folder.name}\n",
        "Reads purchase orders, invoices, confirmations and quotations in pl, en, de, fr, es, it, nl and cs: a token "
        "classifier over words with hashed character features and two-dimensional rotary attention "
        "(`models/network.py`).\n",
        f"- Weights: `model.onnx`, {about['precision']}, {megabytes:.1f} MB, SHA-256 `{digest}`",
        f"- Trained from scratch on {seen:,} generated documents (`data/generate`, seed {params.seed}), "
        f"{params.ocr_share:.0%} of them with simulated recognition errors. Nobody's documents were used: there are no "
        "personal data in the weights.",
        f"- Text of scans as this recognition engine prints it: {about.get('ocr', 'RapidOCR')}",
        "- Licence: Apache-2.0, as the program.",
        *([f"- int8 against float: the same field for {same:.2%} of words."] if same else []),
        "\n## Figures\n",
        "No layout or content of these sets was trained on; embedded XML left aside. More in docs/quality.md.\n",
        "| set | documents | header F1 | line F1 | exact orders | field ECE |",
        "|---|---|---|---|---|---|",
        *rows,
        "\nConfidences are fitted on generated documents: on real ones they are a first estimate, not a promise.",
        "\n## Not for\n",
        "Handwriting, other languages and scripts, receipts, print under 5 points; deciding without a person before "
        "thresholds were set on your own documents.",
        "",
    ])  # fmt: skip


def _f(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", default="", help="default: the version in models/trained/export/model.json")
    parser.add_argument("--source", type=Path, default=Path("models/trained/export"))
    parser.add_argument("--results", type=Path, default=Path("results"))
    arguments = parser.parse_args()
    version = arguments.version or json.loads((arguments.source / "model.json").read_text(encoding="utf-8"))["version"]
    target = Path("models/default") / version
    print(ship(arguments.source, target, Results.read(arguments.results), load(TrainParams, "train")))


if __name__ == "__main__":
    main()
