# Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
"""The two calls of Ordermill's HTTP interface that the add-on makes. The key goes into their header alone."""

import hashlib
import mimetypes
from urllib.parse import quote, urljoin, urlsplit

import requests
from odoo.exceptions import UserError

URL_PARAMETER = "ordermill.url"
KEY_PARAMETER = "ordermill.key"
TIMEOUT = (10, 60)
"""Seconds to connect, and between two pieces of the answer."""


def send(env, name, content):
    """`POST /v1/orders`: the answer with id, state and links. The same bytes sent again are the same order."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return _call(
        env,
        "POST",
        "/v1/orders",
        files={"file": (name, content, kind)},
        headers={"Idempotency-Key": hashlib.sha256(content).hexdigest()},
    )


def look(env, ordermill_id):
    """`GET /v1/orders/{id}`: the answer with state, decision and what was written."""
    return _call(env, "GET", "/v1/orders/" + quote(ordermill_id, safe=""), headers={})


def web_address(env, answer):
    """Address of the review page in the answer, a relative one seen from the endpoint; False without one."""
    links = answer.get("links")
    found = (links.get("review") or links.get("html") or links.get("self")) if isinstance(links, dict) else None
    if not isinstance(found, str):
        return False
    return safe_address(urljoin(_endpoint(env) + "/", found))


def safe_address(url):
    """The address if a browser may be sent there, else False."""
    return url if url and urlsplit(url).scheme in ("http", "https") else False


def reasons(answer):
    """Sentences that say why a person must look, in their order."""
    decision = answer.get("decision")
    found = answer.get("reasons") or (decision.get("reasons") if isinstance(decision, dict) else None) or []
    texts = (item.get("message") or item.get("code") if isinstance(item, dict) else item for item in found)
    return [str(text) for text in texts if text]


def written_order(answer):
    """Id of the sale order that was written in Odoo, or False."""
    written = answer.get("written")
    found = written.get("id") if isinstance(written, dict) else None
    return found if isinstance(found, int) else False


def _endpoint(env):
    url = (env["ir.config_parameter"].sudo().get_param(URL_PARAMETER) or "").strip().rstrip("/")
    if not safe_address(url):
        raise UserError("An administrator must set Ordermill's address under Settings, Ordermill.")
    return url


def _call(env, method, path, headers, files=None):
    url = _endpoint(env) + path
    key = (env["ir.config_parameter"].sudo().get_param(KEY_PARAMETER) or "").strip()
    if key:
        headers = {**headers, "Authorization": "Bearer " + key}
    try:
        # Not followed: a redirect would take document and key to a place that nobody set.
        answer = requests.request(method, url, headers=headers, files=files, timeout=TIMEOUT, allow_redirects=False)
    except (requests.RequestException, ValueError, UnicodeError):
        # The cause is left out: its text may hold the headers.
        raise UserError("Ordermill cannot be reached. Ask the administrator to check its address and key.") from None
    try:
        body = answer.json()
    except ValueError:
        body = None
    if answer.status_code not in (200, 202) or not isinstance(body, dict):
        raise UserError(_refusal(answer.status_code, body, key))
    return body


def _refusal(status, body, key):
    """What the problem says of itself, for people; the key taken out should a server echo it."""
    if status in (401, 403):
        return "Ordermill refuses the key. Ask the administrator to set another one."
    problem = body if isinstance(body, dict) else {}
    error = problem.get("error") if isinstance(problem.get("error"), dict) else {}
    parts = [problem.get("detail") or error.get("message") or problem.get("title"), error.get("hint")]
    text = " ".join(part for part in parts if isinstance(part, str))
    text = text.replace(key, "***") if key else text
    return f"Ordermill answers {status}. {text}".strip()
