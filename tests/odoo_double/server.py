"""The double on a port of its own: XML-RPC, JSON-RPC and, as version 19, JSON-2; faults on demand."""

from __future__ import annotations

import json
import random
import threading
import time
import xmlrpc.client
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import SecretStr

from serving.odoo.settings import OdooSettings
from tests.odoo_double.data import DATABASE, KEYS, UIDS, demo
from tests.odoo_double.faults import AccessDenied, NoDatabase, NotFound, Trouble, UserError, body, traceback
from tests.odoo_double.methods import ON_MODEL, Methods

HTML = b"<!doctype html><html><title>Not Found</title></html>"


@dataclass
class Faults:
    """What goes wrong on the way; `only` limits it to calls of these methods."""

    bad_gateway: float = 0.0
    """Share of requests answered with 502 before (`late` false) or after the work was done."""
    late: bool = False
    seconds: float = 0.0
    """How long an answer takes."""
    cut_before: int = 0
    cut_after: int = 0
    """So many requests lose their connection before or after the work."""
    only: tuple[str, ...] = ()
    chance: random.Random = field(default_factory=lambda: random.Random(4))  # noqa: S311
    lock: threading.Lock = field(default_factory=threading.Lock)

    def counted(self, name: str) -> bool:
        with self.lock:
            left = int(getattr(self, name))
            setattr(self, name, max(0, left - 1))
            return left > 0

    def gateway(self) -> bool:
        with self.lock:
            return self.chance.random() < self.bad_gateway


def settings_of(**values: Any) -> OdooSettings:
    """Settings of these values and nothing from a `.env` file."""
    return OdooSettings(_env_file=None, **values)  # type: ignore[call-arg]


class Double:
    """A running double: `settings(user)` for a connection, `faults`, `methods.store` to look inside."""

    def __init__(self, version: int) -> None:
        self.version, self.faults = version, Faults()
        self.methods = Methods(demo(version))
        self.calls: list[tuple[str, str]] = []
        self.url = ""

    @property
    def store(self) -> Any:
        return self.methods.store

    def settings(self, user: str = "sales", **more: Any) -> OdooSettings:
        values: dict[str, Any] = {"url": self.url, "database": DATABASE, "login": user, "timeout": 5,
                                  "connect_timeout": 2, "api_key": SecretStr(KEYS[user]), **more}  # fmt: skip
        return settings_of(**values)

    def uid(self, key: str) -> int:
        for name, known in KEYS.items():
            if known == key:
                return UIDS[name]
        raise AccessDenied("Access Denied")

    def rpc(self, service: str, method: str, args: list[Any]) -> Any:
        if service == "common":
            return self._common(method, args)
        database, uid, key, model, name, positional, *rest = args
        self._database(database)
        if self.uid(key) != uid:
            raise AccessDenied("Access Denied")
        named, positional = dict(rest[0] if rest else {}), list(positional)
        if model not in self.store.fields:
            raise UserError(f"Object {model} doesn't exist")
        ids = [] if name in ON_MODEL or not positional else positional.pop(0)
        single = name == "create" and positional and isinstance(positional[0], dict)
        if name == "create":
            named["vals_list"] = [positional[0]] if single else positional[0]
        if name == "write":
            named["vals"] = positional[0]
        result = self.call(uid, model, name, ids, named)
        return result[0] if single else result

    def call(self, uid: int, model: str, name: str, ids: Any, named: dict[str, Any]) -> Any:
        self.calls.append((model, name))
        return self.methods.execute(uid, model, name, [ids] if isinstance(ids, int) else list(ids), named)

    def _common(self, method: str, args: list[Any]) -> Any:
        if method == "version":
            return {"server_version": f"{self.version}.0", "server_version_info": [self.version, 0, 0, "final", 0, ""]}
        self._database(args[0])
        return next((UIDS[n] for n, k in KEYS.items() if (n, k) == (args[1], args[2])), False)

    def _database(self, name: str) -> None:
        if name != DATABASE:
            raise NoDatabase(f'connection to server failed: FATAL:  database "{name}" does not exist')


