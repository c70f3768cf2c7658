"""How the eight languages of the orders put letters together: a small model of letter pairs.

The probabilities are counted from the sample sentences below, written for this purpose, with accents folded to base
letters. One model for all languages: the question is only whether letters make words at all, not which language it is.
"""

from __future__ import annotations

import math
import unicodedata
from functools import cache

SAMPLES = """
Please supply the following goods in accordance with our general conditions of purchase and confirm this order within
three working days. Quote our order number on every invoice, delivery note and other correspondence. Deliver to the
warehouse between eight and four o'clock. Stainless steel screws, washers, brackets, cable, housing, bearing, hydraulic
hose, printer paper, cleaning agent, packaging material, spare parts. Total amount excluding tax, discount, freight,
payment within thirty days net, unit price, quantity, description, date required, vendor, buyer, ship to, approved by.
If you are unable to deliver on the date shown, please contact the undersigned before shipment. Thank you very much.

Wir bestellen zu unseren allgemeinen Einkaufsbedingungen die nachstehend aufgeführten Artikel. Bitte bestätigen Sie uns
den Auftrag mit Angabe des Liefertermins schriftlich. Rechnungsanschrift, Lieferanschrift, Bestellnummer, Menge,
Einheit, Bezeichnung, Einzelpreis, Gesamtbetrag, Mehrwertsteuer, zahlbar innerhalb von dreißig Tagen ohne Abzug, Skonto,
Versand frei Haus, Verpackung, Schrauben, Sechskantmutter, Blech, Schlauch, Gehäuse, Kugellager, Werkzeug, Dichtung,
Büromaterial, Geschäftsführer, Amtsgericht, Steuernummer, Bankverbindung, Ansprechpartner, Telefon, Kundennummer. Für
Rückfragen stehen wir jederzeit gern zur Verfügung. Mit freundlichen Grüßen, Ihre Einkaufsabteilung, Seite, Datum.

Nous vous prions de bien vouloir nous livrer les marchandises suivantes conformément à nos conditions générales d'achat.
Merci de rappeler le numéro de commande sur tous vos documents, factures et bons de livraison. Adresse de livraison,
adresse de facturation, désignation, quantité, prix unitaire, montant hors taxes, remise, échéance, règlement par
virement à trente jours fin de mois, franco de port, vis, écrou, câble, tuyau, roulement, boîtier, pièce de rechange,
fournitures de bureau, société par actions simplifiée au capital, siège social, référence, acheteur, fournisseur, date
de livraison souhaitée, signature, cachet, téléphone, courriel. Veuillez agréer, Messieurs, nos salutations distinguées.

Zamawiamy niżej wymienione towary zgodnie z ogólnymi warunkami zakupu. Prosimy o potwierdzenie przyjęcia zamówienia do
realizacji w ciągu dwóch dni roboczych oraz podanie terminu dostawy. Numer zamówienia należy umieścić na fakturze i
dokumencie dostawy. Nazwa towaru, ilość, jednostka miary, cena netto, wartość brutto, stawka podatku, rabat, razem do
zapłaty, przelew w terminie trzydziestu dni od daty otrzymania faktury, odbiorca, nabywca, sprzedawca, miejsce dostawy,
śruba sześciokątna, nakrętka, podkładka, łożysko, uszczelka, wąż, przewód, obudowa, części zamienne, opakowanie, sztuk,
spółka z ograniczoną odpowiedzialnością, Sąd Rejonowy, kapitał zakładowy, zatwierdził, strona, uwagi. Z poważaniem.

Rogamos nos suministren los siguientes artículos de acuerdo con nuestras condiciones generales de compra. Indiquen el
número de pedido en el albarán y en la factura. Dirección de entrega, dirección de facturación, descripción, cantidad,
unidad, precio unitario, importe, descuento, base imponible, impuesto, total, forma de pago, transferencia a treinta
días, portes pagados, tornillo, tuerca, arandela, manguera, rodamiento, carcasa, repuestos, material de oficina, fecha
de entrega prevista, proveedor, comprador, sociedad limitada, inscrita en el registro mercantil, teléfono, página,
observaciones, firma autorizada. Agradecemos confirmen la recepción del presente pedido. Atentamente les saludamos.

Vi preghiamo di fornirci la merce sotto indicata alle nostre condizioni generali di acquisto. Si prega di confermare
l'ordine entro due giorni lavorativi e di riportare il numero d'ordine su fattura e documento di trasporto. Indirizzo di
consegna, descrizione, quantità, unità di misura, prezzo unitario, sconto, importo, imponibile, aliquota, totale
documento, pagamento, bonifico bancario a sessanta giorni data fattura fine mese, porto franco, vite, dado, rondella,
tubo, cuscinetto, guarnizione, ricambi, cancelleria, fornitore, cliente, data di consegna richiesta, sede legale,
capitale sociale interamente versato, codice fiscale, partita, pagina, note, firma. Distinti saluti, ufficio acquisti.

Hierbij bestellen wij de volgende artikelen volgens onze algemene inkoopvoorwaarden. Gelieve deze bestelling binnen twee
werkdagen te bevestigen en ons bestelnummer op de factuur en de pakbon te vermelden. Afleveradres, factuuradres,
omschrijving, aantal, eenheid, prijs per stuk, korting, bedrag, totaal exclusief belasting, betaling binnen dertig dagen
na factuurdatum, franco huis, schroef, moer, sluitring, slang, kabel, lager, behuizing, reserveonderdelen,
kantoorartikelen, verpakking, leverancier, koper, gewenste leverdatum, besloten vennootschap, kamer van koophandel,
rekeningnummer, telefoon, bladzijde, opmerkingen, handtekening, goedgekeurd door. Met vriendelijke groet, inkoop.

Objednáváme u vás níže uvedené zboží podle našich všeobecných nákupních podmínek. Prosíme o potvrzení objednávky a
termínu dodání do dvou pracovních dnů a o uvedení čísla objednávky na faktuře a dodacím listu. Dodací adresa, fakturační
adresa, název, množství, jednotka, cena za kus, sleva, částka, základ daně, sazba, celkem k úhradě, splatnost třicet dnů
bankovním převodem, doprava zdarma, šroub, matice, podložka, hadice, ložisko, těsnění, skříň, náhradní díly, kancelářské
potřeby, obal, dodavatel, odběratel, požadovaný termín, společnost s ručením omezeným, zapsaná v obchodním rejstříku
vedeném krajským soudem, telefon, strana, poznámka, podpis, schválil. Děkujeme a těšíme se na spolupráci. S pozdravem.
"""

