"""axe-core finds no fault in any page or fragment, in Chromium, at the width of a desk or a phone.

It judges the page as rendered: colours, sizes, names. Two more checks are not part of axe-core:
every image is shown, and nothing is wider than the window, see
https://www.w3.org/TR/WCAG22/#reflow.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.export.html import render_page
from editor.export.options import ColorScheme, RenderOptions
from editor.export.themes.page_theme import LEVELS
from editor.export.themes.theme_registry import SHIPPED_THEMES
from tests.export import golden
from tests.export.specimens import everything, sample
from tools.web_checkers import AXE

WIDTHS = (1280, 360)
"""Widths of the window in px."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
ENHANCED = "color-contrast-enhanced"
"""Criterion for the contrast of level AAA, for themes that promise it."""
OF_THE_HOST = ("target-size", "wider than the window")
"""Criteria of style, which a plain fragment does not have. The first one does not apply to targets
sized by the browser: https://www.w3.org/TR/WCAG22/#target-size-minimum."""
REVIEWS = {"sample": sample, "everything": everything}

# Language, title and landmarks are those of the page around a fragment.
HOST = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Seite</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ overflow-wrap: anywhere }} img {{ max-width: 100% }}</style></head>
<body><main>{}</main></body>
</html>
"""

# Apart from the page's own scripts, and not subject to its policy.
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_RUN = """
window.found = '';
axe.run(document, {
  runOnly: {type: 'tag', values: %s},
  rules: {'%s': {enabled: %s}},
  resultTypes: ['violations'],
  preload: false,
}).then(
  result => window.found = JSON.stringify(
    result.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html.slice(0, 300)} `
                                                    + n.any.map(c => c.message).join(' ')))
    .concat([...document.images].filter(i => !i.naturalWidth).map(i => `not shown: ${i.alt}`))
    .concat(document.documentElement.scrollWidth > innerWidth ? ['wider than the window'] : [])),
  error => window.found = JSON.stringify([`axe-core failed: ${error}`]));
''
"""


@dataclass
class Judge:
    """Chromium in a window, with axe-core."""

    bot: QtBot
    view: QWebEngineView

    def faults(self, html: str, *, enhanced: bool = False) -> list[str]:
        """Return the faults of the page ``html`` at any of the widths."""
        with self.bot.waitSignal(self.view.loadFinished):
            self.view.setHtml(html)
        self.ask(f"{AXE.path.read_text('utf-8')};''")
        return [f"{width} px: {f}" for width in WIDTHS for f in self._faults(width, enhanced)]

    def ask(self, script: str) -> str:
        """Return the value of ``script`` on the current page as text."""
        answers: list[str] = []
        self.view.page().runJavaScript(script, _WORLD, answers.append)
        self.bot.waitUntil(lambda: bool(answers))
        return answers[0]

    def _faults(self, width: int, enhanced: bool) -> list[str]:
        self.view.resize(width, 800)
        self.bot.waitUntil(lambda: self.ask("String(innerWidth)") == str(width))
        self.ask(_RUN % (json.dumps(TAGS), ENHANCED, json.dumps(enhanced)))
        self.bot.waitUntil(lambda: self.ask("window.found") != "", timeout=60_000)
        found: list[str] = json.loads(self.ask("window.found"))
        return found


@pytest.fixture
def judge(qtbot: QtBot) -> Iterator[Judge]:
    if not AXE.path.is_file():
        pytest.skip("axe-core is not here: »make dev« fetches it where there is npm")
    profile = QWebEngineProfile()
    view = QWebEngineView()
    view.setPage(QWebEnginePage(profile, view))
    view.show()
    yield Judge(qtbot, view)
    delete(view)  # with its page, before the profile


def test_axe_finds_what_is_wrong(judge: Judge) -> None:
    faults = judge.faults(
        HOST.format("<h1>Titel</h1><p style='color:#999'>blass</p><img src=x><h4>tief</h4>")
        + "<pre style='width: 50rem'>breit</pre>"
    )
    rules = {tuple(fault.split(": ")[:2]) for fault in faults}
    for width in ("1280 px", "360 px"):
        assert {(width, rule) for rule in ("color-contrast", "image-alt", "heading-order")} <= rules
    assert ("360 px", "wider than the window") in rules
    assert ("1280 px", "wider than the window") not in rules
    assert ("1280 px", "not shown") in rules


def test_axe_measures_the_contrast_of_level_aaa(judge: Judge) -> None:
    html = HOST.format("<h1>Titel</h1><p style='color:#666'>fast</p>")
    assert judge.faults(html) == []
    assert any(ENHANCED in fault for fault in judge.faults(html, enhanced=True))


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_a_page_is_accessible(judge: Judge, theme: str, scheme: ColorScheme, review: str) -> None:
    found = SHIPPED_THEMES.find(theme).theme
    options = RenderOptions(theme=theme, scheme=scheme, contents=True, images=golden.IMAGES)
    html = render_page(REVIEWS[review](), options)
    assert judge.faults(html, enhanced=found.contrast >= LEVELS["AAA"]) == []
    paper = dict(found.dark if scheme == "dark" else found.light)["paper"]
    channels = ", ".join(str(int(paper[at : at + 2], 16)) for at in (1, 3, 5))
    assert judge.ask("getComputedStyle(document.body).backgroundColor") == f"rgb({channels})"


@pytest.mark.parametrize("review", REVIEWS)
def test_a_fragment_is_accessible(judge: Judge, review: str) -> None:
    options = RenderOptions(fragment=True, contents=True, images=golden.IMAGES)
    faults = judge.faults(HOST.format(render_page(REVIEWS[review](), options)))
    assert [fault for fault in faults if fault.split(": ")[1] not in OF_THE_HOST] == []


@pytest.mark.parametrize("review", REVIEWS)
@pytest.mark.parametrize("theme", SHIPPED_THEMES.ids())
def test_a_fragment_with_style_is_accessible(judge: Judge, theme: str, review: str) -> None:
    # The colours of a fragment are those for light paper, as most pages around it are light.
    options = RenderOptions(
        theme=theme, fragment=True, inline_style=True, contents=True, images=golden.IMAGES
    )
    assert judge.faults(HOST.format(render_page(REVIEWS[review](), options))) == []
