"""Polish sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "przelew {days} dni|Przelew {days} dni|{days} dni|Płatność przelewem w terminie {days} dni|{days} dni od "
        "daty wystawienia faktury|przelew w ciągu {days} dni|przedpłata|Przedpłata {pct}%|gotówka|za pobraniem|"
        "{days} dni netto|Przelew bankowy, {days} dni od otrzymania faktury|termin płatności {days} dni|kompensata|"
        "karta płatnicza|{pct}% zaliczki, reszta {days} dni|{days} dni od daty dostawy|zgodnie z umową|wg umowy|"
        "Przelew - {days} dni|płatność natychmiastowa|{days} dni EOM|{days} dni od daty wpływu prawidłowo "
        "wystawionej faktury|skonto {pct}% przy płatności do {days} dni|Przelew {days}|14 dni przelew|odroczony "
        "{days} dni|PRZELEW {days} DNI|Gotówka przy odbiorze|akredytywa"
    ),
    "delivery_terms": (
        "transport dostawcy|na koszt dostawcy|loco magazyn {city}|franco magazyn {city}|odbiór własny|kurier|"
        "Dostawa na koszt sprzedawcy|transport własny|na koszt odbiorcy|franco {city}|loco zakład dostawcy|z "
        "dostawą do {city}|dostawa wliczona w cenę|dostawa gratis od {amt} {cur}|Kurier DPD|przesyłka kurierska|"
        "Transport po stronie dostawcy|spedycja|bezpłatna dostawa|dostarczone, cło opłacone {city}|z wyładunkiem|"
        "na palecie"
    ),
    "comment": (
        "Dostawa w [dwóch;trzech] partiach|Dostawy częściowe [niedozwolone;dozwolone]|Ceny zgodnie z ofertą {ref} "
        "[z dnia {date};]|Prosimy o potwierdzenie terminu|Poz. {n}-{n} dotyczą projektu {ref}|Reszta z zamówienia "
        "{ref}|Cena wg cennika {year}|PILNE - przestój produkcji|Wymagany atest [3.1;2.2]|wg rysunku {dwg}|"
        "Minimalna ilość {n} szt.|Poprzednie zamówienie: {ref} z dnia {date}|nowa cena od {date}|dostawa tydzień "
        "{week}|*** [próbka;gratis;bez zamienników] ***|Kolor do uzgodnienia|Proszę podać indeks {num} na "
        "etykiecie|Część zamienna do maszyny {ref}|Towar pakować oddzielnie|Narzędzia powierzone|Rozładunek brama "
        "{n} w godz. {time}-{time}|rabat uwzględniony w cenie|ustalono telefonicznie dnia {date}|Awizacja: tel. "
        "{tel}|zamiennik za {num}|Uzupełnienie do {ref}"
    ),
    "note": (
        "Prosimy o potwierdzenie zamówienia w ciągu {days} dni.|Faktury prosimy przesyłać na adres e-mail w "
        "formacie PDF.|Przyjęcia towaru: pon.-pt. w godz. {time}-{time}.|Na fakturze prosimy podać numer "
        "zamówienia.|Dostawa na paletach EUR, max. wysokość {n}0 cm.|W przypadku różnic cenowych prosimy o kontakt "
        "przed dostawą.|Na dokumencie WZ prosimy podać nasze indeksy.|W razie pytań prosimy o kontakt: tel. {tel}.|"
        "Dostawy częściowe tylko po uzgodnieniu.|Jeżeli termin {date} nie może być dotrzymany, prosimy o "
        "natychmiastową informację.|Zamówienie zastępuje zamówienie {ref} z dnia {date}.|Waga całkowita ok. {kg} "
        "kg.|Do dostawy należy dołączyć kartę charakterystyki.|Termin przydatności minimum {n} mies. od daty "
        "dostawy.|Awizacja dostawy min. {n} godz. wcześniej, tel. {tel}.|Prosimy o dołączenie atestów i deklaracji "
        "zgodności.|Tolerancja ilościowa +/- {pct} %.|Osoba do kontaktu na budowie: {tel}|Zamówienie realizowane w "
        "ramach umowy {ref}.|Podstawa: zapytanie {ref} z dnia {date}.|Brak potwierdzenia w ciągu {n} dni oznacza "
        "przyjęcie zamówienia do realizacji.|Kod budżetu {num}.|Rozładunek HDS."
    ),
    "header_note": (
        "Na [fakturze;fakturze i dokumencie WZ;wszystkich dokumentach] prosimy podać numer zamówienia.|Prosimy o "
        "pisemne potwierdzenie przyjęcia zamówienia [do dnia {date};w ciągu {days} dni;].|Do zamówienia mają "
        "zastosowanie Ogólne Warunki Zakupu.|Ceny stałe do dnia {date}.|UWAGA: dostawy bez numeru zamówienia nie "
        "będą przyjmowane.|Dostawa w tygodniu {week}.|Dotyczy: zapytanie z dnia {date}, nasz znak {ref}|Ceny nie "
        "zawierają podatku VAT.|Zamówienie ważne bez podpisu."
    ),
    "legal": (
        "Towar pozostaje własnością sprzedawcy do czasu zapłaty.|Odwrotne obciążenie.|Mechanizm podzielonej "
        "płatności.|Wewnątrzwspólnotowa dostawa towarów - stawka VAT 0%.|Za opóźnienie w płatności naliczamy "
        "odsetki ustawowe.|Reklamacje przyjmujemy w ciągu {days} dni od daty dostawy.|Dokument wygenerowany "
        "elektronicznie, nie wymaga podpisu.|Spory rozstrzyga sąd właściwy dla siedziby kupującego.|Oświadczamy, "
        "że posiadamy status dużego przedsiębiorcy.|Spółka posiada wpis do BDO pod numerem {num}.|Zwolnienie z VAT "
        "na podstawie art. 113 ust. 1 ustawy o VAT.|Administratorem danych osobowych jest zamawiający.|Faktura bez "
        "podpisu odbiorcy.|Nie akceptujemy faktur bez numeru zamówienia.|Zgodnie z art. 106e ust. 1 ustawy o VAT.|"
        "Opłata recyklingowa wliczona w cenę.|Nr rejestrowy GIOŚ {num}"
    ),
    "terms_paragraph": (
        "Dostawca zobowiązuje się dostarczyć towar w terminie i miejscu wskazanym w zamówieniu.|Terminy dostaw są "
        "wiążące.|Zamawiający ma prawo odmówić przyjęcia towaru niezgodnego z zamówieniem w ciągu {days} dni od "
        "dnia dostawy.|Ceny są stałe i obejmują koszty opakowania, ubezpieczenia oraz transportu.|Ryzyko utraty "
        "towaru przechodzi na Zamawiającego z chwilą jego wydania w miejscu dostawy.|Dostawca udziela gwarancji na "
        "okres {n} miesięcy od daty [dostawy;odbioru].|W przypadku opóźnienia Zamawiający może naliczyć karę "
        "umowną w wysokości {pct} % wartości zamówienia za każdy [dzień;tydzień] opóźnienia, nie więcej niż {pct} "
        "%.|Faktura powinna zawierać numer zamówienia, indeksy towarów oraz stawki podatku VAT.|Płatność nastąpi w "
        "terminie {days} dni od dnia otrzymania prawidłowo wystawionej faktury.|Przeniesienie praw wynikających z "
        "zamówienia wymaga pisemnej zgody Zamawiającego.|Rysunki, narzędzia i dokumentacja pozostają własnością "
        "Zamawiającego.|Strony zobowiązują się do zachowania poufności przez okres {n} lat.|Dostawca posiada "
        "ubezpieczenie odpowiedzialności cywilnej na kwotę nie niższą niż {amt} 000 {cur}.|Strony nie ponoszą "
        "odpowiedzialności za niewykonanie zobowiązań wskutek siły wyższej, o której powiadomią w ciągu {days} "
        "dni.|W sprawach nieuregulowanych zastosowanie mają przepisy Kodeksu cywilnego.|Nieważność jednego z "
        "postanowień nie wpływa na ważność pozostałych.|Wszelkie zmiany wymagają formy pisemnej pod rygorem "
        "nieważności.|Dostawca oświadcza, że przestrzega przepisów o minimalnym wynagrodzeniu oraz zasad ochrony "
        "środowiska.|Towary podlegające rozporządzeniu REACH powinny być odpowiednio oznakowane.|Dostawy przed "
        "terminem lub w ilości większej niż zamówiona mogą zostać zwrócone na koszt Dostawcy.|Przyjęcie zamówienia "
        "do realizacji oznacza akceptację niniejszych warunków.|Zamawiający może odstąpić od zamówienia w terminie "
        "{days} dni w przypadkach wskazanych w pkt {n}.{n}.|Warunki obowiązują od dnia {date} i zastępują "
        "poprzednie wersje.|Sądem właściwym jest sąd siedziby Zamawiającego."
    ),
    "greeting": ("Szanowni Państwo,|Dzień dobry,|Szanowny Kliencie,|Szanowny Partnerze,|Witam,|Szanowni Państwo!"),
    "closing": (
        "Z poważaniem|Z wyrazami szacunku|Pozdrawiam|Pozdrawiamy|Dziękujemy za współpracę|Dziękujemy za "
        "zamówienie.|W razie pytań prosimy o kontakt pod numerem {tel}.|Łączymy wyrazy szacunku|Liczymy na dalszą "
        "współpracę."
    ),
    "item_text": (
        "Rysunek nr {dwg} rew. {rev}|Rys. {dwg}|Kod CN: {hs}|PKWiU {hs}|Kraj pochodzenia: {land}|wg oferty {ref} z "
        "dnia {date}|Kolor: RAL {ral}|Partia nr {num}|Seria {ref}|Nr ser. {num}|Dostawa tydz. {week}|Waga netto: "
        "{kg} kg|Wymiar: {dim} mm|MPK {num}|Projekt: {ref}|z atestem 3.1|Opakowanie zbiorcze {n} szt.|op. {n} szt.|"
        "Cięcie na wymiar {n}00 mm|z kompletem mocującym|do maszyny typ {ref}|Poz. {n} umowy ramowej {ref}|Indeks "
        "odbiorcy: {num}|Termin ważności min. {n} mies.|zamiennik za {num}|Materiał: {num}|Przechowywać w temp. "
        "{n} °C|Klasa ADR {n}, UN {num}|Zapotrzebowanie {num}|Okres {date} - {date}|Rewizja {rev}|Gatunek I|"
        "GTU_{n}|wykonanie wg dokumentacji {dwg}|Nr kat. {ref}|Zlecenie {num}|cena po rabacie {pct}%"
    ),
    "section": (
        "Część {n}|Grupa {n}: Akcesoria|--- Części zamienne ---|Dział {n} - Elektryka|Zadanie {n}|Budynek {n}|"
        "Usługi|Materiały eksploatacyjne|1. Parter|Etap {n}: Montaż|Opcje|Dostawa {n}|Projekt {ref}|Maszyna {ref}|"
        "MPK {num}|Pakiet {n}|Dla zakładu {n}|Normalia|Mrożonki|Tydzień {week}|Zlecenie {ref}|Do WZ {num} z dnia "
        "{date}"
    ),
    "subject": (
        "Dotyczy: oferta {ref}|Części do maszyny {ref}|Dostawa tydzień {week}|Umowa ramowa {ref}|Inwestycja {ref}|"
        "Dot. zapytania z dnia {date}"
    ),
    "intro.order": (
        "Zamawiamy na warunkach podanych poniżej:|Prosimy o realizację [poniższego;następującego] zamówienia:|"
        "Zgodnie z Państwa ofertą {ref} z dnia {date} zamawiamy:|Niniejszym zamawiamy następujące pozycje:|Proszę "
        "o dostarczenie:|Składamy zamówienie na:"
    ),
    "intro.order_change": (
        "Prosimy o zmianę naszego zamówienia {ref} z dnia {date}:|Zmieniamy zamówienie jak niżej:|Zmienione "
        "pozycje oznaczono.|Niniejsza zmiana zastępuje dotychczasowe pozycje."
    ),
    "intro.order_response": (
        "Dziękujemy za zamówienie, które potwierdzamy jak niżej:|Potwierdzamy przyjęcie zamówienia z dnia {date}:|"
        "Potwierdzamy do realizacji:|Państwa zamówienie zostało przyjęte do realizacji.|Z przyjemnością "
        "potwierdzamy:"
    ),
    "intro.quotation": (
        "Przedstawiamy ofertę na poniższe towary:|W odpowiedzi na zapytanie z dnia {date} oferujemy:|Mamy "
        "przyjemność zaoferować:|Nawiązując do zapytania {ref}, przedstawiamy ofertę:"
    ),
    "intro.invoice": (
        "Za dostarczone towary i usługi:|Dotyczy dostaw wg WZ {ref} z dnia {date}:|Usługi wykonane w okresie "
        "{date} - {date}:|Sprzedaż towarów:"
    ),
    "intro.credit_note": (
        "Dotyczy faktury {ref} z dnia {date}:|Korygujemy następujące pozycje:|Przyczyna korekty: zwrot towaru|"
        "Korekta do faktury {ref}:"
    ),
}
