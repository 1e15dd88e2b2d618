"""Options form: the options of the current export format."""

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

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
"""Range of the line length of plain text, in characters."""


class OptionsForm(QScrollArea):
    """Rows in two groups: options that all formats share, and options of the current one.

    Only those are shown that the format reads, see ``ExportFormat.options``.
    """

    chosen = Signal(str, object)
    """An option was chosen; carries the name of the field of ExportOptions and the new value."""

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
        self._controls = self._make_controls()
        self._headings = (
            self._heading(self.tr("Für alle Formate")),
            self._heading(self.tr("Nur für dieses Format")),
        )
        self._lay_out()
        self.setWidget(self._page)
        self.setMinimumWidth(self._page.minimumSizeHint().width() + theme.px(12))

    def offer_themes(self, themes: ControlOptions) -> None:
        """Offer ``themes``: id, name and description of each."""
        cast("ChoiceControl", self._controls["theme"]).offer(themes)

    def show_format(self, export_format: ExportFormat, options: ExportOptions) -> None:
        """Show the options that ``export_format`` reads, with their values in ``options``."""
        dialects = tuple((key, d.text(), "") for key, d in export_format.dialects)
        cast("ChoiceControl", self._controls["dialect"]).offer(dialects)
        visible = {name for name in self._controls if name in export_format.options}
        visible |= {"dialect"} if dialects else set()
        self._headings[0].setVisible(bool(visible & set(SHARED)))
        self._headings[1].setVisible(bool(visible - set(SHARED)))
        for name, control in self._controls.items():
            control.set_visible(visible=name in visible)
            if name in self._labels:
                self._labels[name].setVisible(name in visible)
        self.show_options(options)

    def show_options(self, options: ExportOptions) -> None:
        """Show the values in ``options``; options without effect beside the others are disabled."""
        for name, control in self._controls.items():
            control.show_value(getattr(options, name))
        unstyled = options.fragment and not options.inline_style
        for name in LOOK:
            self._controls[name].set_enabled(enabled=not unstyled)
            self._labels[name].setEnabled(not unstyled)
        self._controls["inline_style"].set_enabled(enabled=options.fragment)

    def _make_controls(self) -> dict[str, FormControl]:
        """Return the controls by field of ExportOptions, in the order of the form."""
        controls = {**self._look_controls(), **self._content_controls()}
        tips = {
            "embed_images": self.tr("Aus: Sie liegen im Ordner „bilder“ daneben."),
            "fragment": self.tr(
                "Zum Einfügen in eine andere Seite: ohne HTML-Kopf, bei "
                "Markdown ohne Angaben, bei BBCode und Text ohne Titel."
            ),
            "inline_style": self.tr(
                "Für Foren, Newsletter und Seiten, die keine eigenen Formatvorlagen annehmen."
            ),
        }
        for name, tip in tips.items():
            for widget in controls[name].widgets:
                widget.setToolTip(tip)
        return controls

    def _look_controls(self) -> dict[str, FormControl]:
        page, theme_default = self._page, self.tr("Wie in der Gestaltung")
        schemes: ControlOptions = (
            (
                "both",
                self.tr("Hell und dunkel"),
                self.tr("So wie das Gerät der Leser eingestellt ist"),
            ),
            ("light", self.tr("Immer hell"), ""),
            ("dark", self.tr("Immer dunkel"), ""),
        )
        return {
            "theme": ChoiceControl((), page),
            "scheme": ChoiceControl(schemes, page),
            "accent": ColorControl(theme_default, self._theme, page),
            "text_font": FontFamilyControl(theme_default, page),
            "heading_font": FontFamilyControl(theme_default, page),
        }

    def _content_controls(self) -> dict[str, FormControl]:
        page, labels = self._page, self._label_texts()
        spoilers: ControlOptions = (
            ("kept", self.tr("Zeigen"), self.tr("Eingeklappt, wo das Format es kann")),
            ("noted", self.tr("Durch einen Vermerk ersetzen"), ""),
            ("removed", self.tr("Weglassen"), ""),
        )
        unlimited = self.tr("Nicht umbrechen", "lines of plain text")
        return {
            "spoilers": ChoiceControl(spoilers, page),
            "headings": SwitchControl(labels["headings"], page),
            "contents": SwitchControl(labels["contents"], page),
            "dialect": ChoiceControl((), page),
            "width": NumberControl(_NARROWEST, _WIDEST, page, zero=unlimited),
            "embed_images": SwitchControl(labels["embed_images"], page),
            "fragment": SwitchControl(labels["fragment"], page),
            "inline_style": SwitchControl(labels["inline_style"], page),
        }

    def _label_texts(self) -> dict[str, str]:
        return {
            "theme": self.tr("&Gestaltung:"),
            "scheme": self.tr("&Farben:"),
            "accent": self.tr("A&kzentfarbe:"),
            "text_font": self.tr("Schrift des &Textes:"),
            "heading_font": self.tr("Schrift der Über&schriften:"),
            "spoilers": self.tr("S&poiler:"),
            "dialect": self.tr("Gesch&rieben für:"),
            "width": self.tr("&Zeilenlänge:"),
            "inline_style": self.tr("Format im Text &mitgeben"),
            "fragment": self.tr("N&ur den Artikel, ohne Seitengerüst"),
            "embed_images": self.tr("Bil&der in die Datei einbetten"),
            "contents": self.tr("&Inhaltsverzeichnis"),
            "headings": self.tr("&Überschriften der Abschnitte"),
        }

    def _heading(self, text: str) -> QLabel:
        heading = QLabel(text, self._page)
        heading.setObjectName("heading")
        return heading

    def _lay_out(self) -> None:
        px, labels = self._theme.px, self._label_texts()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, px(14), 0)
        column.setSpacing(px(6))
        shared = [name for name in self._controls if name in SHARED]
        specific = [name for name in self._controls if name not in SHARED]
        for heading, fields in zip(self._headings, (shared, specific), strict=True):
            column.addWidget(heading)
            column.addLayout(self._rows(fields, labels))
            column.addSpacing(px(8))
        column.addStretch(1)

    def _rows(self, fields: Iterable[str], labels: dict[str, str]) -> QFormLayout:
        rows = QFormLayout()
        # A field stands below its label where the screen is narrow.
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setHorizontalSpacing(self._theme.px(8))
        rows.setVerticalSpacing(self._theme.px(6))
        for name in fields:
            control = self._controls[name]
            control.chosen.connect(lambda value, key=name: self.chosen.emit(key, value))
            control.set_name(f"export.{name}", labels[name].replace("&", "").removesuffix(":"))
            if control.head is not None:
                rows.addRow(control.head)
            elif control.field is not None:
                self._labels[name] = label = QLabel(labels[name], self._page)
                label.setBuddy(control.field)
                rows.addRow(label, control.field)
        return rows
