"""The states of an order and what may follow what; nothing else in the program changes a state.

    received -> extracted -> matched -> waiting | ready | shadow
    ready -> writing -> written -> confirmed -> done      with Odoo, by stage
    ready -> exportable -> exported                       where no Odoo is set up

`waiting` is for a person; `aside` holds what is no order, `failed` what cannot be read. Nothing leaves `erased`.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from data.errors import OrdermillError

State = Literal[
    "received", "extracted", "matched", "waiting", "ready", "shadow", "writing", "written", "confirmed", "done",
    "exportable", "exported", "aside", "failed", "rejected", "undone", "erased",
]  # fmt: skip

STATES: Final[tuple[State, ...]] = get_args(State)

NEXT: Final[dict[State, frozenset[State]]] = {
    "received": frozenset({"extracted", "failed"}),
    "extracted": frozenset({"matched", "aside", "waiting"}),
    "matched": frozenset({"waiting", "ready", "shadow"}),
    "waiting": frozenset({"ready", "extracted", "received", "rejected", "aside", "shadow", "undone"}),
    "ready": frozenset({"writing", "exportable", "waiting"}),
    "shadow": frozenset({"ready", "waiting", "extracted", "rejected"}),
    "writing": frozenset({"written", "waiting"}),
    "written": frozenset({"confirmed", "done", "waiting", "undone"}),
    "confirmed": frozenset({"done", "waiting", "undone"}),
    "done": frozenset({"undone", "waiting"}),
    "exportable": frozenset({"exported", "ready", "waiting", "rejected"}),
    "exported": frozenset({"exportable", "rejected"}),
    "aside": frozenset({"extracted", "waiting", "rejected", "received"}),
    "failed": frozenset({"received", "rejected"}),
    "rejected": frozenset({"waiting", "received"}),
    "undone": frozenset({"waiting", "rejected"}),
    "erased": frozenset(),
}
"""Allowed successors. Besides these every state but itself may end in `erased`."""

AUTOMATIC: Final[frozenset[State]] = frozenset(
    {"received", "extracted", "matched", "ready", "writing", "written", "confirmed", "exportable"}
)
"""States in which a worker has the next step to take; an order in one of them always has a job in the queue."""

RESTING: Final[frozenset[State]] = frozenset(STATES) - AUTOMATIC
"""States in which nothing happens until a person or another system acts."""

OPEN: Final[frozenset[State]] = frozenset({"waiting", "failed"})
"""States that a clerk's work list shows."""

ENDED: Final[frozenset[State]] = frozenset({"failed", "rejected", "undone", "erased"})
"""The order came to nothing: the same document sent again starts a new one."""


class NotAllowed(OrdermillError):
    """A step that the state of the order does not allow."""

    code = "not_allowed"

    def __init__(self, state: str, to: str) -> None:
        super().__init__(f"An order that is {state} cannot become {to}.", hint="Load the order again.")
        self.state, self.to = state, to


def check(state: State, to: State) -> None:
    """Raises `NotAllowed` unless an order in `state` may become `to`."""
    if to not in NEXT[state] and not (to == "erased" and state != "erased"):
        raise NotAllowed(state, to)
