import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.web.style import contrast_ratio, mix_colors

COLORS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#123456", "#123456", 1),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLORS, COLORS)
def test_a_mixture_begins_and_ends_with_its_colours(color: str, other: str) -> None:
    assert mix_colors(color, other, 0) == color
    assert mix_colors(color, other, 1) == other


@given(COLORS, st.floats(0, 1))
def test_more_black_is_never_lighter(color: str, share: float) -> None:
    darker = mix_colors(color, "#000000", share)
    assert contrast_ratio(darker, "#000000") <= contrast_ratio(color, "#000000") * 1.01


@pytest.mark.parametrize(
    ("color", "other", "share", "mixture"),
    [
        ("#0000ff", "#ffffff", 0.5, "#74a3ff"),
        ("#b02318", "#000000", 0.25, "#77140d"),
        ("#1f5f8b", "#ffffff", 0.4, "#7a9db9"),
        ("#ffff00", "#000000", 0.5, "#636300"),
    ],
)
def test_colours_are_mixed_as_a_browser_does_it(
    color: str, other: str, share: float, mixture: str
) -> None:
    """The mixtures are what color-mix(in oklab, …) gives in Chromium 156."""
    assert mix_colors(color, other, share) == mixture
