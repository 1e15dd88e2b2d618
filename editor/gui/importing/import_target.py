"""Choice of the review to which an imported text is added."""

from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QWidget


class ImportTarget(QWidget):
    """Two radio buttons: the open review or a new one. Hidden while the open review is empty."""

    def __init__(self, parent: QWidget, *, empty: bool) -> None:
        super().__init__(parent)
        self._here = QRadioButton(self.tr("An den Text dieser Rezension &anhängen"), self)
        self._new = QRadioButton(self.tr("In eine &neue Rezension"), self)
        self._here.setObjectName("import.here")
        self._new.setObjectName("import.new")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for choice in (self._here, self._new):
            line.addWidget(choice)
            choice.setVisible(not empty)
        self._here.setChecked(True)

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
