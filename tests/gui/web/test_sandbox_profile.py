"""The sandbox of the preview without the sanitiser: nothing is loaded, no file is read."""

import functools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
)
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.gui.preview.renderer import PreviewRenderer
from editor.gui.program import Program
from editor.gui.web.page_view import PageView
from editor.gui.web.sandbox_profile import BASE, make_sandbox_profile, register_scheme
from tests.gui.actions import evaluate, find, preview_text, section, waited
from tests.gui.requesting import BY_MARKUP, BY_SCRIPT, SILENT, written
from tests.gui.web.sandbox_driver import Server
from tests.gui.web.test_page_view import PNG

ROOT = Path(__file__).parents[3]
ELSEWHERE = "http://anderswo.example/"
_TRIES_MS = range(2_000, 18_000, 2_000)


@functools.cache
def driven(mode: str) -> dict[str, Any]:
    """Return the requests of every hostile page, in the mode of the driver."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.web.sandbox_driver", mode],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=120,
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def test_without_the_gate_the_pages_ask() -> None:
    asked = set(driven("open")["asked"])
    assert {*BY_MARKUP, *BY_SCRIPT} - SILENT <= asked


def test_with_the_gate_nothing_is_asked_for() -> None:
    """Not even by scripts, which are enabled for this test only."""
    assert driven("gate")["asked"] == []


def test_with_the_gate_the_page_stays_where_it_is() -> None:
    assert driven("gate")["at"] == BASE.toString()


def test_the_gate_keeps_nothing() -> None:
    assert not driven("gate")["stored"]


def test_the_program_gives_chromium_no_addresses(qapp: QApplication, qtbot: QtBot) -> None:
    """Not even a page without a sandbox reaches a host, and neither does the browser itself."""
    register_scheme()  # before Chromium starts, for the windows of the tests after this one
    server = Server()
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    with qtbot.waitSignal(page.loadFinished) as finished:
        page.load(QUrl(server.address))
    delete(page)
    server.stop()
    assert finished.args == [False]
    assert server.asked == set()


# -- the real window ----------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """URLs that are passed to the desktop."""
    found: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url.toString()))
    return found


def _preview(editor: Program) -> PageView:
    assert isinstance(editor.session.preview.view, PageView)
    return editor.session.preview.view


def _show(qtbot: QtBot, editor: Program, html: str, folder: Path | None = None) -> None:
    """Show ``html``, of a review in ``folder``, without sanitising it."""
    page = _preview(editor)._page
    # The page of the program has been shown before, and does not come once more, later.
    waited(qtbot, lambda: _preview(editor)._ready)
    renderer = editor.session.window.findChild(PreviewRenderer)
    assert renderer is not None
    renderer.blockSignals(True)
    page.set_folder(folder)
    # The refusal of a link that was clicked before may come late, and end this load.
    for patience in _TRIES_MS:
        with qtbot.waitSignal(
            page.loadFinished, check_params_cb=bool, timeout=patience, raising=False
        ) as loaded:
            page.setHtml(f"<!doctype html><title>x</title>{html}", BASE)
        if loaded.signal_triggered:
            return
    pytest.fail("the page is not loaded")


def _visible_windows() -> set[QWidget]:
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}


def _canvas(editor: Program) -> QWidget:
    """Return the elements of the page that have the mouse and the keyboard focus."""
    canvas = _preview(editor)._view.focusProxy()
    assert canvas is not None
    return canvas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A review's folder with an image and other files, and with other folders beside it."""
    made = tmp_path / "rezension"
    (made / "ordner").mkdir(parents=True)
    (tmp_path / "rezension2").mkdir()
    for path in ("rezension/ordner/gut.png", "fremd.png", "rezension2/nachbar.png"):
        (tmp_path / path).write_bytes(PNG)
    (made / "verweis.png").symlink_to(tmp_path / "fremd.png")
    (made / "hinaus").symlink_to(tmp_path)
    (made / "kreis.png").symlink_to(made / "kreis.png")
    (made / "text.png").write_text("geheim", "utf-8")
    (made / "bild.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    os.mkfifo(made / "rohr.png")
    return made


OUTSIDE = (
    "../fremd.png",
    "ordner/../../fremd.png",
    "%2e%2e/fremd.png",
    "..%2ffremd.png",
    "%2e%2e%2ffremd.png",
    "..%5cfremd.png",
    "..\\fremd.png",
    "%252e%252e/fremd.png",
    "../rezension2/nachbar.png",
    "..%2frezension2/nachbar.png",
    "verweis.png",
    "hinaus/fremd.png",
    "kreis.png",
    "rohr.png",
    "text.png",
    "bild.svg",
    "{folder}/../fremd.png",
    "{outside}",
    "%2f{outside}",
    "/{outside}",
    "rezension://seite{outside}",
    "rezension://seite//{outside}",
    "rezension://anderswo/../fremd.png",
    "rezension:{outside}",
    "file://{outside}",
    "file:{outside}",
    "//rechner/freigabe/bild.png",
    "\\\\rechner\\freigabe\\bild.png",
    "%5c%5crechner%5cfreigabe%5cbild.png",
    "file://rechner/freigabe/bild.png",
    "C:/Windows/bild.png",
    "C:\\Windows\\bild.png",
    "C%3a/Windows/bild.png",
    "qrc:/bild.png",
    "chrome://version/",
    "view-source:file://{outside}",
    "filesystem:file://{outside}",
    "blob:file://{outside}",
    "ordner/gut.png%00../../fremd.png",
    "",
    ".",
    "ordner",
)


def test_only_pictures_of_the_folder_are_read(
    unchecked: Program, qtbot: QtBot, folder: Path
) -> None:
    outside = folder.parent / "fremd.png"
    sources = [source.format(folder=folder, outside=outside) for source in OUTSIDE]
    _show(
        qtbot,
        unchecked,
        "".join(f'<img src="{source}">' for source in ("ordner/gut.png", *sources)),
        folder,
    )
    assert evaluate(qtbot, unchecked, "document.images.length") == len(OUTSIDE) + 1
    widths = "JSON.stringify(Array.from(document.images).map(image => image.naturalWidth))"
    complete = "Array.from(document.images).every(image => image.complete)"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, complete))
    assert json.loads(evaluate(qtbot, unchecked, widths)) == [1] + [0] * len(OUTSIDE)


