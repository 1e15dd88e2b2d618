"""Where a release looks for newer versions, which is nowhere until it says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.updates import source
from editor.updates.signature import key_number
from editor.updates.source import UpdateSource, update_source

ADDRESS = "https://films.test/newest-version.sig"


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file in which a release sets its source."""
    path = tmp_path / "release.toml"
    with monkeypatch.context() as patched:
        patched.setattr(source, "resource", lambda _: path)
        update_source.cache_clear()
        yield path
    update_source.cache_clear()


@pytest.mark.parametrize(
    ("address", "keys"), [("", ""), (ADDRESS, ""), ("", '"RWQ"')], ids=["none", "address", "key"]
)
def test_without_address_or_key_nothing_is_asked(release: Path, address: str, keys: str) -> None:
    release.write_text(f'[updates]\naddress = "{address}"\npublic_keys = [{keys}]\n')
    assert update_source() is None


def test_a_release_sets_address_and_keys(release: Path) -> None:
    release.write_text(f'[updates]\naddress = "{ADDRESS}"\npublic_keys = ["RWQ", "RWR"]\n')
    assert update_source() == UpdateSource(ADDRESS, ("RWQ", "RWR"))


def test_what_this_copy_has_is_nothing_or_whole() -> None:
    own = update_source()
    if own is not None:
        assert own.address.startswith("https://")
        assert all(key_number(key) for key in own.public_keys)
