"""`ordermill label push | pull | status` (with the full installation) and `ordermill label backend`."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from data.errors import SetupError
from serving.loading import USAGE, complain

app = typer.Typer(help="Label Studio: send pages, fetch labels, answer its questions.", no_args_is_help=True)
LOCAL = ("127.0.0.1", "localhost", "::1")
PASSED = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
"""Everything behind the command is for `training.label`, which answers `--help` itself."""


def _hand_over(context: typer.Context) -> None:
    # by name: serving does not import training, and a light installation does not have it
    if find_spec("training") is None or find_spec("label_studio_sdk") is None:
        complain(f"`ordermill label {context.info_name}` needs the full installation (docs/install.md).")
        raise typer.Exit(USAGE)
    command = [sys.executable, "-m", "training.label", str(context.info_name), *context.args]
    os.execv(sys.executable, command)  # noqa: S606


@app.command(context_settings=PASSED)
def push(context: typer.Context) -> None:
    """Send the documents that teach most."""
    _hand_over(context)


@app.command(context_settings=PASSED)
def pull(context: typer.Context) -> None:
    """Fetch finished documents as files to learn from."""
    _hand_over(context)


@app.command(context_settings=PASSED)
def status(context: typer.Context) -> None:
    """Say how far the labelling is."""
    _hand_over(context)


@app.command()
def backend(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 9090,
    model: Annotated[str, typer.Option(help="Name of a shipped model or a folder that holds one.")] = "default",
    memory: Annotated[Path, typer.Option(help="Folder of what is remembered of labelled layouts.")] = Path(
        "var/label-memory"
    ),
) -> None:
    """Answer Label Studio when it asks for predictions. ORDERMILL_LABEL_KEY is the password it must send."""
    key = os.environ.get("ORDERMILL_LABEL_KEY") or None
    if key is None and host not in LOCAL:
        complain("Set ORDERMILL_LABEL_KEY: without a key the backend listens on 127.0.0.1 alone.")
        raise typer.Exit(USAGE)
    import uvicorn

    from models.extractor import Extractor
    from models.memory import FileShelf, Memory
    from serving.labelling import Backend, create_app

    try:
        extractor = Extractor.load(model)
    except SetupError as error:
        complain(f"{error.message}\n{error.hint}")
        raise typer.Exit(1) from error
    version = f"{extractor.name} {extractor.version}"
    answering = Backend(extractor.extract_remembering, version, Memory(FileShelf(memory)))
    uvicorn.run(create_app(answering, key), host=host, port=port, log_level="warning")
