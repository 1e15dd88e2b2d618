"""The acceptance fails loudly: for an error, a file too new for old systems, and what is left."""

import os
import subprocess
from pathlib import Path

import pytest

from tools.acceptance import __main__ as acceptance
from tools.acceptance.check import Check, CheckError, carry_out, failures
from tools.acceptance.command_checks import COMMAND_CHECKS
from tools.acceptance.display import Display
from tools.acceptance.file_checks import FILE_CHECKS
from tools.acceptance.machine import Machine, MachineError
from tools.acceptance.packages import DebPackage, PortablePackage
from tools.acceptance.removal_checks import removal_checks, system_paths


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    root = tmp_path / "root"
    (root / "usr" / "lib" / "rezensent-of-a-test").mkdir(parents=True)
    (root / "home" / "hanna" / ".config" / "rezensent").mkdir(parents=True)
    folder = "/usr/lib/rezensent-of-a-test"
    return Machine("bookworm deb", root, 0, Display(":0"), tmp_path, folder=folder)


class GonePackage(DebPackage):
    """A package whose removal leaves what it finds."""

    def remove(self, machine: Machine) -> None:
        (machine.home / "Film.md").unlink(missing_ok=True)


@pytest.mark.parametrize(
    "error",
    [
        CheckError("two\n lines"),
        MachineError("two lines"),
        subprocess.SubprocessError("two lines"),
        IndexError("two lines"),
    ],
)
def test_error_of_a_check_is_one_line(machine: Machine, error: Exception) -> None:
    def broken(_machine: Machine) -> str:
        raise error

    outcome = carry_out(Check("doctor", broken), machine)
    assert outcome.line().startswith("✗ bookworm deb · doctor: two lines · ")
    assert failures([outcome, carry_out(Check("version", lambda _: "0.1.0"), machine)]) == [outcome]


@pytest.mark.parametrize(
    ("said", "passed"),
    [
        ("✓ Java: 25\n✓ Schnellstart: wird benutzt\n– Vorlesen: fehlt\n", True),
        ("✓ Java: 25\n– Schnellstart: nicht eingerichtet\n", False),
        ("✓ Java: 25\n\n✓ Schnellstart: wird benutzt\n✗ Schrift: fehlt\n", False),
        ("✓ Java: 25\n", False),
    ],
)
def test_doctor_has_to_find_everything_and_the_start_cache_in_use(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, said: str, *, passed: bool
) -> None:
    monkeypatch.setattr(Machine, "rezensent", lambda *_, **__: said)
    [doctor] = [check for check in COMMAND_CHECKS if check.name == "doctor"]
    assert carry_out(doctor, machine).passed is passed


def test_file_for_a_newer_c_library_is_named(machine: Machine) -> None:
    [check] = [check for check in FILE_CHECKS if check.name == "C library"]
    file = machine.path("/usr/lib/rezensent-of-a-test/libnew.so")
    file.write_bytes(b"\x7fELF\0GLIBC_2.2.5\0GLIBC_2.35\0")
    assert carry_out(check, machine).seen == "2.35 for libnew.so"
    file.write_bytes(b"\x7fELF\0GLIBC_2.2.5\0GLIBC_2.36\0")
    outcome = carry_out(check, machine)
    assert (outcome.passed, outcome.seen) == (False, "2.36 for libnew.so")


def test_removal_names_what_is_left_and_what_is_lost(machine: Machine, tmp_path: Path) -> None:
    bare = system_paths(machine)
    *_, removal = removal_checks(GonePackage(tmp_path / "a.deb", tmp_path), bare)
    assert carry_out(removal, machine).passed
    left = machine.path("/usr/share/applications/rezensent.desktop")
    left.parent.mkdir(parents=True)
    left.touch()
    assert "rezensent.desktop" in carry_out(removal, machine).seen
    (machine.home / "Film.md").touch()
    assert carry_out(removal, machine).seen == "changed: Film.md"


def test_removal_from_an_account_leaves_its_own_files(machine: Machine, tmp_path: Path) -> None:
    class Portable(PortablePackage):
        """A package whose removal does nothing."""

        def remove(self, machine: Machine) -> None:
            """Leave everything."""

    (machine.home / ".local" / "share" / "rezensent" / "languagetool").mkdir(parents=True)
    *_, removal = removal_checks(Portable(tmp_path / "a.tar.xz"), frozenset())
    assert carry_out(removal, machine).passed
    (machine.home / ".local" / "bin").mkdir()
    assert carry_out(removal, machine).seen == "left: .local/bin"


def test_account_without_rights_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert acceptance.main([]) == 1
    assert "root" in capsys.readouterr().err


def test_check_that_does_not_exist_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        acceptance.main(["--only", "no home", "vresion"])
    assert "vresion" in capsys.readouterr().err
