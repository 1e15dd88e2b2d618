"""From a key press to the preview that shows it, against loading the page anew."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.gui.web.page_view import PageView
from tests.benchmarks.ratio import Ratio, interleaved, timed
from tests.benchmarks.texts import sample
from tests.benchmarks.window import delete, find, open_editor, rest, wait_for, wait_until

_SECTION = "story"
_REST_MS = 500
"""Longer than anything that the window puts off after a key."""


def compare() -> Iterator[Ratio]:
    """Type at the end of a section of the sample."""
    with open_editor() as editor:
        preview = find(editor, PageView, "preview")
        wait_for(preview.updated, lambda: editor.session.document.open(sample(), None))
        bare = QWebEngineView()
        bare.resize(preview.size())
        bare.show()
        edits = count(1)
        yield Ratio(
            "preview",
            "From a key press in the sample to the page that shows it, rendering and the wait for "
            "more keys included, against QWebEngineView.setHtml() of the finished page.",
            interleaved(
                lambda: _type(editor, preview), lambda: _load(bare, next(edits)), rounds=11
            ),
        )
        delete(bare)


def _type(editor: Program, preview: PageView) -> float:
    field = find(editor, SectionEditor, f"section.{_SECTION}")
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    rest(_REST_MS)
    seconds = timed(lambda: wait_for(preview.updated, lambda: QTest.keyClicks(field, "x")))
    _verify(preview, editor.session.document.review.text(_SECTION).splitlines()[-1])
    rest(_REST_MS)
    return seconds


def _verify(preview: PageView, line: str) -> None:
    """Make sure that the page shows ``line``: what was measured was this very edit."""
    answers: list[str] = []
    preview.evaluate("document.body.innerText", answers.append)
    wait_until(lambda: bool(answers))
    if line not in answers[0]:
        raise AssertionError(f"the preview does not show {line!r}")


def _load(view: QWebEngineView, edit: int) -> float:
    review = sample()
    html = render_page(
        review.with_text(_SECTION, f"{review.text(_SECTION)} {edit}"), RenderOptions()
    )
    return timed(lambda: wait_for(view.loadFinished, lambda: view.setHtml(html, QUrl())))
