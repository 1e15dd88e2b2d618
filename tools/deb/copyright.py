"""The copyright file of the package: who may do what with each file, in Debian's DEP-5 format.

The licences of what is bundled are those in the ``licenses/index.toml`` of the bundle.
"""

import re
import textwrap
import tomllib
from collections.abc import Iterable, Mapping
from itertools import chain, starmap
from pathlib import Path
from posixpath import normpath
from typing import Any, NamedTuple

from tools.project import Project, source_day

_COMMON = (
    *("Apache-2.0", "CC0-1.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "MPL-1.1", "MPL-2.0"),
)
"""Files in ``/usr/share/common-licenses``; the SPDX identifiers of the licences begin so."""
_OWN = (
    "This program is free software: you can redistribute it and/or modify it under the terms of "
    "the GNU General Public License as published by the Free Software Foundation, either version 3 "
    "of the License, or (at your option) any later version."
)
_LICENSE = "GPL-3.0-or-later"
_WIDTH = 78


class _Part(NamedTuple):
    """One work in files that a paragraph is about."""

    holders: str
    """Who has the copyright, a line each."""
    license_id: str
    """SPDX expression."""
    about: list[str]
    """Sentences about the work and its licence; empty ones are left out."""


def debian_copyright(project: Project, bundle: Path, place: str) -> str:
    """Return the copyright file of a package that has ``bundle`` at ``place``.

    ``place`` is a path without its first slash: "usr/lib/rezensent". Raises FileNotFoundError
    when the bundle has no list of licences.
    """
    folder = "_internal/licenses"
    index = tomllib.loads((bundle / folder / "index.toml").read_text("utf-8"))
    head = {
        "Format": "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
        "Upstream-Name": "Rezensent",
        "Upstream-Contact": project.maintainer,
        "Source": project.urls["Source"],
    }
    own = _Part(f"© {source_day()[:4]} {project.author}", _LICENSE, [_OWN, _common(_LICENSE)])
    parts = {f"{place}/*": [own], f"{place}/{project.name}": [own]}
    for component in index["component"]:
        files = "\n".join(f"{place}/{path}".replace(" ", "?") for path in component["paths"])
        parts.setdefault(files, []).append(_part(component, f"/{place}/{folder}"))
    own_files = _files("*", parts.pop(f"{place}/*"))
    # The last paragraph that matches a file is about it, so folders come before what is in them.
    sorted_parts = sorted(parts.items(), key=lambda item: (item[0].split()[0].count("/"), item[0]))
    return "\n".join([_paragraph(head), own_files, *starmap(_files, sorted_parts)])


def _part(component: Mapping[str, Any], licenses: str) -> _Part:
    """Return what is to be said of a component; ``licenses`` is the folder of the texts."""
    texts = [normpath(f"{licenses}/{text}") for text in component["texts"]]
    name = f"{component['name']} {component.get('version', '')}".strip()
    about = [f"{name}: {component['license']}."]
    if texts:
        about.append(f"The texts of the licence are in {', '.join(texts)}.")
    about.append(_common(component["license"]))
    holders = "\n".join(component.get("copyright", [])) or f"the authors of {component['name']}"
    return _Part(holders, component["license"], about)


def _common(license_id: str) -> str:
    """Return the sentence that says where Debian has the licences that ``license_id`` names."""
    names = [name for name in _COMMON if re.search(rf"\b{re.escape(name)}", license_id)]
    found = " and ".join(f"/usr/share/common-licenses/{name}" for name in names)
    return f"On Debian systems see also {found}." if found else ""


def _files(paths: str, parts: Iterable[_Part]) -> str:
    """Return the paragraph about files that ``parts`` are in; a path has no blanks."""
    parts = list(parts)
    licenses = dict.fromkeys(_expression(part.license_id) for part in parts)
    several = len(licenses) > 1
    names = (f"({name})" if several and " or " in name else name for name in licenses)
    about = (
        textwrap.wrap(sentence, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in parts
        for sentence in part.about
    )
    return _paragraph(
        {
            "Files": paths,
            "Copyright": "\n".join(dict.fromkeys(part.holders for part in parts)),
            "License": "\n".join([" and ".join(names), *chain.from_iterable(about)]),
        }
    )


def _expression(license_id: str) -> str:
    """Return an SPDX expression as DEP-5 writes it."""
    text = license_id.replace(" OR ", " or ").replace(" AND ", " and ")
    return re.sub(r" WITH (\w+)-exception\S*", r" with \1 exception", text)


def _paragraph(fields: Mapping[str, str]) -> str:
    """Return the fields; further lines of a value are indented."""
    lines = [f"{name}: {value.replace(chr(10), f'{chr(10)} ')}" for name, value in fields.items()]
    return "\n".join(lines) + "\n"