@pytest.mark.parametrize("source", ["ordner/gut.png", "text.png", "../fremd.png"])
def test_nothing_but_pictures_is_served(
    unchecked: Program, qtbot: QtBot, folder: Path, source: str
) -> None:
    """Contents that a page, a style sheet or a script could read are shown to none of them."""
    framed = f'<iframe src="{source}"></iframe><object data="{source}"></object>'
    _show(qtbot, unchecked, framed, folder)
    reading = f"""fetch({json.dumps(source)}).then(answer => answer.text())
        .then(text => {{ document.title = 'gelesen ' + text }},
              () => {{ document.title = 'verweigert' }}); 0"""
    evaluate(qtbot, unchecked, reading)
    waited(qtbot, lambda: evaluate(qtbot, unchecked, "document.title") != "x")
    assert evaluate(qtbot, unchecked, "document.title") == "verweigert"


def test_scripts_of_the_page_do_not_run(unchecked: Program, qtbot: QtBot) -> None:
    _show(
        qtbot,
        unchecked,
        "<script>document.title = 'lief'</script><img src=x onerror=\"document.title = 'lief'\">"
        "<svg onload=\"document.title = 'lief'\"></svg><body onload=\"document.title = 'lief'\">"
        "<a id=a href=\"javascript:document.title='lief'\">a</a>"
        "<iframe srcdoc=\"<script>parent.document.title = 'lief'</script>\"></iframe>",
    )
    evaluate(qtbot, unchecked, "document.getElementById('a').click()")
    evaluate(qtbot, unchecked, "new Promise(done => requestAnimationFrame(done)); 0")
    assert evaluate(qtbot, unchecked, "document.title") == "x"


LINKS = (
    f'<a href="{ELSEWHERE}">x</a>',
    f'<a href="{ELSEWHERE}" target="_blank">x</a>',
    f'<a href="{ELSEWHERE}" target="_top" ping="{ELSEWHERE}ping">x</a>',
    f'<a href="{ELSEWHERE}" download>x</a>',
    f'<form action="{ELSEWHERE}"><button>x</button></form>',
    f'<form action="{ELSEWHERE}" method="post" target="_blank"><button>x</button></form>',
    '<a href="data:text/html,<h1>fremd</h1>">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="view-source:http://anderswo.example/">x</a>',
    '<a href="fremd:etwas">x</a>',
    '<a href="rezension://seite/andere">x</a>',
)
_BIG = "<style>a, button { display: block; width: 100vw; height: 100vh }</style>"


