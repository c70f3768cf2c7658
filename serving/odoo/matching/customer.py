"""Who orders: the commercial entity behind VAT number, GLN, customer number, e-mail, name, address and history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.result import Extraction
from data.values import ids
from serving.odoo.history import History, Kind
from serving.odoo.matches import Match
from serving.odoo.matching.options import Options
from serving.odoo.matching.places import Place, compare
from serving.odoo.matching.scoring import Evidence, bars, decide
from serving.odoo.matching.texts import name_likeness
from serving.odoo.mirror import Mirror, keys, names
from serving.odoo.records import Partner

VAT, VAT_UNCHECKED, VAT_WRONG_DIGIT = 0.60, 0.50, 0.25
GLN, REF, EMAIL, DOMAIN = 0.60, 0.35, 0.35, 0.25
NAME, NAME_OTHER_FORM, NAME_NEAR, NAME_FAR = 0.35, 0.25, 0.22, 0.10
STREET, CITY = 0.25, 0.10
OTHER_VAT, OTHER_COUNTRY_VAT, OTHER_REF, OTHER_NAME = -0.40, -0.15, -0.15, -0.10
HISTORY = {"vat": 0.75, "gln": 0.75, "number": 0.65, "name": 0.50, "email": 0.45}
"""By what the sender was known; a person's word. What was written without objection counts three quarters."""
_NEAR, _FAR = 0.90, 0.80
"""Likeness of names."""
_MANY = 8
"""A key that more customers share says nothing."""


@dataclass(frozen=True, slots=True)
class Buyer:
    """What the page says of who orders."""

    vat: str = ""
    gln: str = ""
    number: str = ""
    name: str = ""
    address: str = ""
    emails: tuple[str, ...] = ()

    @classmethod
    def of(cls, extraction: Extraction, sender: str | None = None) -> Buyer:
        def text(name: str) -> str:
            value = extraction.fields.get(f"buyer.{name}")
            return value.value if value is not None else ""

        mails = dict.fromkeys((*names.emails(text("email")), *names.emails(sender)))
        return cls(text("vat_id"), text("gln"), text("customer_number"), text("name"), text("address"), tuple(mails))

    def marks(self) -> dict[Kind, str]:
        """By what the sender will be known again: to be learned when a person has said who it is."""
        mail = next((m for m in self.emails), "")
        found: dict[Kind, str] = {"vat": self.vat, "gln": self.gln, "number": self.number, "name": self.name,
                                  "email": mail}  # fmt: skip
        return {kind: text for kind, text in found.items() if text}


def match_customer(extraction: Extraction, mirror: Mirror, history: History, options: Options) -> Match:
    """The customer: always a commercial entity, whose contact or address may have been what was recognised."""
    buyer = Buyer.of(extraction, options.sender)
    evidence, told = Evidence(), _recalled(buyer, mirror, history)
    search = _Search(mirror, evidence, told)
    search.numbers(buyer)
    search.mail(buyer)
    search.names(buyer)
    for kind, (target, weight, text, _) in told.items():
        evidence.add(target, f"history_{kind}", weight, text, strong=kind if kind in ("vat", "gln", "number") else "")
    for id_ in list(evidence.reasons):
        partner = mirror.partner(id_)
        if partner is not None:
            _weigh(evidence, partner, buyer, mirror)
    own = {company.partner_id for company in mirror.companies()}
    ranked = evidence.candidates(lambda id_: _describe(mirror, id_, options.company_id))
    ranked = [c for c in ranked if c.id not in own]
    return decide(ranked, options, conflict=evidence.conflict())


Told = dict[str, tuple[int, float, str, bool]]


def _recalled(buyer: Buyer, mirror: Mirror, history: History) -> Told:
    """Customer, weight, sentence and whether a person said so, by kind of mark; for records that still exist."""
    out: Told = {}
    for kind, text in buyer.marks().items():
        bound = history.recall(kind, 0, text)
        if bound is None or (partner := mirror.partner(bound.target)) is None:
            continue
        weight = HISTORY[kind] * (1.0 if bound.by_person else 0.75)
        who = "a person said" if bound.by_person else f"it was written like that {bound.times} times"
        out[kind] = (_commercial(partner), weight, f"{kind} {text!r} is this customer: {who}", bound.by_person)
    return out


