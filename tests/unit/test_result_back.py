"""A result printed and read again is the same result."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from data.fields import DOCUMENT_TYPES, HEADER, LINE, LINE_KINDS
from data.result import Check, Extraction, Failure, Line, Part, Place, Value
from data.schema import Box, Warning_

TEXT = st.text(max_size=8)
SHARE = st.none() | st.floats(0, 1)
PLACE = st.builds(Place, st.integers(1, 9), st.builds(Box, *(st.floats(-10, 2000) for _ in range(4))))
VALUE = st.builds(
    Value, TEXT, TEXT, SHARE, st.lists(PLACE, max_size=2).map(tuple),
    st.sampled_from(("model", "embedded", "derived", "memory", "person")),
    candidates=st.lists(TEXT, max_size=2).map(tuple),
)  # fmt: skip


def _values(names: list[str]) -> st.SearchStrategy[dict[str, Value]]:
    return st.dictionaries(st.sampled_from(names), VALUE, max_size=3)


LINES = st.builds(Line, st.sampled_from(LINE_KINDS), st.integers(1, 9), _values([f.name for f in LINE]))
ONE = st.builds(
    Extraction, TEXT, TEXT, st.sampled_from(("ok", "partial", "failed")),
    st.none() | st.builds(Failure, TEXT, TEXT, TEXT), TEXT, TEXT, st.integers(0, 9), st.none() | TEXT,
    warnings=st.lists(st.builds(Warning_, TEXT, TEXT, st.none() | st.integers(1, 9)), max_size=2).map(tuple),
    sources=st.lists(st.sampled_from(("text", "ocr")), max_size=2).map(tuple), legibility=SHARE,
    document_type=st.none() | st.sampled_from(DOCUMENT_TYPES), document_type_confidence=SHARE,
    fields=_values([f.name for f in HEADER]), lines=st.lists(LINES, max_size=2).map(tuple),
    checks=st.lists(st.builds(Check, TEXT, st.booleans(), TEXT, st.none() | st.integers(0, 9)), max_size=2).map(tuple),
    completeness=SHARE, order_confidence=SHARE, absent=st.dictionaries(TEXT, st.floats(0, 1), max_size=2),
)  # fmt: skip


@given(ONE, st.lists(ONE, max_size=2), st.booleans())
def test_what_is_printed_is_read_back(first: Extraction, others: list[Extraction], candidates: bool) -> None:
    whole = replace(first, parts=tuple(Part((k,), one) for k, one in enumerate(others, 1)))
    printed = whole.to_dict(candidates=candidates)
    read = Extraction.from_dict(printed)
    assert read.to_dict(candidates=candidates) == printed
    assert read.to_dict() == whole.to_dict()
