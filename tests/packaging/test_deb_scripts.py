"""Scripts of the Debian package: AppArmor's profile comes and goes with it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.project import ROOT


def _run_script(root: Path, name: str, argument: str, parser: str) -> None:
    """Run a script of the package with ``root`` as the system's and ``parser`` as AppArmor's."""
    script = (ROOT / "packaging" / "debian" / name).read_text("utf-8")
    for folder in ("/etc", "/usr/share", "/var", "/sys"):
        script = script.replace(folder, f"{root}{folder}")
    programs = root / "bin"
    programs.mkdir(exist_ok=True)
    (programs / "apparmor_parser").write_text(f"#!/bin/sh\n{parser}\n")
    (programs / "apparmor_parser").chmod(0o755)
    environment = {**os.environ, "PATH": f"{programs}:/usr/bin:/bin"}
    subprocess.run(["sh", "-c", script, name, argument], env=environment, check=True)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    (tmp_path / "usr" / "share" / "rezensent").mkdir(parents=True)
    (tmp_path / "usr" / "share" / "rezensent" / "apparmor").write_text("profile")
    (tmp_path / "etc" / "apparmor.d").mkdir(parents=True)
    return tmp_path


def test_the_profile_comes_and_goes_with_the_package(system: Path) -> None:
    profile = system / "etc" / "apparmor.d" / "rezensent"
    _run_script(system, "postinst", "configure", "exit 0")
    assert profile.read_text() == "profile"
    _run_script(system, "prerm", "upgrade", "exit 0")
    assert profile.exists()
    _run_script(system, "prerm", "remove", "exit 0")
    assert not profile.exists()


def test_an_apparmor_that_cannot_read_the_profile_gets_none(system: Path) -> None:
    profile = system / "etc" / "apparmor.d" / "rezensent"
    profile.write_text("of an earlier installation")
    _run_script(system, "postinst", "configure", "exit 1")
    assert not profile.exists()


def test_a_system_without_apparmor_is_left_alone(system: Path) -> None:
    shutil.rmtree(system / "etc")
    _run_script(system, "postinst", "configure", "exit 0")
    _run_script(system, "prerm", "remove", "exit 0")
    assert not (system / "etc").exists()


def test_the_scripts_are_clean() -> None:
    shellcheck = shutil.which("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed")
    scripts = sorted((ROOT / "packaging" / "debian").glob("p*"))
    assert {script.name for script in scripts} == {"postinst", "prerm"}
    subprocess.run([shellcheck, *scripts], check=True)
