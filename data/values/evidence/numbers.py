"""Votes for the decimal sign from the shapes of the numbers on a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from data.values.evidence import Row, Vote
from data.values.evidence.products import additions, products

_CAPITAL = re.compile(r"kapit|capit|^\(?(?:cap|soc)\.", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:heure|uhrzeit|zeit|time|godz|hora|ora|ore|tijd|\u010das)\w*[.:]*$")
_NUMBERISH = re.compile(
    r"^[^\w.,]{0,2}(?:[A-Z€$£¥]{1,3}\s?)?[-+(]?[.,]?[0-9][0-9.,'\u2019 ]*[0-9]\)?-?\s?[^\d\s]{0,5}$"
)
_BOTH = re.compile(r"[0-9]([.,])[0-9]{3}(?:\1[0-9]{3})*([.,])[0-9]+")
_SINGLE = re.compile(r"(?<![0-9.,])([0-9]+)([.,])([0-9]+)(?![0-9.,])")
_REPEATED = re.compile(r"(?<![0-9.,])[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+(?![0-9.,])")
_APOSTROPHE = re.compile(r"[0-9]['\u2019][0-9]{3}([.,])[0-9]{2}(?![0-9])")
_DATE_HINT = re.compile(r"[0-9]{1,4}[./-]\s?[0-9]{1,2}[./-]\s?[0-9]{2,4}")


def decimal_votes(rows: Sequence[Row]) -> list[Vote]:
    """Votes for "." or "," from the shape of every number and, for open ones, from products and sums."""
    votes: list[Vote] = []
    open_rows: list[Row] = []
    for row in rows:
        shaped = [_in_context(row, i, vote) for i, text in enumerate(row) if (vote := shape(text)) is not None]
        votes += shaped
        if any(v.ambiguous for v in shaped):
            open_rows.append(row)
    if not open_rows:
        return votes
    signs = {text: vote.choice for row in open_rows for text in row if (vote := shape(text)) is not None}
    proven = [vote for row in open_rows for vote in products(row, signs)]
    return [*votes, *proven, *additions(rows), *_thousandths(rows, open_rows)]


def _thousandths(rows: Sequence[Row], open_rows: Sequence[Row]) -> list[Vote]:
    """Quantities that are all printed as 17,000 or 80,470 rather have three decimals: in a column of grouped thousands
    some would be below a thousand.

    Too little to go against the custom of a language (German "1.000" and "5.000" are thousands), so the vote is weak.
    """
    cells = [(text, row[i + 1] if i + 1 < len(row) else "") for row in open_rows for i, text in enumerate(row)]
    found = [(text, after) for text, after in cells if (vote := shape(text)) is not None and vote.ambiguous]
    signs = {sign for text, _ in found for sign in ".," if sign in text}
    if len(found) < 3 or len(signs) != 1:
        return []
    units = {after for _, after in found if after[:1].isalpha()}
    if any(row[i].isdigit() and row[i + 1] in units for row in rows for i in range(len(row) - 1)):
        return []  # the column has plain numbers too: "500 pcs" beside "1,000 pcs"
    sign = signs.pop()
    why = f"all {len(found)} open numbers have three digits behind {sign!r}"
    return [Vote(sign, min(0.2 * len(found), 1.0), why, weak=True)]


def _in_context(row: Row, i: int, vote: Vote) -> Vote:
    """A number in running text ("coat of 2.50 mm thickness") says less about amounts than one in a column, and the
    capital in a printed letterhead next to nothing: another program set it."""
    before, after = row[i - 1] if i else "", row[i + 1] if i + 1 < len(row) else ""
    if vote.choice and _CLOCK.search(before.casefold()):
        return Vote(vote.choice, vote.weight * 0.2, vote.why, vote.ambiguous)
    if vote.choice and any(_CAPITAL.search(word) for word in row[max(0, i - 4) : i]):
        return Vote(vote.choice, vote.weight * 0.2, vote.why, vote.ambiguous)
    if len(before) > 2 and len(after) > 1 and before.isalpha() and before.islower() and after.isalpha() and vote.choice:
        return Vote(vote.choice, vote.weight * 0.4, vote.why, vote.ambiguous)
    return vote


@lru_cache(maxsize=16384)
def shape(text: str) -> Vote | None:
    """The vote of one number by its shape, None for what is no number or says nothing."""
    if not any(c in text for c in ".,") or not _NUMBERISH.match(text) or _DATE_HINT.search(text):
        return None
    if m := _APOSTROPHE.search(text):
        return Vote(m.group(1), 2.0, f"{text}: apostrophe groups, {m.group(1)!r} before two digits")
    if m := _BOTH.search(text):
        if m.group(1) != m.group(2):
            return Vote(m.group(2), 2.0, f"{text}: {m.group(1)!r} groups, {m.group(2)!r} is last")
        return None
    if m := _REPEATED.search(text):
        other = "," if m.group(1) == "." else "."
        return Vote(other, 1.0, f"{text}: {m.group(1)!r} stands twice, so it groups")
    m = _SINGLE.search(text)
    if m is None:
        return None
    whole, sign, rest = m.groups()
    if len(rest) == 3 and len(whole) <= 3 and whole[0] != "0":
        return Vote("", 0.0, f"{text} is open", ambiguous=True)
    if len(rest) == 2:
        return Vote(sign, 1.0, f"{text}: two digits behind {sign!r}")
    # One digit behind a point is as often a position (1.2) as a number, four are a steel (1.4301) or a long price.
    return Vote(sign, 0.25 if len(rest) == 1 else 0.5, f"{text}: {len(rest)} digits behind {sign!r}")
