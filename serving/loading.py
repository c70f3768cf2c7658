"""What every command that reads documents does first: settings, the model, the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from data.errors import DocumentError, DocumentLimit, OrdermillError
from data.result import Extraction

if TYPE_CHECKING:  # loading the pipeline takes a second that `--help` should not
    from serving.pipeline import Pipeline

Load = Callable[[str, int], "Pipeline"]
"""A model's name and the number of documents to be read at a time to a pipeline."""

USAGE = 2


def read_file(pipeline: Pipeline, path: Path, *, embedded: bool) -> Extraction:
    from data.readers import ReadOptions

    limit = ReadOptions().max_bytes
    try:
        if path.stat().st_size > limit:
            raise DocumentLimit(f"The file is larger than {limit // 1_000_000} MB.", hint="Send the order alone.")
        content = path.read_bytes()
    except DocumentLimit as error:
        return pipeline.failed(path.name, "", error)
    except OSError as error:
        code = "not_found" if isinstance(error, FileNotFoundError) else "not_readable"
        reason = error.strerror or "cannot be opened"
        return pipeline.failed(path.name, "", DocumentError(f"{path}: {reason}", hint="Check the path.", code=code))
    return pipeline.extract(content, path.name, embedded=embedded)[0]


def load_pipeline(load: Load | None, model: str | None, jobs: int) -> Pipeline:
    from serving.pipeline import Pipeline

    settings = settings_or_exit()
    # a model that was asked for by name reads, whatever the shelf says
    shelf = settings.champions if model is None else None
    model = model or settings.model
    try:
        return load(model, jobs) if load else Pipeline.load(model, at_once=jobs, shelf=shelf)
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        complain("`ordermill doctor` says more.")
        raise typer.Exit(1) from error


def settings_or_exit() -> Any:
    from pydantic import ValidationError

    from serving.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        for e in error.errors():
            complain(f"ORDERMILL_{'_'.join(str(part) for part in e['loc']).upper()}: {e['msg']}")
        raise typer.Exit(USAGE) from error


def complain(text: str) -> None:
    if text:
        typer.echo(f"ordermill: {text}", err=True)
