"""Pasting formatted text: sections take it as Markdown, converted off the GUI thread.

The writer goes on typing meanwhile; the place is kept by the editor that the text is for.
"""

from PySide6.QtCore import QObject

from editor.gui.editor.paste_handler import PastedHtml
from editor.gui.form.form_page import FormPage
from editor.gui.worker import Worker
from editor.importing import convert


class PasteConversion(QObject):
    """Converts what is pasted into the form, one paste after the other, in their order."""

    def __init__(self, form: FormPage, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self, newest_only=False)
        form.signals.html_pasted.connect(self._convert)

    @property
    def busy(self) -> bool:
        """Whether something that was pasted is still under way."""
        return self._worker.busy

    def stop(self) -> None:
        """Convert no more; what is under way is not pasted."""
        self._worker.stop(forget=True)

    def _convert(self, pasted: PastedHtml) -> None:
        self._worker.submit(
            lambda: convert.from_clipboard(pasted.html, pasted.text).markdown,
            pasted.put,
            lambda _: pasted.put(pasted.text),
        )
