"""Dutch sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "{days} dagen netto|{days} dagen|{days} dagen na factuurdatum|Betaling binnen {days} dagen|Binnen {days} "
        "dagen na factuurdatum|{days} dagen einde maand|Netto {days} dagen|Vooruitbetaling|Contant|Contant bij "
        "levering|Automatische incasso|Incasso {days} dagen|{pct}% korting binnen {days} dagen, {days} dagen netto|"
        "{pct}% aanbetaling, rest bij levering|Onder rembours|Direct na ontvangst factuur|volgens afspraak|conform "
        "contract|Per bank {days} dagen|Overschrijving {days} dagen|{days} dgn netto|30 dagen na ontvangst van "
        "goederen en factuur|contante betaling|{days} dagen eom|8 dagen {pct} %, {days} dagen netto|betaling per "
        "omgaande|Vooraf te voldoen|{days} dagen factuurdatum"
    ),
    "delivery_terms": (
        "Franco huis|Franco|Franco {city}|Af fabriek|Af magazijn|Franco huis inclusief verpakking|Niet franco|"
        "Franco werk|Franco vanaf {amt} {cur}|Afhalen|Afgehaald|Leveren op locatie|Franco magazijn {city}|Vracht "
        "voor rekening afnemer|Per koerier|Geleverd rechten betaald {city}|Inclusief transport|Ongelost|Gelost|"
        "FRANCO|Franco werf|Rembours|Eigen vervoer|Leveren op {city}"
    ),
    "comment": (
        "Levering in [twee;drie] delen|Deelleveringen [niet;] toegestaan|Prijzen volgens uw offerte {ref} [d.d. "
        "{date};]|Graag levertijd bevestigen|Regels {n} t/m {n} voor project {ref}|Restant order {ref}|Prijslijst "
        "{year}|SPOED|Materiaalcertificaat [3.1;2.2] vereist|Volgens tekening {dwg}|Minimale afname {n} stuks|"
        "Vorige order: {ref} d.d. {date}|nieuwe prijs per {date}|Levering week {week}|*** [monster;gratis;geen "
        "alternatief] ***|Kleur nader te bepalen|Artikelnummer {num} op etiket vermelden|Reserveonderdeel voor "
        "machine {ref}|Apart verpakken|Gereedschap wordt aangeleverd|Lossen dock {n} tussen {time} en {time}|"
        "korting reeds verwerkt|Telefonisch bevestigd op {date}|Vooraf bellen: {tel}|Vervangt {num}|Aanvulling op "
        "{ref}|Pakbon {num} d.d. {date}"
    ),
    "note": (
        "Graag ontvangen wij binnen {days} dagen een orderbevestiging.|Facturen uitsluitend per e-mail als PDF.|"
        "Goederenontvangst: ma t/m vr {time} - {time} uur.|Vermeld ons ordernummer op alle documenten.|Levering op "
        "europallets, max. hoogte {n}0 cm.|Bij prijsafwijkingen graag contact voor levering.|Op de pakbon onze "
        "artikelnummers vermelden.|Vragen? Bel {tel}.|Deelleveringen alleen na overleg.|Indien de leverdatum "
        "{date} niet haalbaar is, graag direct bericht.|Deze order vervangt order {ref} d.d. {date}.|Totaal "
        "gewicht ca. {kg} kg.|Veiligheidsbladen meeleveren.|THT minimaal {n} maanden.|Levering {n} uur vooraf "
        "aanmelden, tel. {tel}.|Vrachtwagen met laadklep.|Tolerantie +/- {pct} %.|Contact op de bouw: {tel}|"
        "Contract {ref}.|Budgetcode {num}.|Facturen zonder ordernummer worden niet in behandeling genomen.|Pallets "
        "worden geruild."
    ),
    "header_note": (
        "Vermeld s.v.p. ons ordernummer op [alle documenten;factuur en pakbon].|Gelieve deze order te bevestigen "
        "[per omgaande;binnen {days} dagen;].|Onze algemene inkoopvoorwaarden zijn van toepassing.|Prijzen vast "
        "tot {date}.|Let op: leveringen zonder ordernummer worden geweigerd.|Factuur in tweevoud.|Levering gewenst "
        "in week {week}.|Uw aanvraag d.d. {date}, onze referentie {ref}|Prijzen zijn exclusief btw."
    ),
    "legal": (
        "De goederen blijven ons eigendom tot volledige betaling.|Btw verlegd.|Intracommunautaire levering, "
        "vrijgesteld van btw.|Bij te late betaling is {pct} % rente per maand verschuldigd.|Klachten binnen {days} "
        "dagen na ontvangst schriftelijk melden.|Dit document is elektronisch opgemaakt en geldig zonder "
        "handtekening.|Geschillen worden voorgelegd aan de bevoegde rechter in onze vestigingsplaats.|Op al onze "
        "leveringen zijn onze voorwaarden van toepassing, gedeponeerd bij de KvK onder nr. {num}.|Retouren alleen "
        "na toestemming.|Vrijgesteld van btw art. 44.|Metaalunievoorwaarden van toepassing.|Verpakking: Fost Plus "
        "nr. {num}.|Recupel inbegrepen.|G-rekening: {pct} % van de loonsom.|Wij zijn ISO 9001 gecertificeerd.|"
        "Druk- en zetfouten voorbehouden."
    ),
    "terms_paragraph": (
        "De leverancier levert de goederen op de datum en plaats zoals vermeld in de order.|Overeengekomen "
        "levertijden zijn bindend.|De opdrachtgever kan goederen die niet voldoen binnen {days} dagen weigeren.|"
        "Prijzen zijn vast en inclusief verpakking, verzekering en transport.|Eigendom en risico gaan over bij "
        "aflevering op de plaats van bestemming.|De garantietermijn bedraagt {n} maanden na [levering;oplevering].|"
        "Bij te late levering is een boete verschuldigd van {pct} % van de orderwaarde per [dag;week], met een "
        "maximum van {pct} %.|Facturen vermelden het ordernummer, de artikelnummers en het btw-tarief.|Betaling "
        "vindt plaats binnen {days} dagen na ontvangst van de factuur.|Overdracht of uitbesteding is slechts "
        "toegestaan na schriftelijke toestemming.|Tekeningen, gereedschappen en documenten blijven eigendom van de "
        "opdrachtgever.|Partijen houden alle informatie gedurende {n} jaar geheim.|De leverancier is verzekerd "
        "voor aansprakelijkheid tot ten minste {amt}.000 {cur}.|Overmacht schort de verplichtingen op en wordt "
        "binnen {days} dagen gemeld.|Nederlands recht is van toepassing, met uitsluiting van het Weens "
        "Koopverdrag.|Nietigheid van een bepaling laat de overige bepalingen onverlet.|Wijzigingen gelden slechts "
        "indien schriftelijk overeengekomen.|De leverancier verklaart de Wet ketenaansprakelijkheid na te leven.|"
        "Producten die onder REACH of RoHS vallen dienen te worden gemarkeerd.|Te vroege of te grote leveringen "
        "kunnen voor rekening van de leverancier worden geretourneerd.|Aanvaarding van de order betekent "
        "aanvaarding van deze voorwaarden.|De opdrachtgever kan de order annuleren conform artikel {n}.{n}.|Deze "
        "voorwaarden gelden vanaf {date} en vervangen alle eerdere versies.|De rechter in de vestigingsplaats van "
        "de opdrachtgever is bevoegd."
    ),
    "greeting": ("Geachte heer/mevrouw,|Geachte relatie,|Goedendag,|Beste leverancier,|Geachte heren,|Beste klant,"),
    "closing": (
        "Met vriendelijke groet,|Met vriendelijke groeten,|Hoogachtend,|Wij danken u voor uw opdracht.|Bedankt "
        "voor uw bestelling.|Voor vragen: {tel}|Wij zien uw bevestiging graag tegemoet.|Vriendelijke groeten"
    ),
    "item_text": (
        "Tekening nr. {dwg} rev. {rev}|Tek. {dwg}|Goederencode: {hs}|HS-code {hs}|Land van oorsprong: {land}|"
        "volgens uw offerte {ref} d.d. {date}|Kleur: RAL {ral}|Batch nr. {num}|Lotnr. {ref}|Serienummer {num}|"
        "Levering week {week}|Nettogewicht: {kg} kg|Afmeting: {dim} mm|Kostenplaats {num}|Project: {ref}|met "
        "certificaat 3.1|Verpakking: {n} stuks|Per {n} verpakt|Op maat gezaagd {n}00 mm|incl. "
        "bevestigingsmateriaal|voor machine type {ref}|Positie {n} uit contract {ref}|Klantartikel: {num}|THT min. "
        "{n} maanden|vervangt {num}|Materiaal: {num}|Bewaren bij {n} °C|ADR klasse {n}, UN {num}|Aanvraag {num}|"
        "Periode {date} - {date}|Revisie {rev}|Fabrikantcode {ref}|Pakbon {num}|Garantie {n} maanden|"
        "Statistieknummer {hs}"
    ),
    "section": (
        "Perceel {n}|Groep {n}: Toebehoren|--- Reserveonderdelen ---|Hoofdstuk {n} - Elektra|Deel A: Materiaal|"
        "Gebouw {n}|Diensten|Verbruiksartikelen|1. Begane grond|Post {n}: Montage|Opties|Levering {n}|Project "
        "{ref}|Machine {ref}|Kostenplaats {num}|Fase {n}|Voor vestiging {n}|Bevestigingsmateriaal|Diepvries|Week "
        "{week}|Pakbon {num} d.d. {date}|Werk {ref}"
    ),
    "subject": (
        "Uw offerte {ref}|Betreft: onderdelen machine {ref}|Betreft: levering week {week}|Raamcontract {ref}|Werk "
        "{ref}|Betreft uw aanvraag van {date}"
    ),
    "intro.order": (
        "Hierbij bestellen wij [de volgende artikelen;onderstaande goederen]:|Conform uw offerte {ref} d.d. {date} "
        "bestellen wij:|Wij verzoeken u te leveren:|Gelieve ons te leveren:|Wij geven u opdracht tot levering van:"
    ),
    "intro.order_change": (
        "Wij verzoeken u onze order {ref} d.d. {date} als volgt te wijzigen:|Onze order wijzigt als volgt:|"
        "Gewijzigde regels zijn gemarkeerd.|Deze wijziging vervangt de eerdere regels."
    ),
    "intro.order_response": (
        "Wij danken u voor uw order, die wij als volgt bevestigen:|Wij bevestigen uw order van {date}:|Uw order is "
        "als volgt genoteerd:|Graag bevestigen wij:"
    ),
    "intro.quotation": (
        "Wij bieden u vrijblijvend aan:|Naar aanleiding van uw aanvraag d.d. {date} offreren wij:|Hierbij ontvangt "
        "u onze offerte:|Conform uw aanvraag {ref} bieden wij aan:"
    ),
    "intro.invoice": (
        "Wij brengen u in rekening:|Voor leveringen volgens pakbon {ref} d.d. {date}:|Werkzaamheden van {date} tot "
        "{date}:|Hierbij factureren wij u:"
    ),
    "intro.credit_note": (
        "Wij crediteren u:|Credit op factuur {ref} d.d. {date}:|Creditering retour goederen:|Correctie op factuur "
        "{ref}:"
    ),
}
