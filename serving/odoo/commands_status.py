"""`ordermill odoo status` and `undo`: what was written, what Odoo made of it, and taking it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from serving.odoo.commands_common import USAGE, complain, connected, odoo_settings
from serving.odoo.settings import OdooSettings

if TYPE_CHECKING:
    from serving.odoo.record import Record, Row


def status(
    entry: Annotated[
        int | None, typer.Argument(metavar="[ID]", help="An entry of the record; all if left out.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List what was written; with an ID its steps, its state in Odoo, and whether its goods are reserved."""
    from serving.odoo.record import Record
    from serving.odoo.writing.follow import observe

    settings = odoo_settings()
    record = Record.open(settings.record)

    def shown(row: Row, **more: object) -> None:
        out = {"id": row.id, "file": row.file, "reference": row.reference, "state": row.state,
               "order": row.order_name, "received": row.received_at.isoformat(timespec="seconds"),
               "seconds_to_reservation": row.seconds_to_reservation, **more}  # fmt: skip
        if as_json:
            typer.echo(json.dumps(out, ensure_ascii=False))
        else:
            typer.echo("  ".join(f"{key}: {value}" for key, value in out.items() if value not in (None, [], ())))

    if entry is None:
        for row in record.rows():
            shown(row)
        return
    row = _row(record, entry, settings)
    with connected(settings) as connection:
        found = observe(connection, record, row)
    steps = [f"{at.isoformat(timespec='seconds')} {step}" for step, at, _ in record.steps(entry)]
    shown(record.get(entry), in_odoo=found.state or "not there", reservation=found.reservation,
          pickings=[f"{name} {state}" for name, state in found.pickings], invoiced=found.invoiced, steps=steps,
          findings=[f"{f.code}: {f.message}" for f in row.findings])  # fmt: skip
    record.close()


def undo(
    entry: Annotated[int, typer.Argument(metavar="ID", help="An entry of the record, see `ordermill odoo status`.")],
    reason: Annotated[str, typer.Option(help="Kept in the record and in the order's chatter.")] = "",
) -> None:
    """Cancel in Odoo what was written. Refuses where someone has changed, delivered or invoiced it."""
    from serving.odoo.record import Record
    from serving.odoo.writing.undo import undo as take_back

    settings = odoo_settings()
    record = Record.open(settings.record)
    row = _row(record, entry, settings)
    with connected(settings) as connection:
        undone = take_back(connection, record, row, reason=reason)
    record.close()
    for finding in undone.findings:
        complain(f"{finding.message} {finding.todo}")
    if not undone.done:
        raise typer.Exit(1)
    typer.echo(f"{row.order_name or entry}: undone")


def _row(record: Record, entry: int, settings: OdooSettings) -> Row:
    try:
        return record.get(entry)
    except KeyError:
        complain(f"There is no entry {entry} in {settings.record.rpartition('@')[2]}.")
        raise typer.Exit(USAGE) from None
