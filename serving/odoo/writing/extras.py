"""What goes with an order: the document, pictures of its pages, the note. Each exactly once, and nobody is mailed.

Attachments and the note are made by `load` with external ids too: a repeat after a crash makes no second one, not even
while the server is still at work on the first. The note is written as a record and not by `message_post`, which mails
followers of the order and refuses users without an e-mail address (17, 18).
"""

from __future__ import annotations

import base64
import html
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from serving.odoo.connection import Connection
from serving.odoo.errors import OdooError, Refused, ServerFault, Unreachable
from serving.odoo.proposal import Proposal
from serving.odoo.writing.rows import MODULE, context, xml_id

TRIES = 6


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept with the order. Its name must be the only one of the order."""

    name: str
    content: bytes = field(repr=False)
    mimetype: str = "application/pdf"


def attach(connection: Connection, proposal: Proposal, order_id: int, key: str, files: Sequence[Attachment]) -> None:
    """Attach what is not attached yet."""
    for n, file in enumerate(files):
        mark = xml_id(key, f"a{n}")
        domain = [("res_model", "=", "sale.order"), ("res_id", "=", order_id), ("description", "=", mark)]
        values = {
            "id": mark, "name": file.name, "res_model": "sale.order", "res_id": order_id, "description": mark,
            "mimetype": file.mimetype, "datas": base64.b64encode(file.content).decode(),
        }  # fmt: skip
        made_once(connection, "ir.attachment", values, domain, context(proposal))


def post_note(connection: Connection, proposal: Proposal, order_id: int, key: str, body: str, what: str = "n") -> None:
    """An internal note (`mail.mt_note`), HTML, if it is not there yet."""
    mark = xml_id(key, what)
    text = f'{body}<p class="text-muted">{html.escape(mark)}</p>'
    domain = [("model", "=", "sale.order"), ("res_id", "=", order_id), ("body", "ilike", mark)]
    values = {
        "id": mark, "model": "sale.order", "res_id": order_id, "message_type": "comment",
        "subtype_id/id": "mail.mt_note", "is_internal": "1", "body": text,
    }  # fmt: skip
    made_once(connection, "mail.message", values, domain, context(proposal))


def made_once(
    connection: Connection, model: str, values: dict[str, Any], domain: list[Any], ctx: dict[str, Any]
) -> int:
    """Id of the record of this external id; found by `domain` or made. Raises what the server says at last."""
    last: OdooError = Refused(f"{model} was not made.", code="odoo_refused")
    for turn in range(TRIES):
        found = connection.search_read(model, domain, ["id"], limit=1, context=ctx)
        if found:
            return int(found[0]["id"])
        try:
            loaded = connection.load(model, list(values), [list(values.values())], context=ctx)
        except (Unreachable, ServerFault) as error:  # the work may have been done: look, then do it again
            last = error
        else:
            if loaded.ids:
                return int(loaded.ids[0])
            last = Refused("; ".join(loaded.messages)[:500] or f"{model} was not made.", code="odoo_refused",
                           hint=f"The Odoo user may lack rights; see `ordermill odoo check` ({MODULE}).")  # fmt: skip
        pause(turn)
    raise last


def pause(turn: int) -> None:
    time.sleep(random.uniform(0.02, min(4.0, 0.1 * 2**turn)))  # noqa: S311 - no secret depends on it
