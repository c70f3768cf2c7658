"""A model folder that loads and runs like a trained one and finds nothing: no word is a field, every page an order.

For tests of how models are loaded and served, which need no training.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from models.config import ReaderConfig
from models.encode import FEATURES

OPSET = 17
VERSION = "0.0.1"


def write(folder: Path, name: str = "blank") -> Path:
    """Write the model into `folder`, which is made, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    config = ReaderConfig()
    config.save(folder / "reader.json")
    about = {"name": name, "version": VERSION, "precision": "float"}
    (folder / "model.json").write_text(json.dumps(about), encoding="utf-8")
    onnx.save(_network(config), str(folder / "model.onnx"))
    return folder


def _network(config: ReaderConfig) -> onnx.ModelProto:
    integer, real, truth = TensorProto.INT64, TensorProto.FLOAT, TensorProto.BOOL
    inputs = [
        _tensor("ids", integer, "batch", "words", "features"),
        _tensor("numeric", real, "batch", "words", FEATURES),
        _tensor("position", real, "batch", "words", 3),
        _tensor("neighbours", integer, "batch", "words", 2),
        _tensor("block", integer, "batch", "words"),
        _tensor("segment", integer, "batch", "words"),
        _tensor("mask", truth, "batch", "words"),
    ]
    outputs = [
        _tensor("field", real, "batch", "words", len(config.labels)),
        _tensor("role", real, "batch", "words", len(config.roles)),
        _tensor("start", real, "batch", "words"),
        _tensor("kind", real, "batch", len(config.types)),
    ]
    constants: dict[str, NDArray[np.float32] | NDArray[np.int64]] = {
        "no_field": _certain(len(config.labels), 0).reshape(1, 1, -1),
        "no_role": _certain(len(config.roles), 0).reshape(1, 1, -1),
        "an_order": _certain(len(config.types), config.types.index("order")).reshape(1, -1),
        "nothing": np.zeros((1, 1), np.float32),
        "one": np.ones(1, np.int64),
        "first": np.zeros(1, np.int64),
    }
    nodes = [
        helper.make_node("Shape", ["mask"], ["shape"]),
        helper.make_node("Gather", ["shape", "first"], ["size"]),
        helper.make_node("Concat", ["shape", "one"], ["words"], axis=0),
        helper.make_node("Concat", ["size", "one"], ["documents"], axis=0),
        helper.make_node("Expand", ["no_field", "words"], ["field"]),
        helper.make_node("Expand", ["no_role", "words"], ["role"]),
        helper.make_node("Expand", ["nothing", "shape"], ["start"]),
        helper.make_node("Expand", ["an_order", "documents"], ["kind"]),
    ]
    initial = [numpy_helper.from_array(array, name) for name, array in constants.items()]
    graph = helper.make_graph(nodes, "blank", inputs, outputs, initial)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def _tensor(name: str, kind: int, *shape: str | int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def _certain(count: int, chosen: int) -> NDArray[np.float32]:
    logits = np.full(count, -8, np.float32)
    logits[chosen] = 8
    return logits
