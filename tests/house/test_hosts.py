"""No file of the repository depends on one machine: its folders, or a package registry by name.

A machine says itself where its packages come from: settings of pip and npm, sources of apt.
"""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGISTRIES = re.compile(
    r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|maven[.]org|maven[.]apache[.]org/maven2"
    r"|sonatype[.]com|(?:deb|security|ftp)[.]debian[.]org|archive[.]ubuntu[.]com|proxy[.]golang"
)


def texts() -> dict[str, str]:
    """Return the text files of the repository by their paths; without git there are none."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a checkout knows which files it has")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (data := path.read_bytes()):
            found[name] = data.decode("utf-8", "replace")
    return found


def test_no_file_names_a_registry_or_a_folder_of_this_machine() -> None:
    here = {f"{ROOT}/", f"{Path.home()}/"} - {"//"}
    named = {}
    for name, text in texts().items():
        found = REGISTRIES.findall(text) + [folder for folder in here if folder in text]
        if found:
            named[name] = found
    assert named == {}


@pytest.mark.parametrize(
    "address",
    ["https://" + "pypi" + ".org/simple", "http://" + "deb" + ".debian.org/debian bookworm main"],
)
def test_a_registry_is_recognized(address: str) -> None:
    assert REGISTRIES.search(address)
    assert not REGISTRIES.search("https://www.debian.org/doc/packaging-manuals/")
