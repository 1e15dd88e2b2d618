"""Panes of a window, as navigation, view modes and screen layouts know them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.host_window import HostWindow
from editor.gui.layout.panes import PaneVisibility
from editor.gui.layout.splitter_layout import SplitterLayout
from editor.gui.widgets.side_tabs import SideTabs


@dataclass(frozen=True, slots=True)
class WindowPanes:
    """The panes of one window, and the splitters that hold them."""

    window: HostWindow
    outline: Outline
    form: FormPage
    preview: QWidget
    side_tabs: SideTabs
    splitters: SplitterLayout
    show: Callable[[PaneVisibility], None]
    """Shows some panes and hides the others."""
