"""What is dragged out of a section: its text for everyone, and its place for other sections."""

import json
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData

_FORMAT = "application/x-rezensent-stretch"


class Stretch(NamedTuple):
    """A stretch of a section, in code points."""

    section: str
    start: int
    end: int


def packed(stretch: Stretch, text: str) -> QMimeData:
    """Return ``text``, which stands at ``stretch``, as it is dragged or copied."""
    data = QMimeData()
    data.setText(text)
    data.setData(_FORMAT, json.dumps([_process(), *stretch]).encode())
    return data


def unpacked(data: QMimeData) -> Stretch | None:
    """Return where the text was taken from, None when that was not in this program."""
    if not data.hasFormat(_FORMAT):
        return None
    process, *stretch = json.loads(bytes(data.data(_FORMAT).data()))
    # Another window's sections have the same names and are not ours to move.
    return Stretch(*stretch) if process == _process() else None


def _process() -> int:
    return QCoreApplication.applicationPid()
