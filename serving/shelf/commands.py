"""`ordermill model list | add | use | try | back | differences`: the models of this installation."""

from __future__ import annotations

import getpass
import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from models.shelf import Shelf
from serving.loading import complain, settings_or_exit

app = typer.Typer(help="The models of this installation: list them, switch, try one beside another.",
                  no_args_is_help=True)  # fmt: skip

Version = Annotated[str, typer.Argument(help="A version on the shelf, as `ordermill model list` shows it.")]


def _shelf() -> Shelf:
    return Shelf(Path(settings_or_exit().shelf))


def _fail(error: OrdermillError) -> typer.Exit:
    complain(error.message)
    complain(error.hint)
    return typer.Exit(1)


@app.command("list")
def listed() -> None:
    """Show every version, what it is used for, and the last switches."""
    shelf = _shelf()
    found = shelf.versions()
    if not found:
        typer.echo("No model on the shelf: the shipped one reads. `ordermill model add FOLDER` puts one there.")
    for version in found:
        typer.echo(f"{version.version:<24}{version.fingerprint:<14}{', '.join(version.aliases)}")
    for entry in shelf.history()[-5:]:
        typer.echo(
            f"  {entry['at']}  {entry['alias']}: {entry['from'] or '-'} -> {entry['to'] or '-'}  ({entry['by']})"
        )


@app.command()
def add(
    folder: Annotated[Path, typer.Argument(help="Folder of an exported model.", exists=True, file_okay=False)],
    version: Annotated[str, typer.Option(help="Another name than the model's own version.")] = "",
) -> None:
    """Put a model on the shelf; it is not used before `use` or `try`."""
    try:
        kept = _shelf().add(folder, version)
    except OrdermillError as error:
        raise _fail(error) from error
    typer.echo(f"{kept.version} is on the shelf ({kept.fingerprint}).")


@app.command()
def use(version: Version) -> None:
    """Let this version read from the next document on; a running service switches by itself."""
    _point("champion", version)


@app.command("try")
def trial(version: Annotated[str, typer.Argument(help="A version, or - to end the trial.")]) -> None:
    """Let this version read the same documents beside the champion; only differences are noted."""
    _point("challenger", None if version == "-" else version)


@app.command()
def back() -> None:
    """Let the version before this one read again."""
    try:
        version = _shelf().back(getpass.getuser())
    except OrdermillError as error:
        raise _fail(error) from error
    typer.echo(f"{version} reads again.")


@app.command()
def differences(last: Annotated[int, typer.Option(min=1, help="Documents looked at.")] = 1000) -> None:
    """What the challenger read differently from the champion."""
    path = Path(settings_or_exit().shelf) / "differences.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()[-last:] if path.is_file() else []
    entries = [json.loads(line) for line in lines]
    if not entries:
        typer.echo("Nothing was read by a challenger yet. `ordermill model try VERSION` begins a trial.")
        return
    newest = entries[-1]["challenger"]
    entries = [e for e in entries if e["challenger"] == newest]
    unlike = [e for e in entries if e["differ"]]
    typer.echo(f"{newest} beside {entries[-1]['champion']}: {len(unlike)} of {len(entries)} documents read differently")
    names = Counter(_field(path) for e in unlike for path in e["differ"])
    for name, count in names.most_common(20):
        typer.echo(f"  {name:<32}{count}")


def _field(path: str) -> str:
    parts = path.split(".")
    return f"line.{parts[-1]}" if parts[0] == "lines" and len(parts) > 2 else ".".join(parts[1:]) or path


def _point(alias: str, version: str | None) -> None:
    try:
        _shelf().point("champion" if alias == "champion" else "challenger", version, getpass.getuser())
    except OrdermillError as error:
        raise _fail(error) from error
    typer.echo(f"{alias}: {version or 'none'}")
