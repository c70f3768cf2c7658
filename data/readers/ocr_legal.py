"""Legal forms that recognition took for figures: "z 0.0." is "z o.o.", "$.A." is "S.A.".

No legal form has a figure or a currency sign in it, and no figure is set between dots like these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.schema import Word

_FORMS = ("o.o.", "s.r.o.", "d.o.o.", "S.A.", "S.L.", "S.L.U.", "S.p.A.", "S.r.l.", "S.A.S.", "S.a.s.", "S.C.", "a.s.",
          "v.o.s.", "sp.j.", "spol.", "S.A.U.", "S.à.r.l.", "B.V.")  # fmt: skip
_LOOKS = str.maketrans({"0": "o", "5": "s", "$": "s", "1": "l", "|": "l", "8": "b", "9": "g"})
_KNOWN = {form.casefold(): form for form in reversed(_FORMS)}


def mend_legal_forms(words: Sequence[Word]) -> list[Word]:
    """`words` in reading order, legal forms with figures in them set right."""
    out = list(words)
    for k, word in enumerate(words):
        text = word.text
        folded = text.translate(_LOOKS)
        if folded == text or text.count(".") < 2 or folded.casefold() not in _KNOWN:
            continue
        letters = [c for c in text if c.isalpha()]
        if not letters and not (k and words[k - 1].text.rstrip(".").casefold() in ("z", "sp", "d")):
            continue  # nothing but figures: a form only after what goes before this one
        form = _KNOWN[folded.casefold()]
        out[k] = replace(word, text=form.upper() if letters and all(c.isupper() for c in letters) else form)
    return out
