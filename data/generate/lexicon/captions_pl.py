"""Polish captions."""

WORDS: dict[str, str] = {
    "order_number": "[Zamówienie;Zam.;ZAMÓWIENIE] [nr;Nr;numer]|[Nr;Numer;NR] [zamówienia;zam.]|Nr zamówienia zakupu|"
    "Zamówienie|Nr zamówienia klienta|Nr dokumentu|Numer PO|PO nr|Zamówienie numer|Nr zlecenia zakupu|"
    "Zamówienie zakupu nr|Zlecenie nr|Nr zlecenia|Numer zamówienia (PO)|Nr zamów.|Zamówienie do dostawcy nr|"
    "Zam. nr/data|Nr ZZ|ID zamówienia|Symbol zamówienia",
    "order_number@buyer": "[Nasze;N/] zamówienie [nr;]|Nasz numer zamówienia|Nr wewnętrzny|Numer|Nr|Dokument nr|"
    "Numer dokumentu|Nasz znak / nr zamówienia|Numer pełny",
    "order_number@seller": "[Wasze;Państwa] zamówienie [nr;]|Wasz numer zamówienia|Zamówienie klienta|Nr zam. klienta|"
    "Nr zamówienia odbiorcy|Zamówienie odbiorcy|Państwa nr zam.|Zam. klienta nr|Do zamówienia|Dotyczy zamówienia|"
    "Nr zamówienia nabywcy|Numer obcy|Wg zamówienia|Na podst. zamówienia|Zamówienie nabywcy nr|Ref. klienta|"
    "Nr oryginału|Numer zewnętrzny",
    "order_date": "Data zamówienia|Data|Data wystawienia|Z dnia|Data zam.|z dn.|Data dokumentu|"
    "Data złożenia zamówienia|Data utworzenia|Zamówienie z dnia|Data wyst.|Data złożenia|Wystawiono dnia|"
    "Data przyjęcia|Dnia|Data zamów.",
    "order_date@seller": "Data zamówienia klienta|Państwa zamówienie z dnia|Wasze zamówienie z dn.",
    "invoice_number": "Faktura nr|Nr faktury|Numer faktury|Faktura VAT nr|FV nr|Nr dokumentu|Faktura numer|Nr FV|"
    "Numer|Nr|Faktura|Dokument nr|Nr dok.|Faktura VAT|Nr fakt.|Faktura korygująca nr",
    "invoice_date": "Data wystawienia|Data faktury|Data|Wystawiono dnia|Data wyst.|Z dnia|Data dokumentu|"
    "Data wystawienia faktury|Data FV|Miejsce i data wystawienia|Data sporządzenia|Dnia",
    "due_date": "Termin płatności|Termin zapłaty|Płatne do|Data płatności|Zapłata do dnia|Płatność do|Term. płatn.|"
    "Termin płatn.|Do zapłaty do dnia|Termin|Data wymagalności|Płatne do dnia",
    "contract_number": "Umowa nr|Nr umowy|Numer umowy|Umowa ramowa|Umowa ramowa nr|Kontrakt|Nr kontraktu|Kontrakt nr|"
    "Umowa|Zamówienie ramowe|Nr um.|Do umowy nr|Nr umowy ramowej|Zgodnie z umową nr|Znak umowy",
    "requested_delivery_date": "[Żądany;Oczekiwany;Wymagany;Pożądany;] [termin dostawy;termin realizacji]|"
    "Data dostawy|Dostawa do|Termin realizacji|Termin dostawy do|Dostarczyć do|Dostawa na dzień|Data realizacji|"
    "Realizacja do|Dostawa dnia|Term. dost.|Planowana data dostawy|Oczekiwana data dostawy|Wymagana data dostawy|"
    "Termin dostarczenia|Termin wykonania|Czas dostawy|Termin|Termin odbioru|Tydzień dostawy|Data odbioru|Data dost.|"
    "Spodziewana data dostawy|Termin real.|Potrzebne na",
    "currency": "Waluta|Wal.|Waluta dokumentu|Waluta zamówienia|Ceny w|Kod waluty|Waluta rozliczenia|Kwoty w|"
    "Ceny wyrażone w|Waluta faktury",
    "payment_terms": "Warunki płatności|Forma i termin płatności|Sposób płatności|Płatność|Termin płatności|"
    "Warunki zapłaty|Forma płatności|Sposób zapłaty|War. płatności|Warunki płatn.|Płatn.|Termin i forma płatności|"
    "Zapłata|Forma zapłaty|Rozliczenie",
    "delivery_terms": "Warunki dostawy|Baza dostawy|Incoterms|Sposób dostawy|Dostawa|Warunki dostaw|Incoterms 2020|"
    "Koszt transportu|Loco|War. dostawy|Formuła dostawy|Warunki dost.|Transport|Baza|Forma dostawy|Klauzula Incoterms",
    "buyer.name": "Nabywca|Zamawiający|Kupujący|Klient|Odbiorca|Kontrahent|Nazwa|Firma|Nazwa firmy|Nazwa nabywcy|"
    "Płatnik",
    "buyer.vat_id": "NIP|NIP UE|Nr NIP|NIP nabywcy|NIP zamawiającego|N.I.P.|NIP/VAT UE|VAT UE|Nr VAT UE|"
    "NIP kupującego|NIP odbiorcy|NIP klienta|Numer NIP|Nr identyfikacji podatkowej|NIP EU|NIP/PESEL|VAT ID",
    "buyer.vat_id@buyer": "Nasz NIP|Nasz nr NIP",
    "buyer.vat_id@seller": "Państwa NIP|Wasz NIP",
    "buyer.address": "Adres|Adres nabywcy|Adres zamawiającego|Adres siedziby|Siedziba|Ulica|Adres klienta|Adres firmy|"
    "Adres kupującego",
    "buyer.email": "E-mail|e-mail|Email|Adres e-mail|E-mail zamawiającego|Mail|Poczta elektroniczna|adres email|"
    "Potwierdzenie na adres|E-mail kontaktowy",
    "buyer.customer_number": "Nr klienta|Numer klienta|Kod klienta|Nr odbiorcy|Kod odbiorcy|Nr kontrahenta|"
    "Kod kontrahenta|Klient nr|ID klienta|Nr nabywcy|Kod nabywcy|Nr płatnika|Symbol kontrahenta|Akronim|"
    "Nr konta klienta|Kontrahent nr",
    "buyer.customer_number@buyer": "Nasz nr klienta|Nasz numer klienta|Nasz numer u Państwa|Nasz nr u dostawcy|"
    "Nr klienta u dostawcy|Nasz kod klienta|N/nr klienta",
    "buyer.customer_number@seller": "Państwa nr klienta|Państwa numer klienta|Wasz nr klienta|Wasz numer u nas|"
    "Państwa kod klienta",
    "buyer.gln": "GLN|ILN|Nr GLN|Nr ILN|Kod GLN|GLN nabywcy|ILN nabywcy|Kod ILN|GLN zamawiającego|Numer GLN|"
    "ILN kupującego|EAN lokalizacji",
    "seller.name": "Dostawca|Sprzedawca|Wykonawca|Sprzedający|Kontrahent|Nazwa dostawcy|Nazwa|Zleceniobiorca|Firma",
    "seller.vat_id": "NIP|Nr NIP|NIP sprzedawcy|NIP dostawcy|NIP UE|N.I.P.|VAT UE|NIP wykonawcy|Numer NIP|NIP/VAT UE|"
    "NIP sprzedającego|VAT ID|Nr VAT UE",
    "seller.vat_id@buyer": "Państwa NIP|Wasz NIP",
    "seller.vat_id@seller": "Nasz NIP",
    "seller.address": "Adres|Adres dostawcy|Adres sprzedawcy|Siedziba|Adres wykonawcy|Adres siedziby|Adres firmy",
    "ship_to.name": "Odbiorca|Miejsce dostawy|Adresat|Odbiorca towaru|Dostawa do|Punkt dostawy|Magazyn|Sklep|Oddział|"
    "Lokalizacja|Odbierający",
    "ship_to.address": "Adres dostawy|Miejsce dostawy|Adres wysyłki|Adres odbiorcy|Adres|Adres dostarczenia|"
    "Miejsce odbioru|Miejsce przeznaczenia|Miejsce rozładunku|Adres budowy|Adres magazynu|Miejsce realizacji",
    "ship_to.gln": "GLN dostawy|GLN miejsca dostawy|ILN miejsca dostawy|GLN odbiorcy|ILN odbiorcy|GLN|ILN|"
    "GLN punktu dostawy|ILN dostawy|GLN magazynu",
    "bill_to.name": "Płatnik|Faktura na|Odbiorca faktury|Fakturę wystawić na|Dane do faktury|Nabywca|Fakturować na",
    "bill_to.address": "Adres do faktury|Adres płatnika|Adres do faktury VAT|Adres rozliczeniowy|Adres fakturowania|"
    "Fakturę przesłać na adres|Adres korespondencyjny do faktur",
    "total_net": "Razem netto|Wartość netto|Suma netto|Netto|Kwota netto|Łącznie netto|Ogółem netto|"
    "Razem wartość netto|Wartość zamówienia netto|Wartość netto razem|RAZEM NETTO|Wartość netto zamówienia|"
    "Suma wartości netto|Podsumowanie netto|Netto razem|Wartość bez VAT|Wartość towaru|Wartość zamówienia|"
    "Łączna wartość netto|Do zapłaty netto|Razem bez VAT|Razem|Suma|Kwota bez podatku",
    "total_tax": "VAT|Podatek VAT|Kwota VAT|Wartość VAT|Razem VAT|Podatek|Kwota podatku|Suma VAT|VAT 23%|Ogółem VAT|"
    "Podatek razem|Kwota podatku VAT|Wartość podatku|+ VAT|Wart. VAT|Łącznie VAT|Kw. VAT",
    "total_gross": "Razem brutto|Wartość brutto|Suma brutto|Brutto|Kwota brutto|Łącznie brutto|Ogółem brutto|"
    "Do zapłaty|Razem do zapłaty|Razem|Ogółem|Łącznie do zapłaty|Wartość zamówienia brutto|RAZEM BRUTTO|Suma|"
    "Łączna kwota|Wartość ogółem|Razem z VAT|Do zapłaty brutto|Należność ogółem|Wartość brutto razem|"
    "Wartość całkowita|Kwota do zapłaty|Łączna wartość brutto",
    "line.line_no": "Lp.|L.p.|Lp|Poz.|Poz|Pozycja|Nr|Nr poz.|L.P.|#|Nr pozycji|LP|Nr poz|Linia",
    "line.buyer_article_no": "Indeks [nabywcy;odbiorcy;klienta;kupującego]|Nr art. odbiorcy|Kod nabywcy|"
    "Kod towaru u odbiorcy|Indeks zamawiającego|Kod klienta|Nr materiału klienta|Kod produktu klienta|Kod odbiorcy|"
    "Nr katalogowy odbiorcy|Kod u kontrahenta",
    "line.buyer_article_no@buyer": "Indeks|Kod|Kod towaru|Symbol|Nr artykułu|Artykuł|Kod towaru/usługi|Indeks towaru|"
    "Indeks materiałowy|Indeks mat.|Nr materiału|Materiał|Kod materiału|Kod produktu|Nasz indeks|Nasz kod|"
    "Kod wewnętrzny|Nr art.|Numer|Symbol towaru|Numer części|Nr części|Kod art.|Kod artykułu|Nr zapasu|Indeks własny|"
    "N/indeks|Nr rysunku / indeks|Referencja|Symbol KTM",
    "line.buyer_article_no@seller": "Państwa kod|Państwa indeks|Wasz indeks|Wasz kod|W/indeks|Państwa nr artykułu",
    "line.supplier_article_no": "Indeks dostawcy|Kod dostawcy|Nr kat. dostawcy|Kod u dostawcy|Nr artykułu dostawcy|"
    "Symbol dostawcy|Kod producenta|Nr katalogowy producenta|Numer katalogowy dostawcy|Kod towaru dostawcy|"
    "Nr materiału dostawcy|Nr kat. producenta|Nr art. dostawcy|Symbol producenta|Oznaczenie producenta|Kod sprzedawcy|"
    "Indeks obcy",
    "line.supplier_article_no@buyer": "Państwa indeks|Wasz kod|Wasz indeks|Państwa kod|Numer katalogowy|Nr katalogowy|"
    "Nr kat.|Wasz nr artykułu",
    "line.supplier_article_no@seller": "Indeks|Kod|Kod towaru|Symbol|Nr artykułu|Nr katalogowy|Artykuł|"
    "Numer katalogowy|Nr kat.|Kod produktu|Indeks towaru|Nr art.|Nasz kod|Symbol towaru|Kod towaru/usługi|Referencja|"
    "Model|Kod art.|Numer",
    "line.gtin": "EAN|Kod EAN|GTIN|Kod kreskowy|EAN-13|EAN/GTIN|Kod kresk.|Nr EAN|GTIN/EAN|EAN towaru|EAN 13|ISBN|"
    "Kod paskowy",
    "line.description": "Nazwa|Nazwa towaru|Opis|Nazwa towaru lub usługi|Nazwa towaru/usługi|Towar|Nazwa artykułu|"
    "Przedmiot zamówienia|Opis towaru|Nazwa produktu|Towar/usługa|Produkt|Asortyment|Wyszczególnienie|Nazwa i opis|"
    "Artykuł|Tytuł|Nazwa towaru / usługi|Nazwa materiału|Opis artykułu|Specyfikacja|Treść|Materiał|Nazwa usługi|"
    "Nazwa części|Nazwa asortymentu|Opis przedmiotu zamówienia",
    "line.quantity": "Ilość|Il.|Ilość zamówiona|Ilość zam.|Szt.|Ilosc|Zamówiono|Ilość szt.|Liczba|Ilość/jm|"
    "Liczba sztuk|Zam. ilość|Sztuk|Ilość zamaw.|Godz.|Ilość sztuk|Ilość do zamówienia",
    "line.unit": "J.m.|JM|Jm.|j.m.|Jedn.|Jednostka|Jm|Jedn. miary|Miara|Jednostka miary|J.M.|Jedn.miary|J. miary|"
    "Jedn. zam.",
    "line.unit_price": "Cena|Cena netto|Cena jedn.|Cena jednostkowa|Cena jedn. netto|C.j. netto|Cena zakupu|"
    "Cena jednostkowa netto|Cena [netto PLN;zł;PLN;EUR;(PLN);netto zł]|Cena jedn.|Cena netto za szt.|Cena/jm|"
    "Cena j. netto|Cena zak.|Cena za jedn.|C. netto|Cena jednostk.|Cena po rabacie|Cena katalogowa|Stawka|"
    "Cena zakupu netto|C. jedn.|Cena szt.|Cena bez VAT",
    "line.price_base_quantity": "Za|Cena za|Jedn. ceny|Jednostka ceny|JC|za ilość|Jedn. cen.|za jedn.|Na ilość|"
    "Podstawa ceny|/|Przelicznik ceny",
    "line.discount_percent": "Rabat|Rabat %|Rab.|Rab. %|Upust|Upust %|Rabat [%]|Bonifikata|R%|Opust|Opust %|Rabat%|"
    "Zniżka|Rab.%|% rab.",
    "line.tax_rate": "VAT|VAT %|Stawka VAT|St. VAT|% VAT|Stawka|VAT [%]|Stawka podatku|Stawka VAT %|St.VAT|Podatek|"
    "St. pod.|Stawka podatku VAT|Vat%|Stawka %",
    "line.line_amount": "Wartość|Wartość netto|Wart. netto|Kwota|Kwota netto|Netto|Razem|Wartość [PLN;zł;EUR;(PLN);"
    "netto PLN]|Suma|Wartość pozycji|Wart.|Wartość zakupu|Razem netto|Wart. netto PLN|Wartość bez podatku|Ogółem|"
    "Wartość sprzedaży netto|Wartość sprzedaży|Kwota bez VAT|Łącznie|Wartość zamówienia",
    "line.delivery_date": "Termin|Termin dostawy|Data dostawy|Termin realizacji|Dostawa|Term. dost.|Data|Data dost.|"
    "Termin dost.|Realizacja|Data realizacji|Wym. data|Term.|Na kiedy|Data oczek.|Oczekiwana data dostawy|"
    "Tydz. dostawy|Termin real.|Data otrzymania",
    "title.order": "Zamówienie|Zamówienie zakupu|Zamówienie do dostawcy|ZAMÓWIENIE|Zamówienie nr|Zlecenie|"
    "Zamówienie towaru|Zamówienie ZD|Zlecenie zakupu|Zamówienie materiału|Zapotrzebowanie|Formularz zamówienia|"
    "Zamówienie (ZZ)|Zamówienie wewnętrzne|Zamówienie do umowy|Zamówienie na usługę|Zamówienie publiczne|"
    "Zlecenie wykonania usługi|Zamówienie własne|Zamówienie materiałów",
    "title.order_change": "Zmiana zamówienia|Korekta zamówienia|Aneks do zamówienia|Zmiana do zamówienia|"
    "Aktualizacja zamówienia|Zamówienie - zmiana|Zamówienie zmienione|Modyfikacja zamówienia",
    "title.order_response": "Potwierdzenie zamówienia|Potwierdzenie przyjęcia zamówienia|Zamówienie od odbiorcy|"
    "Potwierdzenie|Potwierdzenie zlecenia|Zamówienie od klienta|Potwierdzenie przyjęcia zlecenia|Przyjęcie zamówienia|"
    "Potwierdzenie realizacji zamówienia",
    "title.quotation": "Oferta|Oferta handlowa|Oferta cenowa|Wycena|Oferta nr|Propozycja handlowa|Kosztorys ofertowy|"
    "Kalkulacja|Oferta sprzedaży",
    "title.invoice": "Faktura|Faktura VAT|Faktura nr|FAKTURA VAT|Faktura zaliczkowa|Faktura końcowa|Faktura sprzedaży|"
    "Faktura pro forma|Rachunek|Faktura elektroniczna|Faktura VAT sprzedaży|Faktura rozliczeniowa",
    "title.credit_note": "Faktura korygująca|Korekta faktury|Nota kredytowa|Faktura VAT korygująca|Korekta|"
    "Nota korygująca|Korekta faktury VAT|Korekta faktury sprzedaży",
    "title.delivery_note": "Wydanie zewnętrzne|WZ|Dowód dostawy|Dokument dostawy|Specyfikacja wysyłkowa|"
    "List przewozowy|Dokument WZ|Lista pakowa|Awizo dostawy|Dowód wydania",
    "title.reminder": "Wezwanie do zapłaty|Monit|Przypomnienie o płatności|Ponaglenie|Ostateczne wezwanie do zapłaty|"
    "Upomnienie|Przypomnienie",
    "title.letter": "Pismo|Informacja|Zawiadomienie|Notatka|Faks|Oświadczenie|Zapytanie|Komunikat|"
    "Informacja o zmianie adresu|Zaproszenie",
    "title.price_list": "Cennik|Cennik [2025;2026;2027]|Cennik hurtowy|Katalog|Cennik produktów|Cennik netto|Lista cen",
    "title.statement": "Potwierdzenie salda|Zestawienie należności|Wyciąg|Zestawienie rozrachunków|Uzgodnienie salda|"
    "Rozliczenie|Zestawienie obrotów|Nota odsetkowa",
    "party.buyer": "Nabywca|Zamawiający|Kupujący|Klient|Zleceniodawca|Dane nabywcy|Kontrahent|Dane zamawiającego|"
    "Informacje o nabywcy|Nabywca (zamawiający)|Zamawiający (nabywca)|Dane kupującego|Dane klienta|"
    "Jednostka zamawiająca|Dane zleceniodawcy|Zleceniodawca (nabywca)|Zamówienie składa|Zamawiająca|"
    "Strona zamawiająca|Podmiot zamawiający|Nazwa i adres zamawiającego|Inwestor|Firma zamawiająca",
    "party.buyer@buyer": "Zamawiający|Od|Wystawca|Zamawia|Wystawił|Nadawca|Zamawiający / płatnik|Nasze dane",
    "party.buyer@seller": "Nabywca|Odbiorca|Klient|Kontrahent|Do|Zamawiający|Nabywca/odbiorca|Kupujący|Sz. P.|Adresat|"
    "Nabywca (klient)|Nabywca / płatnik|Dane odbiorcy|Usługobiorca|Faktura dla|Rachunek dla|Kupujący / płatnik|"
    "Odbiorca faktury",
    "party.seller": "Dostawca|Sprzedawca|Sprzedający|Wykonawca|Dane dostawcy|Zleceniobiorca|Oferent|Dane sprzedawcy|"
    "Informacje o sprzedawcy|Dostawca / wykonawca|Sprzedawca (dostawca)|Dane wykonawcy|Dane zleceniobiorcy|"
    "Nazwa i adres dostawcy|Producent|Usługodawca|Firma realizująca|Podwykonawca|Dostawca towaru|Hurtownia|"
    "Nazwa dostawcy|Przyjmujący zamówienie",
    "party.seller@buyer": "Dostawca|Do|Kontrahent|Adresat|Zamówienie dla|Sprzedawca|Do dostawcy|Szanowni Państwo|"
    "Wykonawca|Odbiorca zamówienia",
    "party.seller@seller": "Wystawca|Sprzedawca|Od|Nadawca|Sprzedający|Wystawca faktury|Sprzedający / wystawca|"
    "Dane firmy|Podatnik",
    "party.ship_to": "Adres dostawy|Miejsce dostawy|Odbiorca|Dostawa do|Adres wysyłki|Odbiorca towaru|Dostarczyć do|"
    "Adres dostarczenia|Dostawa na adres|Proszę dostarczyć na adres|Miejsce odbioru|Adres odbiorcy|Dane do wysyłki|"
    "Punkt dostawy|Miejsce przeznaczenia|Wysłać do|Adres rozładunku|Adres realizacji|Dane dostawy|"
    "Informacje o dostawie|Miejsce odbioru towaru|Miejsce realizacji|Dostawa|Odbiorca dostawy|Adres docelowy|"
    "Towar dostarczyć na adres|Miejsce rozładunku|Lokalizacja dostawy|Dostarczenie na adres|Budowa|Adres budowy|"
    "Magazyn odbiorczy|Odbiorca (miejsce dostawy)|Dane odbiorcy przesyłki|Adres wysyłkowy|Dostawę kierować na adres|"
    "Dostawa pod adres",
    "party.bill_to": "Płatnik|Dane do faktury|Faktura na|Adres do faktury|Fakturę wystawić na|Adres płatnika|"
    "Odbiorca faktury|Faktury prosimy kierować na|Dane płatnika|Fakturować na|Dane do wystawienia faktury|"
    "Adres do fakturowania|Dane do rozliczenia|Fakturę prosimy wystawić na|Fakturę należy wystawić na|"
    "Nabywca na fakturze|Fakturę przesłać na adres|Adres wysyłki faktury|Odbiorca faktury VAT|Płatnik faktury|"
    "Adres korespondencyjny do faktur",
    "contact": "Osoba kontaktowa|Kontakt|Osoba do kontaktu|Opiekun|Do rąk|Os. kontaktowa|Prowadzący|Sprawę prowadzi|"
    "Opiekun klienta|Handlowiec|Obsługuje|Przedstawiciel handlowy|Na ręce|Dane kontaktowe",
    "buyer_person": "Zamawiający|Zamówił|Osoba zamawiająca|Kupiec|Wystawił|Sporządził|Zaopatrzeniowiec|"
    "Zamówienie wystawił|Osoba odpowiedzialna|Zgłaszający|Zamówił(a)|Wystawił(a)|Autor|Utworzył|Pracownik|"
    "Specjalista ds. zakupów|Opracował",
    "phone": "Tel.|tel.|Telefon|Tel|T|Nr tel.|Nr telefonu|Telefon kontaktowy|tel/fax|Tel. kont.",
    "mobile": "Kom.|Tel. kom.|Telefon komórkowy|Komórka|Mobile|GSM|kom.",
    "fax": "Fax|Faks|fax|Tel./fax|Nr faksu|F|Telefaks",
    "email": "E-mail|e-mail|Email|Mail|Adres e-mail|E|email|Poczta",
    "web": "www|Strona www|WWW|Strona internetowa|Internet|Witryna",
    "bank": "Bank|Nazwa banku|Konto bankowe|Rachunek bankowy|Bank, nr konta|Dane bankowe|Nazwa i nr banku|"
    "Rachunek w banku",
    "iban": "IBAN|Nr konta|Numer konta|Konto|Nr rachunku|Rachunek bankowy|Nr rach.|Konto IBAN|Nr rachunku bankowego|"
    "Rachunek",
    "bic": "SWIFT|BIC|BIC/SWIFT|SWIFT/BIC|Kod SWIFT|Kod BIC",
    "page": "Strona|Str.|str.|Strona nr|Arkusz|s.|Str",
    "of": "z|/|ze|od",
    "carry_over": "Do przeniesienia|Przeniesienie|Razem strona|Do przen.|Razem na stronie|Suma strony|"
    "Ciąg dalszy na następnej stronie|c.d. na następnej stronie|Podsuma",
    "carried_forward": "Z przeniesienia|Przeniesienie z poprzedniej strony|Przeniesiono|Z przen.|Przeniesienie|"
    "Z poprzedniej strony",
    "subtotal": "Razem|Suma częściowa|Suma|Podsuma|Razem grupa|Razem pozycje|Suma pośrednia|W sumie|Razem dział",
    "freight": "Transport|Koszt transportu|Koszty dostawy|Dostawa|Przesyłka|Fracht|Koszt wysyłki|Koszt przesyłki|"
    "Usługa transportowa|Kurier|Koszty transportu|Przesyłka kurierska|Opłata za transport|Koszty wysyłki",
    "packaging": "Opakowanie|Pakowanie|Koszt pakowania|Paleta|Paleta EUR|Opakowania|Koszt opakowania|Europaleta|"
    "Opakowanie zwrotne",
    "insurance": "Ubezpieczenie|Ubezpieczenie przesyłki|Koszt ubezpieczenia|Ubezp. transportu",
    "surcharge": "Dopłata|Opłata dodatkowa|Dopłata logistyczna|Opłata za małe zamówienie|Dopłata paliwowa|"
    "Dodatek stopowy|Koszty manipulacyjne|Opłata manipulacyjna|Dopłata za cięcie|Opłata środowiskowa|Opłata serwisowa|"
    "Dopłata ekspresowa|Opłata KGO|Oprzyrządowanie|Narzut",
    "deposit": "Kaucja|Zaliczka|Depozyt|Kaucja za opakowania|Kaucja za palety|Przedpłata|Zadatek|Opakowania zwrotne",
    "discount": "Rabat|Upust|Bonifikata|Opust|Rabat handlowy|Rabat od zamówienia|Skonto|Zniżka|Bonus|Rabat specjalny|"
    "Rabat ilościowy|Udzielony rabat|Kwota rabatu",
    "rounding": "Zaokrąglenie|Zaokrąglenia|Zaokr.|Różnica zaokrągleń|Kwota zaokrąglenia",
    "your_reference": "Wasz znak|Państwa znak|Wasz nr|Wasza ref.|Państwa referencje|Wasze pismo z dnia|W/znak|"
    "Referencja|Państwa nr ref.",
    "our_reference": "Nasz znak|Nasz nr|N/znak|Nr referencyjny|Nr ref.|Referencje|Nr sprawy|Znak sprawy|Nasza ref.|"
    "Znak|Ref.",
    "project": "Projekt|Nr projektu|Budowa|Inwestycja|Zlecenie|Obiekt|Nazwa projektu|Zadanie|Dotyczy|Temat|"
    "Nr inwestycji|Nazwa zadania|Zlecenie produkcyjne|Kontrakt/projekt",
    "cost_center": "MPK|Miejsce powstawania kosztów|Centrum kosztów|Nr MPK|CK|Konto kosztów|Stanowisko kosztów|"
    "Nośnik kosztów|Budżet",
    "requisition": "Zapotrzebowanie|Nr zapotrzebowania|Zapotrzebowanie nr|Zgłoszenie zapotrzebowania|Wniosek zakupowy|"
    "Nr wniosku|Zapytanie nr|Zapotrzebowanie materiałowe",
    "quote_number": "Oferta nr|Nr oferty|Wasza oferta|Państwa oferta|Numer oferty|Do oferty|Oferta|Wg oferty nr|"
    "Zgodnie z ofertą|Na podstawie oferty|Wasza oferta nr|Nasza oferta|Oferta z dnia",
    "sales_order_number": "Nr zlecenia|Zlecenie nr|Nr potwierdzenia|Nasze zamówienie nr|Potwierdzenie nr|"
    "Nr zamówienia sprzedaży|Nr ZK|Nasz nr zlecenia|Zamówienie sprzedaży|ZS nr|Numer zlecenia|ZK nr",
    "delivery_note_number": "WZ nr|Nr WZ|Dokument WZ|Nr dokumentu WZ|Nr dostawy|List przewozowy nr|"
    "Nr listu przewozowego|Dostawa nr|WZ|Nr przesyłki|Dowód dostawy nr",
    "price_list_date": "Cennik z dnia|Cennik|Ceny wg cennika|Cennik ważny od|Ceny z dnia",
    "print_date": "Data wydruku|Wydrukowano|Wydruk z dnia|Drukowano|Data i godzina wydruku|Wydruk|Data druku|"
    "Wygenerowano",
    "valid_until": "Ważne do|Ważność oferty|Oferta ważna do|Termin ważności|Ważna do|Data ważności|Ważność|"
    "Zamówienie ważne do|Termin związania ofertą",
    "shipping_date": "Data wysyłki|Data wydania|Data sprzedaży|Data dostawy/wykonania usługi|Data dokonania dostawy|"
    "Wysłano|Data załadunku|Data dostawy|Data zakończenia dostawy|Planowana wysyłka|Data wykonania usługi|"
    "Termin wysyłki",
    "confirmation_date": "Data potwierdzenia|Potwierdzono|Potwierdzić do|Termin potwierdzenia|Potwierdzono dnia|Potw.|"
    "Prosimy o potwierdzenie do",
    "order_time": "Godz.|Godzina|Czas|Godzina wydruku|godz.",
    "ship_via": "Sposób dostawy|Przewoźnik|Spedytor|Sposób wysyłki|Transport|Środek transportu|Rodzaj transportu|"
    "Forma dostawy|Kurier|Dostawa przez|Sposób transportu|Wysyłka|Sposób odbioru",
    "incoterm_word": "Incoterms|Incoterms 2020|wg Incoterms 2020|INCOTERMS|Incoterms 2010",
    "department": "Dział|Wydział|Oddział|Dział zakupów|Referat|Sekcja|Jednostka|Biuro|Komórka org.|Zakład",
    "approved_by": "Zatwierdził|Zaakceptował|Akceptacja|Zatwierdzono przez|Sprawdził|Zatwierdzam|Zatwierdził(a)|"
    "Akceptował|Zatwierdzenie",
    "signature": "Podpis|Podpis i pieczęć|Pieczątka i podpis|Podpis osoby upoważnionej|Data i podpis|"
    "Podpis zamawiającego|Wystawił (podpis)|Czytelny podpis|Osoba upoważniona do wystawienia|Pieczęć firmowa|"
    "Osoba upoważniona do odbioru",
    "tax_number": "REGON|Nr REGON|NIP krajowy|Nr identyfikacyjny|REGON nr|PESEL",
    "register": "KRS|Nr KRS|Sąd Rejonowy|KRS nr|Nr rejestrowy|CEIDG|BDO|Wpis do rejestru|Nr BDO",
    "capital": "Kapitał zakładowy|Kapitał|Wysokość kapitału zakładowego|Kapitał akcyjny|Kapitał zakł.|"
    "Kapitał zakładowy wpłacony",
    "managing_director": "Prezes Zarządu|Zarząd|Dyrektor|Prezes|Właściciel|Dyrektor generalny|Członek Zarządu|"
    "Dyrektor zarządzający|Wspólnik",
    "supplier_number": "Nr dostawcy|Kod dostawcy|Numer dostawcy|Dostawca nr|ID dostawcy|Nr kontrahenta|"
    "Państwa nr dostawcy|Symbol dostawcy|Nr kartoteki dostawcy|Kod kontrahenta|Wasz numer u nas",
    "gln": "GLN|ILN|Nr GLN|Kod ILN|Kod GLN|Nr ILN",
    "seller_gln": "GLN dostawcy|ILN dostawcy|GLN sprzedawcy|ILN sprzedawcy|Nr GLN dostawcy|Kod ILN dostawcy",
    "weight": "Waga|Waga brutto|Masa|Waga kg|Waga [kg]|Masa brutto|Waga razem|Ciężar|Łączna waga",
    "net_weight": "Waga netto|Masa netto|Waga netto kg|Masa jedn.|Waga jedn.|Ciężar netto",
    "volume": "Objętość|Objętość m3|Kubatura|Obj.|Objętość [m³]|Pojemność",
    "packages": "Opakowania|Ilość opakowań|Liczba paczek|Palety|Liczba palet|Ilość palet|Kartony|Liczba kolli|"
    "Ilość paczek|Sztuk opakowań",
    "customs_code": "Kod CN|Kod celny|Taryfa celna|PKWiU|CN|Nr taryfy celnej|Kod taryfy|Kod HS|PKWiU/CN|Kod towaru CN|"
    "GTU",
    "country_of_origin": "Kraj pochodzenia|Pochodzenie|Kraj poch.|Pochodzenie towaru|Kraj|Kraj produkcji",
    "drawing": "Rysunek|Nr rysunku|Rys.|Rys. nr|Rysunek nr|Wg rysunku|Nr rys.|Zgodnie z rys.|Nr dokumentacji",
    "revision": "Rewizja|Rew.|Wersja|Indeks zmian|Wyd.|Zmiana|Rev.|Wydanie",
    "batch": "Partia|Nr partii|Seria|LOT|Numer partii|Nr serii|Wytop|Nr wytopu|Partia nr",
    "serial": "Nr seryjny|Numer seryjny|S/N|Nr fabr.|Nr ser.|Nr fabryczny|SN",
    "warehouse": "Magazyn|Mag.|Magazyn docelowy|Zakład|Magazyn nr|Oddział|Skład|Kod magazynu",
    "stock_location": "Lokalizacja|Miejsce składowania|Regał|Półka|Lok.|Adres mag.|Miejsce",
    "item_count": "Liczba pozycji|Ilość pozycji|Pozycji|Razem pozycji|Liczba poz.|Ilość pozycji na zamówieniu|"
    "Poz. razem|Łącznie pozycji|Liczba wierszy",
    "total_quantity": "Razem ilość|Suma ilości|Łączna ilość|Ilość razem|Razem sztuk|Ilość ogółem",
    "amount_in_words": "Słownie|słownie|Kwota słownie|Słownie złotych|Do zapłaty słownie|Słownie do zapłaty",
    "tax_base": "Wartość netto|Netto|Podstawa opodatkowania|Podstawa|Kwota netto|Podstawa VAT|Sprzedaż netto",
    "tax_table": "Zestawienie VAT|Rozliczenie VAT|Tabela VAT|Podsumowanie VAT|Według stawki VAT|Ogółem wg stawek|"
    "W tym|Zestawienie stawek VAT",
    "tax_rate": "Stawka VAT|Stawka|VAT %|St. VAT|%|Stawka %|Stawka podatku|wg stawki VAT",
    "tax_amount": "Kwota VAT|VAT|Podatek|Kwota podatku|Wartość VAT|Podatek VAT|Kw. VAT",
    "sum_of_discounts": "Suma rabatów|Rabat razem|Łączny rabat|Razem rabat|Rabaty|Udzielone rabaty|Kwota rabatu|"
    "Oszczędzasz",
    "prepaid": "Zapłacono|Zaliczka|Wpłacono|Przedpłata|Zapłacono zaliczką|Już zapłacono|Zapłacone",
    "amount_due": "Do zapłaty|Pozostaje do zapłaty|Razem do zapłaty|Kwota do zapłaty|Pozostało do zapłaty|Należność|"
    "Saldo|Pozostało|DO ZAPŁATY",
    "notes": "Uwagi|Uwaga|Informacje dodatkowe|Komentarz|Notatki|Dodatkowe informacje|UWAGI|Opis|Adnotacje|"
    "Uwagi do zamówienia|Informacje|Inne|Uwagi do dostawy",
    "terms_title": "Ogólne warunki zakupu|OWZ|Warunki zakupu|Ogólne warunki|Ogólne warunki zamówienia|"
    "Warunki realizacji zamówienia|Ogólne Warunki Sprzedaży|Postanowienia ogólne|OWS|Warunki ogólne|Warunki zamówienia",
    "document_status": "Status|Stan|Typ dokumentu|Rodzaj|Oryginał/kopia|Status zamówienia|Typ zamówienia|"
    "Rodzaj zamówienia",
    "account_number": "Nr konta|Nr rachunku|Konto|Numer rachunku|Rachunek|Numer konta bankowego|Nr r-ku|Konto bankowe",
    "payment_method": "Typ płatności|Metoda zapłaty|Kanał płatności|Forma płatności|Sposób płatności|Sposób zapłaty|"
    "Forma zapłaty|Metoda płatności|Płatność|Rodzaj płatności|Zapłata",
    "place": "Miejscowość|Miejsce wystawienia|Miejscowość, data|Miejsce|Wystawiono w",
    "part.name": "Nazwa|Firma|Nazwa firmy|Pełna nazwa|Imię i nazwisko / firma|Nazwa podmiotu|Nazwa / firma",
    "part.street": "Ulica|Adres|Ulica i nr|Ulica, nr|Ul.|Ulica/nr domu|Adres linia 1",
    "part.postcode": "Kod pocztowy|Kod|Kod poczt.",
    "part.city": "Miasto|Miejscowość|Miejsc.",
    "part.country": "Kraj|Kod kraju|Państwo",
    "part.place_line": "Kod i miasto|Kod pocztowy i miejscowość|Kod/miejscowość|Miejscowość|Kod, miasto",
    "part.number": "Numer|Nr|Identyfikator|ID|Kod kontrahenta|Nr kontrahenta|Symbol",
    "part.global_id": "GLN|Numer GLN|Identyfikator globalny|ILN",
    "part.address2": "Adres cd.|Lokal|Oddział|Dział|Adres linia 2|Dodatkowe",
    "part.state": "Województwo|Region|Powiat",
    "part.trading_name": "Nazwa handlowa|Nazwa skrócona|Marka",
    "part.legal_id": "Numer rejestrowy|Identyfikator prawny|Nr KRS",
    "part.e_address": "Adres elektroniczny|Adres Peppol|ID skrzynki",
    "period_start": "Okres od|Początek okresu|Obowiązuje od|Data rozpoczęcia|Usługa od",
    "period_end": "Okres do|Koniec okresu|Obowiązuje do|Data zakończenia|Usługa do",
    "tender": "Nr przetargu|Postępowanie|Znak sprawy|Nr postępowania|Część zamówienia",
    "previous_document": "Faktura pierwotna|Dokument powiązany|Dotyczy faktury|Zastępuje dokument|Poprzednia zmiana",
    "object_ref": "ID dokumentu|ID obiektu|Nr systemowy|ID transakcji|Katalog",
    "org_unit": "Zakład|Jednostka gospodarcza|Oddział|Grupa zaopatrzenia|Organizacja zakupów|Lokalizacja",
}
