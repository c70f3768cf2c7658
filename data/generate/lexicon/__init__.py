"""What order forms print, in eight languages: captions, units, terms and free text.

Everything is drawn from the `random.Random` that is passed in, so a seed always gives the same text.
"""

from data.generate.lexicon.captions import KEYS, LANGS, caption, captions
from data.generate.lexicon.texts import PHRASE_KINDS, delivery_terms, payment_terms, phrase
from data.generate.lexicon.units import unit_text

__all__ = [
    "KEYS", "LANGS", "PHRASE_KINDS", "caption", "captions", "delivery_terms", "payment_terms", "phrase", "unit_text",
]  # fmt: skip
