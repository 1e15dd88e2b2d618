"""Rendering of pages by the processor, so that a window with a page needs no graphics card."""

from functools import cache

from PySide6.QtQuick import QQuickWindow, QSGRendererInterface


@cache
def use_software_renderer() -> None:
    """Let Chromium and Qt Quick draw into memory; call it before the first web view is made.

    A web view that draws through a graphics interface makes Qt compose its whole window there.
    A window that is shown already gets another native window for that, and the keys that are typed
    meanwhile are lost; from then on each blink of the text cursor paints all of the window.
    """
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
