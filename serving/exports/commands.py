"""`ordermill export`: one document as Order-X, UBL or CSV."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from data.result import Extraction
from serving.loading import USAGE, complain, load_pipeline, read_file


class Format(StrEnum):
    """Names of the formats on the command line."""

    orderx = "orderx"
    ubl = "ubl"
    csv = "csv"


def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The order: PDF, PNG, JPEG, TIFF or XML.")],
    kind: Annotated[Format, typer.Option("--format", "-f", help="Format of the output.")] = Format.orderx,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write [standard output].")] = None,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="The PDF with the Order-X XML inside, instead of the XML.")
    ] = False,
    no_embedded: Annotated[bool, typer.Option("--no-embedded", help="Leave XML inside the document aside.")] = False,
    model: Annotated[str | None, typer.Option(help="Name of a shipped model or a folder that holds one.")] = None,
) -> None:
    """Write what was read as Order-X, UBL 2.1 or CSV."""
    if pdf and kind is not Format.orderx:
        complain("--pdf is for --format orderx alone.")
        raise typer.Exit(USAGE)
    if output is None and sys.stdout.isatty() and pdf:
        complain("a PDF does not belong on a terminal; say where to with --output.")
        raise typer.Exit(USAGE)
    out = sys.stdout.buffer
    extraction = read_file(load_pipeline(context.obj, model, 1), file, embedded=not no_embedded)
    if extraction.error is not None:
        complain(f"{file.name}: {extraction.error.message}")
        complain(extraction.error.hint)
        raise typer.Exit(1)
    try:
        content = _content(extraction, kind, file if pdf else None)
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from None
    try:
        if output is None:
            out.write(content)
            out.flush()
        else:
            output.write_bytes(content)
    except OSError as error:
        complain(f"{output}: {error.strerror or 'cannot be written'}")
        raise typer.Exit(1) from None


def _content(extraction: Extraction, kind: Format, pdf: Path | None) -> bytes:
    from serving.exports import Unexportable, embed, order_x, table, ubl

    exported = {Format.orderx: order_x, Format.ubl: ubl, Format.csv: table}[kind](extraction)
    for what in exported.left_out:
        complain(f"left out: {what}")
    if pdf is None:
        return exported.content
    content = pdf.read_bytes()
    if not content.startswith(b"%PDF-"):
        raise Unexportable("Only a PDF can hold the XML.", hint="Leave out --pdf.")
    return embed(content, exported.content)
