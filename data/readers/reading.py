"""What a reader of one kind of file hands over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.schema import Attachment, Page, Warning_

Progress = Callable[[int], None]
"""Hears the number of each page before it is read; it may raise to stop."""

AGAIN = "Ask the sender to send it again."


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages, warnings and embedded files of one document."""

    pages: tuple[Page, ...]
    warnings: tuple[Warning_, ...] = ()
    attachments: tuple[Attachment, ...] = ()
