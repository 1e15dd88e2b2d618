"""A release: what keeps one from being made, version and changelog, checksums and signatures."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from editor.updates.signature import SignatureError, signed_message
from editor.updates.update import parse_update
from tests.updates.release_key import ReleaseKey
from tools.changelog import releases
from tools.project import ROOT, Project
from tools.release.__main__ import main
from tools.release.preparation import prepare
from tools.release.readiness import problems, stated_version
from tools.release.signing import Signatory, sign_release

KEY = ReleaseKey()
CHANGELOG = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Everything.\n"
NOTES = 'de = "Neu: Töne"\nen = "New: tones"\n\n[pages]\n'
DESKTOP = "packaging/linux/rezensent.desktop"
ENGLISH = "resources/translations/rezensent_en.ts"
GERMAN = "resources/translations/de/LC_MESSAGES/rezensent.po"
DAY = date(2026, 12, 1)


class TestSignatory(Signatory):
    """Signs with the key of this module instead of signify's."""

    __test__ = False

    def sign(self, message: Path) -> Path:
        signed = message.with_name(f"{message.name}.sig")
        signed.write_bytes(KEY.signed(message.read_bytes()))
        return signed


SIGNATORY = TestSignatory(Path(), "")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that is ready but for version and changelog."""
    root = tmp_path / "repository"
    for name in ("pyproject.toml", "packaging", "resources/translations", "editor/__init__.py"):
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    for path in (root / "pyproject.toml", *(root / "packaging").rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8").replace("org.example", "de.rezensent")
            path.write_text(text.replace("example.org", "rezensent.de"), "utf-8")
    (root / "CHANGELOG.md").write_text(CHANGELOG)
    (root / "README.md").write_text("Zu laden auf rezensent.de")
    notes = root / "packaging" / "release" / "notes.toml"
    notes.write_text(f'version = "{stated_version(root)}"\n[notes]\n{NOTES}', "utf-8")
    (root / "resources" / "release.toml").write_text(
        f'[updates]\naddress = "https://rezensent.de/n"\npublic_keys = ["{KEY.public}"]\n'
    )
    git(root, "init", "-q")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@localhost")
    subprocess.run(["git", "-C", root, *who, *arguments], check=True)


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "change")


def released(root: Path) -> str:
    """Prepare the version that is stated, and commit it."""
    version = stated_version(root)
    prepare(root, version, DAY)
    commit(root)
    return version


def test_a_prepared_version_is_ready(root: Path) -> None:
    assert any("unreleased" in problem for problem in problems(root))
    version = released(root)
    assert list(problems(root)) == []
    unreleased, newest = releases(root / "CHANGELOG.md")
    assert unreleased.changes == ()
    assert (newest.version, newest.day) == (version, "2026-12-01")
    git(root, "tag", f"v{version}")
    assert list(problems(root)) == [], "the tag is on this commit"


def change(name: str, before: str, after: str) -> Callable[[Path], None]:
    def apply(root: Path) -> None:
        path = root / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")
        commit(root)

    return apply


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            change("pyproject.toml", 'Homepage = "', 'Homepage = "https://example.org/'),
            "placeholder",
        ),
        (change("README.md", "auf", "ist es nirgends\nveröffentlicht, auch nicht auf"), "no page"),
        (change(DESKTOP, "Exec=", "X-A=example.com\nExec="), "placeholder"),
        (change("editor/__init__.py", '__version__ = "', '__version__ = "9.'), "not a version"),
        (change("CHANGELOG.md", "] - 2026-12-01", "9] - 2026-12-01"), "newest version is not"),
        (change("CHANGELOG.md", " - 2026-12-01", ""), "has no day"),
        (change("CHANGELOG.md", "eased]\n", "eased]\n\n- More.\n"), "unreleased changes"),
        (change("packaging/release/notes.toml", 'version = "', 'version = "9'), "not those of"),
        (change("resources/release.toml", "https:", "http:"), "not https"),
        (change("resources/release.toml", "https://rezensent.de/n", ""), "needs"),
        (change("resources/release.toml", "RW", "XX"), "not a public key"),
        (
            change(ENGLISH, "<translation>", '<translation type="unfinished">'),
            "without translation",
        ),
        (change(GERMAN, '\n\nmsgid "', '\n\n#, fuzzy\nmsgid "'), f"{GERMAN}: texts without"),
        (
            change(GERMAN, '\n\nmsgid "', '\n\nmsgid "Six"\nmsgstr ""\n\nmsgid "'),
            f"{GERMAN}: texts",
        ),
    ],
)
def test_what_is_not_ready_is_told(root: Path, spoil: Callable[[Path], None], said: str) -> None:
    released(root)
    spoil(root)
    assert any(said in problem for problem in problems(root))


def test_a_changed_tree_and_a_tag_elsewhere_are_told(root: Path) -> None:
    version = released(root)
    git(root, "tag", f"v{version}", "HEAD~1")
    (root / "new.txt").touch()
    assert list(problems(root)) == [
        "there are changes that are not committed",
        f"the tag v{version} is on another commit",
    ]


def test_a_newer_version_is_stated_in_the_program(root: Path) -> None:
    prepare(root, "3.1.4", DAY)
    assert stated_version(root) == "3.1.4"


@pytest.mark.parametrize("version", ["0.0.1", "1.0", "1.0.0rc1"])
def test_older_versions_and_other_notations_are_refused(root: Path, version: str) -> None:
    with pytest.raises(ValueError, match=r"older|not a version"):
        prepare(root, version, DAY)


def test_a_version_is_released_once_and_with_changes(root: Path) -> None:
    version = released(root)
    with pytest.raises(ValueError, match="already"):
        prepare(root, version, DAY)
    with pytest.raises(ValueError, match="no unreleased changes"):
        prepare(root, "9.0.0", DAY)


@pytest.fixture
def files(root: Path, tmp_path: Path) -> list[Path]:
    version = stated_version(root)
    images = (f"Rezensent-{version}-macos-{machine}.dmg" for machine in ("arm64", "x86_64"))
    names = (f"rezensent_{version}_amd64.deb", f"rezensent-{version}-linux-x86_64.tar.xz", *images)
    for name in names:
        (tmp_path / name).write_text(name)
    return [tmp_path / name for name in names]


def test_files_are_signed_for_people_and_for_the_program(
    root: Path, files: list[Path], tmp_path: Path
) -> None:
    sums, newest = sign_release(root, files, tmp_path, SIGNATORY, DAY)
    again = [*files, tmp_path / "SHA256SUMS", sums, newest]
    before = sums.read_bytes()
    sign_release(root, again, tmp_path, SIGNATORY, DAY)
    assert sums.read_bytes() == before, "what the first call wrote is no file of the release"
    listed = signed_message(sums.read_bytes(), [KEY.public])
    subprocess.run(["sha256sum", "--check"], cwd=tmp_path, input=listed, check=True)
    update = parse_update(signed_message(newest.read_bytes(), [KEY.public]))
    assert (update.version, update.date) == (stated_version(root), DAY)
    assert update.page("deb") == Project.load(root / "pyproject.toml").urls["Homepage"]
    assert (update.notes.german, update.notes.english) == ("Neu: Töne", "New: tones")
    assert update.files["deb"].name == files[0].name
    assert update.files["deb"].size == len(files[0].name)
    assert set(update.files) == {"deb", "portable"}, "which of two files is meant is for the page"


def test_the_key_of_another_release_is_refused(
    root: Path, files: list[Path], tmp_path: Path
) -> None:
    change("resources/release.toml", KEY.public, ReleaseKey().public)(root)
    with pytest.raises(SignatureError):
        sign_release(root, files, tmp_path, SIGNATORY, DAY)


@pytest.mark.parametrize("version", ["9.9.9", "10.1.0", "0.1", ""])
def test_files_of_another_version_are_not_signed(
    root: Path, files: list[Path], tmp_path: Path, version: str
) -> None:
    other = tmp_path / files[0].name.replace(stated_version(root), version)
    with pytest.raises(ValueError, match="not a file of version"):
        sign_release(root, [*files, other], tmp_path, SIGNATORY, DAY)
    assert not (tmp_path / "SHA256SUMS").exists()


def test_the_command_says_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "check"]) == 1
    assert "✗ CHANGELOG.md: there are unreleased changes" in capsys.readouterr().out
    assert main(["--root", str(root), "prepare", stated_version(root)]) == 0
    commit(root)
    assert main(["--root", str(root), "check"]) == 0
    assert main(["--root", str(root), "prepare", "0.0.1"]) == 1
    assert "older" in capsys.readouterr().err
