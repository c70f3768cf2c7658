"""The client when servers, networks and keys fail; and that no key gets out."""

from __future__ import annotations

import logging

import pytest
from pydantic import SecretStr, ValidationError

from data.errors import OrdermillError, SetupError
from serving.odoo.check import examine
from serving.odoo.client import connect
from serving.odoo.errors import Denied, Missing, OdooError, ServerFault, Unreachable
from tests.odoo_double import data, running
from tests.odoo_double.server import settings_of

PROTOCOLS = [(17, "jsonrpc"), (18, "jsonrpc"), (19, "json2")]
ALL = [(17, "xmlrpc"), (17, "jsonrpc"), (19, "json2")]


@pytest.mark.parametrize(("version", "protocol"), PROTOCOLS)
def test_protocol_is_chosen_by_asking(version: int, protocol: str) -> None:
    with running(version) as double, connect(double.settings()) as odoo:
        assert (odoo.version, odoo.protocol, odoo.uid) == ((version, 0), protocol, 7)


def test_json2_is_not_there_before_19() -> None:
    with running(18) as double, pytest.raises(Missing) as caught:
        connect(double.settings(protocol="json2"))
    assert caught.value.code == "odoo_no_json2"


@pytest.mark.parametrize(("version", "protocol"), ALL)
def test_a_wrong_key_and_a_wrong_database_are_named(version: int, protocol: str) -> None:
    with running(version) as double:
        with pytest.raises(Denied) as caught:
            connect(double.settings(api_key=SecretStr("wrong-key-42"), protocol=protocol))
        assert caught.value.code == "odoo_wrong_key"
        with pytest.raises(Missing):
            connect(double.settings(database="nowhere", protocol=protocol))


@pytest.mark.parametrize(("version", "protocol"), ALL)
def test_no_key_and_no_traceback_in_errors_or_logs(
    version: int, protocol: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    key = data.KEYS["sales"]
    with running(version) as double, connect(double.settings(protocol=protocol)) as odoo:
        seen = [repr(odoo), repr(double.settings())]
        for fields in (["no_such_field"], [key]):
            with pytest.raises(OdooError) as caught:
                odoo.search_read("res.partner", [], fields)
            error: BaseException | None = caught.value
            while error is not None:
                seen += [str(error), repr(error), repr(getattr(error, "__dict__", ""))]
                error = error.__cause__ or error.__context__
    everything = "\n".join([*seen, caplog.text])
    assert key not in everything
    assert "Traceback" not in "\n".join(seen)
    assert "secret_of_server" not in everything


@pytest.mark.parametrize("protocol", ["xmlrpc", "jsonrpc", "json2"])
def test_a_server_that_fails_half_of_the_time_is_read_all_the_same(protocol: str) -> None:
    with running(19) as double, connect(double.settings(protocol=protocol, retries=8)) as odoo:
        double.faults.bad_gateway = 0.5
        assert len([odoo.search_count("res.partner", []) for _ in range(5)]) == 5


def test_a_write_whose_answer_is_lost_is_not_made_twice() -> None:
    with running(19) as double, connect(double.settings()) as odoo:
        double.faults.cut_after, double.faults.only = 1, ("create",)
        with pytest.raises(Unreachable) as caught:
            odoo.create("sale.order", {"partner_id": data.ACME})
        assert caught.value.sent
        assert len(double.store.rows["sale.order"]) == 1


def test_a_write_answered_with_502_is_left_to_the_caller() -> None:
    with running(17) as double, connect(double.settings()) as odoo:
        double.faults.bad_gateway, double.faults.late, double.faults.only = 1.0, True, ("create",)
        with pytest.raises(ServerFault):
            odoo.create("sale.order", {"partner_id": data.ACME})
        assert len(double.store.rows["sale.order"]) == 1


def test_a_slow_server_is_given_up() -> None:
    with running(19) as double, connect(double.settings(timeout=0.3, retries=0)) as odoo:
        double.faults.seconds = 1
        with pytest.raises(Unreachable) as caught:
            odoo.search_count("res.partner", [])
        assert caught.value.sent


def test_nobody_listens() -> None:
    settings = settings_of(url="http://127.0.0.1:9", retries=0, api_key=SecretStr("k" * 20))
    with pytest.raises(Unreachable) as caught:
        connect(settings)
    assert not caught.value.sent


def test_settings_that_are_missing_or_hold_a_password_are_told() -> None:
    with pytest.raises(SetupError):
        connect(settings_of())
    with pytest.raises(ValidationError):
        settings_of(url="https://me:secret@odoo.example.com")


@pytest.mark.parametrize("version", [17, 18, 19])
def test_check_names_every_missing_right_and_its_group(version: int) -> None:
    with running(version) as double:
        with connect(double.settings()) as odoo:
            assert not [c for c in examine(odoo, double.settings()) if c.state == "missing"]
        with connect(double.settings("plain")) as odoo:
            lacking = [c.message for c in examine(odoo, double.settings("plain")) if c.state == "missing"]
    assert any("sale.order: may not read, create, write" in m and "All Documents" in m for m in lacking)


def test_check_says_that_own_documents_only_is_blind() -> None:
    with running(18) as double, connect(double.settings("own")) as odoo:
        names = [c.name for c in examine(odoo, double.settings("own")) if c.state == "missing"]
    assert names == ["all orders"]


def test_two_loads_of_one_order_at_once_meet() -> None:
    from concurrent.futures import ThreadPoolExecutor

    with running(18) as double, connect(double.settings()) as odoo:
        double.methods.load_seconds = 0.2
        row = ["po_intake__.x", str(data.ACME), "po_intake__.x1", str(data.DESK)]
        fields = ["id", "partner_id/.id", "order_line/id", "order_line/product_id/.id"]
        with ThreadPoolExecutor(3) as pool:
            answers = list(pool.map(lambda _: odoo.load("sale.order", fields, [row]), range(3)))
        assert sorted(a.conflict for a in answers) == [False, True, True]
        assert len(double.store.rows["sale.order"]) == 1


def test_company_is_chosen_by_name_and_an_unknown_one_is_refused() -> None:
    from serving.odoo.company import company_of

    with running(19) as double, connect(double.settings()) as odoo:
        assert company_of(odoo, double.settings(company="bolts & desks")).id == 1
        with pytest.raises(OrdermillError):
            company_of(odoo, double.settings(company="Nobody"))
