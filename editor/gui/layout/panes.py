"""Which parts of the window are shown, and how much room each of them has."""

from typing import NamedTuple


class PaneVisibility(NamedTuple):
    """What is to be seen."""

    outline: bool
    preview: bool
    findings: bool
    form: bool = True
    tools: bool = True
    """Menus and tool bar."""


class PaneSizes(NamedTuple):
    """Room of the panes, in device-independent pixels; empty for what the program thinks best."""

    columns: tuple[int, ...] = ()
    """Outline, form, and preview with findings."""
    rows: tuple[int, ...] = ()
    """Preview and findings."""
