"""Takes a parcel in: its files on disk first, then record, orders and what was set aside in one transaction."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass, replace

from data.errors import DocumentError
from serving.desk.receive import admit, keep
from serving.desk.store import Store, Tx, arrivals
from serving.desk.store.rows import StoredDocument
from serving.intake.parcel import Answer, Parcel, Piece
from serving.pipeline import clean_name

log = logging.getLogger("ordermill.intake")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a parcel. `outcome` as in `rows.Intake`; `repeated` where all of it was here before."""

    outcome: str
    orders: int = 0
    """New ones."""
    asides: int = 0


def take(store: Store, parcel: Parcel, by: str) -> Taken:
    """Take a parcel in; on return it may be forgotten where it came from. One taken before is left as it is.

    Raises `FilesUnavailable` and `StoreUnavailable`: then nothing was recorded, and the parcel is to be tried again.
    """
    parcel = _clean(parcel)
    with store.read() as tx:
        if arrivals.known(tx, parcel.source, parcel.key) is not None:
            return Taken("repeated")
    kept = [_kept(store, piece) for piece in parcel.pieces]
    taken = store.run(lambda tx: _record(tx, parcel, kept, by))
    log.info("%s: %s, %d orders, %d set aside", parcel.source, taken.outcome, taken.orders, taken.asides)
    return taken


def _clean(parcel: Parcel) -> Parcel:
    """Without what databases refuse: half characters and NUL, which mails and file names may hold."""

    def clean(text: str | None) -> str | None:
        return None if text is None else text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")

    return replace(
        parcel, key=(clean(parcel.key) or "")[:400], sender=clean(parcel.sender), subject=clean(parcel.subject),
        text=clean(parcel.text), pieces=tuple(replace(piece, sender=clean(piece.sender)) for piece in parcel.pieces),
    )  # fmt: skip


Kept = tuple[Piece, StoredDocument | arrivals.Aside]


def _kept(store: Store, piece: Piece) -> Kept:
    """The piece's bytes on disk, as a document or as what was set aside."""
    try:
        if piece.refusal is not None:
            raise piece.refusal
        return piece, keep(store, piece.content)
    except DocumentError as error:
        sha256 = None
        if piece.content:
            sha256 = hashlib.sha256(piece.content).hexdigest()
            store.files.put(sha256, piece.content)
        message = f"{error.message} {error.hint}".strip()
        return piece, arrivals.Aside(clean_name(piece.name), piece.length, error.code, message, sha256)


def _record(tx: Tx, parcel: Parcel, kept: list[Kept], by: str) -> Taken:
    answer = parcel.answer or Answer()
    row = arrivals.add(
        tx, parcel.source, parcel.key, "aside", sender=parcel.sender, subject=parcel.subject, text=parcel.text,
        note=parcel.note, reply_to=answer.reply_to, message_id=answer.message_id, thread=answer.thread,
    )  # fmt: skip
    if row is None:
        return Taken("repeated")
    new = repeated = asides = 0
    for piece, what in kept:
        sender = piece.sender or parcel.sender
        if isinstance(what, arrivals.Aside):
            arrivals.set_aside(tx, parcel.source, what, sender=sender, intake_id=row.id)
            asides += 1
            continue
        _, is_new = admit(tx, what, piece.name, source=parcel.source, by=by, sender=sender, intake_id=row.id)
        new, repeated = new + is_new, repeated + (not is_new)
    outcome = "orders" if new else "repeated" if repeated else "aside"
    arrivals.settle(tx, row.id, outcome, parcel.note)
    tx.log("arrived", by, intake=row.id, outcome=outcome, orders=new, repeated=repeated, asides=asides)
    return Taken(outcome, new, asides)
