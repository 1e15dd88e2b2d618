"""Leaves out what gives the end away: whatever the writer has folded away."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from editor.export.nodes.links import anchor_target
from editor.export.nodes.tree import Element, Node, walk
from editor.export.options import SpoilerPolicy

SPOILER_NOTE = "[Spoiler ausgelassen]"
"""What stands for a spoiler."""

_NOTES = "footnote"
_BACK = "footnote-backref"
_REFERENCE = "footnote-ref"


def apply_spoiler_policy(nodes: Iterable[Node], spoilers: SpoilerPolicy) -> list[Node]:
    """Return ``nodes`` with their spoilers as ``spoilers`` wants them; nothing given is changed.

    A footnote that only a spoiler points at is part of it.
    """
    nodes = list(nodes)
    if spoilers == "kept" or not any(element.tag == "details" for element in walk(nodes)):
        return nodes
    note = [Element("p", {"class": "spoiler-note"}, [SPOILER_NOTE])] if spoilers == "noted" else []
    left = _mapped(nodes, lambda e: note if e.tag == "details" else [e])
    return _renumbered(_without_lost_notes(left))


def _without_lost_notes(nodes: list[Node]) -> list[Node]:
    """Return ``nodes`` without the footnotes that nothing points at any more."""
    links = (e for e in walk(nodes) if e.tag == "a" and e.attributes.get("class") != _BACK)
    wanted = {anchor_target(link.attributes.get("href", "")) for link in links}

    def kept(element: Element) -> list[Element]:
        if element.attributes.get("class") == _NOTES:
            return [element] if any(e.tag == "li" for e in walk(element.children)) else []
        name = element.attributes.get("id", "")
        lost = element.tag == "li" and ":fn:" in name and name not in wanted
        return [] if lost else [element]

    left = _mapped(_mapped(nodes, kept), kept)
    same = sum(1 for _ in walk(left)) == sum(1 for _ in walk(nodes))
    return left if same else _without_lost_notes(left)


def _renumbered(nodes: list[Node]) -> list[Node]:
    """Return ``nodes`` with every reference to a footnote as the number that the note has now."""
    items = (e.attributes.get("id", "") for e in walk(nodes) if e.tag == "li")
    numbers = {name: str(n) for n, name in enumerate((i for i in items if ":fn:" in i), 1)}

    def changed(element: Element) -> list[Element]:
        number = numbers.get(anchor_target(element.attributes.get("href", "")) or "")
        reference = element.attributes.get("class") == _REFERENCE and number
        return [replace(element, children=[reference])] if reference else [element]

    return _mapped(nodes, changed)


def _mapped(nodes: Iterable[Node], change: Callable[[Element], Iterable[Node]]) -> list[Node]:
    """Return copies of ``nodes``, each element as what ``change`` makes of it."""
    result: list[Node] = []
    for node in nodes:
        for new in [node] if isinstance(node, str) else change(node):
            inner = isinstance(new, Element) and replace(
                new, children=_mapped(new.children, change)
            )
            result.append(inner or new)
    return result
