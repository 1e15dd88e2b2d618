"""The command line with files that are not reviews, and with damaged ones."""

import io
import sys
from pathlib import Path

import pytest

from editor.__main__ import main
from tests.bad_files import KINDS, NAMES, Kind, state

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and links")


def problems(told: str) -> list[str]:
    """Return what is said, without the sum of an export."""
    return [line for line in told.splitlines() if not line.startswith("0 Rezensionen exportiert")]


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_commands_do_it_or_say_one_sentence(
    kind: Kind, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path, output = tmp_path / "a" / "rezension.md", tmp_path / "b"
    path.parent.mkdir()
    kind.make(path)
    before = state(path)
    # A damaged file is opened to be looked at only.
    refused = kind.opened in ("refused", "copy")
    for command in (
        ["stats", str(path)],
        ["export", str(path), "--to", "html", "-o", str(output / "seite.html")],
        ["new", str(output / "neu.md"), "--from", str(path)],
    ):
        output.mkdir(exist_ok=True)
        status = main(command)
        told = capfd.readouterr().err
        assert "Traceback" not in told
        assert "In Rezensent ist ein Fehler aufgetreten" not in told
        if kind.opened == "refused" or (refused and command[0] != "new"):
            assert status == 2
            assert len(problems(told)) == 1
            assert str(path) in told
        else:
            assert status == 0, told
    assert state(path) == before


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_import_does_it_or_says_one_sentence(
    kind: Kind, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rezension.md"
    kind.make(path)
    before = state(path)
    status = main(["import", str(path), "-o", "-"])
    told = capfd.readouterr().err
    assert "Traceback" not in told
    assert "ein Fehler aufgetreten" not in told
    assert status == (2 if told and "Text ist nicht in UTF-8" not in told else 0)
    assert len(told.splitlines()) <= 1
    assert state(path) == before


@pytest.mark.languagetool
def test_check_goes_on_after_bad_files(
    office_url: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for number, kind in enumerate(KINDS):
        if kind.opened in ("refused", "copy"):
            paths.append(tmp_path / str(number) / "rezension.md")
            paths[-1].parent.mkdir()
            kind.make(paths[-1])
    assert main(["check", "--server", office_url, *map(str, paths)]) == 2
    told = [line for line in capfd.readouterr().err.splitlines() if "bitte" in line]
    assert len(told) == len(paths)
    assert all(str(path) in line for path, line in zip(paths, told, strict=True))


@pytest.mark.parametrize("name", ["x" * 300, "a/" * 3_000])
@pytest.mark.parametrize("more", [["--to", "html"], ["--to", "html,txt"], ["--to", "md", "--keep"]])
def test_target_that_no_disk_takes_is_one_sentence(
    name: str,
    more: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    source = tmp_path / "rezension.md"
    source.write_text("---\ntitle: X\n---\n\nText.\n", "utf-8")
    sources = [str(source)]
    if "," not in more[1]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Text.")))
        sources.append("-")
    for item in sources:
        assert main(["export", item, *more, "-o", name]) == 2
        told = capfd.readouterr().err
        assert len({line for line in problems(told) if "exportiert" not in line}) == 1
        assert "aufgetreten" not in told
    assert main(["import", str(source), "-o", name]) == 2
    assert "aufgetreten" not in capfd.readouterr().err


@pytest.mark.parametrize("name", ["x" * 300, "a/" * 3_000, "ordner/\udcff.md"])
def test_name_that_no_disk_takes_is_one_sentence(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in (["stats", name], ["new", name], ["export", name, "--to", "html"]):
        assert main(command) == 2
        told = capfd.readouterr().err
        assert len(problems(told)) == 1
        assert "aufgetreten" not in told
