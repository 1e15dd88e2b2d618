"""Window with everything that was found in the text, to be ticked and accepted."""

import html
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.gui.dialogs import name_buttons
from editor.gui.proposals.kinds import kind_label, name_kinds
from editor.gui.proposals.tree import ProposalTree
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup
from editor.review.form import Form

_LINES, _LINES_OF_NOTHING = 32, 12
"""Height of the window with proposals and without any, in lines of the interface font."""


class ProposalsDialog(QDialog):
    """Lists proposals beside the open review, and follows its edits."""

    accept_requested = Signal(list)
    """Emitted with pairs of a ListedProposal and the key that it is accepted as."""
    place_requested = Signal(object)
    """Emitted with the ListedProposal whose next place in the text is to be shown."""

    def __init__(self, form: Form, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.proposals")
        self.setWindowTitle(self.tr("Namen und Angaben im Text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self._form = form
        self._tree = ProposalTree(partial(kind_label, form), theme, self)
        self._kinds = QComboBox(self)
        self._kinds.setObjectName("proposals.kind")
        for key in name_kinds(form):
            self._kinds.addItem(kind_label(form, key), key)
        self._show_place = QPushButton(self.tr("Im Text &zeigen"), self)
        self._show_place.setObjectName("proposals.show")
        self._show_place.setAutoDefault(False)
        self._excerpts = QLabel(self)
        self._excerpts.setObjectName("proposals.excerpts")
        self._excerpts.setTextFormat(Qt.TextFormat.RichText)
        self._excerpts.setWordWrap(True)
        self._excerpts.setProperty("role", "soft")
        self._excerpts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._excerpts.setMinimumHeight(self.fontMetrics().lineSpacing() * 4)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        name_buttons(self._buttons)
        self._accept = QPushButton(self.tr("&Übernehmen"), self)
        self._accept.setObjectName("proposals.accept_ticked")
        self._accept.setDefault(True)
        self._buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.ActionRole)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._wire()
        self._is_small = False
        self._resize(lines=_LINES)
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_proposals(self, proposals: Sequence[ListedProposal]) -> None:
        """List ``proposals``; what the writer has chosen for them stays."""
        self._tree.show_proposals(proposals)
        self._pages.setCurrentIndex(0 if proposals else 1)
        self._accept.setVisible(bool(proposals))
        if not proposals:
            # The sentence that there are none would get it, from which Tab does not come back.
            close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
            close.setFocus(Qt.FocusReason.OtherFocusReason)
        if bool(proposals) is self._is_small:
            self._is_small = not proposals
            if proposals or not self.isVisible():
                self._resize(lines=_LINES if proposals else _LINES_OF_NOTHING)

    def _resize(self, *, lines: int) -> None:
        metrics = self.fontMetrics()
        resize_to_fit(self, metrics.averageCharWidth() * 130, metrics.height() * lines)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Ar&t:"), self)
        label.setBuddy(self._kinds)
        choice = QHBoxLayout()
        choice.addWidget(label)
        choice.addWidget(self._kinds)
        choice.addStretch(1)
        choice.addWidget(self._show_place)
        listing, empty = QWidget(self), QLabel(self._nothing(), self)
        lines = QVBoxLayout(listing)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self._tree, 1)
        lines.addWidget(self._excerpts)
        lines.addLayout(choice)
        empty.setProperty("role", "soft")
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setMargin(self.fontMetrics().height() * 3)
        self._pages.addWidget(listing)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.addWidget(self._pages, 1)
        column.addWidget(self._buttons)

    def _nothing(self) -> str:
        return self.tr(
            "Im Text steht kein Name und keine Angabe, die der Rezension noch fehlt. Sobald Sie "
            "welche schreiben oder einfügen, stehen sie hier."
        )

    def _wire(self) -> None:
        self._tree.current_changed.connect(self._show_current)
        self._tree.ticked_changed.connect(self._show_ticked)
        self._tree.place_requested.connect(self.place_requested)
        self._kinds.activated.connect(
            lambda index: self._tree.choose_key(self._kinds.itemData(index))
        )
        self._show_place.clicked.connect(lambda: self.place_requested.emit(self._tree.current))
        self._accept.clicked.connect(self._request_accept)
        self._buttons.rejected.connect(self.reject)

    def _show_current(self, proposal: ListedProposal | None) -> None:
        is_name = proposal is not None and proposal.group is not ProposalGroup.FACTS
        self._kinds.setEnabled(is_name)
        blocker = QSignalBlocker(self._kinds)
        self._kinds.setCurrentIndex(self._kinds.findData(self._tree.current_key) if is_name else -1)
        blocker.unblock()
        excerpts = proposal.excerpts if proposal is not None else ()
        self._show_place.setEnabled(bool(excerpts))
        lines = [
            f"{html.escape(item.before)}<b>{html.escape(item.words)}</b>{html.escape(item.after)}"
            for item in excerpts
        ]
        more = len(proposal.words) - len(excerpts) if proposal is not None else 0
        if more > 0:
            lines.append(self._more(more))
        self._excerpts.setText("<br>".join(lines))

    def _more(self, count: int) -> str:
        if count == 1:
            return self.tr("und noch eine Stelle")
        return self.tr("und {n} weitere Stellen").format(n=count)

    def _show_ticked(self, count: int) -> None:
        self._accept.setEnabled(count > 0)
        self._accept.setText(
            self.tr("{n} &übernehmen").format(n=count) if count else self.tr("&Übernehmen")
        )

    def _request_accept(self) -> None:
        self.accept_requested.emit(self._tree.ticked())
        self.accept()
