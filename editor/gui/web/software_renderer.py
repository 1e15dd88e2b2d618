"""Rendering of pages by the processor, so that a window with a page needs no graphics card."""

import os
from functools import cache

_VARIABLE = "QT_QUICK_BACKEND"
"""Names the renderer to Qt Quick and to Chromium. The classes of Qt Quick would do the same, but
take 10 MB and are used for nothing else."""


@cache
def use_software_renderer() -> None:
    """Let Chromium and Qt Quick draw into memory; call it before the first web view is made.

    A web view that draws through a graphics interface makes Qt compose its whole window there.
    A window that is shown already gets another native window for that, and the keys that are typed
    meanwhile are lost; from then on each blink of the text cursor paints all of the window.
    """
    os.environ[_VARIABLE] = "software"


@cache
def forget_renderer_variable() -> None:
    """Keep the choice from programs that are started later; call it when a page has been loaded.

    By then Qt Quick has its renderer, for all views that follow.
    """
    os.environ.pop(_VARIABLE, None)
