"""Totals: net, tax and gross elected together from what is printed, whatever stands between them."""

from __future__ import annotations

import numpy as np
import pytest

from data.fields import LABELS
from models.decode.assemble import assemble
from tests.oracle import oracle
from tests.tagged import Row, document, fields, row, total

pytestmark = pytest.mark.full
NAMES = ("total_net", "total_tax", "total_gross")


def totals(*rows: Row) -> tuple[str | None, ...]:
    found = fields(*rows)
    return tuple(found.get(name) for name in NAMES)


def unsure(rows: list[Row], belief: dict[str, dict[str, float]]) -> tuple[str | None, ...]:
    """Totals where the network gives the printed amounts these probabilities instead of the truth."""
    reading = oracle(document(rows))
    for k in range(len(reading.encoded)):
        if reading.text(k) in belief:
            reading.field[k] = 0.0
            for name, p in belief[reading.text(k)].items():
                reading.field[k, LABELS.index(name)] = p
    found = assemble(reading).fields
    return tuple(found[name].value if name in found else None for name in NAMES)


def test_net_tax_and_gross_in_a_stack() -> None:
    rows = total("Net", "100.00", NAMES[0]), total("VAT 20 %", "20.00", NAMES[1]), total("Total", "120.00", NAMES[2])
    assert totals(*rows) == ("100.00", "20.00", "120.00")


def test_freight_between_subtotal_and_total_with_the_tax_before_it() -> None:
    rows = (total("SUBTOTAL", "5,760.00", NAMES[0]), total("TAX", "512.64", NAMES[1]),
            total("SHIPPING", "250.91"), total("TOTAL", "6,523.55", NAMES[2]))  # fmt: skip
    assert totals(*rows) == ("5760.00", "512.64", "6523.55")


def test_sums_decide_where_the_network_mixes_net_and_gross_up() -> None:
    rows = [total("SUBTOTAL", "5,760.00"), total("TAX", "512.64"), total("TOTAL", "6,272.64")]
    belief = {"5,760.00": {"total_net": 0.6, "total_gross": 0.3}, "512.64": {"total_tax": 0.9},
              "6,272.64": {"total_net": 0.65, "total_gross": 0.3}}  # fmt: skip
    assert unsure(rows, belief) == ("5760.00", "512.64", "6272.64")


def test_less_a_commission_what_is_due_is_the_net() -> None:
    rows = [total("Gross Total", "40.00"), total("Agency Commission", "6.00"), total("Net Amount Due", "34.00")]
    belief = {"40.00": {"total_gross": 0.5, "total_net": 0.4}, "34.00": {"total_gross": 0.5, "total_net": 0.4}}
    assert unsure(rows, belief) == ("34.00", None, "40.00")


def test_no_tax_is_as_large_as_what_it_is_on() -> None:
    rows = [total("Amount", "40.00"), total("Amount", "40.00")]
    belief = {"40.00": {"total_tax": 0.5, "total_net": 0.45}}
    assert unsure(rows, belief)[1] is None


def test_amounts_of_a_credit_note() -> None:
    rows = (total("Netto", "-100,00", NAMES[0]), total("MwSt 19 %", "-19,00", NAMES[1]),
            total("Brutto", "-119,00", NAMES[2]))  # fmt: skip
    assert totals(*rows) == ("-100.00", "-19.00", "-119.00")


@pytest.mark.parametrize("caption", ["Total", "Suma", "Net total", "Celkem:"])
def test_one_total_without_a_word_of_tax_is_net_and_gross(caption: str) -> None:
    assert totals(total(caption, "99.00", NAMES[0])) == ("99.00", None, "99.00")


@pytest.mark.parametrize(
    "caption",
    [
        "Total excl.", "Netto-Summe", "Wartość netto", "Total plus VAT", "Total HT", "Taxable amount",
        "Steuerpflichtiger Betrag", "Base imponible", "Základ daně",
    ],
)  # fmt: skip
def test_one_total_that_is_called_net_is_no_gross(caption: str) -> None:
    assert totals(total(caption, "99.00", NAMES[0])) == ("99.00", None, None)


