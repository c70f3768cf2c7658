"""The OpenAPI document against the service: whatever it allows, and much it does not, is answered without a 500."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from tests.desksite import Site, site
from tests.standin import ORDER, pdf

EXAMPLES = 12
"""Requests an operation; `HYPOTHESIS_PROFILE=search` has no say here, the service is slower than a function."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("fuzz"), max_upload_mb=1) as made:
        yield made


def test_no_request_is_answered_with_500(desk: Site) -> None:
    """With the key of an admin, so that every handler is reached, and an order whose id stands in half the requests."""
    client = desk.client("admin")
    order = client.post("/v1/orders", files={"file": ("a.pdf", pdf(*ORDER))}).json()["id"]
    desk.work()
    schema = schemathesis.openapi.from_asgi("/openapi.json", desk.app, headers=dict(client.headers))
    broken, asked = [], 0
    for found in schema.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):

            @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True,
                      suppress_health_check=list(HealthCheck))  # fmt: skip
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case: schemathesis.Case[Any]) -> None:
                nonlocal asked
                asked += 1
                if "order_id" in case.path_parameters and asked % 2:
                    case.path_parameters["order_id"] = order
                answer = case.call(headers=dict(client.headers))
                if answer.status_code >= 500 and answer.status_code != 503:
                    broken.append((case.method, case.path, answer.status_code, str(case.body)[:200]))

            with suppress(Unsatisfiable):  # nothing to ask wrongly: no parameters, no body
                ask()
    assert broken == []
    assert asked > 200
