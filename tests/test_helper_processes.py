"""Helper processes end when they are told to, and only while they are waited for."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Event

import pytest

from editor import pandoc
from editor.errors import ConversionError
from editor.helper_processes import end_helpers, helper_process, restore_library_path


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


@pytest.mark.parametrize("before", [None, "", "/opt/lib"])
def test_programs_of_the_system_load_no_library_of_a_bundle(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/lib/rezensent/_internal")
    if before is None:
        monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    else:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    restore_library_path()
    assert os.environ.get("LD_LIBRARY_PATH") == before
