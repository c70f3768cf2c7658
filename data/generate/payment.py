"""Terms of payment as sentences that name days and dates: "30 days net by 4 July, 2 % discount by 15 June"."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from data.fields import NO_FIELD
from data.generate.blocks import W
from data.generate.choose import pick
from data.generate.deal import Deal
from data.generate.lexicon import payment_terms
from data.generate.wording import UNTIL

DATED: dict[str, tuple[str, ...]] = {
    "de": (
        "Zahlbar innerhalb {days} Tagen netto bis {due}, {pct} % Skonto innerhalb {short} Tagen bis {early}",
        "{pct}% Skonto bei Zahlung bis zum {early}, netto zahlbar bis {due}",
        "Bei Zahlung bis zum {early} zahlen Sie mit {pct} % Skonto {amt}, bis zum {due} ohne Abzug",
        "Bitte überweisen Sie den Rechnungsbetrag bis zum {due} auf das unten angegebene Konto.",
        "Den Rechnungsbetrag begleichen Sie bitte bis spätestens {due} ohne Abzug.",
        "Der Betrag in Höhe von {amt} wird am {due} von Ihrem Konto mit der IBAN {iban} eingezogen.",
        "Bis zum {due} ohne Abzug",
        "Zahlungsziel: {days} Tage ({due})",
        "{days} Tage netto, fällig am {due}",
    ),
    "en": (
        "Payable within {days} days net by {due}, {pct}% discount within {short} days by {early}",
        "{pct}% cash discount if paid by {early}, net amount due {due}",
        "If paid by {early} deduct {pct}% ({amt}), otherwise net by {due}",
        "Please transfer the invoice amount by {due} to the account stated below.",
        "The amount of {amt} will be debited from your account {iban} on {due}.",
        "Net {days} days, due {due}",
        "{days} days net ({due})",
        "Due in full on or before {due}.",
    ),
    "fr": (
        "Payable à {days} jours net le {due}, escompte de {pct} % à {short} jours jusqu'au {early}",
        "Escompte {pct} % pour règlement avant le {early}, net au {due}",
        "Merci de régler le montant de la facture par virement avant le {due}.",
        "Le montant de {amt} sera prélevé le {due} sur votre compte {iban}.",
        "{days} jours net, échéance le {due}",
        "À {days} jours, soit le {due}",
        "Règlement par virement au {due}",
    ),
    "es": (
        "A {days} días neto hasta el {due}, {pct} % de descuento por pronto pago hasta el {early}",
        "Rogamos transfieran el importe de la factura antes del {due} a la cuenta indicada.",
        "El importe de {amt} se cargará en su cuenta {iban} el {due}.",
        "Transferencia a {days} días, vencimiento {due}",
        "{days} días fecha factura ({due})",
        "Descuento {pct} % si se paga antes del {early}, neto {due}",
    ),
    "it": (
        "Pagamento a {days} giorni netto entro il {due}, sconto {pct} % entro {short} giorni, {early}",
        "Si prega di versare l'importo della fattura entro il {due} sul conto indicato.",
        "L'importo di {amt} sarà addebitato il {due} sul vostro conto {iban}.",
        "Bonifico {days} gg, scadenza {due}",
        "{days} giorni data fattura ({due})",
        "Sconto {pct} % per pagamento entro il {early}, netto al {due}",
    ),
    "nl": (
        "Betaalbaar binnen {days} dagen netto tot {due}, {pct}% korting binnen {short} dagen tot {early}",
        "Gelieve het factuurbedrag voor {due} over te maken op onderstaande rekening.",
        "Het bedrag van {amt} wordt op {due} van uw rekening {iban} afgeschreven.",
        "{days} dagen netto, vervaldatum {due}",
        "Bij betaling voor {early} {pct}% korting, netto uiterlijk {due}",
    ),
    "pl": (
        "Przelew {days} dni, termin płatności {due}",
        "Płatne w ciągu {days} dni netto do {due}, skonto {pct}% przy zapłacie w ciągu {short} dni do {early}",
        "Prosimy o wpłatę kwoty faktury do dnia {due} na podane poniżej konto.",
        "Kwota {amt} zostanie pobrana z rachunku {iban} dnia {due}.",
        "{days} dni od daty wystawienia, tj. do {due}",
        "przelewem do {due} r.",
        "Przy zapłacie do {early} skonto {pct} %, netto do {due}",
    ),
    "cs": (
        "Splatné do {days} dnů netto do {due}, {pct} % skonto při platbě do {short} dnů do {early}",
        "Uhraďte prosím částku faktury do {due} na níže uvedený účet.",
        "Částka {amt} bude dne {due} inkasována z vašeho účtu {iban}.",
        "Převodem, splatnost {days} dnů ({due})",
        "Při platbě do {early} skonto {pct} %, jinak netto do {due}",
    ),
}
"""Sentences with the day a payment is due (`due`) and mostly a day before it until which something is taken off."""


def payment_words(deal: Deal) -> list[W]:
    """The terms of payment of the document, worded once; the day of payment in them is the due date as well."""
    if not deal.payment:
        deal.payment = _worded(deal)
    deal.values["payment_terms"] = " ".join(text for text, _ in deal.payment).rstrip(",;")
    whole, due = deal.occurrence(), deal.occurrence()
    style = deal.design.body
    return [
        W(text, style, deal.header(field), due if field == "due_date" else whole) if field != NO_FIELD
        else W(text, style) for text, field in deal.payment
    ]  # fmt: skip


METHODS = {
    "de": ("Überweisung", "SEPA-Überweisung", "SEPA-Lastschrift", "Lastschrift", "Bar", "Kreditkarte", "Rechnung",
           "Banküberweisung", "per SEPA Überweisung", "Zahlung per Überweisung", "Bankeinzug", "EC-Karte"),
    "en": ("Bank transfer", "Wire transfer", "Credit card", "Check", "Cheque", "ACH", "BACS", "Direct debit", "SEPA",
           "SEPA credit transfer", "Cash", "Invoice", "EFT", "Paid by card"),
    "fr": ("Virement", "Virement bancaire", "Virement SEPA", "Chèque", "Prélèvement", "Carte bancaire", "LCR"),
    "es": ("Transferencia", "Transferencia bancaria", "Recibo domiciliado", "Giro", "Contado", "Tarjeta", "Pagaré"),
    "it": ("Bonifico", "Bonifico bancario", "RI.BA.", "Ricevuta bancaria", "Rimessa diretta", "Contanti", "Carta"),
    "nl": ("Overschrijving", "Bankoverschrijving", "Automatische incasso", "iDEAL", "Op rekening", "Contant", "Pin"),
    "pl": ("Przelew", "przelew", "Przelew bankowy", "Gotówka", "Karta", "Za pobraniem", "Pobranie", "PRZELEW"),
    "cs": ("Převodem", "Bankovní převod", "Příkazem k úhradě", "Hotově", "Dobírka", "Kartou", "převodní příkaz"),
}  # fmt: skip
"""How is paid, which does not say when."""


def payment_method(deal: Deal) -> str:
    """A way of paying, at times behind its UN/EDIFACT 4461 code or before the account; no term of payment."""
    rng = deal.rng
    text = pick(rng, METHODS[deal.lang])
    if rng.random() < 0.2:
        code = pick(rng, ("58", "30", "31", "42", "48", "49", "57", "59", "ZZZ", "10", "20", "1", "T", "U"))
        text = f"{code} {text}" if rng.random() < 0.7 else f"{text}. {code}"
    if rng.random() < 0.2:
        text += " " + deal.parties["seller"].company.iban
    return text


def says_all(deal: Deal) -> bool:
    """Whether the terms are a sentence that needs no caption."""
    return len(deal.payment) > 6


def _worded(deal: Deal) -> tuple[tuple[str, str], ...]:
    rng = deal.rng
    asks = deal.kind in ("invoice", "credit_note") and "due_date" in deal.values
    if not asks or not deal.maybe(0.45):
        return _tokens(payment_terms(rng, deal.lang), {})
    due = date.fromisoformat(deal.values["due_date"])
    printed = deal.habit.date(due)
    if deal.maybe(0.25):
        return (*_tokens(payment_terms(rng, deal.lang), {}), *_tokens(pick(rng, UNTIL[deal.lang]) + " {due}",
                                                                       {"due": printed}))  # fmt: skip
    days = max(1, (due - deal.day).days)
    short = pick(rng, [n for n in (5, 7, 8, 10, 14, 15, 20) if n < days] or [1])
    template = pick(rng, DATED[deal.lang])
    parts = {
        "days": str(days), "short": str(short), "pct": _percent(rng, deal), "due": printed,
        "early": deal.habit.date(deal.day + timedelta(days=short)), "amt": deal.habit.money(deal.sums.gross),
        "iban": deal.parties["buyer"].company.iban,
    }  # fmt: skip
    return _tokens(template, parts)


def _percent(rng: Random, deal: Deal) -> str:
    text = pick(rng, ("2", "2", "3", "3", "2.0", "3.00", "2.50", "1.5"))
    return text if deal.lang == "en" else text.replace(".", ",")


def _tokens(template: str, parts: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Words with their fields; signs around a date stay with its words."""
    out: list[tuple[str, str]] = []
    for token in template.split():
        start, end = token.find("{"), token.find("}")
        if start < 0:
            out.append((token, "payment_terms"))
            continue
        key = token[start + 1 : end]
        inside = (token[:start] + parts[key] + token[end + 1 :]).split()
        out += [(word, "due_date" if key == "due" else "payment_terms") for word in inside]
    return tuple(out)
