"""The choices of the format in front: only those that mean something to it."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.export.jobs.preset import LOOK, SHARED
from editor.export.options import ExportOptions
from editor.export.registry import ExportFormat
from editor.gui.theme import Theme
from editor.gui.widgets.form_controls import (
    ChoiceControl,
    ColorControl,
    ControlOptions,
    FontFamilyControl,
    FormControl,
    NumberControl,
    SwitchControl,
)

_NARROWEST, _WIDEST = 40, 200
"""Lines of plain text that make sense, in characters."""


class ChoiceForm(QScrollArea):
    """Rows in two groups: what holds for all formats, and what for this one."""

    chosen = Signal(str, object)
    """The name of a field of Choices, and the value that the writer wants."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export.choices")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._page = QWidget(self)
        self._page.setObjectName("exportChoices")
        self._labels: dict[str, QLabel] = {}
        self._controls = self._make()
        self._headings = (
            self._heading(self.tr("Für alle Formate")),
            self._heading(self.tr("Nur für dieses Format")),
        )
        self._lay_out()
        self.setWidget(self._page)
        self.setMinimumWidth(self._page.sizeHint().width() + theme.px(12))

    def offer_themes(self, themes: ControlOptions) -> None:
        """Offer these themes: id, name and description."""
        cast("ChoiceControl", self._controls["theme"]).offer(themes)

    def show_format(self, export_format: ExportFormat, choices: ExportOptions) -> None:
        """Show what ``export_format`` reads, as it is chosen."""
        dialects = tuple((key, d.text(), "") for key, d in export_format.dialects)
        cast("ChoiceControl", self._controls["dialect"]).offer(dialects)
        shown = {name for name in self._controls if name in export_format.options}
        shown = shown | {"dialect"} if dialects else shown - {"dialect"}
        self._headings[0].setVisible(bool(shown & set(SHARED)))
        self._headings[1].setVisible(bool(shown - set(SHARED)))
        for name, control in self._controls.items():
            control.set_visible(visible=name in shown)
            if name in self._labels:
                self._labels[name].setVisible(name in shown)
        self.show_choices(choices)

    def show_choices(self, choices: ExportOptions) -> None:
        """Show what is chosen; what has no effect beside it cannot be chosen."""
        for name, control in self._controls.items():
            control.show_value(getattr(choices, name))
        bare = choices.fragment and not choices.inline_style
        for name in LOOK:
            self._controls[name].set_enabled(enabled=not bare)
            self._labels[name].setEnabled(not bare)
        self._controls["inline_style"].set_enabled(enabled=choices.fragment)

    def _make(self) -> dict[str, FormControl]:
        """Return the controls by the names of their fields, in the order of the form."""
        page, plain, names = self._page, self.tr("Wie die Gestaltung"), self._names()
        schemes: ControlOptions = (
            ("both", self.tr("Hell und dunkel"), self.tr("Was das Gerät der Leser verlangt")),
            ("light", self.tr("Immer hell"), ""),
            ("dark", self.tr("Immer dunkel"), ""),
        )
        spoilers: ControlOptions = (
            ("kept", self.tr("Behalten"), self.tr("Eingeklappt, wo das Format es kann")),
            ("noted", self.tr("Durch einen Hinweis ersetzen"), ""),
            ("removed", self.tr("Weglassen"), ""),
        )
        controls = {
            "theme": ChoiceControl((), page),
            "scheme": ChoiceControl(schemes, page),
            "accent": ColorControl(plain, self._theme, page),
            "text_font": FontFamilyControl(plain, page),
            "heading_font": FontFamilyControl(plain, page),
            "spoilers": ChoiceControl(spoilers, page),
            "headings": SwitchControl(names["headings"], page),
            "contents": SwitchControl(names["contents"], page),
            "dialect": ChoiceControl((), page),
            "width": NumberControl(
                _NARROWEST, _WIDEST, page, zero=self.tr("Nicht umbrechen", "lines of plain text")
            ),
            "embed_images": SwitchControl(names["embed_images"], page),
            "fragment": SwitchControl(names["fragment"], page),
            "inline_style": SwitchControl(names["inline_style"], page),
        }
        tips = {
            "embed_images": self.tr("Sonst liegen sie im Ordner „bilder“ daneben."),
            "fragment": self.tr("Zum Einfügen in eine andere Seite, ohne Kopf und Vorspann."),
            "inline_style": self.tr("Für Seiten, die kein eigenes Stylesheet annehmen."),
        }
        for name, tip in tips.items():
            for widget in controls[name].widgets:
                widget.setToolTip(tip)
        return controls

    def _names(self) -> dict[str, str]:
        return {
            "theme": self.tr("&Gestaltung:"),
            "scheme": self.tr("&Farben:"),
            "accent": self.tr("A&kzentfarbe:"),
            "text_font": self.tr("Schrift des &Textes:"),
            "heading_font": self.tr("Schrift der Über&schriften:"),
            "spoilers": self.tr("S&poiler:"),
            "dialect": self.tr("Gesch&rieben für:"),
            "width": self.tr("&Zeilenlänge:"),
            "inline_style": self.tr("Gestaltung an jedem Ele&ment"),
            "fragment": self.tr("Nur den Te&xt, ohne Rahmen"),
            "embed_images": self.tr("Bil&der in die Datei einbetten"),
            "contents": self.tr("&Inhaltsverzeichnis"),
            "headings": self.tr("&Überschriften der Abschnitte"),
        }

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text, self._page)
        heading.setObjectName("heading")
        return heading

    def _lay_out(self) -> None:
        px, names = self._theme.px, self._names()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, px(14), 0)
        column.setSpacing(px(6))
        shared = [name for name in self._controls if name in SHARED]
        own = [name for name in self._controls if name not in SHARED]
        for heading, fields in zip(self._headings, (shared, own), strict=True):
            column.addWidget(heading)
            column.addLayout(self._grid(fields, names))
            column.addSpacing(px(8))
        column.addStretch(1)

    def _grid(self, fields: Iterable[str], names: dict[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(8))
        grid.setVerticalSpacing(self._theme.px(6))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(fields):
            control = self._controls[name]
            control.chosen.connect(lambda value, key=name: self.chosen.emit(key, value))
            control.set_name(f"export.{name}", names[name].replace("&", "").removesuffix(":"))
            if control.head is not None:
                grid.addWidget(control.head, row, 0, 1, 2)
            elif control.field is not None:
                self._labels[name] = label = QLabel(names[name], self._page)
                label.setBuddy(control.field)
                grid.addWidget(label, row, 0)
                grid.addWidget(control.field, row, 1)
        return grid
