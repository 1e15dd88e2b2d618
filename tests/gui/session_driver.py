"""Runs the program with a person in it who does everything once, and tells what was to be seen.

Arguments: a file with what the person is to do, as JSON, and the file for the answer. The marks in
it are words that occur nowhere else: they are typed as title, text, fact and so on.
"""

import contextlib
import json
import os
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QLocale, QMimeData, QObject, QProcess, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPushButton,
)

from editor.__main__ import main
from editor.export import registry
from editor.export.image_sources import embedded_images
from editor.export.options import RenderOptions
from editor.gui.crash.dialog import CrashDialog
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.program import Program
from editor.gui.speech.tts_process import TtsStatus
from editor.gui.web.page_view import PageView
from editor.gui.web.sandbox_profile import BASE
from editor.gui.widgets.chip_edit import ChipEdit
from editor.importing import convert
from tests.gui.requesting import BY_MARKUP, remote_documents, written

_LOOK_MS = 20
_PATIENCE_MS = 1_200_000
Steps = Generator[Callable[[], Any], None, None]
"""Yields what has to be true before it goes on."""


class Person(QObject):
    """Waits for the window, does everything once, and leaves."""

    def __init__(self, editor: Program, asked: dict[str, Any]) -> None:
        super().__init__()
        self._editor = editor
        self._marks: dict[str, str] = asked["marks"]
        self._asked = asked
        self.seen: dict[str, Any] = {
            "done": [],
            "imported": [],
            "opened": [],
            "modes": {},
            "exports": {},
        }
        self._steps = self._session()
        self._until: Callable[[], Any] = lambda: editor.session.preview.view is not None
        self._eyes = QTimer(self, interval=_LOOK_MS)
        self._eyes.timeout.connect(self._go_on)
        self._eyes.start()
        QTimer.singleShot(_PATIENCE_MS, self, lambda: QApplication.exit(9))

    def _go_on(self) -> None:
        if self._until():
            self._until = next(self._steps, self._eyes.stop)

    def _session(self) -> Steps:
        for step in (
            self._write,
            self._check,
            self._search,
            self._paste,
            self._import,
            self._bring_a_picture,
            self._look_at_the_preview,
            self._save,
            self._write_after_saving,
            self._export,
            self._print,
            self._read_aloud,
            self._meet_a_mistake,
            self._meet_a_hostile_page,
        ):
            self.seen["doing"] = step.__name__
            yield from step()
            self._note_modes()
            self.seen["done"].append(step.__name__.strip("_"))
        self._editor.session.actions["save"].trigger()
        yield lambda: not self._editor.session.document.dirty
        self._editor.session.actions["quit"].trigger()

    # -- what the person does ---------------------------------------------------------------------

    def _write(self) -> Steps:
        title = self._find(QLineEdit, "fact.title")
        QTest.keyClicks(title, self._marks["title"])
        line = self._find(ChipEdit, "fact.director").line
        line.setFocus()
        QTest.keyClicks(line, self._marks["fact"])
        QTest.keyClick(line, Qt.Key.Key_Return)
        self._type(f"Das ist ein {self._marks['text']} mit einem Feler und {self._marks['known']}.")
        journal = Path(os.environ["REZENSENT_HOME"], "state", "journal")
        yield lambda: self._marks["text"] in "".join(map(_text, journal.glob("*.json")))

    def _check(self) -> Steps:
        checking = self._editor.session.proofing.check_service
        yield lambda: not checking.pending and len(checking.findings.get("story", ())) > 1
        self._editor.session.proofing.decisions.accept_always(self._marks["known"])
        yield (
            lambda: (
                self._marks["known"]
                not in [
                    self._editor.session.document.review.text("story")[found.start : found.end]
                    for found in checking.findings["story"]
                ]
            )
        )

    def _search(self) -> Steps:
        self._editor.session.actions["find"].trigger()
        line = self._find(QLineEdit, "find.text")
        yield line.isVisible
        QTest.keyClicks(line, self._marks["search"])
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClick(line, Qt.Key.Key_Escape)

    def _paste(self) -> Steps:
        mime = QMimeData()
        server = self._asked["server"]
        parts = (written(item, server, f"pasted-{name}") for name, item in BY_MARKUP.items())
        mime.setHtml(f"<p><b>{self._marks['paste']}</b></p>{''.join(parts)}")
        mime.setText(self._marks["paste"])
        QApplication.clipboard().setMimeData(mime)
        self._story.paste()
        yield lambda: self._marks["paste"] in self._story.text

    def _import(self) -> Steps:
        """Read files of other programs whose pictures are on a server."""
        for path in remote_documents(Path(self._asked["folder"]), self._asked["server"]):
            self.seen["imported"].append(convert.read(path).markdown)
            path.unlink()
        yield lambda: True

    def _bring_a_picture(self) -> Steps:
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        QApplication.clipboard().setImage(image)
        self._story.paste()
        yield lambda: self._dialog("dialog.image")
        insert = self._dialog("dialog.image").findChild(QPushButton, "image.insert")
        insert.click()
        yield lambda: "![" in self._story.text
        QApplication.clipboard().clear()

    def _look_at_the_preview(self) -> Steps:
        yield from self._shown_in_preview(self._marks["paste"])

    def _save(self) -> Steps:
        self._editor.session.actions["save_as"].trigger()
        yield lambda: self._editor.session.window.findChild(QFileDialog)
        dialog = self._editor.session.window.findChild(QFileDialog)
        assert dialog is not None
        dialog.setDirectory(self._asked["folder"])
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(f"{self._marks['file']}.md")
        QTest.keyClick(line, Qt.Key.Key_Return)
        yield (
            lambda: (
                self._editor.session.document.path is not None
                and not self._editor.session.document.dirty
            )
        )

    def _write_after_saving(self) -> Steps:
        self._type("Noch ein Satz.")
        self._editor.session.actions["save"].trigger()
        yield lambda: not self._editor.session.document.dirty

    def _export(self) -> Steps:
        folder = Path(self._asked["folder"])
        for export_format in registry.EXPORT_FORMATS.values():
            path = folder / f"{self._marks['file']}-out{export_format.suffix}"
            options = RenderOptions(images=embedded_images(folder))
            registry.write_export(
                self._editor.session.document.review, export_format.id, options, path
            )
            self.seen["exports"][export_format.id] = path.stat().st_size
            yield lambda: True

    def _read_aloud(self) -> Steps:
        """Listen to the engine that Qt has for tests, which makes no sound."""
        self._story.setFocus()
        reading, action = (
            self._editor.session.speech.read_aloud,
            self._editor.session.actions["read_aloud"],
        )
        heard: list[object] = []
        reading.tts.status_changed.connect(heard.append)
        reading.start("mock", QLocale.Language.English)
        action.trigger()
        yield lambda: TtsStatus.SPEAKING in heard
        # What QProcess starts is seen by the system only, and not by the guard within Python.
        (program,) = self._editor.session.window.findChildren(QProcess)
        command = Path(f"/proc/{program.processId()}/cmdline").read_text("utf-8")
        self.seen["voice"] = command.rstrip("\0").split("\0")
        action.trigger()
        yield lambda: TtsStatus.FINISHED in heard

    def _print(self) -> Steps:
        self._editor.session.actions["print"].trigger()
        yield lambda: self.seen["opened"] or self._dialog("dialog.print")
        if dialog := self._dialog("dialog.print"):
            dialog.reject()

    def _meet_a_mistake(self) -> Steps:
        def fail() -> None:
            raise LookupError(self._marks["text"])

        QTimer.singleShot(0, self, fail)
        yield lambda: self._editor.session.window.findChild(CrashDialog)
        window = self._editor.session.window.findChild(CrashDialog)
        assert window is not None
        self.seen["report"] = window.report
        self._find(QPushButton, "mistake.go_on").click()

    def _meet_a_hostile_page(self) -> Steps:
        """Show the page what no sanitiser has seen."""
        page = self._preview._page
        finished: list[bool] = []
        page.loadFinished.connect(finished.append)
        for name, construct in BY_MARKUP.items():
            finished.clear()
            html = written(construct, self._asked["server"], name)
            page.setHtml(f"<!doctype html><title>x</title>{html}", BASE)
            yield lambda: finished

    # -- inside -----------------------------------------------------------------------------------

    @property
    def _story(self) -> SectionEditor:
        story = self._editor.session.window.findChild(SectionEditor, "section.story")
        assert story is not None
        return story

    @property
    def _preview(self) -> PageView:
        preview = self._editor.session.preview.view
        assert isinstance(preview, PageView)
        return preview

    def _find(self, kind: type[Any], name: str) -> Any:
        widget = self._editor.session.window.findChild(kind, name)
        assert widget is not None, name
        return widget

    def _dialog(self, name: str) -> Any:
        shown = (w for w in QApplication.topLevelWidgets() if w.objectName() == name)
        return next((w for w in shown if isinstance(w, QDialog) and w.isVisible()), None)

    def _type(self, text: str) -> None:
        self._story.setFocus()
        QTest.keyClicks(self._story, text)

    def _shown_in_preview(self, words: str) -> Steps:
        texts: list[str] = []
        while not any(words in text for text in texts):
            count = len(texts)
            self._preview.evaluate("document.body.innerText", texts.append)
            yield lambda count=count: len(texts) > count  # type: ignore[misc]

    def _note_modes(self) -> None:
        """Write down what others on this machine could open of what is there now."""
        for root in self._asked["private"]:
            for path in Path(root).rglob("*"):
                with contextlib.suppress(OSError):
                    kind = "folder" if path.is_dir() else "file"
                    mode = path.lstat().st_mode
                    if not path.is_symlink():
                        self.seen["modes"][str(path)] = [kind, mode & 0o777]


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def run(asked: dict[str, Any], answer: Path) -> int:
    """Start the program with a person in it."""
    persons: list[Person] = []
    begin = Program.start

    def start(editor: Program, *args: Any, **options: Any) -> None:
        persons.append(Person(editor, asked))
        begin(editor, *args, **options)

    def open_url(url: QUrl) -> bool:
        persons[0].seen["opened"].append(url.toString())
        return True

    os.umask(asked["umask"])
    with patch.object(Program, "start", start), patch.object(QDesktopServices, "openUrl", open_url):
        status = main(["--new"])
    answer.write_text(json.dumps(persons[0].seen if persons else {}), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(run(json.loads(Path(sys.argv[1]).read_text("utf-8")), Path(sys.argv[2])))
