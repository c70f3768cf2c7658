"""Czech captions."""

WORDS: dict[str, str] = {
    "order_number": "[Objednávka;OBJEDNÁVKA;Obj.] [č.;číslo;č]|[Číslo;Č.;číslo] [objednávky;obj.;nákupní objednávky]|"
    "Č. objednávky|Č. obj.|Objednávka|Číslo obj.|Objednávka vydaná č.|Nákupní objednávka č.|Nákupní objednávka|"
    "Objednávka vydaná|Č.obj.|Označení objednávky|PO č.|Číslo PO|Obj. číslo|Zakázka č.|Ref. objednávky|ID objednávky|"
    "Číslo objednávky / datum|Evidenční číslo objednávky",
    "order_number@buyer": "[Naše;N/] objednávka [č.;]|Naše číslo objednávky|Číslo dokladu|Doklad č.|Číslo|Č.|"
    "Číslo dokumentu|Doklad|Naše značka / obj.|Interní číslo|Evidenční číslo",
    "order_number@seller": "Vaše objednávka [č.;]|Vaše číslo objednávky|Vaše obj. č.|Objednávka zákazníka|"
    "Č. obj. zákazníka|Číslo objednávky zákazníka|Vaše značka|Dle Vaší objednávky|Vaše obj.|Objednávka odběratele|"
    "Obj. odběratele|Číslo obj. odběratele|Reference zákazníka|Na základě objednávky|K objednávce č.|"
    "Externí číslo dokladu",
    "order_date": "Datum objednávky|Datum|Ze dne|Datum vystavení|Vystaveno dne|Dne|Datum obj.|Datum dokladu|"
    "Objednáno dne|Datum vyst.|Vystaveno|Datum objednání|Datum vytvoření|Obj. ze dne|Datum zápisu",
    "order_date@seller": "Vaše objednávka ze dne|Datum Vaší objednávky|Obj. zákazníka ze dne",
    "invoice_number": "Faktura č.|Číslo faktury|Faktura - daňový doklad č.|Č. faktury|Faktura číslo|Číslo dokladu|"
    "Daňový doklad č.|Doklad č.|Faktura|Číslo|Ev. číslo dokladu|FAKTURA č.|Faktura vydaná č.|Evidenční číslo|Č. fakt.",
    "invoice_date": "Datum vystavení|Datum faktury|Datum|Vystaveno|Datum vyst.|Vystaveno dne|Datum vystavení faktury|"
    "Dne|Datum dokladu|Dat. vystavení",
    "due_date": "Datum splatnosti|Splatnost|Splatné dne|Den splatnosti|Splatno dne|Dat. splatnosti|Splatnost dne|"
    "Uhradit do|Splatnost faktury|Datum spl.|Splatno do",
    "contract_number": "Smlouva č.|Číslo smlouvy|Rámcová smlouva|Rámcová smlouva č.|Kontrakt|Smlouva|Číslo kontraktu|"
    "Č. smlouvy|Rámcová objednávka|Dle smlouvy č.|Kontrakt č.|Číslo rámcové smlouvy|RS č.",
    "requested_delivery_date": "[Požadovaný;Požadované;] datum dodání|Termín dodání|Datum dodání|Dodat do|"
    "Požadovaný termín|Termín dodávky|Požadovaný termín dodání|Dodací termín|Datum dodávky|Termín|Dodací lhůta|"
    "Dodání do|Termín plnění|Požadované datum dodání|Dodání dne|Datum příjmu|Předpokládané datum dodání|"
    "Očekávané dodání|Dodat dne|Pož. termín|Termín odběru|Týden dodání|Datum plnění|Plánované dodání|"
    "Dodat nejpozději do|Pož. datum dodání|Očekávané datum příjmu|Vyřídit do|Datum doručení",
    "currency": "Měna|Měna dokladu|Kód měny|Ceny v|Měna objednávky|Částky v|Ceny uvedeny v|Měna faktury",
    "payment_terms": "Platební podmínky|Platba|Způsob platby|Platební podmínka|Forma úhrady|Splatnost|Způsob úhrady|"
    "Podmínky platby|Plat. podmínky|Platební podm.|Forma platby|Úhrada|Platební podmínky / splatnost|Splatnost faktur",
    "delivery_terms": "Dodací podmínky|Dodací podmínka|Incoterms|Dodání|Způsob dopravy|Podmínky dodání|Incoterms 2020|"
    "Dodací doložka|Dodací parita|Dod. podmínky|Parita|Doprava|Způsob dodání|Dodací podm.|INCOTERMS",
    "buyer.name": "Odběratel|Objednatel|Kupující|Zákazník|Název|Firma|Obchodní jméno|Název firmy|Společnost|Klient|"
    "Obchodní firma",
    "buyer.vat_id": "DIČ|DIČ odběratele|DIČ objednatele|IČ DPH|DIČ kupujícího|DIČ zákazníka|VAT ID|DIČ/VAT|"
    "Daňové identifikační číslo|D.I.Č.|DIČ/IČ DPH|DIČ EU|VAT",
    "buyer.vat_id@buyer": "Naše DIČ",
    "buyer.vat_id@seller": "Vaše DIČ",
    "buyer.address": "Adresa|Sídlo|Adresa odběratele|Adresa objednatele|Sídlo firmy|Ulice|Adresa sídla|"
    "Adresa zákazníka",
    "buyer.email": "E-mail|e-mail|Email|Mail|E-mailová adresa|Elektronická adresa|e-mail objednatele|"
    "Potvrzení na e-mail|email",
    "buyer.customer_number": "Číslo zákazníka|Zákaznické číslo|Č. zákazníka|Číslo odběratele|Kód zákazníka|"
    "Kód odběratele|Zákazník č.|Zák. číslo|Č. odběratele|Odběratel č.|ID zákazníka|Zák. č.|Číslo partnera|Kód partnera",
    "buyer.customer_number@buyer": "Naše zákaznické číslo|Naše číslo zákazníka|Naše číslo u Vás|Naše č. zákazníka|"
    "Naše zákaznické č. u dodavatele",
    "buyer.customer_number@seller": "Vaše zákaznické číslo|Vaše číslo zákazníka|Vaše číslo u nás|Vaše zák. číslo|"
    "Vaše č. zákazníka",
    "buyer.gln": "GLN|ILN|EAN|GLN odběratele|EAN odběratele|ILN kupujícího|GLN kód|GLN kupujícího|EAN lokační kód|"
    "GLN objednatele",
    "seller.name": "Dodavatel|Prodávající|Zhotovitel|Název|Firma|Obchodní jméno|Název dodavatele|Prodejce|Společnost",
    "seller.vat_id": "DIČ|DIČ dodavatele|IČ DPH|DIČ prodávajícího|VAT ID|DIČ/VAT|Daňové identifikační číslo|"
    "DIČ zhotovitele|D.I.Č.|DIČ/IČ DPH",
    "seller.vat_id@buyer": "Vaše DIČ",
    "seller.vat_id@seller": "Naše DIČ",
    "seller.address": "Adresa|Sídlo|Adresa dodavatele|Sídlo dodavatele|Adresa sídla|Adresa provozovny",
    "ship_to.name": "Příjemce|Místo dodání|Konečný příjemce|Dodat na|Místo určení|Dodací místo|Sklad|Prodejna|"
    "Provozovna|Pobočka|Středisko",
    "ship_to.address": "Dodací adresa|Adresa dodání|Místo dodání|Místo určení|Místo plnění|Adresa|Doručovací adresa|"
    "Adresa příjemce|Adresa pro doručení|Adresa dodávky|Místo vykládky|Adresa stavby",
    "ship_to.gln": "GLN místa dodání|GLN příjemce|EAN místa dodání|GLN|EAN příjemce|ILN místa dodání|"
    "GLN dodací adresy|GLN dodacího místa",
    "bill_to.name": "Fakturovat na|Plátce|Příjemce faktury|Fakturace|Fakturujte na|Fakturační údaje|Plátce faktury",
    "bill_to.address": "Fakturační adresa|Adresa fakturace|Adresa pro fakturaci|Adresa pro zaslání faktury|"
    "Adresa plátce|Fakturu zaslat na|Korespondenční adresa",
    "total_net": "Celkem bez DPH|Cena celkem bez DPH|Základ daně|Celkem základ|Celkem netto|Bez DPH|Částka bez DPH|"
    "Součet bez DPH|Celková cena bez DPH|Hodnota objednávky|Mezisoučet|Celková částka bez DPH|Suma bez DPH|"
    "Celkem základ DPH|Celková hodnota|CELKEM BEZ DPH|Netto|Hodnota bez DPH|Cena bez DPH|Součet položek|"
    "Celkem za položky|Celkem objednávka bez DPH|Celková hodnota netto|Netto celkem|Hodnota netto|"
    "Objednávka celkem bez DPH|Zdanitelná částka",
    "total_tax": "DPH|DPH celkem|Celkem DPH|Částka DPH|DPH 21%|Výše DPH|DPH 21 %|Daň|Daň celkem|Základní sazba DPH|"
    "Hodnota DPH|Celková výše DPH|Suma DPH|DPH základní|Částka daně",
    "total_gross": "Celkem s DPH|Celkem|Celkem k úhradě|K úhradě|Cena celkem s DPH|Celkem včetně DPH|CELKEM|"
    "Celková částka|Celková cena|Částka k úhradě|Součet|Celková cena s DPH|Celkem brutto|Celkem Kč|"
    "Celková částka s DPH|Cena celkem|Objednávka celkem|Celkem vč. DPH|Brutto|K zaplacení|Úhrnem|Celkem k zaplacení|"
    "Celkem CZK|Suma celkem|Faktura celkem|CELKEM K ÚHRADĚ",
    "line.line_no": "Poř.|Pol.|Č.|Položka|Poř. č.|Pozice|Č. pol.|Poz.|#|Řádek|P.č.|Pořadí|Č. ř.|Poř.č.|č.|Číslo řádku|"
    "Pol. č.|POL.",
    "line.buyer_article_no": "Číslo zboží odběratele|Kód odběratele|Kód zákazníka|Č. materiálu zákazníka|"
    "Číslo mat. zákazníka|Č. zboží zákazníka|Artikl zákazníka|Kód kupujícího|Katalog odběratele|Číslo dílu zákazníka",
    "line.buyer_article_no@buyer": "Kód|Číslo zboží|Číslo materiálu|Kód zboží|Označení|Materiál|Č. zboží|"
    "Číslo položky|Artikl|Číslo artiklu|Naše číslo|Náš kód|Katalogové číslo|Č. artiklu|Kód položky|Číslo dílu|Č. mat.|"
    "Kód produktu|Naše č. zboží|Skladové číslo|Označení dodávky|Sklad. č.|Interní kód|Kat. číslo|Č. položky|"
    "Mat. číslo|Kód mat.|Číslo výkresu",
    "line.buyer_article_no@seller": "Vaše číslo zboží|Váš kód|Vaše č. materiálu|Vaše číslo|Vaše označení|Vaše č. dílu",
    "line.supplier_article_no": "Číslo zboží dodavatele|Kód dodavatele|Obj. číslo dodavatele|Kat. č. dodavatele|"
    "Kód zboží dodavatele|Č. materiálu dodavatele|Číslo dodavatele|Objednací číslo|Kat. č. výrobce|Kód výrobce|"
    "Katalogové číslo dodavatele|Č. artiklu dodavatele|Č. zboží dod.|Číslo výrobce|Objednací kód",
    "line.supplier_article_no@buyer": "Vaše číslo zboží|Váš kód|Vaše číslo|Vaše č. materiálu|Vaše kat. č.|"
    "Vaše obj. číslo",
    "line.supplier_article_no@seller": "Kód|Číslo zboží|Kód zboží|Katalog|Katalogové číslo|Č. zboží|Artikl|"
    "Číslo artiklu|Označení|Kat. číslo|Obj. číslo|Kat. č.|Číslo položky|Kód produktu|Produkt|Materiál|Objednací č.",
    "line.gtin": "EAN|EAN kód|GTIN|Čárový kód|Čár. kód|EAN13|Kód EAN|EAN-13|GTIN/EAN|ISBN|EAN kusový",
    "line.description": "Název|Popis|Název zboží|Označení dodávky|Název položky|Popis zboží|Text|Zboží|"
    "Předmět objednávky|Název produktu|Popis položky|Materiál|Předmět plnění|Označení zboží|Specifikace|Produkt|"
    "Název zboží / služby|Popis materiálu|Artikl|Služba|Název materiálu|Předmět fakturace|Název a popis|Položka",
    "line.quantity": "Množství|Mn.|Množ.|Počet|Počet ks|Obj. množství|Ks|Objednané množství|Objednáno|Počet MJ|Mnž.|"
    "Množství MJ|Obj. mn.|Kusů|Objednáno ks|Hodin|Počet j.|Množství ks",
    "line.unit": "MJ|M.j.|Jedn.|Jednotka|Měrná jednotka|J.|Jedn. množ.|m.j.|Měr. jedn.|Měr.j.|Jednotka množství|Mj.",
    "line.unit_price": "Cena|Jedn. cena|Jednotková cena|Cena za MJ|J. cena|Cena/MJ|Cena za jednotku|Cena za kus|"
    "Cena bez DPH|J.cena|Nákupní cena|Cena [za MJ bez DPH;Kč;CZK;EUR;MJ;za ks]|Jedn. cena bez DPH|Cena/ks|Cena MJ|"
    "Prodejní cena|Cena za j.|Kč/MJ|Cena po slevě|Jedn. cena Kč|Nák. cena|Cena netto|Přímá poř. cena|Sazba|"
    "Cena za hod.",
    "line.price_base_quantity": "Za|Cena za|Cen. jedn.|Cenová jednotka|CJ|za|Jedn. ceny|na|Cena na|/|Základ ceny",
    "line.discount_percent": "Sleva|Sleva %|Rabat|Sleva v %|Sl. %|Rabat %|% slevy|Sl.|Slev.|Sleva%|Řádková sleva %|"
    "Skonto %",
    "line.tax_rate": "DPH|DPH %|% DPH|Sazba DPH|Sazba|DPH%|Daň|Sazba daně|DPH (%)|Sazba %|S.DPH|DPH sazba",
    "line.line_amount": "Celkem|Cena celkem|Částka|Celkem bez DPH|Cena celkem bez DPH|Celková cena|Hodnota|Cena|"
    "Celkem [Kč;CZK;EUR;netto]|Celk. cena|Částka bez DPH|Netto|Základ|Hodnota netto|Řádek celkem|Součet|"
    "Celkem Kč bez DPH|Suma|Celková hodnota|Hodnota položky|Cena celk.|Částka Kč",
    "line.delivery_date": "Termín dodání|Datum dodání|Termín|Dodání|Dodat do|Datum|Dat. dod.|Dod. termín|Pož. termín|"
    "Term. dodání|Dodávka|T. dodání|Termín dod.|Datum dod.|Dodací termín|Týden|Očekáváno|Pož. dodání|Datum dodávky|"
    "Datum příjmu|Term.",
    "title.order": "Objednávka|Objednávka vydaná|OBJEDNÁVKA|Nákupní objednávka|Objednávka č.|Objednávka zboží|"
    "Objednávka materiálu|Objednávka dodavateli|Objednávkový list|Odvolávka|Objednávka služeb|Objednací list|"
    "Závazná objednávka|Objednávka - originál|Objednávka práce|Objednávkový formulář|Objednávka k rámcové smlouvě|"
    "Objednávka kooperace",
    "title.order_change": "Změna objednávky|Změnová objednávka|Dodatek k objednávce|Změna nákupní objednávky|"
    "Objednávka - změna|Oprava objednávky|Změněná objednávka|Dodatek č. 1 k objednávce",
    "title.order_response": "Potvrzení objednávky|Potvrzení zakázky|Objednávka přijatá|Potvrzení|Akceptace objednávky|"
    "Potvrzení přijetí objednávky|Prodejní objednávka|Potvrzení Vaší objednávky",
    "title.quotation": "Nabídka|Cenová nabídka|Nabídka č.|Cenový návrh|Nabídka vydaná|Kalkulace|Obchodní nabídka|"
    "Prodejní nabídka",
    "title.invoice": "Faktura|Faktura - daňový doklad|FAKTURA|Daňový doklad|Faktura vydaná|Faktura - daňový doklad č.|"
    "Zálohová faktura|Proforma faktura|Vyúčtovací faktura|Konečná faktura|Zjednodušený daňový doklad|Prodejní faktura",
    "title.credit_note": "Dobropis|Opravný daňový doklad|Dobropis č.|Opravná faktura|Opravný doklad|Storno faktury|"
    "Prodejní dobropis",
    "title.delivery_note": "Dodací list|Výdejka|Dodací list č.|Balicí list|Průvodka|Přepravní list|Nákladní list|"
    "Avízo dodávky|Skladová výdejka",
    "title.reminder": "Upomínka|Upomínka platby|1. upomínka|Výzva k úhradě|Poslední upomínka|Předžalobní upomínka|"
    "Upozornění na neuhrazenou fakturu",
    "title.letter": "Dopis|Sdělení|Oznámení|Informace|Fax|Pozvánka|Změna adresy|Prohlášení|Poptávka|Průvodní dopis",
    "title.price_list": "Ceník|Ceník [2025;2026;2027]|Katalog|Ceník zboží|Velkoobchodní ceník|Přehled cen|"
    "Katalog výrobků",
    "title.statement": "Výpis z účtu|Přehled pohledávek|Odsouhlasení salda|Saldokonto|Odsouhlasení pohledávek|"
    "Přehled neuhrazených faktur|Potvrzení zůstatku",
    "party.buyer": "Odběratel|Objednatel|Kupující|Zákazník|Údaje odběratele|Klient|Zadavatel|Informace o kupujícím|"
    "Údaje o odběrateli|Údaje objednatele|Odběratel / Objednatel|Objednatel (odběratel)|Kupující / Zákazník|"
    "Název a adresa objednatele|Nakupující|Objednávající|Objednávající organizace|Žadatel|Zákaznické údaje|Investor|"
    "Útvar objednatele",
    "party.buyer@buyer": "Objednatel|Objednává|Od|Vystavil|Odběratel|Odesílatel|Naše údaje|Odběratel - objednatel|"
    "Zadavatel",
    "party.buyer@seller": "Odběratel|Zákazník|Komu|Kupující|Pro|Adresát|Odběratel / plátce|Fakturováno|"
    "Příjemce faktury|Údaje zákazníka|Faktura pro|Zákazník (odběratel)",
    "party.seller": "Dodavatel|Prodávající|Zhotovitel|Údaje dodavatele|Prodejce|Poskytovatel|Informace o prodávajícím|"
    "Údaje o dodavateli|Dodavatel / Zhotovitel|Název a adresa dodavatele|Prodávající / Dodavatel|Výrobce|"
    "Dodavatelská firma|Subdodavatel|Velkoobchod|Dodávající",
    "party.seller@buyer": "Dodavatel|Komu|Adresát|Objednávka pro|Vážený dodavatel|Prodávající|Zhotovitel|"
    "Příjemce objednávky",
    "party.seller@seller": "Dodavatel|Od|Vystavil|Odesílatel|Prodávající|Vystavitel faktury|Údaje prodávajícího|"
    "Naše společnost|Fakturuje|Vystaveno společností",
    "party.ship_to": "Dodací adresa|Místo dodání|Příjemce|Adresa dodání|Konečný příjemce|Dodat na adresu|Místo určení|"
    "Dodejte na|Dodací místo|Adresa pro doručení|Doručovací adresa|Příjemce zboží|Místo plnění|"
    "Zboží dodejte na adresu|Dodat na|Adresa dodávky|Údaje o dodání|Dodací údaje|Informace o doručení|Místo předání|"
    "Adresa příjemce|Stavba|Místo vykládky|Sklad příjemce|Doručit na adresu|Provozovna|Dodávka na adresu|Odběrné místo",
    "party.bill_to": "Fakturační adresa|Fakturovat na|Fakturační údaje|Plátce|Adresa pro fakturaci|Fakturujte na|"
    "Příjemce faktury|Faktury zasílejte na|Fakturace|Adresa fakturace|Údaje pro fakturaci|Fakturu zaslat na|"
    "Faktura na|Fakturu vystavte na|Adresa pro zaslání faktury",
    "contact": "Kontakt|Kontaktní osoba|Vyřizuje|K rukám|Váš kontakt|Kontaktní údaje|Obchodní zástupce|Referent|"
    "Obchodník|Odpovědná osoba|K ruk.|Spojení",
    "buyer_person": "Vystavil|Objednal|Nákupčí|Referent nákupu|Vyřizuje|Kontaktní osoba|Objednávku vystavil|Zpracoval|"
    "Vyhotovil|Zadavatel|Žadatel|Nákup|Referent|Objednávající",
    "phone": "Tel.|Telefon|tel.|Tel|Tel. č.|T|Telefonní číslo|Telefon/fax",
    "mobile": "Mobil|Mob.|mob.|Mobilní telefon|GSM|Mobil č.",
    "fax": "Fax|fax|Fax č.|Telefax|F",
    "email": "E-mail|e-mail|Email|Mail|E|E-mailová adresa",
    "web": "Web|www|Internet|WWW|Internetová adresa|Webové stránky",
    "bank": "Banka|Bankovní spojení|Peněžní ústav|Název banky|Bankovní ústav|Bank. spojení|Banka dodavatele",
    "iban": "IBAN|Č. účtu (IBAN)|IBAN kód|Účet IBAN|IBAN č.",
    "bic": "SWIFT|BIC|SWIFT/BIC|BIC/SWIFT|SWIFT kód|Kód SWIFT",
    "page": "Strana|Str.|List|str.|Strana č.|Stránka|Strana číslo",
    "of": "z|/|ze|celkem",
    "carry_over": "Převod|K převodu|Mezisoučet strany|Pokračování na další straně|Součet strany|"
    "Převod na další stranu|Přenos",
    "carried_forward": "Převod|Z převodu|Převedeno z předchozí strany|Převod z předchozí strany|Přeneseno|"
    "Přenos z předchozí strany",
    "subtotal": "Mezisoučet|Součet|Dílčí součet|Celkem za skupinu|Celkem položky|Součet skupiny|Celkem oddíl|"
    "Součet položek",
    "freight": "Doprava|Dopravné|Přepravné|Náklady na dopravu|Poštovné|Přeprava|Poštovné a balné|Doprava a balné|"
    "Náklady na dodání|Kurýr|Přepravní náklady|Cena dopravy",
    "packaging": "Balné|Obal|Obaly|Paleta|Europaleta|Balení|Paleta EUR|Náklady na balení|Vratný obal",
    "insurance": "Pojištění|Pojištění přepravy|Pojistné|Pojištění zásilky",
    "surcharge": "Příplatek|Manipulační poplatek|Přirážka|Palivový příplatek|Příplatek za malou objednávku|"
    "Expresní příplatek|Recyklační poplatek|Poplatek|Ekologický poplatek|Příplatek za řezání|Energetický příplatek|"
    "Slitinový příplatek|Administrativní poplatek|Mýtné|Expresní příplatek|Náklady na nástroj|Autorský poplatek",
    "deposit": "Záloha|Vratná záloha|Záloha na obaly|Zálohová platba|Záloha na palety|Kauce|Zálohované obaly",
    "discount": "Sleva|Rabat|Množstevní sleva|Skonto|Obchodní sleva|Celková sleva|Sleva na objednávku|Bonus|"
    "Zákaznická sleva|Sleva z dokladu|Mimořádná sleva",
    "rounding": "Zaokrouhlení|Zaokr.|Haléřové vyrovnání|Haléřové zaokrouhlení|Rozdíl zaokrouhlení",
    "your_reference": "Vaše značka|Vaše zn.|Váš dopis zn.|Vaše reference|Vaše ref.|Váš dopis ze dne|Reference",
    "our_reference": "Naše značka|Naše zn.|Naše reference|Č.j.|Značka|Naše ref.|Spisová značka|Referenční číslo|"
    "Číslo jednací|Ref.",
    "project": "Projekt|Zakázka|Číslo zakázky|Stavba|Akce|Č. zakázky|Projekt č.|Název akce|Název projektu|Věc|"
    "Výrobní zakázka|Číslo projektu|Činnost",
    "cost_center": "Středisko|Nákladové středisko|Stř.|NS|Číslo střediska|Nákl. středisko|Účet|Zakázka/středisko|"
    "Rozpočtová položka",
    "requisition": "Požadavek|Požadavek na nákup|Žádanka č.|Požadavek č.|Žádanka|Č. žádanky|Nákupní požadavek|"
    "Interní žádanka|Poptávka č.",
    "quote_number": "Nabídka č.|Číslo nabídky|Vaše nabídka|Dle nabídky|Vaše nabídka č.|Dle Vaší nabídky|Nabídka|"
    "Cenová nabídka č.|Č. nabídky|Naše nabídka|Na základě nabídky",
    "sales_order_number": "Číslo zakázky|Zakázka č.|Potvrzení č.|Naše zakázka|Číslo potvrzení|Naše číslo zakázky|"
    "Přijatá objednávka č.|Objednávka přijatá č.|Prodejní objednávka č.|Zakázka",
    "delivery_note_number": "Dodací list č.|Číslo dodacího listu|Dodací list|DL č.|Č. DL|Číslo DL|Dodávka č.|"
    "Číslo zásilky|Č. dodacího listu",
    "price_list_date": "Ceník ze dne|Ceník|Ceny platné od|Dle ceníku|Ceník platný od",
    "print_date": "Datum tisku|Vytištěno|Vytištěno dne|Tisk|Tištěno|Datum a čas tisku|Vytisknuto",
    "valid_until": "Platnost do|Platí do|Platnost nabídky do|Nabídka platná do|Platnost|Platné do|Platnost nabídky|"
    "Platnost objednávky do",
    "shipping_date": "Datum odeslání|Expedováno|Datum expedice|Odesláno dne|Datum uskutečnění plnění|DUZP|"
    "Datum zdan. plnění|Datum uskut. zdan. plnění|Datum nakládky|Datum dodání|Datum výdeje|Datum zdanitelného plnění",
    "confirmation_date": "Datum potvrzení|Potvrzeno dne|Potvrdit do|Potvrzeno|Potvrďte do|Potvrzení do",
    "order_time": "Čas|Hodina|Čas tisku|čas|Čas objednání|v",
    "ship_via": "Způsob dopravy|Dopravce|Doprava|Způsob přepravy|Přepravce|Způsob dodání|Druh dopravy|"
    "Dopravce/spediter|Odeslat přes|Forma dopravy|Způsob odběru|Speditér",
    "incoterm_word": "Incoterms|Incoterms 2020|dle Incoterms 2020|INCOTERMS|Incoterms 2010",
    "department": "Oddělení|Středisko|Útvar|Odd.|Úsek|Odbor|Nákup|Oddělení nákupu|Divize|Závod",
    "approved_by": "Schválil|Schváleno|Povolil|Zkontroloval|Schvalovatel|Odsouhlasil|Příkazce operace|Schvaluje|"
    "Správce rozpočtu",
    "signature": "Podpis|Razítko a podpis|Podpis a razítko|Podpis odběratele|Datum a podpis|Podpis oprávněné osoby|"
    "Vystavil (podpis)|Jméno a podpis|Převzal|Za objednatele",
    "tax_number": "IČ|IČO|I.Č.|IČO/DIČ|Identifikační číslo|I.Č.O.|IČ|DIČ (SK)",
    "register": "Obchodní rejstřík|OR|Zapsáno v OR|Spisová značka|Zápis v OR|Společnost zapsaná v obchodním rejstříku|"
    "Zapsaná u KS|Zápis|Sp. zn.",
    "capital": "Základní kapitál|Zákl. kapitál|Kapitál|Základní jmění|Výše základního kapitálu",
    "managing_director": "Jednatel|Ředitel|Jednatelé|Předseda představenstva|Majitel|Generální ředitel|Zastoupený|"
    "Statutární zástupce|Ředitelka",
    "supplier_number": "Číslo dodavatele|Dodavatel č.|Č. dodavatele|Kód dodavatele|Vaše číslo dodavatele|Dodavatel|"
    "ID dodavatele|Vaše číslo u nás|Dod. číslo|Číslo partnera",
    "gln": "GLN|ILN|EAN|GLN kód|EAN kód partnera|Lokační kód",
    "seller_gln": "GLN dodavatele|EAN dodavatele|ILN dodavatele|GLN prodávajícího|GLN kód dodavatele|"
    "EAN kód dodavatele",
    "weight": "Hmotnost|Váha|Hmotnost kg|Brutto hmotnost|Celková hmotnost|Hmotnost (kg)|Hmotnost brutto|Hm. kg|Váha kg",
    "net_weight": "Netto hmotnost|Hmotnost netto|Čistá hmotnost|Netto kg|Hmotnost netto kg|Hm. netto",
    "volume": "Objem|Objem m3|Objem (m³)|Celkový objem|Obj. m3|Kubatura",
    "packages": "Počet balení|Palety|Počet kolů|Balíky|Počet palet|Počet nákl. kusů|Krabice|Kolli|Počet kartonů",
    "customs_code": "Celní kód|Kód CN|Celní sazebník|Celní sazebník č.|Statistický kód|HS kód|Kód KN|Kód zboží CN|"
    "Celní nomenklatura|Intrastat kód",
    "country_of_origin": "Země původu|Původ|Země pův.|Země|Původ zboží|Stát původu|Vyrobeno v",
    "drawing": "Výkres|Číslo výkresu|Č. výkresu|Výkres č.|Dle výkresu|Č.v.|Výkr. č.|Podle výkresu",
    "revision": "Revize|Rev.|Verze|Index|Změna|Rev|Vydání|Ver.|Ind.",
    "batch": "Šarže|Č. šarže|Číslo šarže|Dávka|Tavba|Šarže č.|LOT|Výrobní dávka",
    "serial": "Výrobní číslo|Sériové číslo|S/N|Výr. č.|Sér. č.|VČ|Sériové č.|SN",
    "warehouse": "Sklad|Skl.|Sklad č.|Závod|Provozovna|Kód skladu|Cílový sklad|Středisko",
    "stock_location": "Umístění|Skladové místo|Regál|Pozice|Lokace|Přihrádka|Skl. místo",
    "item_count": "Počet položek|Položek celkem|Počet řádků|Celkem položek|Položky|Počet položek celkem|Počet pozic|"
    "Počet pol.",
    "total_quantity": "Celkové množství|Množství celkem|Celkem kusů|Celkem ks|Celkový počet|Součet množství",
    "amount_in_words": "Slovy|slovy|Částka slovy|Celkem slovy|K úhradě slovy",
    "tax_base": "Základ daně|Základ|Základ DPH|Bez DPH|Základ v Kč|Daňový základ|Zákl. daně",
    "tax_table": "Rekapitulace DPH|Rozpis DPH|Rekapitulace|Rozpis daně|Přehled DPH|Vyčíslení DPH|Rekapitulace DPH v Kč",
    "tax_rate": "Sazba DPH|Sazba|DPH %|% DPH|%|Sazba %|Sazba daně|Sazba DPH (%)",
    "tax_amount": "DPH|Částka DPH|Výše DPH|Daň|DPH Kč|Výše daně|Částka daně",
    "sum_of_discounts": "Sleva celkem|Celková sleva|Slevy celkem|Součet slev|Výše slevy|Slevy|Poskytnutá sleva",
    "prepaid": "Záloha|Zaplaceno|Uhrazeno|Zaplacená záloha|Již uhrazeno|Zálohy|Odpočet zálohy|Uhrazeno zálohou",
    "amount_due": "K úhradě|Zbývá uhradit|Celkem k úhradě|K zaplacení|Částka k úhradě|Doplatek|Nedoplatek|"
    "Zbývá k úhradě|Dlužná částka",
    "notes": "Poznámka|Poznámky|Text|Upozornění|Pozn.|Další informace|Doplňující informace|Sdělení|"
    "Poznámka k objednávce|Pokyny|Popis|Zvláštní ujednání|Jiné",
    "terms_title": "Obchodní podmínky|Všeobecné obchodní podmínky|Nákupní podmínky|Všeobecné nákupní podmínky|VOP|"
    "Podmínky objednávky|Všeobecné podmínky|Smluvní podmínky|VNP",
    "document_status": "Stav|Typ dokladu|Typ objednávky|Druh|Originál|Kopie|Stav objednávky|Druh dokladu",
    "account_number": "Číslo účtu|Č. účtu|Účet|Bankovní účet|Číslo bankovního účtu|Účet č.|Č.ú.|Bank. účet",
    "payment_method": "Metoda platby|Metoda úhrady|Platební metoda|Způsob platby|Forma úhrady|Způsob úhrady|"
    "Forma platby|Platba|Úhrada|Druh platby|Typ platby",
    "place": "Místo|V|Místo a datum|Místo vystavení|Místo, datum|Město",
    "part.name": "Název|Firma|Jméno|Obchodní jméno|Název firmy|Společnost|Obchodní firma",
    "part.street": "Ulice|Adresa|Ulice a č.p.|Ulice, číslo|Adresa 1|Ulice/č.",
    "part.postcode": "PSČ|Směrovací číslo|P.S.Č.",
    "part.city": "Město|Obec|Místo",
    "part.country": "Země|Stát|Kód země",
    "part.place_line": "PSČ, město|PSČ/Město|PSČ Obec|Město|PSČ a obec",
    "part.number": "Číslo|Kód|ID|Identifikátor|Č.|Kód partnera|Číslo partnera",
    "part.global_id": "GLN|Globální číslo|EAN místa|Kód GLN",
    "part.address2": "Adresa 2|Doplněk|Oddělení|Středisko|Budova",
    "part.state": "Kraj|Okres|Region",
    "part.trading_name": "Obchodní značka|Zkrácený název|Značka",
    "part.legal_id": "Registrační číslo|Právní identifikátor|Zápis v rejstříku",
    "part.e_address": "Elektronická adresa|Peppol ID|Datová schránka",
    "period_start": "Období od|Začátek období|Platí od|Datum zahájení|Účinnost od",
    "period_end": "Období do|Konec období|Platí do|Datum ukončení|Účinnost do",
    "tender": "Číslo zakázky VZ|Veřejná zakázka|Výběrové řízení|Část zakázky|Č. řízení",
    "previous_document": "Původní faktura|Související doklad|Předchozí doklad|Nahrazuje doklad|K faktuře",
    "object_ref": "ID dokladu|ID objektu|Systémové č.|Katalog|ID transakce",
    "org_unit": "Závod|Účetní okruh|Nákupní skupina|Nákupní organizace|Pobočka|Provoz",
}
