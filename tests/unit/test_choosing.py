"""Choosing a threshold: what the curve says, in words for people, and the release that a point of it makes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from data.errors import OrdermillError
from data.result import Extraction
from models.guarantee import Proven
from models.release import Checked
from serving.desk.choosing import SAYS, Curve, Point, chosen, curves, sentence
from serving.desk.curve_svg import svg
from serving.desk.evidence import Stream
from tests import blankmodel

pytestmark = pytest.mark.full


def history(count: int = 600, group: str = "text") -> list[Checked]:
    """The least sure quarter has an error in every third order."""
    return [
        Checked(Proven(0.999 - 1e-3 * k, k > 0.75 * count and k % 3 == 0, f"s{k % 40}", group, date(2026, 11, 14)),
                "order", "pl") for k in range(count)
    ]  # fmt: skip


def stream() -> Stream:
    return Stream(200.0, tuple(0.999 - 1e-3 * k for k in range(600)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = blankmodel.write(tmp_path_factory.mktemp("model"))
    (made / "calibration.json").write_text("{}", encoding="utf-8")
    return made


def safe(curve: Curve) -> Point:
    """The allowed point that lets most through."""
    return max((p for p in curve.points if p.allowed), key=lambda p: p.weekly)


def test_more_orders_pass_the_more_may_be_wrong() -> None:
    (curve,) = curves(history(), stream())
    weekly = [p.weekly for p in curve.points]
    assert weekly == sorted(weekly)
    assert weekly[-1] == pytest.approx(200)
    assert curve.points[-1].expected == pytest.approx(200 * 52 * curve.points[-1].choice.errors / 600)
    assert all(p.worst > p.expected for p in curve.points)
    assert (curve.orders, curve.senders, curve.until) == (600, 40, date(2026, 11, 14))
    assert curves([], stream()) == []


def order(sure: float) -> Extraction:
    return Extraction("o.pdf", "0" * 64, model_name="blank", model_version=blankmodel.VERSION, language="pl",
                      sources=("text",), document_type="order", document_type_confidence=0.99,
                      order_confidence=sure)  # fmt: skip


def test_a_point_becomes_the_release_that_decides(folder: Path) -> None:
    (curve,) = curves(history(), stream())
    point = safe(curve)
    made = chosen(folder, history(), {"text": point.choice.threshold})
    assert made.alpha == point.choice.bound
    assert made.may_confirm(order(point.choice.threshold), True).ok
    assert made.may_confirm(order(point.choice.threshold - 1e-6), True).code == "below_threshold"
    assert made.may_confirm(order(0.999), False).code == "no_evidence"
    assert made.version.startswith(blankmodel.VERSION)


def test_what_is_no_promise_cannot_be_chosen(folder: Path) -> None:
    (curve,) = curves(history(), stream())
    with pytest.raises(OrdermillError, match="too many for a promise"):
        chosen(folder, history(), {"text": curve.points[-1].choice.threshold})
    with pytest.raises(OrdermillError, match="history has changed"):
        chosen(folder, history(), {"text": 0.123456})
    with pytest.raises(OrdermillError, match="history has changed"):
        chosen(folder, [], {"text": 0.123456})
    assert not chosen(folder, history(), {}).may_confirm(order(0.999), True).ok


def test_kinds_of_print_are_chosen_apart_and_hold_together() -> None:
    both = curves(history() + history(group="poor"), stream())
    alone = curves(history(), stream())
    assert [c.group for c in both] == ["poor", "text"]
    assert both[1].points[0].choice.bound > alone[0].points[0].choice.bound
    assert both[0].points[-1].weekly == pytest.approx(100)


@pytest.mark.parametrize("language", SAYS)
def test_people_are_told_in_words_what_a_point_means(language: str) -> None:
    (curve,) = curves(history(), stream())
    point = safe(curve)
    text = sentence(curve, point, language)
    for figure in (f"{point.weekly:.0f}", f"{point.expected:.0f}", f"{point.worst:.0f}", "600", "40", "2026-11-14"):
        assert figure in text
    assert "{" not in text
    assert f"{curve.points[-1].choice.bound:.0%}" in sentence(curve, curve.points[-1], language)
    assert SAYS[language].keys() == SAYS["en"].keys()


def test_the_curve_is_a_picture_whose_points_can_be_clicked() -> None:
    (curve,) = curves(history(), stream())
    point = safe(curve)
    drawn = svg(curve, "en", point.choice.threshold, lambda t: f"/desk/guarantee?text={t!r}&clean=none")
    root = ElementTree.fromstring(drawn)  # noqa: S314 - ours
    name = "{http://www.w3.org/2000/svg}"
    links = [a.attrib["href"] for a in root.iter(f"{name}a")]
    assert len(links) == sum(p.allowed for p in curve.points)
    assert f"/desk/guarantee?text={point.choice.threshold!r}&clean=none" in links
    circles = list(root.iter(f"{name}circle"))
    assert len(circles) == len(curve.points)
    assert sum(c.attrib["fill"] != "#ffffff" for c in circles) == 1
    assert "style" not in {key for element in root.iter() for key in element.attrib}
