"""Names of people in a line: behind a caption or title, or a common first name beside another capitalised word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

_CAPITAL = "A-ZÀ-ŽĄĆĘŁŃÓŚŹŻŠŽČŘ"
_WHOSE = re.compile(
    r"(?<!\w)(?:contact(?:\s+(?:person|details))?|attn|attention|(?:issued|prepared|ordered|approved|signed|authori[sz]ed)\s+by|"
    r"approval|acknowledged|purchaser|requested\s+by|requisitioner|sales\s+rep(?:resentative)?|account\s+manager|ceo|mr|mrs|ms|"
    r"z\.?\s?hd\.?|ansprechpartner(?:in)?|(?:sach)?bearbeiter(?:in)?|einkäufer(?:in)?|vertreter(?:in)?|unterschrift|"
    r"geschäftsführer(?:in)?|vorstand|prokurist(?:in)?|ausgestellt\s+von|herrn?|frau|"
    r"osoba\s+kontaktowa|kontakt|wystawił\w*|zamawiając\w+|sporządził\w*|zatwierdził\w*|przedstawiciel(?:\s+handlowy)?|"
    r"handlowiec|opiekun|kierownik|dyrektor|prezes(?:\s+zarządu)?|wspólnik|podpis|pan|pani|"
    r"interlocuteur|acheteur|gestionnaire|établi\s+par|suivi\s+par|signature|gérante?|mme|"
    r"contacto|comprador(?:a)?|atendido\s+por|firma|sra?|d\.ª|referente|contatto|compilato\s+da|amministratore|sig(?:\.ra)?|"
    r"contactpersoon|inkoper|opgesteld\s+door|dhr|mevr|vyřizuje|vystavil\w*|jednatel|nákupčí|kontaktní\s+osoba|schválil\w*)"
    r"(?!\w)\.?\s*[:/]?\s*",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?:[{_CAPITAL}][\w'À-ž.-]*\s?){{1,4}}")
_WORD = re.compile(r"[^\W\d_][\w'À-ž-]*")


def names(line: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each name."""
    for found in _WHOSE.finditer(line):
        named = _NAME.match(line, found.end())
        if named is not None and len(named[0].strip()) > 2:
            yield named.start(), named.start() + len(named[0].rstrip())
    words = list(_WORD.finditer(line))
    for first, second in pairwise(words):
        beside = line[first.end() : second.start()] in (" ", "  ", ", ")
        if beside and first[0][0].isupper() and second[0][0].isupper():
            either = first[0].casefold(), second[0].casefold()
            # Two words: "Jan 2026" is a month, and alone many first names mean something else.
            if any(one in _first_names() for one in either) and min(map(len, either)) > 1:
                yield first.start(), second.end()


@cache
def _first_names() -> frozenset[str]:
    """Common first names of the eight countries, as the generator of training documents has them."""
    text = (files("data") / "generate/world/words/people.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line]
    return frozenset(name.casefold() for row in rows if row[1] in ("male", "female") for name in row[2].split("|"))
