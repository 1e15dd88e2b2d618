"""Libraries that a bundle takes from Debian have the licence that Debian states for them."""

import shutil
from pathlib import Path

import pytest

from tools.bundle.host_licences import host_components

LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")

pytestmark = pytest.mark.skipif(
    shutil.which("dpkg-query") is None or not (LIBRARIES / "liblzma.so.5").exists(),
    reason="reads the packages of a Debian",
)


@pytest.fixture
def internal(tmp_path: Path) -> Path:
    """A folder with two libraries: one that bundles take along, and one that no bundle has."""
    folder = tmp_path / "_internal"
    folder.mkdir()
    for name in ("liblzma.so.5", "libc.so.6"):
        shutil.copy((LIBRARIES / name).resolve(), folder / name)
    return folder


def test_a_library_of_the_system_is_a_component_with_its_package(internal: Path) -> None:
    [component] = host_components(internal)
    assert (component.name, component.license) == ("liblzma5", "0BSD")
    assert component.paths == ("_internal/liblzma.so.5",)
    assert component.version
    assert any("Lasse Collin" in holder for holder in component.copyright)
    assert all(source.is_file() for source in component.sources)


def test_a_library_without_a_licence_stops_the_build(internal: Path) -> None:
    (internal / "liblzma.so.5").rename(internal / "libffi.so.999")
    with pytest.raises(ValueError, match=r"libffi\.so\.999"):
        list(host_components(internal))
