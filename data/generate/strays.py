"""What stands on papers that land among orders and are none: CVs, brochures, drawings, test reports, fax covers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from data.generate.blocks import Block, W, beside, framed, para, stack, words
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.noise import signature
from data.generate.papers import table_row, terms_page

_WORDS: dict[str, dict[str, str]] = {
    "cv": {
        "pl": "Dane osobowe|Doświadczenie zawodowe|Wykształcenie|Umiejętności|Języki|Zainteresowania",
        "en": "Personal details|Work experience|Education|Skills|Languages|Interests",
        "de": "Persönliche Daten|Berufserfahrung|Ausbildung|Kenntnisse|Sprachen|Interessen",
        "fr": "État civil|Expérience professionnelle|Formation|Compétences|Langues|Loisirs",
        "es": "Datos personales|Experiencia laboral|Formación|Competencias|Idiomas|Intereses",
        "it": "Dati personali|Esperienza lavorativa|Istruzione|Competenze|Lingue|Interessi",
        "nl": "Persoonlijke gegevens|Werkervaring|Opleiding|Vaardigheden|Talen|Hobby's",
        "cs": "Osobní údaje|Pracovní zkušenosti|Vzdělání|Dovednosti|Jazyky|Zájmy",
    },
    "drawing": {
        "pl": "Materiał|Skala|Tolerancja|Masa|Arkusz|Rysował|Sprawdził|Chropowatość",
        "en": "Material|Scale|Tolerances|Weight|Sheet|Drawn|Checked|Surface",
        "de": "Werkstoff|Maßstab|Allgemeintoleranz|Gewicht|Blatt|Gezeichnet|Geprüft|Oberfläche",
        "fr": "Matière|Échelle|Tolérances|Masse|Feuille|Dessiné|Vérifié|Rugosité",
        "es": "Material|Escala|Tolerancias|Peso|Hoja|Dibujado|Comprobado|Acabado",
        "it": "Materiale|Scala|Tolleranze|Peso|Foglio|Disegnato|Controllato|Rugosità",
        "nl": "Materiaal|Schaal|Toleranties|Gewicht|Blad|Getekend|Gecontroleerd|Oppervlak",
        "cs": "Materiál|Měřítko|Tolerance|Hmotnost|List|Kreslil|Kontroloval|Drsnost",
    },
    "certificate": {
        "pl": "Parametr|Wymaganie|Wynik|Jednostka", "en": "Characteristic|Specification|Result|Unit",
        "de": "Merkmal|Sollwert|Istwert|Einheit", "fr": "Caractéristique|Spécification|Résultat|Unité",
        "es": "Característica|Especificación|Resultado|Unidad", "it": "Caratteristica|Specifica|Risultato|Unità",
        "nl": "Kenmerk|Specificatie|Resultaat|Eenheid", "cs": "Parametr|Požadavek|Výsledek|Jednotka",
    },
    "cover": {
        "pl": "Do|Od|Faks|Liczba stron|Data|Dotyczy", "en": "To|From|Fax|Pages|Date|Subject",
        "de": "An|Von|Fax|Seiten|Datum|Betreff", "fr": "À|De|Fax|Nombre de pages|Date|Objet",
        "es": "A|De|Fax|Páginas|Fecha|Asunto", "it": "A|Da|Fax|Pagine|Data|Oggetto",
        "nl": "Aan|Van|Fax|Aantal pagina's|Datum|Betreft", "cs": "Komu|Od|Fax|Počet stran|Datum|Věc",
    },
}  # fmt: skip
_SYMBOLS = ("C", "Si", "Mn", "P", "S", "Cr", "Ni", "Rm", "Rp0,2", "A5", "HRC", "pH", "Ra", "KV", "d1", "L", "H2O")
_UNITS = ("%", "%", "MPa", "mm", "HB", "N/mm2", "µm", "mg/kg", "°C", "J")
_MATERIALS = ("S235JR", "1.4301", "C45", "EN AW-6082", "POM-C", "PA6", "42CrMo4", "X5CrNi18-10", "CuZn39Pb3", "DX51D")


def stray_body(deal: Deal, width: float) -> list[Block]:
    """What stands under the title of a paper of `STRAYS` other than an inquiry, which looks like an order."""
    return _BODIES[deal.paper](deal, width)


def _heading(deal: Deal, text: str, width: float) -> Block:
    return para(words(text, deal.design.strong), width, deal.design.lead)


def _terms(deal: Deal, width: float) -> list[Block]:
    return [block for _ in range(pick(deal.rng, (1, 2, 3))) for block in terms_page(deal, width)]


def _cv(deal: Deal, width: float) -> list[Block]:
    design, rng, world = deal.design, deal.rng, deal.world
    sections = _WORDS["cv"][deal.lang].split("|")
    home = deal.parties["buyer"].address
    out = [_heading(deal, deal.parties["buyer"].person or world.person(home.country), width)]
    out += [para(words(text, design.body), width, design.lead) for text in (*home.lines(), deal.habit.date(deal.day))]
    year = deal.day.year
    for section in sections[1:]:
        out.append(_heading(deal, section, width))
        for _ in range(pick(rng, (1, 2, 3, 4))):
            begun = year - rng.randrange(1, 6)
            years = f"{rng.randrange(1, 13):02d}/{begun} \u2013 {rng.randrange(1, 13):02d}/{year}"
            left = para(words(years, design.body), 110)
            year = begun
            text = f"{world.company(home.country).name}, {deal.phrase(pick(rng, ('item_text', 'subject', 'comment')))}"
            left.w = 110
            out.append(beside([left, para(words(text, design.body), width - 110, design.lead)]))
        year = deal.day.year - rng.randrange(0, 9)
    return out


def _brochure(deal: Deal, width: float) -> list[Block]:
    design, rng = deal.design, deal.rng
    columns = pick(rng, (1, 2, 2, 3))
    wide = (width - 14 * (columns - 1)) / columns
    cells = []
    for item in deal.items[:12]:
        inner = wide - 8
        parts = [_heading(deal, item.product.name, inner)]
        parts += [
            para(words(deal.phrase(pick(rng, ("item_text", "note", "comment"))), design.body), inner, design.lead)
        ]
        if deal.maybe(0.6):
            parts.append(para(words(deal.habit.money(item.price), design.strong), inner, design.lead, "right"))
        block = stack(parts, width=inner)
        cells.append(framed(block, pad=4, width=wide, border=design.box if deal.maybe(0.4) else 0.0))
    rows = [beside(cells[k : k + columns], gap=14) for k in range(0, len(cells), columns)]
    text = [para(words(deal.phrase("header_note"), design.body), width, design.lead)]
    return [*text, *rows, para(words(deal.phrase("legal"), design.small), width, design.lead)]


def _drawing(deal: Deal, width: float) -> list[Block]:
    design, rng = deal.design, deal.rng
    sheet = Block(width, between(rng, 180, 330))
    for _ in range(rng.randrange(8, 30)):
        size = deal.habit.price(Decimal(rng.randrange(5, 4000)) / 10)
        sign = pick(rng, ("{}", "{}", "Ø{}", "R{}", "{} H7", "M{}", "{} ±0,1", "2x {}", "{}°"))
        run = words(sign.format(size), design.small)
        sheet.add(para(run, 60), rng.random() * (width - 60), rng.random() * (sheet.h - 12))
    sheet = _spread(sheet)
    captions = _WORDS["drawing"][deal.lang].split("|")
    values = [pick(rng, _MATERIALS), pick(rng, ("1:1", "1:2", "1:5", "2:1", "1:10")), 
              pick(rng, ("ISO 2768-mK", "DIN ISO 2768-m")),
              f"{deal.habit.price(Decimal(rng.randrange(1, 9000)) / 100)} kg", pick(rng, ("1/1", "1/2", "2/3")),
              deal.parties["seller"].person, deal.parties["buyer"].person, "Ra 3,2"]  # fmt: skip
    third = width / 4
    cells = [
        para([*words(f"{caption}:", design.caption), *words(value, design.body)], third - 6, design.lead)
        for caption, value in zip(captions, values, strict=True)
    ]
    block = [table_row(deal, cells[k : k + 4], [third] * 4, True) for k in (0, 4)]
    name = para(words(f"{deal.items[0].product.name} {deal.items[0].product.supplier_no}", design.strong), width)
    return [sheet, name, *block]


def _spread(sheet: Block) -> Block:
    """The same block without the words that would lie on others."""
    kept: list[tuple[float, float]] = []
    out = Block(sheet.w, sheet.h)
    for put in sheet.puts:
        if all(abs(put.base - y) > 14 or abs(put.x - x) > 62 for x, y in kept):
            out.puts.append(put)
            kept.append((put.x, put.base))
    return out


def _certificate(deal: Deal, width: float) -> list[Block]:
    design, rng = deal.design, deal.rng
    widths = [width * share for share in (0.4, 0.25, 0.2, 0.15)]
    heads = _WORDS["certificate"][deal.lang].split("|")
    lines: list[list[str]] = []
    for _ in range(rng.randrange(6, 18)):
        value = Decimal(rng.randrange(1, 90000)) / pick(rng, (10, 100, 1000))
        lines.append([pick(rng, _SYMBOLS), f"{pick(rng, ('≤', '≥', 'max.', 'min.', ''))} {deal.habit.price(value)}",
                      deal.habit.price(value), pick(rng, _UNITS)])  # fmt: skip
    product = deal.items[0].product
    out = [para(words(f"{product.name} {product.supplier_no}", design.strong), width, design.lead)]
    for k, cells in enumerate([heads, *lines]):
        style = design.body if k else design.caption
        blocks = [para(words(c, style), w - 6, design.lead) for c, w in zip(cells, widths, strict=True)]
        out.append(table_row(deal, blocks, widths, ruled=k % 2 == 0))
    return [*out, para(words(deal.phrase("note"), design.body), width, design.lead), signature(deal, width)]


def _cover(deal: Deal, width: float) -> list[Block]:
    design, rng = deal.design, deal.rng
    side, mine = deal.parties["buyer"], deal.parties["seller"]
    values = [side.company.name, mine.company.name, side.company.fax or side.company.phone, str(rng.randrange(1, 9)),
              deal.habit.date(deal.day), deal.phrase("subject")]  # fmt: skip
    captions = _WORDS["cover"][deal.lang].split("|")
    out = []
    for caption, value in zip(captions, values, strict=True):
        left: list[W] = words(f"{caption}:", design.caption)
        out.append(para([*left, *words(value or "-", design.body)], width, design.lead * 1.2))
    out += [para(words(deal.phrase("note"), design.body), width, design.lead) for _ in range(pick(rng, (0, 1, 2)))]
    return [*out, para(words(deal.phrase("closing"), design.body), width, design.lead)]


_BODIES: dict[str, Callable[[Deal, float], list[Block]]] = {
    "terms": _terms, "cv": _cv, "brochure": _brochure, "drawing": _drawing, "certificate": _certificate,
    "cover": _cover,
}  # fmt: skip

__all__ = ["stray_body"]
