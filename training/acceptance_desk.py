"""A running desk on loopback, and a clerk and an approver who work at it as any client would, over HTTP alone."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from data.errors import SetupError
from training.metrics import JUDGED_KINDS, Judged, judge, judged_lines, plain

ROOT = Path(__file__).resolve().parent.parent
BUSY = ("received", "extracted", "matched", "ready", "writing", "exportable")
"""States in which the desk's worker has the next step."""
PATIENCE = 600.0
"""Seconds without any progress after which the run gives up."""


@dataclass
class Desk:
    """`ordermill serve` with a worker, its database, documents and models in a folder of its own."""

    folder: Path
    environment: dict[str, str] = field(init=False)
    base: str = ""
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        at = self.folder
        (at / "samples").mkdir(parents=True, exist_ok=True)
        own = {"DATABASE_URL": f"sqlite:///{at / 'desk.db'}", "BENTOML_HOME": str(at / "bentoml"),
               "MLFLOW_TRACKING_URI": f"sqlite:///{at / 'mlflow.db'}", "PYTHONPATH": str(ROOT)}  # fmt: skip
        named = {"DOCUMENTS": at / "documents", "SHELF": at / "models", "SAMPLES": at / "samples", "WORKERS": 1,
                 "EXPORTS": at / "exports", "EXPORT_FORM": "csv"}  # fmt: skip
        kept = {k: v for k, v in os.environ.items() if not k.startswith("ORDERMILL_")}
        self.environment = kept | own | {f"ORDERMILL_{k}": str(v) for k, v in named.items()}

    def command(self, *words: str, given: str = "", good: Sequence[int] = (0,)) -> tuple[int, str]:
        """Run `python -m WORDS` in the desk's folder: exit status and what it printed.

        Raises `SetupError` for a status that is not in `good`.
        """
        command = [sys.executable, "-m", *words]
        done = subprocess.run(  # noqa: S603 - our own commands
            command, cwd=self.folder, env=self.environment, input=given, capture_output=True, text=True, check=False
        )
        if done.returncode not in good:
            raise SetupError(f"{' '.join(words[:3])} ended with {done.returncode}", hint=done.stderr[-2000:])
        return done.returncode, done.stdout

    @contextmanager
    def running(self) -> Iterator[None]:
        """The service, started once; raises `SetupError` where it does not come up."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        self.base = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "serving.cli", "serve", "--port", str(port)]
        with (self.folder / "serve.log").open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603
                command, cwd=self.folder, env=self.environment, stdout=log, stderr=log
            )
        try:
            self._wait(self.process)
            yield
        finally:
            self.process.terminate()
            self.process.wait(60)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            try:
                if httpx.get(f"{self.base}/readyz", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.5)
        raise SetupError("the desk did not start", hint=f"see {self.folder / 'serve.log'}")

    def clerk(self, name: str) -> Client:
        """A person signed in with a password; every action brings the session's CSRF token."""
        password = secrets.token_urlsafe(16)
        self.command("serving.cli", "admin", "create", name, "--role", "clerk", "--password", given=f"{password}\n")
        http = httpx.Client(base_url=self.base, timeout=120)
        answer = http.post("/login", data={"name": name, "password": password})
        if answer.status_code != 303:
            raise SetupError(f"{name} could not sign in ({answer.status_code})", hint=answer.text[:400])
        http.headers["X-CSRF-Token"] = http.get("/v1/me").raise_for_status().json()["csrf"]
        return Client(http)

    def approver(self, name: str) -> Client:
        """Another system with a key."""
        _, key = self.command("serving.cli", "admin", "key", name, "--role", "approver")
        return Client(httpx.Client(base_url=self.base, timeout=120, headers={"X-API-Key": key.strip()}))


