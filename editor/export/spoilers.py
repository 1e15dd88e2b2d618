"""Leaves out what gives the end away: whatever the writer has folded away."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from editor.export.links import anchor_of
from editor.export.options import Spoilers
from editor.export.tree import Element, Node, walk

NOTE = "[Spoiler ausgelassen]"
"""What stands for a spoiler."""

_NOTES = "footnote"
_BACK = "footnote-backref"


def without_spoilers(nodes: Iterable[Node], spoilers: Spoilers) -> list[Node]:
    """Return ``nodes`` with their spoilers as ``spoilers`` wants them; nothing given is changed.

    A footnote that only a spoiler points at is part of it.
    """
    nodes = list(nodes)
    if spoilers == "kept" or not any(element.tag == "details" for element in walk(nodes)):
        return nodes
    note = [Element("p", {"class": "spoiler-note"}, [NOTE])] if spoilers == "noted" else []
    return _without_lost_notes(_mapped(nodes, lambda e: note if e.tag == "details" else [e]))


def _without_lost_notes(nodes: list[Node]) -> list[Node]:
    """Return ``nodes`` without the footnotes that nothing points at any more."""
    links = (e for e in walk(nodes) if e.tag == "a" and e.attributes.get("class") != _BACK)
    wanted = {anchor_of(link.attributes.get("href", "")) for link in links}

    def kept(element: Element) -> list[Element]:
        if element.attributes.get("class") == _NOTES:
            return [element] if any(e.tag == "li" for e in walk(element.children)) else []
        name = element.attributes.get("id", "")
        lost = element.tag == "li" and ":fn:" in name and name not in wanted
        return [] if lost else [element]

    left = _mapped(_mapped(nodes, kept), kept)
    same = sum(1 for _ in walk(left)) == sum(1 for _ in walk(nodes))
    return left if same else _without_lost_notes(left)


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
