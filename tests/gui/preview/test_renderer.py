"""The preview's renderer without a window: which pages and parts it reports."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.errors import ThemeError
from editor.export.options import RenderOptions
from editor.export.themes.theme_registry import ThemeRegistry
from editor.gui.document import Document
from editor.gui.preview.renderer import PreviewRenderer, preview_options
from tests.export.reviews import review


@dataclass
class Follower:
    """A document, the options of its page, and what a renderer reports about it."""

    document: Document
    options: RenderOptions = field(default_factory=RenderOptions)
    reports: list[tuple[str, str]] = field(default_factory=list)

    def follow(self, renderer: PreviewRenderer) -> None:
        for name in ("loaded", "reloaded"):
            getattr(renderer, name).connect(
                lambda html, *_, name=name: self.reports.append((name, html))
            )
        renderer.updated.connect(
            lambda parts: self.reports.append(("updated", "".join(parts.values())))
        )


@pytest.fixture
def follower() -> Follower:
    return Follower(Document(review(title="Eins")))


def started(follower: Follower) -> PreviewRenderer:
    renderer = PreviewRenderer(follower.document, lambda: follower.options, follower.document)
    follower.follow(renderer)
    return renderer


def reported(qtbot: QtBot, follower: Follower, count: int = 1) -> list[str]:
    qtbot.waitUntil(lambda: len(follower.reports) >= count)
    return [name for name, _ in follower.reports]


def test_a_review_is_loaded_once_and_reloaded_where_it_looks_different(
    qtbot: QtBot, follower: Follower
) -> None:
    renderer = started(follower)
    renderer.load()
    assert reported(qtbot, follower) == ["loaded"]
    renderer.refresh()
    follower.options = replace(follower.options, accent="#123456")
    renderer.refresh()
    assert reported(qtbot, follower, 2) == ["loaded", "reloaded"]
    assert "#123456" in follower.reports[1][1]
    renderer.stop()


def open_another(follower: Follower, renderer: PreviewRenderer) -> None:
    follower.document.open(review(title="Zwei"), None)


def change_options(follower: Follower, renderer: PreviewRenderer) -> None:
    follower.options = replace(follower.options, accent="#123456")
    renderer.refresh()


STEPS = (open_another, change_options)


@pytest.mark.parametrize("steps", [STEPS, STEPS[::-1]], ids=["review first", "options first"])
def test_a_new_review_with_other_options_is_a_new_page(
    qtbot: QtBot,
    follower: Follower,
    steps: tuple[Callable[[Follower, PreviewRenderer], None], ...],
) -> None:
    renderer = started(follower)
    renderer.load()
    reported(qtbot, follower)
    for step in steps:
        step(follower, renderer)
    qtbot.waitUntil(lambda: "Zwei" in follower.reports[-1][1])
    name, _ = next(item for item in follower.reports if "Zwei" in item[1])
    assert name == "loaded"
    qtbot.waitUntil(lambda: "#123456" in follower.reports[-1][1])
    renderer.stop()


def test_an_edit_is_reported_as_parts(qtbot: QtBot, follower: Follower) -> None:
    renderer = started(follower)
    renderer.load()
    reported(qtbot, follower)
    follower.document.edit_text("story", "Neuer Satz.", typing=True, boundary=True)
    assert reported(qtbot, follower, 2)[1:] == ["updated"]
    assert "Neuer Satz." in follower.reports[1][1]
    renderer.stop()


def test_the_page_of_the_preview_has_the_colours_of_the_window() -> None:
    assert preview_options("de-AT", "dark").scheme == "dark"
    assert preview_options("de-AT", "dark", RenderOptions(scheme="light")).scheme == "light"
    assert preview_options("de-AT", "dark").image_origin == "rezension:"


def test_problem_of_the_theme_is_told_once_and_when_it_is_over(
    qtbot: QtBot, follower: Follower, tmp_path: Path
) -> None:
    folder = tmp_path / "eigen"
    folder.mkdir()
    (folder / "theme.toml").write_text("x = [", "utf-8")
    follower.options = RenderOptions(themes=ThemeRegistry(tmp_path), theme="eigen")
    renderer, told = started(follower), list[ThemeError | None]()
    renderer.theme_problem.connect(told.append)
    renderer.load()
    reported(qtbot, follower)
    follower.options = replace(follower.options, accent="#123456")
    renderer.refresh()
    reported(qtbot, follower, 2)
    follower.options = RenderOptions()
    renderer.refresh()
    reported(qtbot, follower, 3)
    assert [type(problem) for problem in told] == [ThemeError, type(None)]
    renderer.stop()
