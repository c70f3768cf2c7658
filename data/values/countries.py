"""Countries that a document speaks of: VAT ids, IBANs, telephone prefixes, postal codes, names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_IBAN_OR_VAT = re.compile(
    r"\b(AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)"
    r"(?:[0-9]{2}\s?[0-9A-Z]{4}\s?[0-9A-Z]{4}\s?[0-9]|U?[0-9]{8,12}(?![0-9]))"
)
_PHONE = re.compile(
    r"(?:\+\s?|(?<![0-9.,])00(?=[1-9]))\(?(35[0-9]|37[0-9]|38[0-9]|42[0-3]|1|2[07]|3[0-4]|36|39|4[0-9]|5[1-8]|6[0-6]|7|8[1246]|9[0-58])\)?"
    r"[\s./()-]{0,2}[0-9(]"
)
_PREFIX = {
    "48": "PL", "49": "DE", "33": "FR", "34": "ES", "39": "IT", "31": "NL", "420": "CZ", "44": "GB", "1": "US",
    "43": "AT", "41": "CH", "32": "BE", "352": "LU", "421": "SK", "353": "IE", "351": "PT", "45": "DK", "46": "SE",
    "47": "NO", "358": "FI", "36": "HU", "40": "RO", "61": "AU", "64": "NZ", "91": "IN", "86": "CN", "81": "JP",
    "52": "MX", "385": "HR", "386": "SI", "370": "LT", "371": "LV", "372": "EE", "30": "GR", "359": "BG",
}  # fmt: skip
_STATES = (
    "AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY"
).replace(" ", "|")
_US_ZIP = re.compile(rf"(?<=[a-z,] )(?:{_STATES})\.?,?\s+[0-9]{{5}}(?:-[0-9]{{4}})?\b")
_UK_POST = re.compile(r"\b(?:GIR 0AA|[A-PR-UWYZ][A-HJ-Y]?[0-9][0-9A-HJKPSTUW]? [0-9][ABD-HJLNP-UW-Z]{2})\b")
_CA_POST = re.compile(r"\b[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]\b")
_PL_POST = re.compile(r"(?<![0-9-])[0-9]{2}-[0-9]{3}\s+[A-ZĄĆĘŁŃÓŚŹŻ]")
_NL_POST = re.compile(r"\b[1-9][0-9]{3} [A-RT-Z][A-Z]\s+[A-Z]")
_CZ_POST = re.compile(r"(?<![0-9])[1-7][0-9]{2} [0-9]{2}\s+[A-ZČŘŠŽÚ][a-zá-ž]")
_ABN = re.compile(r"\b(?:ABN|ACN):?\s?[0-9]{2,3} ?[0-9]{3} ?[0-9]{3}")
_LETTER_POST = re.compile(r"\b(D|A|CH|F|B|L|PL|CZ|I|E|NL)-[0-9]{4,5}\b")
_LETTERS = {"D": "DE", "A": "AT", "CH": "CH", "F": "FR", "B": "BE", "L": "LU", "PL": "PL", "CZ": "CZ", "I": "IT",
            "E": "ES", "NL": "NL"}  # fmt: skip
_NAMES: dict[str, str] = {
    "PL": "Polska|Poland|Polen|Pologne|Polonia|Polsko", "DE": "Deutschland|Germany|Niemcy|Allemagne|Alemania|Germania|"
    "Duitsland|Německo", "FR": "France|Frankreich|Francja|Francia|Frankrijk|Francie",
    "ES": "España|Spain|Spanien|Hiszpania|Espagne|Spagna|Spanje|Španělsko",
    "IT": "Italia|Italy|Italien|Włochy|Italie|Italië|Itálie",
    "NL": "Nederland|Netherlands|The Netherlands|Niederlande|Holandia|Pays-Bas|Paesi Bassi|Nizozemsko",
    "CZ": "Česká republika|Czech Republic|Czechia|Tschechien|Czechy|Česko|Tchéquie|Chequia|Tsjechië",
    "GB": "United Kingdom|England|Scotland|Wales|Great Britain|UK", "US": "USA|United States|U.S.A.",
    "AT": "Österreich|Austria|Autriche", "CH": "Schweiz|Suisse|Svizzera|Switzerland|Szwajcaria",
    "BE": "Belgique|België|Belgium|Belgien|Belgia", "IE": "Ireland|Irland|Irlande", "CA": "Canada|Kanada",
    "AU": "Australia|Australien", "SE": "Sverige|Sweden|Schweden", "DK": "Danmark|Denmark|Dänemark",
    "NO": "Norge|Norway|Norwegen", "IN": "India",
}  # fmt: skip
_OF_NAME = {name: code for code, names in _NAMES.items() for name in names.split("|")}
_NAME = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, _OF_NAME), key=len, reverse=True))})(?![^\W_])")


def find(texts: Sequence[str]) -> tuple[str, ...]:
    """ISO 3166 codes of the countries that words in reading order point to, the best supported first."""
    text = " ".join(texts)
    votes: Counter[str] = Counter()
    for code in _IBAN_OR_VAT.findall(text):
        votes[code] += 3
    canadian = bool(_CA_POST.search(text))
    for prefix in _PHONE.findall(text):
        if prefix in _PREFIX and not (prefix == "1" and canadian):
            votes[_PREFIX[prefix]] += 2
    votes["AU"] += 3 * len(_ABN.findall(text))
    for letters in _LETTER_POST.findall(text):
        votes[_LETTERS[letters]] += 2
    for code, pattern in (("US", _US_ZIP), ("GB", _UK_POST), ("CA", _CA_POST), ("PL", _PL_POST), ("NL", _NL_POST),
                          ("CZ", _CZ_POST)):  # fmt: skip
        votes[code] += 2 * len(pattern.findall(text))
    for name in _NAME.findall(text):
        votes[_OF_NAME[name]] += 2
    return tuple(code for code, n in votes.most_common() if n)
