"""`ordermill memory list | show | codes | leave | forget`: what the sender memory knows, and taking it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from serving.loading import USAGE, complain

if TYPE_CHECKING:
    from models.memory import Layout, Memory
    from serving.odoo.taught import Taught

app = typer.Typer(
    help="Sender memory: what corrected documents taught.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
Folder = Annotated[
    Path | None,
    typer.Option("--folder", help="Folder of a memory kept in files; the desk's database (DATABASE_URL) if left out."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


@app.command("list")
def list_(folder: Folder = None, as_json: Json = False) -> None:
    """List the layouts that were corrected, with their senders."""
    for layout in _memory(folder).layouts():
        out = {"layout": layout.id, "issuer": layout.issuer, "senders": list(layout.senders),
               "documents": layout.documents, "version": layout.version,
               "left_to_the_model": list(layout.off)}  # fmt: skip
        _say(out, as_json)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="LAYOUT|SENDER")], folder: Folder = None, as_json: Json = False
) -> None:
    """Show what is remembered of a layout or of all layouts of a sender: its fields and how often they were right."""
    found = [y for y in _memory(folder).layouts() if name == y.id or y.of(name)]
    if not found:
        complain(f"nothing is remembered of {name!r}")
        raise typer.Exit(1)
    for layout in found:
        for row in _fields(layout):
            _say({"layout": layout.id, **row}, as_json)


@app.command()
def codes(
    sender: Annotated[str | None, typer.Option("--sender", help="Only what this sender's orders taught.")] = None,
    as_json: Json = False,
) -> None:
    """List customers' codes that people's work on orders taught, the latest first, with the order each came from."""
    taught = _taught()
    for kept in taught.all(sender) if taught is not None else ():
        _say({"customer": kept.lesson.scope, "kind": kept.lesson.kind, "text": kept.lesson.text,
              "product": kept.lesson.target, "sender": kept.sender or "", "order": kept.order,
              "in_force": kept.in_force}, as_json)  # fmt: skip


@app.command()
def leave(
    layout: Annotated[str, typer.Argument(metavar="LAYOUT")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Such as order_number or line.quantity.")],
    again: Annotated[bool, typer.Option("--again", help="Use the memory for the field again.")] = False,
    folder: Folder = None,
) -> None:
    """Leave a field of a layout to the model from now on."""
    from data.fields import FIELDS

    if field not in FIELDS:
        complain(f"{field!r} is no field; fields are named as in the result, those of lines with `line.` before them")
        raise typer.Exit(USAGE)
    try:
        _memory(folder).leave(layout, field, off=not again)
    except KeyError:
        complain(f"there is no layout {layout!r}; `ordermill memory list` shows them")
        raise typer.Exit(1) from None


@app.command()
def forget(
    sender: Annotated[str, typer.Option("--sender", help="A sender's address or printed name.")],
    folder: Folder = None,
    as_json: Json = False,
) -> None:
    """Erase all that is remembered of a sender, and report what it was."""
    gone = _memory(folder).forget_sender(sender)
    taught = _taught() if folder is None else None
    number = 0 if taught is None else taught.forget_sender(sender)
    _say({"sender": gone.sender, "layouts": list(gone.layouts), "shared_layouts": list(gone.shared),
          "documents": gone.documents, "codes": number}, as_json)  # fmt: skip
    raise typer.Exit(int(not gone.layouts and not gone.shared and not number))


def _fields(layout: Layout) -> list[dict[str, object]]:
    """One row a field that a remembered document prints: an example, and the records."""
    out: list[dict[str, object]] = []
    for name in sorted(layout.seen):
        record = layout.records.get(name)
        out.append({
            "field": name, "example": layout.example(name), "confidence": round(layout.confidence(name), 3),
            "memory_right": list(record.memory) if record else [0, 0],
            "model_right": list(record.model) if record else [0, 0], "left_to_the_model": name in layout.off,
        })  # fmt: skip
    return out


def _memory(folder: Path | None) -> Memory:
    from models.memory import FileShelf, Memory

    if folder is not None:
        if not folder.is_dir():
            complain(f"{folder} is no folder")
            raise typer.Exit(USAGE)
        return Memory(FileShelf(folder))
    import os

    from serving.desk.remembering import memory_of
    from serving.desk.store import open_store

    url = os.environ.get("DATABASE_URL", "sqlite:///var/desk/desk.db")
    return memory_of(open_store(url, os.environ.get("ORDERMILL_DOCUMENTS", "var/desk/documents")))


def _taught() -> Taught | None:
    """Codes of customers; None where no master data were ever synchronised."""
    from serving.odoo.preparing import mirror_at
    from serving.odoo.settings import OdooSettings
    from serving.odoo.taught import Taught

    mirror = mirror_at(OdooSettings().mirror)
    return None if mirror is None else Taught(mirror)


def _say(row: dict[str, object], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(row, ensure_ascii=False))
    else:
        typer.echo("  ".join(f"{k}: {v}" for k, v in row.items() if v not in (None, [], "", False)))
