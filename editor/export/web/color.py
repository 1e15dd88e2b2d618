"""Colours of a page: how well one can be read on another, and how to mix them.

Contrast is that of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Colours are mixed in
OKLab, https://bottosson.github.io/posts/oklab/, where a step changes what is seen evenly and the
hue stays what it was.
"""

_Triple = tuple[float, float, float]
_Rows = tuple[_Triple, _Triple, _Triple]

_TO_LMS: _Rows = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: _Rows = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: _Rows = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_LMS: _Rows = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_LUMINANCE: _Triple = (0.2126, 0.7152, 0.0722)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours „#rrggbb“, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(color: str, other: str, share: float) -> str:
    """Return ``color`` with ``share`` (0 to 1) of ``other`` in it, each „#rrggbb“."""
    pairs = zip(_oklab(color), _oklab(other), strict=True)
    lightness, green_red, blue_yellow = (a + (b - a) * share for a, b in pairs)
    return _hex((lightness, green_red, blue_yellow))


def _luminance(color: str) -> float:
    """Return the relative luminance, 0 for black and 1 for white."""
    return _dot(_LUMINANCE, _linear(color))


def _oklab(color: str) -> _Triple:
    long, medium, short = (value ** (1 / 3) for value in _times(_TO_LMS, _linear(color)))
    return _times(_TO_LAB, (long, medium, short))


def _hex(lab: _Triple) -> str:
    long, medium, short = (value**3 for value in _times(_FROM_LAB, lab))
    return "#" + "".join(f"{_byte(v):02x}" for v in _times(_FROM_LMS, (long, medium, short)))


def _linear(color: str) -> _Triple:
    """Return red, green and blue as amounts of light, 0 to 1; see IEC 61966-2-1 for sRGB."""
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _byte(light: float) -> int:
    light = min(max(light, 0), 1)  # what lies beyond sRGB becomes the nearest that does not
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004
    return round(value * 255)


def _times(rows: _Rows, values: _Triple) -> _Triple:
    return _dot(rows[0], values), _dot(rows[1], values), _dot(rows[2], values)


def _dot(row: _Triple, values: _Triple) -> float:
    return row[0] * values[0] + row[1] * values[1] + row[2] * values[2]
