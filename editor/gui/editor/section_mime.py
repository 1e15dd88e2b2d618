"""Dragged or copied text of a section, with the range that it was taken from."""

import json
from typing import NamedTuple

from PySide6.QtCore import QMimeData

_FORMAT = "application/x-rezensent-stretch"


class SectionRange(NamedTuple):
    """A range of a section's text, in code points."""

    section: str
    start: int
    end: int


def to_mime_data(source: SectionRange, text: str, form_key: str) -> QMimeData:
    """Return ``text``, which is at ``source``, as data for a drag or the clipboard.

    ``form_key`` is that of the form with the section, see ``EditorSignals``.
    """
    data = QMimeData()
    data.setText(text)
    data.setData(_FORMAT, json.dumps([form_key, *source]).encode())
    return data


def from_mime_data(data: QMimeData, form_key: str) -> SectionRange | None:
    """Return the range that the text was taken from, None when it is not of the form ``form_key``.

    The sections of other windows have the same ids, but not the same texts.
    """
    if not data.hasFormat(_FORMAT):
        return None
    key, *source = json.loads(bytes(data.data(_FORMAT).data()))
    return SectionRange(*source) if key == form_key else None
