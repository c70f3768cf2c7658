"""The command line: `ordermill extract | batch | export | memory | model | odoo | worker | serve | doctor` and more.

Exit status of `extract`: 0 every file was read, 1 at least one was not, 2 wrong usage. With `--json` standard output
holds one JSON object a line and nothing else, whatever libraries print.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from data.errors import OrdermillError
from data.result import Extraction
from serving.access.commands import app as admin
from serving.batch.commands import batch
from serving.desk.audit.commands import app as audit
from serving.desk.backup.commands import backup, restore
from serving.desk.commands import learning, worker
from serving.desk.drift.commands import drift
from serving.desk.privacy.commands import erase, retention
from serving.desk.redact.commands import redact
from serving.desk.rules.commands import app as rules
from serving.doctor_shown import doctor
from serving.exports.commands import export
from serving.intake.commands import intake
from serving.label_commands import app as labelling
from serving.loading import USAGE, Load, complain, load_pipeline, read_file, settings_or_exit
from serving.memory_commands import app as memory
from serving.odoo.commands import app as odoo
from serving.release import release
from serving.shelf.commands import app as models
from serving.sources import expand

if TYPE_CHECKING:  # loading the pipeline takes a second that `--help` should not
    from serving.pipeline import Pipeline

app = typer.Typer(
    help="Reads order documents and says how sure it is of every value.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.add_typer(audit, name="audit")
app.add_typer(admin, name="admin")
app.add_typer(odoo, name="odoo")
app.add_typer(rules, name="rules")
app.add_typer(memory, name="memory")
app.add_typer(models, name="model")
app.add_typer(labelling, name="label")

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
        complain("no PDF, PNG, JPEG, TIFF or XML file in " + ", ".join(str(f) for f in files))
        raise typer.Exit(USAGE)
    out = _only_ours()
    pipeline = load_pipeline(context.obj, model, jobs)
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


app.command()(batch)
app.command()(drift)
app.command()(export)
app.command()(backup)
app.command()(restore)
app.command()(redact)
app.command()(erase)
app.command()(retention)
app.command()(worker)
app.command()(doctor)
app.command()(intake)
app.command()(learning)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [127.0.0.1].")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Port to listen on [3000].")] = None,
) -> None:
    """Start the service with its page, until it is told to stop."""
    from serving.access.oidc import OidcSettings
    from serving.desk.outgoing import EventSettings
    from serving.doctor import address_free, examine

    settings = settings_or_exit()
    host, port = host or settings.host, port or settings.port
    looked = (*examine(settings.model, settings.champions), address_free(host, port))
    troubles = [c for c in looked if c.state == "failed"]
    for check in troubles:
        complain(f"{check.name}: {check.message} {check.todo}")
    try:
        EventSettings.load()
        OidcSettings.load()
    except OrdermillError as error:
        complain(f"{error.message} {error.hint}")
        raise typer.Exit(1) from error
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
def version() -> None:
    """Print the versions of Ordermill and of its shipped model."""
    from serving.doctor import model_version

    typer.echo(f"ordermill {release()}")
    typer.echo(f"model     {model_version(settings_or_exit().model)}")


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
        return read_file(pipeline, path, embedded=embedded)

    pool = ThreadPoolExecutor(jobs)
    try:
        results = pool.map(one, paths)
        log = Console(stderr=True)
        yield from track(results, "Reading", len(paths), console=log, disable=not progress, transient=True)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _only_ours() -> TextIO:
    """Standard output for results alone: whatever else prints there (libraries written in C too) goes to stderr."""
    sys.stdout.flush()
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", errors="replace")
    os.dup2(2, 1)
    return out


if __name__ == "__main__":
    main()
