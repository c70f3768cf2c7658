"""The language of a document, from its common words, its order vocabulary and its letters.

Works on some thirty words of a form, where whole sentences are missing and statistics of letter groups are noise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

LANGUAGES = ("pl", "en", "de", "fr", "es", "it", "nl", "cs")

_VOCABULARY: dict[str, str] = {
    "pl": "i w na do z się nie dla oraz od przez przy po lub jest są ze za zamówienie zamówienia zamówieniu numer data "
    "zamawiający dostawca dostawcy dostawy dostawa termin realizacji płatności płatność sposób ilość cena wartość jm "
    "j.m. jednostkowa netto brutto stawka razem suma lp poz nazwa towaru towar indeks kod nabywca sprzedawca odbiorca "
    "adres wysyłki faktura faktury kwota podatku podatek opis produktu symbol uwagi strona sp. o.o. ul. nip regon krs "
    "telefon szt szt. kpl op. słownie prosimy potwierdzenie oferta oferty umowa umowy magazyn miejsce łącznie",
    "en": "the of and to for in on with is are be this that by from or as at not your our please order purchase number "
    "date delivery quantity qty description price unit total subtotal tax ship bill vendor supplier buyer customer "
    "payment terms item amount invoice due net gross address phone page shipping required each part code "
    "confirmation reference contact comments instructions discount line vat requested street road each approved",
    "de": "und der die das den dem des ein eine für von mit auf im in zu bei ist sind nicht wir sie bitte zur zum an "
    "nach bestellung bestellnummer bestelldatum auftrag auftragsnummer auftragsbestätigung nummer datum menge preis "
    "einzelpreis gesamtpreis gesamt summe betrag mwst ust netto brutto lieferung lieferdatum liefertermin "
    "lieferadresse lieferanschrift lieferant kunde kundennummer kunden-nr. artikel artikel-nr. bezeichnung "
    "beschreibung einheit pos pos. position rechnung rechnungsnummer rechnungsadresse zahlungsbedingungen "
    "lieferbedingungen zahlbar tage stück stk straße str. tel. seite steuer zwischensumme gesamtbetrag gmbh "
    "ansprechpartner sachbearbeiter währung rabatt ihre unsere steuernummer ust-idnr. geschäftsführer",
    "fr": "le la les des du de et en un une pour par sur avec dans est sont au aux nous vous votre notre ce cette "
    "commande commandes numéro date quantité qté prix unitaire montant total ht ttc tva livraison livré adresse client "
    "fournisseur désignation référence réf facture facturation paiement conditions règlement échéance remise "
    "article description unité page bon contrat acheteur vendeur téléphone rue net siret sous-total délai taux "
    "devise jours merci réf. société sarl capital destinataire",
    "es": "el la los las de del y en un una para por con que es son al se su nuestro pedido pedidos número fecha "
    "cantidad precio unitario importe total subtotal iva entrega dirección cliente proveedor descripción referencia "
    "factura facturación pago condiciones forma vencimiento descuento artículo unidad unidades ud ud. uds base "
    "imponible página orden compra comprador vendedor teléfono calle nif cif código dto días plazo envío moneda s.l.",
    "it": "il lo la i gli le di del della dei delle e in un una per con da al alla che è sono su nostro vostro ordine "
    "ordini numero data quantità q.tà qta prezzo unitario importo totale imponibile iva consegna indirizzo cliente "
    "fornitore descrizione riferimento fattura fatturazione pagamento condizioni scadenza sconto articolo codice "
    "unità um u.m. pagina acquirente destinatario destinazione telefono via partita p.iva spett. spett.le sede "
    "valuta giorni resa s.r.l. s.p.a. merce trasporto nr cap aliquota",
    "nl": "de het een en van voor in op met is zijn te aan bij door of niet wij uw ons onze bestelling inkooporder "
    "bestelnummer besteldatum order nummer datum aantal prijs stuk stuks bedrag totaal subtotaal btw excl incl "
    "levering leverdatum leveradres afleveradres leverancier klant klantnummer artikel artikelnummer omschrijving "
    "eenheid factuur factuurnummer factuuradres betaling betalingsvoorwaarden leveringsvoorwaarden betalingstermijn "
    "dagen pagina korting netto bruto straat telefoon kvk koper verkoper b.v. referentie contactpersoon orderdatum",
    "cs": "a v na do z se je pro od při po nebo jsou ze za k s objednávka objednávky objednávce číslo datum množství "
    "cena jednotková celkem bez dph s částka dodání dodací termín adresa odběratel dodavatel zákazník popis položka "
    "kód zboží faktura fakturační platba platební splatnost splatnosti sleva mj jednotka ks strana kupující "
    "prodávající telefon ulice ičo ič dič sazba základ název způsob dopravy úhrady místo prosíme potvrzení vystavil "
    "s.r.o. a.s. měna poznámka označení součet",
}
_WEIGHTS: dict[str, tuple[tuple[str, float], ...]] = {}
for _language, _words in _VOCABULARY.items():
    for _word in set(_words.split()):
        _WEIGHTS[_word] = (*_WEIGHTS.get(_word, ()), (_language, 1.0))
# A word of several languages speaks for each of them, but less.
_WEIGHTS = {w: tuple((lang, 1.0 / len(ls) ** 1.5) for lang, _ in ls) for w, ls in _WEIGHTS.items()}

_LETTERS: dict[str, tuple[tuple[str, float], ...]] = {
    **dict.fromkeys("ąęłśźżćń", (("pl", 0.7),)),
    **dict.fromkeys("řěůťď", (("cs", 0.7),)),
    **dict.fromkeys("čšž", (("cs", 0.5),)),
    "ß": (("de", 0.7),), "ä": (("de", 0.4),), "ö": (("de", 0.4),), "ü": (("de", 0.3), ("es", 0.05)),
    "ñ": (("es", 0.7),), "¿": (("es", 1.0),), "ç": (("fr", 0.4),), "œ": (("fr", 0.7),), "ê": (("fr", 0.4),),
    "è": (("fr", 0.2), ("it", 0.2)), "à": (("fr", 0.2), ("it", 0.2)), "ò": (("it", 0.4),), "ù": (("it", 0.3),),
    "ó": (("pl", 0.2), ("es", 0.2)), "í": (("cs", 0.2), ("es", 0.2)), "á": (("cs", 0.2), ("es", 0.2)),
    "ý": (("cs", 0.5),),
}  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_][^\s\d:;,()\[\]]*")
MIN_SCORE = 2.5
MIN_LEAD = 1.25


def scores(texts: Iterable[str]) -> dict[str, float]:
    """Points of each language. A word counts at most three times, so that a column of units is not a language."""
    seen: Counter[str] = Counter()
    for text in texts:
        for token in _TOKEN.findall(text.casefold()):
            seen[token] += 1
    points: dict[str, float] = dict.fromkeys(LANGUAGES, 0.0)
    for token, n in seen.items():
        times = min(n, 3) ** 0.5
        known = _WEIGHTS.get(token) or _WEIGHTS.get(token.rstrip(".:"))
        for language, weight in known or ():
            points[language] += weight * times
        if not token.isascii():
            for letter in set(token):
                for language, weight in _LETTERS.get(letter, ()):
                    points[language] += weight * times
    return points


def detect(texts: Iterable[str]) -> str | None:
    """The language code of `texts` (words in reading order, or lines), None when nothing decisive is there.

    The best language needs a score of about three of its own words and a lead of a quarter over the second. On a
    bilingual form ("Datum / Data") the language that comes first is the one of its issuer.
    """
    words = [word for text in texts for word in text.split()]
    (best, points), (second, other) = sorted(scores(words).items(), key=lambda x: -x[1])[:2]
    if points < MIN_SCORE:
        return None
    if other > BILINGUAL * points and (first := _comes_first(words, best, second)) is not None:
        return first
    return best if points >= MIN_LEAD * other else None


BILINGUAL = 0.35
"""Share of the best score from which the second language may be the first of a bilingual form."""


def _comes_first(words: Sequence[str], best: str, second: str) -> str | None:
    """Which of two languages stands before the slash or outside the brackets, None when pairs are few or mixed."""
    left: list[str] = []
    right: list[str] = []
    for i, word in enumerate(words):
        if word == "/":
            left += words[max(0, i - 2) : i]
            right += words[i + 1 : i + 3]
        elif word.startswith("(") and len(word) > 3:
            left += words[max(0, i - 2) : i]
            right.append(word)
    before, after = scores(left), scores(right)
    lead = before[best] - before[second] + after[second] - after[best]
    if abs(lead) < MIN_SCORE:
        return None
    return best if lead > 0 else second
