"""Weights to train on from a model that is only there as served: its int8 numbers back as floats.

Retraining starts from the model in use, and that is shipped small. Which stored number belongs to which parameter is
found by exporting a model of the same shape with random weights in the same way: both graphs are alike node by node.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from data.errors import SetupError
from models.config import ReaderConfig
from models.inputs import Inputs
from models.network import OrderTagger
from training.backbone import restore
from training.config import TrainParams
from training.export import to_int8, to_onnx

Arrays = dict[str, NDArray[np.float32]]
_SMALL = ("_quantized", "_scale", "_zero_point")


def thaw(folder: Path) -> dict[str, Tensor]:
    """The state of the network in `folder`: a trained one as it is, a served one with its weights made floats again.

    Raises `SetupError` where the model is not one of ours in one of these two forms.
    """
    config = ReaderConfig.load(folder / "reader.json")
    if (folder / "model.safetensors").is_file():
        return dict(restore(folder, config).state_dict())
    if not (folder / "model.onnx").is_file():
        raise SetupError(f"{folder} holds no model", hint="give the folder of a trained or of a served model")
    from training.backbone import build

    torch.manual_seed(0)
    model = build(TrainParams(), config)
    if not isinstance(model, OrderTagger):
        raise SetupError(f"{folder} stands on another backbone", hint="retrain from its training folder instead")
    with torch.no_grad():
        for parameter in model.parameters():  # like ones (norms, biases) would be stored once by the exporter
            parameter.normal_()
    served = onnx.load(str(folder / "model.onnx"))
    with tempfile.TemporaryDirectory() as name:
        whole, small = Path(name) / "float.onnx", Path(name) / "int8.onnx"
        to_onnx(model, Inputs(config, folder), whole)
        to_int8(whole, small)
        like = onnx.load(str(small)) if _is_small(served) else onnx.load(str(whole))
        floats = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(whole)).graph.initializer}
    return _state(model, floats, like, served, folder)


def _state(
    model: OrderTagger, floats: Arrays, like: onnx.ModelProto, served: onnx.ModelProto, folder: Path
) -> dict[str, Tensor]:
    pairs = list(zip(like.graph.initializer, served.graph.initializer, strict=False))
    shapes = [list(a.dims) == list(b.dims) for a, b in pairs]
    if len(like.graph.initializer) != len(served.graph.initializer) or not all(shapes):
        raise SetupError(
            f"{folder} was exported by another version of Ordermill or torch",
            hint="retrain with the version that exported it, or train from the start",
        )
    stored = {a.name: numpy_helper.to_array(b) for a, b in pairs}
    state = {name: value.detach().clone() for name, value in model.state_dict().items()}
    missing = set(dict(model.named_parameters()))
    for name, value in floats.items():
        known = _stored(name, stored)
        owner = _owner(name, value, state, missing)
        if known is None or owner is None:
            continue
        parameter, turned = owner
        missing.discard(parameter)
        state[parameter] = torch.from_numpy(np.array(known.T if turned else known)).to(state[parameter].dtype)
    if missing:
        raise SetupError(
            f"{folder}: no weights found for {', '.join(sorted(missing)[:5])}", hint="train from the start"
        )
    return state


def _is_small(model: onnx.ModelProto) -> bool:
    return any(i.name.endswith(_SMALL[0]) for i in model.graph.initializer)


def _stored(name: str, stored: Arrays) -> NDArray[np.float32] | None:
    """The floats of initializer `name`, made of int8, scale and zero point where they are stored so."""
    if name in stored:
        return stored[name]
    for base in (name, f"{name}_Transposed"):
        if f"{base}{_SMALL[0]}" in stored:
            small, scale, zero = (stored[f"{base}{end}"].astype(np.float32) for end in _SMALL)
            value: NDArray[np.float32] = (small - zero) * scale
            return value.T if base != name else value
    return None


def _owner(
    name: str, value: NDArray[np.float32], state: dict[str, Tensor], missing: set[str]
) -> tuple[str, bool] | None:
    """The parameter with exactly these random numbers, and whether the graph holds it transposed."""
    if name in state and state[name].shape == value.shape:
        return name, False
    for parameter in missing:
        own = state[parameter].numpy()
        if own.ndim == 2 and own.T.shape == value.shape and np.array_equal(own.T, value):
            return parameter, True
    return None
