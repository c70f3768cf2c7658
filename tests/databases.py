"""A PostgreSQL server of our own on loopback, for tests that must hold on both databases."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """Folder of `initdb` and `pg_ctl`, None where PostgreSQL is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    plain = shutil.which("initdb")
    return Path(plain).resolve().parent if plain else None


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty server's database, which ends with the block."""
    where = binaries()
    if where is None:
        raise RuntimeError("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="ordermill-pg-"))
    user = _unprivileged(folder)
    port = _free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    try:
        _run(user, where / "initdb", "-D", folder / "data", "-A", "trust", "-U", "ordermill", "-E", "UTF8",
             "--locale=C.UTF-8")  # fmt: skip
        _run(user, where / "pg_ctl", "-D", folder / "data", "-w", "-o", options, "-l", folder / "log", "start")
        yield f"postgresql://ordermill@127.0.0.1:{port}/postgres"
    finally:
        if (folder / "data/postmaster.pid").exists():
            _run(user, where / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> int | None:
    """PostgreSQL refuses to run as root: the user it is run as then, who gets the folder."""
    if os.getuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return user.pw_uid


def _run(user: int | None, *command: str | Path) -> None:
    # No pipes: the server would inherit them and hold them open.
    subprocess.run([str(part) for part in command], check=True, user=user, cwd="/", timeout=60,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
