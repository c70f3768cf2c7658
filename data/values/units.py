"""Printed units of eight languages to UN/ECE Recommendation 20 (and 21 for packages, with its X) codes."""

from __future__ import annotations

import re
from functools import lru_cache

from data.values.text import clean, without_accents

_PRINTED: dict[str, str] = {
    "H87": "szt sztuk sztuka sztuki stk stck st stueck stuck stucke stueke pc pcs pce piece pieces stuks stuk ks "
    "kus kusy kusu pz pza pzas pezzo pezzi pieza piezas pces",
    "C62": "unit units un unite unites unidad unidades ud uds unita unidade einheit einheiten eenheid eenheden "
    "jednostka jednostki jednotka jednotky u nr",
    "EA": "ea each",
    "KGM": "kg kgs kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos kilogrammo "
    "kilogrammi kilo kilos kilogramy",
    "GRM": "g gr gram grams gramm grammes gramme grammo grammi gramo gramos gramy",
    "TNE": "tn tun t to tonne tonnes ton tons tona tony tonn tonnen tonelada toneladas tonnellata tonnellate "
    "tuna tuny",
    "MTR": "mt mts strekkende-meter metru m mb mtr mtrs meter meters metre metres metr metry metrow metro metros "
    "metri lfm lfdm bm ml. lm mtr. ml",
    "CMT": "cm centimetre centimetr zentimeter centimeter",
    "MMT": "mm millimetre milimetr millimeter",
    "KMT": "km kilometer kilometr kilometre",
    "MTK": "quadratmeter vierkante-meter m2 mq qm sqm metr2 m^2 metro2 m.kw mkw",
    "MTQ": "kuub m-szesc m3 mc cbm m^3 kubikmeter",
    "LTR": "litru l lt ltr ltrs liter liters litre litres litr litry litrow litro litros litri",
    "MLT": "mililitr millilitre milliliter",
    "HUR": "r-g h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz godzina "
    "godziny hod hodina hodiny hodin rbg",
    "MIN": "min minute minutes minuten minuta minuty",
    "DAY": "doba dz j gg d day days tag tage jour jours dia dias giorno giorni dag dagen dzien dni den dny",
    "WEE": "week weeks wk weken woche wochen wo semaine semaines sem semana semanas settimana settimane sett "
    "tydz tydzien tygodnie tygodni tyden tydny tydnu",
    "MON": "m-c mth mnd month months monat monate mois mes meses mese mesi maand maanden miesiac miesiace mies "
    "mesic mesice",
    "SET": "zestaw zestawy kit kits garnitur lot stel souprava jgo set sets kpl kplt komplet komplety kompl satz "
    "satze jeu jeux juego juegos sada sady serie gruppo",
    "PR": "paa pares pa pr par para pary paar paare pair pairs paire paires coppia coppie paio paia",
    "XBX": "scat krabic box boxes bx kiste kisten caisse caisses caja cajas scatola scatole doos krabice krab "
    "boite boites btes bte pudelko pudelka pud schachtel doosje kutija",
    "XCT": "kar car karton kartons kartony krt kart ctn ct carton cartons cartone cartoni ktn",
    "XPK": "pkt pqt paq op opak opakowanie opakowania pak pack packs package packages pkg pk packung packungen "
    "pkgs paket pakete paquet paquets paquete paquetes pacco pacchi pakje pakken balik baleni bal ve "
    "verpackungseinheit verp packet packets confezione confezioni conf cf gebinde geb envase envases "
    "verpakking colis paczka paczki pck pac",
    "XRO": "ro rt rolka rolki rol rolls roll rolle rollen rouleau rouleaux rlx rollo rollos rotolo rotoli role "
    "kotouc",
    "XPX": "plt pale pales pedana pal paleta palety palet pallet pallets palette paletten palettes bancale",
    "XBG": "bg work sck pyt bag bags worek worki sack sacke sacs sac beutel saco sacos bolsa bolsas sacco sacchi "
    "zak zakken pytel pytle btl",
    "XBO": "bo bot bout bott bt lahv bottle bottles butelka butelki but flasche flaschen fl bouteille bouteilles "
    "botella botellas bottiglia bottiglie fles flessen lahev lahve",
    "XCA": "can cans puszka puszki dose dosen lata latas lattina lattine blik plechovka",
    "XCR": "cr skrz kasten kst casier casiers cajon cajones cassa casse prepr crate crates skrzynka skrzynki "
    "krat kratten bak prepravka",
    "XDR": "dr becz fasser vaten drum drums beczka beczki fass fut futs tambor bidon bidons fusto fusti vat sud "
    "sudy",
    "XCN": "container containers kontener behalter conteneur contenedor",
    "XTU": "tube tubes tuba tuby tubo tubetto",
    "XBE": "bundle bundles bund wiazka wiazki bunde fascio mazzo bos svazek",
    "LEF": "bl blatt leaf list listy arkusz ark arkusze bogen feuille feuilles hoja hojas foglio fogli vel "
    "vellen sheet sheets",
    "DZN": "dozen dozens doz dutzend tuzin tuziny tucet tucty douzaine docena docenas dozzina dozijn dtz",
    "CEN": "c hdt cent ciento cento honderd sto-ks hundred hundert setka",
    "MIL": "tys-szt tszt m-pcs mpcs tsd-stk tst mille millar migliaio duizend dzd tis-ks tis thousand tsd "
    "tausend tys",
    "KWH": "kwh",
    "LS": "p.a rycz job ff global a-corpo vaste-prijs soubor ls psch pauschal pauschale forfait lumpsum ryczalt "
    "forfettario pausal pauschalbetrag",
}  # fmt: skip
"""Small letters without accents; a hyphen stands for a space, a hyphen or nothing, dots are left out."""
_OWN = (
    "ANN BLL C62 CEN CLT CMK CMQ CMT DAY DMK DMQ DMT DZN EA FOT FTK GLL GRM GRO H87 HUR INH KGM KMT KWH KWT LBR LEF "
    "LS LTR MGM MIL MIN MLT MMK MMQ MMT MON MTK MTQ MTR NAR NPR ONZ PR QAN SET TNE WEE YRD XBE XBG XBO XBX XCA XCN XCR "
    "XCS XCT XDR XPA XPC XPK XPP XPX XRO XSA XTU NPT"
)
_OWN_CODES = frozenset(_OWN.split())
_DOTS, _LOOSE = re.compile(r"[.\s()]"), re.compile(r"[.\s()-]")
CODE_OF: dict[str, str] = {n: code for code, names in _PRINTED.items() for n in names.split()}
CODE_OF = {_LOOSE.sub("", name): code for name, code in CODE_OF.items()} | CODE_OF
_EDGE = re.compile(r"^[\s.,:;()\[\]/*]+|[\s.,:;()\[\]/*]+$")
_NUMBER_FIRST = re.compile(
    r"^([-+(\u2212\u2013]?\s*[.,]?[0-9](?:[0-9]|[.,'\u2019 ]\s?(?=[0-9]))*\)?-?(?:[.,]-{1,2})?)\s*[.,]?\s*(.*)$"
)
_NUMBER_LAST = re.compile(r"^([^\W\d_][^\d]*?)[\s:]*([-+]?[.,]?[0-9](?:[0-9]|[.,'\u2019 ](?=[0-9]))*)$")


