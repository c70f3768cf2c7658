"""The command line: `ordermill extract | serve | doctor | version`.

Exit status of `extract`: 0 every file was read, 1 at least one was not, 2 wrong usage. With `--json` standard output
holds one JSON object a line and nothing else, whatever libraries print.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from data.errors import DocumentError, DocumentLimit, OrdermillError
from data.result import Extraction
from serving.odoo.commands import app as odoo
from serving.release import release
from serving.sources import expand

if TYPE_CHECKING:  # loading the pipeline takes a second that `--help` should not
    from serving.pipeline import Pipeline

Load = Callable[[str, int], "Pipeline"]
"""A model's name and the number of documents to be read at a time to a pipeline."""

USAGE = 2

app = typer.Typer(
    help="Reads order documents and says how sure it is of every value.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.add_typer(odoo, name="odoo")

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Documents, or folders with documents.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Documents read at the same time.")]
Model = Annotated[str | None, typer.Option(help="Name of a shipped model or a folder that holds one.")]


@app.command()
def extract(
    context: typer.Context,
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line instead of tables.")] = False,
    no_embedded: Annotated[
        bool, typer.Option("--no-embedded", help="Leave XML inside the documents aside; read the pages alone.")
    ] = False,
    jobs: Jobs = 1,
    model: Model = None,
) -> None:
    """Read documents: PDF, PNG, JPEG, TIFF, XML."""
    paths = expand(files)
    if not paths:
        _complain("no PDF, PNG, JPEG, TIFF or XML file in " + ", ".join(str(f) for f in files))
        raise typer.Exit(USAGE)
    out = _only_ours()
    pipeline = _load(context.obj, model, jobs)
    failed = False
    progress = len(paths) > 1 and sys.stderr.isatty() and not out.isatty()
    for result in _results(pipeline, paths, embedded=not no_embedded, jobs=jobs, progress=progress):
        failed |= result.status == "failed"
        if as_json:
            out.write(json.dumps(result.to_dict(), ensure_ascii=False) + "\n")
            out.flush()
        else:
            from serving.terminal import show

            show(result, out)
    raise typer.Exit(int(failed))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on [3000].")] = None,
) -> None:
    """Start the service with its page, until it is told to stop."""
    from serving.doctor import address_free, examine

    settings = _settings()
    host, port = host or settings.host, port or settings.port
    troubles = [c for c in (*examine(settings.model), address_free(host, port)) if not c.good]
    for check in troubles:
        _complain(f"{check.name}: {check.message}")
    if troubles:
        raise typer.Exit(1)
    shown = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    typer.echo(f"Ordermill is starting: http://{shown}:{port}  (Ctrl+C stops it)", err=True)
    # BentoML takes this process over, and with it SIGTERM and Ctrl+C; what was loaded to check is freed.
    root = str(Path(__file__).resolve().parent.parent)
    command = [sys.executable, "-m", "bentoml", "serve", "serving.service:OrderExtractor",
               "--host", host, "--port", str(port), "--working-dir", root]  # fmt: skip
    os.execv(sys.executable, command)  # noqa: S606


@app.command()
def doctor() -> None:
    """Say what works here and what is missing."""
    from serving.doctor import examine

    checks = examine(_settings().model)
    for check in checks:
        state = "ok" if check.good else "MISSING" if check.needed else "absent"
        typer.echo(f"{state:<8}{check.name}: {check.message}")
    raise typer.Exit(int(any(not c.good and c.needed for c in checks)))


@app.command()
def version() -> None:
    """Print the versions of Ordermill and of its shipped model."""
    from serving.doctor import model_version

    typer.echo(f"ordermill {release()}")
    typer.echo(f"model     {model_version(_settings().model)}")


def main(load: Load | None = None) -> None:
    """Entry point of the `ordermill` command; `load` makes a pipeline of a model's name, `Pipeline.load` if None."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        app(obj=load)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # `ordermill extract … | head` closed its end; Python would complain once more while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _results(
    pipeline: Pipeline, paths: list[Path], *, embedded: bool, jobs: int, progress: bool
) -> Iterator[Extraction]:
    """One result per path, in order; `jobs` of them in work at a time."""
    from rich.console import Console
    from rich.progress import track

    def one(path: Path) -> Extraction:
        return _read(pipeline, path, embedded=embedded)

    pool = ThreadPoolExecutor(jobs)
    try:
        results = pool.map(one, paths)
        log = Console(stderr=True)
        yield from track(results, "Reading", len(paths), console=log, disable=not progress, transient=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _read(pipeline: Pipeline, path: Path, *, embedded: bool) -> Extraction:
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


def _load(load: Load | None, model: str | None, jobs: int) -> Pipeline:
    from serving.pipeline import Pipeline

    model = model or _settings().model
    try:
        return load(model, jobs) if load else Pipeline.load(model, at_once=jobs)
    except OrdermillError as error:
        _complain(error.message)
        _complain(error.hint)
        _complain("`ordermill doctor` says more.")
        raise typer.Exit(1) from error


def _settings() -> Any:
    from pydantic import ValidationError

    from serving.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        for e in error.errors():
            _complain(f"ORDERMILL_{'_'.join(str(part) for part in e['loc']).upper()}: {e['msg']}")
        raise typer.Exit(USAGE) from error


def _only_ours() -> TextIO:
    """Standard output for results alone: whatever else prints there (libraries written in C too) goes to stderr."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
    os.dup2(2, 1)
    return out


def _complain(text: str) -> None:
    if text:
        typer.echo(f"ordermill: {text}", err=True)


if __name__ == "__main__":
    main()
