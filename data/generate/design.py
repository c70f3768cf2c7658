"""How one document looks throughout: fonts, captions, rules."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from data.generate.choose import between, pick, weighted
from data.generate.fonts import Style, style

PAGES = {
    "a4": (595.3, 841.9),
    "letter": (612.0, 792.0),
    "a4-landscape": (841.9, 595.3),
    "letter-landscape": (792.0, 612.0),
}


@dataclass(slots=True)
class Design:
    """Page, fonts and habits of setting; sizes in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    body: Style
    caption: Style
    strong: Style
    title: Style
    small: Style
    heading: Style
    lead: float
    colon: str
    caption_case: str
    heading_case: str
    heading_bar: str
    """How block headings stand out: none, rule, fill, dark."""
    box: float
    """Width of rules around boxes."""
    rule_gray: float
    fill: float
    pad: float

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def floor(self) -> float:
        """The lowest y that the body may reach."""
        return self.height - self.bottom


def draw_design(rng: Random, *, american: bool, dense: bool) -> Design:
    """Draw a look. `dense` asks for small type (forms, many columns)."""
    page = weighted(rng, {"letter": 0.85, "a4": 0.1, "letter-landscape": 0.05} if american else
                    {"a4": 0.93, "letter": 0.02, "a4-landscape": 0.05})  # fmt: skip
    width, height = PAGES[page]
    family = weighted(rng, {"sans": 0.66, "serif": 0.15, "mono": 0.09, "narrow": 0.10})
    size = (
        between(rng, 6.2, 8.5) if dense else pick(rng, (7.0, 7.5, 8.0, 8.0, 8.5, 9.0, 9.0, 9.0, 9.5, 10.0, 10.0, 11.0))
    )
    if family == "mono":
        size = min(size, 9.0)
    stretch = between(rng, 0.9, 1.12) if rng.random() < 0.5 and family != "mono" else 1.0
    body = style(family, size, stretch=stretch)
    caption = body
    look = rng.random()
    if look < 0.35:
        caption = body.but(bold=True)
    elif look < 0.5:
        caption = body.but(size=max(5.5, size * between(rng, 0.72, 0.9)))
    elif look < 0.58:
        caption = body.but(size=max(5.5, size * between(rng, 0.75, 1)), gray=0.45)
    elif look < 0.63:
        caption = body.but(italic=True)
    title_font = family if rng.random() < 0.85 else pick(rng, ("sans", "serif", "narrow"))
    title = body.but(font=title_font, size=size * between(rng, 1.15, 2.4), bold=rng.random() < 0.75)
    heading = caption if rng.random() < 0.5 else body.but(bold=rng.random() < 0.7, size=size * between(rng, 0.9, 1.2))
    if body.font == "mono" and rng.random() < 0.6:
        title = body.but(bold=rng.random() < 0.5)
        heading = caption
    colon = weighted(rng, {":": 0.58, "": 0.33, " :": 0.07, ".:": 0.0, " -": 0.02})
    return Design(
        width, height,
        left=between(rng, 25, 72), right=between(rng, 22, 60), top=between(rng, 22, 60), bottom=between(rng, 40, 90),
        body=body, caption=caption,
        strong=body.but(bold=True) if rng.random() < 0.8 else body,
        title=title,
        small=body.but(size=max(5.0, size * between(rng, 0.65, 0.85)), gray=pick(rng, (0.0, 0.0, 0.3, 0.5))),
        heading=heading,
        lead=between(rng, 1.08, 1.42),
        colon=colon,
        caption_case=weighted(rng, {"as is": 0.75, "upper": 0.17, "title": 0.05, "lower": 0.03}),
        heading_case=weighted(rng, {"as is": 0.7, "upper": 0.3}),
        heading_bar=weighted(rng, {"none": 0.6, "rule": 0.12, "fill": 0.16, "dark": 0.12}),
        box=pick(rng, (0.3, 0.5, 0.5, 0.75, 1.0, 1.5)),
        rule_gray=pick(rng, (0.0, 0.0, 0.0, 0.4, 0.7)),
        fill=pick(rng, (0.95, 0.92, 0.9, 0.85, 0.8, 0.75)),
        pad=between(rng, 1.5, 6.0),
    )  # fmt: skip
