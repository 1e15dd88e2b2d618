"""The file of our own rules, which LanguageTool loads in addition to those that come with it.

Its parts are the files of the folder ``resources/languagetool/rules``, one for each kind of error.
They are in LanguageTool's format and may have entities of their own.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element, parse, tostring

RULE_FILE = "org/languagetool/rules/de/grammar_custom.xml"
"""Path in the jar: LanguageTool's ``JLanguageTool.CUSTOM_PATTERN_FILE`` for German."""
OWN_PREFIX = "REZ_"
"""Begins the id of every rule in it."""


def combined_rules(parts: Iterable[Path]) -> bytes:
    """Return one rule file with the categories of all ``parts``, in order, without comments.

    Raises OSError, and ParseError for a part that is not well-formed XML.
    """
    rules = Element("rules", lang="de")
    for part in parts:
        # They come with Rezensent.
        rules.extend(parse(part).getroot())  # noqa: S314
    return tostring(rules, encoding="unicode").encode()
