"""Warm-up, steady, decay: the learning rate by documents seen, so that a run can be lengthened or ended at will."""

from __future__ import annotations

from training.config import TrainParams


def learning_rate(seen: int, params: TrainParams) -> float:
    """Rises linearly over `warmup` documents, stays, falls linearly to 1 % over the last `decay_share`."""
    rise = min(1.0, (seen + 1) / max(params.warmup, 1))
    start = params.documents * (1 - params.decay_share)
    fall = 1.0
    if seen > start:
        fall = max(0.01, (params.documents - seen) / max(params.documents - start, 1))
    return params.learning_rate * rise * fall
