"""Where to deliver and whom to bill: only ever an address of the customer itself, never one that Odoo would pick."""

from __future__ import annotations

from dataclasses import replace

from data.result import Extraction
from data.values import ids
from serving.odoo.history import History
from serving.odoo.matches import Candidate, Match, Reason
from serving.odoo.matching.options import Options
from serving.odoo.matching.places import Compared, Place, compare
from serving.odoo.matching.scoring import Evidence, bars, decide
from serving.odoo.matching.texts import name_likeness
from serving.odoo.mirror import Mirror, keys
from serving.odoo.records import Partner

ZIP, STREET, CITY, NAME = 0.35, 0.35, 0.10, 0.25
GLN, HISTORY = 0.80, 0.90
OTHER_STREET, OTHER_GLN = -0.30, -0.30
_ALIKE = 0.88
_SAID = 0.30
"""Points of an address that the page is silent about."""


def match_shipping(
    extraction: Extraction, customer_id: int, mirror: Mirror, history: History, options: Options
) -> Match:
    """The delivery address. A page that prints none means the buyer's own: the customer, or the one of its addresses
    that the page prints for the buyer; `unknown` where it prints one that the customer lacks.
    """
    printed = _printed(extraction, "ship_to")
    if printed != ("", "", ""):
        return _find(printed, customer_id, mirror, history, options)
    address = _text(extraction, "buyer.address")
    customer = mirror.partner(customer_id)
    if customer is None or not Place(address).says_something or _same(compare(Place(address), customer)):
        return _silent(customer, "no delivery address is printed: the customer's own")
    return _find(("", address, ""), customer_id, mirror, history, options)


def match_invoicing(
    extraction: Extraction, customer_id: int, mirror: Mirror, history: History, options: Options
) -> Match:
    """The invoice address. A page that prints none leaves it to the master data: the customer's only address for
    invoices, or the customer; `ambiguous` where it has several.
    """
    printed = _printed(extraction, "bill_to")
    if printed != ("", "", ""):
        return _find(printed, customer_id, mirror, history, options)
    family = mirror.family(customer_id)
    invoice = [p for p in family if p.type == "invoice" and p.active]
    if not invoice:
        return _silent(mirror.partner(customer_id), "no invoice address is printed: the customer's own")
    reason = Reason("only_one", "the customer's address for invoices", _SAID)
    found = tuple(Candidate(p.id, _label(p), _SAID, (reason,)) for p in invoice)
    if len(found) > 1:
        return Match(found, problem="ambiguous")
    return Match(found, chosen=found[0], margin=_SAID)


def _find(
    printed: tuple[str, str, str], customer_id: int, mirror: Mirror, history: History, options: Options
) -> Match:  # fmt: skip
    name, address, gln = printed
    evidence, place = Evidence(), Place(address)
    family = {p.id: p for p in mirror.family(customer_id)}
    own = family.get(customer_id)
    for partner in family.values():
        if partner.type == "contact" and partner.id != customer_id and own is not None and _twin(partner, own):
            continue  # Odoo copies the company's address to its contacts
        _weigh(evidence, partner, name, place, gln)
    told = history.recall("address", customer_id, f"{name} {address}".strip())
    if told is not None and told.target in family:
        evidence.add(told.target, "history", HISTORY, "this address was bound to it before", strong="history")
    elif gln and (bound := history.recall("gln", customer_id, gln)) is not None and bound.target in family:
        evidence.add(bound.target, "history", HISTORY, "this GLN was bound to it before", strong="history")
    ranked = evidence.candidates(lambda id_: _describe(family[id_], options.company_id))
    found = decide(_settled(ranked, family, customer_id, options), options, conflict=evidence.conflict())
    # An address that only resembles one of the customer's is an address that the customer lacks.
    return replace(found, problem="unknown") if found.problem == "weak" else found


def _weigh(evidence: Evidence, partner: Partner, name: str, place: Place, gln: str) -> None:
    if place.says_something:
        parts = compare(place, partner)
        if parts.zip:
            evidence.add(partner.id, "zip", ZIP, f"postal code {partner.zip}")
        if parts.street:
            evidence.add(partner.id, "street", STREET, f"street {partner.street}")
        elif parts.street is False and parts.zip:
            evidence.add(partner.id, "other_street", OTHER_STREET, f"its street is {partner.street}")
        if parts.city:
            evidence.add(partner.id, "city", CITY, f"city {partner.city}")
    if name and partner.name:
        alike = name_likeness(name, partner.name)[0]
        if alike >= _ALIKE:
            evidence.add(partner.id, "name", NAME * alike, f"name {partner.name}")
    if gln and partner.gln:
        if keys.gln(partner.gln) == keys.gln(gln):
            weight = GLN if ids.gln_ok(gln) else GLN / 2
            evidence.add(partner.id, "gln", weight, f"GLN {gln}", strong="gln")
        else:
            evidence.add(partner.id, "other_gln", OTHER_GLN, f"its GLN is {partner.gln}")


def _settled(
    ranked: list[Candidate], family: dict[int, Partner], customer_id: int, options: Options
) -> list[Candidate]:
    """Without the customer's own record standing in the way of its one delivery address at the same place, or the
    other way round: two records of one place are no doubt about the place. The better named goes first.
    """
    if len(ranked) < 2 or ranked[0].score - ranked[1].score >= options.margin:
        return ranked
    near = [c for c in ranked if ranked[0].score - c.score < options.margin]
    places = {_normal(family[c.id]) for c in near}
    others = [c for c in near if c.id != customer_id]
    if len(places) > 1 or len(others) > 1:
        return ranked
    first = ranked[0] if ranked[0].score > ranked[1].score else next(c for c in near if c.id == customer_id)
    return [first, *(c for c in ranked if c not in near)]


def _silent(customer: Partner | None, why: str) -> Match:
    if customer is None:
        return Match(problem="unknown")
    found = Candidate(customer.id, _label(customer), _SAID, (Reason("not_printed", why, _SAID),))
    return Match((found,), chosen=found, margin=_SAID)


def _describe(partner: Partner, company_id: int | None) -> tuple[str, tuple[str, ...]]:
    return _label(partner), bars(partner.active, partner.company_id, company_id)


def _label(partner: Partner) -> str:
    place = " ".join(filter(None, (partner.zip, partner.city)))
    return ", ".join(filter(None, (partner.name, partner.street, place)))


def _same(parts: Compared) -> bool:
    """The page prints the customer's own address, or the customer has none to compare."""
    return parts.empty or (parts.zip is not False and parts.street is not False)


def _normal(partner: Partner) -> tuple[str, ...]:
    lines = (partner.street, partner.street2, partner.zip, partner.city)
    return tuple(keys.loose(line or "") for line in lines)


def _twin(partner: Partner, own: Partner) -> bool:
    return _normal(partner) == _normal(own) or not any(_normal(partner))


def _printed(extraction: Extraction, party: str) -> tuple[str, str, str]:
    name, address, gln = (_text(extraction, f"{party}.{part}") for part in ("name", "address", "gln"))
    return name, address, gln


def _text(extraction: Extraction, name: str) -> str:
    value = extraction.fields.get(name)
    return value.value if value is not None else ""
