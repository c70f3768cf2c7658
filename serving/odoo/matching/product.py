"""Which product a line means: our code, barcodes, the customer's own code, codes of old, and the description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from data.result import Line
from data.values import ids
from serving.odoo.history import History
from serving.odoo.matches import Candidate, Match, Reason
from serving.odoo.matching.options import Options
from serving.odoo.matching.scoring import Evidence, bars, decide
from serving.odoo.matching.texts import Likeness, likeness
from serving.odoo.mirror import Mirror, keys
from serving.odoo.records import Product

CODE, CODE_LOOSE, CODE_FOLDED = 0.70, 0.65, 0.50
LONE, LONE_SHORT, LONE_FOLDED = 0.60, 0.45, 0.40
OLD_CODE, OLD_CODE_LONE = 0.50, 0.40
LEARNED, WRITTEN, CUSTOMER_CODE = 0.80, 0.65, 0.75
BARCODE, BARCODE_UNCHECKED, PACK_OF = 0.75, 0.55, 0.30
SAME_TEXT, TEXT = 0.62, 0.45
OTHER_CODE, OTHER_BARCODE, OTHER_NUMBERS, OTHER_TEXT = -0.15, -0.20, -0.25, -0.10
LONE_OTHER_TEXT = -0.20
_DISTINCT = 6
"""Letters and digits from which a lone number is ours by more than chance."""
_BETTER = 0.05
"""Likeness by which another product's name must stand on the page better than that of the coded one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a line says about its product."""

    ours: str = ""
    theirs: str = ""
    gtin: str = ""
    text: str = ""

    @classmethod
    def of(cls, line: Line) -> Asked:
        def text(name: str) -> str:
            value = line.fields.get(name)
            return value.value.strip() if value is not None else ""

        return cls(text("supplier_article_no"), text("buyer_article_no"), text("gtin"), text("description"))

    @property
    def lone(self) -> str:
        """A number that may be anybody's: the reader gives a number that the page doesn't attribute as the buyer's."""
        return "" if self.ours else self.theirs


def match_product(
    line: Line, customer_ids: tuple[int, ...], mirror: Mirror, history: History, options: Options
) -> Match:  # fmt: skip
    """The product of a line. `customer_ids`: the customer and its contacts and addresses, the customer first; empty
    where it is not known, and then its own codes say nothing.
    """
    asked, evidence = Asked.of(line), Evidence()
    told = _theirs(evidence, asked, customer_ids, mirror, history)
    _ours(evidence, asked, told, mirror)
    _barcodes(evidence, asked, mirror)
    texts = _described(evidence, asked, mirror)
    products = {p.id: p for p in mirror.products(evidence.reasons)}
    for product in products.values():
        _against(evidence, product, asked, mirror)
    ranked = evidence.candidates(lambda id_: _describe(products.get(id_), id_, options.company_id))
    conflict = evidence.conflict() or (bool(ranked) and _misnamed(evidence, ranked[0].id, texts))
    return decide(ranked, options, conflict=conflict)


def chosen(product_id: int, found: Match, mirror: Mirror, options: Options) -> Match:
    """The match of a line for which a person chose a product; one that is barred is named and not chosen."""
    label, barred = _describe(mirror.product(product_id), product_id, options.company_id)
    mine = Candidate(product_id, label, 1.0, (Reason("person", "a person chose it for this order", 1.0),), barred)
    others = tuple(c for c in found.candidates if c.id != product_id)
    if barred:
        return Match((mine, *others), problem=barred[0])
    return Match((mine, *others), mine, 1.0)


def _theirs(
    evidence: Evidence, asked: Asked, customer_ids: tuple[int, ...], mirror: Mirror, history: History
) -> set[str]:
    """The customer's names for products; gives the numbers whose meaning is thereby settled."""
    settled = set()
    for number in dict.fromkeys(filter(None, (asked.theirs, asked.ours))):
        bound = history.recall("product", customer_ids[0], number) if customer_ids else None
        if bound is not None:
            how = "a person said" if bound.by_person else f"it was written like that {bound.times} times"
            weight = LEARNED if bound.by_person else WRITTEN
            evidence.add(
                bound.target, "learned", weight, f"{number} is this customer's code for it: {how}", strong="theirs"
            )
            settled.add(number)  # but see `_ours`: what is printed as our code and is one stands beside it
        elif customer_ids:
            for code in mirror.customer_codes(customer_ids, number):
                if keys.loose(code.code or "") == keys.loose(number):
                    text = f"{number} is this customer's code for it in Odoo"
                    evidence.add(code.product_id, "customer_code", CUSTOMER_CODE, text, strong="theirs")
                    settled.add(number)
    if customer_ids and asked.text and not (asked.ours or asked.theirs or asked.gtin):
        bound = history.recall("text", customer_ids[0], asked.text)
        if bound is not None:
            weight = LEARNED if bound.by_person else WRITTEN
            evidence.add(
                bound.target, "learned_text", weight, "this customer's words for it were bound before", strong="theirs"
            )
    return settled


