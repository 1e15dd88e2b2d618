"""Hooks of hatchling: resources inside the package, and a README without relative links.

hatchling runs this file by its path, alone and in an environment of its own, so it imports nothing
of the project.
"""

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(?P<picture>!?)\[(?P<text>[^\]]*)\]\((?!https?://|#)(?P<path>[^)\s]+)\)")
_PICTURES = {".png", ".svg", ".jpg"}


class ResourcesHook(BuildHookInterface[Any]):
    """Places ``resources/`` into the wheel as ``editor/resources``.

    Not into an editable wheel: that one points to the checkout, and a copy would grow old there.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folder to hatchling; ``version`` is "standard" or "editable"."""
        if version == "standard":
            build_data["force_include"]["resources"] = "editor/resources"


class ReadmeHook(MetadataHookInterface):
    """Makes README.md the description, in which links name the files of the source's address."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the field ``readme`` of ``metadata``, the table ``[project]``."""
        text = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": absolute_links(text, metadata["urls"]["Source"]),
        }


def absolute_links(text: str, source: str) -> str:
    """Return Markdown ``text`` with absolute links to the repository at the URL ``source``.

    A package registry shows the text without the files beside it. ``HEAD`` is the default branch.
    """

    def absolute(match: re.Match[str]) -> str:
        picture, label, path = match["picture"], match["text"], match["path"]
        kind = "raw" if Path(path).suffix in _PICTURES else "blob"
        return f"{picture}[{label}]({source}/{kind}/HEAD/{path})"

    return _LINK.sub(absolute, text)
