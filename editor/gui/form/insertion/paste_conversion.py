"""Conversion of pasted formatted text to Markdown, off the GUI thread.

The writer can type on meanwhile: the editor keeps the place of the paste.
"""

from functools import partial

from PySide6.QtCore import QObject

from editor.gui.editor.paste_handler import PastedHtml
from editor.gui.form.form_page import FormPage
from editor.gui.worker import Worker


class PasteConversion(QObject):
    """Converts the pastes of a form one after the other, in their order.

    If the conversion fails, the plain text of the clipboard is pasted.
    """

    def __init__(self, form: FormPage, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self, newest_only=False, reads_only=True)
        form.signals.html_pasted.connect(self._convert)

    @property
    def busy(self) -> bool:
        """Whether a paste is still being converted."""
        return self._worker.busy

    def stop(self) -> None:
        """Drop the pastes that are not converted yet."""
        self._worker.stop()

    def _convert(self, pasted: PastedHtml) -> None:
        self._worker.submit(
            partial(_to_markdown, pasted.html, pasted.text),
            pasted.put,
            lambda _: pasted.put(pasted.text),
        )


def _to_markdown(html: str, text: str) -> str:
    # Only a paste needs the converter: neither the first paint nor the window waits for it.
    from editor.importing.convert import from_clipboard  # noqa: PLC0415

    return from_clipboard(html, text).markdown
