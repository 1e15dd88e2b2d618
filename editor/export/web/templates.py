"""Template renderer: fills the templates of a theme, and shipped ones where it has none."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from editor.errors import ThemeError
from editor.export.themes.page_theme import PageTheme, modified_at, read_theme_file
from editor.paths import resource

SHIPPED_PREFIX = "shipped/"
"""Prefix of the names of shipped templates, which templates of a theme can extend."""

_FAULTS = (
    *(TemplateError, ArithmeticError, AttributeError, LookupError),
    *(MemoryError, RecursionError, TypeError, ValueError),
)
"""Errors that an expression in a template can raise."""
_LONGEST = 100_000
_REMEMBERED = 8
_Loaded = tuple[str, str, Callable[[], bool]]


@dataclass(slots=True)
class TemplateRenderer:
    """Fills the templates of one theme.

    A broken template is replaced by the shipped one, so that there is always a page; ``problem``
    holds the first error.
    """

    theme: PageTheme
    problem: ThemeError | None = None

    def fill(self, template: str, **values: Any) -> str:
        """Return the template ``template`` filled with ``values``, which are escaped."""
        try:
            return _filled(self.theme, f"{template}.html", values)
        except ThemeError as problem:
            if not _is_custom(self.theme):
                raise
            self.problem = self.problem or problem
            shipped = _templates(()).get_template(f"{template}.html")
            return shipped.render(values).strip()


def _filled(theme: PageTheme, template: str, values: dict[str, Any]) -> str:
    try:
        return _templates(theme.folders).get_template(template).render(values).strip()
    except _FAULTS as error:
        line = _line(error)
        raise ThemeError(
            f"Die Vorlage {template} der Gestaltung „{theme.label.german}“ ist fehlerhaft "
            f"({f'Zeile {line}: ' if line else ''}{_reason(error)}); bitte berichtigen Sie sie "
            "oder wählen Sie eine andere Gestaltung.",
            f"The template {template} of the theme "
            f"“{theme.label.english or theme.label.german}” is broken "
            f"({f'line {line}: ' if line else ''}{_reason(error)}); please correct it or choose "
            "another theme.",
        ) from error


def _reason(error: BaseException) -> str:
    text = error.message if isinstance(error, TemplateError) else str(error)
    return " ".join((text or type(error).__name__).split())


def _line(error: BaseException) -> int | None:
    """Return the line of the template, counted from 1, that Jinja puts into the traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno for f in reversed(frames) if f.filename.endswith(".html")), None)


def _is_custom(theme: PageTheme) -> bool:
    """Return whether a part of ``theme`` is the writer's own."""
    return not _is_shipped(theme.folders)


def _is_shipped(folders: tuple[Path, ...]) -> bool:
    shipped = resource("themes")
    return all(folder.is_relative_to(shipped) for folder in folders)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Sandbox: templates can reach nothing but their values, and compute nothing that never ends.

    A theme may come from anyone. Jinja itself limits ``range``.
    """

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        sizes = [_size(left), _size(right)]
        if (operator == "**" and max(sizes) > _LONGEST) or sizes[0] * sizes[1] > _LONGEST:
            raise SecurityError("too large a number")
        return super().call_binop(context, operator, left, right)


def _size(value: Any) -> float:
    return abs(value) if isinstance(value, int | float) else len(value)


@lru_cache(maxsize=_REMEMBERED)
def _templates(folders: tuple[Path, ...]) -> Environment:
    def load(name: str) -> _Loaded | None:
        theme_folders = () if name.startswith(SHIPPED_PREFIX) else folders
        return _loaded((*theme_folders, resource("templates")), name.removeprefix(SHIPPED_PREFIX))

    # Shipped templates need no sandbox and never change. That saves a quarter of the time of a
    # page.
    shipped = _is_shipped(folders)
    return (Environment if shipped else _Sandbox)(
        auto_reload=not shipped,
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _loaded(folders: tuple[Path, ...], name: str) -> _Loaded | None:
    times = _times(folders, name)
    for folder in folders:
        text = read_theme_file(folder, name)
        if text is not None:
            return text, str(folder / name), lambda: _times(folders, name) == times
    return None


def _times(folders: tuple[Path, ...], name: str) -> list[int]:
    return [modified_at(folder, name) for folder in folders]
