"""The copyright file of the package: who may do what with each file, in Debian's DEP-5 format.

The licences of what is bundled are those in the ``licenses/index.toml`` of the bundle.
"""

import re
import textwrap
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import normpath
from typing import Any

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
_WIDTH = 78


def debian_copyright(project: Project, bundle: Path, place: str) -> str:
    """Return the copyright file of a package that has ``bundle`` at ``place``.

    ``place`` is a path without its first slash: "usr/lib/rezensent". Raises FileNotFoundError
    when the bundle has no list of licences.
    """
    folder = "_internal/licenses"
    index = tomllib.loads((bundle / folder / "index.toml").read_text("utf-8"))
    parts = [
        _paragraph(
            {
                "Format": "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
                "Upstream-Name": "Rezensent",
                "Upstream-Contact": project.maintainer,
                "Source": project.urls["Source"],
            }
        ),
        _files(
            ["*"],
            [f"© {source_day()[:4]} {project.author}"],
            "GPL-3.0-or-later",
            [_OWN, _common("GPL-3.0")],
        ),
    ]
    parts += (_component(each, place, f"/{place}/{folder}") for each in index["component"])
    return "\n".join(parts)


def _component(component: Mapping[str, Any], place: str, licenses: str) -> str:
    """Return the paragraph about one thing that is bundled."""
    paths = [f"{place}/{path}" for path in component["paths"]] or [f"{licenses[1:]}/*"]
    texts = [normpath(f"{licenses}/{text}") for text in component["texts"]]
    about = [f"{component['name']} {component.get('version', '')}".strip() + "."]
    if texts:
        about.append(f"The texts of the licence are in {', '.join(texts)}.")
    about.append(_common(component["license"]))
    return _files(paths, component.get("copyright", []), component["license"], about)


def _common(license_id: str) -> str:
    """Return the sentence that says where Debian has the licences that ``license_id`` names."""
    names = [name for name in _COMMON if re.search(rf"\b{re.escape(name)}", license_id)]
    found = " and ".join(f"/usr/share/common-licenses/{name}" for name in names)
    return f"On Debian systems see also {found}." if found else ""


def _files(paths: list[str], holders: Iterable[str], license_id: str, about: list[str]) -> str:
    lines = [
        line
        for sentence in about
        for line in textwrap.wrap(sentence, _WIDTH, break_long_words=False, break_on_hyphens=False)
    ]
    return _paragraph(
        {
            # A path has no blanks in this format; a question mark is any one character.
            "Files": "\n".join(path.replace(" ", "?") for path in paths),
            "Copyright": "\n".join(holders) or "the authors that the texts of the licence name",
            "License": "\n".join([_expression(license_id), *lines]),
        }
    )


def _expression(license_id: str) -> str:
    """Return an SPDX expression as DEP-5 writes it."""
    text = license_id.replace(" OR ", " or ").replace(" AND ", " and ")
    return re.sub(r" WITH (\S+)", r" with \1 exception", text)


def _paragraph(fields: Mapping[str, str]) -> str:
    """Return the fields; further lines of a value are indented."""
    lines = [f"{name}: {value.replace(chr(10), f'{chr(10)} ')}" for name, value in fields.items()]
    return "\n".join(lines) + "\n"
