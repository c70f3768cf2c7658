"""Pictures of a run: learning curves, reliability of confidences, F1 by field. All PNG, no display needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.figure import Figure

from training.confidence import Point
from training.metrics import Tally

INK, SOFT = "#1f4e79", "#c55a11"


def curves(source: Path, target: Path) -> None:
    """Loss and held-out word F1 against documents seen, from curves.jsonl."""
    lines = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    if not lines:
        return
    seen = [line["seen"] for line in lines]
    figure, left = plt.subplots(figsize=(7, 4))
    left.plot(seen, [line["loss"] for line in lines], color=SOFT, label="training loss")
    left.set_xlabel("documents seen")
    left.set_ylabel("training loss", color=SOFT)
    right = left.twinx()
    right.plot(seen, [line["word_f1"] for line in lines], color=INK)
    right.set_ylabel("word F1, layouts kept out of training", color=INK)
    _save(figure, target)


def reliability(pairs: Sequence[tuple[float, bool]], target: Path, bins: int = 10) -> None:
    """Share of right values against stated confidence, dot area by number of values."""
    figure, axes = plt.subplots(figsize=(4.5, 4.5))
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    for b in range(bins):
        inside = [(c, ok) for c, ok in pairs if b / bins <= c < (b + 1) / bins or (b == bins - 1 and c == 1)]
        if inside:
            stated = sum(c for c, _ in inside) / len(inside)
            true = sum(ok for _, ok in inside) / len(inside)
            axes.scatter([stated], [true], s=20 + 400 * len(inside) / len(pairs), color=INK, alpha=0.7)
    axes.set_xlabel("stated confidence")
    axes.set_ylabel("share that is right")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    _save(figure, target)


def reliabilities(
    panels: Mapping[str, Mapping[str, Sequence[tuple[float, bool]]]], target: Path, bins: int = 10
) -> None:
    """A reliability diagram a set, a line a method; dots where there are values."""
    if not panels:
        return
    figure, all_axes = plt.subplots(1, len(panels), figsize=(3.2 * len(panels), 3.4), squeeze=False)
    for axes, (name, methods) in zip(all_axes[0], panels.items(), strict=True):
        axes.plot([0, 1], [0, 1], color="#999999", linewidth=1)
        for method, pairs in methods.items():
            inside = [[(c, ok) for c, ok in pairs if min(int(c * bins), bins - 1) == b] for b in range(bins)]
            full = [part for part in inside if part]
            stated = [sum(c for c, _ in part) / len(part) for part in full]
            axes.plot(stated, [sum(ok for _, ok in part) / len(part) for part in full], marker="o", label=method)
        axes.set_title(name, fontsize=10)
        axes.set_xlabel("stated")
        axes.set_xlim(0, 1.02)
        axes.set_ylim(0, 1.02)
    all_axes[0][0].set_ylabel("share that is right")
    all_axes[0][0].legend(fontsize=7)
    _save(figure, target)


def risk_coverage(curves: Mapping[str, Sequence[Point]], target: Path) -> None:
    """Share that is wrong among what is let through, against the share that is let through; a curve a name."""
    figure, axes = plt.subplots(figsize=(6, 4))
    for name, points in curves.items():
        axes.plot([p.coverage for p in points], [p.risk for p in points], label=name, drawstyle="steps-post")
    axes.set_xlabel("coverage: share let through, the surest first")
    axes.set_ylabel("risk: share of it that is wrong")
    axes.set_xlim(0, 1.02)
    axes.set_ylim(bottom=0)
    axes.legend()
    _save(figure, target)


def fields(counted: Mapping[str, Tally], target: Path) -> None:
    """Horizontal bars of F1, one a field."""
    names = [n for n, t in counted.items() if n not in ("header", "line", "all") and t.f1 is not None]
    names.sort(key=lambda n: counted[n].f1 or 0.0)
    figure, axes = plt.subplots(figsize=(7, 0.22 * len(names) + 1))
    axes.barh(
        names, [counted[n].f1 or 0.0 for n in names], color=[SOFT if n.startswith("line.") else INK for n in names]
    )
    axes.set_xlabel("F1 (blue: header, orange: lines)")
    axes.set_xlim(0, 1)
    axes.tick_params(axis="y", labelsize=7)
    _save(figure, target)


def _save(figure: Figure, target: Path) -> None:
    figure.tight_layout()
    figure.savefig(target, dpi=110, metadata={"Software": None})
    plt.close(figure)