@pytest.mark.parametrize(
    "below", ["Alle Preise netto", "Ceny netto.", "zzgl. gesetzlicher MwSt.", "All prices are net", "TVA en sus"]
)
def test_a_sentence_that_says_net_prices_counts_too(below: str) -> None:
    assert totals(total("Total", "99.00", NAMES[0]), row(below)) == ("99.00", None, None)


@pytest.mark.parametrize(
    "below",
    [
        "Reverse charge - VAT to be accounted for by the recipient.", "Nejsme plátci DPH.", "Vrijgesteld van btw",
        "Operación exenta de IVA", "Exonération de TVA, article 262 ter I du CGI.", "Steuerfrei, keine USt",
        "VAT No. GB 123 4567 89", "VAT-ID-No.: DE 811569869", "Payment: 30 days net",
    ],
)  # fmt: skip
def test_a_sentence_that_says_why_no_tax_is_charged_does_not(below: str) -> None:
    assert totals(total("Total", "99.00", NAMES[0]), row(below)) == ("99.00", None, "99.00")


def test_the_gross_total_alone_is_net_too_only_without_tax() -> None:
    assert totals(total("Total", "99.00", NAMES[2]))[0] == "99.00"
    assert totals(total("Total incl. VAT", "99.00", NAMES[2]))[0] is None


def test_what_is_derived_says_so_and_points_to_the_printed_total() -> None:
    made = document([total("Total", "99.00", NAMES[0])])
    found = assemble(oracle(made)).fields
    assert found["total_gross"].source == "derived"
    assert found["total_gross"].boxes == found["total_net"].boxes


def test_a_grid_of_totals_is_told_by_its_sum() -> None:
    """The gross is found; net and tax stand beside it where it is printed again."""
    rows = [row((300, "Base"), (400, "Tax"), (500, "Total")), row((300, "200,00"), (400, "46,00"), (500, "246,00")),
            total("Do zapłaty", "246,00", NAMES[2])]  # fmt: skip
    assert totals(*rows) == ("200.00", "46.00", "246.00")


def test_the_total_that_is_printed_twice_is_one_total() -> None:
    rows = (total("Total", "99.00", NAMES[0]), *[row("")] * 3, total("Order value", "99.00", NAMES[0]))
    made = assemble(oracle(document(list(rows)))).fields["total_net"]
    assert made.value == "99.00"
    assert not made.candidates


def test_an_election_leaves_its_losers_as_candidates() -> None:
    reading = oracle(document([total("Total", "99.00", NAMES[2]), total("Total", "12.00", NAMES[2])]))
    reading.field[np.array([reading.text(k) == "12.00" for k in range(len(reading.encoded))])] *= 0.5
    found = assemble(reading).fields["total_gross"]
    assert (found.value, found.candidates) == ("99.00", ("12.00",))


def test_what_is_taken_off_is_no_tax() -> None:
    rows = [total("Order Total", "400.00"), total("Commission", "-60.00"), total("Net", "340.00")]
    belief = {"400.00": {"total_gross": 0.5, "total_net": 0.5}, "-60.00": {"total_tax": 0.9},
              "340.00": {"total_gross": 0.55, "total_net": 0.45}}  # fmt: skip
    net, tax, gross = unsure(rows, belief)
    assert tax is None
    assert (net, gross) == ("340.00", "400.00")


def test_noughts_prove_nothing() -> None:
    rows = [total("Tax", "0.00"), total("Paid", "0.0"), total("Balance", "0"), total("Total", "120.00")]
    belief = {text: {"total_net": 0.4, "total_tax": 0.3, "total_gross": 0.3} for text in ("0.00", "0.0", "0")}
    belief["120.00"] = {"total_gross": 0.6}
    assert unsure(rows, belief)[2] == "120.00"
