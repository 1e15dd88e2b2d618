"""YAML front matter as a list of entries, each with its own stretch of the file.

Values follow the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema), as in Hugo
and Astro: “NO” is a word, 12:30 is not 750, and a date remains the text that was typed. PyYAML
parses, and the stretches are cut here: round-trip libraries such as ruamel.yaml normalise blanks,
quotes and comments of lines that were not edited.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import yaml

from editor.review.model import FrontMatterEntry
from editor.storage.front_matter_base import (
    BLANK_LINE,
    MAX_DIGITS,
    MAX_PARTS,
    check_length,
    is_date,
    split_prefix,
    syntax_error,
)

_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_FOR_PYTHON = re.compile(r"\ufeff|(?<![^\s\[{,])!")
"""Read differently by libyaml: it does not count a byte order mark, and takes a tag for text."""
_NON_SCALAR = (dict, list)


class _CoreLoader(yaml.SafeLoader):
    """SafeLoader with the scalars of YAML 1.2 instead of those of 1.1."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), _first
    )


class _Composer(getattr(yaml, "CSafeLoader", _CoreLoader)):  # type: ignore[misc]
    """The loader in C, ten times as fast, where PyYAML has it."""

    yaml_implicit_resolvers = _CoreLoader.yaml_implicit_resolvers


