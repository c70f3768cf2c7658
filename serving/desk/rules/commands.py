"""`ordermill rules check | show | set`. Exit status: 0 good, 1 the rules cannot be used or the desk not be opened."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.console import Database, Documents, opened
from serving.loading import complain

app = typer.Typer(
    help="The rules of the order desk (docs/rules.md).",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip

File = Annotated[Path, typer.Argument(metavar="FILE", help="Rules as YAML.")]


@app.command()
def check(file: File) -> None:
    """Say whether the rules can be used; every fault with its line."""
    _checked(file)
    typer.echo(f"{file}: good")


@app.command()
def show(
    version: Annotated[int, typer.Option(help="An earlier version; 0 is the latest.")] = 0,
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Print the rules that decide now."""
    from serving.desk.rules import DEFAULT
    from serving.desk.store import rulebooks

    with opened(database, documents) as store, store.read() as tx:
        found = rulebooks.get(tx, version) if version else rulebooks.latest(tx)
        if version and found is None:
            raise OrdermillError(f"There is no version {version} of the rules.", hint="The page /desk/rules lists all.")
        typer.echo((DEFAULT if found is None else found.text).rstrip("\n"))
        typer.echo("built in" if found is None else f"version {found.version}, {found.by}: {found.note}", err=True)


@app.command("set")
def put(
    file: File,
    note: Annotated[str, typer.Option(help="Why, for those who read the versions later.")],
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Let the rules in FILE decide from now on."""
    from serving.desk.store import rulebooks

    text = _checked(file)
    if not note.strip():
        complain("say why with --note.")
        raise typer.Exit(1)
    with opened(database, documents) as store:
        by = f"console ({getpass.getuser()})"
        made = store.run(lambda tx: rulebooks.add(tx, text, by, note.strip()))
    typer.echo(f"version {made.version} decides from now on")


def _checked(file: Path) -> str:
    from serving.desk.rules import RulesError, parse

    try:
        text = file.read_text(encoding="utf-8")
        parse(text)
    except RulesError as error:
        for line, said in error.faults:
            complain(f"{file}:{line}: {said}" if line else f"{file}: {said}")
        raise typer.Exit(1) from error
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{file} cannot be read: {getattr(error, 'strerror', None) or 'it is no text in UTF-8'}")
        raise typer.Exit(1) from error
    return text
