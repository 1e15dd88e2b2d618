"""The checkers of the tests are fetched once, are what they should be, and may be missing."""

import base64
import hashlib
import io
import sys
import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from tools import web_checkers
from tools.web_checkers import AXE, CHECKERS, Checker

_NPM = '#!{}\nimport os, shutil\nshutil.copy("{}", os.path.join(os.getcwd(), "a-1.tgz"))\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the checkers belong; nothing is there yet, and no npm on the path."""
    monkeypatch.setattr(web_checkers, "FOLDER", tmp_path / "there")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return tmp_path / "there"


def _package(path: Path, content: bytes) -> None:
    with tarfile.open(path, "w:gz") as tar:
        member = tarfile.TarInfo(AXE.member)
        member.size = len(content)
        tar.addfile(member, io.BytesIO(content))


def _npm(tmp_path: Path, content: bytes) -> Checker:
    """Put an npm onto the path that hands out ``content``, and return what to expect of it."""
    archive = tmp_path / "package.tgz"
    _package(archive, content)
    program = tmp_path / "bin" / "npm"
    program.parent.mkdir()
    program.write_text(_NPM.format(sys.executable, archive))
    program.chmod(0o755)
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return replace(AXE, integrity=base64.b64encode(digest).decode())


@pytest.mark.usefixtures("folder")
def test_without_npm_one_line_says_what_is_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert web_checkers.main() == 0
    [line] = capsys.readouterr().out.splitlines()
    assert "npm ist nicht da" in line
    assert all(checker.package in line for checker in CHECKERS)


def test_a_package_is_fetched_once(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(web_checkers, "CHECKERS", (_npm(tmp_path, b"axe"),))
    assert web_checkers.main() == 0
    assert [path.read_bytes() for path in folder.rglob("*") if path.is_file()] == [b"axe"]
    assert AXE.package in capsys.readouterr().out
    (tmp_path / "bin" / "npm").unlink()
    assert web_checkers.main() == 0
    assert capsys.readouterr().out == ""


def test_another_package_than_expected_is_refused(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _npm(tmp_path, b"evil")
    monkeypatch.setattr(web_checkers, "CHECKERS", (AXE,))
    assert web_checkers.main() == 1
    assert not folder.exists()
    assert "nicht das erwartete Paket" in capsys.readouterr().err


def test_where_npm_has_no_net_the_tests_are_skipped(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(web_checkers, "CHECKERS", (_npm(tmp_path, b"axe"),))
    (tmp_path / "package.tgz").unlink()
    assert web_checkers.main() == 0
    assert not folder.exists()
    assert "npm konnte es nicht holen" in capsys.readouterr().out
