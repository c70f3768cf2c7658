"""`ordermill doctor`: everything at once, as a table or as JSON. Exit status: 0 all that is needed works, else 1."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Annotated, TextIO

import typer

from data.errors import OrdermillError
from serving.doctor import OPERATOR, Check
from serving.loading import settings_or_exit

COLOURS = {"ok": "green", "note": "yellow", "failed": "bold red"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Leave Odoo, mailbox and receivers alone.")] = False,
) -> None:  # fmt: skip
    """Say what works here and what does not, and who must do what. Changes nothing."""
    settings = settings_or_exit()
    checks = []
    for part, check in _all(settings.model, settings.champions, offline):
        checks.append(check)
        if as_json:
            told = {"part": part} | asdict(check) | {"state": check.state}
            told = {key: told[key] for key in ("part", "name", "state", "message", "todo")}
            typer.echo(json.dumps(told, ensure_ascii=False))
    if not as_json:
        show(checks, sys.stdout)
    raise typer.Exit(int(any(c.state == "failed" for c in checks)))


def show(checks: list[Check], out: TextIO) -> None:
    """A table; colours where `out` is a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out, highlight=False, width=None if out.isatty() else 140)
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for check in checks:
        said = Text(check.message)
        if check.state != "ok" and check.todo:
            said.append(f"\n{check.todo}", "bold" if check.state == "failed" else "")
        table.add_row(Text(check.state.upper() if check.state == "failed" else check.state, COLOURS[check.state]),
                      check.name, said)  # fmt: skip
    with console.capture() as captured:
        console.print(table)
        failed = sum(c.state == "failed" for c in checks)
        notes = sum(c.state == "note" for c in checks)
        console.print(Text(f"\n{failed} failed, {notes} to know, {len(checks)} looked at",
                           COLOURS["failed" if failed else "ok"]))  # fmt: skip
    for row in captured.get().splitlines():
        out.write((row if out.isatty() else row.rstrip()) + "\n")


def _all(model: str, shelf: object, offline: bool) -> Iterator[tuple[str, Check]]:
    """Every check with the part that it belongs to; a part whose settings are wrong says so and no more."""
    from pathlib import Path

    from pydantic import ValidationError

    from serving import doctor_desk, doctor_reach
    from serving.access.oidc.settings import OidcSettings
    from serving.desk.outgoing import EventSettings
    from serving.desk.outgoing.alerts import AlertSettings
    from serving.desk.outgoing.mail_settings import MailSettings
    from serving.doctor import examine
    from serving.intake.settings import IntakeSettings
    from serving.odoo.settings import OdooSettings
    from serving.review.privacy_page import RetentionSettings
    from serving.settings import DeskSettings

    def files() -> Iterator[Check]:
        yield from doctor_desk.examine_files(OdooSettings().rules, RetentionSettings().retention)
        folder = IntakeSettings().folder
        if folder is not None:
            yield doctor_desk.watched(folder)

    parts: dict[str, Callable[[], Iterable[Check]]] = {
        "reading": lambda: examine(model, shelf if isinstance(shelf, Path) else None, scans=True),
        "desk": lambda: doctor_desk.examine(DeskSettings()),
        "files": files,
        "odoo": lambda: () if offline else doctor_reach.odoo(OdooSettings()),
        "mailbox": lambda: () if offline else doctor_reach.mailbox(IntakeSettings()),
        "events": lambda: () if offline else doctor_reach.receivers(EventSettings.load()),
        "letters": lambda: () if offline else doctor_reach.letters(MailSettings.load()),
        "alerts": lambda: () if offline else doctor_reach.chats(AlertSettings.load()),
        "sign-in": lambda: () if offline else doctor_reach.provider(OidcSettings.load()),
    }
    for part, look in parts.items():
        try:
            for check in look():
                yield part, check
        except ValidationError as error:
            names = sorted({"_".join(str(at) for at in wrong["loc"]).upper() for wrong in error.errors()})
            yield part, Check("settings", False, f"{', '.join(names)} cannot be understood",
                              todo=f"{OPERATOR}: mend it in the environment or in .env.")  # fmt: skip
        except OrdermillError as error:
            yield part, Check("settings", False, error.message, todo=f"{OPERATOR}: {error.hint}")
