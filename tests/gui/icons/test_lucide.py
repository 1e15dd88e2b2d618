"""Icons of Lucide: they are found in the package, and a wrong name is an error."""

import importlib.util

import pytest

from editor.gui.icons import lucide
from editor.gui.icons.lucide import lucide_svg


def test_icon_is_one_drawing_on_the_grid_of_24() -> None:
    svg = lucide_svg("bold")
    assert svg.count("<svg") == 1
    for part in ('viewBox="0 0 24 24"', 'stroke="currentColor"', 'stroke-width="2"'):
        assert part in svg


def test_icon_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError, match="kein-bild"):
        lucide_svg("kein-bild")


def test_library_that_is_not_installed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lucide, "find_spec", lambda _: None)
    lucide_svg.cache_clear()
    lucide._database.cache_clear()
    with pytest.raises(FileNotFoundError):
        lucide_svg("bold")
    monkeypatch.setattr(lucide, "find_spec", importlib.util.find_spec)
    assert lucide_svg("bold")
