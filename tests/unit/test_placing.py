"""Right values find the words that print them."""

from data.generate.compose import generate, labelled
from data.labels import Tag
from data.placing import Given, GivenLine, Truth, from_gold, from_result, place
from data.result import Place
from data.schema import Box, Document, Page, Word


def page(*rows: tuple[float, str]) -> Document:
    """Rows of words, 10 points each, at heights; double blanks leave wide gaps."""
    words = []
    for y, text in rows:
        x = 40.0
        for part in text.split(" "):
            if part:
                words.append(Word(part, Box(x, y, x + 5 * len(part), y + 9)))
                x += 5 * len(part) + 4
            else:
                x += 40
    return Document("a.pdf", "0" * 64, (Page(1, 595, 842, tuple(words)),))


def words_of(document: Document, truth: Truth, name: str) -> list[str]:
    mark = next(m for m in place(document, truth).marks if m.name == name)
    return [document.pages[p].words[w].text for p, w in mark.words]


def header(**fields: str) -> Truth:
    return Truth("order", {n.replace("__", "."): Given(v) for n, v in fields.items()})


def test_numbers_dates_and_texts_are_found_in_their_spellings() -> None:
    document = page((20, "Ordered 3. März 2021"), (40, "Order 4500-17/A"), (60, "Total 1.234,50 EUR"),
                    (80, "Acme Handels GmbH"), (200, "Hauptstraße 5"), (211, "10115 Berlin"))  # fmt: skip
    truth = header(order_date="2021-03-03", order_number="4500-17/A", total_gross="1234.5",
                   buyer__name="ACME HANDELS GMBH", buyer__address="Hauptstraße 5, 10115 Berlin")  # fmt: skip
    assert words_of(document, truth, "order_date") == ["3.", "März", "2021"]
    assert words_of(document, truth, "order_number") == ["4500-17/A"]
    assert words_of(document, truth, "total_gross") == ["1.234,50"]
    assert words_of(document, truth, "buyer.name") == ["Acme", "Handels", "GmbH"]
    assert words_of(document, truth, "buyer.address") == ["Hauptstraße", "5", "10115", "Berlin"]


def test_what_is_not_printed_stays_a_value() -> None:
    placed = place(page((20, "Order 4711")), header(order_number="4711", contract_number="K-99"))
    assert placed.counts() == {"pointed": 0, "only": 1, "chosen": 0, "loose": 0, "none": 1}
    assert placed.share == 0.5
    assert placed.labelled.gold["fields"]["contract_number"] == "K-99"


def test_the_box_that_was_picked_decides() -> None:
    document = page((20, "from 01.02.2021"), (40, "until 01.02.2021"))
    second = document.pages[0].words[3].box
    truth = Truth("order", {"requested_delivery_date": Given("2021-02-01", (Place(1, second),))})
    mark = place(document, truth).marks[0]
    assert (mark.quality, mark.words) == ("pointed", ((0, 3),))


def test_cells_go_to_the_row_of_their_line() -> None:
    document = page((20, "Pos  Article  Qty  Price  Amount"), (40, "1  A-100  5  2,00  10,00"),
                    (60, "2  B-200  5  3,00  15,00"), (80, "5  C-300  1  5,00  5,00"))  # fmt: skip
    rows = [("1", "A-100", "5", "2", "10"), ("2", "B-200", "5", "3", "15"), ("5", "C-300", "1", "5", "5")]
    names = ("line_no", "supplier_article_no", "quantity", "unit_price", "line_amount")
    lines = tuple(GivenLine("item", {n: Given(v) for n, v in zip(names, row, strict=True)}) for row in rows)
    tags = place(document, Truth("order", {}, lines)).labelled.tags[0]
    for number, row in enumerate(range(5, 20, 5)):
        expected = [Tag(f"line.{n}", "item", number) for n in names]
        assert list(tags[row : row + 5]) == expected
    assert all(t == Tag() for t in tags[:5])


def test_a_result_as_truth_leaves_derived_values_out() -> None:
    value = {"value": "1", "text": "1", "confidence": 1.0, "boxes": [], "source": "model"}
    raw = {"document_type": {"value": "order"}, "fields": {"order_number": value,
           "total_net": {**value, "source": "derived"}}, "lines": [{"kind": "item", "page": 1, "fields": {
               "quantity": value}}]}  # fmt: skip
    truth = from_result(raw)
    assert set(truth.fields) == {"order_number"}
    assert truth.lines[0].fields["quantity"].value == "1"


def test_nearly_all_values_of_generated_documents_are_placed_and_placed_right() -> None:
    """The marks are compared with what the generator knows of every word."""
    count = missing = wrong = 0
    for seed in range(700_000, 700_010):
        made = labelled(generate(seed, split="heldout"))
        for mark in place(made.document, from_gold(made.gold)).marks:
            fields = {made.tags[p][w].field for p, w in mark.words}
            joint = mark.name == "line.unit" and "line.quantity" in fields  # "12szt" is one word
            count += 1
            missing += mark.quality == "none"
            wrong += mark.quality != "none" and mark.name not in fields and not joint
    assert count > 200
    assert missing <= 0.05 * count
    assert wrong <= 0.05 * count
