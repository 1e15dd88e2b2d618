"""The engine of the session with another variant of German for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from editor.languagetool.engine import Engine
from editor.languagetool.request import CheckRequest


@contextmanager
def german(engine: Engine, variant: str) -> Iterator[None]:
    """Check with ``variant``, and with de-DE again at the end."""
    engine.choose_variant(variant)
    try:
        # The first request may take longer than others, because it loads the dictionary.
        engine.send(CheckRequest("Das ist ein Sazt mit einem Feler."))
        yield
    finally:
        engine.choose_variant("de-DE")
