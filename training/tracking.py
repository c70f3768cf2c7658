"""The one place that talks to MLflow: a run with parameters, curves and files, or nothing when it is switched off."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import Any

EXPERIMENT = "ordermill"


class Run:
    """A tracking run that swallows everything: used when MLflow is switched off, and the interface of `MlflowRun`."""

    def log(self, metrics: dict[str, float], step: int | None = None) -> None: ...

    def file(self, path: Path) -> None: ...

    def close(self) -> None: ...

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class MlflowRun(Run):
    """A run in the MLflow store of `MLFLOW_TRACKING_URI` (default: mlflow.db in the working folder)."""

    def __init__(self, stage: str, params: dict[str, Any]) -> None:
        os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
        import mlflow

        self.mlflow = mlflow
        if "MLFLOW_TRACKING_URI" not in os.environ:
            mlflow.set_tracking_uri(f"sqlite:///{Path('mlflow.db').resolve()}")
        mlflow.set_experiment(EXPERIMENT)
        mlflow.start_run(run_name=stage)
        mlflow.log_params({k: str(v)[:500] for k, v in params.items()})

    def log(self, metrics: dict[str, float], step: int | None = None) -> None:
        self.mlflow.log_metrics(metrics, step=step)

    def file(self, path: Path) -> None:
        self.mlflow.log_artifact(str(path))

    def close(self) -> None:
        if self.mlflow.active_run() is not None:
            self.mlflow.end_run()


def open_run(stage: str, params: dict[str, Any], *, enabled: bool) -> Run:
    """A run named after the stage."""
    return MlflowRun(stage, params) if enabled else Run()
