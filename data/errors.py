"""What can go wrong, and who must act.

OrdermillError
  DocumentError            the sender must send another file (code and hint go to the clerk)
    EncryptedDocument        a password is needed
    UnsupportedDocument      not a kind of file that is read
    DamagedDocument          the bytes cannot be understood
    DocumentLimit            too many pages, pixels, bytes, seconds or too much memory
  SetupError               the operator must act: a missing model, package or setting
"""

from __future__ import annotations


class OrdermillError(Exception):
    """Root of all errors Ordermill raises on purpose. `code` is stable; texts may change."""

    code = "error"

    def __init__(self, message: str, *, hint: str = "", code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if code is not None:
            self.code = code


class DocumentError(OrdermillError):
    """The document cannot be read: a result for its sender, never a crash."""

    code = "unreadable"


class EncryptedDocument(DocumentError):
    """The file wants a password and the empty one did not open it."""

    code = "encrypted"


class UnsupportedDocument(DocumentError):
    """The bytes are of a kind that Ordermill does not read."""

    code = "unsupported"


class DamagedDocument(DocumentError):
    """The file claims a kind it does not hold up: truncated, mutated, empty."""

    code = "damaged"


class DocumentLimit(DocumentError):
    """A limit on pages, pixels, bytes, time or memory was passed."""

    code = "too_large"


class SetupError(OrdermillError):
    """The installation lacks something; the message says what to install or set."""

    code = "setup"
