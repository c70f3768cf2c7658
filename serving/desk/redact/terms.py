"""The strings that go, with a placeholder each; texts without them; and whether any of them is left somewhere."""

from __future__ import annotations

import re
from typing import Any

from serving.desk.redact.patterns import spans

FIELDS = {
    "name": "name", "address": "address", "email": "email", "vat_id": "vat_id", "gln": "number",
    "customer_number": "number",
}  # fmt: skip
"""Last part of the names of header fields that are personal, and their kind."""
FREE = frozenset({"payment_terms", "delivery_terms", "description"})
"""Fields that may hold anything: mails, phones, accounts and tax numbers are looked for in them as well."""
BY_DIGITS = frozenset({"phone", "vat_id", "account", "number"})
_COMMON = """
gmbh company firma limited corp corporation group international holding spółka spolka ograniczoną
odpowiedzialnością akcyjna handel handlowe przedsiębiorstwo produkcyjne zakład industrie industries
industry trading technik technical systems services service solutions europe polska deutschland
france italia españa nederland česká with from société anonyme sociedad limitada società
kommanditgesellschaft aktiengesellschaft order purchase bestellung einkauf department
"""
_COMMON_WORDS = frozenset(_COMMON.split())
"""Words of names that tell nobody who it is."""
_WORD = re.compile(r"[^\W_]+")


def personal(field: str) -> str | None:
    """The kind of a header field, None where it may stay."""
    head, point, last = field.rpartition(".")
    return FIELDS.get(last) if point and head != "line" else None


class Terms:
    """What is to be removed. `add` all of it first."""

    def __init__(self) -> None:
        self._placeholders: dict[tuple[str, str], str] = {}
        self._numbers: dict[str, int] = {}
        self._texts: dict[str, str] = {}

    def add(self, kind: str, text: str) -> str:
        """The placeholder of `text`: the same for the same string, however it is spaced."""
        plain = " ".join(text.split())
        key = (kind, _digits(plain) if kind in BY_DIGITS else plain.casefold())
        if key not in self._placeholders:
            self._numbers[kind] = self._numbers.get(kind, 0) + 1
            self._placeholders[key] = f"[{kind.upper().replace('_', ' ')} {self._numbers[kind]}]"
        if len(plain) > 2:
            self._texts.setdefault(plain, self._placeholders[key])
        return self._placeholders[key]

    @property
    def counts(self) -> dict[str, int]:
        """How many different strings of each kind."""
        return dict(self._numbers)

    @property
    def phrases(self) -> list[list[str]]:
        """The texts as words without punctuation, in small letters: to be found again on a page."""
        found = {tuple(_words(text)) for text in self._texts}
        return [list(words) for words in sorted(found) if words and len("".join(words)) > 3]

    @property
    def tokens(self) -> frozenset[str]:
        """Words of names that tell who it is even alone."""
        found: set[str] = set()
        for (kind, text), _ in self._placeholders.items():
            if kind in ("name", "email"):
                found |= {w for w in _words(text) if len(w) > 3 and not w.isdigit() and w not in _COMMON_WORDS}
        return frozenset(found)

    @property
    def digits(self) -> frozenset[str]:
        """Phones, accounts and tax numbers as digits alone."""
        return frozenset(d for text in self._texts if len(d := _digits(text)) >= 7)

    def clean(self, text: str, *, free: bool = False) -> str:
        """`text` without anything that goes; `free`: also without what looks personal by itself."""
        for term in sorted(self._texts, key=len, reverse=True):
            loose = r"\s+".join(re.escape(part) for part in term.split())
            text = re.sub(rf"(?<!\w){loose}(?!\w)", self._texts[term].replace("\\", ""), text, flags=re.IGNORECASE)
        for token in sorted(self.tokens, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(token)}(?!\w)", "[NAME]", text, flags=re.IGNORECASE)
        if free:
            until = len(text)
            for span in reversed(spans(text)):
                if span.kind != "address" and span.end <= until:
                    text = text[: span.start] + self.add(span.kind, text[span.start : span.end]) + text[span.end :]
                    until = span.start
        return text

    def left_in(self, text: str) -> list[str]:
        """Terms that `text` still holds, in any case and spacing, numbers in any grouping."""
        plain = " ".join(_words(text))
        found = [" ".join(p) for p in self.phrases if f" {' '.join(p)} " in f" {plain} "]
        return found + [token for token in self.tokens if f" {token} " in f" {plain} "]


def cleaned(result: dict[str, Any], terms: Terms) -> dict[str, Any]:
    """A result in the form of the contract, with placeholders; shape, boxes, confidences and checks stay."""
    return {key: _walk(value, key, terms) for key, value in result.items()}


def _walk(value: Any, key: str, terms: Terms) -> Any:
    if isinstance(value, dict):
        if key == "fields":
            return {name: _field(name, field, terms) for name, field in value.items()}
        return {name: _walk(part, name, terms) for name, part in value.items()}
    if isinstance(value, list):
        return [_walk(part, key, terms) for part in value]
    return terms.clean(value, free=True) if isinstance(value, str) and key in ("message", "hint", "text") else value


def _field(name: str, field: dict[str, Any], terms: Terms) -> dict[str, Any]:
    kind = personal(name)
    if kind is not None:
        placeholder = terms.add(kind, str(field["value"]))
        return field | {"value": placeholder, "text": placeholder} | _others(field, lambda _: placeholder)
    free = name.rpartition(".")[2] in FREE

    def clean(text: str) -> str:
        return terms.clean(text, free=free)

    return field | {"value": clean(str(field["value"])), "text": clean(str(field["text"]))} | _others(field, clean)


def _others(field: dict[str, Any], clean: Any) -> dict[str, Any]:
    return {"candidates": [clean(str(c)) for c in field["candidates"]]} if "candidates" in field else {}


def gather(result: dict[str, Any], terms: Terms) -> None:
    """Add every personal value of a result, as read and as printed, those of its parts too."""
    for name, field in (result.get("fields") or {}).items():
        kind = personal(name)
        if kind is not None:
            for text in {str(field["value"]), str(field["text"]), *map(str, field.get("candidates", ()))}:
                terms.add(kind, text)
    for part in result.get("parts") or ():
        gather(part.get("result", part), terms)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
