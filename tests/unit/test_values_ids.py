"""Check digits: right, wrong, and not to be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values import ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4006381333931", True), ("4006381333932", False), ("4 006381 333931", True), ("036000291452", True),
     ("96385074", True), ("14006381333938", True), ("123", None), ("4006381A33931", None), ("", None)],
)  # fmt: skip
def test_gtin(text: str, expected: bool | None) -> None:
    assert ids.gtin_ok(text) is expected


@given(st.integers(0, 10**12 - 1), st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(number: int, place: int, change: int) -> None:
    body = f"{number:012d}"
    check = next(d for d in "0123456789" if ids.gtin_ok(body + d))
    right = body + check
    wrong = right[:place] + str((int(right[place]) + change) % 10) + right[place + 1 :]
    assert ids.gln_ok(right) is True
    assert ids.gln_ok(wrong) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [("DE89 3704 0044 0532 0130 00", True), ("DE88 3704 0044 0532 0130 00", False),
     ("PL61109010140000071219812874", True), ("hello", None), ("DE89", None)],
)  # fmt: skip
def test_iban(text: str, expected: bool | None) -> None:
    assert ids.iban_ok(text) is expected


@pytest.mark.parametrize(
    ("text", "countries", "country", "expected"),
    [
        ("NIP: PL 526-000-12-46", (), "PL", True),
        ("526-000-12-46", ("PL",), None, True),
        ("526-000-12-47", ("PL",), None, False),
        ("526-000-12-46", ("DE",), None, None),
        ("USt-IdNr.: DE 136 695 976", (), "DE", True),
        ("DE123456789", (), "DE", False),
        ("FR11999999998", (), "FR", True),
        ("N° TVA : FR 40 303 265 045", (), "FR", True),
        ("SIRET 732 829 320 00074", (), None, True),
        ("732 829 320 00075", (), None, False),
        ("NL004495445B01", (), "NL", True),
        ("DIČ: CZ25123891", (), "CZ", True),
        ("ESA12345674", (), "ES", True),
        ("IT00743110157", (), "IT", True),
        ("GB 980 7806 84", (), "GB", True),
        ("ATU13585627", (), "AT", True),
        ("EL094259216", (), "GR", True),
        ("CHE-100.155.212 MWST", (), "CH", True),
        ("12-3456789", ("US",), None, None),
    ],
)
def test_vat(text: str, countries: tuple[str, ...], country: str | None, expected: bool | None) -> None:
    assert ids.vat(text)[0] == country
    assert ids.vat_ok(text, countries) is expected


@given(st.text(max_size=24) | st.text(alphabet="PLDEFRNIPCH0123456789 -.:B", max_size=20))
def test_any_text_has_an_answer(text: str) -> None:
    answers = (ids.gtin_ok(text), ids.gln_ok(text), ids.iban_ok(text), ids.vat_ok(text, ("PL", "DE", "FR")))
    assert all(answer in (True, False, None) for answer in answers)
