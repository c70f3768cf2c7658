"""What the tags mean, checked on documents drawn for it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from data.generate.compose import generate, labelled
from data.generate.options import Options
from data.labels import LabelledDocument, Tag
from data.schema import Word

MANY = 160


@cache
def documents(kind: str) -> tuple[LabelledDocument, ...]:
    options = Options(kinds={kind: 1.0}, bilingual=0.0)
    return tuple(labelled(generate(seed, options=options)) for seed in range(MANY))


def tagged(doc: LabelledDocument) -> Iterator[tuple[int, Word, Tag]]:
    for page, tags in zip(doc.document.pages, doc.tags, strict=True):
        for word, tag in zip(page.words, tags, strict=True):
            yield page.number, word, tag


def test_a_lone_number_belongs_to_whoever_issued_the_paper() -> None:
    def lone(kind: str) -> set[str]:
        found = set()
        for doc in documents(kind):
            for line in doc.gold["lines"]:
                roles = {"buyer_article_no", "supplier_article_no"} & set(line)
                if len(roles) == 1:
                    found |= roles
        return found

    assert "buyer_article_no" in lone("order")
    assert "supplier_article_no" in lone("invoice")


def test_one_total_without_tax_is_net_and_gross() -> None:
    single = 0
    for doc in documents("order"):
        names = {tag.field for _, _, tag in tagged(doc)}
        if "total_gross" in doc.gold["fields"] and "total_gross" not in names:
            single += 1
            assert doc.gold["fields"]["total_gross"] == doc.gold["fields"]["total_net"]
            assert "total_tax" not in doc.gold["fields"]
    assert single > 10


def test_some_orders_have_a_net_total_only() -> None:
    assert any("total_net" in d.gold["fields"] and "total_gross" not in d.gold["fields"] for d in documents("order"))


def test_comments_sections_and_schedules_carry_no_field() -> None:
    seen = set()
    for doc in documents("order"):
        for _, _, tag in tagged(doc):
            if tag.role in ("comment", "section", "schedule", "subtotal", "head"):
                seen.add(tag.role)
                assert tag.field in ("O", "currency")
    assert {"comment", "section", "schedule", "subtotal", "head"} <= seen


def test_carry_overs_and_repeated_heads_are_no_lines() -> None:
    repeated = 0
    for doc in documents("order"):
        heads = {page for page, _, tag in tagged(doc) if tag.role == "head"}
        repeated += len(heads) > 1
        counted = {line["index"] for line in doc.gold["all_lines"]}
        for _, _, tag in tagged(doc):
            if tag.role == "head":
                assert tag.line == -1
            if tag.line >= 0:
                assert tag.line in counted
    assert repeated > 10


def test_items_go_on_across_pages() -> None:
    split = 0
    for doc in documents("order"):
        pages: dict[int, set[int]] = {}
        for page, _, tag in tagged(doc):
            if tag.line >= 0:
                pages.setdefault(tag.line, set()).add(page)
        split += any(len(p) > 1 for p in pages.values())
    assert split > 2


def test_numbers_in_brackets_lose_them_in_gold() -> None:
    found = 0
    for doc in documents("order"):
        for _, word, tag in tagged(doc):
            if tag.field == "line.buyer_article_no" and word.text.startswith("["):
                found += 1
                line = next(x for x in doc.gold["all_lines"] if x["index"] == tag.line)
                assert not line["fields"]["buyer_article_no"].startswith("[")
    assert found


def test_invoices_name_their_number_and_the_order_they_refer_to() -> None:
    docs = documents("invoice")
    assert all("invoice_number" in d.gold["fields"] for d in docs)
    assert 0.4 < sum("order_number" in d.gold["fields"] for d in docs) / len(docs) < 0.9
    assert all("requested_delivery_date" not in d.gold["fields"] for d in docs)


def test_parties_are_always_known_on_orders_but_for_pictures() -> None:
    named = sum("buyer.name" in d.gold["fields"] for d in documents("order"))
    assert MANY * 0.95 < named <= MANY


def test_every_printing_of_a_name_is_tagged() -> None:
    repeated = 0
    for doc in documents("order"):
        name = doc.gold["fields"].get("buyer.name", "")
        count = sum(tag.field == "buyer.name" for _, _, tag in tagged(doc))
        repeated += count > len(name.split())
    assert repeated > 20
