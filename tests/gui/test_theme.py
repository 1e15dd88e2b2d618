"""Theme: texts and marks are readable in light and dark, at every text size."""

import re
from collections.abc import Iterator
from itertools import pairwise, product
from unittest.mock import patch

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.color_tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.style_sheet import apply_theme, style_sheet
from editor.gui.theme import Theme, make_theme, system_contrast, theme_of
from editor.gui.widgets.chip_edit import ChipEdit
from editor.review.rating import FIVE_STARS, PERCENT, RatingScale
from editor.settings import Settings, number_range

TEXT, LARGE, HIGH = 4.5, 3.0, 7.0
"""WCAG 2.2, 1.4.3 and 1.4.11, level AA: contrast of text, and of large text and graphics; 1.4.6,
level AAA: enhanced contrast of text."""
CONTROLS = (
    *("QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox", "ChipEdit", "CoverEdit"),
    *("QPushButton", "QCheckBox::indicator", "QRadioButton::indicator"),
    'QListWidget[role="list"]',
)
"""Selectors of controls that their border sets off from what they stand on."""
GROUNDS = ("paper", "background")
GRAPHICS = (
    *product(("spelling", "grammar", "style", "accent", "good", "control"), GROUNDS),
    *(("accent", ground) for ground in ("accent_ground", "chip", "match")),
    ("style", "match"),
)
"""Underlines, frames of what is current or found, stars, bars, borders of controls."""
PAINTED = (
    *product(("ink", "soft_ink", "accent", "spelling", "grammar", "style", "good"), GROUNDS),
    *product(("ink", "soft_ink", "accent"), ("accent_ground", "chip")),
    *product(("spelling", "grammar", "style"), ("accent_ground", "chip")),
    *(("ink", "match"), ("soft_ink", "match")),
    *(("on_accent", "accent"), ("on_accent", "spelling")),
)
"""Text that widgets paint by themselves: form, lists with their letters, hints, badges."""
SENTENCE = (
    "Falkenried nimmt sich Zeit, und die zweite Staffel setzt nicht direkt wieder an, denn so "
    "weit ist es noch lange nicht; manches wirkt zu Beginn sinnfrei, fügt sich dann aber schnell."
)


