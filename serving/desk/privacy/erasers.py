"""The places where documents and what they say may lie. Whoever keeps them elsewhere registers an eraser here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom to forget: everything that belongs to these orders, documents and mails."""

    names: tuple[str, ...]
    """Addresses and names as they were asked for and as they were found; compare without regard to case."""
    orders: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    """SHA-256 of documents that belong to nobody else."""
    shared: tuple[str, ...] = ()
    """SHA-256 of documents that another order, which is to stay, came with as well."""
    intakes: tuple[int, ...] = ()
    asides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """`number` things of one kind in one place."""

    place: str
    what: str
    number: int


Eraser = Callable[[Subject, bool], Sequence[Erased]]
"""Erases a subject, or only counts where the flag `dry` is set. Must be repeatable: an erasure may be run again."""

Witness = Callable[[Subject], Sequence[str]]
"""Models, as name and version, whose training saw documents of a subject."""

_erasers: dict[str, Eraser] = {}
_witnesses: dict[str, Witness] = {}


def register(place: str, eraser: Eraser) -> None:
    """Have `eraser` run with every erasure; one for a place, the last one counts."""
    _erasers[place] = eraser


def register_witness(place: str, witness: Witness) -> None:
    """Have `witness` asked which models saw a subject."""
    _witnesses[place] = witness


def registered() -> dict[str, Eraser]:
    return dict(_erasers)


def models_that_saw(subject: Subject) -> tuple[str, ...]:
    """Models that were trained on documents of the subject, as far as witnesses know."""
    return tuple(sorted({model for witness in _witnesses.values() for model in witness(subject)}))
