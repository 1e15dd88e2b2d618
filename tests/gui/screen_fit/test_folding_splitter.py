"""Folding splitter: parts without room beside each other stand one below the other."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.screen_fit.folding_splitter import FoldingSplitter


@pytest.fixture
def splitter(qtbot: QtBot) -> Iterator[FoldingSplitter]:
    window = QWidget()
    qtbot.addWidget(window)
    splitter = FoldingSplitter(window)
    for _ in range(2):
        part = QWidget()
        part.setMinimumWidth(100)
        splitter.addWidget(part)
    splitter.set_folded_heights(120, 80)
    window.show()
    yield splitter
    window.close()


def test_parts_stand_beside_each_other_where_there_is_room(splitter: FoldingSplitter) -> None:
    splitter.resize(300, 100)
    first, second = parts(splitter)
    assert first.y() == second.y()


def test_parts_fold_and_unfold_with_the_width(splitter: FoldingSplitter) -> None:
    splitter.resize(150, 400)
    first, second = parts(splitter)
    assert second.y() > first.geometry().bottom()
    assert splitter.minimumSizeHint().height() >= 200
    splitter.resize(300, 400)
    assert first.y() == second.y()
    assert splitter.minimumSizeHint().height() < 200


def test_least_width_is_that_of_the_widest_part(splitter: FoldingSplitter) -> None:
    splitter.resize(300, 100)
    parts(splitter)[0].setMinimumWidth(130)
    assert splitter.minimumSizeHint().width() == 130


def test_splitter_in_another_folds_last(splitter: FoldingSplitter, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    outer = FoldingSplitter(window)
    sample = QWidget()
    sample.setMinimumWidth(150)
    outer.addWidget(splitter)
    outer.addWidget(sample)
    window.show()
    for width, folded in ((300, True), (500, False)):
        outer.resize(width, 500)
        assert (outer.folded, splitter.folded) == (folded, False)


def parts(splitter: FoldingSplitter) -> list[QWidget]:
    return [part for part in map(splitter.widget, range(splitter.count())) if part is not None]


def test_part_gets_no_more_than_its_largest_width(splitter: FoldingSplitter, qtbot: QtBot) -> None:
    first, second = parts(splitter)
    splitter.resize(500, 400)
    first.setMaximumWidth(110)
    for width in (600, 150, 700):
        splitter.resize(width, 400)
        qtbot.waitUntil(lambda: first.width() == (150 if splitter.folded else 110))
    assert splitter.sizes()[0] == 110
    assert second.x() == 110 + splitter.handleWidth()
    assert second.geometry().right() == splitter.width() - 1