def _ours(evidence: Evidence, asked: Asked, settled: set[str], mirror: Mirror) -> None:
    """Our own codes, of today and of before."""
    number, lone = asked.ours or asked.lone, not asked.ours
    if not number or (lone and number in settled):
        return
    kind = "number" if lone else "our code"
    distinct = len(keys.loose(number)) >= _DISTINCT
    for product in mirror.products_by_code(number):
        code = product.default_code or ""
        if number in settled and keys.exact(code) != keys.exact(number):
            continue
        if keys.loose(code) != keys.loose(number):
            weight, how, strong = (LONE_FOLDED if lone else CODE_FOLDED), " if O and 0, I, l and 1 are one", ""
        elif keys.exact(code) != keys.exact(number):
            weight, how = (LONE_SHORT if lone else CODE_LOOSE), " without punctuation"
            strong = "ours" if not lone else ""
        else:
            weight, how = (LONE if distinct else LONE_SHORT) if lone else CODE, ""
            strong = "ours" if distinct or not lone else ""
        evidence.add(product.id, "code", weight, f"{kind} {number} is its code {code}{how}", strong=strong)
    for product in mirror.products_by_old_code(number) if number not in settled else ():
        if any(keys.loose(old) == keys.loose(number) for old in product.old_codes):
            weight = OLD_CODE_LONE if lone else OLD_CODE
            evidence.add(
                product.id, "old_code", weight, f"{kind} {number} was its code before", strong="" if lone else "ours"
            )


def _barcodes(evidence: Evidence, asked: Asked, mirror: Mirror) -> None:
    if not asked.gtin:
        return
    valid = ids.gtin_ok(asked.gtin)
    weight, strong = (BARCODE, "barcode") if valid else (BARCODE_UNCHECKED, "")
    wrong = ", check digit wrong" if valid is False else ""
    for product in mirror.products_by_barcode(asked.gtin):
        evidence.add(product.id, "barcode", weight, f"barcode {asked.gtin}{wrong}", strong=strong)
    packs = mirror.packagings_by_barcode(asked.gtin)
    for pack in packs:
        evidence.add(pack.product_id, "barcode", weight, f"barcode of its packaging {pack.name}{wrong}", strong=strong)
    inner = inner_gtin(asked.gtin)
    if inner and not packs:
        for product in mirror.products_by_barcode(inner):
            text = f"barcode {asked.gtin} is of a pack of it whose size nobody knows"
            evidence.add(product.id, "pack_of", PACK_OF, text)


def inner_gtin(gtin: str) -> str | None:
    """The GTIN-13 inside a GTIN-14 of a pack (indicator 1 to 8), with its own check digit; None for any other."""
    number = ids.digits(gtin)
    if len(number) != 14 or number[0] not in "12345678" or not ids.gtin_ok(number):
        return None
    body = number[1:13]
    return next(body + digit for digit in "0123456789" if ids.gtin_ok(body + digit))


def _described(evidence: Evidence, asked: Asked, mirror: Mirror) -> dict[int, Likeness]:
    """Likeness of every product that is a candidate already or has a similar name."""
    if not asked.text:
        return {}
    named = set(evidence.reasons)
    products: Iterable[Product] = {
        p.id: p for p in (*mirror.products(named), *mirror.products_like(asked.text))
    }.values()
    out: dict[int, Likeness] = {}
    for product in products:
        alike = out[product.id] = _best(asked, product)
        if product.id not in named and alike.score < 0.5:
            continue
        if alike.same and len(asked.text) >= 8:
            evidence.add(product.id, "text", SAME_TEXT, "the description is its name")
        elif alike.score > 0.5:
            weight = TEXT * (alike.score - 0.5) * 2
            evidence.add(product.id, "text", weight, f"description {alike.score:.0%} alike: {_name(product)}")
        if alike.contradiction and alike.score > 0.5:
            evidence.add(product.id, "other_numbers", OTHER_NUMBERS, f"numbers differ: {_name(product)}")
        elif alike.covered == 0 and len(keys.pieces(asked.text)) >= 2:
            weight = LONE_OTHER_TEXT if asked.lone else OTHER_TEXT
            evidence.add(product.id, "other_text", weight, f"no word of it is printed: {_name(product)}")
    return out


def _best(asked: Asked, product: Product) -> Likeness:
    """Of name alone and name with the sales text; codes that stand in the description are left out of it."""
    text = asked.text
    for code in filter(None, (product.default_code, asked.ours, asked.theirs, asked.gtin)):
        text = text.replace(code, " ")
    texts = [_name(product)]
    if product.description_sale:
        texts += [f"{texts[0]} {product.description_sale}", product.description_sale]
    return max((likeness(text, own) for own in texts), key=lambda alike: (not alike.contradiction, alike.score))


def _misnamed(evidence: Evidence, first: int, texts: dict[int, Likeness]) -> bool:
    """True where a code names one product and the whole name of another one is printed beside it: an honest slip of
    the pen, or a misread digit that happens to be another valid code.
    """
    if first not in texts or "learned" in evidence.reasons[first]:
        return False
    mine = texts[first].score
    return any(
        alike.covered > 0.999 and alike.score > mine + _BETTER
        for id_, alike in texts.items() if id_ != first
    )  # fmt: skip


def _against(evidence: Evidence, product: Product, asked: Asked, mirror: Mirror) -> None:
    """Identifiers that are printed and that the candidate has otherwise."""
    has = evidence.reasons[product.id]
    if asked.ours and product.default_code and not {"code", "old_code", "learned", "customer_code"} & set(has):
        text = f"its code is {product.default_code}, the page says {asked.ours}"
        evidence.add(product.id, "other_code", OTHER_CODE, text)
    if asked.gtin and ids.gtin_ok(asked.gtin) and product.barcode and not {"barcode", "pack_of"} & set(has):
        text = f"its barcode is {product.barcode}, the page says {asked.gtin}"
        evidence.add(product.id, "other_barcode", OTHER_BARCODE, text)


def _describe(product: Product | None, id_: int, company_id: int | None) -> tuple[str, tuple[str, ...]]:
    if product is None:
        return f"product {id_}, which is no longer there", ("archived",)
    label = f"[{product.default_code}] {_name(product)}" if product.default_code else _name(product)
    return label, bars(product.active, product.company_id, company_id, sale_ok=product.sale_ok)


def _name(product: Product) -> str:
    return product.display_name or product.name
