"""Which protocol a server speaks, by asking it: JSON-2 from 19 on, else JSON-RPC, else XML-RPC."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from data.errors import SetupError
from serving.odoo.errors import Missing, OdooError, Refused, ServerFault
from serving.odoo.faults import not_odoo
from serving.odoo.http import Http
from serving.odoo.json2 import Json2
from serving.odoo.jsonrpc import JsonRpc
from serving.odoo.settings import OdooSettings
from serving.odoo.wire import Transport
from serving.odoo.xmlrpc import XmlRpc

Version = tuple[int, int]
JSON2_SINCE = (19, 0)
NOT_SPOKEN = (Missing, Refused)


def choose(settings: OdooSettings) -> tuple[Transport, Version]:
    """A transport that has not signed in yet, and the server's version. Raises SetupError and OdooError."""
    key = _needed(settings)
    http = Http(settings)
    try:
        return _choose(settings, http, key)
    except OdooError:
        http.close()
        raise


def _choose(settings: OdooSettings, http: Http, key: str) -> tuple[Transport, Version]:
    wanted = settings.protocol
    if wanted in ("auto", "json2"):
        version = _web_version(http)
        if version is not None and version >= JSON2_SINCE:
            return Json2(http, settings.database, key), version
        if wanted == "json2":
            raise Missing("This server does not speak JSON-2.", code="odoo_no_json2",
                          hint="Odoo 19 and later do; leave ORDERMILL_ODOO_PROTOCOL at auto.")  # fmt: skip
    database, login = _login(settings)
    rpc = JsonRpc(http, database, login, key)
    if wanted == "jsonrpc":
        return rpc, _version(rpc.version())
    if wanted == "auto":
        try:
            return rpc, _version(rpc.version())
        except NOT_SPOKEN:
            pass
    xml = XmlRpc(http, database, login, key)
    return xml, _version(xml.version())


def _web_version(http: Http) -> Version | None:
    """None where the server has no such page (17 and 18 have not) or another program answers."""
    answer = http.get("/web/version")
    if answer.status >= 500:
        raise ServerFault(f"The server failed (HTTP {answer.status}).", code="odoo_fault", hint="Try again later.")
    if answer.status != 200 or not answer.json:
        return None
    try:
        return _version(json.loads(answer.content))
    except (ValueError, ServerFault):
        return None


def _version(found: Mapping[str, Any]) -> Version:
    """(19, 0) of `version_info`; online servers put "saas~18" where others have 18."""
    info = (found.get("version_info") or found.get("server_version_info")) if isinstance(found, dict) else None
    if not isinstance(info, list) or len(info) < 2:
        raise not_odoo()
    major = str(info[0]).rpartition("~")[2]
    if not major.isdigit():
        raise not_odoo()
    return int(major), int(info[1]) if str(info[1]).isdigit() else 0


def _needed(settings: OdooSettings) -> str:
    if settings.url is None:
        raise SetupError("No Odoo is configured.", code="odoo_not_configured",
                         hint="Set ORDERMILL_ODOO_URL, _DATABASE, _LOGIN and _API_KEY.")  # fmt: skip
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    if not key:
        raise SetupError("There is no key for Odoo.", code="odoo_not_configured",
                         hint="Set ORDERMILL_ODOO_API_KEY to an API key of the Odoo user.")  # fmt: skip
    return key


def _login(settings: OdooSettings) -> tuple[str, str]:
    if not settings.database or not settings.login:
        raise SetupError("This Odoo wants the names of the database and of the user.", code="odoo_not_configured",
                         hint="Set ORDERMILL_ODOO_DATABASE and ORDERMILL_ODOO_LOGIN.")  # fmt: skip
    return settings.database, settings.login
