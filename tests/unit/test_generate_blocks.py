"""The small layout engine: widths, wrapping, stacking."""

from __future__ import annotations

import pytest

from data.generate.blocks import Block, W, beside, emit, framed, line, para, stack, words, wrap
from data.generate.drawing import Sheet
from data.generate.fonts import ASCENT, DESCENT, style


def test_letters_with_diacritics_are_as_wide_as_their_base() -> None:
    sans = style("sans", 10)
    assert sans.width("żółć".replace("ł", "l")) == pytest.approx(sans.width("zolc"))
    assert sans.width("Ä") == pytest.approx(6.67)


def test_families_differ_in_width() -> None:
    text = "Purchase order"
    narrow, sans, mono = (style(name, 10).width(text) for name in ("narrow", "sans", "mono"))
    assert narrow < sans < mono
    assert style("sans", 10, stretch=1.1).width(text) == pytest.approx(sans * 1.1)


def test_one_look_is_one_object() -> None:
    assert style("serif", 9, bold=True) is style("serif", 9.0, bold=True)
    assert style("serif", 9).but(bold=True) is style("serif", 9, bold=True)


def test_wrapped_lines_fit_and_keep_every_word() -> None:
    run = words("Hexagon bolt with washer, zinc plated, packed in boxes of one hundred", style("sans", 9))
    lines = wrap(run, 120)
    assert [w for part in lines for w in part] == run
    assert len(lines) > 1
    assert all(line(part).w <= 120 for part in lines)


def test_a_word_wider_than_its_place_is_set_smaller() -> None:
    look = style("sans", 12)
    (only,) = wrap([W("Donaudampfschifffahrtsgesellschaft", look)], 60)
    assert only[0].style.size < 12
    assert line(only).w <= 60


@pytest.mark.parametrize("align", ["left", "right", "centre"])
def test_paragraphs_align(align: str) -> None:
    block = para(words("net total", style("sans", 10)), 200, align=align)
    left = block.puts[0].x
    right = block.puts[-1].x + block.puts[-1].style.width("total")
    if align == "left":
        assert left == 0
    elif align == "right":
        assert right == pytest.approx(200)
    else:
        assert left == pytest.approx(200 - right)


def test_stacks_and_rows_know_their_size() -> None:
    a, b = Block(10, 5), Block(30, 7)
    assert (stack([a, b], gap=2).w, stack([a, b], gap=2).h) == (30, 14)
    assert (beside([a, b], gap=4).w, beside([a, b], gap=4).h) == (44, 7)
    assert framed(a, pad=3).h == 11
    assert len(framed(a).rules) == 4


def test_drawn_words_keep_tag_and_place() -> None:
    sheet = Sheet()
    block = line(words("PO 118", style("sans", 10), "order_number", occurrence=4))
    assert emit(block.mark("other", -1), sheet, 50, 100) == [4, 4]
    first, second = sheet.ink
    assert (first.tag.field, first.tag.role) == ("order_number", "other")
    assert first.x0 == 50
    assert second.x0 > first.x1
    assert first.baseline - first.y0 == pytest.approx(10 * ASCENT)
    assert first.y1 - first.baseline == pytest.approx(10 * DESCENT)
