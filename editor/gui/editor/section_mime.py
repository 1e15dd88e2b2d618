"""Dragged or copied text of a section, with the range that it was taken from."""

import json
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData

_FORMAT = "application/x-rezensent-stretch"


class SectionRange(NamedTuple):
    """A range of a section's text, in code points."""

    section: str
    start: int
    end: int


def to_mime_data(source: SectionRange, text: str) -> QMimeData:
    """Return ``text``, which is at ``source``, as data for a drag or the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(_FORMAT, json.dumps([_process(), *source]).encode())
    return data


def from_mime_data(data: QMimeData) -> SectionRange | None:
    """Return the range that the text was taken from, None when it is not of this process."""
    if not data.hasFormat(_FORMAT):
        return None
    process, *source = json.loads(bytes(data.data(_FORMAT).data()))
    # The sections of another process have the same ids, but this one cannot move their text.
    return SectionRange(*source) if process == _process() else None


def _process() -> int:
    return QCoreApplication.applicationPid()
