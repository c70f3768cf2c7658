"""Invented companies, articles and numbers: right check digits, and nothing shared between the splits."""

from __future__ import annotations

import importlib
import re
from decimal import Decimal
from random import Random

import pytest
import stdnum.ean
import stdnum.iban

from data.generate.lexicon import LANGS
from data.generate.world import Company, Product, World, ids, names, numbers, products
from data.generate.world.companies import slug
from data.generate.world.countries import BY_CODE, COUNTRIES
from data.generate.world.split import Split, is_heldout, part, table
from data.values.units import code as unit_code

_RULES = {
    "PL": "pl.nip", "DE": "de.vat", "AT": "at.uid", "CH": "ch.uid", "FR": "fr.tva", "BE": "be.vat", "NL": "nl.btw",
    "LU": "lu.tva", "ES": "es.nif", "IT": "it.iva", "CZ": "cz.dic", "SK": "sk.dph", "GB": "gb.vat", "IE": "ie.vat",
    "SE": "se.vat", "DK": "dk.cvr", "PT": "pt.nif", "HU": "hu.anum", "CA": "ca.bn",
}  # fmt: skip


def _rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311


def _companies(split: Split, count: int, seed: int = 1) -> list[Company]:
    world = World(_rng(seed), split)
    return [world.company(country) for _ in range(count) for country in COUNTRIES]


def _products(split: Split, count: int) -> list[Product]:
    world = World(_rng(2), split)
    return [
        world.product(lang, BY_CODE["DE"], family=f) for _ in range(count) for lang in LANGS for f in world.families()
    ]


@pytest.mark.parametrize("country", sorted(_RULES))
def test_vat_numbers_are_valid(country: str) -> None:
    rule, rng = importlib.import_module(f"stdnum.{_RULES[country]}"), _rng(3)
    for _ in range(200):
        printed, bare = ids.vat_id(rng, country)
        assert rule.is_valid(f"CHE{bare}" if country == "CH" else bare), printed
        digits = re.sub(r"\W", "", printed)
        assert bare in digits, printed


def test_bank_and_location_numbers_are_valid() -> None:
    for company in _companies("train", 20):
        assert stdnum.ean.is_valid(company.gln)
        if company.country.code in ("US", "CA"):
            assert company.iban == ""
        else:
            assert stdnum.iban.is_valid(company.iban), company.iban
            assert company.bic[4:6] == company.country.code
            assert len(company.bic) in (8, 11)


def test_companies_are_whole() -> None:
    kinds = set()
    for company in _companies("train", 40):
        kinds.add(company.kind)
        assert company.name, company
        assert company.name == " ".join(company.name.split())
        assert company.home.street, company
        assert company.home.postal in " ".join(company.home.lines()), company
        assert company.people, company
        assert all(p == " ".join(p.split()) for p in company.people)
        assert re.fullmatch(r"[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+\.[a-z.]{2,}", company.email), company.email
        assert re.search(r"\d", company.phone), company
        assert not re.search(r"[{}#%@]", company.phone + company.home.street)
        assert not re.search(
            r"[{}]", company.register + company.capital + company.name + " ".join(company.home.lines())
        )
    assert kinds == {"company", "public", "person", "placeholder"}


def test_places_follow_the_country() -> None:
    shapes = {
        "PL": r"\d\d-\d{3} ",
        "DE": r"(?:DE?-)?\d{5} ",
        "NL": r"\d{4} ?[A-Z]{2} ",
        "US": r".*, ?[A-Z]{2} \d{5}|.* [A-Z]{2} \d{5}",
    }
    for code, shape in shapes.items():
        world = World(_rng(4), "train")
        for _ in range(50):
            home = world.company(BY_CODE[code]).home
            assert re.match(shape, home.place), home.place
    britain = [World(_rng(s), "train").company(BY_CODE["GB"]).home for s in range(40)]
    assert any("\n" in home.place and len(home.lines()) > 2 for home in britain)


def test_other_sites() -> None:
    world = World(_rng(5), "train")
    owner = world.company(BY_CODE["DE"])
    sites = [world.address(owner) for _ in range(200)]
    assert all(site.country is owner.country for site in sites)
    assert any(site.extra for site in sites)
    assert any(site.street == owner.street for site in sites)
    assert len({site.city for site in sites}) > 10


def test_roles_of_placeholders() -> None:
    world = World(_rng(6), "train")
    held = [world.company(BY_CODE["FR"], role="seller") for _ in range(2000)]
    stubs = [c.name for c in held if c.kind == "placeholder"]
    assert stubs
    assert all(re.search("vendor|supplier|seller", n, re.IGNORECASE) for n in stubs), stubs


