"""Czech sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "převodem {days} dnů|{days} dnů|splatnost {days} dnů|Bankovním převodem, splatnost {days} dnů|{days} dnů "
        "od data vystavení faktury|příkazem {days} dnů|převodním příkazem|Hotově|hotově při převzetí|Dobírka|na "
        "dobírku|Zálohová faktura|předem na základě zálohové faktury|{pct}% záloha, doplatek po dodání|{days} dní "
        "netto|do {days} dnů od doručení faktury|{days} dnů od dodání|dle smlouvy|dle rámcové smlouvy|Převod "
        "{days} dní|{pct}% skonto do {days} dnů, {days} dnů netto|platba předem|Bank. převod - {days} dnů|{days} "
        "dní po obdržení faktury|kartou|zápočet|inkaso {days} dnů|Převodem, {days} dní|30 dní od data uskutečnění "
        "zdanitelného plnění"
    ),
    "delivery_terms": (
        "vlastní odvoz|doprava zdarma|doprava dodavatele|na náklady dodavatele|franko sklad {city}|ze skladu "
        "dodavatele|osobní odběr|kurýrní službou|dovoz na místo {city}|doprava v ceně|na náklady odběratele|ze "
        "závodu|vyplaceně {city}|s dodáním {city}|zásilkovou službou|PPL|včetně dopravy|doprava zdarma nad {amt} "
        "{cur}|franko stavba|vlastní doprava|DOPRAVA DODAVATELE|na paletě"
    ),
    "comment": (
        "Dodávka ve [dvou;třech] částech|Dílčí dodávky [nejsou;jsou] povoleny|Ceny dle nabídky {ref} [ze dne "
        "{date};]|Prosíme o potvrzení termínu|Pol. {n}-{n} pro zakázku {ref}|Zbytek z objednávky {ref}|Ceník "
        "{year}|SPĚCHÁ|Požadujeme atest [3.1;2.2]|dle výkresu {dwg}|Minimální množství {n} ks|Předchozí "
        "objednávka: {ref} ze dne {date}|nová cena od {date}|Dodání týden {week}|*** [vzorek;zdarma;bez náhrady] "
        "***|Barva dle dohody|Uveďte číslo {num} na štítku|Náhradní díl ke stroji {ref}|Balit zvlášť|Nástroj dodá "
        "odběratel|Vykládka rampa {n} {time}-{time}|sleva zahrnuta v ceně|dohodnuto telefonicky {date}|Avizovat na "
        "tel. {tel}|náhrada za {num}|Doplnění k {ref}|K dodacímu listu {num} ze dne {date}"
    ),
    "note": (
        "Prosíme o potvrzení objednávky do {days} dnů.|Faktury zasílejte výhradně e-mailem ve formátu PDF.|Příjem "
        "zboží: po-pá {time}-{time}.|Na všech dokladech uvádějte číslo objednávky.|Dodávka na EUR paletách, max. "
        "výška {n}0 cm.|V případě cenových rozdílů nás kontaktujte před dodáním.|Na dodacím listu uvádějte naše "
        "čísla zboží.|V případě dotazů volejte {tel}.|Dílčí dodávky pouze po dohodě.|Pokud nelze dodržet termín "
        "{date}, ihned nás informujte.|Tato objednávka nahrazuje objednávku {ref} ze dne {date}.|Celková hmotnost "
        "cca {kg} kg.|Přiložte bezpečnostní listy.|Minimální trvanlivost {n} měsíců.|Dodávku avizujte {n} hod. "
        "předem, tel. {tel}.|Nutné vozidlo s hydraulickým čelem.|Tolerance množství +/- {pct} %.|Kontakt na "
        "stavbě: {tel}|Dle smlouvy {ref}.|Rozpočtová položka {num}.|Faktury bez čísla objednávky nebudou "
        "proplaceny.|Ke zboží přiložte prohlášení o shodě."
    ),
    "header_note": (
        "Na [všech dokladech;faktuře a dodacím listu] uvádějte číslo naší objednávky.|Prosíme o [písemné;obratem;] "
        "potvrzení objednávky [do {days} dnů;].|Platí naše všeobecné nákupní podmínky.|Ceny jsou pevné do {date}.|"
        "Upozornění: dodávky bez čísla objednávky nebudou přijaty.|Faktura ve dvojím vyhotovení.|Dodání v týdnu "
        "{week}.|Vaše poptávka ze dne {date}, naše značka {ref}|Ceny jsou uvedeny bez DPH."
    ),
    "legal": (
        "Zboží zůstává do úplného zaplacení majetkem dodavatele.|Daň odvede zákazník.|Přenesení daňové povinnosti "
        "dle § 92a zákona o DPH.|Osvobozeno od DPH dle § 64.|Při prodlení s úhradou účtujeme úrok z prodlení {pct} "
        "% denně.|Reklamace do {days} dnů od převzetí.|Doklad byl vystaven elektronicky a je platný bez podpisu.|"
        "Spory řeší soud příslušný dle sídla objednatele.|Společnost je zapsána v obchodním rejstříku.|Nejsme "
        "plátci DPH.|Recyklační poplatek zahrnut v ceně.|Zpracování osobních údajů dle GDPR.|Plátce DPH.|Evidenční "
        "číslo EKO-KOM {num}|Dovolujeme si Vás upozornit na smluvní pokutu {pct} %.|Vystaveno programem, razítko a "
        "podpis nejsou nutné."
    ),
    "terms_paragraph": (
        "Dodavatel dodá zboží v termínu a na místo uvedené v objednávce.|Dodací termíny jsou závazné.|Objednatel "
        "může odmítnout zboží, které neodpovídá objednávce, do {days} dnů od dodání.|Ceny jsou pevné a zahrnují "
        "balení, pojištění a dopravu.|Vlastnictví a nebezpečí škody přechází předáním zboží v místě dodání.|"
        "Záruční doba činí {n} měsíců od [dodání;převzetí].|V případě prodlení je dodavatel povinen zaplatit "
        "smluvní pokutu {pct} % z ceny za každý [den;týden] prodlení, nejvýše {pct} %.|Faktura musí obsahovat "
        "číslo objednávky, čísla zboží a sazbu DPH.|Splatnost faktury je {days} dnů od jejího doručení.|Postoupení "
        "práv vyžaduje předchozí písemný souhlas objednatele.|Výkresy, nástroje a dokumentace zůstávají majetkem "
        "objednatele.|Smluvní strany zachovají mlčenlivost po dobu {n} let.|Dodavatel je pojištěn pro případ "
        "odpovědnosti na částku nejméně {amt} 000 {cur}.|Vyšší moc oznámí strana do {days} dnů od jejího vzniku.|"
        "Právní vztahy se řídí občanským zákoníkem.|Neplatnost jednoho ustanovení nemá vliv na ostatní.|Změny "
        "vyžadují písemnou formu.|Dodavatel prohlašuje, že dodržuje pracovněprávní předpisy.|Zboží podléhající "
        "nařízení REACH musí být označeno.|Předčasné nebo nadměrné dodávky lze vrátit na náklady dodavatele.|"
        "Přijetím objednávky dodavatel souhlasí s těmito podmínkami.|Objednatel může odstoupit dle bodu {n}.{n}.|"
        "Tyto podmínky platí od {date} a nahrazují předchozí znění.|Příslušný je soud v sídle objednatele."
    ),
    "greeting": (
        "Dobrý den,|Vážení obchodní přátelé,|Vážený zákazníku,|Vážená paní, vážený pane,|Vážení,|Vážený dodavateli,"
    ),
    "closing": (
        "S pozdravem|S přátelským pozdravem|Děkujeme za spolupráci.|Děkujeme za Vaši objednávku.|V případě dotazů "
        "volejte {tel}.|S úctou|Těšíme se na další spolupráci.|Hezký den"
    ),
    "item_text": (
        "Výkres č. {dwg} rev. {rev}|Č.v. {dwg}|Celní kód: {hs}|Kód KN {hs}|Země původu: {land}|dle nabídky {ref} "
        "ze dne {date}|Barva: RAL {ral}|Šarže {num}|Č. šarže {ref}|Výr. číslo {num}|Dodání týden {week}|Hmotnost "
        "netto: {kg} kg|Rozměr: {dim} mm|Středisko {num}|Zakázka: {ref}|s atestem 3.1|Balení: {n} ks|bal. {n} ks|"
        "Řezáno na {n}00 mm|vč. montážního materiálu|ke stroji typ {ref}|Pol. {n} rámcové smlouvy {ref}|Číslo "
        "zákazníka: {num}|Trvanlivost min. {n} měsíců|náhrada za {num}|Materiál: {num}|Skladovat při {n} °C|ADR "
        "tř. {n}, UN {num}|Žádanka {num}|Období {date} - {date}|Revize {rev}|Kat. č. {ref}|Dodací list {num}|"
        "Záruka {n} měsíců"
    ),
    "section": (
        "Část {n}|Skupina {n}: Příslušenství|--- Náhradní díly ---|Oddíl {n} - Elektro|Díl A: Materiál|Objekt {n}|"
        "Služby|Spotřební materiál|1. Přízemí|Etapa {n}: Montáž|Volitelně|Dodávka {n}|Zakázka {ref}|Stroj {ref}|"
        "Středisko {num}|Fáze {n}|Pro závod {n}|Spojovací materiál|Mražené zboží|Týden {week}|Dodací list {num} ze "
        "dne {date}|Stavba {ref}"
    ),
    "subject": (
        "Vaše nabídka {ref}|Věc: díly ke stroji {ref}|Věc: dodávka týden {week}|Rámcová smlouva {ref}|Akce {ref}|"
        "Věc: poptávka ze dne {date}"
    ),
    "intro.order": (
        "Objednáváme u Vás [následující zboží;níže uvedené položky]:|Dle Vaší nabídky {ref} ze dne {date} "
        "objednáváme:|Závazně objednáváme:|Prosíme o dodání níže uvedeného zboží:|Tímto u Vás objednáváme:"
    ),
    "intro.order_change": (
        "Prosíme o změnu naší objednávky {ref} ze dne {date}:|Objednávku měníme takto:|Změněné položky jsou "
        "označeny.|Tato změna nahrazuje předchozí položky."
    ),
    "intro.order_response": (
        "Děkujeme za objednávku, kterou potvrzujeme:|Potvrzujeme přijetí objednávky ze dne {date}:|Vaši objednávku "
        "jsme zařadili takto:|Rádi potvrzujeme dodání:"
    ),
    "intro.quotation": (
        "Dovolujeme si Vám nabídnout:|Na základě Vaší poptávky ze dne {date} nabízíme:|Předkládáme Vám cenovou "
        "nabídku:|K Vaší poptávce {ref} nabízíme:"
    ),
    "intro.invoice": (
        "Fakturujeme Vám dodávku zboží:|Za dodávky dle dodacího listu {ref} ze dne {date}:|Služby za období {date} "
        "- {date}:|Fakturujeme Vám za provedené práce:"
    ),
    "intro.credit_note": (
        "Dobropisujeme Vám:|K faktuře {ref} ze dne {date}:|Dobropis za vrácené zboží:|Oprava faktury {ref}:"
    ),
}
