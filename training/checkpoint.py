"""Checkpoints without pickles: weights, average, optimiser moments as safetensors, the rest as JSON.

Written beside and renamed, so that a kill while writing leaves the last whole checkpoint.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn


def save(
    folder: Path, model: nn.Module, average: dict[str, Tensor], optimizer: torch.optim.Optimizer, state: dict[str, Any]
) -> None:
    """Write everything that a run needs to go on as if it had never stopped."""
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    save_file({k: v.contiguous() for k, v in model.state_dict().items()}, fresh / "model.safetensors")
    save_file({k: v.contiguous() for k, v in average.items()}, fresh / "average.safetensors")
    moments = {}
    for name, parameter in model.named_parameters():
        for key, value in optimizer.state.get(parameter, {}).items():
            moments[f"{name}|{key}"] = value.detach().float().contiguous().clone()
    save_file(moments, fresh / "optimizer.safetensors")
    (fresh / "state.json").write_text(json.dumps(state, indent=1), encoding="utf-8")
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(fresh, folder)
    shutil.rmtree(old, ignore_errors=True)


def heal(folder: Path) -> None:
    """Put back the last whole checkpoint where a kill came between the two renames of `save`."""
    old = folder.with_name(folder.name + ".old")
    if not folder.exists() and old.exists():
        os.replace(old, folder)


def load(
    folder: Path, model: nn.Module, average: dict[str, Tensor], optimizer: torch.optim.Optimizer
) -> dict[str, Any]:
    """Restore in place; returns the JSON state. `heal` the folder first."""
    model.load_state_dict(load_file(folder / "model.safetensors"))
    for name, value in load_file(folder / "average.safetensors").items():
        average[name].copy_(value)
    moments = load_file(folder / "optimizer.safetensors")
    for name, parameter in model.named_parameters():
        mine = {k.split("|")[1]: v for k, v in moments.items() if k.split("|")[0] == name}
        if mine:
            optimizer.state[parameter] = {k: v if v.dim() else v.to(torch.float32) for k, v in mine.items()}
    state: dict[str, Any] = json.loads((folder / "state.json").read_text(encoding="utf-8"))
    return state
