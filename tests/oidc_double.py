"""A small OpenID Connect provider on loopback: real discovery, PKCE, codes for one use, tokens signed with RS256.

`Double.person` is who sits at its login page. `spoil` changes one ID token on its way out; each test spoils one thing.
"""

from __future__ import annotations

import hmac
import json
import secrets
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated, Any
from urllib.parse import unquote, urlencode

import uvicorn
from authlib.integrations.base_client.sync_openid import KeySet, jwt  # type: ignore[import-untyped]
from authlib.oauth2.rfc7636 import create_s256_code_challenge  # type: ignore[import-untyped]
from fastapi import FastAPI, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

CLIENT, SECRET = "desk", "a client's secret"
ADA = {"sub": "7f3a", "email": "ada@mill.test", "email_verified": True, "name": "Ada Nowak", "groups": ["clerks"]}

Spoil = Callable[[dict[str, Any], dict[str, Any]], None]
"""Changes header and claims of a token."""


@dataclass
class Double:
    """The provider's state. Parts of a person's claims named in `apart` come from the user info endpoint alone."""

    issuer: str = ""
    person: dict[str, Any] = field(default_factory=lambda: dict(ADA))
    apart: frozenset[str] = frozenset()
    spoil: Spoil | None = None
    key: Any = field(default_factory=lambda: rsa_key(secrets.token_hex(4)))
    signs_with: Any = None
    refuses: str | None = None
    about: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: dict[str, dict[str, Any]] = field(default_factory=dict)

    def new_key(self) -> None:
        self.key = rsa_key(secrets.token_hex(4))

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        header = {"alg": "RS256", "kid": self.key.kid, "typ": "JWT"}
        claims = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": nonce, **self.person}
        claims = {name: value for name, value in claims.items() if name not in self.apart}
        if self.spoil is not None:
            self.spoil(header, claims)
        if header["alg"] == "RS256":
            return str(jwt.encode(header, claims, self.signs_with or self.key, algorithms=["RS256"]))
        body = ".".join(_url(json.dumps(part).encode()) for part in (header, claims))
        made = hmac.digest(SECRET.encode(), body.encode(), "sha256") if header["alg"] == "HS256" else b""
        return f"{body}.{_url(made)}"


def _url(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def rsa_key(kid: str) -> Any:
    return KeySet.generate_key_set("RSA", 2048, {"kid": kid, "use": "sig"}, count=1).keys[0]


@contextmanager
def provider() -> Iterator[Double]:
    """It runs in a thread, at `Double.issuer`, until the block ends."""
    double = Double()
    server = uvicorn.Server(uvicorn.Config(_app(double), port=0, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        double.issuer = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/realms/mill"
        yield double
    finally:
        server.should_exit = True
        thread.join()


def _app(double: Double) -> FastAPI:
    app = FastAPI()

    @app.get("/realms/mill/.well-known/openid-configuration")
    def discovery() -> dict[str, Any]:
        double.asked.append("discovery")
        at = double.issuer
        return {
            "issuer": at, "authorization_endpoint": f"{at}/auth", "token_endpoint": f"{at}/token",
            "jwks_uri": f"{at}/keys", "userinfo_endpoint": f"{at}/me", **double.about,
        }  # fmt: skip

    @app.get("/realms/mill/keys")
    def keys() -> Any:
        return KeySet([double.key]).as_dict(private=False)

    @app.get("/realms/mill/auth")
    def auth(request: Request) -> Response:
        asked = dict(request.query_params)
        assert asked["client_id"] == CLIENT
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        answer = {"state": asked["state"]}
        if double.refuses is not None:
            answer["error"] = double.refuses
        else:
            answer["code"] = secrets.token_urlsafe(16)
            double.codes[answer["code"]] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(answer)}", 302)

    _tokens(app, double)
    return app


def _tokens(app: FastAPI, double: Double) -> None:
    @app.post("/realms/mill/token")
    def token(
        request: Request, grant_type: Annotated[str, Form()], code: Annotated[str, Form()],
        redirect_uri: Annotated[str, Form()], code_verifier: Annotated[str, Form()],
        client_secret: Annotated[str, Form()] = "",
    ) -> Response:  # fmt: skip
        double.asked.append("token")
        if "client_secret_post" not in double.about.get("token_endpoint_auth_methods_supported", ()):
            basic = request.headers.get("authorization", "").removeprefix("Basic ")
            client_secret = unquote(urlsafe_b64decode(basic or "Og==").decode().partition(":")[2])
        asked = double.codes.pop(code, None)
        good = (
            asked is not None
            and grant_type == "authorization_code"
            and asked["redirect_uri"] == redirect_uri
            and asked["code_challenge"] == create_s256_code_challenge(code_verifier)
            and client_secret == SECRET
        )
        if not good or asked is None:
            return JSONResponse({"error": "invalid_grant"}, 400)
        access = secrets.token_urlsafe(16)
        double.tokens[access] = {k: v for k, v in double.person.items() if k == "sub" or k in double.apart}
        return JSONResponse(
            {"access_token": access, "token_type": "Bearer", "id_token": double.id_token(asked["nonce"])}
        )

    @app.get("/realms/mill/me")
    def me(request: Request) -> Response:
        double.asked.append("me")
        known = double.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        return JSONResponse({"error": "invalid_token"}, 401) if known is None else JSONResponse(known)
