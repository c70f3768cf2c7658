"""Stage `export`: trained weights to the folder that serving reads (ONNX int8, or float where int8 costs accuracy).

python -m training.export [--profile smoke]
"""

from __future__ import annotations

import argparse
import json
import warnings
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from models.config import ReaderConfig
from models.inputs import WORD_INPUTS, Inputs
from models.runtime import softmax
from training.backbone import keep_tokenizer, restore
from training.config import load
from training.stream import IGNORE, document, samples, to_batch

OUTPUTS = ("field", "role", "start", "kind")
OPSET = 17
WORD_AXIS = {*WORD_INPUTS, "first"}
"""Inputs whose second axis counts words; that of the others counts word pieces."""


@dataclass(frozen=True)
class ExportParams:
    """Section `export`."""

    source: str = "models/trained/reader"
    out: str = "models/trained/export"
    results: str = "results/export"
    name: str = "default"
    version: str = "0.1.0"
    precision: str = "auto"
    """int8, float, or auto: int8 unless it changes more than `tolerance` of the words' labels."""
    tolerance: float = 0.004
    documents: int = 40
    """Held-out documents on which the precisions are compared."""


def to_onnx(model: nn.Module, inputs: Inputs, path: Path) -> None:
    """Trace with two windows of different length; batch and words stay dynamic."""
    examples = [samples(document(910_000_000 + k, 0.0, "heldout"), inputs.config)[0] for k in (1, 2)]
    arrays = to_batch(examples, inputs)
    example = tuple(arrays[name] for name in inputs.names)
    axes = {name: {0: "batch", 1: "words" if name in WORD_AXIS else "pieces"} for name in inputs.names} | {
        "field": {0: "batch", 1: "words"}, "role": {0: "batch", 1: "words"},
        "start": {0: "batch", 1: "words"}, "kind": {0: "batch"},
    }  # fmt: skip
    # the TorchScript exporter is deprecated, and the only one that takes all our backbones
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(model.eval(), example, str(path), input_names=list(inputs.names), output_names=list(OUTPUTS),
                          dynamic_axes=axes, opset_version=OPSET, dynamo=False)  # fmt: skip


def to_int8(source: Path, target: Path) -> None:
    """Dynamic int8 of the matrix products and of the embedding tables."""
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True,
                     op_types_to_quantize=["MatMul", "Gemm", "Gather"])  # fmt: skip


def agreement(one: Path, other: Path, inputs: Inputs, documents: int) -> dict[str, float]:
    """Share of words whose field and role are the same, and the largest difference of a probability."""
    sessions = [onnxruntime.InferenceSession(str(p), providers=["CPUExecutionProvider"]) for p in (one, other)]
    accepted = {i.name for i in sessions[0].get_inputs()}
    words = field = role = 0
    largest = 0.0
    for k in range(documents):
        for s in samples(document(911_000_000 + k, 0.2, "heldout"), inputs.config):
            arrays = {n: v.numpy() for n, v in to_batch([s], inputs).items() if n in accepted}
            (fa, ra, _, _), (fb, rb, _, _) = (session.run(None, arrays) for session in sessions)
            judged = s.field != IGNORE
            words += int(judged.sum())
            field += int((fa.argmax(-1) == fb.argmax(-1))[0][judged].sum())
            role += int((ra.argmax(-1) == rb.argmax(-1))[0][judged].sum())
            largest = max(largest, float(np.abs(softmax(fa) - softmax(fb)).max()))
    return {"field": field / max(words, 1), "role": role / max(words, 1), "largest_difference": largest}


def export(params: ExportParams) -> dict[str, Any]:
    """Write `model.onnx`, `reader.json` and `model.json` into `params.out`; returns the metrics."""
    source, out, results = Path(params.source), Path(params.out), Path(params.results)
    out.mkdir(parents=True, exist_ok=True)
    results.mkdir(parents=True, exist_ok=True)
    config = ReaderConfig.load(source / "reader.json")
    inputs = Inputs(config, source)
    model = restore(source, config)
    whole, small = results / "float.onnx", results / "int8.onnx"
    to_onnx(model, inputs, whole)
    to_int8(whole, small)
    same = agreement(whole, small, inputs, params.documents)
    worst = 1 - min(same["field"], same["role"])
    precision = params.precision if params.precision != "auto" else ("int8" if worst <= params.tolerance else "float")
    chosen = small if precision == "int8" else whole
    (out / "model.onnx").write_bytes(chosen.read_bytes())
    config.save(out / "reader.json")
    keep_tokenizer(str(source), out)
    # the engine whose mistakes the generator imitates: a model belongs to it
    about = {"name": params.name, "version": params.version, "precision": precision,
             "ocr": f"rapidocr {version('rapidocr')}"}  # fmt: skip
    (out / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    metrics = {"precision": precision, "megabytes": round((out / "model.onnx").stat().st_size / 1e6, 2),
               "float_megabytes": round(whole.stat().st_size / 1e6, 2), "int8_agreement": same}  # fmt: skip
    (results / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    print(json.dumps(export(load(ExportParams, "export", parser.parse_args().profile)), indent=1))


if __name__ == "__main__":
    main()