@lru_cache(maxsize=2048)
def code(text: str) -> str | None:
    """The Recommendation 20 code of a printed unit ("szt.", "Stk", "m²", "boîte", "PCE"), None when unknown."""
    text = _EDGE.sub("", clean(text))
    if text.upper() in _OWN_CODES and text.isupper():
        return text
    plain = without_accents(text)
    known = CODE_OF.get(plain) or CODE_OF.get(_DOTS.sub("", plain)) or CODE_OF.get(_LOOSE.sub("", plain))
    return known or (text.upper() if text.upper() in _OWN_CODES else None)


def value(text: str) -> str | None:
    """The JSON `value` of a unit: its code where known, else the text itself; None without any letter."""
    text = clean(text).strip(" :;,()[]")
    if not any(c.isalpha() for c in text) and "%" not in text:
        return None
    _, unit = split_quantity(text)
    return code(unit) or unit or None


@lru_cache(maxsize=4096)
def split_quantity(text: str) -> tuple[str, str]:
    """Quantity and unit of one cell: "12szt." -> ("12", "szt."), "10 PCE" -> ("10", "PCE"), "szt. 3" -> ("3", "szt.").

    Either may be empty. "12 x 6" gives ("12", "x 6"): what stands behind is no unit, and whoever multiplies must
    have a reason.
    """
    text = clean(text)
    if m := _NUMBER_FIRST.match(text):
        return m.group(1).strip(), m.group(2).strip()
    if code(text) is None and (m := _NUMBER_LAST.match(text)) and m.group(1).strip() not in ("m", "x", "X"):
        return m.group(2), m.group(1).strip()
    return "", text