@pytest.mark.parametrize(
    ("button", "keys"),
    [
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier),
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier),
    ],
    ids=["click", "ctrl", "middle"],
)
def test_a_click_leads_nowhere_by_itself(
    unchecked: Program,
    qtbot: QtBot,
    opened: list[str],
    button: Qt.MouseButton,
    keys: Qt.KeyboardModifier,
) -> None:
    windows = _visible_windows()
    for link in LINKS:
        _show(qtbot, unchecked, f"{_BIG}{link}")
        canvas = _canvas(unchecked)
        QTest.mouseClick(canvas, button, keys, QPoint(canvas.width() // 2, canvas.height() // 2))
        for _ in range(5):
            evaluate(qtbot, unchecked, "document.body.offsetHeight")
        assert opened == [], link
        assert evaluate(qtbot, unchecked, "location.href") == BASE.toString(), link
        assert evaluate(qtbot, unchecked, "document.title") == "x", link
        assert _visible_windows() <= windows, link


def test_a_link_is_opened_after_asking(unchecked: Program, qtbot: QtBot, opened: list[str]) -> None:
    _show(qtbot, unchecked, f"{_BIG}{LINKS[0]}")
    canvas = _canvas(unchecked)
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    waited(qtbot, lambda: ELSEWHERE in unchecked.session.window.message_bar.sentence)
    assert opened == []
    find(unchecked, QPushButton, "notice.action").click()
    assert opened == [ELSEWHERE]


def test_an_address_that_is_dropped_is_not_opened(
    unchecked: Program, qtbot: QtBot, opened: list[str], folder: Path
) -> None:
    _show(qtbot, unchecked, "<p>hier</p>")
    canvas = _canvas(unchecked)
    for url in (QUrl(ELSEWHERE), QUrl.fromLocalFile(folder / "text.png")):
        mime = QMimeData()
        mime.setUrls([url])
        mime.setText(url.toString())
        place, none = QPoint(30, 30), Qt.KeyboardModifier.NoModifier
        given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
        for target in (canvas, _preview(unchecked)._view, unchecked.session.window):
            QApplication.sendEvent(target, QDragEnterEvent(place, *given))
            QApplication.sendEvent(target, QDropEvent(QPointF(place), *given))
    evaluate(qtbot, unchecked, "0")
    assert evaluate(qtbot, unchecked, "location.href") == BASE.toString()
    assert preview_text(qtbot, unchecked) == "hier"
    assert opened == []


def test_there_is_no_menu_of_the_browser(unchecked: Program, qtbot: QtBot) -> None:
    _show(qtbot, unchecked, f"{_BIG}{LINKS[0]}")
    QTest.mouseClick(_canvas(unchecked), Qt.MouseButton.RightButton, pos=QPoint(40, 40))
    evaluate(qtbot, unchecked, "0")
    assert not isinstance(QApplication.activePopupWidget(), QMenu)


def test_permissions_are_denied(unchecked: Program, qtbot: QtBot) -> None:
    asked: list[QWebEnginePermission] = []
    _preview(unchecked)._page.permissionRequested.connect(asked.append)
    _show(qtbot, unchecked, "<p>x</p>")
    states = """(async () => {
      const found = [];
      const note = (name, asking) => Promise.resolve().then(asking).then(
        value => found.push(name + ' ' + (value === 'denied' ? 'no' : 'yes ' + value)),
        () => found.push(name + ' no'));
      await note('place', () => new Promise((good, bad) =>
        navigator.geolocation.getCurrentPosition(good, bad)));
      await note('notice', () => Notification.requestPermission());
      await note('camera', () => navigator.mediaDevices.getUserMedia({audio: true, video: true}));
      await note('screen', () => navigator.mediaDevices.getDisplayMedia());
      await note('clipboard', () => navigator.clipboard.readText());
      await note('fonts', () => queryLocalFonts());
      await note('worker', () => navigator.serviceWorker.register('worker.js'));
      document.title = found.join(', ');
    })(); 0"""
    evaluate(qtbot, unchecked, states)
    waited(qtbot, lambda: evaluate(qtbot, unchecked, "document.title") != "x")
    names = ("place", "notice", "camera", "screen", "clipboard", "fonts", "worker")
    found = evaluate(qtbot, unchecked, "document.title")
    assert found == ", ".join(f"{name} no" for name in names)
    assert all(one.state() != QWebEnginePermission.State.Granted for one in asked)


def test_nothing_is_kept_from_page_to_page(unchecked: Program, qtbot: QtBot) -> None:
    _show(qtbot, unchecked, "<p>x</p>")
    for kept in ("document.cookie = 'a=1'", "localStorage.a = 1", "indexedDB.open('a')"):
        evaluate(qtbot, unchecked, f"try {{ {kept} }} catch (error) {{}} 0")
    _show(qtbot, unchecked, "<p>y</p>")
    assert evaluate(qtbot, unchecked, "document.cookie") == ""
    stored = "(() => { try { return localStorage.length } catch (error) { return 0 } })()"
    assert evaluate(qtbot, unchecked, stored) == 0
    profile = _preview(unchecked)._profile
    assert profile.isOffTheRecord()
    assert not Path(profile.persistentStoragePath() or "nowhere").exists()
    assert not Path(profile.cachePath() or "nowhere").exists()


def test_a_download_is_cancelled(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    asked: list[QWebEngineDownloadRequest] = []
    profile = _preview(unchecked)._profile
    profile.setDownloadPath(str(tmp_path / "geladen"))
    profile.downloadRequested.connect(asked.append)
    _show(qtbot, unchecked, '<a id="a" href="data:text/plain,x" download="x.txt">x</a>')
    evaluate(qtbot, unchecked, "document.getElementById('a').click()")
    waited(qtbot, lambda: asked)
    for _ in range(5):
        evaluate(qtbot, unchecked, "document.body.offsetHeight")
    assert QWebEngineDownloadRequest.DownloadState.DownloadCompleted not in {
        one.state() for one in asked
    }
    assert not (tmp_path / "geladen").exists()


# -- what comes in from outside -----------------------------------------------------------------


@pytest.fixture
def hostile_html() -> str:
    parts = (written(item, "http://anderswo.example", name) for name, item in BY_MARKUP.items())
    script = "<script>document.title = 'lief'</script>"
    return f"<p>Vorher <b>fett</b></p>{script}{''.join(parts)}<p>Nachher</p>"


_REFERENCES = "script, iframe, object, embed, link[href], style ~ style, [onerror], video, audio"


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_what_is_pasted_leaves_nothing_that_loads(
    unchecked: Program, qtbot: QtBot, hostile_html: str, way: str
) -> None:
    story = section(unchecked, "story")
    mime = QMimeData()
    mime.setHtml(hostile_html)
    mime.setText("Vorher fett Nachher")
    if way == "paste":
        QApplication.clipboard().setMimeData(mime)
        story.setFocus()
        story.paste()
    else:
        place, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
        given = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(story.viewport(), QDragEnterEvent(place.toPoint(), *given))
        QApplication.sendEvent(story.viewport(), QDropEvent(place, *given))
    waited(qtbot, lambda: "Vorher" in story.text)
    waited(qtbot, lambda: "Vorher" in preview_text(qtbot, unchecked))
    assert "![" not in story.text
    assert "<" not in story.text
    assert _loading(qtbot, unchecked) == []


def _loading(qtbot: QtBot, editor: Program) -> list[str]:
    """Return elements of the page's text that could send requests."""
    script = f"""JSON.stringify([...document.querySelectorAll('article *')].filter(element =>
        element.matches({json.dumps(_REFERENCES)}) || element.src || element.srcset
        || (element.getAttribute('style') || '').includes('url')).map(e => e.outerHTML))"""
    found: list[str] = json.loads(evaluate(qtbot, editor, script))
    return found


def test_pages_are_offered_to_a_screen_reader_that_is_running(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--log-level=3")
    for active, flags in (
        (False, ["--log-level=3"]),
        (True, ["--log-level=3", "--force-renderer-accessibility"]),
    ):
        QAccessible.setActive(active)
        delete(make_sandbox_profile(qapp))
        assert os.environ["QTWEBENGINE_CHROMIUM_FLAGS"].split() == flags
    QAccessible.setActive(False)
