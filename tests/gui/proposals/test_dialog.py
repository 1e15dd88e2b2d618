"""List of names and facts in a window of its own, used with keys."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.proposals.dialog import ProposalsDialog
from editor.gui.proposals.tree import ProposalTree
from editor.gui.theme import make_theme
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.excerpt import Excerpt
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup
from editor.proofing.proposals.proposal import Place, Proposal
from editor.proofing.proposals.rejected_names import REJECTED_KEY
from editor.review.form import DEFAULT_FORM_ID, load_form
from tests.gui.actions import exposed

DIRECTOR = ListedProposal(
    Proposal("director", "Julien Lacombe", places=(Place("story", 7, 21),), explained=True),
    ProposalGroup.PEOPLE,
    (Excerpt("Regie: ", "Julien Lacombe", ""),),
    ("Julien Lacombe",),
)
ZORRIKUTA = ListedProposal(
    Proposal(VOCABULARY_KEY, "Zorrikuta", places=(Place("story", 30, 39),)),
    ProposalGroup.NAMES,
    (Excerpt("Dann schweigt ", "Zorrikuta", " lange"),),
    ("Zorrikuta",),
)


class Bench:
    """The dialog on the screen, and what it has asked for."""

    def __init__(self, qtbot: QtBot, parent: QWidget, proposals: Sequence[ListedProposal]) -> None:
        self._parent = parent
        self.accepted: list[list[tuple[str, str]]] = []
        self.visited: list[str] = []
        self.dialog = ProposalsDialog(load_form(DEFAULT_FORM_ID), make_theme("light"), parent)
        self.dialog.accept_requested.connect(
            lambda chosen: self.accepted.append([(item.text, key) for item, key in chosen])
        )
        self.dialog.place_requested.connect(lambda item: self.visited.append(item.text))
        self.dialog.show_proposals(proposals)
        self.dialog.show()
        exposed(qtbot, self.dialog)

    @property
    def tree(self) -> ProposalTree:
        tree = self.dialog.findChild(ProposalTree, "proposals")
        assert tree is not None
        return tree

    def button(self, name: str) -> QPushButton:
        button = self.dialog.findChild(QPushButton, name)
        assert button is not None
        return button

    def key(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.dialog, key)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Bench(qtbot, parent, [ZORRIKUTA, DIRECTOR])


def test_enter_accepts_what_the_text_explains(bench: Bench) -> None:
    assert bench.tree.hasFocus()
    assert bench.button("proposals.accept_ticked").text() == "1 &übernehmen"
    bench.key(Qt.Key.Key_Return)
    assert bench.accepted == [[("Julien Lacombe", "director")]]
    assert not bench.dialog.isVisible()


def test_space_ticks_the_current_row_and_escape_leaves_the_review_alone(bench: Bench) -> None:
    current = bench.tree.current
    assert current is not None
    assert current.text == "Julien Lacombe"
    bench.key(Qt.Key.Key_Space)
    assert bench.tree.ticked() == []
    assert not bench.button("proposals.accept_ticked").isEnabled()
    bench.key(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert [(item.text, key) for item, key in bench.tree.ticked()] == [
        ("Zorrikuta", VOCABULARY_KEY)
    ]
    bench.key(Qt.Key.Key_Escape)
    assert bench.accepted == []
    assert not bench.dialog.isVisible()


def test_a_kind_is_chosen_with_keys_and_ticks_the_row(bench: Bench, qtbot: QtBot) -> None:
    bench.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    kinds = bench.dialog.findChild(QComboBox, "proposals.kind")
    assert kinds is not None
    assert kinds.isEnabled()
    QTest.keySequence(bench.tree, QKeySequence("Alt+T"))
    qtbot.waitUntil(kinds.hasFocus)
    bench.key(Qt.Key.Key_End)
    assert bench.tree.current_key == REJECTED_KEY
    bench.key(Qt.Key.Key_Return)
    assert bench.accepted == [[("Julien Lacombe", "director"), ("Zorrikuta", REJECTED_KEY)]]


def test_a_key_and_a_double_click_show_the_place_in_the_text(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.dialog.place_requested):
        QTest.keySequence(bench.tree, QKeySequence("Alt+Z"))
    assert bench.visited == ["Julien Lacombe"]
    bench.key(Qt.Key.Key_Down, Qt.Key.Key_Down)
    tree = bench.tree
    row = tree.visualRect(tree.currentIndex()).center()
    # As a person does: a view takes a double click only after a click.
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(tree.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert bench.visited == ["Julien Lacombe", "Zorrikuta"]
    assert bench.dialog.isVisible()


def test_what_was_chosen_stays_when_the_text_is_searched_again(bench: Bench) -> None:
    bench.key(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down)
    bench.dialog.show_proposals([ZORRIKUTA, DIRECTOR])
    current = bench.tree.current
    assert current is not None
    assert current.text == "Zorrikuta"
    assert bench.tree.ticked() == []
    bench.dialog.show_proposals([])
    assert not bench.button("proposals.accept_ticked").isVisible()


@pytest.fixture
def empty_bench(qtbot: QtBot) -> Bench:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Bench(qtbot, parent, [])


def test_dialog_without_proposals_is_small_and_grows_with_them(empty_bench: Bench) -> None:
    small = empty_bench.dialog.height()
    empty_bench.dialog.show_proposals([DIRECTOR])
    assert empty_bench.dialog.height() > 2 * small
