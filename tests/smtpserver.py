"""A mail server of our own on loopback that takes letters as real ones do: STARTTLS, TLS, sign-in, refusals, drops."""

from __future__ import annotations

import base64
import email
import email.policy
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

USER, PASSWORD = "desk", "a password with spaces"


@dataclass
class Post:
    """A running server: what it was given, how it answers."""

    port: int = 0
    authority: Path = Path()
    letters: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    envelopes: list[tuple[str, list[str]]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    refuse: dict[str, int] = field(default_factory=dict)
    """Status by the recipient, or by `data`."""
    drip: bool = False
    over: threading.Event = field(default_factory=threading.Event)


class _Handler(socketserver.StreamRequestHandler):
    post: Post
    context: ssl.SSLContext
    secure = False

    def handle(self) -> None:
        with suppress(OSError, ssl.SSLError, ValueError):
            if self.secure:
                self._encrypt()
            if self.post.drip:
                self._drops()
                return
            self._say("220 test.example ESMTP")
            self._talk()

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def _drops(self) -> None:
        self.wfile.write(b"220-")
        while not self.post.over.wait(0.02):
            self.wfile.write(b"x")

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")

    def _encrypt(self) -> None:
        self.connection = self.context.wrap_socket(self.connection, server_side=True)
        self.request = self.connection
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)
        self.secure = True

    def _talk(self) -> None:
        sender = ""
        recipients: list[str] = []
        while line := self.rfile.readline().decode().strip():
            word, _, rest = line.partition(" ")
            match word.upper():
                case "EHLO":
                    self._say("250-test.example")
                    self._say("250-AUTH PLAIN" if self.secure else "250-STARTTLS")
                    self._say("250 8BITMIME")
                case "STARTTLS":
                    self._say("220 go on")
                    self._encrypt()
                case "AUTH":
                    _, user, password = base64.b64decode(rest.split()[1]).decode().split("\0")
                    good = (user, password) == (USER, PASSWORD)
                    self.post.signed_in.append(user)
                    self._say("235 welcome" if good else "535 no")
                case "MAIL":
                    sender, recipients = rest[5:].split()[0].strip("<>"), []
                    self._say("250 ok")
                case "RCPT":
                    to = rest[3:].split()[0].strip("<>")
                    recipients.append(to)
                    self._say(f"{self.post.refuse.get(to, 250)} said")
                case "DATA":
                    self._say("354 go on")
                    lines = []
                    while (part := self.rfile.readline()) not in (b".\r\n", b""):
                        lines.append(part[1:] if part.startswith(b"..") else part)
                    self._take(b"".join(lines), sender, recipients)
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 ok")

    def _take(self, raw: bytes, sender: str, recipients: list[str]) -> None:
        if "data" in self.post.refuse:
            self._say(f"{self.post.refuse['data']} said")
            return
        self.post.raw.append(raw)
        self.post.letters.append(email.message_from_bytes(raw.replace(b"\r\n", b"\n"), policy=email.policy.default))
        self.post.envelopes.append((sender, recipients))
        self.post.encrypted.append(self.secure)
        self._say("250 taken")


@contextmanager
def running(folder: Path, *, tls: bool = False) -> Iterator[Post]:
    """A server; with `tls` encrypted from the first byte. Its certificate is signed by itself, for 127.0.0.1."""
    post = Post(authority=folder / "authority.pem")
    context = _certificate(folder)
    handler = type("Handler", (_Handler,), {"post": post, "context": context, "secure": tls})
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    post.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield post
    finally:
        post.over.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _certificate(folder: Path) -> ssl.SSLContext:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=test.example", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "key.pem"),
         "-out", str(folder / "authority.pem")],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "authority.pem", folder / "key.pem")
    return context
