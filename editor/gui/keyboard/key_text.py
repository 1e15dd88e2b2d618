"""Names of keys as the writer reads them: „Strg+Umschalt+E“, „Alt+Eingabe“."""

from PySide6.QtGui import QKeySequence

KeySpec = QKeySequence | QKeySequence.StandardKey | str
"""A key sequence, a standard one, or its portable text: "Ctrl+E"."""


def key_text(keys: KeySpec) -> str:
    """Return ``keys`` in the language of the interface, an empty text for none.

    The names are those on the keyboard; resources/translations/keys_*.ts have those that Qt calls
    otherwise. Menus and fields for keys take them from there as well.
    """
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def with_keys(text: str, keys: KeySpec) -> str:
    """Return ``text`` with ``keys`` in brackets behind it, as in a tool tip."""
    names = key_text(keys)
    return f"{text} ({names})" if names else text
