"""Hostile text in Chromium with scripts enabled: nothing of it runs, nothing is loaded.

Pages are shown without their content policy: the output of the sanitiser must be harmless by
itself. A policy only forbids, so that a part of the pages is shown with theirs as well.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.export.html import render_page
from editor.export.image_sources import embedded_images
from editor.export.options import RenderOptions
from editor.storage import review_file
from tests.export.hostile import FAMILIES, PAYLOADS, hostile

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_MAIN = QWebEngineScript.ScriptWorldId.MainWorld.value
_DANGERS = """
JSON.stringify([...document.querySelectorAll('*')].flatMap(element => [
  ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'LINK', 'FORM', 'SVG', 'MATH']
      .includes(element.tagName.toUpperCase()) && element.type !== 'application/ld+json'
      ? [element.tagName] : []),
  ...[...element.attributes]
      .filter(a => a.name.startsWith('on')
                || /^[\\s\\x00-\\x20]*(javascript|vbscript|data:text|file)/i.test(a.value)
                   && ['href', 'src', 'action', 'srcset'].includes(a.name)
                || ['style', 'srcset', 'ping', 'background', 'formaction'].includes(a.name))
      .map(a => `${element.tagName} ${a.name}=${a.value}`),
]).concat(window.ran === undefined ? [] : ['it ran']))
"""


class _Requests(QWebEngineUrlRequestInterceptor):
    """Records the requests of a page and blocks all of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.made: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl().toString()
        kind = info.resourceType()
        # A browser requests the icon of every site, whatever the page contains.
        if kind == QWebEngineUrlRequestInfo.ResourceType.ResourceTypeFavicon:
            info.block(True)
        elif not url.startswith("data:"):
            self.made.append(url)
            info.block(True)


@dataclass
class Browser:
    """Chromium with the settings of a reader: scripts, images and all requests allowed."""

    bot: QtBot
    page: QWebEnginePage
    requests: _Requests

    def look(self, html: str) -> list[str]:
        """Return dangerous elements of the page ``html``, and its requests."""
        self.requests.made.clear()
        with self.bot.waitSignal(self.page.loadFinished):
            self.page.setHtml(html, QUrl("https://seite.example/"))
        answers: list[str] = []
        self.page.runJavaScript(_DANGERS, _MAIN, answers.append)
        self.bot.waitUntil(lambda: bool(answers))
        found: list[str] = json.loads(answers[0])
        return found + [f"asked for {url}" for url in self.requests.made]


@pytest.fixture
def browser(qtbot: QtBot) -> Iterator[Browser]:
    profile = QWebEngineProfile()
    requests = _Requests(profile)
    profile.setUrlRequestInterceptor(requests)
    shown = QWebEnginePage(profile)
    yield Browser(qtbot, shown, requests)
    delete(shown)  # before its profile


def test_there_are_payloads_of_all_families() -> None:
    assert len(PAYLOADS) >= 200
    assert len(FAMILIES) >= 10
    assert len(set(PAYLOADS)) == len(PAYLOADS)


def test_the_browser_notices_what_runs_and_what_loads(browser: Browser) -> None:
    assert "it ran" in browser.look("<p>x</p><script>window.ran=1</script>")
    assert "it ran" in browser.look("<img src=data:x onerror=window.ran=1><script></script>")
    assert any("evil" in fault for fault in browser.look("<img src=https://evil.example/i.png>"))
    assert browser.look("<p>harmlos</p>") == []


@pytest.mark.parametrize("part", range(4))
def test_nothing_runs_and_nothing_is_asked_for(browser: Browser, tmp_path: Path, part: int) -> None:
    options = RenderOptions(images=embedded_images(tmp_path))
    for number, payload in enumerate(PAYLOADS[part::4]):
        html = render_page(hostile(payload), options)
        assert browser.look(_POLICY.sub("", html)) == [], payload
        if number % 8 == 0:
            assert browser.look(html) == [], payload


@pytest.mark.parametrize("part", range(2))
def test_a_fragment_is_as_harmless(browser: Browser, part: int) -> None:
    for payload in PAYLOADS[part::2]:
        html = render_page(hostile(payload), RenderOptions(fragment=True))
        assert browser.look(f"<!doctype html><meta charset=utf-8><body>{html}") == [], payload


def test_a_hostile_review_is_saved_and_read_as_it_is() -> None:
    for payload in PAYLOADS:
        made = hostile(payload)
        again = review_file.parse(review_file.dumps(made))
        assert again.text("story").strip() == made.text("story").strip(), payload
        assert again.title == payload
