"""Manual page, description for catalogues, menu entry and icons say what the program has."""

import configparser
import gzip
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from editor.cli.parser import make_parser
from editor.localized import Language
from editor.paths import resource
from tools.changelog import packaged
from tools.linux import manual
from tools.linux.share import ICON_SIZES, write_share
from tools.project import ROOT, Project, source_day
from tools.screenshot_views import VIEWS

PROJECT = Project.load()
LANGUAGES: tuple[Language, ...] = ("de", "en")


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    write_share(folder)
    return folder


# -- manual page -----------------------------------------------------------------------------------


def _sections(page: str) -> dict[str, str]:
    """Return command → its part of the page, without the marks of roff."""
    plain = re.sub(r"\\f[BIR]", "", page).replace("\\-", "-").replace("\\&", "")
    parts = re.split(r"^\.S[SH] (.*)$", plain, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_every_command_with_every_argument(language: Language) -> None:
    sections = _sections(manual.manual(language, PROJECT, "2026-01-02"))
    commands = manual.commands(make_parser())
    assert len(commands) > 5
    for name, parser in commands.items():
        for action in manual.arguments(parser):
            if action.dest != "help":
                assert all(spelling in sections[name] for spelling in action.option_strings)
                assert action.help


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_speaks_one_language(language: Language) -> None:
    page = manual.manual(language, PROJECT, "2026-01-02")
    german = ("Rezensionen in andere Formate exportieren", "diese Hilfe zeigen", "Wörterbuch")
    english = ("export reviews to other formats", "show this help message", "dictionary")
    mine, other = (german, english) if language == "de" else (english, german)
    assert all(text in page for text in mine)
    assert not [text for text in other if text in page]


@pytest.mark.parametrize("language", LANGUAGES)
def test_groff_prints_the_manual_without_a_warning(language: Language) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    page = manual.manual(language, PROJECT, "2026-01-02")
    printed = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou"],
        input=page.encode(),
        capture_output=True,
        check=True,
    )
    text = printed.stdout.decode()
    assert not printed.stderr
    assert "--no-spoilers[=note]" in text
    assert "(de) " not in text
    assert "‐\n" not in text or language == "en", "German is broken by the patterns of English"


@pytest.mark.parametrize(
    ("text", "printed"),
    [("a-b", "a\\-b"), (".TH", "\\&.TH"), ("'x", "\\&'x"), ("C:\\x", "C:\\ex")],
)
def test_no_text_is_a_request_of_roff(text: str, printed: str) -> None:
    assert manual.escaped(text) == printed


# -- description for catalogues --------------------------------------------------------------------


def test_the_description_has_our_releases_pictures_and_addresses(share: Path) -> None:
    file = share / "metainfo" / f"{PROJECT.application_id}.metainfo.xml"
    root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 - our file
    told = [(item.get("version"), item.get("date")) for item in root.iter("release")]
    expected = packaged(PROJECT.version, source_day())
    assert told == [(release.version, release.day) for release in expected]
    assert root.findtext("id") == PROJECT.application_id
    assert root.findtext("developer/name") == PROJECT.author
    addresses = [item.text or "" for item in root.iter("image")]
    assert len(addresses) >= 2
    assert all(address.startswith(PROJECT.screenshots) for address in addresses)
    launched = root.findtext("launchable")
    assert launched is not None
    assert (share / "applications" / launched).is_file()


def test_texts_of_the_description_are_in_both_languages(share: Path) -> None:
    file = share / "metainfo" / f"{PROJECT.application_id}.metainfo.xml"
    root = ET.fromstring(file.read_text("utf-8"))  # noqa: S314 - our file
    german = "{http://www.w3.org/XML/1998/namespace}lang"
    described = root.find("description")
    assert described is not None
    for items in ([*described.iter("p")], [*described.iter("li")], [*root.iter("caption")]):
        assert [item.get(german) for item in items] == [None, "de"] * (len(items) // 2)


@pytest.mark.parametrize(
    ("command", "pattern"),
    [
        (("appstreamcli", "validate", "--pedantic", "--no-net"), "metainfo/*.xml"),
        (("desktop-file-validate",), "applications/*.desktop"),
    ],
)
def test_the_programs_of_desktops_accept_the_files(
    share: Path, command: tuple[str, ...], pattern: str
) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    [file] = share.glob(pattern)
    told = subprocess.run([*command, file], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_pictures_of_the_description_can_be_taken() -> None:
    text = (ROOT / "packaging" / "linux" / "screenshots.toml").read_text("utf-8")
    views = [each["file"].partition("-")[0] for each in tomllib.loads(text)["screenshot"]]
    assert set(views) <= set(VIEWS)
    assert f"--views {' '.join(views)} " in text


# -- menu entry and icons --------------------------------------------------------------------------


def test_the_menu_entry_calls_what_the_program_understands(share: Path) -> None:
    entry = configparser.RawConfigParser(delimiters=("=",))
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(share / "applications" / "rezensent.desktop", encoding="utf-8")
    main, new = entry["Desktop Entry"], entry["Desktop Action new"]
    assert main["Exec"] == "rezensent %f"
    assert "text/markdown" in main["MimeType"].split(";")
    program, *arguments = new["Exec"].split()
    assert program == main["TryExec"] == "rezensent"
    assert make_parser().parse_args(arguments).new
    translated = ("GenericName", "Comment", "Keywords")
    assert all(f"{key}[de]" in main for key in translated)
    assert "Name[de]" in new


def test_icons_have_the_size_of_their_folder(share: Path) -> None:
    icons = share / "icons" / "hicolor"
    for size in ICON_SIZES:
        image = QImage(str(icons / f"{size}x{size}" / "apps" / "rezensent.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() < image.pixelColor(size // 2, size // 6).alpha()
    scalable = icons / "scalable" / "apps" / "rezensent.svg"
    assert scalable.read_bytes() == resource("icons", "rezensent.svg").read_bytes()


def test_small_icons_have_a_drawing_of_their_own(share: Path) -> None:
    small = share / "icons" / "hicolor" / "16x16" / "apps" / "rezensent.png"
    upper_line = {QImage(str(small)).pixelColor(x, 3).name() for x in range(3, 13)}
    assert upper_line == {"#fffefb"}, "the line of text covers whole pixels"


def test_the_same_source_makes_the_same_files(share: Path, tmp_path: Path) -> None:
    write_share(tmp_path)
    files = sorted(path.relative_to(share) for path in share.rglob("*") if path.is_file())
    assert len(files) == len(ICON_SIZES) + 5
    assert all((share / file).read_bytes() == (tmp_path / file).read_bytes() for file in files)
    page = gzip.decompress((tmp_path / "man" / "de" / "man1" / "rezensent.1.gz").read_bytes())
    assert "BEFEHLE" in page.decode()
