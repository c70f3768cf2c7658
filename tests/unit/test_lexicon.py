"""Captions, units and sentences of the generator."""

from __future__ import annotations

import re
from random import Random

import pytest

from data.fields import FIELDS
from data.generate.lexicon import (
    KEYS,
    LANGS,
    PHRASE_KINDS,
    caption,
    captions,
    delivery_terms,
    payment_terms,
    phrase,
    unit_text,
)
from data.generate.lexicon.captions import By, expand
from data.generate.lexicon.units import CODES, unit_texts
from data.values import units

_PIECES = {"H87", "C62", "EA"}


def _rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311


@pytest.mark.parametrize("lang", LANGS)
def test_every_key_has_captions_in_every_language(lang: str) -> None:
    for key in KEYS:
        found = captions(key, lang)
        assert len(found) >= 3, key
        for text in found:
            assert text == " ".join(text.split()), (key, text)
            assert text, key
            assert not set("[];|") & set(text), (key, text)
            assert not text.endswith(":"), (key, text)


def test_every_field_has_a_caption_key() -> None:
    assert set(FIELDS) <= set(KEYS)


@pytest.mark.parametrize("lang", LANGS)
def test_issuer_decides_whose_number_it_is(lang: str) -> None:
    """A bare "Item no." is the issuer's own number; attributed captions hold on either paper."""
    key_buyer, key_supplier = "line.buyer_article_no", "line.supplier_article_no"
    bare_on_order = set(captions(key_buyer, lang, "buyer")) - set(captions(key_buyer, lang))
    bare_on_invoice = set(captions(key_supplier, lang, "seller")) - set(captions(key_supplier, lang))
    shared = bare_on_order & bare_on_invoice
    assert len(shared) >= 5
    for text in captions(key_buyer, lang):
        assert text not in captions(key_supplier, lang), text
    for text in captions(key_buyer, lang, "buyer"):
        assert text not in captions(key_supplier, lang, "buyer"), text
    for text in captions(key_supplier, lang, "seller"):
        assert text not in captions(key_buyer, lang, "seller"), text


def test_your_order_stands_on_a_sellers_paper_only() -> None:
    assert not [c for c in captions("order_number", "en", "buyer") if c.startswith("Your")]
    assert [c for c in captions("order_number", "en", "seller") if c.startswith("Your")]
    drawn = [caption(_rng(seed), "order_number", "de", "seller") for seed in range(300)]
    own = set(captions("order_number", "de", "seller")) - set(captions("order_number", "de"))
    assert 0.3 < sum(c in own for c in drawn) / 300 < 0.8


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("by", ["buyer", "seller"])
def test_facts_that_are_no_field_do_not_borrow_its_captions(lang: str, by: By) -> None:
    for fact, field in (
        ("sales_order_number", "order_number"),
        ("supplier_number", "buyer.customer_number"),
        ("payment_method", "payment_terms"),
        ("ship_via", "delivery_terms"),
    ):
        shared = {c.casefold() for c in captions(fact, lang, by)} & {c.casefold() for c in captions(field, lang, by)}
        assert not shared, (fact, shared)
    shipped = {c.casefold() for c in captions("shipping_date", lang, "buyer")}
    assert not shipped & {c.casefold() for c in captions("requested_delivery_date", lang, "buyer")}


@pytest.mark.parametrize("by", [None, "buyer", "seller"])
def test_short_captions_fit(by: By | None) -> None:
    rng = _rng(1)
    for key in ("line.quantity", "line.unit", "line.line_no", "line.unit_price", "line.tax_rate"):
        for lang in LANGS:
            assert len(caption(rng, key, lang, by, max_chars=8)) <= 8, (key, lang)
    shortest = min(captions("amount_in_words", "en"), key=len)
    assert caption(rng, "amount_in_words", "en", max_chars=1) == shortest


def test_unknown_keys_are_refused() -> None:
    with pytest.raises(KeyError):
        captions("no_such_field", "en")
    with pytest.raises(KeyError):
        captions("order_number", "xx")
    with pytest.raises(KeyError):
        phrase(_rng(1), "sonnet", "en")


def test_notation() -> None:
    assert expand("[PO;Order] [No.;#]|Item") == ("PO No.", "PO #", "Order No.", "Order #", "Item")
    assert expand("[Our;] order") == ("Our order", "order")


@pytest.mark.parametrize("lang", LANGS)
def test_printed_units_read_back_as_their_code(lang: str) -> None:
    for code in CODES:
        texts = unit_texts(code, lang)
        assert len(texts) >= 2, code
        wrong = [t for t in texts if units.value(t) not in ({code} if code not in _PIECES else _PIECES)]
        assert not wrong, (code, wrong)


def test_an_unknown_unit_is_printed_as_it_is() -> None:
    assert unit_text(_rng(3), "ZZ9", "pl") == "ZZ9"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", PHRASE_KINDS)
def test_sentences_are_filled_and_varied(kind: str, lang: str) -> None:
    rng = _rng(11)
    texts = [phrase(rng, kind, lang) for _ in range(200)]
    assert not [t for t in texts if re.search(r"[{}\[\]|]|^\s|\s$|\s\s", t) or not t]
    assert len(set(texts)) >= 5
    if kind in ("comment", "note", "item_text", "section"):
        assert len(set(texts)) >= 20


@pytest.mark.parametrize("lang", LANGS)
def test_terms(lang: str) -> None:
    rng = _rng(5)
    payment = {payment_terms(rng, lang) for _ in range(300)}
    delivery = {delivery_terms(rng, lang, "Gdynia") for _ in range(300)}
    assert len(payment) > 40
    assert len(delivery) > 40
    assert any("Gdynia" in d for d in delivery)
    assert not [t for t in payment | delivery if "{" in t or "[" in t]


def test_long_terms_can_be_made() -> None:
    rng = _rng(8)
    page = " ".join(phrase(rng, "terms_paragraph", "de") for _ in range(40))
    assert len(page) > 5000


def test_a_seed_gives_the_same_words() -> None:
    def draw(seed: int) -> list[str]:
        rng = _rng(seed)
        out = [caption(rng, key, lang) for key in KEYS[::7] for lang in LANGS]
        out += [phrase(rng, kind, lang) for kind in PHRASE_KINDS for lang in LANGS]
        return [*out, payment_terms(rng, "fr"), unit_text(rng, "H87", "it")]

    assert draw(4) == draw(4)
    assert draw(4) != draw(5)
