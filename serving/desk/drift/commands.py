"""`ordermill drift`: has anything changed? Exit status: 0 no, 3 yes, 1 it cannot be said, 2 wrong usage."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.desk.console import Database, Documents, opened

CHANGED = 3


def drift(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page with charts as well.")] = None,
    alpha: Annotated[float, typer.Option(min=0.0001, max=0.5, help="Chance that there is ever a false alarm.")] = 0.05,
    no_layouts: Annotated[bool, typer.Option("--no-layouts", help="Leave layouts aside: far quicker.")] = False,
    no_alert: Annotated[bool, typer.Option("--no-alert", help="Only look: note and tell nothing.")] = False,
    accept: Annotated[str, typer.Option(metavar="WHY", help="All changes found so far are the new normal.")] = "",
    database: Database = "", documents: Documents = "",
) -> None:  # fmt: skip
    """Say what has changed in orders, confidences and corrections; note and tell what is new. Changes no model."""
    from serving.desk.drift import report, watch

    with opened(database, documents) as store:
        if accept:
            typer.echo(f"{watch.accept(store, getpass.getuser(), accept)} changes accepted", err=True)
        found = watch.examine(store, alpha, layouts=not no_layouts)
        if not no_alert:
            for w in watch.note(store, found):
                typer.echo(f"new: {watch.sentence(w)}", err=True)
        if html is not None:
            try:
                html.write_text(report.html(found, alpha), encoding="utf-8")
            except OSError as error:
                raise OrdermillError(f"{html}: {error.strerror or 'cannot be written'}") from error
    if as_json:
        typer.echo(json.dumps(report.to_dict(found, alpha), ensure_ascii=False, indent=1))
    else:
        report.show(found, sys.stdout)
    raise typer.Exit(CHANGED if any(w.alarm for w in found) else 0)
