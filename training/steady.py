"""Averages of the weights kept while the learning rate stands, to be blended into those at the end of the run.

Weights of a steady rate read papers unlike those trained on better, weights after the rate has fallen read papers like
them better; between the two, tensor by tensor, lies a network that reads both (Wortsman et al. 2022, "Model soups",
arXiv 2203.05482, and "Robust fine-tuning of zero-shot models", arXiv 2109.01903; for points of one run Izmailov et al.
2018, "Averaging weights leads to wider optima", arXiv 1803.05407). It costs a file for each point and no time.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

FOLDER = "averages"


def keep(out: Path, average: dict[str, Tensor], seen: int) -> None:
    """Keep the average as it is after `seen` documents; a kill while writing leaves no half file under its name."""
    target = out / FOLDER / f"{seen:09d}.safetensors"
    if target.is_file():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    save_file({k: v.contiguous() for k, v in average.items()}, part)
    os.replace(part, target)


def forget(out: Path) -> None:
    """Drop what another run kept."""
    shutil.rmtree(out / FOLDER, ignore_errors=True)


def kept(out: Path, first: float = 0.0) -> list[Path]:
    """Kept averages of `first` documents or more, oldest first."""
    found = sorted((out / FOLDER).glob("*.safetensors"))
    return [path for path in found if int(path.stem) >= first]


def blend(average: dict[str, Tensor], steady: list[Path], share: float) -> dict[str, Tensor]:
    """`average` with `share` of the mean of the kept ones; unchanged where none is kept or the share is nought.

    Whole numbers (counters) stay as they are. Raises `KeyError` where a kept average is of another network.
    """
    if not steady or not share:
        return average
    out = {k: v * (1 - share) if v.is_floating_point() else v for k, v in average.items()}
    for path in steady:
        one = load_file(path)
        for k, v in out.items():
            if v.is_floating_point():
                out[k] = torch.add(v, one[k].to(v.device), alpha=share / len(steady))
    return out
