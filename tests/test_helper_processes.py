"""Helper processes end when they are told to, and only while they are waited for."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Event

import pytest

from editor import pandoc
from editor.errors import ConversionError
from editor.helper_processes import end_helpers, helper_process


def test_helpers_end_while_they_are_waited_for() -> None:
    killed = list[str]()
    with helper_process(lambda: killed.append("outer")):
        with helper_process(lambda: killed.append("inner")):
            pass
        end_helpers()
    end_helpers()
    assert killed == ["outer"]


def test_pandoc_can_be_ended_from_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def announced(kill: Callable[[], None]) -> AbstractContextManager[None]:
        begun.set()
        return helper_process(kill)

    monkeypatch.setattr(pandoc, "helper_process", announced)
    endless = b"[" * 200_000
    with ThreadPoolExecutor() as pool:
        result = pool.submit(pandoc.run, endless, "markdown", "json", seconds=600)
        assert begun.wait(60)
        while not result.done():
            end_helpers()
        assert isinstance(result.exception(), ConversionError)
