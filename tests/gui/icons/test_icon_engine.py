"""Icon engine: icons have the colours of the theme and are sharp at every scale."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from editor.gui.icons import lucide
from editor.gui.icons.icon_engine import themed_icon
from editor.gui.icons.lucide import lucide_svg
from editor.gui.theme import make_theme

_MODE, _STATE = QIcon.Mode, QIcon.State


def picture(
    icon: QIcon, side: int = 24, mode: QIcon.Mode = _MODE.Normal, state: QIcon.State = _STATE.Off
) -> QImage:
    return icon.pixmap(QSize(side, side), 1.0, mode, state).toImage()


def inks(image: QImage) -> set[str]:
    """Return the colours of all pixels that are covered whole."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    colors = [image.pixelColor(x, y) for x, y in places]
    return {color.name() for color in colors if color.alpha() == 255}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icon_has_the_colours_of_the_theme(scheme: str, qapp: QApplication) -> None:
    theme = make_theme(scheme)
    icon = themed_icon("panel-left", theme, "soft_ink", checked="accent")
    assert inks(picture(icon, 96)) == {theme.color("soft_ink").name()}
    assert inks(picture(icon, 96, state=_STATE.On)) == {theme.color("accent").name()}
    assert inks(picture(icon, 96, _MODE.Disabled)) == {theme.color("control").name()}


def test_icon_is_drawn_and_not_enlarged_at_a_larger_scale(qapp: QApplication) -> None:
    icon = themed_icon("list", make_theme("light"))
    small, large = picture(icon, 24), icon.pixmap(QSize(24, 24), 3.0).toImage()
    assert large.size() == QSize(72, 72)
    assert large != small.scaled(72, 72)
    partly = sum(0 < large.pixelColor(x, 15).alpha() < 255 for x in range(72))
    assert partly <= 8, "ends of two strokes, and no blur along them"


def test_icon_is_turned(qapp: QApplication) -> None:
    theme = make_theme("light")
    down, left = (picture(themed_icon("chevron-down", theme, turn=turn)) for turn in (0, 90))
    assert left != down
    assert covered(left) == {(23 - y, x) for x, y in covered(down)}


def covered(image: QImage) -> set[tuple[int, int]]:
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {(x, y) for x, y in places if QColor(image.pixelColor(x, y)).alpha() > 127}


def test_copy_of_an_icon_outlives_it(qapp: QApplication) -> None:
    theme = make_theme("light")
    icon = themed_icon("bold", theme)
    expected = picture(icon)
    copy = QIcon(icon)
    copy.setIsMask(True)  # Qt clones the engine of an icon that is shared
    del icon
    assert picture(copy) == expected


def test_without_the_library_a_button_has_no_icon(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(lucide, "find_spec", lambda _: None)
    lucide_svg.cache_clear()
    lucide._database.cache_clear()
    assert themed_icon("bold", make_theme("light")).isNull()