@dataclass(frozen=True)
class Client:
    """Who works at the desk."""

    http: httpx.Client

    def send(self, pdf: bytes, name: str, sender: str) -> str:
        """Take an order in; the same file again is the same order. Returns its id."""
        answer = self.http.post(
            "/v1/orders", files={"file": (name, pdf, "application/pdf")}, params={"sender": sender},
            headers={"Idempotency-Key": f"acceptance {name}"},
        )  # fmt: skip
        return str(_good(answer)["id"])

    def order(self, order_id: str) -> dict[str, Any]:
        return _good(self.http.get(f"/v1/orders/{order_id}"))

    def rested(self, order_id: str) -> dict[str, Any]:
        """The order once nothing happens to it by itself. Raises `SetupError` when the worker stands still."""
        seen, since = -1, time.monotonic()
        while True:
            order = self.order(order_id)
            if order["state"] not in BUSY:
                return order
            if order["version"] != seen:
                seen, since = order["version"], time.monotonic()
            if time.monotonic() - since > PATIENCE:
                raise SetupError(f"order {order_id} stays {order['state']}", hint="see serve.log")
            time.sleep(0.2)

    def act(self, order: Mapping[str, Any], action: str, **more: Any) -> dict[str, Any]:
        """One action on the version of the order that was seen, then the order when it rests again."""
        body = {"version": order["version"], **more}
        _good(self.http.post(f"/v1/orders/{order['id']}/{action}", json=body))
        return self.rested(str(order["id"]))

    def read(self, pdf: bytes, name: str) -> dict[str, Any]:
        """The model's reading alone, without the desk's memory."""
        return _good(self.http.post("/v1/extract", files={"file": (name, pdf, "application/pdf")}))


def _good(answer: httpx.Response) -> dict[str, Any]:
    if answer.status_code >= 300:
        raise SetupError(f"{answer.request.url.path} answered {answer.status_code}", hint=answer.text[:600])
    found: dict[str, Any] = answer.json()
    return found


def corrections(result: Mapping[str, Any], gold: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a clerk changes so that `result` says what the page says: values as typed, no box pointed at.

    Where lines are missing or invented, all lines are written anew in the page's order.
    """
    out: list[dict[str, Any]] = []
    if (result.get("document_type") or {}).get("value") != gold["document_type"]:
        out.append({"path": "document_type", "after": gold["document_type"]})
    judged = judge(result, gold)
    whole = any(c.name.startswith("line.") and c.row is None for c in judged.cells) or _unlike(result, gold, judged)
    for cell in judged.cells:
        if cell.verdict == "right":
            continue
        if not cell.name.startswith("line."):
            out.append({"path": f"fields.{cell.name}", "after": _text(cell.gold)})
        elif not whole:
            bare = cell.name.removeprefix("line.")
            out.append({"path": f"lines.{cell.line}.fields.{bare}", "after": _text(cell.gold)})
    return out + (_anew(result, gold, judged) if whole else [])


def _unlike(result: Mapping[str, Any], gold: Mapping[str, Any], judged: Judged) -> bool:
    """True where the lines of both are not the same ones."""
    lines = [x for x in result.get("lines") or () if x.get("kind", "item") in JUDGED_KINDS]
    lost = any(c.name.startswith("line.") and c.line is None for c in judged.cells)
    return lost or len(lines) != len(judged_lines(gold))


def _anew(result: Mapping[str, Any], gold: Mapping[str, Any], judged: Judged) -> list[dict[str, Any]]:
    """Every line of the gold file as a whole line, and the rest dropped."""
    read = result.get("lines") or []
    pages = {c.row: read[c.line].get("page", 1) for c in judged.cells if c.row is not None and c.line is not None}
    kinds = [g.get("kind", "item") for g in gold["lines"] if g.get("kind", "item") in JUDGED_KINDS]
    out, page = [], 1
    for k, (kind, line) in enumerate(zip(kinds, judged_lines(gold), strict=True)):
        page = pages.get(k, page)
        fields = {name: _text(value) for name, value in line.items() if plain(value) is not None}
        out.append({"path": f"lines.{k}", "after": json.dumps({"kind": kind, "page": page, "fields": fields})})
    return out + [{"path": f"lines.{k}", "after": None} for k in range(len(out), len(read))]


def _text(value: Any) -> str | None:
    found = plain(value)
    return None if found is None else str(found)