class _Handler(BaseHTTPRequestHandler):
    double: Double

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        if self.path == "/web/version" and self.double.version >= 19:
            self._send(200, json.dumps({"version_info": [self.double.version, 0, 0, "final", 0, ""]}).encode())
        else:
            self._send(404, HTML, "text/html; charset=utf-8")

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        faults = self.double.faults
        wanted = not faults.only or any(name.encode() in content or name in self.path for name in faults.only)
        if wanted:
            time.sleep(faults.seconds)
            if faults.counted("cut_before"):
                return
            if not faults.late and faults.gateway():
                self._send(502, HTML, "text/html")
                return
        status, answer, media = self._answer(content)
        if wanted and faults.counted("cut_after"):
            return
        if wanted and faults.late and faults.gateway():
            status, answer, media = 502, HTML, "text/html"
        self._send(status, answer, media)

    def _answer(self, content: bytes) -> tuple[int, bytes, str]:
        if self.path.startswith("/xmlrpc/2/"):
            return 200, self._xml(content), "text/xml"
        if self.path == "/jsonrpc":
            return self._json_rpc(content)
        if self.path.startswith("/json/2/"):
            return self._json2(content)
        return 404, HTML, "text/html; charset=utf-8"

    def _xml(self, content: bytes) -> bytes:
        try:
            args, method = xmlrpc.client.loads(content)
            result = self.double.rpc(self.path.rpartition("/")[2], str(method), list(args))
            return xmlrpc.client.dumps((result,), methodresponse=True).encode()
        except Trouble as trouble:
            text = traceback(trouble) if trouble.fault == 1 else str(trouble)
            return xmlrpc.client.dumps(xmlrpc.client.Fault(trouble.fault, text)).encode()
        except TypeError as error:  # the work is done, its None cannot be sent
            text = f'Traceback (most recent call last):\n  File "x.py", line 1, in dumps\nTypeError: {error}\n'
            return xmlrpc.client.dumps(xmlrpc.client.Fault(1, text)).encode()

    def _json_rpc(self, content: bytes) -> tuple[int, bytes, str]:
        try:
            call = json.loads(content)
            params = call["params"]
        except (ValueError, KeyError):
            return 400, b"Invalid JSON data", "text/html"
        reply: dict[str, Any] = {"jsonrpc": "2.0", "id": call.get("id")}
        try:
            result = self.double.rpc(params["service"], params["method"], params["args"])
            if result is not None:
                reply["result"] = result
        except Trouble as trouble:
            reply["error"] = {"code": 200, "message": "Odoo Server Error", "data": body(trouble)}
        return 200, json.dumps(reply).encode(), "application/json"

    def _json2(self, content: bytes) -> tuple[int, bytes, str]:
        if self.double.version < 18:
            return 404, HTML, "text/html; charset=utf-8"
        if self.double.version < 19:
            return 303, b"", "text/html; charset=utf-8"
        if self.headers.get("X-Odoo-Database", DATABASE) != DATABASE:
            return 404, HTML, "text/html; charset=utf-8"
        try:
            uid = self.double.uid(self.headers.get("Authorization", "").removeprefix("bearer "))
            named = json.loads(content)
            model, name = self.path.removeprefix("/json/2/").split("/")
            ids = named.pop("ids", [])
            if name == "create" and "vals_list" not in named:
                raise NotFound("missing a required argument: 'vals_list'")
            return 200, json.dumps(self.double.call(uid, model, name, ids, named)).encode(), "application/json"
        except Trouble as trouble:
            return trouble.status, json.dumps(body(trouble)).encode(), "application/json"
        except ValueError as error:
            reply = {"name": "werkzeug.exceptions.BadRequest", "message": str(error), "arguments": [], "debug": ""}
            return 400, json.dumps(reply).encode(), "application/json"

    def _send(self, status: int, content: bytes, media: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", media)
        if status == 303:
            self.send_header("Location", f"{self.double.url}/web/login?redirect=x")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def running(version: int) -> Iterator[Double]:
    """A double of Odoo 17, 18 or 19 with the demo data of `data.py`, on a free port of 127.0.0.1."""
    double = Double(version)
    handler = type("Handler", (_Handler,), {"double": double})
    server = _Server(("127.0.0.1", 0), handler)
    double.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
