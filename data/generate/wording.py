"""Small words that only the layout needs, by language."""

from __future__ import annotations

TOTAL = {
    "pl": ("Razem", "Suma", "Wartość zamówienia", "Ogółem", "RAZEM", "Łącznie", "Razem wartość", "Suma zamówienia"),
    "en": ("Total", "Total amount", "Order total", "Order value", "TOTAL", "Grand total", "Total price", "PO Total"),
    "de": ("Summe", "Gesamtsumme", "Gesamt", "Gesamtbetrag", "Auftragswert", "Bestellwert", "Total", "Endsumme"),
    "fr": ("Total", "Montant total", "Total commande", "Total général", "Montant de la commande", "TOTAL"),
    "es": ("Total", "Importe total", "Total pedido", "TOTAL", "Valor del pedido", "Suma total"),
    "it": ("Totale", "Totale ordine", "Importo totale", "TOTALE", "Valore ordine", "Totale complessivo"),
    "nl": ("Totaal", "Totaalbedrag", "Ordertotaal", "TOTAAL", "Totale waarde", "Orderwaarde"),
    "cs": ("Celkem", "Celková cena", "Celková částka", "Cena celkem", "CELKEM", "Hodnota objednávky"),
}
"""Captions of a single total on a page that never mentions tax."""

PLUS = {
    "pl": ("plus VAT", "Ceny netto", "+ VAT", "Do ceny należy doliczyć VAT", "Podane ceny nie zawierają podatku VAT"),
    "en": ("plus VAT", "excl. VAT", "All prices exclude VAT", "VAT extra", "Prices are net of VAT"),
    "de": ("zzgl. MwSt.", "zzgl. gesetzl. MwSt.", "Preise zzgl. MwSt.", "Alle Preise netto", "zuzüglich Umsatzsteuer"),
    "fr": ("Prix hors taxes", "TVA en sus", "Montants H.T.", "hors TVA"),
    "es": ("IVA no incluido", "Más IVA", "Precios sin IVA", "+ IVA"),
    "it": ("IVA esclusa", "più IVA", "Prezzi IVA esclusa", "oltre IVA"),
    "nl": ("excl. BTW", "Prijzen excl. BTW", "exclusief BTW", "plus BTW"),
    "cs": ("bez DPH", "Ceny bez DPH", "plus DPH", "Ceny jsou uvedeny bez DPH"),
}
"""How a page says that tax comes on top without giving its amount."""

DIGITS = {
    "pl": "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
    "en": "zero one two three four five six seven eight nine",
    "de": "null eins zwei drei vier fünf sechs sieben acht neun",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "it": "zero uno due tre quattro cinque sei sette otto nove",
    "nl": "nul een twee drie vier vijf zes zeven acht negen",
    "cs": "nula jedna dva tři čtyři pět šest sedm osm devět",
}

OF = {"pl": ("z dnia", "z"), "en": ("of", "dated", "from"), "de": ("vom",), "fr": ("du", "en date du"),
      "es": ("de", "de fecha"), "it": ("del", "in data"), "nl": ("van", "d.d."), "cs": ("ze dne", "z")}  # fmt: skip
"""Between a number and its date: "order 4711 of 3 May"."""

WISH = {
    "pl": ("Prosimy o dostawę do dnia {}.", "Termin realizacji: {}", "Prosimy o realizację do {}."),
    "en": ("Please deliver by {}.", "Delivery is required by {}.", "Goods must arrive no later than {}."),
    "de": ("Bitte liefern Sie bis {}.", "Liefertermin: {} eintreffend.", "Wir erwarten die Lieferung am {}."),
    "fr": ("Merci de livrer au plus tard le {}.", "Livraison souhaitée le {}.", "À livrer pour le {}."),
    "es": ("Rogamos entregar antes del {}.", "Entrega requerida el {}.", "Fecha de entrega deseada: {}"),
    "it": ("Si prega di consegnare entro il {}.", "Consegna richiesta il {}.", "Consegna tassativa: {}"),
    "nl": ("Gelieve te leveren uiterlijk {}.", "Levering gewenst op {}.", "Leverdatum: {}"),
    "cs": ("Prosíme o dodání do {}.", "Požadovaný termín dodání je {}.", "Zboží dodejte nejpozději {}."),
}
"""Sentences that ask for delivery by a date."""

