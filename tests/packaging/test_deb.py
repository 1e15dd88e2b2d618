"""A Debian package is made of a bundle, always the same, and asks for what the bundle lacks."""

import hashlib
import os
import re
import shutil
import subprocess
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from editor.system_libraries import library_groups
from tools.changelog import packaged
from tools.deb.changelog import debian_changelog
from tools.deb.control import depends, least_versions
from tools.deb.copyright import debian_copyright
from tools.deb.package import build_package
from tools.deb.tree import lay_out
from tools.project import ROOT, Project

PROJECT = Project.load()
JAR_TIME = 1_700_000_000
COMMIT_TIME = 1_750_000_000
INDEX = """
[[component]]
name = "A Library"
version = "1.2"
license = "LGPL-3.0-only OR GPL-2.0-only"
copyright = ["Somebody"]
paths = ["_internal/a library.so"]
texts = ["a/LICENSE"]

[[component]]
name = "Another"
license = "MIT"
paths = ["_internal/another/**"]
texts = ["../another/LICENSE"]

[[component]]
name = "Inside"
license = "GPL-2.0-only WITH Classpath-exception-2.0"
paths = ["_internal/another/java/**"]
texts = []

[[component]]
name = "Frozen"
license = "BSD-3-Clause OR MIT"
copyright = ["Them"]
paths = ["rezensent"]
texts = []
"""
needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb")


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a bundle with the least that a package is made of."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(COMMIT_TIME))
    folder = tmp_path / "bundle"
    files = {
        "rezensent": b"\x7fELF\0GLIBC_2.17\0GLIBC_2.34\0GLIBCXX_3.4.30\0",
        "_internal/installation.toml": b'kind = "portable"\n',
        "_internal/licenses/index.toml": INDEX.encode(),
        "_internal/languagetool/a.jar": b"jar",
        "_internal/libxcb-cursor.so.0": b"\x7fELF",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o600)
    for name in ("rezensent", "_internal/libxcb-cursor.so.0"):
        (folder / name).chmod(0o755)
    os.utime(folder / "_internal" / "languagetool" / "a.jar", (JAR_TIME, JAR_TIME))
    return folder


# -- files -----------------------------------------------------------------------------------------


def test_the_tree_has_the_program_its_command_and_what_a_desktop_reads(
    bundle: Path, tmp_path: Path
) -> None:
    tree = tmp_path / "tree"
    lay_out(bundle, tree)
    command = tree / "usr" / "bin" / "rezensent"
    assert command.resolve() == tree / "usr" / "lib" / "rezensent" / "rezensent"
    share = tree / "usr" / "share"
    for name in ("applications", "icons", "metainfo", "man", "doc/rezensent/copyright"):
        assert (share / name).exists()
    assert (share / "rezensent" / "apparmor").read_text("utf-8").count("userns,") == 1


def test_the_package_is_its_own_kind_and_the_bundle_stays_as_it_is(
    bundle: Path, tmp_path: Path
) -> None:
    lay_out(bundle, tmp_path / "tree")
    name = Path("_internal", "installation.toml")
    packaged_record = tmp_path / "tree" / "usr" / "lib" / "rezensent" / name
    assert packaged_record.read_text() == 'kind = "deb"\n'
    assert (bundle / name).read_text() == 'kind = "portable"\n'
    assert (bundle / name).stat().st_mode & 0o777 == 0o600


