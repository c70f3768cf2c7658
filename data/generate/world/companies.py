"""Companies, public bodies, private persons and their sites."""

from __future__ import annotations

import unicodedata
from functools import cache
from random import Random

from data.generate.draw import pick
from data.generate.world import firms, ids, names, plain
from data.generate.world.countries import Country
from data.generate.world.model import Address, Company
from data.generate.world.split import Split, table

_OTHER = "æ|ae ø|o ß|ss ł|l đ|d œ|oe"


@cache
def _plain_letters() -> dict[int, str]:
    out = {ord(pair[0]): pair[2:] for pair in _OTHER.split(" ")}
    for code in range(0xC0, 0x180):
        letter = unicodedata.normalize("NFKD", chr(code))[0]
        if letter.isascii() and code not in out:
            out[code] = letter
    return out


def slug(text: str, joint: str = "") -> str:
    """Lower-case letters and digits of `text`, other characters replaced by `joint`."""
    plain = text.lower().translate(_plain_letters())
    return joint.join("".join(c if c.isalnum() and c.isascii() else " " for c in plain).split())


def fill(rng: Random, pattern: str) -> str:
    """A pattern with # for a digit, % for a digit from 1, @ for a capital."""
    out = []
    for c in pattern:
        if c == "#":
            out.append("0123456789"[int(rng.random() * 10)])
        elif c == "%":
            out.append("123456789"[int(rng.random() * 9)])
        elif c == "@":
            out.append("ABCDEFGHJKLMNPRSTUVWXYZ"[int(rng.random() * 23)])
        else:
            out.append(c)
    return "".join(out)


def culture_of(rng: Random, country: Country) -> str:
    """Whose names a company of `country` bears."""
    return pick(rng, country.cultures)


def address(rng: Random, country: Country, culture: str, split: Split, extra: tuple[str, ...] = ()) -> Address:
    """A postal address in `country`."""
    city, region = names.town(rng, country.code, split)
    if rng.random() < 0.05:
        city = plain.town(rng, culture, split)
    postal = fill(rng, pick(rng, country.postal))
    place = pick(rng, country.places)
    number = 1 + int(rng.random() ** 2 * 240)
    line = pick(rng, country.streets).format(
        street=names.street(rng, culture, split),
        number=number,
        next=number + 2,
        n=1 + int(rng.random() * 30),
        n3=100 + int(rng.random() * 2900),
        number4=100 + int(rng.random() ** 2 * 21900),
    )
    if rng.random() < 0.02:
        line = line.upper()
    shown = place.format(postal=postal, city=city, CITY=city.upper(), region=region)
    return Address(extra, line, postal, city, region, country, shown)


def _slots(rng: Random, pattern: str, culture: str, split: Split, city: str) -> str:
    """Fill the slots of a word-file pattern; every kind of slot is drawn only when it is there."""
    if "{" not in pattern:
        return pattern
    values = {
        "town": city,
        "n": str(1 + int(rng.random() * 60)),
        "l": pick(rng, "abcdefghkmpstx"),
        "k": pick(
            rng,
            (
                "5 000",
                "25.000",
                "50 000",
                "100.000",
                "120 000",
                "250.000",
                "500 000",
                "1.000.000",
                "10 000",
                "200000",
                "35 000",
                "2 600 000",
            ),
        ),
    }
    if "{name}" in pattern:
        values["name"] = firms.company(rng, culture, split, city).name
    if "{person}" in pattern:
        values["person"] = " ".join(names.full_name(rng, culture, split))
    if "{sur}" in pattern:
        values["sur"] = names.surname(rng, culture, split)
    if "{siren}" in pattern:
        bare = ids.siren(rng)
        values["siren"] = f"{bare[:3]} {bare[3:6]} {bare[6:]}"
    for length in (2, 3, 4):
        if f"{{n{length}}}" in pattern:
            values[f"n{length}"] = ids.number(rng, length)
    for length in (4, 5, 6, 7, 8, 9, 10, 11):
        if f"{{d{length}}}" in pattern:
            values[f"d{length}"] = ids.digits(rng, length)
    return pattern.format_map(values)


def _email(rng: Random, who: tuple[str, str], domain: str, culture: str) -> str:
    """A mailbox of the company, or of `who` (first name and surname)."""
    x = rng.random()
    if x < 0.5:
        return f"{pick(rng, table('trade')[culture, 'box'])}@{domain}"
    first, last = slug(who[0]) or "x", slug(who[1]) or "x"
    if x < 0.75:
        return f"{first}.{last}@{domain}"
    if x < 0.9:
        return f"{first[:1]}{'.' if x < 0.8 else ''}{last}@{domain}"
    if x < 0.96:
        return f"{first.capitalize()}.{last.capitalize()}@{domain}"
    return f"{first}{last[:1].upper()}@{domain.capitalize()}"


def _web(rng: Random, domain: str) -> str:
    return pick(rng, ("www.{}", "www.{}", "http://www.{}", "https://{}", "{}", "https://www.{}/")).format(domain)


_BIC_CITY = ("XX", "FF", "PP", "MM", "BB", "2A", "22", "GG", "LL")