def test_feminine_surnames() -> None:
    rng = _rng(7)
    pairs = [names.full_name(rng, "pl", "train") for _ in range(500)]
    female = set(table("people")["pl", "female"])
    assert not [p for p in pairs if p[0] in female and p[1].endswith(("ski", "cki"))]
    assert [p for p in pairs if p[1].endswith("ska")]


def test_slugs() -> None:
    assert slug("Łódź & Söhne GmbH", "-") == "lodz-sohne-gmbh"
    assert slug("Müßig Œuvre") == "mussigoeuvre"


def test_products_are_whole() -> None:
    made = _products("train", 2)
    assert len({p.family for p in made}) >= 25
    for p in made:
        assert p.name == " ".join(p.name.split()), p
        assert not re.search(r"[{}<>|]", p.name + "".join(p.extra_lines)), p
        assert p.price > 0, p
        assert -int(p.price.as_tuple().exponent) <= 4
        assert p.weight >= Decimal(0)
        assert p.typical >= 1
        assert stdnum.ean.is_valid(p.gtin) or len(p.gtin) == 14, p.gtin
        assert p.buyer_no.strip(), p
        assert p.supplier_no.strip(), p
        assert unit_code(p.unit) == p.unit, p.unit
    assert {p.unit for p in made} >= {
        "H87",
        "C62",
        "EA",
        "KGM",
        "MTR",
        "MTK",
        "LTR",
        "HUR",
        "SET",
        "XBX",
        "XPK",
        "PR",
        "XRO",
    }
    assert [p for p in made if p.extra_lines]
    assert [p for p in made if p.family == "services" and p.weight == 0 and not p.customs_code]


def test_one_numbering_has_one_shape() -> None:
    world = World(_rng(8), "train")
    widths = []
    for _ in range(200):
        numbering = world.numbering()
        widths.append(len({len(numbering.buyer(world.rng)) for _ in range(10)}) == 1)
    assert sum(widths) > 150


def test_document_numbers_are_varied() -> None:
    world = World(_rng(9), "train")
    for kind in (
        "order",
        "invoice",
        "quote",
        "contract",
        "customer",
        "delivery",
        "requisition",
        "project",
        "sales",
        "reference",
    ):
        made = [world.order_number(kind) for _ in range(300)]
        shapes = {re.sub(r"[A-Z]", "A", re.sub(r"\d", "9", n)) for n in made}
        assert len(shapes) > 60 or kind == "customer", kind
        assert all(n.strip() == n and n and "{" not in n for n in made)


def test_parts_of_the_day_are_printed() -> None:
    from datetime import date

    rng = _rng(1)
    assert numbers.draw(rng, "PO-{Y}-{M}-{D}/{y}", date(2026, 7, 3)) == "PO-2026-07-03/26"


def _words_of(split: Split) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {"company": set(), "street": set(), "town": set(), "person": set(), "thing": set()}
    world = World(_rng(10), split)
    for company in _companies(split, 150):
        found["company"].add(company.name.casefold())
        if company.kind != "placeholder":  # "BUYER_CITY" is the stub of a test form in either split
            found["town"].add(company.home.city.casefold())
    found["person"] = {
        names.surname(world.rng, c, split).casefold() for c in ("pl", "de", "fr", "en", "cs") for _ in range(2000)
    }
    found["street"] = {
        names.street(world.rng, c, split).casefold() for c in ("pl", "de", "fr", "en", "cs") for _ in range(1000)
    }
    found["thing"] = {w.casefold() for family in products.families(split).values() for t in family.things for w in t}
    return found


def test_splits_share_no_names() -> None:
    train, heldout = _words_of("train"), _words_of("heldout")
    for kind, words in train.items():
        assert len(heldout[kind]) > 20, kind
        shared = words & heldout[kind]
        assert not shared, (kind, sorted(shared)[:10])


def test_splits_share_no_number_styles() -> None:
    assert not set(numbers.article_styles("train")) & set(numbers.article_styles("heldout"))
    for kind in ("order", "invoice", "customer"):
        train, heldout = numbers.document_styles(kind, "train"), numbers.document_styles(kind, "heldout")
        assert not set(train) & set(heldout)
        assert len(heldout) > 100


def test_parting() -> None:
    words = [f"word{n}" for n in range(400)]
    assert set(part(words, "train")) | set(part(words, "heldout")) == set(words)
    assert 0.1 < sum(map(is_heldout, words)) / 400 < 0.3
    assert is_heldout("Nowak") == is_heldout("NOWAK")
    with pytest.raises(ValueError, match="heldout"):
        part([w for w in words if not is_heldout(w)], "heldout")


def test_a_seed_gives_the_same_world() -> None:
    assert _companies("train", 2, seed=5) == _companies("train", 2, seed=5)
    assert _products("heldout", 1) == _products("heldout", 1)
