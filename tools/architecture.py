"""Draws the rooms of ``editor/`` and the arrows between them into docs/architecture.md.

The diagrams are Mermaid between two marker comments. An arrow points from a room to one that it
imports. Arrows that follow from others are left out, and so are modules that import no folder.
``--check`` writes nothing and fails when the page is out of date.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "architecture.md"
DIAGRAMS = {"program": "editor", "window": "editor.gui"}
"""Name of a diagram in the page → package whose items it shows."""


def rooms(graph: grimp.ImportGraph, package: str) -> Mapping[str, set[str]]:
    """Return each item of ``package`` with the other items that it imports."""
    depth = package.count(".") + 2
    arrows: dict[str, set[str]] = {item: set() for item in graph.find_children(package)}
    for module in graph.find_descendants(package):
        item = ".".join(module.split(".")[:depth])
        for imported in graph.find_modules_directly_imported_by(module):
            target = ".".join(imported.split(".")[:depth])
            if target in arrows and target != item:
                arrows[item].add(target)
    return arrows


def reachable(arrows: Mapping[str, set[str]], start: str) -> set[str]:
    """Return everything that ``start`` imports, also through others."""
    seen: set[str] = set()
    waiting = list(arrows[start])
    while waiting:
        item = waiting.pop()
        if item not in seen:
            seen.add(item)
            waiting.extend(arrows[item])
    return seen


def reduced(arrows: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    """Return the arrows without those that follow from others."""
    below = {item: reachable(arrows, item) for item in arrows}
    return {
        item: {t for t in targets if not any(t in below[other] for other in targets - {t})}
        for item, targets in arrows.items()
    }


def without_helpers(
    graph: grimp.ImportGraph, arrows: Mapping[str, set[str]]
) -> Mapping[str, set[str]]:
    """Return folders and the modules above them; a module that imports no folder is a helper."""
    folders = {item for item in arrows if graph.find_children(item)}
    shown = folders | {item for item in arrows if reachable(arrows, item) & folders}
    return {item: arrows[item] & shown for item in arrows if item in shown}


def mermaid(graph: grimp.ImportGraph, package: str) -> str:
    """Return the diagram of ``package``: a box for each item, folders in bold."""
    arrows = reduced(without_helpers(graph, rooms(graph, package)))
    lines = ["```mermaid", "flowchart TD"]
    for item in sorted(arrows):
        name = item.rpartition(".")[2]
        label = f"<b>{name}</b>" if graph.find_children(item) else name
        lines.append(f'    {_id(item)}["{label}"]')
    for item in sorted(arrows):
        lines += [f"    {_id(item)} --> {_id(target)}" for target in sorted(arrows[item])]
    return "\n".join([*lines, "```"])


def _id(module: str) -> str:
    # “end” and the like are words of Mermaid; a prefix keeps every name an ordinary one.
    return "m_" + module.rpartition(".")[2].strip("_")


def drawn(page: str, diagrams: Mapping[str, str]) -> str:
    """Return ``page`` with each diagram between its markers."""
    for name, diagram in diagrams.items():
        begin, end = f"<!-- diagram: {name} -->\n", f"\n<!-- end of {name} -->"
        head, found, rest = page.partition(begin)
        _, closed, tail = rest.partition(end)
        if not found or not closed:
            sys.exit(f"{PAGE.name} has no place for the diagram {name}")
        page = head + begin + diagram + end + tail
    return page


def main(arguments: Iterable[str]) -> int:
    """Write the page or check it; return the exit status."""
    page = PAGE.read_text(encoding="utf-8")
    graph = grimp.build_graph("editor", cache_dir=None)
    new = drawn(page, {name: mermaid(graph, package) for name, package in DIAGRAMS.items()})
    if new == page:
        return 0
    if "--check" in arguments:
        print("docs/architecture.md is out of date; run “make architecture” and commit it.")
        return 1
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