def company(rng: Random, country: Country, split: Split, role: str | None = None) -> Company:
    """A company of `country`; one in seven is a person, a public body or a test form's placeholder."""
    culture = culture_of(rng, country)
    x = rng.random()
    if x < 0.025:
        return _placeholder(rng, country, culture, split, role)
    extra: tuple[str, ...] = ()
    home = address(rng, country, culture, split)
    if x < 0.86:
        kind, (name, short, form) = "company", firms.company(rng, culture, split, home.city)
    elif x < 0.93:
        kind, form = "public", ""
        name = short = _slots(rng, pick(rng, table("trade")[culture, "public"]), culture, split, home.city)
        if rng.random() < 0.15:
            name = name.upper()
    else:
        kind, form = "person", ""
        name = short = " ".join(names.full_name(rng, culture, split))
    if rng.random() < 0.12:
        extra = (_slots(rng, pick(rng, table("trade")[culture, "site"]), culture, split, home.city),)
        home = Address(extra, home.street, home.postal, home.city, home.region, country, home.place)
    return _complete(rng, country, culture, split, name, short, form, home, kind)


def _complete(
    rng: Random,
    country: Country,
    culture: str,
    split: Split,
    name: str,
    short: str,
    form: str,
    home: Address,
    kind: str,
) -> Company:
    lists = table("trade")
    first = names.full_name(rng, culture, split)
    people = tuple(names.person(rng, culture, split) for _ in range(1 if rng.random() < 0.7 else 2))
    people = (" ".join(first), *people)
    manager = " ".join(names.full_name(rng, culture, split))
    domain = (
        f"{(slug(short, '-' if rng.random() < 0.25 else '')[:24].strip('-') or 'firma')}.{pick(rng, country.domains)}"
    )
    vat, bare = ids.vat_id(rng, country.code)
    iban = ids.iban(rng, country.code)
    if iban:
        bank_code = iban[4:8] if iban[4:8].isalpha() else fill(rng, "@@@@")
        bic = f"{bank_code}{country.code}{pick(rng, _BIC_CITY)}{'XXX' if rng.random() < 0.4 else ''}"
        iban = iban if rng.random() < 0.3 else ids.spaced(iban)
    else:
        bic = fill(rng, "@@@@") + f"{country.code}33"
    is_person = kind == "person"
    register = "" if is_person else _slots(rng, pick(rng, lists[culture, "register"]), culture, split, home.city)
    capital = "" if kind != "company" else _slots(rng, pick(rng, lists[culture, "capital"]), culture, split, "")
    return Company(
        name=name,
        short=short,
        legal_form=form,
        home=home,
        vat_id=vat,
        tax_no=_tax_no(rng, country.code, bare),
        gln=ids.gln(rng, country.code),
        email=_email(rng, first, domain, culture),
        phone=fill(rng, pick(rng, country.phones)),
        fax=fill(rng, pick(rng, country.phones)),
        web=_web(rng, domain),
        iban=iban,
        bic=bic,
        bank=pick(rng, lists[culture, "bank"]),
        register=register,
        capital=capital,
        manager=manager,
        people=people,
        kind=kind,
    )


def _tax_no(rng: Random, country: str, bare: str) -> str:
    if country == "DE":
        return fill(rng, pick(rng, ("##/###/#####", "###/####/####", "### / ### / #####", "##### / #####")))
    if country == "FR":
        return f"{bare[2:5]} {bare[5:8]} {bare[8:]} 000{fill(rng, '##')}"
    if country == "PL":
        return fill(rng, "#########")
    if country in ("CZ", "SK"):
        return bare[:8]
    if country == "IT":
        return bare if rng.random() < 0.6 else fill(rng, "@@@@@@##@##@###@")
    if country in ("NL", "BE"):
        return fill(rng, "########")
    return bare


def _placeholder(rng: Random, country: Country, culture: str, split: Split, role: str | None) -> Company:
    name, stem = firms.placeholder(rng, split, role)
    city = f"{stem}_CITY" if rng.random() < 0.6 else names.town(rng, country.code, split)[0]
    postal = fill(rng, pick(rng, country.postal))
    x = rng.random()
    extra: tuple[str, ...] = ()
    if x < 0.4:
        extra, street = (f"{stem}_ADDR_1", f"{stem}_ADDR_2"), f"{stem}_ADDR_3"
    elif x < 0.7:
        extra, street = ((f"{stem} LINE 1",) if x < 0.55 else ()), f"{stem} LINE 2"
    else:
        extra, street = (
            (),
            pick(rng, ("123 Sample Street", "1 Test Road", "Musterstraße 1", "ADDRESS LINE 1", "STREET_NAME 99")),
        )
    place = pick(rng, country.places).format(postal=postal, city=city, CITY=city.upper(), region=country.code)
    home = Address(extra, street, postal, city, "", country, place)
    return _complete(rng, country, culture, split, name, name, "", home, "placeholder")


_BOX = {
    "de": "Postfach",
    "fr": "BP",
    "pl": "Skr. poczt.",
    "nl": "Postbus",
    "es": "Apdo.",
    "it": "C.P.",
    "pt": "Apartado",
}


def site(rng: Random, owner: Company, split: Split) -> Address:
    """Another address of `owner`: warehouse, plant, gate, c/o, department, P.O. box, or its own with such a line."""
    country = owner.country
    culture = culture_of(rng, country)
    sites = table("trade")[culture, "site"]
    x = rng.random()
    base = owner.home if x < 0.25 else address(rng, country, culture, split)
    count = 0 if x > 0.6 else 2 if 0.25 < x < 0.31 else 1
    extra = tuple(_slots(rng, pick(rng, sites), culture, split, base.city) for _ in range(count))
    street = base.street
    if rng.random() < 0.03:
        street = f"{_BOX.get(culture, 'P.O. Box')} {ids.number(rng, 4)}"
    return Address(extra, street, base.postal, base.city, base.region, country, base.place)
