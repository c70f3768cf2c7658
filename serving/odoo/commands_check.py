"""`ordermill odoo check`: connection, rights, company, currencies and modules, and what is missing."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from serving.odoo.check import examine
from serving.odoo.commands_common import connected, odoo_settings

SHOWN = {"ok": "ok", "missing": "MISSING", "note": "note"}


def check(as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False) -> None:
    """Say what works with Odoo and what is missing, rights one by one."""
    settings = odoo_settings()
    bad = False
    with connected(settings) as connection:
        for finding in examine(connection, settings):
            bad |= finding.state == "missing"
            if as_json:
                typer.echo(json.dumps(asdict(finding), ensure_ascii=False))
            else:
                typer.echo(f"{SHOWN[finding.state]:<8}{finding.name}: {finding.message}")
    raise typer.Exit(int(bad))
