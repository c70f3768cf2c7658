"""Printed units for UN/ECE Recommendation 20 (and, for packages, 21) codes.

The lists hold words in the notation of `captions.expand`. Pieces have three codes, as `data.values.units` reads them:
H87 for words that mean a piece ("szt.", "Stk", "pcs"), C62 for "unit" and "Einheit", EA for "each".
"""

from __future__ import annotations

from functools import cache
from random import Random

from data.generate.draw import pick
from data.generate.lexicon.captions import LANGS, expand

_ANY: dict[str, str] = {
    "H87": "PCE|PC|PCS|pcs|ST|H87|pcs.|Pcs",
    "C62": "C62|UN|Unit(s)|Units|U|unit|NR",
    "EA": "EA|each|Each|ea|EA.",
    "KGM": "kg|kg|KG|KGM|Kg|kg.|KG.|KGS",
    "GRM": "g|GRM|gr|G",
    "TNE": "t|TNE|T|TO|to",
    "MTR": "m|M|MTR|m.|MTR.",
    "KMT": "km|KM|KMT",
    "MTK": "m2|m²|M2|MTK|m2.",
    "MTQ": "m3|m³|M3|MTQ",
    "LTR": "l|L|LTR|ltr|lt|Ltr.|LT",
    "HUR": "h|HUR|H|HR",
    "DAY": "DAY|d",
    "WEE": "WEE|WK",
    "MON": "MON",
    "SET": "SET|set|Set",
    "PR": "PR|PAA|pr",
    "XBX": "BX|box|BOX|XBX",
    "XCT": "CT|CTN|KAR|XCT|ctn",
    "XPK": "PK|PAC|pack|XPK|PAK|Pkg",
    "XRO": "RO|ROL|XRO|roll",
    "XPX": "PAL|pal.|PAL.|XPX",
    "XBG": "BAG|BG|XBG",
    "XBO": "BO|BOT|FL|XBO",
    "XCR": "CR|XCR|crate",
    "XDR": "DR|XDR|drum",
    "CEN": "CEN",
    "MIL": "MIL|MIL.",
    "LS": "LS|LS.",
    "KWH": "kWh|KWH",
}
"""Codes and signs that any language prints."""

