"""Windows that fit their screens, and the layouts that make them narrow or low."""

from editor.gui.screen_fit.window_fit import (
    PLACED,
    bring_inside,
    brought_inside,
    keep_fitted,
    resize_to_fit,
    room_of,
)

__all__ = [
    "PLACED",
    "bring_inside",
    "brought_inside",
    "keep_fitted",
    "resize_to_fit",
    "room_of",
]
