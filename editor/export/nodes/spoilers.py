"""Spoilers: replaces or removes passages that the writer has folded away."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from editor.export.nodes.links import anchor_target
from editor.export.nodes.tree import Element, Node, walk
from editor.export.options import SpoilerPolicy

SPOILER_NOTE = "[Spoiler ausgelassen]"
"""Takes the place of a spoiler that is replaced."""

_NOTES = "footnote"
_BACK = "footnote-backref"
_REFERENCE = "footnote-ref"


def apply_spoiler_policy(nodes: Iterable[Node], spoilers: SpoilerPolicy) -> list[Node]:
    """Return new nodes, with the spoilers in ``nodes`` treated as ``spoilers`` says.

    A footnote that only a spoiler refers to is part of it.
    """
    nodes = list(nodes)
    if spoilers == "kept" or not any(element.tag == "details" for element in walk(nodes)):
        return nodes
    note = [Element("p", {"class": "spoiler-note"}, [SPOILER_NOTE])] if spoilers == "noted" else []
    remaining = _mapped(nodes, lambda e: note if e.tag == "details" else [e])
    return _renumbered(_without_unused_footnotes(remaining))


def _without_unused_footnotes(nodes: list[Node]) -> list[Node]:
    """Return ``nodes`` without footnotes that nothing refers to any more."""
    links = (e for e in walk(nodes) if e.tag == "a" and e.attributes.get("class") != _BACK)
    targets = {anchor_target(link.attributes.get("href", "")) for link in links}

    def used_or_nothing(element: Element) -> list[Element]:
        if element.attributes.get("class") == _NOTES:
            return [element] if any(e.tag == "li" for e in walk(element.children)) else []
        name = element.attributes.get("id", "")
        lost = element.tag == "li" and ":fn:" in name and name not in targets
        return [] if lost else [element]

    remaining = _mapped(_mapped(nodes, used_or_nothing), used_or_nothing)
    unchanged = sum(1 for _ in walk(remaining)) == sum(1 for _ in walk(nodes))
    return remaining if unchanged else _without_unused_footnotes(remaining)


def _renumbered(nodes: list[Node]) -> list[Node]:
    """Return ``nodes`` with references to footnotes renumbered."""
    items = (e.attributes.get("id", "") for e in walk(nodes) if e.tag == "li")
    numbers = {name: str(n) for n, name in enumerate((i for i in items if ":fn:" in i), 1)}

    def changed(element: Element) -> list[Element]:
        number = numbers.get(anchor_target(element.attributes.get("href", "")) or "")
        reference = element.attributes.get("class") == _REFERENCE and number
        return [replace(element, children=[reference])] if reference else [element]

    return _mapped(nodes, changed)


def _mapped(nodes: Iterable[Node], change: Callable[[Element], Iterable[Node]]) -> list[Node]:
    """Return copies of ``nodes`` with each element replaced by the result of ``change``."""
    result: list[Node] = []
    for node in nodes:
        for new in [node] if isinstance(node, str) else change(node):
            inner = isinstance(new, Element) and replace(
                new, children=_mapped(new.children, change)
            )
            result.append(inner or new)
    return result
