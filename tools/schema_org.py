"""Makes the extract of schema.org's vocabulary that tests check exported JSON-LD against.

``python tools/schema_org.py schemaorg-current-https.jsonld`` writes tests/data/schema_org.json. The
release files are in https://github.com/schemaorg/schemaorg/tree/main/data/releases. This extract is
of version 30.0 and, like the vocabulary, under CC BY-SA 3.0.
"""

import json
import sys
from pathlib import Path
from typing import Any

TYPES = {
    *("Review", "Rating", "Person", "Movie", "TVSeason", "TVSeries", "CreativeWork", "Product"),
    *("PerformanceRole", "Country", "ItemList", "ListItem"),
}
"""Types that exported data uses."""
TARGET = Path(__file__).parents[1] / "tests" / "data" / "schema_org.json"


def main(source: Path) -> None:
    """Write the extract of the release file ``source``."""
    graph = json.loads(source.read_text("utf-8"))["@graph"]
    parents = {
        _name(node): _names(node.get("rdfs:subClassOf"))
        for node in graph
        if "rdfs:Class" in _list(node["@type"])
    }
    types = {name: sorted(_ancestors(name, parents)) for name in parents}
    ancestors = {ancestor for name in TYPES for ancestor in types[name]}
    properties = {
        _name(node): {"domains": domains, "ranges": _names(node.get("schema:rangeIncludes"))}
        for node in graph
        if "rdf:Property" in _list(node["@type"])
        and ancestors & set(domains := _names(node.get("schema:domainIncludes")))
    }
    used_types = {name: types[name] for name in sorted(TYPES)}
    extract = {"types": used_types, "properties": dict(sorted(properties.items()))}
    TARGET.write_text(json.dumps(extract, indent=0) + "\n", "utf-8")


def _ancestors(name: str, parents: dict[str, list[str]]) -> set[str]:
    names = {name}
    for parent in parents.get(name, []):
        names |= _ancestors(parent, parents)
    return names


def _names(value: Any) -> list[str]:
    return [_name(item) for item in _list(value)]


def _name(node: dict[str, Any]) -> str:
    return str(node["@id"]).removeprefix("schema:")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
