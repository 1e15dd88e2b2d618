"""Packages are recognized by the names that they get, also by those in the workflow."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml

from editor.installation import Kind
from tools.package_files import package_kind, package_name, require_bundle
from tools.project import ROOT

PACKAGED = tuple(kind for kind in Kind if kind is not Kind.CHECKOUT)


@pytest.mark.parametrize("kind", PACKAGED)
@pytest.mark.parametrize("version", ["0.1.0", "12.30.4"])
def test_a_package_is_of_the_kind_that_its_name_says(kind: Kind, version: str) -> None:
    assert package_kind(package_name(kind, version, "arm64")) is kind


@pytest.mark.parametrize(
    "name", ["rezensent-0.1.0.tar.gz", "SHA256SUMS", "newest-version.sig", "old_0.1.0_amd64.deb"]
)
def test_other_files_of_a_release_are_no_package(name: str) -> None:
    assert package_kind(name) is None


def test_a_missing_bundle_is_told_with_the_command_for_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make bundle"):
        require_bundle(tmp_path)
    (tmp_path / "rezensent").touch()
    require_bundle(tmp_path)


def test_the_workflow_keeps_every_package() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))
    steps = [step for job in jobs["jobs"].values() for step in job["steps"]]
    kept = {
        Path(pattern).name
        for step in steps
        if "packages-" in str(step.get("with", {}).get("name"))
        for pattern in step["with"]["path"].split()
    }
    lost = [
        kind
        for kind in PACKAGED
        if not any(fnmatchcase(package_name(kind, "1.2.3", "arm64"), pattern) for pattern in kept)
    ]
    assert lost == []