_BASE = str.maketrans("łŁßøØđĐæÆœŒ", "lLsoOdDaAoO")
_OTHERS = 0.15
"""Count given to every pair, seen or not."""


def fold(text: str) -> str:
    """Lower case without accents: "Łożysko" becomes "lozysko"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.translate(_BASE))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


@cache
def _pairs() -> dict[str, float]:
    """Log2 probability of the second letter given the first; a space stands for the edge of a word."""
    counts: dict[str, float] = {a + b: _OTHERS for a in _ALPHABET for b in _ALPHABET}
    for word in _letters_only(fold(SAMPLES)).split():
        for pair in _pairs_of(word):
            counts[pair] += 1
    totals = {a: sum(counts[a + b] for b in _ALPHABET) for a in _ALPHABET}
    return {pair: math.log2(count / totals[pair[0]]) for pair, count in counts.items()}


_ALPHABET = " abcdefghijklmnopqrstuvwxyz"


def _letters_only(text: str) -> str:
    return "".join(c if c in _ALPHABET else " " for c in text)


def _pairs_of(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + 2] for i in range(len(padded) - 1)]


def log_likelihood(words: list[str]) -> tuple[float, int]:
    """Mean log2 probability of a letter pair in `words` and the number of pairs counted.

    Only words of letters with four or more of them count: codes, units and initials say nothing about a language.
    """
    table = _pairs()
    total, count = 0.0, 0
    for word in words:
        folded = fold(word.strip(".,:;()[]\"'!?-/"))
        if len(folded) < 4 or not folded.isascii() or not folded.isalpha():
            continue
        pairs = _pairs_of(folded)
        total += sum(table[pair] for pair in pairs)
        count += len(pairs)
    return (total / count if count else 0.0), count
