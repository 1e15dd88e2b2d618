"""The zip archives that documents are: with other parts in them, and the same bytes every time."""

import io
import zipfile
from collections.abc import Callable

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day that such an archive can name."""
_FIRST = "mimetype"
"""How an OpenDocument file is known; the part stands uncompressed."""


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return the archive ``data`` with each part as ``change`` of its name and content has it.

    Every part bears the same day, so that the same parts give the same bytes.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_STORED if name == _FIRST else zipfile.ZIP_DEFLATED
            part.create_system = 0  # else the archive would tell Windows from other systems
            new.writestr(part, change(name, old.read(name)))
    return result.getvalue()
