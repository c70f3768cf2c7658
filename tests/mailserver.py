"""A Dovecot of our own on loopback, for tests that must hold on a real IMAP server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imap_tools import MailBoxUnencrypted

USER, PASSWORD = "orders", "a password with spaces"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 0
default_internal_user = {internal}
default_login_user = {login}
default_internal_group = {group}
passdb {{
  driver = passwd-file
  args = scheme=PLAIN username_format=%u {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""


def binary() -> str | None:
    """Path of `dovecot`, None where it is not installed."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@dataclass
class MailServer:
    """A running server. Each user has a mailbox that begins empty; all have `PASSWORD`."""

    port: int
    folder: Path

    @contextmanager
    def box(self, user: str = USER) -> Iterator[MailBoxUnencrypted]:
        """The mailbox as a mail program sees it."""
        with MailBoxUnencrypted("127.0.0.1", self.port, timeout=20) as box:
            box.login(user, PASSWORD)
            yield box

    def put(self, raw: bytes, user: str = USER) -> None:
        with self.box(user) as box:
            box.append(raw)

    def stop(self) -> None:
        _ended(self.folder)

    def start(self) -> None:
        _started(self.folder, self.port)


@contextmanager
def dovecot() -> Iterator[MailServer]:
    """A server with any number of users `orders…`, which ends with the block."""
    if binary() is None:
        raise RuntimeError("Dovecot is not installed")
    folder = Path(tempfile.mkdtemp(prefix="ordermill-imap-"))
    port = _free_port()
    try:
        _configure(folder, port)
        _started(folder, port)
        yield MailServer(port, folder)
    finally:
        _ended(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _configure(folder: Path, port: int) -> None:
    """As root Dovecot gives its parts to users of their own; otherwise all of them are the one who runs it."""
    root = os.getuid() == 0
    me = os.environ.get("USER", "") or str(os.getuid())
    # Mails never belong to root: Dovecot refuses that.
    uid, gid = (65534, 65534) if root else (os.getuid(), os.getgid())
    (folder / "users").write_text("".join(f"{USER}{n}:{PASSWORD}\n" for n in ("", *range(40))))
    text = _CONFIG.format(
        folder=folder, port=port, uid=uid, gid=gid,
        internal="dovecot" if root else me, login="dovenull" if root else me, group="dovecot" if root else str(gid),
    )  # fmt: skip
    (folder / "dovecot.conf").write_text(text)
    for name in ("mail", "home", "state", "run"):
        (folder / name).mkdir()
    if root:
        for path in (folder, folder / "mail", folder / "home"):
            path.chmod(0o755)
            os.chown(path, uid, gid)


def _started(folder: Path, port: int) -> None:
    command = [str(binary()), "-c", str(folder / "dovecot.conf")]
    # No pipes: the server would inherit them and hold them open.
    subprocess.run(command, check=True, timeout=30, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError((folder / "log").read_text())


def _ended(folder: Path) -> None:
    pid = folder / "run/master.pid"
    if not pid.exists():
        return
    subprocess.run([str(binary()), "-c", str(folder / "dovecot.conf"), "stop"], timeout=30, check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    until = time.monotonic() + 20
    while pid.exists() and time.monotonic() < until:
        time.sleep(0.02)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
