"""What the rest of the connector asks of a server; `client.connect` gives one, whatever protocol the server speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Row = dict[str, Any]
Domain = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Field names that differ between versions, chosen by `fields_get`; None where the server has no such field."""

    line_unit: str
    """`product_uom` or `product_uom_id` on sale.order.line."""
    line_taxes: str
    """`tax_id` or `tax_ids` on sale.order.line."""
    unit_category: str | None
    """`category_id` on uom.uom up to 18; 19 has none."""
    product_units: str | None
    """`uom_ids` on product.product from 19."""
    packaging_model: str | None
    """`product.packaging` up to 18."""
    partner_mobile: str | None
    duplicated_orders: str | None
    technical_price: str | None
    customer_codes: str | None
    """`product.customerinfo` where the module is installed."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Answer of `load`: ids in the order of the header rows, or messages and no ids."""

    ids: tuple[int, ...]
    messages: tuple[str, ...]
    conflict: bool = False
    """The messages say that two transactions met: the same call may be made again."""


class Connection(Protocol):
    """One user of one database. Every method raises the classes of `serving.odoo.errors` and nothing else of the wire.

    Reads are repeated with jitter on `Unreachable`, `Conflict` and `ServerFault`; writes only where the error is
    safe to repeat or `repeatable` is given.
    """

    @property
    def url(self) -> str: ...
    @property
    def database(self) -> str: ...
    @property
    def uid(self) -> int: ...
    @property
    def version(self) -> tuple[int, int]: ...
    @property
    def names(self) -> Names: ...

    def fields(self, model: str) -> Mapping[str, Mapping[str, Any]]:
        """`fields_get` of a model, asked once a connection; empty if the server has no such model or hides it."""
        ...

    def search_read(
        self, model: str, domain: Domain, fields: Sequence[str], *,
        limit: int | None = None, offset: int = 0, order: str = "id", context: Mapping[str, Any] | None = None,
    ) -> list[Row]: ...  # fmt: skip

    def search_count(self, model: str, domain: Domain, *, context: Mapping[str, Any] | None = None) -> int: ...

    def read(
        self, model: str, ids: Sequence[int], fields: Sequence[str], *, context: Mapping[str, Any] | None = None
    ) -> list[Row]:
        """Rows of the ids that exist, in the order asked."""
        ...

    def create(self, model: str, values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None) -> int: ...

    def write(
        self, model: str, ids: Sequence[int], values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None
    ) -> None: ...

    def load(
        self,
        model: str,
        fields: Sequence[str],
        rows: Sequence[Sequence[Any]],
        *,
        context: Mapping[str, Any] | None = None,
    ) -> Loaded:
        """`model.load`: creates by external ids; a repeat with the same ids doubles nothing (and overwrites)."""
        ...

    def call(
        self,
        model: str,
        method: str,
        ids: Sequence[int] = (),
        *,
        arguments: Mapping[str, Any] | None = None,
        context: Mapping[str, Any] | None = None,
        repeatable: bool = False,
    ) -> Any:
        """Any other method, with named arguments. None where the method returns None, on any protocol."""
        ...
