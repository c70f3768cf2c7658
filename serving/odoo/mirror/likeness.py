"""Search by words, the same on SQLite and PostgreSQL: rare words first, sums of their weights, misspelt ones repaired.

Ranking is by inverse document frequency; whoever asks compares the few that come back letter by letter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import sqlalchemy as sa
from rapidfuzz import fuzz, process

from serving.odoo.mirror import keys
from serving.odoo.mirror.tables import COUNT, TABLES, WORD

MAX_POSTINGS = 3_000
"""Entries of the word index looked at in one search; commoner words are left out beyond it."""
SIMILAR = 80
"""Least likeness (0 to 100) of a word that stands in for one that nobody has."""
_MAX_WORDS = 24


def search(connection: sa.Connection, kind: str, text: str, limit: int) -> list[int]:
    """Ids of the records whose words share most with `text`, best first."""
    wanted = sorted(keys.words(text), key=lambda w: (-len(w), w))[:_MAX_WORDS]
    if not wanted:
        return []
    counts = _counts(connection, kind, wanted)
    for word in wanted:
        if word not in counts and len(word) > 3:
            counts |= _counts(connection, kind, _near(connection, kind, word))
    rare: list[tuple[str, int]] = []
    looked = 0
    for word, n in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        if rare and looked + n > MAX_POSTINGS:
            break
        rare.append((word, n))
        looked += n
    if not rare:
        return []
    total = connection.execute(sa.select(sa.func.count()).select_from(TABLES[kind][1])).scalar_one()
    weight = sa.case(*((WORD.c.word == w, math.log(1 + total / n)) for w, n in rare), else_=0.0)
    found = sa.select(WORD.c.id).where(WORD.c.kind == kind, WORD.c.word.in_([w for w, _ in rare])).group_by(WORD.c.id)
    return list(connection.execute(found.order_by(sa.func.sum(weight).desc(), WORD.c.id).limit(limit)).scalars())


def _counts(connection: sa.Connection, kind: str, words: Sequence[str]) -> dict[str, int]:
    if not words:
        return {}
    statement = sa.select(COUNT.c.word, COUNT.c.n).where(COUNT.c.kind == kind, COUNT.c.word.in_(words))
    return {row.word: row.n for row in connection.execute(statement)}


def _near(connection: sa.Connection, kind: str, word: str) -> list[str]:
    """Words of the index like a misspelt one: among those with the same beginning or the same end of the alphabet."""
    range_ = (COUNT.c.word >= word[:2], COUNT.c.word < word[:2] + "\uffff")
    known = connection.execute(sa.select(COUNT.c.word).where(COUNT.c.kind == kind, *range_)).scalars().all()
    return [w for w, _, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=SIMILAR, limit=4)]
