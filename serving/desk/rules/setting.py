"""Single values of a rules text set by a program: everything else, comments too, stays as people wrote it."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from serving.desk.rules.book import parse


def with_values(text: str, values: Mapping[tuple[str, str], str]) -> str:
    """`text` with values as YAML prints them, by (section, key); sections and keys that it lacks are added.

    Raises `RulesError` where the text, or what becomes of it, is no rulebook.
    """
    parse(text)
    for (section, key), value in values.items():
        text = _with(text, section, key, value)
    parse(text)
    return text


def _with(text: str, section: str, key: str, value: str) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode) and root.flow_style:
        return _with(yaml.safe_dump(yaml.safe_load(text), sort_keys=False), section, key, value)
    home = _child(root, section) if isinstance(root, yaml.MappingNode) else None
    if home is None:
        return f"{text.rstrip()}\n{section}:\n  {key}: {value}\n".lstrip()
    if not isinstance(home, yaml.MappingNode):
        return _replaced(text, home, f"{{{key}: {value}}}")
    there = _child(home, key)
    if there is not None:
        return _replaced(text, there, value)
    if home.flow_style or not home.value:
        at = home.start_mark.index + 1
        return f"{text[:at]}{key}: {value}{', ' if home.value else ''}{text[at:]}"
    at = home.start_mark.index
    return f"{text[:at]}{key}: {value}\n{' ' * home.start_mark.column}{text[at:]}"


def _child(node: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in node.value if key.value == name), None)


def _replaced(text: str, node: yaml.Node, value: str) -> str:
    """An empty value has no place of its own: it stands right behind the colon."""
    before = text[: node.start_mark.index]
    return f"{before}{'' if before.endswith((' ', chr(10))) else ' '}{value}{text[node.end_mark.index :]}"
