"""Files given to the desk on the work list: each is an order, what is none is refused with a page that says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from serving.desk.store import Store
from tests import desks
from tests.deskpages import client, csrf
from tests.standin import pdf


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield opened
    opened.close()


def upload(store: Store, *files: tuple[str, bytes], role: str = "clerk", token: bool = True) -> Any:
    page = client(store, role)
    data = {"csrf": csrf(page)} if token else {}
    return page.post("/desk/upload", data=data, files=[("file", file) for file in files])


def test_one_file_is_an_order_and_leads_to_it(store: Store) -> None:
    answer = upload(store, ("../../order.pdf", pdf()))
    (order,) = desks.all_orders(store)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/desk/orders/{order.id}")
    assert (order.source, order.state, "/" in order.file) == ("page", "received", False)


def test_several_files_are_as_many_orders(store: Store) -> None:
    answer = upload(store, ("a.pdf", pdf("Order 1")), ("b.pdf", pdf("Order 2")))
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk?group=moving")
    assert len(desks.all_orders(store)) == 2


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00 no order", b"PK\x03\x04 no order"])
def test_what_is_no_document_is_refused(store: Store, content: bytes) -> None:
    answer = upload(store, ("order.pdf", content))
    assert 400 <= answer.status_code < 500
    assert "Ordermill" in answer.text
    assert desks.all_orders(store) == []


def test_it_takes_the_role_and_the_page(store: Store) -> None:
    assert upload(store, ("a.pdf", pdf()), role="annotator").status_code == 403
    assert upload(store, ("a.pdf", pdf()), token=False).status_code == 403
    assert desks.all_orders(store) == []