_OWN: dict[str, dict[str, str]] = {
    "H87": {
        "pl": "szt.|szt|SZT|szt.|Szt.|sztuka|sztuk|SZT.",
        "en": "pcs|pc|piece|pieces|PCS|pcs.|Pcs.|pce|Pieces",
        "de": "Stk|Stk.|Stück|St.|ST|St|Stck.|Stck|STK|Stueck",
        "fr": "pce|pièce|Pièce|pc|PCE|pièces|Pce|pcs",
        "es": "pza.|pieza|pz|PZA|piezas|Pza.",
        "it": "pz|PZ|pz.|Pz|pezzi|Pezzo|PZ.|Pz.",
        "nl": "stuks|st|stuk|ST|st.|Stuks|STK|stk",
        "cs": "ks|KS|kus|Ks|ks.|kusů",
    },
    "C62": {
        "pl": "jednostka|jednostki",
        "en": "Unit(s)|unit|Units|UNIT|units",
        "de": "Einheit|Einheit(en)|Einheiten",
        "fr": "U|UN|unité|Unité(s)|Un|unités|u.",
        "es": "ud.|ud|uds.|UD|Ud.|unidad|Uds|UDS|u.|Unidad(es)",
        "it": "unità|NR|nr|Unità",
        "nl": "eenheid|Eenheid|eenheden",
        "cs": "jednotka|jednotky",
    },
    "EA": {"en": "each|EA|Each|ea."},
    "KGM": {
        "pl": "kilogram|KG",
        "en": "kilo|kgs|kilogram",
        "de": "Kilogramm|Kilo",
        "fr": "kilo|kilogramme",
        "es": "kilo|Kgs",
        "it": "Kg.|kilo",
        "nl": "kilo|kilogram",
        "cs": "kilogram|KG",
    },
    "TNE": {
        "pl": "tona|ton",
        "en": "tonne|ton|tons",
        "de": "Tonne|Tonnen",
        "fr": "tonne|tonnes",
        "es": "tonelada|Tn.",
        "it": "tonnellata|ton",
        "nl": "ton",
        "cs": "tuna|tun",
    },
    "MTR": {
        "pl": "mb|metr|MB|m.b.",
        "en": "metre|meter|mtr|metres",
        "de": "lfm|Meter|lfd. m|Mtr.|lfm.",
        "fr": "ml|mètre|ML|mètres",
        "es": "metro|ml|mts.|metros",
        "it": "ml|metro|MT|mt|metri",
        "nl": "meter|mtr|strekkende meter",
        "cs": "bm|metr|metrů",
    },
    "KMT": {"pl": "km", "en": "kilometre"},
    "MTK": {
        "pl": "m kw.|M2|mkw",
        "en": "sqm|sq m|SQM",
        "de": "qm|Quadratmeter|QM",
        "fr": "m2|M²",
        "es": "m2|M²",
        "it": "mq|MQ|mq.",
        "nl": "m2|vierkante meter",
        "cs": "m2|m2",
    },
    "LTR": {
        "pl": "litr|litry|l.",
        "en": "litre|litres|liter|Liter(s)",
        "de": "Liter|Ltr|l",
        "fr": "litre|litres|Litre",
        "es": "litro|litros|L.",
        "it": "litro|litri|LT",
        "nl": "liter|ltr.|Liter",
        "cs": "litr|litrů|l",
    },
    "HUR": {
        "pl": "godz.|godz|rbg|godzina|GODZ|r-g",
        "en": "hrs|hour|hours|Hours|hr|Hour(s)",
        "de": "Std.|Std|Stunde|Stunden|STD|h",
        "fr": "heure|heures|H|Heure(s)",
        "es": "hora|horas|h.|Hora(s)",
        "it": "ora|ore|Ore|ORE",
        "nl": "uur|uren|Uur",
        "cs": "hod|hod.|hodina|hodin",
    },
    "DAY": {
        "pl": "dzień|dni|doba|dz.",
        "en": "day|days|Days",
        "de": "Tag|Tage|Tag(e)",
        "fr": "jour|jours|Jour(s)|J",
        "es": "día|días|Día(s)",
        "it": "giorno|giorni|gg",
        "nl": "dag|dagen|Dag",
        "cs": "den|dny|dní",
    },
    "WEE": {
        "pl": "tydz.|tydzień|tygodni",
        "en": "week|weeks|wk",
        "de": "Woche|Wochen|Wo.",
        "fr": "semaine|sem.|semaines",
        "es": "semana|sem.|semanas",
        "it": "settimana|sett.",
        "nl": "week|weken",
        "cs": "týden|týdny",
    },
    "MON": {
        "pl": "mies.|miesiąc|m-c",
        "en": "month|months|mth",
        "de": "Monat|Monate|Mon.",
        "fr": "mois|Mois",
        "es": "mes|meses|Mes",
        "it": "mese|mesi|Mese",
        "nl": "maand|maanden|mnd",
        "cs": "měsíc|měs.|měsíce",
    },
    "SET": {
        "pl": "kpl.|kpl|komplet|KPL|zestaw|KPL.",
        "en": "set|Set|kit|sets",
        "de": "Satz|Set|Garnitur|Satz.",
        "fr": "jeu|lot|kit|Jeu",
        "es": "juego|jgo.|set|Juego",
        "it": "set|kit|serie|SET",
        "nl": "set|stel|Set|sets",
        "cs": "sada|souprava|kpl|kpl.",
    },
    "PR": {
        "pl": "para|par|PARA|pary",
        "en": "pair|pairs|PAIR",
        "de": "Paar|PAAR|Paare",
        "fr": "paire|paires|Paire",
        "es": "par|pares|PAR",
        "it": "paio|paia|PA",
        "nl": "paar|PAAR|Paar",
        "cs": "pár|páry|PÁR",
    },
    "XBX": {
        "pl": "pud.|pudełko|pudełka",
        "en": "box|boxes|Box",
        "de": "Schachtel|Kiste|Box",
        "fr": "boîte|bte|caisse|BTE",
        "es": "caja|cajas|CAJA|Caja",
        "it": "scatola|scat.|scatole",
        "nl": "doos|DOOS|Doos|doosje",
        "cs": "krabice|krab.|krabic",
    },
    "XCT": {
        "pl": "karton|kart.|KAR|krt",
        "en": "carton|ctn.|Carton",
        "de": "Karton|Krt.|KRT|Ktn",
        "fr": "carton|cartons|CAR|ctn",
        "es": "cartón|ctn",
        "it": "cartone|ct|CT",
        "nl": "karton|krt",
        "cs": "karton|kart.|krt",
    },
    "XPK": {
        "pl": "op.|op|opak.|OP|opakowanie|paczka",
        "en": "pack|pkt|pk|packs|Pack",
        "de": "Pck.|Pack|VE|Packung|Pkg.|Paket|Pak.",
        "fr": "paquet|pqt|Paquet|colis",
        "es": "paquete|paq.|envase|PAQ",
        "it": "conf.|confezione|CF|pacco|Conf",
        "nl": "pak|verp.|pakje|PAK|pakken",
        "cs": "bal.|balení|bal|BAL",
    },
    "XRO": {
        "pl": "rolka|rol.|ROL|rolki",
        "en": "roll|rolls|Roll",
        "de": "Rolle|Rol.|Rollen|RO",
        "fr": "rouleau|rlx|rouleaux|RLX",
        "es": "rollo|rollos|ROLLO",
        "it": "rotolo|rotoli|RT",
        "nl": "rol|rollen|ROL",
        "cs": "role|rol.|kotouč",
    },
    "XPX": {
        "pl": "pal.|paleta|palet",
        "en": "pallet|pallets|plt",
        "de": "Palette|Pal.|Paletten",
        "fr": "palette|palettes",
        "es": "palet|pallet|palé",
        "it": "bancale|pallet|pedana",
        "nl": "pallet|pallets",
        "cs": "paleta|pal.|palety",
    },
    "XBG": {
        "pl": "worek|work.|worki",
        "en": "bag|bags",
        "de": "Sack|Beutel|Sck.",
        "fr": "sac|sacs",
        "es": "saco|bolsa|sacos",
        "it": "sacco|sacchi",
        "nl": "zak|zakken",
        "cs": "pytel|pyt.|pytle",
    },
    "XBO": {
        "pl": "but.|butelka|butelki",
        "en": "bottle|bottles|Bottle",
        "de": "Flasche|Fl.|Flaschen",
        "fr": "bouteille|bout.|bouteilles",
        "es": "botella|bot.|botellas",
        "it": "bottiglia|bott.|bt",
        "nl": "fles|flessen|fl",
        "cs": "láhev|lahv.|lahev",
    },
    "XCR": {
        "pl": "skrz.|skrzynka|skrzynki",
        "en": "crate|crates",
        "de": "Kasten|Kästen|Kst.",
        "fr": "casier|casiers",
        "es": "cajón|cajones",
        "it": "cassa|casse",
        "nl": "krat|kratten|bak",
        "cs": "přepravka|přepr.",
    },
    "XDR": {
        "pl": "beczka|becz.",
        "en": "drum|drums",
        "de": "Fass|Fässer",
        "fr": "fût|fûts|bidon",
        "es": "bidón|tambor",
        "it": "fusto|fusti",
        "nl": "vat|vaten",
        "cs": "sud|sudy",
    },
    "CEN": {
        "pl": "setka",
        "en": "hundred|C",
        "de": "Hundert|Hdt.",
        "fr": "cent",
        "es": "ciento",
        "it": "cento",
        "nl": "honderd",
        "cs": "sto ks",
    },
    "MIL": {
        "pl": "tys. szt.|tys.|TSZT",
        "en": "thousand|M pcs|Mpcs",
        "de": "Tsd.|Tsd. Stk.|TSD|TST",
        "fr": "mille|Mille",
        "es": "millar|mil",
        "it": "mille|migliaio",
        "nl": "duizend|dzd",
        "cs": "tis. ks|tis.",
    },
    "LS": {
        "pl": "ryczałt|rycz.",
        "en": "lump sum|lumpsum|job",
        "de": "psch.|Psch|pauschal|Pauschale",
        "fr": "forfait|Forfait|ff",
        "es": "p.a.|global",
        "it": "a corpo|forfait",
        "nl": "forfait|vaste prijs",
        "cs": "paušál|soubor",
    },
    "KWH": {},
    "GRM": {
        "pl": "gram",
        "en": "gram",
        "de": "Gramm",
        "fr": "gramme",
        "es": "gramo",
        "it": "grammo",
        "nl": "gram",
        "cs": "gram",
    },
    "MTQ": {
        "pl": "m sześc.",
        "en": "cbm",
        "de": "cbm|Kubikmeter",
        "fr": "m3",
        "es": "m3",
        "it": "mc|MC",
        "nl": "m3|kuub",
        "cs": "m3",
    },
}

CODES: tuple[str, ...] = tuple(_ANY)
"""Units that `unit_text` knows."""


@cache
def unit_texts(rec20: str, lang: str) -> tuple[str, ...]:
    """All printed forms of a unit in `lang`, its own words before codes. An unknown code is printed as it is."""
    if lang not in LANGS:
        raise KeyError(lang)
    own = expand(words) if (words := _OWN.get(rec20, {}).get(lang)) else ()
    return own + tuple(t for t in expand(_ANY.get(rec20, rec20)) if t not in own)


@cache
def _own(rec20: str, lang: str) -> int:
    words = _OWN.get(rec20, {}).get(lang)
    return len(expand(words)) if words else 0


def unit_text(rng: Random, rec20: str, lang: str) -> str:
    """How a document in `lang` may print the unit `rec20`: mostly its own word, else a sign or an ERP code."""
    texts = unit_texts(rec20, lang)
    own = _own(rec20, lang)
    if own and rng.random() < 0.72:
        return texts[int(rng.random() * own)]
    return pick(rng, texts[own:] or texts)
