"""Text, identifiers, names and e-mail as values; what is not of a kind gives None."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.fields import Kind
from data.values import text
from data.values.habits import Habits
from data.values.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("a\u00a0b\u202f c", "a b c"), ("ﬁlter", "filter"), ("soft\u00adware", "software"), ("m²", "m2"),
     ("N° 5", "N° 5"), ("Nº 5", "N° 5"), ("zero\u200bwidth", "zero width"), ("  x \n y ", "x y")],
)  # fmt: skip
def test_clean(raw: str, expected: str) -> None:
    assert text.clean(raw) == expected


@given(st.text(max_size=30))
def test_clean_is_stable(raw: str) -> None:
    once = text.clean(raw)
    assert text.clean(once) == once
    assert "  " not in once


@pytest.mark.parametrize(
    ("lines", "expected"),
    [(["Sechskant-", "schraube M8"], "Sechskantschraube M8"), (["Kabel", "3x1,5"], "Kabel 3x1,5"),
     (["Nord-", "Süd GmbH"], "Nord-Süd GmbH"), (["A-", "12"], "A-12"), (["Typ 4-", "polig"], "Typ 4- polig"),
     (["", "eins", " ", "zwei"], "eins zwei")],
)  # fmt: skip
def test_join(lines: list[str], expected: str) -> None:
    assert text.join(lines) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (": 4711", "4711"), ("# 190122", "190122"), ("Nr. 4711", "4711"), ("Nr.: PO-4711", "PO-4711"),
        ("N° 4711", "4711"), ("No. 12/2026", "12/2026"), ("PO # 190122", "190122"), ("Order no.: A 12", "A 12"),
        ("NR-4711", "NR-4711"), ("NO4711", "NO4711"), ("PO/2026/118", "PO/2026/118"), ("4711,", "4711"),
        ("č. 2026001", "2026001"), ("FR 05 987 654 321", "FR 05 987 654 321"), ("ZS/12:3", "ZS/12:3"),
        (":", None), ("-", None), ("", None),
    ],
)  # fmt: skip
def test_identifiers_lose_their_label_only(printed: str, expected: str | None) -> None:
    assert normalise("id", printed, Habits()) == expected


@pytest.mark.parametrize(
    ("kind", "printed", "expected"),
    [
        ("date", "sofort", None), ("date", "14.07.2022", "2022-07-14"), ("amount", "auf Anfrage", None),
        ("amount", "12,50 EUR/100", "12.50"), ("number", "12 x 6", None), ("number", "100", "100"),
        ("currency", "Preis", None), ("unit", "Stk.", "H87"), ("unit", "12", None),
        ("text", "30 days\u00a0net", "30 days net"), ("text", "---", None), ("name", ": ACME  Ltd.", "ACME Ltd."),
        ("address", "12 High St ,", "12 High St"), ("email", "E-Mail: a.b @ example.com", "a.b@example.com"),
        ("email", "no mail", None), ("email", "a@b.pl c@d.pl", None), ("email", "a@b.pl.", "a@b.pl"),
    ],
)  # fmt: skip
def test_kinds(kind: Kind, printed: str, expected: str | None) -> None:
    assert normalise(kind, printed, Habits(decimal=",")) == expected


@given(st.text(max_size=25), st.sampled_from(["id", "date", "amount", "number", "currency", "unit", "text", "name",
                                              "address", "email"]))  # fmt: skip
def test_any_text_of_any_kind(printed: str, kind: Kind) -> None:
    value = normalise(kind, printed, Habits())
    assert value is None or (value.strip() == value and value != "")
