"""Visibility and sizes of the panes of a window."""

from typing import NamedTuple


class PaneVisibility(NamedTuple):
    """Which panes are visible."""

    outline: bool
    preview: bool
    findings: bool
    form: bool = True
    tools: bool = True
    """Whether menus and tool bar are visible."""


class PaneSizes(NamedTuple):
    """Sizes of the panes, in device-independent pixels; empty for the default."""

    columns: tuple[int, ...] = ()
    """Widths of outline, form, and preview with side panels."""
    rows: tuple[int, ...] = ()
    """Heights of preview and side panels."""
