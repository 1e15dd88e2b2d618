"""Texts of the command line in the current language, from a gettext catalogue.

The messages in the code are English; ``resources/translations/de/LC_MESSAGES/rezensent.po`` has
the German ones, those of argparse included.
"""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from editor.localized import Language, current_language
from editor.paths import resource
from editor.settings import stored_language

DOMAIN = "rezensent"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that name the language of messages; the first that is set decides (POSIX, 8.2)."""


def command_line_language(config: Path) -> Language:
    """Return the language of the settings in ``config``, or else that of the environment.

    German is the language for an environment that is not English.
    """
    stored = stored_language(config)
    if stored is not None:
        return stored
    locale = next(filter(None, map(os.environ.get, _LOCALE_VARIABLES)), "")
    return "en" if locale.lower().startswith("en") else "de"


def _(message: str) -> str:
    """Return ``message`` in the current language."""
    return _catalogue(current_language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of the message for ``number`` in the current language."""
    return _catalogue(current_language()).ngettext(singular, plural, number)


@contextmanager
def translated_argparse() -> Iterator[None]:
    """Let argparse speak the current language within a ``with`` block.

    It asks for its messages through the functions of ``gettext`` that follow the environment, so
    that is what has to change for as long as arguments are parsed.
    """
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(_folder()))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = current_language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, _folder(), [language], fallback=True)


def _folder() -> Path:
    return resource("translations")
