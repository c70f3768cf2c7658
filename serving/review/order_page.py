"""The order page rendered: the view with everything the template says besides."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from fastapi import Request, Response

from data.fields import HEADER, LINE, Field
from serving.access import Person
from serving.desk.store.rows import OpenException
from serving.review import order_keys
from serving.review.order_reasons import reason
from serving.review.order_sources import Sources
from serving.review.order_values import NUMERIC, shown
from serving.review.order_view import OrderView, embedded, view
from serving.review.render import page
from serving.review.words import translate, words
from serving.words import percent

_TEXTS: Final = frozenset({"id", "text", "name", "address"})
_SCRIPT: Final = "order.js."
"""Section of the words that the script says."""


def seen(sources: Sources, person: Person) -> OrderView:
    """What `person` sees of an order."""
    say = partial(translate, person.language)

    def tell(e: OpenException) -> tuple[str, str]:
        return reason(e, person.language)

    return view(sources, person.language, say, tell, person.name)


def data(sources: Sources, person: Person, made: OrderView) -> dict[str, Any]:
    """The view for the script: with the fields there are, and who changed the order last."""
    say = partial(translate, person.language)
    by = [c.by for c in sources.corrections] or [sources.decision.by if sources.decision else ""]
    return {
        **made.data(), "by": by[-1], "state": say(f"queue.state.{sources.order.state}"),
        "fields": [_choice(f, say(f"order.field.{f.name}")) for f in HEADER],
        "cells": [_choice(f, say(f"order.cell.{f.name}")) for f in LINE],
    }  # fmt: skip


def order_page(request: Request, sources: Sources, person: Person) -> Response:
    made = seen(sources, person)
    language = person.language
    return page(
        request, person, "order.html", page=made, data=embedded(data(sources, person, made)),
        keys=(*order_keys.KEYS, *order_keys.PICKING), key_groups=order_keys.GROUPS, printed=order_keys.printed,
        keys_data=order_keys.data(), words_data=embedded(_said(language)), percent=percent,
        codes=sorted({r.code for r in made.reasons}), preview_rows=_preview_rows(made.writes, language),
        number=partial(_number, language=language),
    )  # fmt: skip


def _choice(f: Field, title: str) -> dict[str, Any]:
    """A field to move a value into, with the kinds whose values can stand there."""
    like = _TEXTS if f.kind in _TEXTS else NUMERIC if f.kind in NUMERIC else {f.kind}
    return {"name": f.name, "title": title, "kind": f.kind, "kinds": sorted(like)}


def _said(language: str) -> dict[str, str]:
    names = [key for key in words("en") if key.startswith(_SCRIPT)]
    return {key.removeprefix(_SCRIPT): translate(language, key) for key in names}


def _number(value: Any, language: str) -> str:
    return shown("amount", str(value), language)


def _preview_rows(writes: Mapping[str, Any] | None, language: str) -> list[tuple[str, str]]:
    """Head of the order that would be written: what is empty is left out, but not the customer."""
    if writes is None:
        return []
    rows = []
    for key in ("customer", "shipping", "invoicing", "client_order_ref", "date_order", "commitment_date", "pricelist",
                "expected_net", "note"):  # fmt: skip
        value = writes.get(key)
        text = str(value.get("name", "")) if isinstance(value, Mapping) else str(value or "")
        if key in ("date_order", "commitment_date"):
            text = shown("date", text[:10], language)
        if key == "expected_net" and text:
            text = f"{_number(text, language)} {writes.get('currency') or ''}".strip()
        if text or key == "customer":
            rows.append((key, text or "\u2013"))
    return rows
