"""Currencies as printed (symbol, name, code, in eight languages) to ISO 4217."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from data.schema import Document, Word
from data.values.text import clean, without_accents

_CODES = (
    "EUR USD GBP PLN CZK CHF SEK NOK DKK HUF RON BGN HRK ISK TRY JPY CNY CAD AUD NZD INR BRL ZAR MXN AED SAR SGD HKD "
    "ILS UAH RUB KRW THB TWD MYR IDR PHP CLP COP ARS MAD TND RSD BAM DEM ATS NLG BEF FRF"
)
CODES = frozenset(_CODES.split())
"""Codes that are recognised; old and exotic ones are left out because ALL, TOP or PEN are words."""

SYMBOLS: dict[str, str] = {
    "€": "EUR", "£": "GBP", "zł": "PLN", "Kč": "CZK", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₩": "KRW",
    "₪": "ILS", "฿": "THB", "US$": "USD", "$US": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "$CAD": "CAD",
    "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "R$": "BRL", "MX$": "MXN", "Fr.": "CHF",
    "SFr.": "CHF", "sFr": "CHF", "Ft": "HUF", "₣": "CHF", "euro": "EUR", "Euro": "EUR",
    "EURO": "EUR", "euros": "EUR", "ZŁ": "PLN", "Zł": "PLN", "KČ": "CZK", "kč": "CZK",
}  # fmt: skip
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "$": ("USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD", "CLP", "COP", "ARS"),
    "¥": ("JPY", "CNY"),
    "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK", "SEK", "NOK", "ISK"), "Fr": ("CHF",), "lei": ("RON",),
    "leu": ("RON",),
}  # fmt: skip
"""Signs of several currencies; the first stands where the document says no more ("kr" alone says nothing)."""

_NAMES: dict[str, str] = {
    "EUR": "euro|euros|eurow|eura|eur.",
    "USD": "us dollar|us dollars|us-dollar|dollar us|dollars us|dollar americain|dollars americains|dolar amerykanski|"
    "dolary amerykanskie|dolarow amerykanskich|dolar estadounidense|dolares estadounidenses|dollaro statunitense|"
    "dollari statunitensi|dollari usa|amerikaanse dollar|americky dolar|americke dolary|dolar usa|dolary usa",
    "GBP": "pound sterling|pounds sterling|british pound|british pounds|livre sterling|livres sterling|"
    "pfund sterling|britisches pfund|britische pfund|funt szterling|funt brytyjski|funty brytyjskie|"
    "libra esterlina|libras esterlinas|sterlina|sterline|lira sterlina|lire sterline|britse pond|britska libra",
    "PLN": "zloty|zlote|zlotych|zlotych polskich|polski zloty|polnische zloty|polnischer zloty|polish zloty|"
    "zloty polonais|zlotys|zl.",
    "CZK": "koruna ceska|korun ceskych|ceska koruna|ceske koruny|ceskych korun|czech koruna|czech crown|czech crowns|"
    "tschechische krone|tschechische kronen|korona czeska|korony czeskie|couronne tcheque|couronnes tcheques|"
    "corona checa|coronas checas|corona ceca|corone ceche|tsjechische kroon|koruny",
    "CHF": "schweizer franken|franken|franc suisse|francs suisses|swiss franc|swiss francs|franco svizzero|"
    "franchi svizzeri|franco suizo|francos suizos|frank szwajcarski|franki szwajcarskie|zwitserse frank|"
    "svycarsky frank|svycarske franky",
    "SEK": "swedish krona|swedish kronor|schwedische krone|schwedische kronen|korona szwedzka|svenska kronor|"
    "couronne suedoise|couronnes suedoises|corona sueca|corona svedese|zweedse kroon|svedska koruna",
    "NOK": "norwegian krone|norwegian kroner|norwegische krone|norwegische kronen|korona norweska|norske kroner|"
    "couronne norvegienne|corona noruega|corona norvegese|noorse kroon|norska koruna",
    "DKK": "danish krone|danish kroner|danische krone|danische kronen|korona dunska|danske kroner|"
    "couronne danoise|corona danesa|corona danese|deense kroon|danska koruna",
    "HUF": "forint|forints|hungarian forint|forinty|ungarische forint",
    "RON": "romanian leu|lei rumunski|rumanische leu",
    "JPY": "yen|japanese yen|jen japonski|yens",
    "CNY": "yuan|renminbi|rmb",
    "CAD": "canadian dollar|canadian dollars|dollar canadien|dollars canadiens|kanadische dollar|kanadischer dollar|"
    "dolar kanadyjski|dolar canadiense|dollaro canadese|canadese dollar|kanadsky dolar",
    "AUD": "australian dollar|australian dollars|australischer dollar|dolar australijski|dollar australien",
}  # fmt: skip
NAMES: dict[str, str] = {name: code for code, names in _NAMES.items() for name in names.split("|")}

_WRITTEN = {**SYMBOLS, **{s: c[0] for s, c in AMBIGUOUS.items()}}
_LETTERED = sorted((s for s in _WRITTEN if s[0].isalpha()), key=len, reverse=True)
_GLYPHED = sorted((s for s in _WRITTEN if not s[0].isalpha()), key=len, reverse=True)
_CODE = "|".join(sorted(CODES))
# A lettered sign must not be a piece of a word; a digit beside it is fine ("12zł", "EUR12").
MARK = re.compile(
    rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, _LETTERED))}|{_CODE})(?![^\W\d_])|{'|'.join(map(re.escape, _GLYPHED))}"
)
"""Every printed mark of a currency, case as printed."""
_LOOSE_MARK = re.compile(rf"(?<![^\W\d_])(?:{_CODE}|ZŁ|ZL|KČ|KC|SFR\.?)(?![^\W\d_])", re.IGNORECASE)
_LOOSE = {"ZŁ": "PLN", "ZL": "PLN", "KČ": "CZK", "KC": "CZK", "SFR": "CHF", "SFR.": "CHF"}
_NAME_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_FIRST_WORDS = frozenset(name.split(" ")[0] for name in NAMES)
_NUMERIC = re.compile(r"[0-9]")
_BESIDE_MARK = re.compile(
    r"^[^\w@]{0,3}$|^[^\w@]*[0-9][0-9.,'\u2019]*[^\w@]*(?:/.*)?$|^[^\W\d_]*+[^\w@]{1,3}(?:[^\W\d_]++[^\w@]{0,2}+)*+$"
)
_AMOUNT = re.compile(r"^[-+(]?[0-9][0-9.,' \u2019]*\)?[-*]?$")


def marks(text: str) -> list[str]:
    """ISO codes and bare ambiguous signs ("$", "kr") printed in `text`, in order."""
    return [_as_code(m.group()) for m in MARK.finditer(text)]


def _as_code(mark: str) -> str:
    if mark in AMBIGUOUS and len(AMBIGUOUS[mark]) > 1:
        return mark.rstrip(".")
    return mark if mark in CODES else _WRITTEN[mark]


def resolve(mark: str, evidence: Iterable[str] = ()) -> str | None:
    """The currency of an ambiguous sign, given currencies known to be on the document; "kr" alone is unknown."""
    choices = AMBIGUOUS.get(mark)
    if choices is None:
        return mark
    known = [code for code in evidence if code in choices]
    if known:
        return known[0]
    return None if mark == "kr" else choices[0]


@lru_cache(maxsize=1024)
def parse(text: str, default: str | None = None) -> str | None:
    """ISO 4217 code of a printed currency ("€", "(GBP)", "złotych", "12,50 EUR"), None when there is none.

    `default` is the currency of the document: it decides what "$" and "kr" are when it is one of theirs.
    Two different currencies in one text are no answer.
    """
    text = clean(text)
    found = {code for mark in marks(text) if (code := resolve(mark, (default,) if default else ())) is not None}
    if not found:
        found = {_LOOSE.get(m.upper(), m.upper()) for m in _LOOSE_MARK.findall(text)}
    if not found:
        plain = without_accents(text).strip(" .:;,()[]")
        name = NAMES.get(plain)
        found = {name} if name else set(_named(plain))
        if not found and plain in ("dollar", "dollars", "dolar", "dolary", "dollari", "dolares"):
            found = {resolve("$", (default,) if default else ()) or "USD"}
    return found.pop() if len(found) == 1 else None


_STATED = re.compile(
    r"^\W*(?:currency|curr?\W*$|waluta|waehrung|wahrung|devise|monnaie|moneda|divisa|valuta|mena)[a-z]{0,5}\W*$"
)
_TIMES = frozenset({"x", "X", "\u00d7", "*"})
_IN = frozenset({"in", "en", "w", "v"})
_CAPITAL = re.compile(r"kapit|capit|^\(?(?:cap|soc)\.", re.IGNORECASE)
NEAR_NUMBER, IN_BRACKETS, STATED, ALONE = 3, 4, 20, 1
"""Weights of a mark: beside a number, in brackets as in a
column title or behind "prices in", beside the word currency, elsewhere."""


def count(document: Document) -> Counter[str]:
    """Weight of each currency (or ambiguous sign) on the document.

    The same words around a mark count once, however many pages repeat them; the registered capital in a letterhead
    does not count.
    """
    votes: Counter[str] = Counter()
    seen: set[tuple[str, ...]] = set()
    for page in document.pages:
        words = page.words
        for i, word in enumerate(words):
            text = word.text
            if text.isdigit():
                continue
            for m in MARK.finditer(text):
                around = tuple(w.text for w in words[max(0, i - 3) : i + 2])
                if around in seen or not _BESIDE_MARK.match(text[: m.start()] + text[m.end() :]):
                    continue  # seen before; or a glyph inside broken text, a web address, a code
                seen.add(around)
                votes[_as_code(m.group())] += _weight(words, i)
    votes = Counter({mark: n for mark, n in votes.items() if n})
    return votes or _named(without_accents(" ".join(w.text for w in document.words)))


def _weight(words: Sequence[Word], i: int) -> int:
    text = words[i].text
    here = words[i].box
    if any(_CAPITAL.search(w.text) and abs(w.box.cy - here.cy) < here.height for w in words[max(0, i - 5) : i]):
        return 0
    before = [w.text for w in words[max(0, i - 3) : i]]
    if any(_STATED.match(without_accents(w)) for w in (*before, *(w.text for w in words[i + 1 : i + 3]))):
        return STATED
    titled = text[0] in "([" or text[-1] in ")]" or (before and before[-1].casefold() in _IN)
    if titled and not _NUMERIC.search(text):
        return IN_BRACKETS
    if _NUMERIC.search(text):
        return NEAR_NUMBER
    # A EUR pallet is 800 x 1200, and its size is no price.
    before_that, after_that = words[i - 2].text if i > 1 else "", words[i + 2].text if i + 2 < len(words) else ""
    near = (i and _AMOUNT.match(words[i - 1].text) and before_that not in _TIMES) or (
        i + 1 < len(words) and _AMOUNT.match(words[i + 1].text) and after_that not in _TIMES
    )
    return NEAR_NUMBER if near else ALONE


def _named(text: str) -> Counter[str]:
    """Currencies that are written out in `text` (small letters, no accents), by runs of one to three words."""
    words = _NAME_WORD.findall(text)
    found: Counter[str] = Counter()
    for i, word in enumerate(words):
        if word not in _FIRST_WORDS:
            continue
        for n in (3, 2, 1):
            name = " ".join(words[i : i + n])
            if name in NAMES and len(name) > 3:
                found[NAMES[name]] += 1
                break
    return found


def find(document: Document, countries: Iterable[str] = ()) -> str | None:
    """The currency of the document, None when none is printed or only "kr" without a country to explain it."""
    return decide(count(document), countries)


_OF_COUNTRY = {
    "CA": "CAD", "AU": "AUD", "NZ": "NZD", "MX": "MXN", "SG": "SGD", "HK": "HKD", "SE": "SEK", "NO": "NOK",
    "DK": "DKK", "IS": "ISK", "JP": "JPY", "CN": "CNY", "US": "USD",
}  # fmt: skip


def decide(votes: Counter[str], countries: Iterable[str] = ()) -> str | None:
    """The currency that `votes` speak for; signs are explained by codes on the page first, by countries second."""
    codes = [code for code, _ in votes.most_common() if code in CODES]
    total: Counter[str] = Counter()
    explained = [*codes, *(_OF_COUNTRY[c] for c in countries if c in _OF_COUNTRY)]
    for mark, n in votes.items():
        code = resolve(mark, explained)
        if code is not None:
            total[code] += n
    return total.most_common(1)[0][0] if total else None
