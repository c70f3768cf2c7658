"""The one list of what is open to everybody. A test walks all routes and holds them against it."""

from __future__ import annotations

from typing import Final

PATHS: Final[dict[str, str]] = {
    "/healthz": "asked by whatever restarts the process; says nothing",
    "/readyz": "asked by whatever sends requests here; says nothing",
    "/login": "where people become known",
    "/login/link": "a signed link for one use, with which a password is set",
    "/login/oidc": "sends people to the identity provider",
    "/login/oidc/callback": "where the identity provider sends them back; the state cookie is checked",
    "/favicon.ico": "browsers ask for it by themselves",
}
"""Exact paths and why they are open."""

FOLDERS: Final[dict[str, str]] = {
    "/static/": "style, scripts and icon of the pages, the same for everybody",
}
"""Folders of files and why they are open."""


def is_open(path: str) -> bool:
    # Percent signs were decoded and `..` is no path of ours: the router compares the same text.
    return path in PATHS or any(path.startswith(folder) for folder in FOLDERS)