INTRO = {
    "pl": ("Zamawiamy zgodnie z umową {c}:", "Niniejszym zamawiamy następujące towary:", "Prosimy o dostarczenie:"),
    "en": (
        "We hereby order the following goods:",
        "Please supply the following:",
        "We order as follows:",
        "Please enter our order for the items below.",
    ),
    "de": (
        "Wir bestellen hiermit folgende Positionen:",
        "Hiermit bestellen wir:",
        "Wir bestellen zu Ihren Bedingungen:",
    ),
    "fr": ("Nous vous commandons les articles suivants :", "Veuillez nous livrer :", "Merci de nous fournir :"),
    "es": ("Les rogamos nos suministren lo siguiente:", "Solicitamos los siguientes artículos:"),
    "it": ("Vi ordiniamo quanto segue:", "Con la presente Vi ordiniamo:", "Vogliate fornirci:"),
    "nl": ("Hierbij bestellen wij:", "Wij bestellen bij u de volgende artikelen:", "Gelieve te leveren:"),
    "cs": ("Objednáváme u Vás:", "Objednáváme následující zboží:", "Prosíme o dodání:"),
}
"""The sentence before the table of an order."""


YOUR_ORDER = {
    "pl": ("Państwa zamówienie {n} {of} {d}", "Dotyczy zamówienia {n} {of} {d}"),
    "en": (
        "Your order {n} {of} {d}",
        "With reference to your order {n} {of} {d}",
        "Re: your purchase order {n} {of} {d}",
    ),
    "de": ("Ihre Bestellung {n} {of} {d}", "Zu Ihrer Bestellung {n} {of} {d}", "Ihr Auftrag Nr. {n} {of} {d}"),
    "fr": ("Votre commande {n} {of} {d}", "Suite à votre commande {n} {of} {d}"),
    "es": ("Su pedido {n} {of} {d}", "Según su pedido {n} {of} {d}"),
    "it": ("Vs. ordine {n} {of} {d}", "Riferimento Vs. ordine {n} {of} {d}"),
    "nl": ("Uw bestelling {n} {of} {d}", "Uw order {n} {of} {d}"),
    "cs": ("Vaše objednávka {n} {of} {d}", "K Vaší objednávce {n} {of} {d}"),
}
"""The order a seller's paper refers to, in a sentence."""

DETAILS = {
    "pl": ("Informacje", "Dane zamówienia", "Szczegóły", "Referencje", "Warunki", "Dane ogólne"),
    "en": ("Information", "Order details", "References", "Details", "General data", "Shipping Information", "Header"),
    "de": ("Information", "Auftragsdaten", "Referenzen", "Allgemeine Angaben", "Konditionen", "Kopfdaten"),
    "fr": ("Informations", "Références", "Détails", "Conditions", "Vos références", "Données générales"),
    "es": ("Información", "Datos del pedido", "Referencias", "Condiciones", "Datos generales"),
    "it": ("Informazioni", "Dati ordine", "Riferimenti", "Condizioni", "Dati generali"),
    "nl": ("Informatie", "Ordergegevens", "Referenties", "Voorwaarden", "Algemeen"),
    "cs": ("Informace", "Údaje objednávky", "Reference", "Podmínky", "Obecné údaje"),
}
"""Headings over groups of facts."""

GROSS = {
    "pl": ("Wartość brutto", "Brutto", "Kwota brutto"), "en": ("Gross amount", "Amount incl. VAT", "Gross"),
    "de": ("Bruttobetrag", "Brutto", "Betrag inkl. MwSt."), "fr": ("Montant TTC", "Total TTC", "TTC"),
    "es": ("Importe con IVA", "Total con IVA"), "it": ("Importo ivato", "Totale ivato", "Lordo"),
    "nl": ("Bedrag incl. BTW", "Bruto"), "cs": ("Cena s DPH", "Celkem s DPH", "S DPH"),
}  # fmt: skip
"""Titles of a column of line amounts with tax."""

