"""Starts the service and says when it can be used: what `make run` does once the light set is installed.

Run with the environment's own Python: `.venv/bin/python scripts/run.py [HOST] [PORT]`. Ctrl+C stops it.
Exit status: the service's own; 0 where Ordermill already runs at that address; 1 where something else does.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

PATIENCE = 180
"""Seconds until a service that is not ready is given up; a slow disk needs some 30 for the first start."""


def answer(url: str, key: str = "") -> tuple[int, bytes] | None:
    """Status and body of a GET, or None where nothing answers."""
    try:
        with urlopen(Request(url, headers={"X-API-Key": key} if key else {}), timeout=2) as response:  # noqa: S310
            return response.status, response.read(1_000_000)
    except URLError as error:
        status = getattr(error, "code", None)
        return (status, b"") if status else None
    except (OSError, ValueError):  # reset, or something that does not speak HTTP
        return None


def is_ours(base: str) -> bool:
    page = answer(f"{base}/login")
    return page is not None and page[0] == 200 and b"Ordermill" in page[1]


def first_steps() -> tuple[str, str]:
    """(link for the first admin or nothing, key of this script). The key is made once and kept for its owner alone."""
    kept = Path("var/desk/run.key")
    key = kept.read_text(encoding="utf-8").strip() if kept.is_file() else ""
    command = [str(Path(sys.executable).parent / "ordermill"), "admin", "first", *([] if key else ["--key"])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr, end="")
        return "", key
    made: dict[str, str] = json.loads(done.stdout)
    if not key:
        key = made["key"]
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(key + "\n", encoding="utf-8")
    return made.get("link", ""), key


def wait_until_ready(service: subprocess.Popen[bytes], base: str) -> bool:
    """True when the service takes documents; False when it ended or took too long."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and service.poll() is None:
        reply = answer(f"{base}/readyz")
        if reply is not None and reply[0] == 200:
            return True
        time.sleep(0.3)
    return False


def samples_read(service: subprocess.Popen[bytes], base: str, key: str) -> int | None:
    """How many sample orders the page shows, once all are read; None when the service ended first."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and service.poll() is None:
        reply = answer(f"{base}/v1/samples", key)
        state: dict[str, Any] = json.loads(reply[1]) if reply is not None and reply[0] == 200 else {}
        if state.get("done"):
            return len([sample for sample in state["samples"] if sample["state"] == "ready"])
        time.sleep(2)
    return None


def main(host: str = "127.0.0.1", port: str = "3000") -> int:
    shown = "127.0.0.1" if host in ("0.0.0.0", "") else host  # noqa: S104
    base = f"http://{shown}:{port}"
    if is_ours(base):
        print(f"Ordermill already runs at {base}")
        return 0
    link, key = first_steps()
    # One line a request would push the address off the screen.
    quiet = {"BENTOML_CONFIG_OPTIONS": "services.OrderExtractor.logging.access.enabled=False"}
    command = [str(Path(sys.executable).parent / "ordermill"), "serve", "--host", host, "--port", port]
    service = subprocess.Popen(command, env=quiet | os.environ)
    # Ctrl+C reaches the service by itself (same terminal); a SIGTERM meant for us is passed on.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: service.terminate())
    if wait_until_ready(service, base):
        print(f"\n    Ordermill is ready:  {base}\n", flush=True)
        if link:
            print(f"    Choose the admin's password (name: admin) here, once:\n    {base}{link}\n", flush=True)
        print(
            "    Drop an order on that page. Ctrl+C stops the service. Key for programs: var/desk/run.key\n", flush=True
        )
        if (count := samples_read(service, base, key)) is not None:
            print(f"    {count} sample orders are read and shown.\n", flush=True)
    elif service.poll() is None:
        print(f"The service was not ready after {PATIENCE} seconds; see its words above.", file=sys.stderr)
        service.terminate()
        return service.wait() or 1
    return service.wait()


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    sys.exit(main(*sys.argv[1:]))
