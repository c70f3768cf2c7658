"""The language of some thirty words of a form; None when nothing decides."""

from __future__ import annotations

import pytest

from data.values import language

FORMS = {
    "pl": "ZAMÓWIENIE NR 12/2026 Data zamówienia 14.07.2026 Dostawca Nabywca NIP Termin dostawy Lp. Nazwa towaru Ilość "
    "J.m. Cena netto Wartość netto Razem Sposób płatności przelew 30 dni Uwagi",
    "en": "PURCHASE ORDER No. 4711 Date Vendor Ship To Payment terms Item Description Qty Unit Price Amount Subtotal "
    "Tax Total Please confirm delivery date",
    "de": "BESTELLUNG Nr. 4711 Bestelldatum Lieferant Lieferanschrift Kundennummer Pos. Artikel-Nr. Bezeichnung "
    "Menge Einheit Einzelpreis Gesamtpreis Summe netto MwSt. Gesamtbetrag Zahlungsbedingungen 30 Tage",
    "fr": "BON DE COMMANDE N° 4711 Date Fournisseur Adresse de livraison Référence Désignation Quantité Prix unitaire "
    "HT Montant Total HT TVA Total TTC Conditions de règlement 30 jours",
    "es": "PEDIDO N.º 4711 Fecha Proveedor Dirección de entrega Referencia Descripción Cantidad Precio unitario "
    "Importe Base imponible IVA Total Forma de pago 30 días",
    "it": "ORDINE DI ACQUISTO n. 4711 Data Fornitore Indirizzo di consegna Codice Descrizione Quantità Prezzo unitario "
    "Importo Totale imponibile IVA Totale ordine Pagamento 30 giorni",
    "nl": "INKOOPORDER 4711 Datum Leverancier Afleveradres Artikelnummer Omschrijving Aantal Eenheid Prijs Bedrag "
    "Subtotaal BTW Totaal Betalingsvoorwaarden 30 dagen",
    "cs": "OBJEDNÁVKA č. 4711 Datum Dodavatel Odběratel Termín dodání Položka Název zboží Množství MJ Cena za jednotku "
    "Celkem bez DPH Splatnost 30 dnů",
}


@pytest.mark.parametrize("expected", sorted(FORMS))
def test_forms(expected: str) -> None:
    assert language.detect(FORMS[expected].split()) == expected
    assert language.detect([FORMS[expected]]) == expected
    assert language.detect(FORMS[expected].upper().split()) == expected


@pytest.mark.parametrize("text", ["", "12 34 56", "ACME GmbH", "4711 M8x20 A2-70 DIN 933", "Total"])
def test_unsure_is_none(text: str) -> None:
    assert language.detect(text.split()) is None


def test_bilingual_form_is_not_forced() -> None:
    both = [a + " " + b for a, b in zip(FORMS["de"].split(), FORMS["fr"].split(), strict=False)]
    assert language.detect(both) in (None, "de", "fr")


def test_the_first_language_of_a_bilingual_form_is_taken() -> None:
    pairs = [("Datum", "Data"), ("Lieferant", "Dostawca"), ("Menge", "Ilość"), ("Lieferdatum", "Termin dostawy"),
             ("Bestellung", "Zamówienie"), ("Kundennummer", "Nr odbiorcy"), ("Preis", "Cena"),
             ("Betrag", "Wartość netto")]  # fmt: skip
    assert language.detect([f"{a} / {b}" for a, b in pairs]) == "de"
    assert language.detect([f"{b} / {a}" for a, b in pairs]) == "pl"
    assert language.detect([f"{a} ({b})" for a, b in pairs]) == "de"