def _decimal(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int | str:
    text = loader.construct_scalar(node)
    # YAML 1.1 would read 0800 as octal.
    return int(text) if len(text) <= MAX_DIGITS else text


_CoreLoader.add_constructor("tag:yaml.org,2002:int", _decimal)


class _Dumper(yaml.SafeDumper):
    """SafeDumper that indents lists and never refers back to an equal value."""

    # In quotes, “<<” would be an ordinary key and no longer merge anything.
    yaml_implicit_resolvers = {  # noqa: RUF012
        first: resolvers
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
        if first != "<"
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    # PyYAML writes these three as line breaks, and reads a line break as a blank.
    style = '"' if _LINE_ENDS.search(value) else "'" if _needs_quotes(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style)


def _needs_quotes(value: str) -> bool:
    """Return whether ``value`` without quotes is not a text by the core schema, such as “0800”."""
    resolvers = _CoreLoader.yaml_implicit_resolvers.get(value[:1], ())
    return any(pattern.match(value) for _, pattern in resolvers)


_Dumper.add_representer(str, _text)


def parse(source: str, name: str = "") -> tuple[FrontMatterEntry, ...]:
    """Return the entries of ``source``, the lines between the fences of the file ``name``.

    Raises ReviewFileError when it is not valid YAML, not a mapping, or too long.
    """
    check_length(source, name)
    try:
        loader = _CoreLoader(source)
        try:
            node = _node(loader, source)
            indented = _indentation(node)
            if indented:
                # Without indentation, keys can be added and removed line by line.
                return parse(re.sub(rf"^ {{1,{indented}}}", "", source, flags=re.MULTILINE), name)
            return _entries(loader, node, source)
        finally:
            loader.dispose()
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise syntax_error("YAML", _line(error), name) from error


def dumps(entries: Iterable[FrontMatterEntry]) -> str:
    """Return the lines of ``entries``: their source where they were not edited, else new ones.

    Aliases of an anchor that was removed by an edit are expanded.
    """
    entries = list(entries)
    lines = "".join(map(_stretch, entries))
    dependent = [_has_foreign_alias(entry) for entry in entries]
    if not any(dependent) or _composes(lines):
        return lines
    pairs = zip(entries, dependent, strict=True)
    return "".join(_stretch(replace(e, source=None) if expand else e) for e, expand in pairs)


def _node(loader: _CoreLoader, source: str) -> yaml.Node | None:
    if _FOR_PYTHON.search(source):
        return loader.get_single_node()
    try:
        composer = _Composer(source)
        try:
            node: yaml.Node | None = composer.get_single_node()
            return node
        finally:
            composer.dispose()
    except (yaml.YAMLError, ValueError):
        # The verdict and the error position of the loader in Python count.
        return loader.get_single_node()


def _entries(
    loader: _CoreLoader, node: yaml.Node | None, source: str
) -> tuple[FrontMatterEntry, ...]:
    if node is None:
        return (FrontMatterEntry("", None, source),)
    if not isinstance(node, yaml.MappingNode):
        raise yaml.YAMLError("keine Liste von Schlüsseln")
    if node.flow_style:
        # JSON in one line has no stretch per key: it is written with one key per line.
        flow = ((*split_prefix(_key(key)), _value(loader, value)) for key, value in node.value)
        return tuple(FrontMatterEntry(key, value, prefix=prefix) for prefix, key, value in flow)
    starts = [key.start_mark.index for key, _ in node.value]
    stops = [*starts[1:], len(source)]
    entries = []
    for (key, value), start, stop in zip(node.value, starts, stops, strict=True):
        body, trail = _without_trail(source[start:stop])
        lead = source[:start] if start == starts[0] else ""
        prefix, name = split_prefix(_key(key))
        entries.append(
            FrontMatterEntry(name, _value(loader, value), body, lead, trail, prefix=prefix)
        )
    return tuple(entries)


def _indentation(node: yaml.Node | None) -> int:
    """Return the number of blanks before every key."""
    block = isinstance(node, yaml.MappingNode) and not node.flow_style
    return int(node.start_mark.column) if node is not None and block else 0


def _without_trail(lines: str) -> tuple[str, str]:
    """Split blank lines and comments off the end: they are kept when the value is replaced."""
    parts = lines.splitlines(keepends=True)
    end = len(parts)
    while end > 1 and BLANK_LINE.fullmatch(parts[end - 1]):
        end -= 1
    return "".join(parts[:end]), "".join(parts[end:])


def _key(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _value(loader: _CoreLoader, node: yaml.Node) -> Any:
    if _size(node, {}) > MAX_PARTS:
        # A few lines of aliases can make a gigantic value: only its source is kept.
        return None
    try:
        return loader.construct_document(node)
    except (yaml.constructor.ConstructorError, ValueError, LookupError, AttributeError):
        # An unknown tag, or a tag of YAML on an unsuitable value, for which PyYAML lets errors of
        # its own code through: the source of the entry is kept, its value is unknown.
        return None


def _size(node: yaml.Node, sizes: dict[int, float]) -> float:
    """Return the number of parts of ``node`` with aliases expanded, infinite for a cycle.

    ``sizes`` has the sizes of the nodes that were counted before, by their ids.
    """
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) not in sizes:
        sizes[id(node)] = float("inf")
        pairs = isinstance(node, yaml.MappingNode)
        parts = [part for pair in node.value for part in pair] if pairs else node.value
        sizes[id(node)] = 1 + sum(_size(part, sizes) for part in parts)
    return sizes[id(node)]


def _stretch(entry: FrontMatterEntry) -> str:
    if entry.syntax != "yaml":
        return _dump(entry.name, entry.value)
    body = entry.source if entry.source is not None else _dump(entry.name, entry.value)
    return f"{entry.lead}{body}{entry.trail}"


def _has_foreign_alias(entry: FrontMatterEntry) -> bool:
    """Return whether the lines of ``entry`` refer to an anchor in another entry."""
    source = entry.source if entry.syntax == "yaml" else None
    return source is not None and "*" in source and not _composes(source)


def _composes(lines: str) -> bool:
    loader = _CoreLoader(lines)
    try:
        _node(loader, lines)
    except (yaml.YAMLError, RecursionError, ValueError):
        return False
    else:
        return True
    finally:
        loader.dispose()


def _dump(key: str, value: Any) -> str:
    return yaml.dump(
        {key: _dated(value)},
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=None if isinstance(value, _NON_SCALAR) else False,
        width=float("inf"),
    )


def _dated(value: Any) -> Any:
    """Return an ISO date as a date, so that it is written without quotes."""
    is_text = isinstance(value, str)
    return datetime.date.fromisoformat(value) if is_text and is_date(value) else value


def _line(error: Exception) -> int | None:
    # The beginning of an unfinished construct is more helpful than the end of the file.
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    # The front matter begins on the second line of the file, and marks count from 0.
    return mark.line + 2 if mark is not None else None
