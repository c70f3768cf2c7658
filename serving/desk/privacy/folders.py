"""An eraser for folders of files: training sets, labels, caches, exports, results of a batch.

Files named after a document or order go, and files that say anything of the subject; of JSON lines the records that
do, of Hugging Face datasets the rows, for which the full installation is needed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from data.errors import SetupError
from serving.desk.privacy.erasers import Erased, Eraser, Subject
from serving.desk.privacy.traces import NUMBERS, Traces

RECORDS = frozenset({".jsonl", ".ndjson"})
"""One record a line: only the lines that name the subject go."""
LEARNT = "learnt.json"
"""Beside the weights of a retrained model: what it was trained on, by hash (`training.learnt`). It stays with them."""


def folder(place: str, root: Path) -> Eraser:
    """Erases below `root`; a folder that is not there holds nothing. Weights stay."""

    def erase(subject: Subject, dry: bool) -> list[Erased]:
        traces = Traces.of(subject)
        rows = sum(_dataset(where, subject, traces, dry) for where in list(_datasets(root)))
        # What is left of the datasets is looked through as any file: nothing of the subject is in it any more.
        files = sum(_file(path, traces, dry) for path in _files(root, skip=dry))
        found = (("rows", rows), ("files and records", files))
        return [Erased(place, what, number) for what, number in found if number]

    return erase


def _datasets(root: Path) -> Iterator[Path]:
    for path in root.rglob("dataset_info.json"):
        if (path.parent / "state.json").is_file():
            yield path.parent


def _files(root: Path, *, skip: bool) -> Iterator[Path]:
    """All files; with `skip` those of datasets are left out, whose rows were counted."""
    inside = set(_datasets(root)) if skip else set()
    for where, _, names in os.walk(root):
        if Path(where) not in inside:
            yield from (Path(where) / name for name in names)


def _dataset(folder: Path, subject: Subject, traces: Traces, dry: bool) -> int:
    """Rows of a dataset, by the full installation where there is something to erase. Raises `SetupError`."""
    if not any(traces.in_bytes(path.read_bytes()) for path in folder.iterdir() if path.is_file()):
        return 0
    if find_spec("training") is None or find_spec("datasets") is None:
        raise SetupError(f"{folder} is a dataset.", hint="Erase from the full installation, or delete the folder.")
    # by name: serving does not import training
    command = [sys.executable, "-m", "training.forget", str(folder), *(["--dry-run"] if dry else [])]
    asked = {"orders": subject.orders, "documents": subject.documents, "names": traces.names}
    root = str(Path(__file__).resolve().parents[3])
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603
        command, input=json.dumps(asked), text=True, capture_output=True, env={**os.environ, "PYTHONPATH": paths}
    )
    if done.returncode:
        raise SetupError(f"{folder} could not be written anew.", hint=done.stderr.strip().split("\n")[-1][:300])
    return int(json.loads(done.stdout)["rows"])


def _file(path: Path, traces: Traces, dry: bool) -> int:
    if traces.in_name(path):
        return _unlink(path, dry)
    if path.suffix in NUMBERS or path.name == LEARNT:
        return 0
    content = path.read_bytes()
    if not traces.in_bytes(content):
        return 0
    if path.suffix not in RECORDS:
        return _unlink(path, dry)
    lines = content.splitlines(keepends=True)
    kept = [line for line in lines if not traces.in_bytes(line)]
    if not dry:
        beside = path.with_name(f".{path.name}.part")
        beside.write_bytes(b"".join(kept))
        os.replace(beside, path)
    return len(lines) - len(kept)


def _unlink(path: Path, dry: bool) -> int:
    if not dry:
        path.unlink(missing_ok=True)
    return 1
