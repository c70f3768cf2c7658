"""Italian sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "Bonifico bancario {days} gg|Bonifico {days} gg DF FM|Ri.Ba. {days} gg f.m.|RIBA {days} giorni data "
        "fattura fine mese|{days} giorni data fattura|{days} gg. D.F.|B.B. {days} GG F.M.|Bonifico anticipato|"
        "Pagamento anticipato|Rimessa diretta|Rimessa diretta {days} gg|Contrassegno|Bonifico a vista fattura|"
        "Bonifico bancario a {days} giorni fine mese|{pct}% acconto, saldo a {days} gg|{pct}% sconto {days} gg, "
        "netto {days} gg|Vista fattura|Contanti|RIBA {days}/{days} FM|R.B. {days} gg FM + {n}|come da contratto|"
        "come da accordi|Bon. {days} gg d.f.f.m.|{days} giorni netto|Bonifico 30% all'ordine, saldo avviso merce "
        "pronta|Carta di credito|{days} GG FINE MESE|Ricevuta bancaria {days} gg|Assegno"
    ),
    "delivery_terms": (
        "Franco destino|Porto franco|Porto assegnato|Franco fabbrica|Franco nostro magazzino|Franco Vs. magazzino|"
        "Franco {city}|Resa franco destino|Franco partenza|Resa F.co {city}|Porto franco con addebito|Ns. mezzo|"
        "Ritiro a nostra cura|Franco cantiere|Reso al piano|Trasporto incluso|EX WORKS Vs. stabilimento|Vettore|"
        "Porto franco oltre {amt} {cur}|FRANCO DESTINO|Reso sdoganato {city}|A mezzo corriere"
    ),
    "comment": (
        "Consegna in [due;tre] lotti|Consegne parziali [non;] ammesse|Prezzi come da Vs. offerta {ref} [del "
        "{date};]|Confermare data di consegna|Righe da {n} a {n} per commessa {ref}|Saldo ordine {ref}|Listino "
        "{year}|URGENTE|Certificato materiale [3.1;2.2]|Come da disegno {dwg}|Quantità minima {n} pz|Ordine "
        "precedente: {ref} del {date}|nuovo prezzo dal {date}|Consegna settimana {week}|*** "
        "[campione;omaggio;sconto merce] ***|Colore da definire|Indicare articolo {num} sull'etichetta|Ricambio "
        "per macchina {ref}|Imballare separatamente|Attrezzatura di ns. fornitura|Scarico baia {n} dalle {time} "
        "alle {time}|sconto già incluso|Accordi telefonici del {date}|Preavvisare tel. {tel}|Sostituisce {num}|"
        "Integrazione ordine {ref}|Rif. DDT {num} del {date}|Rif. CIG {ref}"
    ),
    "note": (
        "Vi preghiamo di restituirci conferma d'ordine entro {days} giorni.|Inviare le fatture esclusivamente in "
        "formato elettronico.|Ricevimento merci: dal lunedì al venerdì {time} - {time}.|Riportare il ns. numero "
        "d'ordine su tutti i documenti.|Consegna su pallet EUR, altezza max. {n}0 cm.|In caso di differenze di "
        "prezzo contattarci prima della consegna.|Il DDT deve riportare i nostri codici.|Per informazioni: tel. "
        "{tel}.|Consegne parziali solo previo accordo.|Se la data {date} non può essere rispettata, avvisare "
        "immediatamente.|Il presente ordine annulla e sostituisce l'ordine {ref} del {date}.|Peso totale ca. {kg} "
        "kg.|Allegare schede di sicurezza.|Scadenza minima {n} mesi.|Preavviso di consegna {n} ore, tel. {tel}.|"
        "Camion con sponda idraulica.|Tolleranza +/- {pct} %.|Referente in cantiere: {tel}|Commessa {ref}.|CIG "
        "{ref} - CUP {num}|Contributo CONAI assolto ove dovuto.|Merce da consegnare imballata."
    ),
    "header_note": (
        "Citare il nostro numero d'ordine su [tutti i documenti;fatture e DDT].|Vi preghiamo di confermare il "
        "presente ordine [entro {days} giorni;a stretto giro;].|Valgono le nostre condizioni generali di acquisto.|"
        "Prezzi fissi fino al {date}.|Attenzione: non si accettano consegne senza numero d'ordine.|Fattura in "
        "duplice copia.|Consegna nella settimana {week}.|Vs. richiesta del {date}, ns. rif. {ref}|I prezzi si "
        "intendono IVA esclusa."
    ),
    "legal": (
        "La merce resta di proprietà del venditore fino al pagamento.|Inversione contabile art. 17 DPR 633/72.|"
        "Operazione non imponibile art. 41 D.L. 331/93.|Per ritardato pagamento saranno addebitati gli interessi "
        "D.Lgs. 231/2002.|Reclami entro {days} giorni dal ricevimento.|Documento emesso elettronicamente, valido "
        "senza firma.|Foro competente: sede legale della società.|Informativa privacy ai sensi del GDPR.|"
        "Contributo ambientale CONAI assolto.|Imposta di bollo assolta in modo virtuale.|Non si accettano resi non "
        "autorizzati.|Dichiarazione d'intento n. {num} del {date}|Iscrizione RAEE IT{num}|Operazione esente art. "
        "10|Scissione dei pagamenti (split payment).|Società soggetta a direzione e coordinamento."
    ),
    "terms_paragraph": (
        "Il fornitore si impegna a consegnare la merce alla data e nel luogo indicati nell'ordine.|I termini di "
        "consegna sono tassativi.|L'acquirente può respingere la merce non conforme entro {days} giorni.|I prezzi "
        "sono fissi e comprensivi di imballo, assicurazione e trasporto.|La proprietà e il rischio passano "
        "all'acquirente con la consegna a destino.|La garanzia è di {n} mesi dalla [consegna;data del collaudo].|"
        "In caso di ritardo sarà applicata una penale del {pct} % del valore dell'ordine per ogni "
        "[giorno;settimana], fino a un massimo del {pct} %.|Le fatture devono riportare numero d'ordine, codici "
        "articolo e aliquota IVA.|Il pagamento avverrà a {days} giorni data fattura fine mese.|Il fornitore non "
        "può cedere o subappaltare l'ordine senza consenso scritto.|Disegni, attrezzature e documenti restano di "
        "proprietà dell'acquirente.|Le parti mantengono riservate le informazioni per {n} anni.|Il fornitore "
        "dispone di polizza di responsabilità civile non inferiore a {amt}.000 {cur}.|La forza maggiore sospende "
        "gli obblighi e va comunicata entro {days} giorni.|Si applica la legge italiana, con esclusione della "
        "Convenzione di Vienna.|La nullità di una clausola non pregiudica le altre.|Ogni modifica deve risultare "
        "per iscritto.|Il fornitore dichiara di rispettare la normativa sul lavoro e il codice etico.|I prodotti "
        "soggetti a REACH e RoHS devono essere identificati.|Consegne anticipate o eccedenti potranno essere rese "
        "a spese del fornitore.|L'accettazione dell'ordine comporta l'accettazione delle presenti condizioni.|"
        "L'acquirente può recedere ai sensi dell'art. {n}.{n}.|Le presenti condizioni, in vigore dal {date}, "
        "sostituiscono le precedenti.|Foro competente esclusivo è quello della sede dell'acquirente."
    ),
    "greeting": ("Spett.le Ditta,|Gentili Signori,|Buongiorno,|Gentile Cliente,|Egregi Signori,|Gentile fornitore,"),
    "closing": (
        "Distinti saluti|Cordiali saluti|Cordialmente|RingraziandoVi porgiamo distinti saluti.|Grazie per la "
        "fiducia.|Grazie per il Vs. ordine.|Per informazioni: {tel}|Restiamo a disposizione.|In attesa di Vs. "
        "conferma, porgiamo cordiali saluti."
    ),
    "item_text": (
        "Disegno n. {dwg} rev. {rev}|Dis. {dwg}|Codice doganale: {hs}|Nom. comb. {hs}|Paese di origine: {land}|"
        "come da Vs. offerta {ref} del {date}|Colore: RAL {ral}|Lotto n. {num}|Lotto: {ref}|Matricola {num}|"
        "Consegna sett. {week}|Peso netto: {kg} kg|Dimensioni: {dim} mm|Centro di costo {num}|Commessa: {ref}|con "
        "certificato 3.1|Confezione: {n} pz|Conf. da {n}|Taglio a misura {n}00 mm|completo di fissaggi|per "
        "macchina tipo {ref}|Pos. {n} del contratto {ref}|Cod. cliente: {num}|Scadenza min. {n} mesi|sostituisce "
        "{num}|Materiale: {num}|Conservare a {n} °C|ADR classe {n}, UN {num}|RdA {num}|Periodo {date} - {date}|"
        "Revisione {rev}|Cod. produttore {ref}|DDT {num}|Garanzia {n} mesi"
    ),
    "section": (
        "Lotto {n}|Gruppo {n}: Accessori|--- Ricambi ---|Capitolo {n} - Elettrico|Parte A: Materiali|Edificio {n}|"
        "Servizi|Consumabili|1. Piano terra|Voce {n}: Montaggio|Opzioni|Consegna {n}|Commessa {ref}|Macchina {ref}|"
        "Centro {num}|Fase {n}|Per stabilimento {n}|Bulloneria|Surgelati|Settimana {week}|Rif. DDT {num} del "
        "{date}|Cantiere {ref}"
    ),
    "subject": (
        "Vs. offerta {ref}|Oggetto: ricambi macchina {ref}|Oggetto: consegna settimana {week}|Contratto quadro "
        "{ref}|Commessa {ref}|Rif. Vs. richiesta del {date}"
    ),
    "intro.order": (
        "Vi preghiamo di fornirci [quanto segue;i seguenti articoli]:|Come da Vs. offerta {ref} del {date}, "
        "ordiniamo:|Con la presente Vi confermiamo l'ordine per:|Con la presente ordiniamo:|Vogliate consegnarci:"
    ),
    "intro.order_change": (
        "Vi preghiamo di modificare il ns. ordine {ref} del {date}:|Modifichiamo l'ordine come segue:|Le righe "
        "modificate sono evidenziate.|La presente variazione sostituisce le righe precedenti."
    ),
    "intro.order_response": (
        "Vi ringraziamo per l'ordine che confermiamo come segue:|Confermiamo il Vs. ordine del {date}:|Il Vs. "
        "ordine è stato registrato come segue:|Con piacere confermiamo:"
    ),
    "intro.quotation": (
        "Abbiamo il piacere di offrirVi:|In riferimento alla Vs. richiesta del {date}, Vi offriamo:|Con la "
        "presente formuliamo la ns. migliore offerta:|Come da richiesta {ref}, quotiamo:"
    ),
    "intro.invoice": (
        "Vi fatturiamo i seguenti articoli:|Per consegne come da DDT {ref} del {date}:|Prestazioni dal {date} al "
        "{date}:|Fornitura di merce:"
    ),
    "intro.credit_note": (
        "Vi accreditiamo quanto segue:|Storno fattura {ref} del {date}:|Accredito per reso merce:|Rettifica della "
        "fattura {ref}:"
    ),
}