@pytest.fixture(params=["light", "dark", "light-high", "dark-high"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    scheme, _, high = request.param.partition("-")
    theme = make_theme(scheme, high_contrast=bool(high))
    apply_theme(qapp, theme, scheme)
    yield theme
    apply_theme(qapp, make_theme("system"), "system")


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it for sRGB."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: QColor | str, ground: QColor | str) -> float:
    light, dark = sorted((luminance(QColor(ink)), luminance(QColor(ground))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("pair", PAINTED, ids=" on ".join)
def test_painted_text_can_be_read(pair: tuple[str, str], theme: Theme) -> None:
    wanted = HIGH if theme.high_contrast else TEXT
    assert contrast(theme.color(pair[0]), theme.color(pair[1])) >= wanted


@pytest.mark.parametrize("pair", GRAPHICS, ids=" on ".join)
def test_graphics_stand_out(pair: tuple[str, str], theme: Theme) -> None:
    assert contrast(theme.color(pair[0]), theme.color(pair[1])) >= LARGE


def rules(theme: Theme) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield selector and declarations of every rule of the style sheet."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", style_sheet(theme)):
        pairs = (line.split(":", 1) for line in body.split(";") if ":" in line)
        yield selector.strip(), {name.strip(): value.strip() for name, value in pairs}


def test_every_rule_of_the_style_sheet_can_be_read(theme: Theme) -> None:
    checked = 0
    for selector, said in rules(theme):
        ink = said.get("color")
        if ink is None or selector.endswith(":disabled"):
            # What cannot be used need not be read, says WCAG.
            continue
        own = said.get("background", "transparent")
        grounds = [theme.color(g).name() for g in GROUNDS] if own == "transparent" else [own]
        for ground in grounds:
            checked += 1
            assert contrast(ink, ground) >= TEXT, (selector, ink, ground)
        hint = said.get("placeholder-text-color", ink)
        assert contrast(hint, grounds[0]) >= TEXT, selector
    assert checked > 40


def test_borders_of_controls_stand_out(theme: Theme) -> None:
    found: set[str] = set()
    for selectors, said in rules(theme):
        border = said.get("border", said.get("border-color", ""))
        colors = re.findall(r"#[0-9a-f]{6}", border)
        for selector in (part.strip() for part in selectors.split(",")):
            if selector in CONTROLS and colors:
                found.add(selector)
                for ground in GROUNDS:
                    assert contrast(colors[0], theme.color(ground)) >= LARGE, (selector, ground)
    assert found == set(CONTROLS)


def test_selected_text_can_be_read(theme: Theme) -> None:
    pairs = [
        (said["selection-color"], said["selection-background-color"])
        for _, said in rules(theme)
        if "selection-color" in said
    ]
    assert pairs
    assert all(contrast(*pair) >= TEXT for pair in pairs)


@pytest.mark.usefixtures("theme")
def test_palette_can_be_read(qapp: QApplication) -> None:
    role, palette = QPalette.ColorRole, qapp.palette()
    for ink, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.Link, role.Window),
    ):
        assert contrast(palette.color(ink), palette.color(ground)) >= TEXT, (ink, ground)


def shown(qtbot: QtBot, widget: QWidget) -> QImage:
    """Return what ``widget`` looks like on the ground of a window."""
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.setFocus()
    return widget.grab().toImage()


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("checked", [False, True])
def test_mark_of_a_box_or_a_radio_button_stands_out(
    kind: type[QCheckBox | QRadioButton],
    checked: bool,
    theme: Theme,
    qtbot: QtBot,
) -> None:
    box = kind()
    box.setChecked(checked)
    picture = shown(qtbot, box)
    ground = theme.color("background")
    middle = picture.height() // 2
    across = [picture.pixelColor(x, middle) for x in range(picture.width())]
    down = [
        picture.pixelColor(theme.px(7), y)
        for y in range(middle - theme.px(9), middle + 1)
        if y >= 0
    ]
    assert max(contrast(color, ground) for color in across) >= LARGE
    assert max(contrast(color, ground) for color in down) >= LARGE


@pytest.mark.parametrize(
    "kind", [QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QPushButton, ChipEdit]
)
def test_all_sides_of_a_control_are_seen(kind: type[QWidget], theme: Theme, qtbot: QtBot) -> None:
    control = ChipEdit(theme) if kind is ChipEdit else kind()
    picture, ground = shown(qtbot, control), theme.color("background")
    x, y, reach = picture.width() // 2, picture.height() // 2, theme.px(4)
    sides = {
        "left": [picture.pixelColor(step, y) for step in range(reach)],
        "right": [picture.pixelColor(picture.width() - 1 - step, y) for step in range(reach)],
        "top": [picture.pixelColor(x, step) for step in range(reach)],
        "bottom": [picture.pixelColor(x, picture.height() - 1 - step) for step in range(reach)],
    }
    for side, colors in sides.items():
        assert max(contrast(color, ground) for color in colors) >= LARGE, side


@pytest.mark.parametrize("scale", [FIVE_STARS, PERCENT], ids=str)
def test_rating_that_is_not_given_is_seen(scale: RatingScale, theme: Theme, qtbot: QtBot) -> None:
    rating = RatingEdit("story", theme)
    rating.show_rating(None, scale)
    picture = shown(qtbot, rating)
    # Without the text beside stars or rail.
    stars = range(theme.px(60))
    colors = [picture.pixelColor(x, y) for x in stars for y in range(picture.height())]
    ground = theme.color("background")
    assert max(contrast(color, ground) for color in colors) >= LARGE


def test_tool_that_is_on_has_a_frame(theme: Theme, qtbot: QtBot) -> None:
    bar = QToolBar()
    action = bar.addAction("Gliederung")
    action.setCheckable(True)
    frames = []
    for on in (False, True):
        action.setChecked(on)
        picture = shown(qtbot, bar) if not on else bar.grab().toImage()
        button = bar.widgetForAction(action)
        assert button is not None
        x, top = button.geometry().center().x(), button.geometry().top()
        edge = [picture.pixelColor(x, top + step) for step in range(theme.px(3))]
        frames.append(max(contrast(color, theme.color("paper")) for color in edge))
    assert frames[0] < LARGE <= frames[1]


def test_high_contrast_is_that_of_the_setting_or_of_the_system(qapp: QApplication) -> None:
    for scheme, tokens in (("light", HIGH_LIGHT), ("dark", HIGH_DARK)):
        assert theme_of(Settings(theme=scheme, contrast="high")).tokens == tokens
    with patch("editor.gui.theme.system_contrast", return_value=True):
        assert theme_of(Settings(contrast="system")).high_contrast
        assert not theme_of(Settings(contrast="normal")).high_contrast
    assert isinstance(system_contrast(), bool)


def test_hint_in_an_empty_field_can_be_read(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setPlaceholderText("████████")
    picture = shown(qtbot, field)
    colors = {
        picture.pixelColor(x, picture.height() // 2).name()
        for x in range(theme.px(12), theme.px(40))
    }
    assert max(contrast(color, theme.color("paper")) for color in colors) >= TEXT


def test_both_schemes_have_all_colours() -> None:
    for tokens in (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK):
        for name in tokens.__slots__:
            assert re.fullmatch("#[0-9a-f]{6}", getattr(tokens, name)), name


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", number_range("text_size"))
@pytest.mark.parametrize("family", ["", "DejaVu Sans Mono", "Nimbus Roman [urw]"])
def test_longest_line_has_the_characters_that_are_chosen(size: int, family: str) -> None:
    for width in (40, 66, 120):
        theme = theme_of(Settings(text_size=size, text_font=family, text_width=width))
        metrics = QFontMetricsF(theme.text_font)
        fits = theme.measure() / (metrics.horizontalAdvance(SENTENCE) / len(SENTENCE))
        assert fits == pytest.approx(width, rel=0.04)


@pytest.mark.parametrize("size", [8, 13, 40])
@pytest.mark.parametrize("percent", [110, 160, 250])
def test_lines_are_as_far_apart_as_chosen(size: int, percent: int, qtbot: QtBot) -> None:
    theme = theme_of(Settings(text_size=size, line_height=percent))
    editor = SectionEditor("story", theme, signals=EditorSignals(), typing_options=TypingOptions())
    qtbot.addWidget(editor)
    editor.show_text("Eins\nZwei\nDrei")
    with qtbot.waitExposed(editor):
        editor.show()
    distances = _distances(editor)
    pixels = theme.text_font.pointSizeF() * editor.logicalDpiY() / 72
    assert distances == pytest.approx([pixels * percent / 100] * 2, abs=1.5)


def _distances(editor: QTextEdit) -> list[float]:
    layout = editor.document().documentLayout()
    block = editor.document().begin()
    tops = []
    while block.isValid():
        tops.append(layout.blockBoundingRect(block).top())
        block = block.next()
    return [below - above for above, below in pairwise(tops)]


@pytest.mark.usefixtures("qapp")
def test_family_that_is_not_there_gives_way_to_a_serif() -> None:
    assert make_theme("light", 12, "Schrift von gestern") == make_theme("light", 12)
    assert make_theme("light", 12, "DejaVu Sans").text_font == QFont("DejaVu Sans", 12)