class _Search:
    """Finds candidates by what is printed. A mark that a person has bound is left to the history alone."""

    def __init__(self, mirror: Mirror, evidence: Evidence, told: Told) -> None:
        self.mirror, self.evidence = mirror, evidence
        self.told = {kind for kind, (*_, by_person) in told.items() if by_person}

    def numbers(self, buyer: Buyer) -> None:
        if buyer.vat and "vat" not in self.told:
            for partner in self.mirror.partners_by_vat(buyer.vat):
                if _same_country(buyer.vat, partner.vat or ""):
                    weight, how = _vat_weight(buyer.vat, partner)
                    strong = "vat" if weight >= VAT_UNCHECKED else ""
                    self._add([partner], "vat", weight, f"VAT number {buyer.vat}{how}", strong=strong)
        if buyer.gln and "gln" not in self.told:
            weight = GLN if ids.gln_ok(buyer.gln) else GLN / 2
            self._add(self.mirror.partners_by_gln(buyer.gln), "gln", weight, f"GLN {buyer.gln}", strong="gln")
        if buyer.number and "number" not in self.told:
            same = [p for p in self.mirror.partners_by_ref(buyer.number) if _same(p.ref, buyer.number)]
            self._add(same, "ref", REF, f"customer number {buyer.number}", strong="number")

    def mail(self, buyer: Buyer) -> None:
        for address in buyer.emails:
            if "email" not in self.told:
                self._add(self.mirror.partners_by_email(address), "email", EMAIL, f"e-mail address {address}")
            if host := names.domain(address):
                found = self.mirror.partners_by_domain(host)
                several = len({_commercial(p) for p in found})
                weight = DOMAIN / max(1, several)
                if several <= _MANY:
                    self._add(
                        found, "domain", weight, f"e-mail domain {host}" + f", shared by {several}" * (several > 1)
                    )

    def names(self, buyer: Buyer) -> None:
        if not buyer.name:
            return
        for partner in (*self.mirror.partners_by_name(buyer.name), *self.mirror.partners_like(buyer.name)):
            likeness, other_form = name_likeness(buyer.name, partner.name)
            if "name" in self.told or likeness < _FAR:
                continue
            weight = NAME_FAR if likeness < _NEAR else NAME_NEAR if likeness < 1 else NAME
            if other_form:
                weight = min(weight, NAME_OTHER_FORM)
            kind = "the same name" if likeness >= 1 else f"name {likeness:.0%} alike"
            form = ", another legal form" * other_form
            person = partner.parent_id is not None and _commercial(partner) != partner.id
            self._add([partner], "name", weight / 2 if person else weight, f"{kind}{form}: {partner.name}")

    def _add(self, partners: Iterable[Partner], code: str, weight: float, text: str, *, strong: str = "") -> None:
        for partner in partners:
            entity = _commercial(partner)
            through = "" if entity == partner.id else f" (of {partner.name or partner.type})"
            self.evidence.add(entity, code, weight, text + through, strong=strong)


def _weigh(evidence: Evidence, partner: Partner, buyer: Buyer, mirror: Mirror) -> None:
    """The address, and what speaks against a candidate."""
    family = mirror.family(_commercial(partner))
    if buyer.address:
        _weigh_address(evidence, partner, buyer, family)
    known = set(evidence.reasons[partner.id])
    bound = any(code.startswith("history_") for code in known)
    if buyer.vat and partner.vat and "vat" not in known and not bound and ids.vat_ok(buyer.vat) is not False:
        theirs, ours = ids.vat(partner.vat)[0], ids.vat(buyer.vat)[0]
        weight = OTHER_COUNTRY_VAT if theirs and ours and theirs != ours else OTHER_VAT
        if keys.vat(partner.vat) is not None:
            evidence.add(partner.id, "other_vat", weight, f"its VAT number is {partner.vat}, the page says {buyer.vat}")
    if buyer.number and partner.ref and "ref" not in known and not bound:
        text = f"its customer number is {partner.ref}, the page says {buyer.number}"
        evidence.add(partner.id, "other_ref", OTHER_REF, text)
    if buyer.name and "name" not in known and not bound and not _shortened(buyer.name, partner.name):
        evidence.add(partner.id, "other_name", OTHER_NAME, f"the page says {buyer.name}")


def _weigh_address(evidence: Evidence, partner: Partner, buyer: Buyer, family: Sequence[Partner]) -> None:
    printed = Place(buyer.address)
    places = [(compare(printed, member), member) for member in family or (partner,)]
    best, member = max(places, key=lambda pair: pair[0].points)
    if best.zip and best.street:
        evidence.add(partner.id, "address", STREET, f"address {member.street}, {member.zip} {member.city}")
    elif best.zip or best.city:
        evidence.add(partner.id, "address", CITY, f"place {member.zip or ''} {member.city or ''}")


def _describe(mirror: Mirror, id_: int, company_id: int | None) -> tuple[str, tuple[str, ...]]:
    partner = mirror.partner(id_)
    if partner is None:
        return f"customer {id_}", ("archived",)
    label = ", ".join(filter(None, (partner.name, partner.city, partner.country_code)))
    return label, bars(partner.active, partner.company_id, company_id)


def _commercial(partner: Partner) -> int:
    return partner.commercial_partner_id or partner.id


def _vat_weight(text: str, partner: Partner) -> tuple[float, str]:
    """Without a printed prefix the rules of the partner's country count."""
    country = ids.vat(partner.vat or "")[0] or partner.country_code
    valid = ids.vat_ok(text, (country,) if country else ())
    if valid is None:
        return VAT_UNCHECKED, ""
    return (VAT, ", check digit right") if valid else (VAT_WRONG_DIGIT, ", check digit wrong")


def _same_country(printed: str, record: str) -> bool:
    a, b = ids.vat(printed)[0], ids.vat(record)[0]
    return a is None or b is None or a == b


def _shortened(a: str, b: str) -> bool:
    """One name is a part of the other: "Nordwerk" of "Nordwerk Maschinenbau GmbH"."""
    words = [set(names.stem(text)[0].split()) for text in (a, b)]
    return words[0] <= words[1] or words[1] <= words[0]


def _same(record: str | None, printed: str) -> bool:
    return record is not None and keys.loose(record) == keys.loose(printed)
