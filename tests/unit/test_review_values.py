"""Values as clerks read and type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving.review.order_values import BadValue, canonical, path, shown, typed

LANGUAGES = ("pl", "de", "en")
NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,4})?", fullmatch=True).filter(lambda n: n != "-0")


@given(NUMBERS, st.sampled_from(LANGUAGES), st.sampled_from(["fields.total_net", "lines.0.fields.quantity"]))
def test_a_number_shown_in_any_language_is_read_back_to_the_same_digits(value: str, language: str, where: str) -> None:
    kind = "amount" if where.startswith("fields") else "number"
    assert typed(where, shown(kind, value, language), language) == value


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)),
       st.sampled_from(LANGUAGES))  # fmt: skip
def test_a_date_shown_in_any_language_is_read_back_to_the_same_day(day: object, language: str) -> None:
    assert typed("fields.order_date", shown("date", str(day), language), language) == str(day)


@pytest.mark.parametrize(
    ("where", "text", "language", "value"),
    [
        ("fields.total_net", "1 234,56", "pl", "1234.56"),
        ("fields.total_net", "1.234", "de", "1234"),
        ("fields.total_net", "1.234", "en", "1.234"),
        ("fields.order_date", "14 lipca 2022", "pl", "2022-07-14"),
        ("fields.order_date", "3. März 2026", "de", "2026-03-03"),
        ("fields.order_date", "2026-03-02", "en", "2026-03-02"),
        ("fields.currency", "zł", "pl", "PLN"),
        ("lines.2.fields.unit", "szt.", "pl", "H87"),
        ("fields.order_number", "  PO/2026/118 ", "en", "PO/2026/118"),
        ("fields.buyer.email", "Anna@example.com", "en", "Anna@example.com"),
    ],
)
def test_what_a_clerk_types_is_read(where: str, text: str, language: str, value: str) -> None:
    assert typed(where, text, language) == value


@pytest.mark.parametrize(
    ("where", "text", "kind"),
    [
        ("fields.order_date", "next Friday", "date"), ("fields.order_date", "31.02.2026", "date"),
        ("fields.total_net", "about twelve", "amount"), ("lines.0.fields.quantity", "", "number"),
        ("fields.order_number", "   ", "id"), ("fields.no_such", "1", "field"), ("lines.0", "1", "field"),
        ("fields.order_number", "x" * 3000, "id"), ("fields.quantity", "1", "field"),
        ("lines.00.fields.unit", "kg", "field"),
    ],
)  # fmt: skip
def test_what_is_no_value_of_the_field_is_refused_by_its_kind(where: str, text: str, kind: str) -> None:
    with pytest.raises(BadValue) as refused:
        typed(where, text, "en")
    assert (refused.value.path, refused.value.kind) == (where, kind)


def test_a_chosen_candidate_must_have_the_form_of_the_contract() -> None:
    assert canonical("fields.total_net", "12.500") == "12.500"
    assert canonical("fields.order_date", "2026-03-02") == "2026-03-02"
    for where, value in [("fields.total_net", "12,50"), ("fields.order_date", "02.03.2026"), ("fields.currency", "zł"),
                         ("fields.order_number", " x"), ("fields.order_number", "")]:  # fmt: skip
        with pytest.raises(BadValue):
            canonical(where, value)


def test_paths_are_taken_apart_and_put_together() -> None:
    for text in ("fields.buyer.name", "lines.12.fields.quantity", "lines.0"):
        found = path(text)
        assert found is not None
        assert found.text == text
    for text in ("fields.", "lines.x", "lines.1.fields.total_net", "lines.-1", "fields.order_number.x", ""):
        assert path(text) is None
