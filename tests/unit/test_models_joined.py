"""Numbers printed in pieces are whole numbers; numbers side by side are not."""

from __future__ import annotations

import numpy as np
import pytest

from data.fields import DOCUMENT_TYPES, LABELS, ROLES
from data.schema import Box, Document, Page, Word
from models.config import ReaderConfig
from models.decode.joined import join_codes, join_numbers
from models.decode.reading import Reading
from models.encode import encode

AMOUNT, QUANTITY, TEXT = (LABELS.index(f"line.{n}") for n in ("line_amount", "quantity", "description"))


def row(*words: tuple[str, float]) -> Reading:
    """Words of 9 points on one row, each (text, gap before it in points)."""
    x, made = 50.0, []
    for text, gap in words:
        x += gap
        made.append(Word(text, Box(x, 100, x + 5 * len(text), 110), size=9))
        x += 5 * len(text)
    document = Document("x.pdf", "0" * 64, (Page(1, 595, 842, tuple(made)),))
    n = len(made)
    return Reading(document, encode(document, ReaderConfig()), np.zeros((n, len(LABELS)), np.float32),
                   np.zeros((n, len(ROLES)), np.float32), np.zeros(n, np.float32),
                   np.zeros(len(DOCUMENT_TYPES), np.float32))  # fmt: skip


@pytest.mark.parametrize(
    ("pieces", "given", "expected"),
    [
        ((("132", 0), ("295.68", 2.5)), (0, AMOUNT), (AMOUNT, AMOUNT)),
        ((("1", 0), ("132", 2.5), ("295,68", 2.5)), (0, 0, AMOUNT), (AMOUNT, AMOUNT, AMOUNT)),
        ((("18.", 0), ("500000", 2.5)), (AMOUNT, 0), (AMOUNT, AMOUNT)),
        ((("18", 0), (",50", 1)), (AMOUNT, 0), (AMOUNT, AMOUNT)),
        ((("12,", 0), ("66", 2)), (AMOUNT, 0), (AMOUNT, AMOUNT)),
        ((("-1", 0), ("250.00", 2)), (0, AMOUNT), (AMOUNT, AMOUNT)),
        ((("132", 0), ("295.68", 9)), (0, AMOUNT), (0, AMOUNT)),  # a column apart
        ((("132", 0), ("295.68", 2.5)), (QUANTITY, AMOUNT), (QUANTITY, AMOUNT)),  # two cells close together
        ((("M8", 0), ("295.68", 2.5)), (0, AMOUNT), (0, AMOUNT)),
        ((("4711", 0), ("295.68", 2.5)), (0, AMOUNT), (0, AMOUNT)),  # no group has four digits
        ((("132", 0), ("29.50", 2.5)), (0, AMOUNT), (0, AMOUNT)),  # no group has two
        ((("132", 0), ("295", 2.5)), (0, TEXT), (0, TEXT)),
    ],
)
def test_pieces_of_numbers(
    pieces: tuple[tuple[str, float], ...], given: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    reading = row(*pieces)
    reading.field[np.arange(len(given)), given] = 0.95
    assert join_numbers(reading, np.array(given)).tolist() == list(expected)


def test_a_piece_that_is_hardly_another_number_is_taken() -> None:
    reading = row(("231", 0), ("602.80", 2.5))
    reading.field[np.arange(2), (QUANTITY, AMOUNT)] = 0.8
    assert join_numbers(reading, np.array([QUANTITY, AMOUNT])).tolist() == [AMOUNT, AMOUNT]


NUMBER, CONTRACT = (LABELS.index(n) for n in ("order_number", "contract_number"))


@pytest.mark.parametrize(
    ("pieces", "given", "expected"),
    [
        ((("K", 0), ("18628/27", 2.5)), (CONTRACT, NUMBER), (CONTRACT, CONTRACT)),
        ((("PO", 0), ("4711", 2.5)), (NUMBER, 0), (NUMBER, NUMBER)),
        ((("PO-1", 0), ("4711", 2.5)), (NUMBER, CONTRACT), (NUMBER, CONTRACT)),  # has its digits
        ((("PO", 0), ("vom", 2.5)), (NUMBER, 0), (NUMBER, 0)),
        ((("PO", 0), ("4711", 30)), (NUMBER, 0), (NUMBER, 0)),  # a column apart
        ((("BOLT", 0), ("4711", 2.5)), (TEXT, 0), (TEXT, 0)),
    ],
)
def test_letters_take_their_digits(
    pieces: tuple[tuple[str, float], ...], given: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    reading = row(*pieces)
    reading.field[np.arange(len(given)), given] = 0.7
    assert join_codes(reading, np.array(given)).tolist() == list(expected)


def test_digits_that_are_surely_something_else_are_not_taken() -> None:
    reading = row(("K", 0), ("18628/27", 2.5))
    reading.field[np.arange(2), (CONTRACT, NUMBER)] = 0.95
    assert join_codes(reading, np.array([CONTRACT, NUMBER])).tolist() == [CONTRACT, NUMBER]
