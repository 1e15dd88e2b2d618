"""Choice of the review to which an imported text is added."""

from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget


class ImportTarget(QWidget):
    """Two radio buttons: a new review, which is chosen at first, or the one that is open.

    Hidden while the open review is empty, which is taken then.
    """

    def __init__(self, parent: QWidget, *, empty: bool) -> None:
        super().__init__(parent)
        self._new = QRadioButton(self.tr("In eine &neue Rezension, in einem eigenen Fenster"), self)
        self._here = QRadioButton(self.tr("An den Text dieser Rezension &anhängen"), self)
        self._here.setObjectName("import.here")
        self._new.setObjectName("import.new")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for choice in (self._new, self._here):
            line.addWidget(choice)
            choice.setVisible(not empty)
        (self._here if empty else self._new).setChecked(True)

    @property
    def is_new(self) -> bool:
        """Whether the text is to be imported into a new review."""
        return self._new.isChecked()

    def offer_here(self, *, offered: bool) -> None:
        """Offer to append the text to the open review, or only to import it into a new one."""
        self._here.setEnabled(offered)
        if offered:
            return
        self._new.setChecked(True)
        for choice in (self._here, self._new):
            choice.show()
