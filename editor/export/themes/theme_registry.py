"""Theme registry: the shipped page themes, and the writer's own in the settings folder.

A theme is a folder named after its id. It contains ``theme.toml`` and, where it differs from the
theme that it extends, a style sheet ``style.css`` and templates as in ``resources/templates``.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from editor.errors import ThemeError
from editor.export.themes.page_theme import FILE, PageTheme, base_theme_id, read_theme
from editor.paths import resource

__all__ = ["DEFAULT_THEME", "SHIPPED_THEMES", "PageTheme", "ThemeLookup", "ThemeRegistry"]

DEFAULT_THEME = "quiet"
"""Id of the default theme, which is the root of every chain of ``extends``."""

_ID = re.compile(r"\w[\w .-]{0,99}")


@dataclass(frozen=True, slots=True)
class ThemeLookup:
    """A theme to use; ``problem`` is the reason if it is not the requested one."""

    theme: PageTheme
    problem: ThemeError | None = None


@dataclass(frozen=True, slots=True)
class ThemeRegistry:
    """All themes. A theme of the writer's own replaces a shipped one with the same id."""

    folder: Path | None = None
    """Folder of the writer's own themes, one folder each."""

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all themes: the default one, other shipped ones, the writer's own."""
        custom_ids = _ids(self.folder) if self.folder is not None else ()
        return tuple(dict.fromkeys((DEFAULT_THEME, *_ids(resource("themes")), *custom_ids)))

    def find(self, theme_id: str) -> ThemeLookup:
        """Return the theme ``theme_id``, or the shipped default theme if it is not usable."""
        try:
            return ThemeLookup(self._theme(theme_id))
        except ThemeError as problem:
            return ThemeLookup(read_theme(resource("themes", DEFAULT_THEME)), problem)

    def _theme(self, theme_id: str) -> PageTheme:
        theme = None
        for folder in reversed(self._chain(theme_id)):
            theme = read_theme(folder, theme)
        return theme or read_theme(resource("themes", DEFAULT_THEME))

    def _chain(self, theme_id: str) -> list[Path]:
        """Return the folders of a theme and of those that it extends, its own first."""
        folders: list[Path] = []
        next_id = theme_id or DEFAULT_THEME
        while next_id:
            folders.append(self._folder(next_id, folders))
            next_id = base_theme_id(folders[-1])
        default = resource("themes", DEFAULT_THEME)
        return folders if folders[-1] == default else [*folders, default]

    def _folder(self, theme_id: str, chain: list[Path]) -> Path:
        """Return the folder of a theme; a writer's own may extend a shipped one of its id."""
        candidates = self._candidates(theme_id)
        for folder in candidates:
            if folder not in chain:
                return folder
        raise _circle_error(theme_id) if candidates else self._missing(theme_id)

    def _candidates(self, theme_id: str) -> list[Path]:
        if not _ID.fullmatch(theme_id):
            return []
        parents = [resource("themes")] if self.folder is None else [self.folder, resource("themes")]
        return [parent / theme_id for parent in parents if _is_file(parent / theme_id / FILE)]

    def _missing(self, theme_id: str) -> ThemeError:
        where = f" in {self.folder}" if self.folder else ""
        return ThemeError(
            f"Die Gestaltung „{theme_id}“ gibt es hier nicht; bitte wählen Sie eine andere oder "
            f"legen Sie ihren Ordner{where} ab.",
            f"There is no theme “{theme_id}” here; please choose another or put its folder{where}.",
        )


SHIPPED_THEMES = ThemeRegistry()


def _circle_error(theme_id: str) -> ThemeError:
    return ThemeError(
        f"Die Gestaltung „{theme_id}“ baut auf sich selbst auf; bitte ändern Sie „extends“ in "
        f"ihrer Datei {FILE}.",
        f"The theme “{theme_id}” extends itself; please change “extends” in its file {FILE}.",
    )


def _ids(folder: Path) -> tuple[str, ...]:
    try:
        names = sorted(path.parent.name for path in folder.glob(f"*/{FILE}"))
    except OSError:
        return ()
    return tuple(name for name in names if _ID.fullmatch(name))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