DUE = {
    "pl": ("Prosimy o zapłatę do dnia {}.", "Termin płatności upływa {}."),
    "en": ("Please remit by {}.", "Payment is due on {}.", "Please pay by {} at the latest."),
    "de": ("Bitte überweisen Sie bis zum {}.", "Zahlbar bis {} ohne Abzug.", "Fällig am {}."),
    "fr": ("À régler au plus tard le {}.", "Merci de régler avant le {}.", "Échéance : {}"),
    "es": ("Vencimiento: {}", "Rogamos abonen antes del {}."), "it": ("Scadenza: {}", "Da pagare entro il {}."),
    "nl": ("Te betalen voor {}.", "Gelieve te betalen uiterlijk {}."),
    "cs": ("Uhraďte prosím do {}.", "Splatnost: {}"),
}  # fmt: skip
"""Sentences that ask for payment by a date."""

PAGE_OF = {"pl": "z", "en": "of", "de": "von", "fr": "sur", "es": "de", "it": "di", "nl": "van", "cs": "z"}

ITEMS = {
    "pl": ("Pozycje", "Pozycje zamówienia", "Specyfikacja"), "en": ("Items", "Line details", "Order lines"),
    "de": ("Positionen", "Positionsdaten", "Bestellpositionen"), "fr": ("Lignes", "Articles", "Détail de la commande"),
    "es": ("Líneas", "Detalle del pedido", "Artículos"), "it": ("Righe", "Dettaglio ordine", "Articoli"),
    "nl": ("Regels", "Orderregels", "Artikelen"), "cs": ("Položky", "Položky objednávky"),
}  # fmt: skip
"""Headings over the items."""

SUMS = {
    "pl": ("Podsumowanie", "Razem"), "en": ("Totals", "Summary"), "de": ("Belegsummen", "Summen", "Zusammenfassung"),
    "fr": ("Totaux", "Récapitulatif"), "es": ("Totales", "Resumen"), "it": ("Totali", "Riepilogo"),
    "nl": ("Totalen", "Samenvatting"), "cs": ("Součty", "Rekapitulace"),
}  # fmt: skip
"""Headings over the totals."""

