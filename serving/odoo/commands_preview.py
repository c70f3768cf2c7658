"""`ordermill odoo preview`: what would be written of a document, and what speaks against it. Nothing is written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from serving.loading import load_pipeline, read_file
from serving.odoo.commands_common import connected, odoo_settings, told


def preview(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The order: PDF, PNG, JPEG, TIFF or XML.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Ask the mirror alone, not the server.")] = False,
    sender: Annotated[str | None, typer.Option(help="E-mail address that the document came from.")] = None,
    no_embedded: Annotated[bool, typer.Option("--no-embedded", help="Leave XML inside the document aside.")] = False,
    model: Annotated[str | None, typer.Option(help="Name of a shipped model or a folder that holds one.")] = None,
) -> None:
    """Show what would be written of an order, and how it differs from Odoo. Exit status 1 if a person must look."""
    settings = odoo_settings()
    extraction = read_file(load_pipeline(context.obj, model, 1), file, embedded=not no_embedded)
    from serving.odoo.preparing import mirror_at, prepare, rules_in
    from serving.odoo.preview.terminal import show

    with told():
        options, mirror = rules_in(settings.rules), mirror_at(settings.mirror)
        if mirror is None or offline or not settings.configured:
            made = prepare(extraction, mirror, options, sender=sender)
        else:
            with connected(settings) as connection:
                made = prepare(extraction, mirror, options, connection, sender=sender)
    if as_json:
        typer.echo(json.dumps(made.to_dict(), ensure_ascii=False))
    else:
        show(made, sys.stdout)
    raise typer.Exit(int(made.stopped))
