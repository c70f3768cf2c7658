"""Names made of ordinary words: what firms, streets and towns are often called, and no list of names holds.

The words are those of the lexicon, captions among them ("Kunden AG Mitte", "Au bon service"): a name is
known by where it stands and what stands around it, not by its words.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

from data.generate.draw import pick
from data.generate.lexicon import KEYS, LANGS, PHRASE_KINDS, captions
from data.generate.lexicon.texts import sentences
from data.generate.world.split import Split, part, table

_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{3,13}(?![^\W\d_])")
_LEAD = {
    "de": ("Die", "Der", "Das", "Zum", "Zur", "Am", "Im", "Bei"), "fr": ("Au", "Aux", "Le", "La", "Les", "Chez"),
    "en": ("The", "The", "My", "All"), "es": ("El", "La", "Los", "Las", "Casa"), "it": ("Il", "La", "Al", "I", "Da"),
    "nl": ("De", "Het", "'t", "In de"), "pl": ("Pod", "Nowa", "Dom"), "cs": ("U", "Na", "Pod"),
}  # fmt: skip
_JOIN = {"de": ("und", "&", "für"), "fr": ("et", "de", "&", "du"), "en": ("and", "of", "&", "for"), "es": ("y", "de"),
         "it": ("e", "di", "&"), "nl": ("en", "van", "&"), "pl": ("i", "dla"), "cs": ("a", "pro")}  # fmt: skip
_STREET = {
    "de": ("{l}straße", "{l}str.", "{l}weg", "{W}-Straße", "Am {W}", "{l}allee", "{l}platz", "{l}gasse", "{W} Straße"),
    "fr": ("rue de la {w}", "rue du {w}", "avenue {W}", "impasse {W}", "place de {w}", "chemin de {w}", "RUE {U}"),
    "en": ("{W} Street", "{W} Road", "{W} Ave", "{W} Lane", "{W} Way", "{W} Park", "{W} St"),
    "es": ("Calle {W}", "C/ {W}", "Avda. {W}", "Plaza {W}", "Pol. Ind. {W}"),
    "it": ("Via {W}", "Via della {W}", "Viale {W}", "Piazza {W}", "Corso {W}"),
    "nl": ("{l}straat", "{l}weg", "{l}laan", "{l}kade", "{l}plein"),
    "pl": ("{W}",),
    "cs": ("{W}", "Na {W}", "{W} náměstí"),
}
_TOWN = {
    "de": ("stadt", "hausen", "dorf", "berg", "feld", "heim", "burg"), "fr": ("ville", "-sur-Mer", "court"),
    "en": ("ton", " City", "ville", "ford", " Park"), "es": (" del Mar", " de Arriba", " la Real"),
    "it": (" di Sopra", " Marina", " Terme"), "nl": ("dam", "dorp", "wijk", "veen"), "pl": ("owo", "ów", "ice"),
    "cs": ("ov", "ice", "ín"),
}  # fmt: skip


@cache
def _pool(lang: str, split: Split) -> tuple[str, ...]:
    texts = [c for key in KEYS for c in captions(key, lang)]
    texts += [s for kind in PHRASE_KINDS for s in sentences(lang).get(kind, ())]
    texts += [w for kind in ("trade", "field") for w in table("trade")[lang, kind]]
    found = {w.casefold() for text in texts for w in _WORD.findall(re.sub(r"\{[^}]*\}", " ", text))}
    return part(sorted(found), split)


def word(rng: Random, culture: str, split: Split) -> str:
    """An ordinary word, in lower case."""
    return pick(rng, _pool(culture if culture in LANGS else "en", split))


def name(rng: Random, culture: str, split: Split, place: str) -> str:
    """A firm's name of one to four ordinary words, without legal form."""
    lang = culture if culture in LANGS else "en"
    parts = [word(rng, lang, split) for _ in range(pick(rng, (1, 1, 2, 2, 2, 3)))]
    x = rng.random()
    if x < 0.16 and len(parts) == 2:
        text = "-".join(p.capitalize() for p in parts)
    elif x < 0.34 and len(parts) > 1:
        text = f"{' '.join(p.capitalize() for p in parts[:-1])} {pick(rng, _JOIN[lang])} {parts[-1].capitalize()}"
    elif x < 0.5:
        text = " ".join([parts[0].capitalize(), *parts[1:]])
    else:
        text = " ".join(p.capitalize() for p in parts)
    if rng.random() < 0.22:
        lead = pick(rng, _LEAD[lang])
        text = f"{lead} {text if rng.random() < 0.6 else text.lower()}"
    if rng.random() < 0.12:
        text += f" {place}"
    return text


def street(rng: Random, culture: str, split: Split) -> str:
    """A street named after an ordinary word, without its number."""
    lang = culture if culture in LANGS else "en"
    w = word(rng, lang, split)
    shape = pick(rng, _STREET[lang])
    return shape.format(w=w, W=w.capitalize(), U=w.upper(), l=w.capitalize())


def town(rng: Random, culture: str, split: Split) -> str:
    """A town whose name is an ordinary word with an ending."""
    lang = culture if culture in LANGS else "en"
    return word(rng, lang, split).capitalize() + pick(rng, _TOWN[lang])