THIRD = {
    "pl": (
        "Nadawca",
        "Spedytor",
        "Producent",
        "Odbiorca końcowy",
        "Zgłaszający",
        "Magazyn",
        "Inwestor",
        "Bank",
        "Przewoźnik",
        "Osoba zgłaszająca zapotrzebowanie",
        "Wysyłka z",
        "Końcowy użytkownik",
        "Przedstawiciel podatkowy",
        "Agent celny",
        "Podwykonawca",
        "Faktor",
        "Miejsce załadunku",
        "Zwroty kierować na",
        "Użytkownik końcowy",
        "Pośrednik",
    ),
    "en": (
        "Ship from",
        "Requisitioner",
        "End customer",
        "Notify party",
        "Forwarder",
        "Manufacturer",
        "Carrier",
        "Tax representative",
        "Payee",
        "End user",
        "Freight forwarder",
        "Project site",
        "Factor",
        "Agent",
        "Buyer's requisitioner",
        "Invoice payee",
        "Dispatch from",
        "Broker",
        "Guarantor",
        "Ordering customer's agent",
        "Product end user",
        "Tax authority",
        "Subcontractor",
        "Warehouse keeper",
        "Pick up from",
        "Returns to",
        "Sales agent",
        "Customs broker",
        "Delivered by",
    ),
    "de": (
        "Abholadresse",
        "Spediteur",
        "Hersteller",
        "Endkunde",
        "Anforderer",
        "Bauvorhaben",
        "Zahlungsempfänger",
        "Abweichender Zahlungsempfänger",
        "Endabnehmer",
        "Anfordernde Stelle",
        "Versender",
        "Lagerhalter",
        "Steuervertreter",
        "Endverbraucher",
        "Vermittler",
        "Subunternehmer",
        "Versand ab",
        "Rücksendungen an",
        "Handelsvertreter",
        "Verzoller",
        "Planer",
        "Bauleitung",
        "Betreiber",
    ),
    "fr": (
        "Expéditeur",
        "Transporteur",
        "Fabricant",
        "Client final",
        "Représentant fiscal",
        "Bénéficiaire",
        "Chantier",
        "Utilisateur final",
        "Bénéficiaire du paiement",
        "Expédié de",
        "Commissionnaire en douane",
        "Lieu d'enlèvement",
        "Sous-traitant ultime",
        "Prescripteur",
        "Affactureur",
        "Retours à",
        "Agent commercial",
        "Maître d'œuvre",
        "Entrepôt d'expédition",
    ),
    "es": (
        "Remitente",
        "Transportista",
        "Fabricante",
        "Cliente final",
        "Solicitante",
        "Agente",
        "Obra",
        "Usuario final",
        "Beneficiario del pago",
        "Expedido desde",
        "Representante fiscal",
        "Agente de aduanas",
        "Lugar de recogida",
        "Subcontratista",
        "Intermediario",
        "Devoluciones a",
        "Agente comercial",
        "Transitario",
    ),
    "it": (
        "Mittente",
        "Vettore",
        "Produttore",
        "Cliente finale",
        "Richiedente",
        "Agente",
        "Cantiere",
        "Utente finale",
        "Beneficiario del pagamento",
        "Spedito da",
        "Rappresentante fiscale",
        "Spedizioniere doganale",
        "Luogo di ritiro",
        "Subappaltatore finale",
        "Intermediario",
        "Resi a",
        "Direzione lavori",
    ),
    "nl": (
        "Afhaaladres",
        "Vervoerder",
        "Fabrikant",
        "Eindklant",
        "Aanvrager",
        "Expediteur",
        "Bouwplaats",
        "Eindgebruiker",
        "Begunstigde",
        "Verzonden vanaf",
        "Fiscaal vertegenwoordiger",
        "Douaneagent",
        "Tussenpersoon",
        "Retouren naar",
        "Agent",
        "Factoringmaatschappij",
    ),
    "cs": (
        "Odesílatel",
        "Dopravce",
        "Výrobce",
        "Konečný zákazník",
        "Žadatel",
        "Místo nakládky",
        "Zástupce",
        "Konečný uživatel",
        "Příjemce platby",
        "Odesláno z",
        "Daňový zástupce",
        "Celní agent",
        "Zprostředkovatel",
        "Reklamace zasílejte",
        "Obchodní zástupce",
        "Speditér",
    ),
}
"""Headings over parties that are none of the four."""

CHANGED = {
    "pl": ("Zmiana ilości z {a} na {b}", "Poprzednio: {a}", "POZYCJA ZMIENIONA"),
    "en": ("Quantity changed from {a} to {b}", "Previous quantity: {a}", "*** CHANGED ***", "Was: {a} Now: {b}"),
    "de": ("Menge geändert von {a} auf {b}", "Bisherige Menge: {a}", "*** Position geändert ***"),
    "fr": ("Quantité modifiée de {a} à {b}", "Ancienne quantité : {a}", "POSTE MODIFIÉ"),
    "es": ("Cantidad modificada de {a} a {b}", "Cantidad anterior: {a}"),
    "it": ("Quantità modificata da {a} a {b}", "Quantità precedente: {a}"),
    "nl": ("Aantal gewijzigd van {a} naar {b}", "Vorig aantal: {a}", "REGEL GEWIJZIGD"),
    "cs": ("Množství změněno z {a} na {b}", "Původní množství: {a}"),
}
"""Remarks on an item of an order change."""

