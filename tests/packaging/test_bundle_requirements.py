"""A bundle that asks for too much of a system is refused, and the build says what asks for it."""

import shutil
import sys
from pathlib import Path

import markupsafe
import pytest

from tools.bundle.system_requirements import check_system_requirements

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads libraries of Linux")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A folder with a library that asks for the C library alone."""
    [library] = Path(markupsafe.__file__).parent.glob("_speedups*.so")
    shutil.copy(library, tmp_path / "_speedups.so")
    return tmp_path


def test_libraries_that_the_table_names_may_be_missing(bundle: Path) -> None:
    check_system_requirements(bundle)


def test_a_newer_c_library_is_refused(bundle: Path) -> None:
    with (bundle / "_speedups.so").open("ab") as library:
        library.write(b"\0GLIBC_2.36\0")
    with pytest.raises(ValueError, match=r"_speedups\.so.*2, 36"):
        check_system_requirements(bundle)


def test_a_library_that_nothing_brings_is_refused(bundle: Path) -> None:
    library = bundle / "_speedups.so"
    needed = library.read_bytes().replace(b"libc.so.6\0", b"libq.so.6\0")
    library.write_bytes(needed)
    with pytest.raises(ValueError, match=r"libq\.so\.6"):
        check_system_requirements(bundle)
    (bundle / "libq.so.6").touch()
    check_system_requirements(bundle)
