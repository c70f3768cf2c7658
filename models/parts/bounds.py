"""Where a document begins within a file. Conservative: an order torn apart is worse than two orders left together.

A page begins a document when it shows a document's opening (number, date, parties) whose number is another than that
of the pages before, which it does not mention; never when it says to be page 2 or later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from models.parts.facts import NUMBERS, PageFacts, alike

HINT = 3
"""Opening fields that make a page worth reading on its own."""
NUMBERED, UNNUMBERED = 5, 7
"""Opening fields of a page that begins a document: with a number of its own, and without a number that was read."""
SHORT = 4
"""Letters and digits from which a number is told from any other text of the page."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What was decided about the pages of a file."""

    begins: tuple[int, ...]
    """0-based pages on which a document begins; the first always does."""
    doubtful: tuple[int, ...] = ()
    """Pages that look like the beginning of another document, with too little to tell it by."""
    annexes: tuple[int, ...] = ()
    """Pages that are no part of the document before them: terms, drawings, certificates."""


def find_bounds(pages: Sequence[PageFacts], alone: Callable[[int], PageFacts]) -> Bounds:
    """Decide page by page.

    Args:
        pages: facts of each page as read with all others.
        alone: facts of a page read as if it were a document of its own; asked for pages in doubt only.
    """
    if not pages:
        return Bounds(())
    begins, doubtful, annexes = [0], [], []
    number = _own(pages[0])
    read: dict[int, PageFacts] = {}
    for k in range(1, len(pages)):
        if number is None and (mine := _own(pages[k])) is not None and pages[k].opening < NUMBERED:
            number = mine  # a cover page came first
        if not _may_begin(pages[k], number):
            if _may_be_annex(pages[k], number) and alone(k).kind == "other":
                annexes.append(k)
            continue
        misread = number is not None and pages[k].recognised and _nearly_mentions(pages[k], number[1])
        for page in (begins[-1], k):
            if page not in read:
                read[page] = alone(page)
        if not misread and _begins(read[k], read[begins[-1]], number):
            begins.append(k)
            number = _own(read[k])
        elif read[k].kind == "other" and _may_be_annex(pages[k], number):
            annexes.append(k)
        elif _looks_new(read[k], number) and any(page.totals for page in pages[begins[-1] : k]):
            doubtful.append(k)
    return Bounds(tuple(begins), tuple(doubtful), tuple(annexes))


def _own(facts: PageFacts) -> tuple[str, str] | None:
    """The document's own number: which one it is, and its value."""
    return next(((name, facts.numbers[name]) for name in NUMBERS if name in facts.numbers), None)


def _may_begin(facts: PageFacts, number: tuple[str, str] | None) -> bool:
    if facts.opening < HINT or (facts.printed is not None and facts.printed[0] > 1):
        return False
    return number is None or not _mentions(facts, number[1])


def _may_be_annex(facts: PageFacts, number: tuple[str, str] | None) -> bool:
    """True for a page without items and totals that does not mention the document's number."""
    return not (facts.items or facts.totals or number is None or _mentions(facts, number[1]))


def _mentions(facts: PageFacts, number: str) -> bool:
    wanted = alike(number)
    return len(wanted) < SHORT or wanted in facts.letters


def _nearly_mentions(facts: PageFacts, number: str) -> bool:
    """True where the page prints the number but for a character that recognition may have taken for another."""
    wanted = alike(number)
    return fuzz.partial_ratio(wanted, facts.letters) >= 100 * (1 - 1.5 / max(len(wanted), 1))


def _begins(facts: PageFacts, first: PageFacts, number: tuple[str, str] | None) -> bool:
    says_one = facts.printed is not None and facts.printed[0] == 1
    if number is None:  # nothing but the page numbers tells two documents without a number apart
        counted = says_one and first.printed is not None and first.printed[0] == 1
        return counted and facts.opening >= NUMBERED and facts.dated
    if facts.kind not in ("", "other", first.kind) and first.kind and facts.parties and facts.dated:
        return facts.opening >= NUMBERED
    if _has_another(facts, number):
        known = facts.parties or (facts.dated and (says_one or facts.opening >= UNNUMBERED))
        return known and facts.opening >= NUMBERED - says_one
    return (facts.parties or (says_one and facts.dated)) and facts.opening >= UNNUMBERED + (not facts.dated)


def _has_another(facts: PageFacts, number: tuple[str, str]) -> bool:
    """True for a number of the page's own beside which `number` is another one.

    An invoice may name many orders, one a page; its own number is on all of its pages or on the first alone.
    """
    mine = _own(facts)
    return (
        mine is not None and NUMBERS.index(mine[0]) <= NUMBERS.index(number[0]) and alike(mine[1]) != alike(number[1])
    )


def _looks_new(facts: PageFacts, number: tuple[str, str] | None) -> bool:
    if facts.kind == "other":
        return False
    if number is not None and _has_another(facts, number):
        return facts.opening >= NUMBERED
    return facts.opening >= UNNUMBERED and facts.parties
