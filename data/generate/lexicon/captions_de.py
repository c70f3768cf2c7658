"""German captions."""

WORDS: dict[str, str] = {
    "order_number": "[Bestellung;Bestell;Einkaufsbestellung] [Nr.;Nr;Nummer]|Bestellnummer|Bestell-Nr.|Bestellnr.|"
    "Best.-Nr.|Best.Nr.|BestNr|Bestellung|Bestellung Nr.|Bestell-Nummer|Bestellnummer/Datum|Bestell-Nr./Datum|"
    "Nr. der Bestellung|Order-Nr.|PO-Nummer|PO-Nr.|Bestellbezug|Bestellungsnummer|Bestell-ID|Bestellreferenz|"
    "Abrufnummer",
    "order_number@buyer": "[Unsere;Unsre;Uns.] [Bestellnummer;Bestell-Nr.;Best.-Nr.;Bestellung]|Belegnummer|Beleg-Nr.|"
    "Nummer|Nr.|Unser Auftrag|Auftragsnummer|Auftrags-Nr.|Auftrag|Vorgang|Vorgangsnummer|Vorgang-Nr.|Beleg|"
    "Einkaufsbeleg|Unser Zeichen / Bestell-Nr.",
    "order_number@seller": "[Ihre;Ihr] [Bestellnummer;Bestell-Nr.;Best.-Nr.;Bestellung;Auftrag;Auftragsnummer;Order]|"
    "Kundenbestellnummer|Kundenbestellung|Kunden-Bestell-Nr.|Ihre Bestellung Nr.|Ihre Bestellung vom|Ihr Zeichen|"
    "Ihre Referenz|Kundenreferenz|Bestellnr. Kunde|Kd.-Best.-Nr.|Kd-Bestellnr.|Ihre Best.-Nr./Datum|Ref. Kunde|"
    "Bestellreferenz Kunde|Externe Belegnummer|Auftragsreferenz|Kundenauftrag",
    "order_date": "Bestelldatum|Datum|Best.-Datum|Datum der Bestellung|Bestellung vom|vom|Belegdatum|Erstellungsdatum|"
    "Bestelldat.|Auftragsdatum|Bestelltag|Dat.|Ausstellungsdatum|Erstellt am|Datum/Zeit",
    "order_date@seller": "Ihre Bestellung vom|Ihr Bestelldatum|Bestellt am|Ihr Auftrag vom|Ihre Bestellung v.",
    "invoice_number": "Rechnungsnummer|Rechnungs-Nr.|Rechnung Nr.|Rechnungsnr.|Re.-Nr.|RE-Nr.|Rechnung|Rg.-Nr.|"
    "Beleg-Nr.|Belegnummer|Rechn.-Nr.|Nummer|Faktura|Faktura-Nr.|Fakturanummer|Invoice-Nr.|Rechnung-Nr|Nr.",
    "invoice_date": "Rechnungsdatum|Datum|Belegdatum|Rechnung vom|Re.-Datum|Rg.-Datum|Fakturadatum|Ausstellungsdatum|"
    "Rechnungsdat.|Buchungsdatum|Faktura vom|Rechn.-Datum",
    "due_date": "Fälligkeitsdatum|Fällig am|Fälligkeit|Zahlbar bis|Zahlungsziel|Fällig|Zahlung fällig am|"
    "Zu zahlen bis|zahlbar bis spätestens|Bitte zahlen bis|Nettofälligkeit|Zahlungsfrist",
    "contract_number": "Vertragsnummer|Vertrags-Nr.|Rahmenvertrag|Rahmenvertrag Nr.|Rahmenvertragsnummer|Kontrakt|"
    "Kontrakt-Nr.|Kontraktnummer|Vertrag|Rahmenauftrag|Rahmenbestellung|Rahmenvereinbarung|Abruf aus Kontrakt|"
    "Vertragsreferenz|RV-Nr.|Mengenkontrakt|Rahmen-Nr.",
    "requested_delivery_date": "[Gewünschtes;Gew.;] Lieferdatum|Liefertermin|Wunschtermin|Wunschlieferdatum|"
    "Lieferung am|Liefern bis|Lieferung bis|Termin|Wunschliefertermin|Liefertermin (gewünscht)|"
    "Gewünschter Liefertermin|Lieferdat.|Anlieferung|Anliefertermin|Eintreffdatum|Eintrefftermin|Bedarfstermin|"
    "Bestätigter Liefertermin|Lieferwoche|Liefer-KW|Spätester Liefertermin|Bitte liefern bis|Lief.-Termin|"
    "Erwartetes Wareneingangsdatum|Wareneingangsdatum|Liefertag|Fixtermin|Lieferzeitraum|Angeforderter Termin",
    "currency": "Währung|Whg.|Währ.|Währungscode|Belegwährung|WKZ|Währungskennzeichen|Alle Preise in|Preise in|"
    "Beträge in|Auftragswährung|Waehrung|Währ|Bestellwährung",
    "payment_terms": "Zahlungsbedingungen|Zahlungsbedingung|Zahlung|Zahlungskonditionen|Zahlungsziel|Zahlungsbed.|"
    "Zahlungsvereinbarung|Zahl.-Bed.|Zahlbed.|Konditionen|Zahlungsmodalitäten|Zlg.-Bed.|Zahlungskondition|ZB|"
    "Zahlungsfrist",
    "delivery_terms": "Lieferbedingungen|Lieferbedingung|Lieferkonditionen|Incoterms|Incoterm|Lieferbed.|Lieferung|"
    "Frachtkondition|Frachtvereinbarung|Preisstellung|Lieferklausel|Incoterms 2020|Versandbedingungen|Lief.-Bed.|"
    "Lieferkondition|Incoterms® 2020|Fracht|Frachtstellung|Lieferart",
    "buyer.name": "Käufer|Kunde|Besteller|Auftraggeber|Firma|Name|Kundenname|Firmenname|Einkäufer|Bestellende Firma",
    "buyer.vat_id": "USt-IdNr.|USt-ID|USt-Id-Nr.|Ust.-Id.-Nr.|UID|UID-Nr.|USt.-ID|Umsatzsteuer-ID|USt-IdNr|"
    "Umsatzsteuer-Identifikationsnummer|UStID|MwSt-Nr.|USt-Ident-Nr.|ATU-Nr.|VAT-Nr.|Ust-ID-Nr.|MWST-Nr.|EG-USt-Nr.|"
    "Id-Nr.|UID-Nummer",
    "buyer.vat_id@buyer": "Unsere USt-IdNr.|Unsere UID|Unsere USt-ID|USt-IdNr. des Bestellers",
    "buyer.vat_id@seller": "Ihre USt-IdNr.|Ihre UID|Ihre USt-ID|Ihre Umsatzsteuer-ID|USt-ID Kunde|UID Kunde|"
    "Kunden-USt-IdNr.|USt-IdNr. Kunde|Ihre Ust-Id-Nr.",
    "buyer.address": "Adresse|Anschrift|Kundenadresse|Kundenanschrift|Firmenanschrift|Straße|Sitz|Firmensitz",
    "buyer.email": "E-Mail|Email|Mail|E-Mail-Adresse|eMail|e-mail|Mailadresse|E-mail|AB bitte an|Elektronische Adresse",
    "buyer.customer_number": "Kundennummer|Kunden-Nr.|Kundennr.|Kd.-Nr.|Kd-Nr.|KdNr.|Kunde Nr.|Kunden Nr.|Debitor|"
    "Debitorennummer|Debitoren-Nr.|Kunde|KD-NR|Debitor-Nr.|Kundenkonto|Kto.-Nr. Kunde|Geschäftspartner-Nr.",
    "buyer.customer_number@buyer": "Unsere [Kundennummer;Kunden-Nr.;Kd.-Nr.;Kundennr. bei Ihnen;"
    "Kundennummer bei Ihnen;Nr. bei Ihnen;Kontonummer]|Uns. Kd.-Nr.|Unsere KdNr",
    "buyer.customer_number@seller": "Ihre [Kundennummer;Kunden-Nr.;Kd.-Nr.;Kundennr.;Kd-Nr.]|"
    "Ihre Kundennummer bei uns|Auftraggeber-Nr.|Regulierer|Rechnungsempfänger-Nr.|Verk. an Deb.-Nr.|Rech. an Deb.-Nr.",
    "buyer.gln": "GLN|ILN|GLN-Nr.|ILN-Nr.|GLN Käufer|GLN Besteller|GLN-Nummer|GLN (Käufer)|ILN Käufer|Globale Nummer|"
    "EAN-Nr. Firma|ILN Kunde",
    "seller.name": "Lieferant|Verkäufer|Lieferer|Kreditor|Auftragnehmer|Lieferantenname|Firma|Name",
    "seller.vat_id": "USt-IdNr.|USt-ID|USt-Id-Nr.|Ust.-Id.-Nr.|UID|UID-Nr.|USt.-ID|Umsatzsteuer-ID|"
    "USt-IdNr. Lieferant|UStID|MwSt-Nr.|UID Lieferant|Lieferanten-USt-ID|Umsatzsteuer-Identnummer|UID-Nummer|MWST-Nr.",
    "seller.vat_id@buyer": "Ihre USt-IdNr.|Ihre UID|Ihre USt-ID",
    "seller.vat_id@seller": "Unsere USt-IdNr.|Unsere UID|Unsere USt-ID",
    "seller.address": "Adresse|Anschrift|Lieferantenadresse|Anschrift Lieferant|Lieferantenanschrift|"
    "Sitz der Gesellschaft",
    "ship_to.name": "Warenempfänger|Empfänger|Lieferung an|Liefern an|Lieferort|Abladestelle|Anlieferstelle|"
    "Lieferstelle|Standort|Filiale|Markt",
    "ship_to.address": "Lieferadresse|Lieferanschrift|Versandadresse|Versandanschrift|Anlieferadresse|Lieferort|"
    "Adresse|Anlieferanschrift|Abladestelle|Bestimmungsort|Ort der Lieferung|Baustelle",
    "ship_to.gln": "GLN Lieferadresse|GLN Warenempfänger|ILN Lieferanschrift|GLN Lieferort|GLN|ILN|ILN Warenempfänger|"
    "GLN Empfänger|ILN Filiale|GLN Anlieferstelle",
    "bill_to.name": "Rechnungsempfänger|Rechnung an|Rechnungsadressat|Zahler|Regulierer|Rechnungsstellung an",
    "bill_to.address": "Rechnungsadresse|Rechnungsanschrift|Rechnung an|Rechnung bitte an|Rechnungsversand an|"
    "Fakturaadresse|Abweichende Rechnungsadresse",
    "total_net": "Summe netto|Nettosumme|Gesamt netto|Gesamtbetrag netto|Nettobetrag|Netto|Zwischensumme|"
    "Zwischensumme netto|Warenwert|Nettowarenwert|Warenwert netto|Gesamtsumme netto|Gesamtnettowert|Nettowert|"
    "Gesamtnettowert ohne MwSt.|Summe ohne MwSt.|Summe (netto)|Auftragswert|Bestellwert|Bestellsumme netto|"
    "Total exkl. MWST|Total netto|Summe exkl. MwSt.|Gesamtpreis netto|Netto-Summe|Steuerpflichtiger Betrag|"
    "Rechnungssumme ohne USt.|Nettosumme EUR|Gesamtwert netto|Gesamt ohne MwSt.|Gesamtwert|Auftragssumme netto|"
    "Netto gesamt|Positionssumme|Nettogesamtbetrag|Bestellwert netto|Summe",
    "total_tax": "MwSt.|MwSt|Mehrwertsteuer|USt.|USt|Umsatzsteuer|MwSt.-Betrag|Steuerbetrag|zzgl. MwSt.|zzgl. USt.|"
    "+ MwSt.|Steuer|zuzüglich MwSt.|gesetzl. MwSt.|Summe MwSt.|MWST|Gesamt MwSt.|USt-Betrag|Umsatzsteuerbetrag|"
    "Summe Steuern|MwSt. gesamt|+ 19% MwSt.|zzgl. gesetzl. USt.",
    "total_gross": "Gesamtbetrag|Gesamtsumme|Bruttobetrag|Gesamt brutto|Summe brutto|Endbetrag|Rechnungsbetrag|"
    "Gesamtbetrag brutto|Brutto|Bruttosumme|Gesamt|Total|Total inkl. MWST|Endsumme|Summe inkl. MwSt.|"
    "Gesamtbetrag inkl. MwSt.|Gesamtsumme inkl. USt.|Rechnungssumme|Bestellsumme|Auftragssumme|zu zahlen|Gesamtpreis|"
    "Zahlbetrag|Gesamt inkl. MwSt.|Bestellwert brutto|Total CHF|Summe EUR|Auftragswert brutto|Gesamt EUR|"
    "Betrag inkl. MwSt.",
    "line.line_no": "Pos.|Pos|Position|Nr.|Lfd. Nr.|Zeile|#|Pos.-Nr.|Lfd.Nr.|PosNr|POS|lfd. Nr|Posten|Pos. Nr.|Nr|"
    "Bestellpos.|Pkt.",
    "line.buyer_article_no": "Kunden-Art.-Nr.|Kundenartikelnummer|Kundenmaterial|Art.-Nr. Kunde|Kundenartikel|"
    "Kundenmaterialnummer|Kunden-Artikel-Nr.|Kd.-Art.-Nr.|Art-Nr-Käufer|Artikelnr. Käufer|Kundenteilenummer|"
    "Art.-Nr. Besteller",
    "line.buyer_article_no@buyer": "Artikelnummer|Artikel-Nr.|Art.-Nr.|Artikelnr.|Art.Nr.|Artikel|Material|"
    "Materialnummer|Material-Nr.|Materialnr.|Mat.-Nr.|Unsere [Art.-Nr.;Artikelnummer;Artikel-Nr.;Materialnummer;"
    "Teilenummer;Mat.-Nr.]|Teilenummer|Teile-Nr.|Teil|Sachnummer|Sach-Nr.|Ident-Nr.|Identnummer|Nummer|Produkt|Nr.|"
    "Interne Art.-Nr.|Bestellnummer|Bestell-Nr.|Best.-Nr.|Code|Artikelcode|Lagernummer|Material/Bezeichnung|SAP-Nr.",
    "line.buyer_article_no@seller": "Ihre [Art.-Nr.;Artikelnummer;Artikel-Nr.;Materialnummer;Teilenummer;Mat.-Nr.;"
    "Sachnummer]|Ihr Artikel|Ihr Material|Referenznr.",
    "line.supplier_article_no": "Lief.-Art.-Nr.|Lieferantenartikelnummer|Lieferanten-Art.-Nr.|Lieferantenartikelnr.|"
    "Art.-Nr. Lieferant|Artikelnr. Lieferant|Lieferantenmaterial|Liefer.-Art.-Nr.|Lieferanten-Nr.|Hersteller-Nr.|"
    "Herstellerteilenr.|Lieferantenmaterialnummer|Art-Nr-Lieferant|LiefArtNr|Herst.-Art.-Nr.|Kred.-Artikelnr.|MPN|"
    "Lieferant Art.-Nr.|Hersteller-Artikelnummer",
    "line.supplier_article_no@buyer": "Ihre [Art.-Nr.;Artikelnummer;Artikel-Nr.;Materialnummer;Mat.-Nr.;Bestellnummer;"
    "Nr.]|Ihr Artikel|Ihre Materialnummer|Ihre Bestell-Nr.",
    "line.supplier_article_no@seller": "Artikelnummer|Artikel-Nr.|Art.-Nr.|Artikelnr.|Art.Nr.|Artikel|Material|"
    "Materialnummer|Materialnr.|Unsere [Art.-Nr.;Artikelnummer]|Nummer|Produktnummer|Produkt-Nr.|Typ|Modell|"
    "Bestell-Nr.|Best.-Nr.|Code|Nr.|Katalog-Nr.|Produkt|Referenz",
    "line.gtin": "EAN|GTIN|EAN-Code|EAN/GTIN|Barcode|EAN-Nr.|Strichcode|GTIN-Nr.|EAN-13|EAN Code|GTIN/EAN|ISBN|"
    "EAN-Nummer|Strichcode-Nr.",
    "line.description": "Bezeichnung|Beschreibung|Artikelbezeichnung|Artikel|Artikelbeschreibung|Produkt|Text|"
    "Leistung|Materialbezeichnung|Warenbezeichnung|Bezeichnung / Beschreibung|Produktbezeichnung|Artikeltext|"
    "Leistungsbeschreibung|Gegenstand|Benennung|Ware|Kurztext|Positionstext|Bez.|Artikelname|Bezeichnung der Ware|"
    "Material|Lieferung/Leistung|Spezifikation|Name|Artikel/Bezeichnung",
    "line.quantity": "Menge|Mge.|Anzahl|Bestellmenge|Anz.|Stück|Mng.|Best.-Menge|Stk.|Liefermenge|Stückzahl|"
    "Auftragsmenge|Menge bestellt|Best.Menge|Bestellte Menge|Menge/Einheit|Std.|Bedarf",
    "line.unit": "Einheit|ME|Einh.|Mengeneinheit|Eh.|EH|Einh|M.-Einh.|VPE|Bestelleinheit|ME-Einheit|Maßeinheit|BME|E|"
    "Mengeneinh.|Einheitencode",
    "line.unit_price": "Einzelpreis|Preis|E-Preis|EP|Stückpreis|Preis/Einheit|Einheitspreis|Einzelpr.|Nettopreis|"
    "VK-Preis|EK-Preis|Preis pro Einheit|Einzelpreis [netto;EUR;€;(netto);in EUR;CHF]|Preis/ME|Stk.-Preis|Ihr Preis|"
    "EK netto|E.-Preis|Bruttopreis|Listenpreis|Preis je Einheit|Preis pro Stück|EK-Preis|Netto-EP|Einzel|"
    "Einzelpreis exkl. MwSt.|EUR/ME|EK|Satz|Preis exkl. MwSt.|EP netto",
    "line.price_base_quantity": "PE|Preiseinheit|Preiseinh.|pro|je|per|Preis pro|Preis je|P.-Einh.|PrEh|Preisbasis|"
    "Preis-Einh.|pro Einh.|Preismenge|Preisbezug|/",
    "line.discount_percent": "Rabatt|Rab.|Rabatt %|Rab. %|Rab.-%|Nachlass|Rabatt in %|R%|Rab%|Zeilenrabatt %|Rabatt%|"
    "%|Abzug %|Skonto %|Nachl. %|Rabattsatz",
    "line.tax_rate": "MwSt.|MwSt. %|MwSt|USt.|USt %|Steuer|St.|Steuersatz|MwSt.-Satz|USt.%|MwSt-%|Ust %|MWST|St-Satz|"
    "Steuer-%|USt|Steuercode|St.-Satz",
    "line.line_amount": "Gesamtpreis|Betrag|Gesamt|Summe|G-Preis|GP|Wert|Nettowert|Gesamtbetrag|Nettobetrag|"
    "Gesamtpreis [netto;EUR;€;(netto);CHF;in EUR]|Gesamtpr.|Zeilenbetrag|Positionswert|Total|Gesamt netto|Betrag EUR|"
    "Preis gesamt|Pos.-Wert|Netto|Warenwert|Nettopreis gesamt|Gesamtwert|Zeilensumme|Positionsbetrag|Netto-Betrag|"
    "Pos.-Summe|Betrag netto|Bestellwert",
    "line.delivery_date": "Liefertermin|Lieferdatum|Termin|Lief.-Termin|Lieferung|Wunschtermin|Liefert.|Lief.Dat.|"
    "Datum|LT|Lieferdat.|Eintreffdatum|Fällig|Liefertag|Lief.-Datum|Tag der Lieferung|KW|Bedarfstermin|Liefer-KW|"
    "Anlieferung|Lieferwoche",
    "title.order": "Bestellung|Auftrag|Einkaufsbestellung|Bestellung Nr.|Lieferantenbestellung|Bestellschein|"
    "Auftragserteilung|Materialbestellung|Abrufbestellung|Lieferabruf|Bestellformular|Werksbestellung|BESTELLUNG|"
    "Einzelbestellung|Beschaffungsauftrag|Bestellauftrag|Abruf|Rahmenabruf|Dienstleistungsbestellung|Beauftragung|"
    "Bestellliste|Normalbestellung",
    "title.order_change": "Bestelländerung|Änderungsbestellung|Änderung der Bestellung|Auftragsänderung|"
    "Geänderte Bestellung|Bestellung - Änderung|Änderung zur Bestellung|Korrektur der Bestellung|"
    "Änderungsmitteilung zur Bestellung",
    "title.order_response": "Auftragsbestätigung|Bestellbestätigung|Auftragsbest.|AB|Auftragsbestätigung Nr.|"
    "Bestätigung Ihres Auftrags|Bestellannahme|Terminbestätigung|Bestätigung Ihrer Bestellung|Auftragsannahme",
    "title.quotation": "Angebot|Offerte|Kostenvoranschlag|Preisangebot|Verkaufsangebot|Unser Angebot|Angebot Nr.|"
    "Freibleibendes Angebot|Rahmenangebot",
    "title.invoice": "Rechnung|Faktura|Verkaufsrechnung|Rechnung Nr.|Ausgangsrechnung|Handelsrechnung|"
    "Abschlagsrechnung|Schlussrechnung|Teilrechnung|Honorarnote|RECHNUNG|Anzahlungsrechnung|Sammelrechnung|"
    "Proformarechnung",
    "title.credit_note": "Gutschrift|Rechnungskorrektur|Stornorechnung|Verkaufsgutschrift|Gutschriftsanzeige|"
    "Korrekturrechnung|Storno|Wertgutschrift|Retourengutschrift",
    "title.delivery_note": "Lieferschein|Warenbegleitschein|Versandanzeige|Packliste|Lieferavis|Packzettel|Ladeliste|"
    "Lieferschein Nr.|Speditionsauftrag",
    "title.reminder": "Mahnung|Zahlungserinnerung|1. Mahnung|Letzte Mahnung|2. Mahnung|Zahlungsaufforderung|"
    "Erinnerung|Mahnschreiben",
    "title.letter": "Schreiben|Mitteilung|Information|Telefax|Kurzmitteilung|Kundeninformation|Ankündigung|Einladung|"
    "Adressänderung|Lieferantenerklärung|Fax-Nachricht",
    "title.price_list": "Preisliste|Preisliste [2025;2026;2027]|Katalog|Händlerpreisliste|Bruttopreisliste|"
    "Preisübersicht|Nettopreisliste|Artikelliste",
    "title.statement": "Kontoauszug|Saldenbestätigung|Offene Posten|Kontoübersicht|Offene-Posten-Liste|"
    "Saldenmitteilung|Monatsabrechnung|OP-Liste",
    "party.buyer": "Käufer|Kunde|Besteller|Auftraggeber|Käufer/Leistungsempfänger|Einkäufer|Kundendaten|"
    "Auftraggeber/Käufer|Daten des Käufers|Angaben zum Käufer|Informationen zum Käufer|"
    "Name und Anschrift des Bestellers|Bestellerdaten|Besteller / Rechnungsempfänger|Bestelladresse|Käuferdaten|"
    "Bedarfsträger|Beschaffer|Bestellende Stelle|Auftragserteiler|Kunde / Auftraggeber|Käufer (Kunde)|Auftraggeberin|"
    "Bestellerin|Besteller-Adresse|Partei: Käufer",
    "party.buyer@buyer": "Bestellt von|Absender|Von|Auftraggeber|Unsere Anschrift|Bestellende Firma|Besteller|"
    "Aussteller",
    "party.buyer@seller": "Kunde|Auftraggeber|Besteller|An|Kundenanschrift|Rechnung an|Verkauf an|Leistungsempfänger|"
    "Rechnungsempfänger|Firma|Kundenadresse|Rechnungsempfänger/Käufer|Leistungsempfänger/Kunde|"
    "Käufer/Rechnungsempfänger|Vertragspartner|Empfänger der Rechnung|Rechnung für|Kundin/Kunde",
    "party.seller": "Lieferant|Verkäufer|Auftragnehmer|Lieferantenadresse|Lieferantenanschrift|Kreditor|Lieferer|"
    "Daten des Verkäufers|Angaben zum Verkäufer|Informationen zum Verkäufer|Lieferantendaten|Lieferant/Auftragnehmer|"
    "Auftragnehmer (Lieferant)|Verkäufer/Lieferant|Bezugsquelle|Lieferfirma|Händler|Hersteller/Lieferant|"
    "Dienstleister|Auftragnehmerin|Lieferantin|Anbieter|Partei: Verkäufer|Verkäuferdaten",
    "party.seller@buyer": "An|Lieferant|Firma|Bestellung an|Empfänger|Anschrift des Lieferanten|Bestellt bei|"
    "An Lieferant|Kreditor",
    "party.seller@seller": "Absender|Von|Aussteller|Verkäufer|Rechnungssteller|Leistungserbringer|Rechnungsersteller|"
    "Rechnungsaussteller|Rechnungsteller|Leistender Unternehmer|Ersteller|Lieferant/Rechnungssteller|"
    "Leistungserbringer/Rechnungssteller|Unternehmen|Unser Unternehmen",
    "party.ship_to": "Lieferadresse|Lieferanschrift|Lieferung an|Warenempfänger|Versandadresse|Liefern an|"
    "Anlieferadresse|Versandanschrift|Lieferort|Bitte liefern an|Anlieferung|Abladestelle|Lieferung bitte an|"
    "Anlieferanschrift|Empfänger|Lieferadr.|Versand an|Lief. an|Abweichende Lieferadresse|Lieferung frei|Baustelle|"
    "Abweichender Warenempfänger|Abweichende Lieferanschrift|Lieferempfänger|Empfangsstelle|Empfänger der Ware|"
    "Anlieferort|Zustelladresse|Liefern Sie an|Lieferung erfolgt an|Warenempfänger/Lieferort|Ware an|Ort der Leistung|"
    "Leistungsort|Einbauort|Verbraucherstelle|Liefer-Anschrift|Lieferadresse (falls abweichend)|"
    "Ship-to / Lieferadresse|Anschrift für Lieferung|Verwendungsstelle|Entladestelle",
    "party.bill_to": "Rechnungsadresse|Rechnungsanschrift|Rechnung an|Rechnungsempfänger|Rechnung bitte an|"
    "Rechnungsversand|Fakturaadresse|Regulierer|Rechnungsstellung an|Rechnungsstellung|Rg.-Adresse|Zahler|"
    "Abweichender Rechnungsempfänger|Abweichende Rechnungsanschrift|Rechnungs-Anschrift|"
    "Rechnungsanschrift (falls abweichend)|Rechnung senden an|Rechnung ausstellen auf|Anschrift für Rechnung|"
    "Rechnung einreichen bei|Kostenträger/Rechnung an|Fakturaempfänger|Rechnungsadresse (bitte angeben)|"
    "Zahlungspflichtiger",
    "contact": "Ansprechpartner|Kontakt|Ihr Ansprechpartner|Bearbeiter|Sachbearbeiter|Kontaktperson|z. Hd.|z.Hd.|"
    "zu Händen|Unser Ansprechpartner|Ihr Kontakt|Bearbeitet von|Zuständig|Betreuer|Verkäufer|Ansprechp.|Außendienst",
    "buyer_person": "Einkäufer|Besteller|Bestellt von|Bestellt durch|Einkäuferin|Sachbearbeiter|Bearbeiter|"
    "Einkäufergruppe|Anforderer|Unser Ansprechpartner|Disponent|Einkauf|Erfasst von|Erstellt von|Einkäufercode|"
    "Auftraggeber",
    "phone": "Telefon|Tel.|Tel|Telefonnr.|Fon|T|Telefon-Nr.|Tel.-Nr.|Durchwahl|Fernruf|Ruf|Tel.Nr.",
    "mobile": "Mobil|Handy|Mobiltelefon|M|Mobilnr.|Natel",
    "fax": "Fax|Telefax|Fax-Nr.|F|Faxnr.|FAX|Telefax-Nr.",
    "email": "E-Mail|Email|Mail|E-Mail-Adresse|eMail|e-mail|E",
    "web": "Internet|Web|Website|Homepage|www|Webseite|URL|Web-Adresse",
    "bank": "Bank|Bankverbindung|Bankname|Hausbank|Geldinstitut|Kreditinstitut|Unsere Bankverbindung|Bankdaten",
    "iban": "IBAN|IBAN-Nr.|IBAN Nr.|Konto (IBAN)|IBAN-Code",
    "bic": "BIC|SWIFT|BIC/SWIFT|SWIFT-BIC|BIC-Code|SWIFT-Code",
    "page": "Seite|Blatt|S.|Seiten|Seite Nr.|Seitenzahl",
    "of": "von|/|aus|v.",
    "carry_over": "Übertrag|Zwischensumme|Seitensumme|Fortsetzung auf nächster Seite|Zwischensumme Übertrag|"
    "Fortsetzung nächste Seite|Übertrag auf Folgeseite",
    "carried_forward": "Übertrag|Übertrag von Seite|Übertrag Vorseite|Übertrag von vorheriger Seite|Übernahme|Vortrag|"
    "Fortsetzung von Seite",
    "subtotal": "Zwischensumme|Summe|Gruppensumme|Zw.-Summe|Summe Titel|Teilsumme|Zwischentotal|Summe Positionen|"
    "Summe der Positionen|Abschnittssumme|Subtotal",
    "freight": "Fracht|Frachtkosten|Versandkosten|Versand|Lieferkosten|Transportkosten|Porto|Versandpauschale|"
    "Frachtpauschale|Fracht und Verpackung|Spedition|Zustellgebühr|Anlieferung|Frachtanteil|Porto und Verpackung|"
    "Versandkostenanteil|Transport",
    "packaging": "Verpackung|Verpackungskosten|Verpackungspauschale|Europalette|Palette|Verp.|Gitterbox|"
    "Verpackungsanteil",
    "insurance": "Versicherung|Transportversicherung|Versicherungskosten|Warenversicherung",
    "surcharge": "Zuschlag|Mindermengenzuschlag|Legierungszuschlag|Energiezuschlag|Mindestbestellzuschlag|"
    "Dieselzuschlag|Kleinmengenzuschlag|Teuerungszuschlag|Rüstkosten|Bearbeitungsgebühr|Kupferzuschlag|"
    "Materialteuerungszuschlag|Expresszuschlag|Maut|Werkzeugkosten|Zeugniskosten|Schnittkosten|LSVA|Metallzuschlag|"
    "Mautgebühr|Aufschlag|Entsorgungsgebühr",
    "deposit": "Pfand|Anzahlung|Palettenpfand|Kaution|Leergut|Pfandbetrag|Vorauszahlung|Gebindepfand",
    "discount": "Rabatt|Nachlass|Sonderrabatt|Mengenrabatt|abzgl. Rabatt|Kundenrabatt|Auftragsrabatt|Gesamtrabatt|"
    "Bonus|Skonto|Projektrabatt|Preisnachlass|Sondernachlass|Abschlag|Treuerabatt|Händlerrabatt",
    "rounding": "Rundung|Rundungsdifferenz|Rundungsausgleich|Rundungsbetrag|Ausgleich",
    "your_reference": "Ihr Zeichen|Ihre Zeichen|Ihre Referenz|Ihre Nachricht|Ihre Nachricht vom|Ihr Schreiben vom|"
    "Ihr Z.|Referenz|Ihre Ref.",
    "our_reference": "Unser Zeichen|Unsere Zeichen|Unsere Referenz|Unser Z.|Zeichen|Referenz|Unsere Nachricht vom|"
    "Uns. Zeichen|Aktenzeichen|Interne Nr.|Ref.",
    "project": "Projekt|Projekt-Nr.|Projektnummer|Bauvorhaben|BV|Objekt|Kommission|Komm.|Kommissionsnr.|Kostenträger|"
    "Projektname|Baustelle|PSP-Element|Komm.-Nr.|Vorhaben|Betreff|Auftrag/Projekt",
    "cost_center": "Kostenstelle|KSt.|Kst.|Kostenstelle Nr.|Kontierung|KST|Kostenträger|Sachkonto|Kostenart|"
    "Kost.-Stelle|Innenauftrag",
    "requisition": "Bedarfsanforderung|BANF|BANF-Nr.|Anforderung|Bestellanforderung|Anforderungs-Nr.|Anfrage-Nr.|"
    "Bedarfsnr.|BAnf-Nr.|Ihre Anfrage",
    "quote_number": "Angebot|Angebotsnummer|Angebots-Nr.|Ihr Angebot|Angebot Nr.|Ihre Angebotsnr.|Ihr Angebot vom|"
    "Offerte|Offert-Nr.|Angebotsnr.|Unser Angebot|Bezug Angebot|Ang.-Nr.|laut Angebot|gem. Angebot",
    "sales_order_number": "Auftragsnummer|Auftrags-Nr.|Auftrag|Auftragsnr.|AB-Nr.|Unsere Auftragsnummer|"
    "Auftragsbestätigung Nr.|Unser Auftrag|Auftr.-Nr.|Auftragsbest.-Nr.|Vorgangsnummer|AB-Nummer",
    "delivery_note_number": "Lieferschein|Lieferschein-Nr.|Lieferscheinnummer|Lieferscheinnr.|LS-Nr.|Lfs.-Nr.|"
    "Lieferung Nr.|Sendungsnummer|Liefersch.-Nr.|Tracking-Nr.",
    "price_list_date": "Preisliste vom|Preisliste|Preisstand|Preise gültig ab|Preisstellung vom|Preisliste Stand",
    "print_date": "Druckdatum|Gedruckt am|Ausdruck vom|Ausdruck|Druck|Stand|Gedruckt|Druckdatum/-zeit",
    "valid_until": "Gültig bis|Gültigkeit|Angebot gültig bis|Bindefrist|Gültig|Preise gültig bis|Gültigkeitsdatum|"
    "Angebotsfrist|Preisbindung bis",
    "shipping_date": "Versanddatum|Versand am|Lieferdatum|Leistungsdatum|Warenausgang|Versandtag|Geliefert am|"
    "Liefer- und Leistungsdatum|Leistungszeitraum|Versandtermin|Warenausgangsdatum|Auslieferung",
    "confirmation_date": "Bestätigungsdatum|Bestätigt am|Bestätigung bis|AB-Datum|Bestätigung vom|Bestätigt|"
    "Auftragsbestätigung vom",
    "order_time": "Uhrzeit|Zeit|Bestellzeit|Druckzeit|um",
    "ship_via": "Versandart|Versand|Versand durch|Spediteur|Spedition|Versandweg|Lieferart|Transportart|Transport|"
    "Lieferung per|Versand per|Frachtführer|Versandvorschrift|Beförderungsart|Paketdienst",
    "incoterm_word": "Incoterms|Incoterms 2020|gem. Incoterms 2020|Incoterms® 2010|INCOTERMS|Lieferklausel",
    "department": "Abteilung|Abt.|Bereich|Fachbereich|Dienststelle|Referat|Einkauf|Abtlg.|Geschäftsbereich|Werk",
    "approved_by": "Genehmigt|Genehmigt von|Freigegeben|Freigegeben durch|Geprüft|Freigabe|Geprüft von|Genehmigung|"
    "Freigabe durch",
    "signature": "Unterschrift|Unterschrift / Stempel|Stempel und Unterschrift|i. A.|i.V.|Ort, Datum, Unterschrift|"
    "ppa.|Datum, Unterschrift|Unterschrift Auftraggeber|gez.|rechtsverb. Unterschrift",
    "tax_number": "Steuernummer|Steuer-Nr.|St.-Nr.|StNr.|St.Nr.|Steuernr.|Finanzamt / Steuernr.",
    "register": "HRB|Handelsregister|Registergericht|Amtsgericht|HR-Nr.|Handelsregister-Nr.|HRA|Firmenbuch|FN|"
    "Firmenbuchnummer|HReg.|Registernummer|AG|CHE-Nr.",
    "capital": "Stammkapital|Grundkapital|Kapital|Aktienkapital|Gesellschaftskapital",
    "managing_director": "Geschäftsführer|Geschäftsführung|GF|Vorstand|Inhaber|Geschäftsführerin|Geschäftsleitung|"
    "Vorsitzender|Gf.|Vorstandsvorsitzender|Persönlich haftende Gesellschafterin",
    "supplier_number": "Lieferantennummer|Lieferanten-Nr.|Lieferantennr.|Lief.-Nr.|Kreditor|Kreditorennummer|"
    "Lieferant Nr.|Kreditor-Nr.|LiefNr|Lieferant|Ihre Lieferantennummer|Kred.-Nr.|Ihre Lieferanten-Nr. bei uns|"
    "Ihre Lief.-Nr.",
    "gln": "GLN|ILN|GLN-Nr.|ILN-Nr.|GLN-Nummer|Basisnummer",
    "seller_gln": "GLN Lieferant|ILN Lieferant|GLN Verkäufer|Lieferanten-GLN|Lieferanten-ILN|GLN (Lieferant)|"
    "ILN Verkäufer",
    "weight": "Gewicht|Bruttogewicht|Gew.|Gewicht kg|Gesamtgewicht|Gewicht (kg)|Brutto kg|Gew. kg",
    "net_weight": "Nettogewicht|Netto kg|Nettogew.|Gewicht netto|Gew. netto|Stückgewicht",
    "volume": "Volumen|Vol.|Volumen m³|Rauminhalt|Volumen (m3)|cbm|Gesamtvolumen",
    "packages": "Packstücke|Colli|Anzahl Packstücke|Paletten|Kolli|Pakete|Anzahl Paletten|Kartons|Gebinde|Stellplätze",
    "customs_code": "Zolltarifnummer|Zolltarif-Nr.|Warennummer|Statistische Warennr.|Stat. Warennr.|Zolltarifnr.|"
    "HS-Code|ZTN|Warentarif-Nr.|Intrastat-Nr.|KN-Code|Warencode|Stat.-Nr.|Zollcode",
    "country_of_origin": "Ursprungsland|Ursprung|Herkunft|Herkunftsland|Urspr.-Land|UL|Warenursprung|Made in|Urspr.",
    "drawing": "Zeichnung|Zeichnungsnr.|Zeichnungs-Nr.|Zeichn.-Nr.|Zg.-Nr.|Zeichnungsnummer|Zng.-Nr.|laut Zeichnung|"
    "Zchng.|gem. Zeichnung|Zeichnung/Index",
    "revision": "Revision|Rev.|Index|Änderungsindex|Änd.-Index|Ausgabe|Rev|Stand|Version|Zeichnungsindex",
    "batch": "Charge|Chargen-Nr.|Chargennummer|Ch.-Nr.|Losnummer|Los|Los-Nr.|Chargennr.|Partie|Ch.-B.",
    "serial": "Seriennummer|Serien-Nr.|Seriennr.|S/N|Ser.-Nr.|Geräte-Nr.|Fabrik-Nr.|SN",
    "warehouse": "Lager|Lagerort|Werk|Standort|Zentrallager|Lager-Nr.|Lagerortcode|Filiale",
    "stock_location": "Lagerplatz|Platz|Lagerfach|Regal|Stellplatz|Fach|Lagerplatzcode|Lgpl.",
    "item_count": "Anzahl Positionen|Positionen|Anzahl der Positionen|Positionen gesamt|Anzahl Pos.|Pos. gesamt|"
    "Anz. Pos.|Gesamtzahl Positionen|Zeilen",
    "total_quantity": "Gesamtmenge|Menge gesamt|Gesamtstückzahl|Summe Menge|Stück gesamt|Total Menge",
    "amount_in_words": "In Worten|Betrag in Worten|Gesamtbetrag in Worten|Euro in Worten|i. W.",
    "tax_base": "Nettobetrag|Netto|Bemessungsgrundlage|Basisbetrag|Steuerbasis|Warenwert|steuerpfl. Betrag|"
    "MwSt.-Basis|Basis|Nettowarenwert",
    "tax_table": "Steueraufschlüsselung|MwSt.-Übersicht|Umsatzsteueraufschlüsselung|Steuerübersicht|MwSt.-Aufstellung|"
    "Steuerdetails|MWST-Abrechnung|Steueranteile",
    "tax_rate": "Steuersatz|MwSt.-Satz|MwSt. %|USt. %|Satz|%|St.-Satz|Steuersatz [%]|Satz %|MWST-Satz",
    "tax_amount": "Steuerbetrag|MwSt.-Betrag|MwSt.|USt.|Steuer|USt-Betrag|Betrag MwSt.|MwSt-Betrag",
    "sum_of_discounts": "Rabattsumme|Summe Rabatte|Gesamtrabatt|Rabatt gesamt|Summe der Abschläge|Abzüge|"
    "abzüglich Rabatt|Gesamtbetrag der Abschläge|Nachlass gesamt",
    "prepaid": "Anzahlung|Bereits gezahlt|Erhaltene Anzahlungen|abzgl. Anzahlung|Geleistete Zahlungen|bereits bezahlt|"
    "Vorauszahlung|Akonto",
    "amount_due": "Zahlbetrag|Zu zahlen|Offener Betrag|Fälliger Betrag|Restbetrag|Zu zahlender Betrag|"
    "Forderungsbetrag|Saldo|Rechnungsbetrag|Noch zu zahlen|Überweisungsbetrag",
    "notes": "Bemerkung|Bemerkungen|Anmerkungen|Hinweis|Hinweise|Notiz|Info|Zusatzinformationen|Bem.|Mitteilung|"
    "Anmerkung|Versandhinweis|Kommentar|Wichtige Hinweise|Besondere Hinweise|Text",
    "terms_title": "Allgemeine Geschäftsbedingungen|AGB|Allgemeine Einkaufsbedingungen|Einkaufsbedingungen|"
    "Liefer- und Zahlungsbedingungen|AEB|Allgemeine Verkaufsbedingungen|Allgemeine Bestellbedingungen|"
    "Bestellbedingungen|Verkaufs- und Lieferbedingungen",
    "document_status": "Status|Belegstatus|Bestellart|Auftragsart|Belegart|Art|Exemplar|Typ|Bestelltyp",
    "account_number": "Kontonummer|Konto-Nr.|Konto|Kto.-Nr.|Kto.|Kontonr.|Bankkonto|Kto",
    "payment_method": "Zahlungsart|Zahlungsweise|Zahlweise|Zahlart|Zahlung per|Zahlungsform|Zahlungsmittel",
    "place": "Ort|Ort, Datum|Ausstellungsort|Ort und Datum|Ort/Datum",
    "part.name": "Name|Firma|Firmenname|Name 1|Bezeichnung|Unternehmen|Name/Firma|Firma/Name|Organisation",
    "part.street": "Straße|Straße/Nr.|Straße, Nr.|Str.|Strasse|Straße und Hausnummer|Adresszeile 1|Anschrift|"
    "Straße / Hausnummer",
    "part.postcode": "PLZ|Postleitzahl|PLZ.",
    "part.city": "Ort|Stadt|Wohnort|Ortschaft",
    "part.country": "Land|Ländercode|Länderkennung|Staat",
    "part.place_line": "PLZ/Ort|PLZ Ort|PLZ, Ort|Ort|PLZ / Ort",
    "part.number": "Nummer|Nr.|Kennung|ID|Interne Nummer|Partner-Nr.|Adress-Nr.",
    "part.global_id": "Globale Nummer|GLN|Globale Kennung|ILN|Global-ID",
    "part.address2": "Zusatz|Adresszusatz|Adresszeile 2|Abteilung|c/o|Zusatzzeile",
    "part.state": "Bundesland|Region|Kanton",
    "part.trading_name": "Handelsname|Geschäftsname|Marke|Auftritt",
    "part.legal_id": "Registernummer|Handelsregister-ID|Gesetzliche Kennung|Rechtl. Kennung",
    "part.e_address": "Elektronische Adresse|Elektr. Adresse|Leitweg-ID|Peppol-ID",
    "period_start": "Leistungszeitraum von|Zeitraum von|Beginn|Gültig ab|Abrechnungszeitraum ab|Leistungsbeginn",
    "period_end": "Leistungszeitraum bis|Zeitraum bis|Ende|Abrechnungszeitraum bis|Leistungsende|Vertragsende",
    "tender": "Ausschreibung|Vergabenummer|Ausschreibungs-Nr.|Los|Vergabe-Nr.|Aktenzeichen Vergabe",
    "previous_document": "Bezugsrechnung|Vorgängerbeleg|Ursprungsbeleg|"
    "Vorherige Rechnung|Stornierter Beleg|Ersetzt Beleg",
    "object_ref": "Objekt-ID|Vorgangs-ID|Datensatz|Dok.-ID|System-ID|Katalog",
    "org_unit": "Werk|Buchungskreis|Einkaufsorganisation|Einkäufergruppe|Mandant|Niederlassung|Geschäftsbereich",
}
