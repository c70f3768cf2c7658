"""The keys of the order page: what each does, for the script, the help on the page and docs/review.md alike."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Key:
    """`keys` as the browser names them (KeyboardEvent.key); any of them does `action`."""

    keys: tuple[str, ...]
    action: str
    group: str

    @property
    def words(self) -> str:
        """Key of its description in the words: `order.key.ACTION`."""
        return f"order.key.{self.action}"


KEYS: Final = (
    Key(("Enter",), "accept", "value"),
    Key(("1", "2", "3", "4", "5", "6", "7", "8", "9"), "choose", "value"),
    Key(("e", "F2"), "edit", "value"),
    Key(("w",), "pick", "value"),
    Key(("x", "Delete"), "clear", "value"),
    Key(("m",), "move", "value"),
    Key(("u",), "revert", "value"),
    Key(("n",), "next", "go"),
    Key(("p",), "previous", "go"),
    Key(("ArrowDown", "j"), "down", "go"),
    Key(("ArrowUp", "k"), "up", "go"),
    Key(("PageDown",), "page_on", "go"),
    Key(("PageUp",), "page_back", "go"),
    Key(("z",), "zoom", "go"),
    Key(("+",), "add_line", "line"),
    Key(("-",), "drop_line", "line"),
    Key(("a",), "approve", "order"),
    Key(("s",), "save", "order"),
    Key(("r",), "reject", "order"),
    Key(("o",), "aside", "order"),
    Key(("t",), "split", "order"),
    Key(("g",), "following", "order"),
    Key(("?",), "help", "order"),
)
"""Single keys, so that a hand stays where it is; they can be switched off in the help."""

PICKING: Final = (
    Key(("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"), "pick_go", "pick"),
    Key(("Shift+ArrowRight", "Shift+ArrowLeft"), "pick_more", "pick"),
    Key(("Enter",), "pick_take", "pick"),
    Key(("Escape",), "pick_leave", "pick"),
)
"""While words are picked on the page."""

GROUPS: Final = ("value", "go", "line", "order", "pick")

_NAMES: Final = {
    "ArrowDown": "\u2193", "ArrowUp": "\u2191", "ArrowLeft": "\u2190", "ArrowRight": "\u2192", "Escape": "Esc",
    "Delete": "Del", "PageDown": "PgDn", "PageUp": "PgUp",
}  # fmt: skip


def printed(key: str) -> str:
    """A key as a keyboard prints it."""
    return "+".join(_NAMES.get(part, part) for part in key.split("+")) if len(key) > 1 else key


def data() -> str:
    """The keys for the script, as JSON."""
    return json.dumps([asdict(key) for key in KEYS])
