"""AppStream's description of the program, for catalogues of software.

``packaging/linux/rezensent.metainfo.xml`` has the texts; its id, author, addresses, pictures
and releases are added here, from ``pyproject.toml``, ``screenshots.toml`` and ``CHANGELOG.md``.
"""

import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable

from tools.changelog import Release
from tools.project import ROOT, Project

_FOLDER = ROOT / "packaging" / "linux"
_URLS = {"homepage": "Homepage", "bugtracker": "Issues", "vcs-browser": "Source"}
"""Kind of an address in AppStream → its label in ``pyproject.toml``."""
_ENTRIES = 10
"""Changes of one release that are named; a catalogue shows no more."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def metainfo(project: Project, releases: Iterable[Release]) -> bytes:
    """Return the file, with ``releases`` newest first."""
    root = ET.fromstring((_FOLDER / "rezensent.metainfo.xml").read_text("utf-8"))  # noqa: S314 - ours
    identity = ET.Element("id")
    identity.text = project.application_id
    root.insert(0, identity)
    developer = ET.SubElement(root, "developer", id=project.application_id.rpartition(".")[0])
    ET.SubElement(developer, "name").text = project.author
    for kind, label in _URLS.items():
        ET.SubElement(root, "url", type=kind).text = project.urls[label]
    root.append(_screenshots(project))
    root.append(_releases(releases))
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _screenshots(project: Project) -> ET.Element:
    described = tomllib.loads((_FOLDER / "screenshots.toml").read_text("utf-8"))["screenshot"]
    root = ET.Element("screenshots")
    for number, picture in enumerate(described):
        item = ET.SubElement(root, "screenshot", {} if number else {"type": "default"})
        for language in ("en", "de"):
            attributes = {} if language == "en" else {_LANGUAGE: language}
            ET.SubElement(item, "caption", attributes).text = picture[language]
        for language in ("en", "de"):
            attributes = {"type": "source"}
            if language != "en":
                attributes[_LANGUAGE] = language
            file = picture["file"].format(language=language)
            ET.SubElement(item, "image", attributes).text = f"{project.screenshots}/{file}"
    return root


def _releases(releases: Iterable[Release]) -> ET.Element:
    root = ET.Element("releases")
    for release in releases:
        item = ET.SubElement(root, "release", version=release.version, date=release.day)
        changes = ET.SubElement(ET.SubElement(item, "description"), "ul")
        for change in release.changes[:_ENTRIES]:
            ET.SubElement(changes, "li").text = change.replace("*", "").replace("`", "")
    return root