SECTION = {
    "pl": ("Etap {n}", "Budynek {n}", "Zespół {n}", "Materiały", "Usługi", "Części zamienne", "Część {n}", "Grupa {n}"),
    "en": ("Lot {n}", "Section {n}", "Phase {n}", "Building {n}", "Materials", "Services", "Spare parts", "Option {n}"),
    "de": ("Los {n}", "Titel {n}", "Baugruppe {n}", "Material", "Dienstleistungen", "Ersatzteile", "Abschnitt {n}"),
    "fr": ("Lot {n}", "Tranche {n}", "Fournitures", "Prestations", "Pièces détachées", "Chapitre {n}"),
    "es": ("Lote {n}", "Capítulo {n}", "Materiales", "Servicios", "Repuestos", "Fase {n}"),
    "it": ("Lotto {n}", "Gruppo {n}", "Materiali", "Servizi", "Ricambi", "Capitolo {n}"),
    "nl": ("Perceel {n}", "Fase {n}", "Materialen", "Diensten", "Reserveonderdelen", "Groep {n}"),
    "cs": ("Etapa {n}", "Oddíl {n}", "Materiál", "Služby", "Náhradní díly", "Skupina {n}"),
}
"""Headings over a group of items inside the table."""

TAX = {"pl": "VAT", "en": "VAT", "de": "MwSt.", "fr": "TVA", "es": "IVA", "it": "IVA", "nl": "BTW", "cs": "DPH"}
"""The tax's name before a rate."""

LIST = {
    "pl": ("Cena katalogowa", "Cena brutto", "Cena przed rabatem"), "en": ("List price", "Gross price", "Base price"),
    "de": ("Listenpreis", "Bruttopreis", "Grundpreis"), "fr": ("Prix brut", "Prix catalogue", "Tarif"),
    "es": ("Precio tarifa", "Precio bruto"), "it": ("Prezzo di listino", "Prezzo lordo"),
    "nl": ("Brutoprijs", "Lijstprijs"), "cs": ("Ceníková cena", "Cena před slevou"),
}  # fmt: skip
"""Titles of a column of prices before discount."""

UNTIL = {
    "pl": ("do", "do dnia"), "en": ("by", "until", "before"), "de": ("bis", "bis zum", "bis spätestens"),
    "fr": ("avant le", "au plus tard le"), "es": ("antes del", "hasta el"), "it": ("entro il", "scad."),
    "nl": ("voor", "uiterlijk"), "cs": ("do", "nejpozději"),
}  # fmt: skip
"""Between terms of payment and the date they end."""

ATTRIBUTES = {
    "pl": "Szerokość Długość Wysokość Kolor Rozmiar Typ Marka",
    "en": "Width Length Height Colour Size Brand",
    "de": "Breite Länge Höhe Farbe Größe Marke Typ", "fr": "Largeur Longueur Hauteur Couleur Taille Marque",
    "es": "Ancho Largo Alto Color Talla Marca", "it": "Larghezza Lunghezza Altezza Colore Taglia Marca",
    "nl": "Breedte Lengte Hoogte Kleur Maat Merk", "cs": "Šířka Délka Výška Barva Velikost Značka",
}  # fmt: skip
"""Captions of properties under an item."""

DEDUCTION = {
    "pl": (("Razem brutto", "Wartość brutto"), ("Do zapłaty netto", "Razem po rabacie")),
    "en": (
        ("Gross Total", "Total Gross", "Gross Amount", "Gross"),
        ("Net Amount Due", "Net Due", "Net Total", "Net payable"),
    ),
    "de": (("Bruttosumme", "Gesamt brutto"), ("Nettobetrag", "Zahlbetrag netto", "Netto zahlbar")),
    "fr": (("Total brut", "Montant brut"), ("Net à payer", "Net commercial", "Total net")),
    "es": (("Total bruto", "Importe bruto"), ("Neto a pagar", "Total neto")),
    "it": (("Totale lordo", "Importo lordo"), ("Netto a pagare", "Totale netto")),
    "nl": (("Bruto totaal", "Brutobedrag"), ("Netto te betalen", "Netto totaal")),
    "cs": (("Celkem brutto", "Cena před slevou"), ("Celkem po slevě", "Netto k úhradě")),
}
"""Captions of a total before and after a deduction, on pages without tax."""
