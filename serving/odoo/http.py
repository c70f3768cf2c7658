"""HTTP to one Odoo server: time-outs, a limit on the answer's size, no redirects, and what went wrong as our errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from serving.odoo.errors import OdooError, ServerFault, Unreachable
from serving.odoo.settings import MEGABYTE, OdooSettings

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol, httpx.ProxyError)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, media type and body; `location` of a redirect."""

    status: int
    media: str
    content: bytes
    location: str = ""

    @property
    def json(self) -> bool:
        return self.media == "application/json"


class Http:
    """A pool of connections to `settings.url`; may be used by several threads at once."""

    def __init__(self, settings: OdooSettings) -> None:
        self.url = settings.url or ""
        self._limit = int(settings.max_answer_mb * MEGABYTE)
        verify = settings.verify if isinstance(settings.verify, bool) else httpx.create_ssl_context(settings.verify)
        self._client = httpx.Client(
            base_url=self.url, verify=verify, follow_redirects=False, trust_env=True,
            timeout=httpx.Timeout(settings.timeout, connect=settings.connect_timeout),
            headers={"User-Agent": "ordermill", "Accept-Encoding": "gzip"},
        )  # fmt: skip

    def post(self, path: str, content: bytes, headers: Mapping[str, str]) -> Answer:
        """Raises Unreachable (`sent` says whether the server may have done the work) or ServerFault (too large)."""
        return self._ask("POST", path, content, headers)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self._ask("GET", path, None, headers or {})

    def close(self) -> None:
        self._client.close()

    def _ask(self, verb: str, path: str, content: bytes | None, headers: Mapping[str, str]) -> Answer:
        error: OdooError
        try:
            with self._client.stream(verb, path, content=content, headers=headers) as response:
                body = bytearray()
                for piece in response.iter_bytes():
                    body += piece
                    if len(body) > self._limit:
                        break
                else:
                    media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
                    return Answer(response.status_code, media, bytes(body), response.headers.get("location", ""))
            error = ServerFault("The answer is larger than ORDERMILL_ODOO_MAX_ANSWER_MB allows.", code="odoo_too_large")
        except httpx.HTTPError as trouble:
            # Raised outside the handler: an httpx error holds the request, and with it the key.
            error = _unreachable(trouble, self.url)
        raise error


def _unreachable(trouble: httpx.HTTPError, url: str) -> Unreachable:
    if isinstance(trouble, NOT_SENT):
        late = isinstance(trouble, httpx.TimeoutException)
        why = "does not answer" if late else "cannot be reached"
        hint = "Check ORDERMILL_ODOO_URL, the network and whether Odoo runs."
        if "CERTIFICATE_VERIFY_FAILED" in str(trouble):
            why, hint = "has a certificate that is not trusted", "Set ORDERMILL_ODOO_VERIFY to the CA's file."
        return Unreachable(f"Odoo at {url} {why}.", hint=hint, sent=False)
    if isinstance(trouble, httpx.TimeoutException):
        return Unreachable(f"Odoo at {url} took longer than ORDERMILL_ODOO_TIMEOUT allows.", sent=True,
                           hint="It may have done the work all the same.")  # fmt: skip
    return Unreachable(f"The connection with Odoo at {url} was cut before the answer came.", sent=True,
                       hint="It may have done the work all the same.")  # fmt: skip
