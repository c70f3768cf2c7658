"""Italian captions."""

WORDS: dict[str, str] = {
    "order_number": "[N.;Nr.;Numero;N°;Num.;Rif.] [ordine;d'ordine;ordine d'acquisto;ODA;ord.]|Ordine [n.;N.;nr.;n°;"
    "numero;]|Ordine d'acquisto [n.;N.;]|Ordine di acquisto n.|Ordine fornitore n.|O.d.A. n.|ODA|Riferimento ordine|"
    "Ordine nr./data|Codice ordine|N.ordine|Ns. ordine n.|Ord. n.|Buono d'ordine n.|ID ordine|PO n.",
    "order_number@buyer": "[Nostro;Ns.;N/] ordine [n.;]|Numero documento|Documento n.|Numero|N.|Nr.|Nr. doc.|N. doc.|"
    "Numero/Data documento|Nostro numero d'ordine|Ns. rif. ordine|Num. documento",
    "order_number@seller": "[Vostro;Vs.;V/;Vs] ordine [n.;nr.;]|N. ordine cliente|Ordine cliente|Rif. Vs. ordine|"
    "Vs. ord.|Vostro riferimento|Vs. rif.|Rif. ordine cliente|Ordine cliente n.|Vostro ordine n. / del|"
    "Riferimento cliente|Numero ordine cliente|Vs. numero d'ordine|Rif. cliente|Vs. ODA|Nr. documento esterno",
    "order_date": "Data ordine|Data|Data dell'ordine|Del|del|Data documento|Data emissione|Data doc.|Data ord.|"
    "Data di emissione|Ordine del|In data|Emesso il|Data creazione|Data d'ordine",
    "order_date@seller": "Vs. ordine del|Data Vs. ordine|Data ordine cliente|Vostro ordine del",
    "invoice_number": "Fattura n.|N. fattura|Numero fattura|Nr. fattura|Fattura|Fattura nr.|Numero documento|"
    "N. documento|Numero|N.|Fatt. n.|Doc. n.|N° fattura|Fattura numero|Nr. doc.|Numero Doc.",
    "invoice_date": "Data fattura|Data|Data documento|Del|Data emissione|Data doc.|Data di emissione|Fattura del|"
    "Data fatt.|Data della fattura|Emessa il",
    "due_date": "Scadenza|Data scadenza|Scadenza pagamento|Da pagare entro|Scadenze|Data di scadenza|Scad.|"
    "Pagamento entro|Scadenza rate|Scadenza il|Data pagamento|Pagare entro il|Scadenza fattura",
    "contract_number": "Contratto n.|N. contratto|Contratto|Contratto quadro|Contratto quadro n.|Ordine aperto n.|"
    "Accordo quadro|Ordine aperto|Numero contratto|Rif. contratto|Nr. contratto|CIG|Accordo quadro n.|Contratto nr.|"
    "Ordine quadro",
    "requested_delivery_date": "Data [consegna;di consegna;consegna richiesta;consegna prevista;richiesta;"
    "consegna desiderata]|Consegna|Consegna richiesta|Consegna entro|Consegna prevista|Termine di consegna|"
    "Consegna richiesta il|Da consegnare entro|Data cons.|Consegna il|Cons. richiesta|Termine consegna|"
    "Data prevista consegna|Consegnare entro il|Data richiesta consegna|Tempi di consegna|Cons. prevista|"
    "Data arrivo merce|Settimana di consegna|Consegna tassativa|Data ricevimento prevista|Consegna per il|"
    "Data evasione|Consegna tassativa entro|Data fabbisogno",
    "currency": "Valuta|Divisa|Valuta documento|Val.|Codice valuta|Prezzi in|Div.|Importi in|Importi espressi in|"
    "Valuta ordine",
    "payment_terms": "Condizioni di pagamento|Pagamento|Termini di pagamento|Modalità di pagamento|Cond. di pagamento|"
    "Condizioni pagamento|Tipo pagamento|Cond. pagamento|Modalità pagamento|Termini pagamento|Cod. pagamento|"
    "Descrizione pagamento|Cond. pag.|Pag.",
    "delivery_terms": "Condizioni di consegna|Resa|Incoterms|Porto|Termini di consegna|Termini di resa|Consegna|"
    "Condizioni di resa|Incoterms 2020|Condizioni di trasporto|Trasporto|Cond. di resa|Tipo resa|Cond. consegna|"
    "Incoterm|Spedizione|Resa merce",
    "buyer.name": "Acquirente|Cliente|Committente|Ragione sociale|Azienda|Società|Nome|Denominazione|Intestatario|"
    "Spett.le|Compratore|Cessionario",
    "buyer.vat_id": "P.IVA|Partita IVA|P. IVA|Part. IVA|P.I.|Partita I.V.A.|P.IVA/C.F.|C.F./P.IVA|P.IVA cliente|"
    "Codice IVA|Part.IVA|Partita IVA / C.F.|VAT|N. Partita IVA|ID IVA|P.Iva|VAT N.|Codice fiscale / P.IVA|"
    "Identificativo fiscale ai fini IVA",
    "buyer.vat_id@buyer": "Nostra P.IVA|Ns. P.IVA",
    "buyer.vat_id@seller": "Vs. P.IVA|Vostra Partita IVA|Partita IVA cliente|P.IVA del cliente|Vs. Partita IVA",
    "buyer.address": "Indirizzo|Sede legale|Indirizzo cliente|Sede|Via|Domicilio|Sede amministrativa|Domicilio fiscale",
    "buyer.email": "E-mail|Email|e-mail|Mail|Posta elettronica|PEC|Indirizzo e-mail|Indirizzo mail|E-Mail|"
    "Inviare conferma a|Indirizzo di posta elettronica",
    "buyer.customer_number": "Codice cliente|Cod. cliente|N. cliente|Cliente n.|Cliente|Numero cliente|Nr. cliente|"
    "Cod. Cli.|C/Cliente|ID cliente|Conto cliente|Cliente nr.|Codice anagrafico|Codice",
    "buyer.customer_number@buyer": "Nostro codice cliente|Ns. codice cliente|Ns. cod. cliente presso di voi|"
    "Nostro n. cliente|Ns. codice c/o di Voi|Nostro codice presso di Voi",
    "buyer.customer_number@seller": "Vs. codice|Vostro codice cliente|Vs. codice cliente|Vs. cod. cliente|"
    "Il Vostro numero cliente|Vs. n. cliente|Intestatario n.",
    "buyer.gln": "GLN|Codice GLN|EAN|ILN|GLN acquirente|Codice ILN|GLN cliente|N. GLN|Codice EAN|GLN committente|"
    "Codice SDI",
    "seller.name": "Fornitore|Venditore|Azienda|Ragione sociale|Società|Nome fornitore|Denominazione|Cedente|Spett.le",
    "seller.vat_id": "P.IVA|Partita IVA|P. IVA|Part. IVA|P.I.|P.IVA fornitore|Partita I.V.A.|P.IVA/C.F.|C.F./P.IVA|"
    "Partita IVA fornitore|VAT|Cod. Fisc. e P.IVA|P.IVA venditore|Codice fiscale e Partita IVA|"
    "Identificativo fiscale ai fini IVA",
    "seller.vat_id@buyer": "Vs. P.IVA|Vostra P.IVA",
    "seller.vat_id@seller": "Nostra P.IVA|Ns. P.IVA",
    "seller.address": "Indirizzo|Sede legale|Indirizzo fornitore|Sede|Via|Sede amministrativa|Sede operativa",
    "ship_to.name": "Destinatario|Destinazione|Consegnare a|Luogo di consegna|Destinatario merce|Spedire a|"
    "Punto di consegna|Magazzino|Negozio|Stabilimento|Ricevente|Cantiere",
    "ship_to.address": "Indirizzo di consegna|Luogo di consegna|Indirizzo di spedizione|Destinazione merce|"
    "Luogo di destinazione|Indirizzo|Indirizzo consegna|Destinazione|Indirizzo destinazione|Indirizzo di destinazione|"
    "Indirizzo di scarico|Destinazione diversa",
    "ship_to.gln": "GLN consegna|GLN luogo di consegna|GLN destinatario|GLN|EAN luogo consegna|ILN destinazione|"
    "GLN punto di consegna|GLN destinazione",
    "bill_to.name": "Fatturare a|Intestatario fattura|Fattura a|Intestare fattura a|Destinatario fattura|Pagatore|"
    "Cliente fatturazione",
    "bill_to.address": "Indirizzo di fatturazione|Indirizzo fatturazione|Sede legale|Indirizzo fattura|"
    "Inviare fattura a|Indirizzo invio fattura|Indirizzo di fatt.",
    "total_net": "Totale imponibile|Imponibile|Totale netto|Totale merce|Importo netto|Subtotale|"
    "Totale documento netto|Totale senza IVA|Netto|Totale importo|Valore netto|Netto merce|Totale merce netto|"
    "Totale ordine netto|Totale imponibile EUR|Valore totale netto|Totale al netto IVA|Totale (IVA esclusa)|"
    "Totale IVA esclusa|Totale ordine (IVA escl.)|Importo totale netto|Imponibile totale|Tot. imponibile|"
    "Totale esclusa IVA|Tot. merce|Somma netta|Base imponibile|Totale valore merce|Importo netto totale",
    "total_tax": "IVA|Totale IVA|Importo IVA|I.V.A.|Imposta|IVA 22%|Totale imposta|Imposte|Totale I.V.A.|Tot. IVA|"
    "Totale imposte|IVA totale|Imposta totale|Ammontare IVA|IVA al 22%|Importo imposta",
    "total_gross": "Totale|Totale documento|Totale ordine|Totale fattura|Totale IVA inclusa|Totale da pagare|"
    "Totale complessivo|Totale generale|Totale a pagare|Importo totale|TOTALE|Totale lordo|Totale documento EUR|"
    "Netto a pagare|Totale con IVA|Tot. documento|Totale EUR|Totale ordine (IVA incl.)|Totale ivato|Totale €|"
    "Tot. a pagare|Totale importo ordine|Totale offerta|Totale dovuto|Importo lordo",
    "line.line_no": "Pos.|Riga|N.|Pos|#|N. riga|Posizione|Nr.|R.|Rif.|Rg.|Nr. riga|Prog.|Voce|N°|Item",
    "line.buyer_article_no": "Cod. cliente|Codice cliente|Codice articolo cliente|Cod. art. cliente|Rif. cliente|"
    "Art. cliente|Cod. acquirente|Codice acquirente|N. materiale cliente|Codice prodotto cliente",
    "line.buyer_article_no@buyer": "Codice|Articolo|Codice articolo|Cod. articolo|Cod. art.|Materiale|Ns. codice|Cod.|"
    "Nostro codice|Art.|N. articolo|Codice prodotto|Nr. articolo|Cod. prodotto|Codice materiale|Ns. cod.|Prodotto|"
    "N. materiale|Riferimento|Nr.|Cod. interno|Ns. articolo|Codice interno|N. parte|Cod. mat.|Particolare|"
    "Codice/Disegno",
    "line.buyer_article_no@seller": "Vs. codice|Vostro codice|Vs. articolo|Vs. cod.|Vs. rif.|Vostro articolo|V/codice",
    "line.supplier_article_no": "Cod. fornitore|Codice fornitore|Cod. art. fornitore|Codice articolo fornitore|"
    "Rif. fornitore|Articolo fornitore|Art. fornitore|Cod. forn.|Codice produttore|Cod. produttore|N. art. fornitore|"
    "Codice venditore|Rif. forn.|Codice costruttore|N. materiale fornitore",
    "line.supplier_article_no@buyer": "Vs. codice|Vostro codice|Vs. articolo|Vs. cod.|Vs. rif.|Vostro articolo|"
    "Vs. cod. art.",
    "line.supplier_article_no@seller": "Codice|Articolo|Codice articolo|Cod. articolo|Cod. art.|Cod.|Art.|N. articolo|"
    "Codice prodotto|Prodotto|Nr. articolo|Ns. codice|Modello|Riferimento|Cod. prodotto|Nr.|Nostro codice",
    "line.gtin": "EAN|Codice EAN|GTIN|Codice a barre|Barcode|EAN13|Cod. EAN|EAN-13|GTIN/EAN|ISBN|Cod. a barre|EAN 13",
    "line.description": "Descrizione|Descrizione articolo|Articolo|Descrizione della merce|Prodotto|Denominazione|"
    "Descrizione prodotto|Descrizione dei beni|Descrizione merce|Natura e qualità dei beni|Descrizione beni/servizi|"
    "Servizio|Descr.|Oggetto|Descrizione / Note|Descrizione materiale|Merce|Nome|Testo|Materiale|Dettaglio|"
    "DESCRIZIONE|Causale|Specifica",
    "line.quantity": "Quantità|Q.tà|Qtà|Qta|Q.ta|Quant.|Q.tà ordinata|Qtà ordinata|Quantità ordinata|Pezzi|Q.tà ord.|"
    "QTA'|Qt.|Quantita'|N. pezzi|Quantità richiesta|Ore|Q.TA'|Qtà rich.|Colli",
    "line.unit": "U.M.|UM|Unità|Unità di misura|Um|U.d.M.|UdM|u.m.|Un. mis.|Un.|U/M|Unità mis.|Mis.",
    "line.unit_price": "Prezzo|Prezzo unitario|Prezzo unit.|P. unitario|Prezzo netto|Pr. unitario|Prezzo un.|"
    "Prezzo unitario [€;EUR;netto;(€);in EUR]|Prezzo U.|Prezzo unit. netto|P.U.|Pr. unit.|Costo unitario|"
    "Importo unitario|Prezzo listino|Prezzo/UM|Pr. netto|Listino|Prezzo lordo|Prezzo acquisto|Costo|Prezzo cad.|"
    "Tariffa|Prezzo €|Val. unitario|Costo unit. diretto",
    "line.price_base_quantity": "Per|Prezzo per|Unità prezzo|U.P.|Base prezzo|Q.tà base|U.M. prezzo|Base|Ogni|/|"
    "Un. prezzo|Molt. prezzo",
    "line.discount_percent": "Sconto|Sc. %|Sconto %|% Sconto|Sc.%|Sconti|Sc.|Sconto%|% sc.|Sc. riga %|Sconto (%)|"
    "Abbuono|Sc1|%Sc.",
    "line.tax_rate": "IVA|IVA %|Aliquota|Aliq.|C.IVA|Cod. IVA|% IVA|Aliquota IVA|I.V.A.|Aliq. IVA|Aliq. %|C.I.|Iva|"
    "Codice IVA|IVA%",
    "line.line_amount": "Importo|Totale|Importo netto|Totale riga|Prezzo totale|Importo [€;EUR;totale;riga;(€);"
    "in EUR]|Valore|Valore netto|Imponibile|Totale netto|Importo tot.|Tot.|Netto|Importo complessivo|Totale €|"
    "Valore riga|Importo netto riga|Importo totale|Tot. riga|Totale merce|Prezzo complessivo|Subtotale|Val. netto",
    "line.delivery_date": "Data consegna|Consegna|Data cons.|Cons.|Data di consegna|Data prevista|Data|Data richiesta|"
    "Cons. prevista|Dt. consegna|Data evasione|Consegna prevista|Termine|Cons. richiesta|Sett. consegna|Data arrivo|"
    "D. consegna|Data Cons.|Dt.cons.|Data pr. consegna",
    "title.order": "Ordine|Ordine d'acquisto|Ordine a fornitore|ORDINE|Ordine fornitore|Ordine di acquisto|"
    "Ordine a fornitore n.|Buono d'ordine|Modulo d'ordine|Ordine materiale|Commissione|Ordine di fornitura|"
    "Ordine di lavorazione|Ordine merce|Ordine standard|Ordine di servizio|Ordine aperto|Ordine conto lavoro|"
    "Ordinativo|Richiesta di fornitura",
    "title.order_change": "Modifica ordine|Variazione ordine|Ordine modificato|Modifica ordine d'acquisto|"
    "Rettifica ordine|Variazione all'ordine|Modifica d'ordine|Ordine d'acquisto - modifica",
    "title.order_response": "Conferma d'ordine|Conferma ordine|Conferma ordine cliente|Ordine cliente|"
    "Conferma di ordine|Accettazione ordine|Conferma ordine di vendita|Conferma d'ordine n.|Conferma del Vs. ordine",
    "title.quotation": "Offerta|Preventivo|Preventivo n.|Offerta commerciale|Quotazione|Offerta cliente|Offerta n.|"
    "Proposta commerciale|Offerta di vendita",
    "title.invoice": "Fattura|Fattura di vendita|FATTURA|Fattura n.|Fattura accompagnatoria|Fattura immediata|"
    "Fattura differita|Fattura proforma|Parcella|Fattura di acconto|Fattura commerciale|Fattura elettronica|"
    "Copia di cortesia fattura",
    "title.credit_note": "Nota di credito|Nota credito|Nota di accredito|Nota d'accredito|Storno fattura|"
    "Nota di credito n.|Nota di variazione|Nota credito cliente",
    "title.delivery_note": "Documento di trasporto|DDT|Bolla di consegna|D.D.T.|Bolla|Documento di trasporto n.|"
    "Packing list|Distinta di spedizione|Lista di prelievo|Nota di consegna",
    "title.reminder": "Sollecito di pagamento|Sollecito|Primo sollecito|Sollecito pagamento|Secondo sollecito|"
    "Messa in mora|Avviso di scadenza|Promemoria di pagamento",
    "title.letter": "Lettera|Comunicazione|Circolare|Avviso|Comunicazione ai fornitori|Fax|Informativa|Dichiarazione|"
    "Richiesta di offerta|Invito|Cambio di indirizzo",
    "title.price_list": "Listino prezzi|Listino|Catalogo|Listino [2025;2026;2027]|Listino prezzi netti|"
    "Listino generale|Prezziario|Catalogo prodotti",
    "title.statement": "Estratto conto|Situazione contabile|Scadenzario|Partitario|Estratto conto cliente|"
    "Conferma saldo|Partite aperte|Elenco partite aperte",
    "party.buyer": "Acquirente|Cliente|Committente|Dati acquirente|Cessionario/committente|Intestatario|Dati cliente|"
    "Azienda|Compratore|Informazioni acquirente|Dati del committente|Stazione appaltante|Ente appaltante|"
    "Ente committente|Acquirente / Cliente|Cliente / Committente|Ordinante|Dati del cliente|Ente ordinante|"
    "Azienda acquirente|Nome e indirizzo dell'acquirente|Soggetto acquirente|Ufficio acquisti|Richiedente",
    "party.buyer@buyer": "Da|Emittente|Ordinante|Mittente|Emesso da|Richiedente|Committente|I nostri dati",
    "party.buyer@seller": "Spett.le|Cliente|Intestatario|A|Destinatario|Spettabile|Fatturato a|Egr.|"
    "Cliente/Intestatario|Spett. Ditta|Dati cliente|Destinatario fattura|Cliente intestatario|Committente / Cliente",
    "party.seller": "Fornitore|Venditore|Dati fornitore|Cedente/prestatore|Ditta|Appaltatore|Indirizzo fornitore|"
    "Informazioni fornitore|Informazioni venditore|Fornitore / Venditore|Impresa|Aggiudicatario|Impresa fornitrice|"
    "Ditta fornitrice|Nome e indirizzo del fornitore|Prestatore|Produttore|Subappaltatore|Distributore|"
    "Ragione sociale fornitore|Operatore economico",
    "party.seller@buyer": "Spett.le|Fornitore|A|Destinatario|Spettabile|Spett. Ditta|Alla c.a.|Egr.|Ordine a|"
    "Dati fornitore",
    "party.seller@seller": "Da|Mittente|Emittente|Venditore|Cedente|I nostri dati|Emesso da|Emessa da|"
    "Dati del venditore|La nostra azienda|Dati azienda|Fatturato da|Soggetto emittente",
    "party.ship_to": "Destinazione|Destinazione merce|Luogo di consegna|Indirizzo di consegna|Destinatario|"
    "Consegnare a|Spedire a|Indirizzo di spedizione|Luogo di destinazione|Consegna presso|Destinazione diversa|"
    "Indirizzo consegna|Dest. merce|Merce da consegnare a|Resa presso|Punto di consegna|Luogo di scarico|"
    "Indirizzo di destinazione|Dati di consegna|Informazioni di consegna|Informazioni di spedizione|"
    "Dati di spedizione|Sede di consegna|Cantiere|Indirizzo cantiere|Magazzino di destinazione|Ricevente|"
    "Destinatario merci|Consegnare la merce presso|Luogo di esecuzione|Stabilimento di destinazione|Recapito merce",
    "party.bill_to": "Indirizzo di fatturazione|Fatturare a|Intestatario fattura|Fattura a|Indirizzo fatturazione|"
    "Intestare fattura a|Fatturazione|Inviare fattura a|Intestazione fattura|Dati di fatturazione|"
    "Destinatario fattura|Informazioni di fatturazione|Fattura intestata a|Destinatario della fattura|Fatture a|"
    "Emettere fattura a|Soggetto pagatore|Indirizzo per la fattura|Pagatore",
    "contact": "Contatto|Referente|Persona di contatto|Alla c.a.|C.a.|Alla cortese attenzione|Vostro referente|Rif.|"
    "Agente|Responsabile|Att.ne|Contatti|Operatore|Ns. riferimento|Riferimento|All'attenzione di",
    "buyer_person": "Buyer|Acquirente|Richiedente|Emesso da|Compilatore|Nostro riferimento|Ufficio acquisti|"
    "Referente acquisti|Ordinato da|Ordinante|Compilato da|Responsabile acquisti|Creato da|Vs. contatto|Resp. ordine|"
    "Addetto acquisti",
    "phone": "Tel.|Telefono|Tel|T.|Telef.|N. tel.|Centralino|Tel. diretto",
    "mobile": "Cell.|Cellulare|Mobile|Cell|Tel. cell.",
    "fax": "Fax|Fax.|Telefax|N. fax|F.",
    "email": "E-mail|Email|e-mail|Mail|PEC|E-Mail|Posta elettronica",
    "web": "Web|Sito web|www|Sito|Internet|Sito internet|http",
    "bank": "Banca|Banca d'appoggio|Banca appoggio|Istituto bancario|Coordinate bancarie|Appoggio bancario|Ns. banca|"
    "Nostra banca",
    "iban": "IBAN|Codice IBAN|Cod. IBAN|IBAN n.|Conto IBAN|Coordinate IBAN",
    "bic": "BIC|SWIFT|BIC/SWIFT|Codice SWIFT|Codice BIC|SWIFT/BIC|Swift",
    "page": "Pagina|Pag.|Pag|Foglio|Pagina n.|P.|Pag. n.",
    "of": "di|/|da|su",
    "carry_over": "A riportare|Riporto|Segue|Totale pagina|Segue a pagina successiva|Da riportare|Continua|"
    "Subtotale pagina",
    "carried_forward": "Riporto|Riporto da pagina precedente|Riporto pagina precedente|Totale riportato|"
    "Segue da pagina precedente",
    "subtotal": "Subtotale|Totale parziale|Sub-totale|Parziale|Totale gruppo|Totale sezione|Somma|Totale righe|"
    "Tot. parziale",
    "freight": "Trasporto|Spese di trasporto|Spese trasporto|Spese di spedizione|Spedizione|Porto|Costi di trasporto|"
    "Contributo trasporto|Nolo|Spese spedizione|Corriere|Consegna|Addebito trasporto|Costo spedizione",
    "packaging": "Imballo|Spese imballo|Imballaggio|Spese di imballo|Pallet|Bancale EUR|Imballi|Pedana|"
    "Contributo imballo",
    "insurance": "Assicurazione|Spese assicurazione|Assicurazione trasporto|Assicurazione merce",
    "surcharge": "Supplemento|Maggiorazione|Spese incasso|Spese bolli|Contributo ambientale|Contributo RAEE|"
    "Supplemento carburante|Diritto fisso|Spese varie|Spese amministrative|Extra|Contributo CONAI|Spese di incasso|"
    "Costo attrezzatura|Spese bancarie|Diritti di segreteria|Bollo|Spese di gestione|Sovrapprezzo|Supplemento urgenza|"
    "Contributo PFU",
    "deposit": "Cauzione|Acconto|Deposito|Cauzione pallet|Caparra|Anticipo|Cauzione vuoti|Vuoti a rendere",
    "discount": "Sconto|Abbuono|Sconto incondizionato|Sconto commerciale|Sconto cassa|Sconto merce|Sconto extra|"
    "Sconto cliente|Sconto pagamento|Ribasso|Premio|Sconto quantità|Sconto finale|Sconto globale",
    "rounding": "Arrotondamento|Arrotondamenti|Arr.|Differenza arrotondamento|Arrot.",
    "your_reference": "Vs. riferimento|Vostro riferimento|Vs. rif.|V/rif.|Riferimento|Vs. lettera del|Rif. cliente|"
    "Vs. richiesta|Vs. comunicazione del",
    "our_reference": "Ns. riferimento|Nostro riferimento|Ns. rif.|N/rif.|Rif.|Riferimento|Riferimento interno|"
    "Prot. n.|Rif. interno|Ns. prot.",
    "project": "Commessa|Progetto|N. commessa|Commessa n.|Cantiere|Lavoro|CUP|Oggetto|Rif. commessa|Nr. progetto|"
    "Nome progetto|Cod. commessa|WBS",
    "cost_center": "Centro di costo|C.d.C.|Centro costo|CdC|Centro di costo n.|Conto|Voce di costo|Capitolo di spesa|"
    "C.C.|Imputazione",
    "requisition": "Richiesta d'acquisto|RDA n.|RdA|Richiesta n.|N. RDA|Richiesta di acquisto|Rich. acquisto|"
    "Fabbisogno n.|RDO n.",
    "quote_number": "Offerta n.|N. offerta|Vs. offerta|Vostra offerta|Rif. offerta|Preventivo n.|Vs. offerta n.|"
    "Offerta|Come da Vs. offerta|Nr. offerta|Ns. offerta|Vs. preventivo|Offerta nr./data|Rif. Vs. offerta",
    "sales_order_number": "Conferma d'ordine n.|Ns. ordine|N. conferma|Nostro ordine n.|Ordine di vendita n.|"
    "Ns. conferma n.|Conferma ordine nr.|Ns. rif. ordine|Nr. ordine vendita|N. commessa|Impegno n.",
    "delivery_note_number": "DDT n.|N. DDT|Bolla n.|Documento di trasporto n.|DDT|N. bolla|D.D.T. n.|Consegna n.|"
    "N. spedizione|Nr. bolla|DDT numero|Rif. DDT",
    "price_list_date": "Listino del|Listino|Listino prezzi del|Prezzi validi dal|Listino in vigore dal|Data listino",
    "print_date": "Data stampa|Stampato il|Data di stampa|Stampa del|Stampato|Data/ora stampa|Edizione del",
    "valid_until": "Valido fino al|Validità|Validità offerta|Offerta valida fino al|Scadenza offerta|Valida fino al|"
    "Data validità|Validità fino al|Prezzi validi fino al",
    "shipping_date": "Data spedizione|Data di spedizione|Spedito il|Data partenza|Data trasporto|"
    "Data inizio trasporto|Data ritiro|Data consegna|Data uscita merce|Data DDT|Data competenza",
    "confirmation_date": "Data conferma|Confermato il|Conferma entro|Data di conferma|Confermato|Da confermare entro|"
    "Conferma del",
    "order_time": "Ora|Ore|Ora ordine|Ora stampa|Orario",
    "ship_via": "Spedizione a mezzo|Vettore|Trasporto a mezzo|Corriere|Mezzo|Modalità di spedizione|Trasporto a cura|"
    "Spedizioniere|Mezzo di trasporto|Tipo spedizione|Trasporto|Spedizione|A mezzo|Modalità trasporto",
    "incoterm_word": "Incoterms|Incoterms 2020|Incoterm|secondo Incoterms 2020|INCOTERMS|Resa Incoterms",
    "department": "Reparto|Ufficio|Ufficio acquisti|Dipartimento|Divisione|Servizio|Settore|Area|Uff.|Stabilimento",
    "approved_by": "Approvato da|Autorizzato da|Approvazione|Visto|Verificato da|Approvato|Autorizzazione|"
    "Visto si approva|Controllato da",
    "signature": "Firma|Timbro e firma|Firma e timbro|Firma per accettazione|Firma autorizzata|Firma del cliente|"
    "Data e firma|Per accettazione|Firma responsabile|Firma destinatario|Firma conducente",
    "tax_number": "C.F.|Codice fiscale|Cod. Fisc.|Cod. fiscale|CF|C. F.|Cod.Fisc.",
    "register": "REA|R.E.A.|Reg. Imprese|Registro imprese|CCIAA|C.C.I.A.A.|Iscr. Reg. Imprese|R.I.|N. REA|"
    "Iscrizione registro imprese",
    "capital": "Capitale sociale|Cap. Soc.|Cap. soc. i.v.|Capitale sociale i.v.|Capitale sociale interamente versato|"
    "Cap. Sociale Euro",
    "managing_director": "Amministratore|Amministratore unico|Direttore|Legale rappresentante|Amministratore delegato|"
    "Presidente|Direttore generale|Titolare|Direzione",
    "supplier_number": "Codice fornitore|Cod. fornitore|N. fornitore|Fornitore n.|Fornitore|Numero fornitore|"
    "Vs. codice fornitore|Cod. forn.|Nr. fornitore|Vostro codice fornitore|Conto fornitore|Cod. anagrafico",
    "gln": "GLN|Codice GLN|ILN|EAN|N. GLN|Codice ILN",
    "seller_gln": "GLN fornitore|GLN venditore|ILN fornitore|EAN fornitore|Codice GLN fornitore|GLN cedente",
    "weight": "Peso|Peso lordo|Peso (kg)|Peso totale|Peso kg|Kg|Peso lordo kg|P. lordo|Peso Kg.",
    "net_weight": "Peso netto|P. netto|Peso netto kg|Kg netti|Peso netto (kg)|Peso unitario",
    "volume": "Volume|Vol.|Volume mc|Volume (m3)|Mc|Volume m³|Cubatura",
    "packages": "Colli|N. colli|Numero colli|Pallet|Bancali|N. pallet|Nr. colli|Tot. colli|Cartoni|Pedane",
    "customs_code": "Codice doganale|Cod. doganale|Voce doganale|Nomenclatura combinata|Codice HS|Codice Intrastat|"
    "Tariffa doganale|Nom. comb.|Codice NC|Cod. Intra|Taric",
    "country_of_origin": "Paese di origine|Origine|Paese origine|Provenienza|Orig.|Paese di provenienza|Paese|Made in",
    "drawing": "Disegno|N. disegno|Dis.|Disegno n.|Dis. n.|Come da disegno|Nr. disegno|Secondo disegno|Cod. disegno",
    "revision": "Revisione|Rev.|Indice|Rev|Versione|Ind. mod.|Indice di modifica|Esp.|Ver.",
    "batch": "Lotto|N. lotto|Lotto n.|Partita|Colata|Nr. lotto|Numero lotto|Cod. lotto",
    "serial": "N. serie|Matricola|S/N|Numero di serie|N. matricola|Nr. serie|N. di serie|Seriale",
    "warehouse": "Magazzino|Mag.|Deposito|Stabilimento|Sede|Divisione|Cod. magazzino|Magazzino destinazione|Filiale",
    "stock_location": "Ubicazione|Scaffale|Posizione|Ubic.|Locazione|Collocazione|Cod. collocazione",
    "item_count": "Numero righe|N. righe|Numero articoli|N. articoli|Totale righe|Numero posizioni|Nr. posizioni|"
    "N. posizioni|Totale articoli|Righe",
    "total_quantity": "Quantità totale|Q.tà totale|Totale quantità|Totale pezzi|Tot. pezzi|Tot. q.tà|Totale Qtà",
    "amount_in_words": "In lettere|Importo in lettere|Diconsi|Totale in lettere|Euro in lettere|Importo a parole",
    "tax_base": "Imponibile|Base imponibile|Imp. netto|Importo netto|Netto|Imponibili|Imponibile IVA",
    "tax_table": "Riepilogo IVA|Castelletto IVA|Dettaglio IVA|Riepilogo imposte|Dettaglio aliquote|Riepiloghi IVA|"
    "Castelletto",
    "tax_rate": "Aliquota|Aliq.|% IVA|IVA %|Aliq. IVA|%|Aliquota IVA|Cod. IVA|Aliquota %",
    "tax_amount": "Imposta|IVA|Importo IVA|Importo imposta|Imp. IVA|Totale imposta|Ammontare",
    "sum_of_discounts": "Totale sconti|Sconti|Tot. sconti|Importo sconti|Sconto totale|Totale sconto|Imp. sconto|"
    "Sconto complessivo",
    "prepaid": "Acconto|Acconti|Già pagato|Pagato|Acconto versato|Anticipo|Importo versato|Acconti ricevuti",
    "amount_due": "Totale da pagare|Netto a pagare|Importo dovuto|Saldo|Da pagare|Residuo|Saldo da pagare|"
    "Importo da pagare|A saldo|Totale dovuto|Rimanenza",
    "notes": "Note|Annotazioni|Osservazioni|Note ordine|Commenti|Nota|Informazioni aggiuntive|Note generali|"
    "Istruzioni|Testo|Avvertenze|Note di consegna|NOTE|Comunicazioni",
    "terms_title": "Condizioni generali|Condizioni generali di acquisto|Condizioni di acquisto|"
    "Condizioni generali di vendita|Termini e condizioni|Condizioni di fornitura|Condizioni generali d'ordine|"
    "Clausole|Condizioni generali di fornitura",
    "document_status": "Stato|Tipo documento|Tipo ordine|Copia|Tipo|Originale|Causale|Stato ordine|Stato documento",
    "account_number": "N. conto|Conto|C/C|Conto corrente|Nr. conto|C/C n.|Numero conto|C.C.|Conto bancario",
    "payment_method": "Modalità di pagamento|Metodo di pagamento|Tipo di pagamento|Forma di pagamento|Pagamento|"
    "Mezzo di pagamento|Mod. pagamento|Modalità",
    "place": "Luogo|Luogo e data|Località|Città|Luogo di emissione|Li",
    "part.name": "Nome|Ragione sociale|Azienda|Denominazione|Ditta|Società|Rag. soc.|Nominativo|Ente",
    "part.street": "Via|Indirizzo|Via e n.|Via/Piazza|Indirizzo 1|Sede|Indirizzo e n. civico",
    "part.postcode": "CAP|C.A.P.|Codice postale",
    "part.city": "Città|Comune|Località|Luogo",
    "part.country": "Paese|Nazione|Stato|Cod. paese",
    "part.place_line": "CAP/Città|CAP e località|Località|CAP Comune|CAP - Città (Prov.)",
    "part.number": "Numero|N.|Codice|ID|Identificativo|Cod.|Cod. anagrafico",
    "part.global_id": "GLN|Codice GLN|Identificativo globale|ILN",
    "part.address2": "Indirizzo 2|Presso|Interno|Reparto|Scala",
    "part.state": "Provincia|Prov.|Regione",
    "part.trading_name": "Nome commerciale|Insegna|Marchio",
    "part.legal_id": "Identificativo legale|N. registrazione|Numero REA",
    "part.e_address": "Indirizzo elettronico|Codice destinatario|ID Peppol",
    "period_start": "Periodo dal|Inizio periodo|Data inizio|Valido dal|Decorrenza",
    "period_end": "Periodo al|Fine periodo|Data fine|Valido al|Fine validità",
    "tender": "N. gara|Rif. gara|Lotto|CUP|Procedura di gara",
    "previous_document": "Fattura collegata|Documento collegato|"
    "Fattura originale|Sostituisce documento|Doc. precedente",
    "object_ref": "ID documento|ID oggetto|Rif. sistema|Catalogo|ID transazione",
    "org_unit": "Divisione|Stabilimento|Gruppo acquisti|Org. acquisti|Filiale|Sede operativa",
}
