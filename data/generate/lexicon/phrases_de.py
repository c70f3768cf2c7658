"""German sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "{days} Tage netto|{days} Tage {pct}% Skonto, {days} Tage netto|Zahlbar innerhalb {days} Tagen [netto;ohne "
        "Abzug;]|innerhalb {days} Tagen {pct} % Skonto, {days} Tage netto|netto {days} Tage|{days} Tage rein netto|"
        "sofort rein netto|Vorkasse|Vorauskasse|sofort zahlbar ohne Abzug|{days} Tage nach Rechnungserhalt|{pct}% "
        "{days} Tage, netto {days} Tage|30 Tage ab Rechnungsdatum|Bankeinzug|SEPA-Lastschrift|per Nachnahme|{days} "
        "Tage nach Lieferung und Rechnungseingang|Zahlung bis zum {n}. des Folgemonats|{pct} % Anzahlung, Rest bei "
        "Lieferung|1/3 bei Auftrag, 1/3 bei Lieferung, 1/3 nach Abnahme|{days} Tage dato Faktura|laut Vereinbarung|"
        "wie vereinbart|Gutschriftverfahren {days} Tage|Überweisung {days} Tage|bar|zahlbar sofort nach Erhalt|"
        "{days} Tg. {pct}%, {days} Tg. netto|Zahlungsziel {days} Tage|Innerhalb von {days} Tagen ohne Abzug|ZB{n}: "
        "{days} Tage netto"
    ),
    "delivery_terms": (
        "frei Haus|frei Haus {city}|frei Werk {city}|ab Werk|ab Lager|frei Bestimmungsort {city}|frei Baustelle|"
        "unfrei|frei Haus, einschließlich Verpackung|frei Lager {city}|Selbstabholung|frei Verwendungsstelle|"
        "geliefert verzollt {city}|per Spedition, unfrei|ab Werk, ausschließlich Verpackung|frei deutsche Grenze|"
        "Lieferung frei Haus ab {amt} {cur}|FREI|DAP frei Haus|Frei Frachtführer {city}|Werksabholung durch uns|"
        "per Paketdienst|frachtfrei {city}|inkl. Fracht"
    ),
    "comment": (
        "Teillieferungen [nicht;] erlaubt|Lieferung in [zwei;drei] Teilmengen|Preise laut Ihrem Angebot {ref} [vom "
        "{date};]|Bitte Liefertermin bestätigen|Abladestelle Tor {n}, {time} - {time} Uhr|Pos. {n} bis {n} für "
        "Projekt {ref}|Rest aus Bestellung {ref}|Preis gemäß Preisliste {year}|Eilt! Bitte vorab per E-Mail "
        "bestätigen|Werkszeugnis [3.1;2.2] erforderlich|siehe Zeichnung {dwg}|Mindestmenge {n} Stück|Vorherige "
        "Bestellung: {ref} vom {date}|neuer Preis ab {date}|Textposition: Verpackung wie besprochen|Lieferung KW "
        "{week}|*** [Muster;kostenlos;kein Ersatz] ***|Farbe nach Wahl|Bitte Artikelnummer {num} auf dem Etikett "
        "angeben|Ersatzteil zu Maschine {ref}|Kommission: {ref}|Ware bitte getrennt verpacken|Werkzeug wird "
        "beigestellt|Alternativposition|Bedarfsposition|Rabatt bereits berücksichtigt|Nachlieferung zu {ref}|"
        "telefonisch vereinbart am {date}"
    ),
    "note": (
        "Bitte senden Sie uns innerhalb von {days} [Tagen;Arbeitstagen] eine Auftragsbestätigung.|Rechnungen bitte "
        "ausschließlich per E-Mail als PDF.|Warenannahme: Mo. - Fr. {time} - {time} Uhr.|Bitte geben Sie auf allen "
        "Dokumenten unsere Bestellnummer an.|Lieferung auf Europaletten, max. Höhe {n}0 cm.|Bei Preisabweichungen "
        "bitten wir um Rücksprache vor Lieferung.|Auf dem Lieferschein sind unsere Artikelnummern anzugeben.|"
        "Rückfragen unter Tel. {tel}.|Teillieferungen nur nach Absprache.|Sollte der Termin {date} nicht haltbar "
        "sein, bitten wir um sofortige Information.|Freigabe erteilt unter {ref}.|Diese Bestellung ersetzt unsere "
        "Bestellung {ref} vom {date}.|Gesamtgewicht ca. {kg} kg.|Sicherheitsdatenblatt bei Erstlieferung beilegen.|"
        "Restlaufzeit mindestens {n} Monate.|Bitte Avis mindestens {n} Stunden vorher, Tel. {tel}.|Anlieferung nur "
        "mit Hebebühne möglich.|Mengentoleranz +/- {pct} %.|Leistungszeitraum {date} bis {date}.|Verpackung: "
        "Einweg, Palettentausch.|Lieferscheine bitte {n}-fach.|Ansprechpartner vor Ort: {tel}|Ursprungszeugnis "
        "erforderlich."
    ),
    "header_note": (
        "Bitte geben Sie auf allen [Schriftstücken;Dokumenten;Rechnungen und Lieferscheinen] unsere Bestellnummer "
        "an.|Wir bitten um [schriftliche;umgehende;] Auftragsbestätigung [innerhalb von {days} Tagen;].|Es gelten "
        "unsere Allgemeinen Einkaufsbedingungen.|Die Preise sind Festpreise bis {date}.|Achtung: Lieferungen ohne "
        "Bestellnummer werden nicht angenommen.|Rechnung in zweifacher Ausfertigung.|Lieferung in KW {week} "
        "erbeten.|Bezug: Ihre Anfrage vom {date}, unser Zeichen {ref}|Alle Preise verstehen sich netto zuzüglich "
        "gesetzlicher Mehrwertsteuer."
    ),
    "legal": (
        "Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.|Steuerschuldnerschaft des "
        "Leistungsempfängers (Reverse Charge).|Steuerfreie innergemeinschaftliche Lieferung gemäß § 4 Nr. 1b UStG.|"
        "Es gelten unsere AGB, einzusehen unter unserer Website.|Bei Zahlungsverzug berechnen wir Zinsen in Höhe "
        "von {pct} % über dem Basiszinssatz.|Mängel sind innerhalb von {days} Tagen schriftlich anzuzeigen.|Dieses "
        "Dokument wurde maschinell erstellt und ist ohne Unterschrift gültig.|Erfüllungsort und Gerichtsstand ist "
        "der Sitz der Gesellschaft.|Anderslautende Bedingungen des Lieferanten erkennen wir nicht an.|Gemäß § 19 "
        "UStG wird keine Umsatzsteuer berechnet.|Lieferdatum entspricht Rechnungsdatum.|Der Ausführer erklärt, "
        "dass diese Waren präferenzbegünstigte {land}-Ursprungswaren sind.|Sitz der Gesellschaft siehe oben, "
        "Registergericht zuständig.|Für Verpackungen sind wir dem dualen System angeschlossen, Kd.-Nr. {num}.|"
        "Entsorgung nach WEEE-Reg.-Nr. DE {num}.|Verpackungslizenz {num}|Irrtum und Zwischenverkauf vorbehalten."
    ),
    "terms_paragraph": (
        "Der Lieferant liefert die Ware zum vereinbarten Termin an den in der Bestellung genannten Ort.|Die "
        "vereinbarten Liefertermine sind verbindlich.|Maßgeblich für die Einhaltung des Termins ist der Eingang "
        "der Ware bei der Empfangsstelle.|Die Preise sind Festpreise und verstehen sich frei Verwendungsstelle "
        "einschließlich Verpackung.|Gefahr und Eigentum gehen mit Übergabe am Bestimmungsort auf den Besteller "
        "über.|Die Gewährleistungsfrist beträgt {n} Monate ab [Lieferung;Abnahme].|Im Falle des Lieferverzugs ist "
        "der Besteller berechtigt, eine Vertragsstrafe von {pct} % des Bestellwertes je angefangene Woche, "
        "höchstens jedoch {pct} %, zu verlangen.|Rechnungen sind mit Angabe der Bestellnummer, der Artikelnummern "
        "und des Steuersatzes gesondert einzureichen.|Die Zahlung erfolgt innerhalb von {days} Tagen mit {pct} % "
        "Skonto oder innerhalb von {days} Tagen netto nach Eingang der Rechnung.|Eine Abtretung oder Weitergabe "
        "des Auftrags bedarf der vorherigen schriftlichen Zustimmung des Bestellers.|Zeichnungen, Werkzeuge und "
        "Unterlagen bleiben Eigentum des Bestellers und sind auf Verlangen zurückzugeben.|Die Parteien "
        "verpflichten sich, alle Informationen für die Dauer von {n} Jahren geheim zu halten.|Der Lieferant "
        "unterhält eine Produkthaftpflichtversicherung mit einer Deckungssumme von mindestens {amt}.000 {cur}.|"
        "Höhere Gewalt befreit die Vertragspartner für die Dauer der Störung von ihren Leistungspflichten; sie ist "
        "binnen {days} Tagen anzuzeigen.|Es gilt das Recht der Bundesrepublik Deutschland unter Ausschluss des "
        "UN-Kaufrechts.|Sollte eine Bestimmung unwirksam sein, bleiben die übrigen Bestimmungen wirksam.|"
        "Änderungen und Ergänzungen bedürfen der Schriftform.|Der Lieferant bestätigt die Einhaltung des "
        "Mindestlohngesetzes (MiLoG).|Waren, die der REACH-Verordnung oder der RoHS-Richtlinie unterliegen, sind "
        "entsprechend zu kennzeichnen.|Mehr- oder Vorablieferungen können auf Kosten des Lieferanten "
        "zurückgewiesen werden.|Entgegenstehende Geschäftsbedingungen des Lieferanten werden nicht "
        "Vertragsbestandteil.|Der Besteller untersucht die Ware innerhalb von {days} Werktagen nach Wareneingang.|"
        "Diese Bedingungen, Stand {date}, ersetzen alle früheren Fassungen.|Gerichtsstand ist der Sitz des "
        "Bestellers.|Ziffer {n}.{n} gilt entsprechend für Teillieferungen."
    ),
    "greeting": (
        "Sehr geehrte Damen und Herren,|Sehr geehrter [Geschäftspartner;Lieferant;Kunde],|Guten Tag,|Hallo,|Sehr "
        "geehrte Kundin, sehr geehrter Kunde,|Grüezi,"
    ),
    "closing": (
        "Mit freundlichen Grüßen|Mit freundlichem Gruß|Freundliche Grüße|Freundliche Grüsse|Beste Grüße|"
        "Hochachtungsvoll|Wir danken für Ihren Auftrag.|Vielen Dank für Ihr Vertrauen.|Bei Rückfragen stehen wir "
        "Ihnen gerne zur Verfügung, Tel. {tel}.|Mit besten Grüßen"
    ),
    "item_text": (
        "Zeichnung Nr. {dwg} Index {rev}|Zeichn.-Nr. {dwg}|Zolltarifnummer: {hs}|Zolltarif-Nr. {hs}|Ursprungsland: "
        "{land}|lt. Ihrem Angebot {ref} vom {date}|Farbe: RAL {ral}|Charge {num}|Ch.-Nr. {ref}|Serien-Nr. {num}|"
        "Liefertermin KW {week}|Gewicht: {kg} kg|Abmessung: {dim} mm|Kostenstelle {num}|Projekt: {ref}|Kommission "
        "{ref}|mit Abnahmeprüfzeugnis 3.1|VE: {n} Stück|Verpackungseinheit {n} St|Zuschnitt {n}00 mm|inkl. "
        "Befestigungsmaterial|passend zu Typ {ref}|Pos. {n} aus Rahmenvertrag {ref}|Ihre Materialnr.: {num}|MHD "
        "mind. {n} Monate|ersetzt Art. {num}|Werkstoff: {num}|Lagertemperatur {n} °C|Gefahrgutklasse {n}, UN {num}|"
        "BANF {num}|Leistungszeitraum {date} - {date}|Änderungsstand {rev}|Statistische Warennr. {hs}|Langtext "
        "siehe Anlage {n}|Montage durch Auftraggeber|Ihre Referenz {ref}|Warengruppe {num}|Preis gilt ab Werk|"
        "Zuschnitt nach Liste {ref}"
    ),
    "section": (
        "Los {n}|Titel {n}: Zubehör|--- Ersatzteile ---|Gruppe {n} Elektro|Teil A: Material|Gebäude {n}|"
        "Dienstleistungen|Verbrauchsmaterial|1. Erdgeschoss|Abschnitt {n}: Montage|Optionen|Lieferung {n}|Projekt "
        "{ref}|Maschine {ref}|Kostenstelle {num}|Bauabschnitt {n}|Für Werk {n}|Normteile|Sonderteile|Tiefkühlware|"
        "KW {week}|Anlage {ref}|Lieferschein {num} vom {date}"
    ),
    "subject": (
        "Ihr Angebot {ref}|Ersatzteile für Anlage {ref}|Betreff: Lieferung KW {week}|Rahmenvertrag {ref}|"
        "Bauvorhaben {ref}|Betr.: Ihre Anfrage vom {date}"
    ),
    "intro.order": (
        "Wir bestellen [hiermit;] zu den [umseitigen;nachstehenden;Ihnen bekannten] Bedingungen:|Gemäß Ihrem "
        "Angebot {ref} vom {date} bestellen wir:|Hiermit beauftragen wir Sie mit folgenden Lieferungen:|Bitte "
        "liefern Sie uns:|Wir erteilen Ihnen folgenden Auftrag:|Wir danken für Ihr Angebot und bestellen wie folgt:"
    ),
    "intro.order_change": (
        "Wir bitten um Änderung unserer Bestellung {ref} vom {date} wie folgt:|Unsere Bestellung ändern wir wie "
        "folgt:|Geänderte Positionen sind gekennzeichnet.|Diese Änderung ersetzt die bisherigen Positionen."
    ),
    "intro.order_response": (
        "Vielen Dank für Ihren Auftrag, den wir wie folgt bestätigen:|Wir bestätigen Ihren Auftrag vom {date}:|Wir "
        "danken für Ihre Bestellung und bestätigen [wie folgt;]:|Ihren Auftrag haben wir wie folgt eingeplant:|"
        "Gerne bestätigen wir Ihnen die Lieferung von:"
    ),
    "intro.quotation": (
        "Wir erlauben uns, Ihnen folgendes Angebot zu unterbreiten:|Vielen Dank für Ihre Anfrage vom {date}. Wir "
        "bieten Ihnen freibleibend an:|Gerne unterbreiten wir Ihnen folgendes Angebot:|Bezugnehmend auf Ihre "
        "Anfrage {ref} offerieren wir:"
    ),
    "intro.invoice": (
        "Unsere Lieferungen und Leistungen stellen wir Ihnen wie folgt in Rechnung.|Für unsere Leistungen erlauben "
        "wir uns zu berechnen:|Wir berechnen Ihnen gemäß Lieferschein {ref} vom {date}:|Leistungszeitraum {date} "
        "bis {date}:"
    ),
    "intro.credit_note": (
        "Wir schreiben Ihnen folgende Positionen gut:|Zu unserer Rechnung {ref} vom {date} erhalten Sie folgende "
        "Gutschrift:|Gutschrift für retournierte Ware:|Korrektur zur Rechnung {ref}:"
    ),
}
