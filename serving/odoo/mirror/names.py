"""Company names without what varies: legal forms, punctuation, accents; and e-mail addresses with their domains."""

from __future__ import annotations

import re
from functools import lru_cache

from data.values.text import clean, without_accents
from serving.odoo.mirror.freemail import FREE_MAIL

_FORMS: dict[str, str] = {
    "GmbH": "gmbh; gesellschaft mit beschrankter haftung; gesellschaft mbh; ges mbh; mbh",
    "GmbH & Co. KG": "gmbh co kg; gmbh u co kg; gmbh und co kg; gmbh cie kg",
    "AG": "ag; aktiengesellschaft", "AG & Co. KG": "ag co kg", "SE": "se", "UG": "ug haftungsbeschrankt; ug",
    "KG": "kg; co kg", "KGaA": "kgaa", "OHG": "ohg", "GbR": "gbr", "e.K.": "ek; ekfm; ekfr", "e.V.": "ev",
    "eG": "eg", "Sp. z o.o.": "sp zoo; sp z oo; spzoo; spolka zoo; spolka z oo; "
    "spolka z ograniczona odpowiedzialnoscia",
    "S.A.": "sa; spolka akcyjna; sociedad anonima; societe anonyme; sociedade anonima",
    "sp.j.": "spj; sp j; spolka jawna", "sp.k.": "spk; sp k; spolka komandytowa", "s.c.": "sc; spolka cywilna",
    "P.S.A.": "psa; prosta spolka akcyjna", "Ltd": "ltd; limited", "PLC": "plc", "LLP": "llp",
    "LLC": "llc", "Inc": "inc; incorporated", "Corp": "corp; corporation", "Co": "co; company",
    "Pty Ltd": "pty ltd; pty limited", "SARL": "sarl; societe a responsabilite limitee", "SAS": "sas",
    "SASU": "sasu", "EURL": "eurl", "SNC": "snc", "SCOP": "scop", "S.L.": "sl; sociedad limitada", "S.L.U.": "slu",
    "S.A.U.": "sau", "S.r.l.": "srl; societa a responsabilita limitata", "S.r.l.s.": "srls",
    "S.p.A.": "spa; societa per azioni", "S.a.s.": "societa in accomandita semplice",
    "S. de R.L.": "s de rl de cv; s de rl",
    "S.A. de C.V.": "sa de cv", "B.V.": "bv; besloten vennootschap", "N.V.": "nv", "VOF": "vof", "CV": "cv",
    "BVBA": "bvba", "s.r.o.": "sro; spol sro; spolecnost s rucenim omezenym", "a.s.": "as; akciova spolecnost",
    "v.o.s.": "vos", "Kft": "kft", "Zrt": "zrt", "Nyrt": "nyrt", "d.o.o.": "doo", "d.d.": "dd", "Oy": "oy; oyj",
    "AB": "ab", "ApS": "aps", "Lda": "lda", "UAB": "uab", "SIA": "sia", "OU": "ou",
}  # fmt: skip
_FORM_OF = {tuple(spelling.split()): form for form, spellings in _FORMS.items() for spelling in spellings.split("; ")}
_LONGEST = max(map(len, _FORM_OF))
_TOKEN = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"\b(?:[a-z](?:\s*\.\s*|\s+)){1,}[a-z]\b\.?")


@lru_cache(maxsize=16384)
def tokens(name: str) -> tuple[str, ...]:
    """Words of a name; initials with dots or spaces are one word: "S.p.A." is ("spa",), "Sp. z o.o." ("sp", "zoo")."""
    plain = without_accents(clean(name)).replace("&", " ").replace("+", " ").replace("'", "").replace("\u2019", "")
    plain = _INITIALS.sub(lambda m: re.sub(r"[\s.]", "", m.group()) + " ", plain)
    return tuple(_TOKEN.findall(plain))


@lru_cache(maxsize=16384)
def stem(name: str) -> tuple[str, str | None]:
    """(name without legal form, the form): "Müller GmbH & Co. KG" is ("muller", "GmbH & Co. KG").

    Forms may follow each other ("Sp. z o.o. sp.k."). A name that is nothing but a form keeps it.
    """
    words = list(tokens(name))
    forms: list[str] = []
    while found := next((n for n in range(min(_LONGEST, len(words) - 1), 0, -1) if tuple(words[-n:]) in _FORM_OF), 0):
        forms.insert(0, _FORM_OF[tuple(words[-found:])])
        words = words[:-found]
    return " ".join(words), " ".join(forms) or None


def domain(email: str) -> str | None:
    """The domain of an e-mail address, in small letters; None for free mail and for what is no address."""
    name, _, host = email.strip().strip("<>").rpartition("@")
    host = host.lower().rstrip(".")
    return host if name and "." in host and host not in FREE_MAIL else None


_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")


def emails(text: str | None) -> tuple[str, ...]:
    """All addresses of a field, in small letters: Odoo's may hold several."""
    return tuple(dict.fromkeys(m.lower() for m in _EMAIL.findall(text or "")))
