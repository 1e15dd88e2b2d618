"""The live preview: nothing of the writer's text runs or is loaded from elsewhere."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.export.html import render_page
from editor.export.options import RenderOptions
from editor.gui.program import Program
from editor.gui.theme import SCROLL_BAR
from editor.gui.web.page_view import PageView
from editor.paths import sample_path
from tests.gui.actions import evaluate, press, preview_text, section, type_into, waited

# One pixel, red.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "00000301010018dd8db00000000049454e44ae426082"
)


def test_preview_shows_what_is_typed(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "story"), "Das ist **fett** und gut.")
    waited(qtbot, lambda: "Das ist fett und gut." in preview_text(qtbot, unchecked))
    assert evaluate(qtbot, unchecked, "document.querySelector('#story strong').innerText") == "fett"


def test_preview_is_the_exported_page(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: "Verfolgungsjagden" in preview_text(qtbot, unchecked))
    exported = render_page(unchecked.session.document.review, RenderOptions())
    for heading in ("Inhalt", "Darsteller", "Fazit"):
        assert heading in preview_text(qtbot, unchecked)
    shown = evaluate(qtbot, unchecked, "document.querySelector('article').innerHTML")
    article = exported.partition('<article class="h-review">')[2].partition("</article>")[0]
    shown = str(shown).replace("&nbsp;", "\N{NO-BREAK SPACE}")
    assert "".join(shown.split()) == "".join(article.split())


def test_parts_come_and_go_in_their_order(unchecked: Program, qtbot: QtBot) -> None:
    type_into(section(unchecked, "verdict"), "Ende.")
    waited(qtbot, lambda: "Ende." in preview_text(qtbot, unchecked))
    type_into(section(unchecked, "plot"), "Anfang.")
    waited(qtbot, lambda: "Anfang." in preview_text(qtbot, unchecked))
    text = preview_text(qtbot, unchecked)
    assert text.index("Anfang.") < text.index("Ende.")
    while unchecked.session.document.can_undo:
        press(unchecked, "undo")
    waited(qtbot, lambda: "Ende." not in preview_text(qtbot, unchecked))


def test_update_keeps_the_scroll_position(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: "Verfolgungsjagden" in preview_text(qtbot, unchecked))
    view = unchecked.session.preview.view
    assert isinstance(view, PageView)
    # The page goes to the current section of the form after a pause.
    waited(qtbot, lambda: not view._scroll_timer.isActive())
    scrolled = "window.scrollTo(0, 500), window.scrollY"
    # The page can be scrolled once its layout is done.
    before = waited(qtbot, lambda: evaluate(qtbot, unchecked, scrolled))
    view.update_parts({**view._parts, "verdict": "<p>Ein neues Fazit.</p>"})
    waited(qtbot, lambda: "Ein neues Fazit." in preview_text(qtbot, unchecked))
    assert evaluate(qtbot, unchecked, "window.scrollY") == before


def test_preview_follows_the_section_that_is_edited(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: "Verfolgungsjagden" in preview_text(qtbot, unchecked))
    unchecked.session.window.form.jump("verdict")
    type_into(section(unchecked, "verdict"), "x")
    top = "document.getElementById('verdict').getBoundingClientRect().top < window.innerHeight"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, f"window.scrollY > 0 && {top}"))


def test_another_page_shows_the_place_that_was_followed_before(
    unchecked: Program, qtbot: QtBot
) -> None:
    waited(qtbot, lambda: unchecked.session.preview.view)
    view = unchecked.session.preview.view
    assert isinstance(view, PageView)
    view.follow("verdict", 0.0)
    waited(qtbot, lambda: view._scroll_when_updated)
    view.load('<p style="height: 3000px">Text</p><p id="verdict">Ende</p>', {}, None)
    waited(qtbot, lambda: evaluate(qtbot, unchecked, "window.scrollY > 300"))


def test_a_part_that_comes_later_is_followed_then(unchecked: Program, qtbot: QtBot) -> None:
    document, view = unchecked.session.document, unchecked.session.preview.view
    assert isinstance(view, PageView)
    document.edit_text("story", "Ein Absatz.\n\n" * 200, typing=False, boundary=True)
    waited(qtbot, lambda: "Ein Absatz." in preview_text(qtbot, unchecked))
    view.follow("verdict", 0.0)
    waited(qtbot, lambda: view._scroll_when_updated)
    document.edit_text("verdict", "Ein Fazit.", typing=False, boundary=True)
    waited(qtbot, lambda: evaluate(qtbot, unchecked, "window.scrollY > 300"))


@pytest.fixture
def requests() -> Iterator[list[str]]:
    """The requests that arrive at a server on this machine, whose address is the first entry."""
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    seen.append(f"http://127.0.0.1:{server.server_port}")
    yield seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_nothing_of_the_text_runs_or_loads(
    unchecked: Program, qtbot: QtBot, requests: list[str]
) -> None:
    address = requests[0]
    hostile = f"""<script>document.title='böse'</script>
