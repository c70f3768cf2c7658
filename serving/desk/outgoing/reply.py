"""A reply to a customer, sent because a person said so: kept in the outbox, its text part of the audit chain."""

from __future__ import annotations

import hashlib
import re
import uuid

from data.errors import OrdermillError
from serving.desk.outgoing.letters import TO
from serving.desk.outgoing.mail_settings import ADDRESS, MailSettings, current
from serving.desk.outgoing.sender import REPLY
from serving.desk.store import Tx, outbox
from serving.desk.store.rows import Intake, Order

MOST_TEXT, MOST_SUBJECT = 20_000, 200
_ID = re.compile(r"<[^\s<>@]{1,200}@[^\s<>@]{1,200}>")


class BadReply(OrdermillError):
    """A letter that cannot be sent as it is."""

    code = "bad_reply"


class Answered(OrdermillError):
    """The order was answered since the letter was written, by a colleague or by a second click."""

    code = "answered"


def answered_mail(order: Order, mail: Intake | None) -> str | None:
    """Message id of the mail that a reply answers: the one that the order's sender wrote to us, where it had one.

    A mail that a colleague passed on has an id that the customer has never seen.
    """
    if mail is None or mail.sender != order.sender:
        return None
    # Mails of before it was kept beside: the key begins with it.
    found = _ID.match(mail.message_id or mail.key)
    return found.group(0) if found else None


def send(
    tx: Tx, order: Order, by: str, *, to: str, subject: str, text: str, language: str, mail: Intake | None, seen: int,
    settings: MailSettings | None = None,
) -> None:  # fmt: skip
    """Have a letter sent once `tx` is written. `seen`: how many letters there were when it was written.

    Raises `BadReply` and `Answered`.
    """
    to, subject, text = to.strip(), " ".join(subject.split()), text.replace("\r\n", "\n").strip() + "\n"
    if not (settings or current()).there:
        raise BadReply("No mail server is set up, so nothing can be sent from here.",
                       hint="Copy the text into a mail program, or set ORDERMILL_MAIL_HOST.")  # fmt: skip
    if not ADDRESS.fullmatch(to):
        raise BadReply("This is no address.", hint="Write one address as name@company.example.")
    if (
        not subject
        or len(subject) > MOST_SUBJECT
        or not text.strip()
        or len(text) > MOST_TEXT
        or "\0" in text + subject
    ):
        raise BadReply("A letter has a subject and a text.", hint=f"At most {MOST_TEXT} characters.")
    if len(outbox.of_order(tx, order.id, REPLY)) != seen:
        raise Answered("This order was answered meanwhile.", hint="See below what was sent, then decide.")
    answers = answered_mail(order, mail)
    thread = " ".join(filter(None, (mail.thread if mail is not None else None, answers))) if answers else None
    body = {"id": uuid.uuid4().hex, "subject": subject, "text": text, "in_reply_to": answers, "references": thread}
    outbox.put(tx, REPLY, TO + to, body, order.id)
    tx.log("reply_sent", by, order.id, id=body["id"], to=to, subject=subject, text=text, language=language,
           sha256=hashlib.sha256(text.encode()).hexdigest())  # fmt: skip
