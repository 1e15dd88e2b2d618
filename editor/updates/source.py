"""Address and public keys of the file about the newest version, as the release has set them."""

import tomllib
from dataclasses import dataclass
from functools import cache

from editor.paths import resource


@dataclass(frozen=True, slots=True)
class UpdateSource:
    """Where a release looks for newer versions, and whose signature it accepts there."""

    address: str
    """``https://…``, also ``http://…`` on this machine."""
    public_keys: tuple[str, ...]
    """Keys in the format of signify, in Base64. More than one while a key is replaced."""


@cache
def update_source() -> UpdateSource | None:
    """Return the source in ``resources/release.toml``, None unless the release has set one."""
    table = tomllib.loads(resource("release.toml").read_text("utf-8"))["updates"]
    if not (table["address"] and table["public_keys"]):
        return None
    return UpdateSource(table["address"], tuple(table["public_keys"]))
