"""Runs an erasure in all places and says what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from serving.desk.privacy import erasers, store
from serving.desk.privacy.erasers import Erased, Eraser, Subject
from serving.desk.store import Store


@dataclass(frozen=True, slots=True)
class Report:
    """What was erased (`dry`: would be), what is left, which models were trained on it. Repeats no name."""

    dry: bool
    orders: int
    erased: tuple[Erased, ...]
    left: tuple[str, ...]
    models: tuple[str, ...]
    failed: tuple[str, ...] = ()
    """Places that could not be erased; run the erasure again."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


def erase(
    desk: Store, subject: Subject, by: str, *, dry: bool = False, more: Mapping[str, Eraser] | None = None
) -> Report:
    """Erase a subject in every registered place and those in `more`, then in the desk itself.

    The desk comes last: as long as a place has failed, the subject can be found again there.
    """
    models = erasers.models_that_saw(subject)
    erased: list[Erased] = []
    failed: list[str] = []
    for place, eraser in (erasers.registered() | dict(more or {})).items():
        try:
            erased += eraser(subject, dry)
        except Exception as error:
            failed.append(f"{place}: {type(error).__name__}")
    left = store.left(desk, subject)
    if failed:
        left = [*left, "Nothing was erased in the desk itself, so that the erasure can be run again."]
    elif dry:
        erased += store.count(desk, subject)
    else:
        erased += store.erase(desk, subject, by)
        store.sweep(desk)
    return Report(dry, len(subject.orders), tuple(erased), tuple(left), models, tuple(failed))
