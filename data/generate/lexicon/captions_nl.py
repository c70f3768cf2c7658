"""Dutch captions."""

WORDS: dict[str, str] = {
    "order_number": "[Order;Inkooporder;Bestel;Bestelbon;Inkoop] [nr.;nummer]|Ordernummer|Ordernr.|Bestelnummer|"
    "Bestelnr.|Inkoopordernummer|Inkoopordernr.|Order|Bestelling|Bestelling nr.|Bestellingnummer|Inkooporder|Order nr|"
    "Bestelbon nr|Bestelbonnummer|PO nummer|PO-nummer|PO nr.|Order nr./datum|Best.nr.|Orderreferentie|Inkoopnummer|"
    "Order-ID|Opdrachtnummer|Bestelreferentie|Bestelb. nr.",
    "order_number@buyer": "[Ons;Onze] [ordernummer;bestelnummer;order;bestelling;ordernr.]|Documentnummer|Nummer|Nr.|"
    "Documentnr.|Ons order nr.|Onze opdracht|Opdrachtnr.|Inkoopnr.|Intern ordernummer",
    "order_number@seller": "Uw [ordernummer;bestelnummer;order;bestelling;ordernr.;order nr.;PO-nummer;opdracht;"
    "inkooporder;bestelbon]|Uw order dd.|Klantorder|Klant PO|Order klant|Klantreferentie|Uw referentie|Klant ordernr.|"
    "Bestelnr. klant|Referentie klant|Uw ref.|Bestelbon klant|Extern documentnr.|Betreft uw order",
    "order_date": "Orderdatum|Besteldatum|Datum|Datum order|Datum bestelling|d.d.|dd.|Documentdatum|Bestelling d.d.|"
    "Datum van uitgifte|Order d.d.|Orderdat.|Opdrachtdatum|Aanmaakdatum|Inkoopdatum|Datum bestelbon",
    "order_date@seller": "Uw order d.d.|Uw bestelling van|Datum uw order|Uw orderdatum",
    "invoice_number": "Factuurnummer|Factuur nr.|Factuurnr.|Factuur|Fact.nr.|Documentnr.|Nummer|Factuur nummer|"
    "Factuurnr|Documentnummer|Faktuurnummer|Fact. nr.|Nr.",
    "invoice_date": "Factuurdatum|Datum|Datum factuur|Fact.datum|Documentdatum|Factuur d.d.|Faktuurdatum|"
    "Uitgiftedatum|Factuurdat.",
    "due_date": "Vervaldatum|Vervaldag|Te betalen voor|Betalen voor|Betaaldatum|Uiterste betaaldatum|Te betalen vóór|"
    "Verval|Vervalt op|Betaaltermijn|Uiterlijk te betalen op|Betaling voor",
    "contract_number": "Contractnummer|Contract|Contractnr.|Raamcontract|Raamovereenkomst|Contract nr.|"
    "Raamcontract nr.|Raamorder|Afroepcontract|Contractref.|Overeenkomst|Mantelcontract|Raamovereenkomstnr.|"
    "Blanketorder",
    "requested_delivery_date": "[Gewenste;Gevraagde;Verwachte;] leverdatum|Leverdatum|Gewenste levering|Leveren voor|"
    "Levering op|Leverdag|Levertijd|Afleverdatum|Leveringsdatum|Gewenste leverdatum|Lever datum|Uiterste leverdatum|"
    "Levering uiterlijk|Te leveren op|Gewenste afleverdatum|Verwachte ontvangst|Leverweek|Levering|"
    "Gevraagde ontvangstdatum|Leveren op|Datum levering|Ontvangstdatum|Benodigd op|Gewenste leveringsdatum|"
    "Te leveren vóór|Levertermijn|Gewenst|Aankomstdatum|Geplande leverdatum",
    "currency": "Valuta|Munt|Munteenheid|Val.|Valutacode|Bedragen in|Prijzen in|Documentvaluta|Ordervaluta|Muntsoort",
    "payment_terms": "Betalingsvoorwaarden|Betalingsconditie|Betalingscondities|Betaling|Betaalconditie|Betaaltermijn|"
    "Betalingstermijn|Betalingsvoorwaarde|Betaalvoorwaarden|Betaalvoorwaarde|Bet.cond.|Condities|Bet. voorwaarden|"
    "Betaalcondities|Betalingswijze",
    "delivery_terms": "Leveringsvoorwaarden|Leveringsconditie|Leveringscondities|Leverconditie|Incoterms|Incoterm|"
    "Levering|Leveringsvoorwaarde|Leverconditie|Transportconditie|Incoterms 2020|Levervoorwaarden|Lev.cond.|"
    "Vrachtconditie|Franco|Lev. voorwaarden|Leverwijze|Leveringswijze|Verzendconditie",
    "buyer.name": "Koper|Klant|Opdrachtgever|Afnemer|Besteller|Bedrijf|Naam|Bedrijfsnaam|Inkoper|Naam klant|Firmanaam",
    "buyer.vat_id": "BTW-nummer|BTW nr.|Btw-nr.|BTW|BTW nummer|BTW-nr.|Btw-id|BTW-identificatienummer|Btw-nummer|"
    "BTW-nr|BTW/VAT|VAT nr.|BTW id.|Ondernemingsnr.|Ondernemingsnummer|BTW identificatienr.|Btw nr.|BTW BE",
    "buyer.vat_id@buyer": "Ons BTW-nummer|Ons btw-nr.",
    "buyer.vat_id@seller": "Uw BTW-nummer|BTW-nummer klant|Uw BTW nr.|Uw btw-nummer|BTW nr. klant|BTW-nr. afnemer|"
    "Uw BTW-id",
    "buyer.address": "Adres|Adres klant|Adres koper|Straat|Bezoekadres|Vestigingsadres|Maatschappelijke zetel|"
    "Hoofdkantoor",
    "buyer.email": "E-mail|Email|e-mail|Mail|E-mailadres|E-mail adres|Mailadres|E-mail inkoop|Orderbevestiging naar|"
    "Elektronisch adres",
    "buyer.customer_number": "Klantnummer|Klantnr.|Klant nr.|Debiteurnummer|Debiteurnr.|Deb.nr.|Klant|Debiteur|"
    "Klantcode|Klantennummer|Klant-nr.|Relatienummer|Relatienr.|Debiteur nr.|Klant-ID|Klantnr|Debiteurennr.|"
    "Account nr.",
    "buyer.customer_number@buyer": "Ons klantnummer|Ons klantnr.|Ons klantnummer bij u|Ons debiteurnummer|"
    "Onze klantcode|Ons relatienummer bij u|Ons nummer bij u",
    "buyer.customer_number@seller": "Uw klantnummer|Uw klantnr.|Uw debiteurnummer|Uw relatienummer|Uw klantcode|"
    "Orderklantnr.|Factuurklantnr.",
    "buyer.gln": "GLN|GLN-code|EAN-code|GLN nummer|GLN koper|EAN adrescode|GLN-nr.|ILN|GLN afnemer|EAN code besteller|"
    "GLN klant",
    "seller.name": "Leverancier|Verkoper|Bedrijf|Naam leverancier|Crediteur|Naam|Opdrachtnemer|Bedrijfsnaam|Firma",
    "seller.vat_id": "BTW-nummer|BTW nr.|Btw-nr.|BTW|BTW nummer|BTW-nummer leverancier|Btw-id|BTW-nr. leverancier|"
    "BTW-identificatienummer|VAT nr.|Btw-nummer|BTW-nr.|BTW nr. verkoper|Ondernemingsnummer",
    "seller.vat_id@buyer": "Uw BTW-nummer|Uw btw-nr.",
    "seller.vat_id@seller": "Ons BTW-nummer|Ons btw-nr.",
    "seller.address": "Adres|Adres leverancier|Leveranciersadres|Vestigingsadres|Bezoekadres|Maatschappelijke zetel",
    "ship_to.name": "Ontvanger|Leveren aan|Afleveren bij|Aflevering|Afleverlocatie|Locatie|Filiaal|Leverlocatie|"
    "Ontvangende partij|Magazijn|Vestiging|Winkel|Project",
    "ship_to.address": "Afleveradres|Leveradres|Leveringsadres|Verzendadres|Plaats van levering|Adres|Losadres|"
    "Bestemming|Aflever adres|Bezorgadres|Werfadres|Leverplaats|Projectadres|Afleverplaats",
    "ship_to.gln": "GLN afleveradres|GLN leveradres|EAN afleveradres|GLN|GLN ontvanger|GLN afleverpunt|"
    "EAN-code afleveradres|GLN leverpunt|GLN locatie",
    "bill_to.name": "Factuur aan|Factureren aan|Factuur t.a.v.|Factuurontvanger|Betaler|Factuur op naam van|"
    "Factuurklant",
    "bill_to.address": "Factuuradres|Facturatieadres|Factuur sturen naar|Adres voor facturen|Factuur adres|"
    "Fakturatieadres|Facturen naar",
    "total_net": "Totaal excl. BTW|Totaal exclusief BTW|Subtotaal|Totaal netto|Netto bedrag|Netto totaal|Totaal excl.|"
    "Bedrag excl. BTW|Netto|Totaal exclusief btw|Totaalbedrag excl. BTW|Goederenbedrag|Orderwaarde|"
    "Ordertotaal excl. BTW|Totaal goederen|Nettowaarde|Maatstaf van heffing|Totaal netto bedrag|"
    "Totale waarde excl. BTW|Subtotaal excl. BTW|Totaal (excl. btw)|Orderbedrag excl. BTW|Waarde goederen|Nettobedrag|"
    "Bedrag exclusief BTW|Totaal order excl. BTW|Exclusief BTW|Totaalbedrag netto",
    "total_tax": "BTW|BTW bedrag|Totaal BTW|BTW 21%|Btw|BTW-bedrag|21% BTW|Bedrag BTW|Btw-bedrag|B.T.W.|Totaal btw|"
    "BTW totaal|BTW 21,00%|Omzetbelasting|BTW hoog|Belasting|21,00 % BTW",
    "total_gross": "Totaal incl. BTW|Totaal inclusief BTW|Totaal|Totaalbedrag|Te betalen|Totaal te betalen|Eindtotaal|"
    "Ordertotaal|Factuurbedrag|Totaal bedrag|Totaal inclusief btw|Bedrag incl. BTW|Totaalbedrag incl. BTW|"
    "Algemeen totaal|Totaal EUR|Bruto totaal|Eindbedrag|Totaal factuur|Totaal order|Totaal €|Inclusief BTW|"
    "Totaal bruto|Totaal orderbedrag|Orderbedrag|Totaal generaal|Totaal (incl. btw)|Te voldoen",
    "line.line_no": "Pos.|Regel|Nr.|Pos|Regelnr.|#|Positie|Volgnr.|Lijn|Lijnnr.|Rgl|Item|R.|Nr|Ln|Post|Rgl.nr.",
    "line.buyer_article_no": "Artikelnr. klant|Klantartikel|Art.nr. klant|Klant artikelnr.|Artikelcode klant|"
    "Klantartikelnummer|Klant art.nr.|Klantreferentie|Artikelnr. koper|Klantmateriaalnummer",
    "line.buyer_article_no@buyer": "Artikel|Artikelnummer|Artikelnr.|Artikelcode|Art.nr.|Art.code|Code|Materiaal|"
    "Materiaalnr.|Ons artikelnr.|Onze art.nr.|Ons artikelnummer|Item|Itemnr.|Product|Productcode|Ref.|Referentie|"
    "Artikel nr.|Materiaalnummer|Onze code|Art. nr.|Nr.|Onderdeelnr.|Intern nr.|Onze referentie|Itemcode|"
    "Onze artikelcode|Productnr.",
    "line.buyer_article_no@seller": "Uw artikelnr.|Uw artikelnummer|Uw art.nr.|Uw code|Uw referentie|Uw artikelcode|"
    "Uw materiaalnr.",
    "line.supplier_article_no": "Artikelnr. leverancier|Art.nr. lev.|Leverancier artikelnr.|Lev. art.nr.|"
    "Leveranciersartikel|Art.nr. leverancier|Lev.code|Artikelcode leverancier|Leveranciersartikelnr.|Fabrikantcode|"
    "Fabrikant art.nr.|Leveranciersnr.|Code leverancier|Ref. leverancier|Leveranciersreferentie|Artikelnr. fabrikant|"
    "Bestelcode leverancier",
    "line.supplier_article_no@buyer": "Uw artikelnr.|Uw artikelnummer|Uw art.nr.|Uw code|Uw referentie|Uw artikelcode|"
    "Uw ref.",
    "line.supplier_article_no@seller": "Artikel|Artikelnummer|Artikelnr.|Artikelcode|Art.nr.|Art.code|Code|Product|"
    "Productcode|Ons artikelnr.|Item|Referentie|Ref.|Itemnr.|Bestelnr.|Bestelcode|Type|Art. nr.|Productnummer",
    "line.gtin": "EAN|EAN-code|GTIN|Barcode|EAN code|EAN-nr.|EAN13|Streepjescode|GTIN/EAN|ISBN|EAN-13|EAN nummer",
    "line.description": "Omschrijving|Artikelomschrijving|Artikel|Beschrijving|Productomschrijving|Product|Omschr.|"
    "Omschrijving artikel|Benaming|Omschrijving goederen|Naam|Tekst|Dienst|Artikelnaam|Specificatie|"
    "Omschrijving / Artikel|Goederen|Materiaalomschrijving|Onderwerp|Titel|Werkzaamheden|Productnaam|"
    "Omschrijving product",
    "line.quantity": "Aantal|Aant.|Hoeveelheid|Hoev.|Besteld|Aantal besteld|Bestelaantal|Hoeveelh.|Aantal stuks|Stuks|"
    "Bestelde hoeveelheid|Qty|Aantal st.|Bestelhoeveelheid|Uren|AANTAL|Besteld aantal|Stk",
    "line.unit": "Eenheid|Eenh.|Ehd|Ehd.|Eenh|Maateenheid|E.H.|Per|ME|Meeteenheid|Verp.|Besteleenheid|"
    "Verpakkingseenheid|EH|Eenheidscode",
    "line.unit_price": "Prijs|Prijs per stuk|Stukprijs|Eenheidsprijs|Netto prijs|Prijs/eenh.|Prijs per eenheid|"
    "Prijs [excl. BTW;EUR;€;netto;p/e;ex btw]|P. prijs|Prijs p/st|Eenh.prijs|Inkoopprijs|Nettoprijs|Bruto prijs|"
    "Tarief|Verkoopprijs|E.P.|Prijs p.st.|Prijs per|Brutoprijs|Eenheidspr.|Stuksprijs|Prijs/Eenheid|"
    "Dir. eenheidskosten|Uurtarief|St. prijs",
    "line.price_base_quantity": "Per|Prijs per|PE|Prijseenheid|per|p/|Prijseenh.|Prijs eenheid|Prijsbasis|/|"
    "Per aantal|Basis",
    "line.discount_percent": "Korting|Kort.|Korting %|Krt%|% korting|Kort. %|Krt. %|Kort%|Krt.|Korting in %|Kt%|"
    "Regelkorting %|% Krt|Rabat|Lijnkorting %",
    "line.tax_rate": "BTW|BTW %|BTW%|Btw|% BTW|BTW-tarief|BTW code|Btw %|BTW tarief|Tarief|BTW perc.|B|BTW-%|Belasting",
    "line.line_amount": "Bedrag|Totaal|Netto bedrag|Regelbedrag|Totaalprijs|Totaal [excl. BTW;EUR;€;netto;excl.]|"
    "Waarde|Regeltotaal|Netto|Netto waarde|Bedrag [EUR;excl. BTW;€;netto]|Subtotaal|Nettobedrag|Tot. prijs|"
    "Tot. bedrag|Totaalbedrag|Bedrag excl. btw|Nettowaarde|Lijntotaal|Som|Prijs totaal|Totale prijs|Lijnbedrag",
    "line.delivery_date": "Leverdatum|Levering|Lev.datum|Datum|Afleverdatum|Gewenst|Levertijd|Leverdat.|"
    "Gewenste leverdatum|Leverdag|Lev. datum|Gewenst op|Leverweek|Ontvangstdatum|Levr.datum|Wk|Gepl. levering|"
    "Verwachte datum|Vervaldatum|Gewenste datum|Verw. ontvangst",
    "title.order": "Bestelling|Inkooporder|Order|Bestelbon|Inkoopopdracht|INKOOPORDER|Bestelorder|Opdracht|"
    "Inkoop order|Bestelformulier|Afroeporder|Opdrachtbon|Leveranciersorder|Inkoopbestelling|Aankooporder|"
    "Bestelopdracht|Raamorder|Werkorder|Afroep|Aankoopbon",
    "title.order_change": "Orderwijziging|Wijziging bestelling|Gewijzigde order|Gewijzigde inkooporder|"
    "Inkooporder - wijziging|Wijziging inkooporder|Wijzigingsorder|Aangepaste bestelling",
    "title.order_response": "Orderbevestiging|Bevestiging van uw order|Opdrachtbevestiging|Bevestiging|Verkooporder|"
    "Bestelbevestiging|Bevestiging bestelling|Bevestiging van uw bestelling",
    "title.quotation": "Offerte|Prijsopgave|Aanbieding|Offerte nr.|Prijsofferte|Verkoopofferte|Voorstel|"
    "Prijsaanbieding|Offertevoorstel",
    "title.invoice": "Factuur|Verkoopfactuur|FACTUUR|Faktuur|Factuur nr.|Voorschotfactuur|Termijnfactuur|Eindfactuur|"
    "Nota|Proforma factuur|Commerciële factuur|Verzamelfactuur|Deelfactuur",
    "title.credit_note": "Creditnota|Creditfactuur|Credit nota|Verkoopcreditnota|Kredietnota|Creditering|"
    "Correctiefactuur|CREDITNOTA",
    "title.delivery_note": "Pakbon|Leverbon|Leveringsbon|Verzendbon|Afleverbon|Vrachtbrief|Paklijst|Verzendnota|"
    "Zendnota|Begeleidingsbon",
    "title.reminder": "Herinnering|Betalingsherinnering|Aanmaning|Eerste aanmaning|Tweede herinnering|"
    "Laatste aanmaning|Ingebrekestelling|Betalingsverzoek",
    "title.letter": "Brief|Mededeling|Informatie|Bericht|Nieuwsbrief|Fax|Uitnodiging|Adreswijziging|Kennisgeving|Memo|"
    "Verklaring",
    "title.price_list": "Prijslijst|Prijslijst [2025;2026;2027]|Catalogus|Tarievenlijst|Netto prijslijst|"
    "Brutoprijslijst|Tarieven|Artikellijst",
    "title.statement": "Rekeningoverzicht|Openstaande posten|Rekeningafschrift|Saldo-overzicht|Openstaande facturen|"
    "Debiteurenoverzicht|Rekeninguittreksel|Saldobevestiging",
    "party.buyer": "Koper|Klant|Opdrachtgever|Afnemer|Gegevens koper|Klantgegevens|Besteller|Bedrijf|"
    "Gegevens opdrachtgever|Informatie koper|Koper / Klant|Aanbestedende dienst|Inkopende organisatie|"
    "Opdrachtgever / Besteller|Klant / Opdrachtgever|Naam en adres koper|Aanvrager|Bestellende afdeling|"
    "Gegevens besteller|Inkooporganisatie|Gegevens afnemer",
    "party.buyer@buyer": "Van|Afzender|Besteld door|Opdrachtgever|Inkoper|Onze gegevens|Uitgegeven door|Besteller",
    "party.buyer@seller": "Klant|Aan|Debiteur|Verkocht aan|Afnemer|T.a.v.|Geadresseerde|Factuur aan|Opdrachtgever|"
    "Klantadres|Uw gegevens|Factuur voor|Gefactureerd aan|Ontvanger factuur|Gegevens klant|Klant / Betaler|"
    "Debiteurgegevens",
    "party.seller": "Leverancier|Verkoper|Leveranciersadres|Gegevens leverancier|Crediteur|Opdrachtnemer|"
    "Gegevens verkoper|Informatie leverancier|Verkoper / Leverancier|Aannemer|Dienstverlener|"
    "Naam en adres leverancier|Leverende partij|Fabrikant|Onderaannemer|Groothandel|Leveranciersgegevens|Contractant|"
    "Toeleverancier",
    "party.seller@buyer": "Aan|Leverancier|Geadresseerde|T.a.v.|Bestelling aan|Crediteur|Order aan|Besteld bij|"
    "Adres leverancier",
    "party.seller@seller": "Van|Afzender|Verkoper|Onze gegevens|Leverancier|Opgesteld door|Uitgever|Factuur van|"
    "Ons bedrijf|Gefactureerd door|Uitgereikt door",
    "party.ship_to": "Afleveradres|Leveradres|Leveren aan|Leveringsadres|Verzendadres|Afleveren aan|Leveren op|"
    "Aflevering|Ontvanger|Verzenden naar|Bezorgadres|Afleveren bij|Levering aan|Losadres|Plaats van levering|"
    "Werfadres|Leverplaats|Aflever adres|Goederen leveren aan|Leveringsgegevens|Leverinformatie|Verzendgegevens|"
    "Afleverlocatie|Levering te|Te leveren aan|Ontvanger goederen|Bouwplaats|Werf|Losplaats|Magazijn|"
    "Levering aan adres|Uitvoeringsadres|Leveringspunt|Bestemmingsadres",
    "party.bill_to": "Factuuradres|Factuur aan|Factureren aan|Facturatieadres|Factuur naar|Factuur zenden aan|"
    "Facturen sturen naar|Gefactureerd aan|Factuurgegevens|Betaler|Facturatie|Facturatiegegevens|Stuur factuur naar|"
    "Factuur sturen aan|Factuur richten aan|Ontvanger van de factuur|Facturen naar|Te factureren aan|Facturatie aan|"
    "Crediteurenadministratie",
    "contact": "Contactpersoon|Contact|T.a.v.|Ter attentie van|t.a.v.|Uw contactpersoon|Behandeld door|"
    "Contactgegevens|Onze contactpersoon|Vertegenwoordiger|Verkoper|Accountmanager|Medewerker|Attn.",
    "buyer_person": "Inkoper|Besteld door|Contactpersoon|Aanvrager|Opdrachtgever|Aangemaakt door|Behandeld door|"
    "Inkoopcontact|Medewerker|Uitgegeven door|Besteller|Opgesteld door|Aangevraagd door|Onze inkoper|Ingevoerd door",
    "phone": "Telefoon|Tel.|Tel|T|Telefoonnr.|Telefoonnummer|Tel. nr.|T.|Tel.nr.",
    "mobile": "Mobiel|GSM|Mob.|M|Mobiel nr.",
    "fax": "Fax|Faxnr.|F|Telefax|Fax nr.|Faxnummer",
    "email": "E-mail|Email|e-mail|Mail|E|E-mailadres|E-mail adres",
    "web": "Website|Web|Internet|www|Site|Webadres",
    "bank": "Bank|Bankrelatie|Banknaam|Bankgegevens|Bankrekening|Bankinstelling|Onze bank",
    "iban": "IBAN|IBAN-nr.|IBAN nummer|Rekening IBAN|IBAN nr.|Bankrekening (IBAN)",
    "bic": "BIC|SWIFT|BIC/SWIFT|BIC-code|Swift-code|SWIFT/BIC",
    "page": "Pagina|Blad|Pag.|P.|Bladzijde|Blz.|Bladnr.",
    "of": "van|/|v.|uit",
    "carry_over": "Transport|Over te brengen|Subtotaal pagina|Vervolg op volgende pagina|Zie volgende pagina|"
    "Te transporteren|Totaal deze pagina",
    "carried_forward": "Transport|Overgebracht|Transport vorige pagina|Overbrenging|Van vorige pagina|"
    "Subtotaal vorige pagina",
    "subtotal": "Subtotaal|Tussentotaal|Sub totaal|Totaal groep|Totaal regels|Totaal hoofdstuk|Sub-totaal|"
    "Totaal artikelen|Som regels",
    "freight": "Vracht|Vrachtkosten|Verzendkosten|Transportkosten|Transport|Portokosten|Bezorgkosten|Leveringskosten|"
    "Vervoerskosten|Verzending|Orderkosten/vracht|Bijdrage transport|Verzend- en administratiekosten",
    "packaging": "Verpakking|Verpakkingskosten|Emballage|Europallet|Pallet|Pallets|Verpakkingsbijdrage",
    "insurance": "Verzekering|Transportverzekering|Verzekeringskosten|Verz. kosten",
    "surcharge": "Toeslag|Orderkosten|Kleine order toeslag|Brandstoftoeslag|Administratiekosten|Legeringstoeslag|"
    "Energietoeslag|Milieubijdrage|Verwijderingsbijdrage|Recupel|Dieseltoeslag|Spoedtoeslag|Behandelingskosten|Opslag|"
    "Instelkosten|Zaagkosten|Minimum ordertoeslag|Bebat|Voorrijkosten|Kilometerheffing|Staaltoeslag",
    "deposit": "Statiegeld|Aanbetaling|Borg|Waarborg|Pallet statiegeld|Voorschot|Leeggoed|Vooruitbetaling",
    "discount": "Korting|Kwantumkorting|Extra korting|Orderkorting|Contantkorting|Factuurkorting|Bonus|Klantkorting|"
    "Handelskorting|Staffelkorting|Projectkorting|Actiekorting",
    "rounding": "Afronding|Afrondingsverschil|Afronden|Afr.|Afrondingen",
    "your_reference": "Uw referentie|Uw ref.|Uw kenmerk|Uw brief van|Referentie|Uw schrijven d.d.|Uw bericht",
    "our_reference": "Onze referentie|Onze ref.|Ons kenmerk|Referentie|Ref.|Kenmerk|Interne referentie|Dossiernr.|"
    "Onze ref",
    "project": "Project|Projectnummer|Projectnr.|Werk|Werknummer|Projectnaam|Werf|Werknr.|Betreft|Object|Projectcode|"
    "Kostenproject|Bouwproject|Commissie",
    "cost_center": "Kostenplaats|Kostenplaatsnr.|Kpl.|KPL|Kostencode|Kostendrager|Grootboek|Grootboekrekening|"
    "Kostensoort|Budgetcode",
    "requisition": "Aanvraag|Aanvraagnummer|Bestelaanvraag|Bestelaanvraag nr.|Inkoopaanvraag|Aanvraagnr.|Behoefte nr.|"
    "Interne aanvraag",
    "quote_number": "Offerte|Offertenummer|Offertenr.|Uw offerte|Uw offerte nr.|Volgens offerte|Offerte nr.|"
    "Uw aanbieding|Cf. offerte|Onze offerte|Offerte d.d.|Uw offertenummer|Prijsopgave nr.|Conform uw offerte",
    "sales_order_number": "Verkooporder|Ons ordernummer|Verkoopordernr.|Onze order|Verkoopordernummer|Bevestigingsnr.|"
    "Orderbevestiging nr.|Ons ordernr.|Bevestigingsnummer|Onze opdracht nr.|VO-nummer",
    "delivery_note_number": "Pakbon|Pakbonnummer|Pakbonnr.|Leverbon nr.|Leveringsbon|Leverbonnummer|Zendingnummer|"
    "Pakbon nr.|Verzendnr.|Leveringsnr.|Track & trace",
    "price_list_date": "Prijslijst d.d.|Prijslijst|Prijslijst van|Prijzen per|Prijspeil|Prijzen geldig vanaf",
    "print_date": "Afdrukdatum|Printdatum|Afgedrukt op|Afgedrukt|Datum afdruk|Uitdraai d.d.|Geprint op",
    "valid_until": "Geldig tot|Geldig t/m|Geldigheid|Offerte geldig tot|Geldigheidsduur|Vervalt op|Geldig tot en met|"
    "Prijzen geldig tot",
    "shipping_date": "Verzenddatum|Datum verzending|Verzonden op|Laaddatum|Leverdatum|Geleverd op|Prestatiedatum|"
    "Verzonden|Datum levering|Uitleverdatum|Expeditiedatum",
    "confirmation_date": "Bevestigingsdatum|Bevestigd op|Bevestigen voor|Datum bevestiging|Bevestigd|Bevestigd d.d.",
    "order_time": "Tijd|Tijdstip|Uur|Ordertijd|Printtijd|Om",
    "ship_via": "Verzendwijze|Vervoerder|Verzending|Verzenden via|Transporteur|Transportwijze|Leverwijze|"
    "Verzendmethode|Expediteur|Via|Vervoer|Wijze van verzending|Wijze van transport|Transport door",
    "incoterm_word": "Incoterms|Incoterms 2020|Incoterm|volgens Incoterms 2020|INCOTERMS|cf. Incoterms",
    "department": "Afdeling|Afd.|Afdeling inkoop|Divisie|Dienst|Sectie|Bureau|Team|Vestiging",
    "approved_by": "Goedgekeurd door|Geautoriseerd door|Akkoord|Akkoord door|Paraaf|Goedkeuring|Vrijgegeven door|"
    "Gezien|Voor akkoord",
    "signature": "Handtekening|Handtekening en stempel|Stempel en handtekening|Voor akkoord|Datum en handtekening|"
    "Naam en handtekening|Handtekening opdrachtgever|Getekend|Handtekening voor akkoord|Ondertekening",
    "tax_number": "KvK-nummer|KvK|K.v.K.|Ondernemingsnummer|RSIN|Fiscaal nummer|KBO|Fiscaal nr.",
    "register": "KvK|KvK-nummer|Handelsregister|K.v.K. nr.|RPR|KvK nr.|Handelsregister nr.|H.R.|KVK|RPR Gent|"
    "Inschr. KvK",
    "capital": "Kapitaal|Maatschappelijk kapitaal|Aandelenkapitaal|Geplaatst kapitaal|Gestort kapitaal",
    "managing_director": "Directeur|Directie|Zaakvoerder|Algemeen directeur|Bestuurder|CEO|Eigenaar|"
    "Gedelegeerd bestuurder",
    "supplier_number": "Leveranciersnummer|Leveranciersnr.|Leverancier nr.|Crediteurnummer|Crediteurnr.|Lev.nr.|"
    "Uw leveranciersnummer|Leverancier|Crediteur|Leveranciercode|Leveranciersnummer bij ons|Cred.nr.",
    "gln": "GLN|GLN-code|EAN-code|ILN|GLN nummer|EAN adrescode",
    "seller_gln": "GLN leverancier|GLN-code leverancier|GLN verkoper|EAN leverancier|ILN leverancier|"
    "EAN-code leverancier",
    "weight": "Gewicht|Brutogewicht|Gewicht (kg)|Totaal gewicht|Gew.|Gewicht kg|Bruto kg|Bruto gewicht|Gew. kg",
    "net_weight": "Nettogewicht|Netto kg|Netto gewicht|Netto gew.|Gewicht netto|Stuksgewicht",
    "volume": "Volume|Vol.|Volume m3|Inhoud|Volume (m³)|Totaal volume|m3",
    "packages": "Colli|Aantal colli|Pallets|Verpakkingen|Aantal pallets|Dozen|Pakketten|Aantal dozen|Stuks colli",
    "customs_code": "Goederencode|Douanecode|HS-code|Statistieknummer|Taric-code|GN-code|Statistieknr.|Douanetarief|"
    "Intrastatcode|Tariefcode|Statistische code",
    "country_of_origin": "Land van oorsprong|Oorsprong|Herkomst|Land van herkomst|Oorsprongland|Oorspr.|Made in|Land",
    "drawing": "Tekening|Tekeningnr.|Tek.nr.|Tekeningnummer|Volgens tekening|Tek.|Tekening nr.|Cf. tekening|Tek. nr.",
    "revision": "Revisie|Rev.|Versie|Rev|Index|Wijziging|Uitgave|Vers.|Wijz.",
    "batch": "Batch|Partij|Lotnummer|Chargenr.|Lot|Charge|Batchnummer|Partijnr.|Lotnr.",
    "serial": "Serienummer|Serienr.|S/N|Serie nr.|SN|Serie-nr.|Fabricagenr.",
    "warehouse": "Magazijn|Mag.|Vestiging|Magazijncode|Locatie|Filiaal|Depot|DC",
    "stock_location": "Locatie|Magazijnlocatie|Stelling|Loc.|Lokatie|Opslaglocatie|Vak|Lade",
    "item_count": "Aantal regels|Regels|Aantal posities|Aantal artikelen|Totaal regels|Aantal orderregels|"
    "Totaal aantal regels|Aantal lijnen|Aantal posten",
    "total_quantity": "Totaal aantal|Totale hoeveelheid|Totaal stuks|Aantal totaal|Tot. aantal|Totaal aantal stuks",
    "amount_in_words": "In woorden|Bedrag in woorden|In letters|Zegge|Voluit|Bedrag voluit",
    "tax_base": "Grondslag|Netto|BTW grondslag|Maatstaf|Bedrag excl.|Belastbaar bedrag|Basis|Over bedrag|MvH|"
    "Grondslag BTW|Bedrag excl. BTW",
    "tax_table": "BTW-specificatie|BTW overzicht|BTW specificatie|Btw-overzicht|Specificatie btw|BTW-overzicht|"
    "Btw-detail",
    "tax_rate": "BTW %|BTW-tarief|Tarief|%|BTW%|Btw %|Percentage|BTW-perc.|BTW code",
    "tax_amount": "BTW-bedrag|BTW bedrag|BTW|Btw|Bedrag BTW|Btw-bedrag|Bedrag",
    "sum_of_discounts": "Totaal korting|Totale korting|Kortingen|Totaal kortingen|Kortingsbedrag|Som kortingen|"
    "Uw voordeel|Korting totaal",
    "prepaid": "Aanbetaling|Reeds betaald|Betaald|Voorschot|Vooruitbetaald|Al betaald|Voldaan|Ontvangen aanbetaling",
    "amount_due": "Te betalen|Openstaand bedrag|Te voldoen|Nog te betalen|Saldo|Restbedrag|Te betalen bedrag|"
    "Openstaand|Restant",
    "notes": "Opmerkingen|Opmerking|Bijzonderheden|Notities|Toelichting|Memo|Extra informatie|Aanvullende informatie|"
    "Let op|Instructies|Commentaar|Notitie|Opm.",
    "terms_title": "Algemene voorwaarden|Inkoopvoorwaarden|Algemene inkoopvoorwaarden|Voorwaarden|"
    "Leverings- en betalingsvoorwaarden|Algemene verkoopvoorwaarden|Bestelvoorwaarden|Algemene leveringsvoorwaarden|"
    "Onze voorwaarden",
    "document_status": "Status|Ordertype|Soort|Type|Kopie|Soort order|Documentsoort|Origineel|Type document",
    "account_number": "Rekeningnummer|Rekeningnr.|Rekening|Bankrekening|Rek.nr.|Rek. nr.|Bankrekeningnummer|Banknr.",
    "payment_method": "Betaalwijze|Betalingswijze|Betaalmethode|Wijze van betaling|Betaling via|Betaalvorm|Betaling",
    "place": "Plaats|Plaats, datum|Plaats en datum|Te|Plaats van uitgifte|Opgemaakt te",
    "part.name": "Naam|Bedrijf|Bedrijfsnaam|Firma|Organisatie|Naam organisatie|Onderneming",
    "part.street": "Straat|Adres|Straat en nr.|Straat + huisnr.|Straatnaam|Adresregel 1",
    "part.postcode": "Postcode|PC|Postnr.",
    "part.city": "Plaats|Stad|Woonplaats|Gemeente",
    "part.country": "Land|Landcode|Land / code",
    "part.place_line": "Postcode/Plaats|Postcode en plaats|PC/Plaats|Plaats|Postcode + gemeente",
    "part.number": "Nummer|Nr.|Code|ID|Kenmerk|Relatienr.|Identificatie",
    "part.global_id": "GLN|GLN-nr.|Globale ID|EAN-locatiecode",
    "part.address2": "Adres 2|Toevoeging|Afdeling|Bus|Adresregel 2",
    "part.state": "Provincie|Regio|Prov.",
    "part.trading_name": "Handelsnaam|Merknaam|Roepnaam bedrijf",
    "part.legal_id": "Registratienummer|Juridische ID|Inschrijvingsnr.",
    "part.e_address": "Elektronisch adres|Peppol-ID|Digitaal adres",
    "period_start": "Periode van|Begin periode|Startdatum|Geldig vanaf|Ingangsdatum",
    "period_end": "Periode tot|Einde periode|Einddatum|Geldig t/m|Periode t/m",
    "tender": "Aanbesteding|Aanbestedingsnr.|Perceel|Bestek|Besteknummer",
    "previous_document": "Oorspronkelijke factuur|Gerelateerd document|"
    "Vorige factuur|Vervangt document|Voorgaande wijziging",
    "object_ref": "Document-ID|Object-ID|Systeemnr.|Catalogus|Transactie-ID",
    "org_unit": "Vestiging|Bedrijfsnummer|Inkoopgroep|Inkooporg.|Filiaal|Locatiecode",
}
