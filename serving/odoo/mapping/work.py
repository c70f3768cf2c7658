"""One line of the document while it is mapped: what it is mapped with, and what is found."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from data.result import Line
from serving.odoo.mapping.amounts import number
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData, Server
from serving.odoo.mapping.options import Rules
from serving.odoo.mapping.prices import Terms
from serving.odoo.proposal import Finding, Severity


@dataclass(frozen=True, slots=True)
class Setting:
    """What lines are mapped with."""

    master: MasterData
    server: Server
    rules: Rules
    terms: Terms
    company_id: int | None

    @property
    def digits(self) -> int:
        return self.terms.currency.decimal_places if self.terms.currency is not None else 2


@dataclass(slots=True)
class Work:
    """One line being mapped."""

    at: int
    line: Line
    setting: Setting
    findings: list[Finding] = field(default_factory=list)

    def say(self, code: str, message: str, name: str | None = None, severity: Severity | None = None) -> None:
        self.findings.append(finding(code, message, line=self.at, field=name, severity=severity))

    def number(self, name: str) -> Decimal | None:
        return number(self.line.fields, name)
