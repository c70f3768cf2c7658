"""`ordermill redact`: a copy of a document and of its result that may be shared."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from data.errors import OrdermillError
from serving.loading import complain, load_pipeline


def redact(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.", exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option(help="Folder for the copy.")] = Path(),
    also: Annotated[list[str] | None, typer.Option(help="A string that goes wherever it stands. Repeatable.")] = None,
    second_look: Annotated[
        bool, typer.Option(help="Read the finished pictures and blacken what is still to be read in them.")
    ] = True,
) -> None:
    """Copy a document and its result without names, addresses, mails, phones, accounts and tax numbers."""
    from serving.desk.redact.redacting import redact as run

    pipeline = load_pipeline(context.obj, None, 1)
    try:
        made = run(file.read_bytes(), file.name, pipeline, also=also or (), second_look=second_look)
        out.mkdir(parents=True, exist_ok=True)
        stem = made.result["file"].removesuffix(".pdf")
        _write(out / f"{stem}.json", (json.dumps(made.result, ensure_ascii=False, indent=2) + "\n").encode())
        if made.pdf is not None:
            _write(out / f"{stem}.pdf", made.pdf)
    except OrdermillError as error:
        complain(error.message)
        complain(error.hint)
        raise typer.Exit(1) from error
    except OSError as error:
        complain(f"{error.filename or file}: {error.strerror}")
        raise typer.Exit(1) from error
    finally:
        pipeline.close()
    told = ", ".join(f"{n} {kind.replace('_', ' ')}" for kind, n in sorted(made.counts.items())) or "nothing personal"
    typer.echo(f"{out / made.result['file']}: {told}; {made.found_late} places found by the second look")
    complain(
        "look at every page before you share it: handwriting, logos and unusual wording may be left (docs/privacy.md)"
    )


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    os.replace(part, path)