def test_everybody_may_read_every_file_and_times_of_jars_stay(bundle: Path, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    lay_out(bundle, tree)
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    assert {path.stat().st_mode & 0o7777 for path in files} == {0o644, 0o755}
    programs = {path.name for path in files if path.stat().st_mode & 0o111}
    assert programs == {"rezensent", "postinst", "prerm"}, "libraries are none"
    jar = tree / "usr" / "lib" / "rezensent" / "_internal" / "languagetool" / "a.jar"
    assert jar.stat().st_mtime == JAR_TIME


@needs_dpkg
def test_the_same_bundle_makes_the_same_package(bundle: Path, tmp_path: Path) -> None:
    digests = set()
    for _ in range(2):
        package = build_package(bundle, tmp_path)
        digests.add(hashlib.sha256(package.read_bytes()).hexdigest())
    assert len(digests) == 1
    listed = subprocess.run(
        ["dpkg-deb", "-c", str(package)], capture_output=True, text=True, check=True
    ).stdout
    (jar,) = (line for line in listed.splitlines() if line.endswith("a.jar"))
    assert "root/root" in jar
    assert "2023-11-14" in jar
    assert "2025-06-15" in listed, "other files are as old as the commit"


def test_a_package_that_is_not_finished_takes_no_place(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "dpkg-deb").write_text(
        "#!/bin/sh\nfor last; do :; done\necho half > $last\nexit 2\n"
    )
    (programs / "dpkg-deb").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    with pytest.raises(subprocess.CalledProcessError):
        build_package(bundle, tmp_path)
    assert not list(tmp_path.glob("*.deb"))


def test_an_incomplete_bundle_is_refused(bundle: Path, tmp_path: Path) -> None:
    (bundle / "_internal" / "licenses" / "index.toml").unlink()
    with pytest.raises(FileNotFoundError, match=r"index\.toml"):
        build_package(bundle, tmp_path)
    (bundle / "rezensent").unlink()
    with pytest.raises(FileNotFoundError, match="rezensent"):
        build_package(bundle, tmp_path)


# -- control ---------------------------------------------------------------------------------------


def test_the_package_asks_for_libraries_that_the_bundle_lacks(bundle: Path) -> None:
    relations = depends(bundle)
    groups = library_groups()
    assert "libegl1" in relations
    assert "libasound2t64 | libasound2" in relations
    assert "libxcb-cursor0" not in relations, "it is in the bundle"
    wanted = {each.relation for name in ("base", "window", "wayland") for each in groups[name]}
    asked = {relation.partition(" (")[0] for relation in relations[:-1]}
    assert asked == wanted - {"libxcb-cursor0"}
    assert relations[-1].startswith("fonts-")


def test_the_least_versions_of_the_c_libraries_are_those_of_the_symbols(bundle: Path) -> None:
    assert least_versions(bundle) == {"libc6": "2.34", "libstdc++6": "12"}
    assert "libc6 (>= 2.34)" in depends(bundle)


@needs_dpkg
def test_dpkg_reads_the_control_file(bundle: Path, tmp_path: Path) -> None:
    package = build_package(bundle, tmp_path)
    fields = subprocess.run(
        ["dpkg-deb", "-f", str(package)], capture_output=True, text=True, check=True
    ).stdout
    assert f"Version: {PROJECT.version}\n" in fields
    assert f"Maintainer: {PROJECT.maintainer}\n" in fields
    assert "libspeechd2" in fields.partition("Recommends:")[2].partition("\n")[0]
    assert "$" not in fields
    subprocess.run(["dpkg-deb", "-x", str(package), str(tmp_path / "root")], check=True)
    sums = tmp_path / "deb" / "DEBIAN" / "md5sums"
    subprocess.run(["md5sum", "--check", "--quiet", str(sums)], cwd=tmp_path / "root", check=True)


# -- copyright and changelog -----------------------------------------------------------------------


def test_the_copyright_file_names_every_licence_of_the_bundle(bundle: Path) -> None:
    text = debian_copyright(PROJECT, bundle, "usr/lib/rezensent")
    about = {part.split()[1]: part for part in text.split("\n\n")}
    library = about["usr/lib/rezensent/_internal/a?library.so"]
    assert "License: LGPL-3.0-only or GPL-2.0-only\n" in library
    assert "/usr/lib/rezensent/_internal/licenses/a/LICENSE." in library
    assert "/usr/share/common-licenses/LGPL-3" in library.replace("\n ", " ")
    another = about["usr/lib/rezensent/_internal/another/**"]
    assert "/usr/lib/rezensent/_internal/another/LICENSE." in another
    assert "common-licenses" not in another
    well_formed = re.compile(r" \S.*|[A-Z][\w-]+: \S.*|")
    assert all(well_formed.fullmatch(line) for line in text.splitlines())


def test_what_is_in_the_program_itself_is_said_of_it(bundle: Path) -> None:
    text = debian_copyright(PROJECT, bundle, "usr/lib/rezensent")
    (program,) = (part for part in text.split("\n\n") if " usr/lib/rezensent/rezensent\n" in part)
    assert "License: GPL-3.0-or-later and (BSD-3-Clause or MIT)\n" in program
    assert f" {PROJECT.author}\n Them\n" in program


def test_files_are_told_of_by_the_most_exact_paragraph(bundle: Path) -> None:
    """The last one that matches counts, by DEP-5."""
    text = debian_copyright(PROJECT, bundle, "usr/lib/rezensent")
    assert 0 < text.index("/another/**") < text.index("/another/java/**")
    assert "License: GPL-2.0-only with Classpath exception\n" in text


def test_debian_reads_the_changelog(tmp_path: Path) -> None:
    if shutil.which("dpkg-parsechangelog") is None:
        pytest.skip("needs dpkg-parsechangelog")
    file = tmp_path / "changelog.gz"
    told = packaged(PROJECT.version, "2026-03-04")
    file.write_bytes(debian_changelog(PROJECT, told))
    subprocess.run(["gzip", "-d", str(file)], check=True)
    parsed = subprocess.run(
        ["dpkg-parsechangelog", "-l", str(tmp_path / "changelog")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert parsed.stderr == ""
    assert f"Version: {PROJECT.version}\n" in parsed.stdout
    noon = datetime.fromisoformat(f"{told[0].day}T12:00:00+00:00")
    assert f"Date: {format_datetime(noon)}\n" in parsed.stdout


def test_each_override_of_lintian_has_a_reason_above_it() -> None:
    text = (ROOT / "packaging" / "debian" / "lintian-overrides").read_text("utf-8")
    blocks = text.strip().split("\n\n")
    overriding = [block for block in blocks if "\nrezensent: " in block]
    assert len(overriding) > 4
    assert all(block.startswith("# ") for block in overriding)
    assert text.count("rezensent: ") == sum(block.count("\nrezensent: ") for block in overriding)
