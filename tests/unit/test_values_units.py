"""Units of eight languages to Recommendation 20 codes; quantity and unit of one cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values import units

PRINTED = {
    "H87": ["szt.", "sztuk", "Stk", "Stk.", "Stück", "St.", "ST", "pcs", "PCS", "pc", "PCE", "pz.", "PZ", "stuks",
            "ks", "pièce", "pieza", "kusů"],
    "C62": ["unit", "ud.", "uds", "unité", "unidades", "Einheit", "C62", "jednotka", "unità", "U"],
    "EA": ["EA", "ea."], "SET": ["kpl.", "kpl", "Satz", "set", "jeu", "sada", "komplet"],
    "XPK": ["op.", "opak.", "VE", "Pack", "bal.", "Paket", "confezione", "paquete"], "XCT": ["krt", "karton", "ctn"],
    "XBX": ["boîte", "box", "caja", "scatola", "krabice", "pudełko"], "XPX": ["pal.", "Palette", "paleta", "pallet"],
    "MTR": ["m", "mb", "m.b.", "mtr", "Meter", "lfm", "metry"], "MTK": ["m2", "m²", "qm", "M2"], "MTQ": ["m3", "m³"],
    "KGM": ["kg", "KG", "kilogram"], "LTR": ["l", "Liter", "ltr."], "XRO": ["rolka", "Rolle", "rouleau", "rotolo"],
    "HUR": ["h", "Std.", "godz.", "uur", "hod.", "heures"], "DAY": ["Tage", "dni", "days"], "TNE": ["t", "Tonne"],
    "XBG": ["Sack", "worek", "sac", "pytel"], "PR": ["para", "Paar", "pair"],
}  # fmt: skip


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PRINTED.items() for text in texts])
def test_code_of_printed_unit(code: str, text: str) -> None:
    assert units.code(text) == code
    assert units.value(text) == code


def test_unknown_unit_stays_as_printed() -> None:
    assert units.code("Gebinde 7") is None
    assert units.value("Trommelchen") == "Trommelchen"


@pytest.mark.parametrize("text", ["", "12", "-", "12,50"])
def test_no_unit(text: str) -> None:
    assert units.value(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12szt.", ("12", "szt.")), ("12 szt.", ("12", "szt.")), ("10 PCE", ("10", "PCE")), ("szt. 3", ("3", "szt.")),
        ("1.000 Stk", ("1.000", "Stk")), ("1 000 szt", ("1 000", "szt")), ("2,5m2", ("2,5", "m2")),
        ("-5 Stück", ("-5", "Stück")), ("12 x 6", ("12", "x 6")), ("10", ("10", "")), ("pcs", ("", "pcs")),
        ("m2", ("", "m2")), ("1\u00a0250,5\u00a0kg", ("1 250,5", "kg")), ("40. 00 pcs", ("40. 00", "pcs")),
        ("(5) EA", ("(5)", "EA")), ("12,- Stk", ("12,-", "Stk")), ("1'000 Stk", ("1'000", "Stk")),
        ("\u22123", ("\u22123", "")), ("\u22123 ks", ("\u22123", "ks")),
    ],
)  # fmt: skip
def test_split_quantity(text: str, expected: tuple[str, str]) -> None:
    assert units.split_quantity(text) == expected


@given(st.integers(0, 10**6), st.sampled_from(["szt.", "Stk", "m2", "kg", "boîte", "ks"]), st.sampled_from(["", " "]))
def test_split_loses_nothing(number: int, unit: str, gap: str) -> None:
    assert units.split_quantity(f"{number}{gap}{unit}") == (str(number), unit)
