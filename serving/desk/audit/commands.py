"""`ordermill audit verify` and `export`. Exit status: 0 it holds, 1 it does not or cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.console import Database, Documents, opened
from serving.loading import complain

app = typer.Typer(
    help="The desk's audit chain.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip


@app.command()
def verify(database: Database = "", documents: Documents = "") -> None:
    """Recompute the chain and say whether it holds."""
    from serving.desk.store import events

    with opened(database, documents) as store, store.read() as tx:
        found = events.verify(tx)
    typer.echo(f"{found.events} events hold, {found.erased} of them with erased data; last hash {found.last}")
    if found.broken is not None:
        complain(f"the chain is broken: {found.broken}")
        raise typer.Exit(1)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File to write, - for standard output.")],
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Write the chain as JSON lines, to be verified elsewhere (docs/audit.md)."""
    from serving.desk.audit.export import write, write_file

    with opened(database, documents) as store:
        try:
            number = write(store, sys.stdout) if str(file) == "-" else write_file(store, file)
        except OSError as error:
            raise OrdermillError(f"{file}: {error.strerror or 'cannot be written'}") from error
    typer.echo(f"{number} events", err=True)
