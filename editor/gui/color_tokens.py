"""Colours of the window by role: light and dark, each in high contrast as well."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColorTokens:
    """Colours by role.

    Every pair of text and background reaches the contrast of WCAG AA, in high contrast of AAA; what
    a control is recognised by, and what state it is in, stands out by 3 : 1.
    """

    background: str
    paper: str
    ink: str
    soft_ink: str
    line: str
    accent: str
    accent_ground: str
    on_accent: str
    spelling: str
    grammar: str
    style: str
    good: str
    chip: str
    match: str
    """Background of a search match."""
    control: str
    """Border of a control, outline of a star that is not given, handle of a scroll bar."""
    faint: str
    """Markdown marks outside of the paragraph with the cursor: decoration, not text to be read."""


LIGHT = ColorTokens(
    background="#f4f2ee",
    paper="#fffefb",
    ink="#22262b",
    soft_ink="#5f666e",
    line="#e2ded6",
    accent="#1f5f8b",
    accent_ground="#e3eef6",
    on_accent="#ffffff",
    spelling="#c02e29",
    grammar="#1f5f8b",
    style="#756600",
    good="#2f7d4f",
    chip="#eae7df",
    match="#f7e6a6",
    control="#8d897f",
    faint="#d3cec4",
)
DARK = ColorTokens(
    background="#17191c",
    paper="#1f2226",
    ink="#e6e3dc",
    soft_ink="#9aa0a6",
    line="#33373c",
    accent="#7fb8e0",
    accent_ground="#243442",
    on_accent="#10161b",
    spelling="#ff8078",
    grammar="#7fb8e0",
    style="#d9c65a",
    good="#79c795",
    chip="#2c3035",
    match="#40350f",
    control="#6a6f75",
    faint="#434850",
)
HIGH_LIGHT = ColorTokens(
    background="#ffffff",
    paper="#ffffff",
    ink="#000000",
    soft_ink="#1c1c1c",
    line="#000000",
    accent="#00408a",
    accent_ground="#d6e8ff",
    on_accent="#ffffff",
    spelling="#970000",
    grammar="#00408a",
    style="#524300",
    good="#00502a",
    chip="#e4e4e4",
    match="#ffe680",
    control="#000000",
    faint="#595959",
)
HIGH_DARK = ColorTokens(
    background="#000000",
    paper="#000000",
    ink="#ffffff",
    soft_ink="#ececec",
    line="#ffffff",
    accent="#8ad8ff",
    accent_ground="#00304a",
    on_accent="#000000",
    spelling="#ffa8a1",
    grammar="#8ad8ff",
    style="#ffe066",
    good="#7dffb0",
    chip="#2b2b2b",
    match="#4d3d00",
    control="#ffffff",
    faint="#a6a6a6",
)


def color_tokens(*, dark: bool, high: bool) -> ColorTokens:
    """Return the colours on a dark or light ground, in ``high`` contrast or in the usual one."""
    if high:
        return HIGH_DARK if dark else HIGH_LIGHT
    return DARK if dark else LIGHT
