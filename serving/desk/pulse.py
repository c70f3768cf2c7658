"""What a worker says of itself over HTTP, where no service runs beside it: `/healthz` for its keeper, `/metrics`."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from data.errors import SetupError


class Pulse:
    """Answers until `stop`. Everybody who reaches the address may ask: there is no name and no content in it."""

    def __init__(self, host: str, port: int, registry: CollectorRegistry, alive: Callable[[], bool]) -> None:
        """`port` 0 takes a free one. Raises `SetupError` where nothing can listen there."""

        class Answer(BaseHTTPRequestHandler):
            timeout = 10

            def do_GET(self) -> None:
                if self.path == "/healthz":
                    good = alive()
                    self._say(200 if good else 503, b"\n" if good else b"a thread of the worker has ended\n")
                elif self.path == "/metrics":
                    self._say(200, generate_latest(registry), CONTENT_TYPE_LATEST)
                else:
                    self._say(404, b"/healthz or /metrics\n")

            def _say(self, status: int, body: bytes, kind: str = "text/plain; charset=utf-8") -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Asked every few seconds: nothing that belongs into the log."""

        try:
            self._server = ThreadingHTTPServer((host, port), Answer)
        except OSError as error:
            raise SetupError(
                f"The worker cannot listen on {host}:{port} ({error.strerror}).",
                hint="Set ORDERMILL_WORKER_HOST and ORDERMILL_WORKER_PORT to what is free; 0 listens nowhere.",
            ) from error
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.2,), name="pulse", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
