"""`ordermill backup` and `restore`. Exit status: 0 done, 1 refused, failed or somebody should look, 2 wrong usage."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.console import Database, Documents
from serving.loading import complain


def backup(
    target: Annotated[Path, typer.Argument(metavar="DIR|FILE", help="New folder, or file ending in .tar, .tar.gz.")],
    also: Annotated[
        list[Path] | None, typer.Option(help="Folder below this one to be copied as well (labelled data). Repeatable.")
    ] = None,
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Copy all that the desk keeps, while it goes on: database, documents, models, rules, labelled data."""
    from serving.desk.backup.making import make
    from serving.desk.backup.places import Places

    with _told():
        made = make(Places.here(database, documents, tuple(also or ())), target)
    manifest = made.manifest
    size = sum(size for _, size in manifest.files.values())
    typer.echo(f"{target}: {sum(manifest.orders.values())} orders, {manifest.events} events, "
               f"{len(manifest.files)} files, {size / 1e6:.1f} MB")  # fmt: skip
    typer.echo(f"last hash of the audit chain: {manifest.head}")
    for trouble in made.troubles:
        complain(trouble)
    raise typer.Exit(int(bool(made.troubles)))


def restore(
    source: Annotated[Path, typer.Argument(metavar="DIR|FILE", help="What `ordermill backup` made.")],
    check: Annotated[bool, typer.Option("--check", help="Read all of it, say what is in it, change nothing.")] = False,
    replace: Annotated[bool, typer.Option("--replace", help="What is there may go (SQLite is kept beside).")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --check: the manifest as JSON.")] = False,
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Put a backup back where the settings say. Nothing of Ordermill may run meanwhile."""
    from serving.desk.backup import restoring
    from serving.desk.backup.archive import opened
    from serving.desk.backup.places import Places

    with _told(), opened(source) as archive:
        if check:
            manifest = restoring.check(archive)
            if as_json:
                typer.echo(json.dumps(json.loads(manifest.to_bytes()) | {"files": len(manifest.files)}))
            else:
                typer.echo(f"whole: {sum(manifest.orders.values())} orders, {manifest.events} events, of "
                           f"{manifest.made_at}, {manifest.kind}, Ordermill {manifest.release}")  # fmt: skip
            return
        done = restoring.restore(archive, Places.here(database, documents), replace=replace)
    typer.echo(f"{sum(done.manifest.orders.values())} orders and {done.documents} documents of {done.manifest.made_at} "
               f"are back; the audit chain holds, {done.manifest.events} events")  # fmt: skip
    if done.aside is not None:
        typer.echo(f"the database that was here before: {done.aside}")
    for text in done.told:
        complain(text)


@contextmanager
def _told() -> Iterator[None]:
    from pydantic import ValidationError

    try:
        yield
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from error
    except ValidationError as error:
        for wrong in error.errors():
            complain(f"{'_'.join(str(part) for part in wrong['loc']).upper()} cannot be understood: {wrong['msg']}")
        raise typer.Exit(2) from error
