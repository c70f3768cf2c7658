"""Runs the whole training pipeline on few documents, in a folder of its own: `scripts/smoke.py [FOLDER]`.

The folder gets a copy of the code, of dvc.yaml, and of params.yaml with the profile `smoke` laid over its sections, so
that neither results nor dvc.lock of real runs are touched. What stands there afterwards is what a real run leaves.
Run with the full environment's Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("data", "models", "training", "serving")
LEFT_OUT = ("__pycache__", "raw", "processed", "trained", "default")
"""Folders of the packages that are no code: documents of others, trained weights."""


def merged(params: dict[str, Any], profile: str) -> dict[str, Any]:
    """`params` with the sections of `profile` laid over it, key by key."""
    over = params.get("profiles", {})[profile]
    names = [name for name in params if name != "profiles"]
    return {name: {**(params.get(name) or {}), **(over.get(name) or {})} for name in dict.fromkeys((*names, *over))}


def lay_out(folder: Path, profile: str = "smoke") -> None:
    """A fresh working folder with code and parameters."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for name in ("dvc.yaml", "pyproject.toml", ".dvcignore"):
        shutil.copy2(ROOT / name, folder / name)
    params = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    (folder / "params.yaml").write_text(yaml.safe_dump(merged(params, profile), sort_keys=False), encoding="utf-8")


def environment() -> dict[str, str]:
    """Of the stages: this Python first, nothing reported to anyone, one MLflow store in the folder."""
    own = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "DVC_NO_ANALYTICS": "1", "MLFLOW_DISABLE_TELEMETRY": "true", "ORT_DISABLE_TELEMETRY": "1",
        "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1",
    }  # fmt: skip
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "MLFLOW_TRACKING_URI", "DVC_ROOT")}
    return kept | own


def run(folder: Path) -> float:
    """Lay out and run everything; returns the seconds taken. Raises CalledProcessError when a stage fails."""
    began = time.monotonic()
    lay_out(folder)
    dvc = [sys.executable, "-m", "dvc"]
    for command in ([*dvc, "init", "--no-scm", "--quiet"], [*dvc, "repro"]):
        subprocess.run(command, cwd=folder, env=environment(), check=True)
    return time.monotonic() - began


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "var/smoke").resolve()
    if folder == ROOT or folder in ROOT.parents:
        print(f"{folder} holds the project itself; it would be removed", file=sys.stderr)
        return 2
    try:
        seconds = run(folder)
    except subprocess.CalledProcessError as error:
        print(f"smoke run failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    print(f"smoke run: {seconds:.0f} seconds, in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
