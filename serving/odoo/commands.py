"""`ordermill odoo …`: one module a command (`commands_check`, …), each a plain function that is registered here.

Exit status: 0 done, 1 something is missing or was refused, 2 wrong usage.
"""

from __future__ import annotations

import typer

from serving.odoo.commands_check import check
from serving.odoo.commands_preview import preview
from serving.odoo.commands_push import push
from serving.odoo.commands_status import status, undo
from serving.odoo.commands_sync import sync

app = typer.Typer(
    help="Odoo: connection, master data, sale orders.",
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
app.command()(check)
app.command()(preview)
app.command()(sync)
app.command()(push)
app.command()(status)
app.command()(undo)


@app.callback()
def _group() -> None:
    """Odoo: connection, master data, sale orders."""