<img src="{address}/img" onerror="document.title='böse'">
![Bild]({address}/md)
<iframe src="{address}/frame"></iframe> <link rel="stylesheet" href="{address}/css">
<style>@import "{address}/import"; body {{ background: url({address}/bg) }}</style>
<video src="{address}/video" autoplay></video> <object data="{address}/object"></object>
<svg onload="document.title='böse'"><image href="{address}/svg"/></svg>
<meta http-equiv="refresh" content="0; url={address}/refresh"> <base href="{address}/">
[Klick](javascript:document.title='böse') text{{: onclick="document.title='böse'" }}
<div style="background: url({address}/style)">Ende der Liste</div>
"""
    unchecked.session.document.edit_text("story", hostile, typing=False, boundary=True)
    waited(qtbot, lambda: "Ende der Liste" in preview_text(qtbot, unchecked))
    assert evaluate(qtbot, unchecked, "document.title") == "Rezension"
    dangers = "script:not([type='application/ld+json']), iframe, object, [onerror], [onload]"
    scripts = f'document.querySelectorAll("{dangers}").length'
    assert evaluate(qtbot, unchecked, scripts) == 0
    assert requests == [address]


def test_images_come_from_the_folder_of_the_review_only(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "rezension"
    folder.mkdir()
    (folder / "bild ä.png").write_bytes(PNG)
    (tmp_path / "fremd.png").write_bytes(PNG)
    (folder / "verweis.png").symlink_to(tmp_path / "fremd.png")
    review = folder / "r.md"
    review.write_text("![A](bild%20ä.png) ![B](../fremd.png) ![C](verweis.png)\n", "utf-8")
    unchecked.session.files.controller.load(review)
    widths = "Array.from(document.images).map(image => image.naturalWidth)"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, f"{widths}[0]") == 1)
    assert evaluate(qtbot, unchecked, f"{widths}.filter(width => width > 0).length") == 1


def is_value(qtbot: QtBot, editor: Program, script: str, expected: object) -> bool:
    return bool(evaluate(qtbot, editor, script) == expected)


def test_scroll_bar_is_that_of_the_window(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: "Verfolgungsjagden" in preview_text(qtbot, unchecked))
    thumb = (
        "getComputedStyle(document.documentElement, '::-webkit-scrollbar-thumb').backgroundColor"
    )
    for choice in ("light", "dark"):
        unchecked.settings_store.change(theme=choice)
        theme = unchecked.session.window.theme
        handle = theme.color("control")
        expected = f"rgb({handle.red()}, {handle.green()}, {handle.blue()})"
        waited(qtbot, partial(is_value, qtbot, unchecked, thumb, expected))
    width = evaluate(qtbot, unchecked, "innerWidth - document.documentElement.clientWidth")
    assert width == theme.px(SCROLL_BAR)
    unchecked.settings_store.change(preview_zoom=200)
    bar = "getComputedStyle(document.documentElement, '::-webkit-scrollbar').width"
    halved = f"Math.abs(parseFloat({bar}) - {theme.px(SCROLL_BAR) / 2}) < 0.1"
    waited(qtbot, lambda: evaluate(qtbot, unchecked, halved))
